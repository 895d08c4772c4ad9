"""What is wrong with a line of a list, or worth a look. Problems are returned, never raised: the good lines go on."""

from collections.abc import Iterable
from dataclasses import dataclass, field

KEPT = 10_000
"""Problems kept with their text; beyond that they are only counted."""
FAULTS = frozenset(("no_position", "too_long", "no_email", "left_empty"))


@dataclass(frozen=True, slots=True)
class Problem:
    """One line and why it was left out, or why it wants a look. `code` is for programs, `why` is a sentence, `value` the cell as it stands."""

    line: int
    why: str
    code: str
    value: str = ""


@dataclass(slots=True)
class ProblemList:
    """Problems as they are found. Keeps the first ones and counts all."""

    kept: list[Problem] = field(default_factory=list)
    total: int = 0
    faults: list[Problem] = field(default_factory=list)
    """Those of the codes in FAULTS: one cell is wrong and left empty, its line is taken over."""

    def add(self, line: int, code: str, why: str, value: str = "") -> None:
        """Note one line."""
        self.total += 1
        problem = Problem(line, why, code, value[:80])
        if len(self.kept) < KEPT:
            self.kept.append(problem)
        if code in FAULTS and len(self.faults) < KEPT:
            self.faults.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Note several lines."""
        for problem in problems:
            self.add(problem.line, problem.code, problem.why, problem.value)

    def sorted(self) -> tuple[Problem, ...]:
        """All that were kept, by line."""
        return tuple(sorted(self.kept, key=lambda problem: problem.line))
