"""One segment's statements, each edited where it stands: what we offer, so what, and what the customer gains with before, after and unit."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from views.panes.boards.menu import Entry, build
from views.widgets import Card, Chip, EditableCell, Hairline, IconButton, Label, LineEdit
from workbench.strings import ntr, tr
from workbench.targeting.segments import DECISIONS
from workbench.value.statements import MISSING, SegmentValue, StatementView, figure


class StatementRow(QWidget):
    """`changed(id, key, text)`, `moved(id, by)`, `removed(id)` are the user's. Alt+Up and Alt+Down move it, Delete removes it; so does
    the menu of a right click."""

    changed = Signal(int, str, str)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, view: StatementView, writes: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.statement, self.writes = view.id, writes
        self.cells: dict[str, EditableCell] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 8, 12, 9)
        column.setSpacing(2)
        first, second = QHBoxLayout(), QHBoxLayout()
        for line in (first, second):
            line.setSpacing(6)
            column.addLayout(line)
        first.addWidget(self._cell("feature", tr("Feature"), ""))
        first.addWidget(Label("→", "muted"))
        first.addWidget(self._cell("so_what", tr("So what"), tr("so what?")))
        first.addStretch(1)
        self.remove = IconButton("x", "", "Del")
        self.remove.clicked.connect(self._remove)
        first.addWidget(self.remove)
        second.addWidget(self._cell("gain", tr("What the customer gains"), tr("what the customer gains")))
        second.addSpacing(4)
        second.addWidget(self._cell("before", tr("Before"), tr("before")))
        second.addWidget(Label("→", "muted"))
        second.addWidget(self._cell("after", tr("After"), tr("after")))
        second.addWidget(self._cell("unit", tr("Unit"), tr("unit")))
        second.addStretch(1)
        self.weak = Chip("", "warn", self)
        second.addWidget(self.weak)
        self.show_statement(view)

    def _cell(self, key: str, name: str, empty: str) -> EditableCell:
        made = EditableCell("", "text", name=name, empty=empty or "–")
        made.setEnabled(self.writes)
        made.setProperty("key", key)
        made.committed.connect(self._commit)
        if key in ("before", "after", "unit"):
            made.setSizePolicy(QSizePolicy.Policy.Fixed if key != "unit" else QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.cells[key] = made
        return made

    def show_statement(self, view: StatementView) -> None:
        """Show the statement as it is now."""
        for key, cell in self.cells.items():
            value = getattr(view, key)
            cell.set_value(figure(value) if key in ("before", "after") else value)
        lacks = tr(", ").join(tr(MISSING[key]) for key in view.missing)
        self.weak.set_text(tr("weak: no {missing}", missing=lacks) if lacks else "")
        self.remove.set_name(tr("Remove “{text}”", text=view.feature))
        self.remove.setEnabled(self.writes)

    @Slot(object)
    def _commit(self, value: str) -> None:
        self.changed.emit(self.statement, str(self.sender().property("key")), value)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.statement)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.writes:
            return
        moves = [Entry(tr("Move up"), ("move", -1), "Alt+Up"), Entry(tr("Move down"), ("move", 1), "Alt+Down")]
        menu = build([*moves, Entry(), Entry(tr("Remove"), ("remove",), "Del")], self)
        menu.triggered.connect(self._chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        what, *by = action.data()
        if what == "move":
            self.moved.emit(self.statement, *by)
        else:
            self.removed.emit(self.statement)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self.writes and alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(self.statement, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif self.writes and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.statement)
        else:
            super().keyPressEvent(event)


class SegmentCard(Card):
    """The statements of a segment, and an open line for the next. `added(segment, text)`; signals as the rows'."""

    added = Signal(int, str)
    changed = Signal(int, str, str)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, value: SegmentValue, writes: bool, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self.segment = value.id
        self.decision = Chip(
            tr(DECISIONS[value.decision]) if value.decision in DECISIONS else "", "accent" if value.decision == "primary" else "plain"
        )
        if self.decision.text():
            self.add_to_header(self.decision)
        self.rows: dict[int, StatementRow] = {}
        for one in value.statements:
            made = self.rows[one.id] = StatementRow(one, writes, self)
            made.changed.connect(self.changed)
            made.moved.connect(self.moved)
            made.removed.connect(self.removed)
            self.body.addWidget(Hairline())
            self.body.addWidget(made)
        self.line = LineEdit(height=30)
        self.line.setPlaceholderText(tr("+ A feature: what we offer them"))
        self.line.setAccessibleName(tr("New statement for {segment}", segment=value.name))
        self.line.setEnabled(writes)
        self.line.returnPressed.connect(self._add)
        holder = QHBoxLayout()
        holder.setContentsMargins(15, 8, 15, 12)
        holder.addWidget(self.line)
        self.body.addWidget(Hairline())
        self.body.addLayout(holder)
        self.show_value(value)

    def show_value(self, value: SegmentValue) -> None:
        """Show what the statements say now; they are the same ones in the same order."""
        self.set_heading(value.name)
        count = ntr("{n} statement", "{n} statements", len(value.statements))
        weak = ntr("{n} weak", "{n} weak", value.weak)
        self.set_context(tr("{statements}, {weak}", statements=count, weak=weak) if value.weak else count if value.statements else "")
        for one in value.statements:
            self.rows[one.id].show_statement(one)

    @Slot()
    def _add(self) -> None:
        text = self.line.text().strip()
        if text:
            self.line.set_value("")
            self.added.emit(self.segment, text)
