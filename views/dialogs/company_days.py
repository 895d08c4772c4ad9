"""The company's own closed days in its sheet."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from views.dialogs.day_ranges import DayRanges, DayRow, RangeWords, span_words
from workbench.company import commands
from workbench.company.team import ClosedRow, TeamRows
from workbench.strings import tr


def day_rows(rows: tuple[ClosedRow, ...]) -> list[DayRow]:
    """Closed days or absences as rows of a list."""
    return [DayRow(one.id, one.name, span_words(one.first, one.last)) for one in rows]


class ClosedDays(DayRanges):
    """`wanted(label, command, args)` is the user's."""

    wanted = Signal(str, object, tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        nothing = tr("None to come: only public holidays are kept free.")
        super().__init__(RangeWords(tr("What the days are called"), tr("New Year"), nothing, tr("Add the days")), parent)
        self.added.connect(self._add)
        self.renamed.connect(self._rename)
        self.removed.connect(self._take_away)

    def show_days(self, team: TeamRows) -> None:
        """Show the closed days."""
        self.show_rows(day_rows(team.closed), day_rows(team.past))

    @Slot(str, object, object)
    def _add(self, name: str, first: date, last: date) -> None:
        self.wanted.emit(tr("Add closed days"), commands.add_closed, (name, first, last))

    @Slot(int, str)
    def _rename(self, key: int, name: str) -> None:
        self.wanted.emit(tr("Rename closed days"), commands.rename_closed, (key, name))

    @Slot(int)
    def _take_away(self, key: int) -> None:
        self.wanted.emit(tr("Remove closed days"), commands.remove_closed, (key,))
