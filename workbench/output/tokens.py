"""Colours of the documents: the light half of resources/tokens.json, in colour or in grey."""

import json
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent.parent.parent / "resources" / "tokens.json"

Colour = tuple[float, float, float]


@cache
def _light() -> dict[str, str]:
    tokens = json.loads(_FILE.read_text("utf-8"))
    routes = {f"route_{number}": one for number, one in enumerate(tokens["route"]["light"], 1)}
    return {**tokens["light"], **routes, **{role: light for role, (light, _) in tokens["swot"].items()}}


@cache
def colour(role: str, grey: bool = False) -> Colour:
    """Red, green and blue, 0 to 1, of a colour role such as `ink`; in grey all three are its luminance. Raises KeyError for no role."""
    value = _light()[role].lstrip("#")
    red, green, blue = (int(value[i : i + 2], 16) / 255 for i in (0, 2, 4))
    if not grey:
        return red, green, blue
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return luminance, luminance, luminance


def css(role: str) -> str:
    """A colour role as a web page names it: #27477A."""
    return _light()[role]
