"""Chart specs: what a chart says, without how it is drawn. Panes draw them with their own means, PDFs as vectors."""

from dataclasses import dataclass
from typing import Literal

Look = Literal["done", "to_come", "target", "before"]
"""done: solid accent; to_come: accent outline on its light ground; target: an ink tick; before: a dashed muted line, last year's."""


@dataclass(frozen=True, slots=True)
class Series:
    """Values along the axis, None where there are none. `texts` are the direct labels, empty for none."""

    name: str
    look: Look
    values: tuple[float | None, ...]
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Axis:
    """Names of the places along an axis; `now` is the index of the present one, or None."""

    names: tuple[str, ...]
    now: int | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. `kind` is columns (upright, along time) or bars (lying, one a name). `message` is the sentence it proves, its title."""

    kind: Literal["columns", "bars"]
    message: str
    axis: Axis
    series: tuple[Series, ...]

    def largest(self) -> float:
        """The largest value of all series, at least 1 where there is none."""
        return max((value for one in self.series for value in one.values if value is not None), default=0.0) or 1.0
