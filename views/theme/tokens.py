"""The design tokens: every colour, size and weight, read once from resources/tokens.json. Nothing outside the theme names a colour."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

FILE = Path(__file__).parents[2] / "resources" / "tokens.json"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One appearance. `colours` maps a role to "#RRGGBB" or "#RRGGBBAA"; sizes are px at 96 dpi."""

    dark: bool
    colours: Mapping[str, str]
    series: tuple[str, ...]
    routes: tuple[str, ...]
    swot: Mapping[str, str]
    text_sizes: Mapping[str, float]
    weights: Mapping[str, int]
    layout: Mapping[str, float]
    radius: Mapping[str, int]
    space: tuple[int, ...]
    families: tuple[str, ...]


@cache
def load() -> dict[str, Any]:
    """The file as it stands."""
    with FILE.open(encoding="utf-8") as stream:
        return json.load(stream)


def _layout(raw: Mapping[str, Any]) -> dict[str, float]:
    sizes: dict[str, float] = {}
    for name, value in raw.items():
        if isinstance(value, list):
            first, second = ("width", "height") if name == "minimum_window" else ("min", "max")
            sizes[f"{name}_{first}"], sizes[f"{name}_{second}"] = value
        else:
            sizes[name] = value
    return sizes


@cache
def tokens(dark: bool = False) -> Tokens:
    """The light or the dark appearance."""
    raw, side = load(), "dark" if dark else "light"
    colours = dict(raw[side])
    swot = {name: pair[1 if dark else 0] for name, pair in raw["swot"].items()}
    colours.update(swot)
    colours.update({f"series_{n}": c for n, c in enumerate(raw["series"][side], 1)})
    colours.update({f"route_{n}": c for n, c in enumerate(raw["route"][side], 1)})
    return Tokens(
        dark=dark,
        colours=MappingProxyType(colours),
        series=tuple(raw["series"][side]),
        routes=tuple(raw["route"][side]),
        swot=MappingProxyType(swot),
        text_sizes=MappingProxyType(raw["type"]["sizes"]),
        weights=MappingProxyType(raw["type"]["weights"]),
        layout=MappingProxyType(_layout(raw["layout"])),
        radius=MappingProxyType(raw["radius"]),
        space=tuple(raw["space"]),
        families=tuple(raw["type"]["family"]),
    )
