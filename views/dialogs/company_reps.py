"""The reps in the company sheet: name, hours, start of the day, visits or not; a rep's hours open under its row."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from views.dialogs.company_rep_panel import RepPanel
from views.widgets import Button, CheckRow, EditableCell, FieldError, Hairline, IconButton, Label, LineEdit, row
from workbench.company import commands
from workbench.company.team import RepRow
from workbench.customers.hours import hours_words
from workbench.errors import WorkbenchError
from workbench.strings import tr


class HoursCell(EditableCell):
    """Looks like a value, but opens and closes the hours under its row."""

    asked = Signal()

    @Slot()
    def open_editor(self) -> None:
        self.asked.emit()


class RepLine:
    """The cells of one rep's row."""

    def __init__(self, rep: RepRow, owner: "RepList") -> None:
        self.id = rep.id
        self.name = EditableCell("", "text", name=tr("Rep"))
        self.hours = HoursCell("", "text")
        self.start = EditableCell("", "text", empty=tr("the office"))
        for cell in (self.name, self.hours, self.start):
            cell.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.active, self.remove = CheckRow(tr("visits")), IconButton("trash-2", "", size=24)
        self.name.committed.connect(partial(owner.change, commands.rename_rep, rep.id))
        self.start.committed.connect(partial(owner.change, commands.set_rep_start, rep.id))
        self.active.clicked.connect(partial(owner.set_active, rep.id))
        self.hours.asked.connect(partial(owner.toggle, rep.id))
        self.remove.clicked.connect(partial(owner.remove, rep.id))
        self.show_rep(rep)

    def widgets(self) -> tuple[QWidget, ...]:
        """The cells from left to right."""
        return self.name, self.hours, self.start, self.active, self.remove

    def show_rep(self, rep: RepRow) -> None:
        """Show the rep as it is now."""
        self.name.set_value(rep.name)
        self.hours.set_value(hours_words({day: (hours,) if hours else () for day, hours in rep.hours.items()}))
        self.hours.set_name(tr("Hours of {name}", name=rep.name))
        self.start.set_value(rep.start_address)
        self.start.set_name(tr("Start of the day of {name}", name=rep.name))
        self.active.setChecked(rep.active)
        self.active.setAccessibleName(tr("{name}, {what}", name=rep.name, what=tr("visits")))
        self.remove.set_name(tr("Remove {name}", name=rep.name))


class RepList(QWidget):
    """All reps, and a line for a new one. `wanted(label, command, args)` is the user's; rows are updated in place, so the keyboard stays."""

    wanted = Signal(str, object, tuple)
    refused = Signal(str)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = 0
        self._reps: tuple[RepRow, ...] = ()
        self._lines: list[RepLine] = []
        self._holder: QWidget | None = None
        self.panel: RepPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.new_rep, self.add = LineEdit(placeholder=tr("Name of a new rep")), Button(tr("Add"), small=True)
        self.new_rep.setAccessibleName(tr("Name of a new rep"))
        self.add.clicked.connect(self.add_rep)
        self.error = FieldError()
        self._column.addLayout(row(self.new_rep, self.add))
        self._column.addWidget(self.error)
        self.new_rep.edited.connect(self._retyped)

    def show_reps(self, reps: tuple[RepRow, ...]) -> None:
        """Show the team; hours that are open stay open."""
        same = [rep.id for rep in reps] == [line.id for line in self._lines] and self._holder is not None
        self._reps = reps
        if not same:
            self._build()
            return
        for line, rep in zip(self._lines, reps, strict=True):
            line.show_rep(rep)
            if self.panel is not None and self.panel.rep.id == rep.id:
                self.panel.show_rep(rep)

    def _build(self) -> None:
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        self._holder, self.panel, self._lines = QWidget(), None, []
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, stretch in enumerate((3, 3, 4, 0, 0)):
            grid.setColumnStretch(column, stretch)
        for column, title in enumerate((tr("Rep"), tr("Hours"), tr("Start of the day")) if self._reps else ()):
            grid.addWidget(Label(title, "caption"), 0, column)
        for rep in self._reps:
            line, place = RepLine(rep, self), grid.rowCount()
            self._lines.append(line)
            for column, widget in enumerate(line.widgets()):
                grid.addWidget(widget, place, column, Qt.AlignmentFlag.AlignVCenter)
            if rep.id == self._open:
                self.panel = RepPanel(rep)
                self.panel.wanted.connect(self.wanted)
                self.panel.refused.connect(self.refused)
                self.panel.resized.connect(self.resized)
                grid.addWidget(self.panel, place + 1, 0, 1, 5)
            grid.addWidget(Hairline(), place + 2, 0, 1, 5)
        self._column.insertWidget(0, self._holder)

    def change(self, command: Any, rep_id: int, value: Any) -> None:
        """The user changed a rep."""
        self.wanted.emit(tr("Change a rep"), command, (rep_id, value))

    def set_active(self, rep_id: int) -> None:
        """The user ticked or unticked a rep's visits."""
        line = next(line for line in self._lines if line.id == rep_id)
        self.change(commands.set_active, rep_id, line.active.isChecked())

    def remove(self, rep_id: int) -> None:
        """The user takes a rep away."""
        name = next(rep.name for rep in self._reps if rep.id == rep_id)
        self.new_rep.setFocus()
        self.wanted.emit(tr("Remove {name}", name=name), commands.remove_rep, (rep_id,))

    def toggle(self, rep_id: int) -> None:
        """Open or close the hours under a rep's row; days away that were typed are added first, and keep it open where they cannot be."""
        if self.away_typed():
            self.add_away()
            if self.away_typed():
                return
        self._open = 0 if self._open == rep_id else rep_id
        self._build()
        next(line for line in self._lines if line.id == rep_id).hours.setFocus()
        self.resized.emit()

    @Slot()
    def add_rep(self) -> None:
        """Add the rep whose name was typed."""
        self.wanted.emit(tr("Add a rep"), commands.add_rep, (self.new_rep.text(),))

    def show_problem(self, problem: WorkbenchError) -> None:
        """Say why the new rep was not added."""
        self.error.show_problem(problem.what, problem.remedy)
        self.new_rep.set_wrong(True)
        self.new_rep.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resized.emit()

    def forget(self) -> None:
        """Empty the line for a new rep."""
        self.new_rep.set_value("")
        self._retyped("")

    @Slot(object)
    def _retyped(self, _text: object) -> None:
        self.error.clear()
        self.new_rep.set_wrong(False)

    def typed(self) -> bool:
        """Whether a name was typed and not yet added."""
        return bool(self.new_rep.text().strip())

    def away_typed(self) -> bool:
        """Whether days away were typed and not yet added."""
        return self.panel is not None and self.panel.away.typed()

    def add_away(self) -> None:
        """Add the days away that were typed."""
        if self.panel is not None:
            self.panel.away.add_days()

    def away_has_focus(self) -> bool:
        """Whether the keyboard is in the line for days away."""
        return self.panel is not None and self.panel.away.has_focus()

    def check(self) -> bool:
        """Whether all hours that are open can be used; else go to the first that cannot."""
        return self.panel is None or self.panel.check()
