"""Funnel specs: stages from the widest to the goal, with what leads from one to the next. Drawn by each means of its own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FunnelSpec:
    """A funnel. `stages` are the words in each bar with its value; `between` say what leads on, one fewer; `message` is its title."""

    message: str
    stages: tuple[tuple[str, float], ...]
    between: tuple[str, ...]
