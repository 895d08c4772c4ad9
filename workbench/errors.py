"""Errors the owner can mend. Anything else that is raised is a bug.

WorkbenchError
├── BadInput     what was typed or read cannot be used; the command line ends with 2
└── CannotDo     the thing was right, but it could not be done (full disk, locked file); the command line ends with 1
"""


class WorkbenchError(Exception):
    """One clear sentence: what is wrong, where, and what to do. `where` and `remedy` may be empty."""

    exit_code = 2

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what, self.where, self.remedy = what, where, remedy

    def __str__(self) -> str:
        """The parts in one line without control characters, at most 390 of them."""
        line = " ".join(part for part in (self.what, f"({self.where})" if self.where else "", self.remedy) if part)
        line = "".join(c if c.isprintable() else " " for c in line)
        return line if len(line) <= 390 else line[:389] + "…"


class BadInput(WorkbenchError):
    """What was typed or read cannot be used."""


class CannotDo(WorkbenchError):
    """It was right, but could not be done."""

    exit_code = 1
