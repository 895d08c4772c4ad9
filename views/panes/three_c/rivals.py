"""Our rivals by name: named here once, renamed and removed in place, chosen on the cards about them."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from views.widgets import Card, EditableCell, IconButton, Label, LineEdit
from workbench.analysis.rivals import RivalView
from workbench.strings import ntr, tr


class _Row(QWidget):
    renamed = Signal(int, str)
    removed = Signal(int)

    def __init__(self, rival: RivalView, writes: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._id = rival.id
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.name = EditableCell(rival.name, "text", name=tr("Rival"))
        self.name.setEnabled(writes)
        self.name.committed.connect(self._rename)
        self.count = Label(ntr("{n} card", "{n} cards", rival.cards), "caption")
        self.remove = IconButton("x", tr("Remove {name}", name=rival.name))
        self.remove.setEnabled(writes)
        self.remove.clicked.connect(self._remove)
        line.addWidget(self.name, 1)
        line.addWidget(self.count)
        line.addWidget(self.remove)

    @Slot(object)
    def _rename(self, name: str) -> None:
        self.renamed.emit(self._id, name)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._id)


class RivalsCard(Card):
    """`named(text)`, `renamed(id, text)`, `removed(id)`."""

    named = Signal(str)
    renamed = Signal(int, str)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown: tuple[object, ...] | None = None
        self.why = Label(role="caption", wrap=True)
        self.rows: dict[int, _Row] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.line = LineEdit(height=28)
        self.line.returnPressed.connect(self._add)
        self.body.setSpacing(6)
        self.body.addWidget(self.why)
        self.body.addLayout(self._list)
        self.body.addWidget(self.line)

    def retranslate(self) -> None:
        """Set the fixed words."""
        self.set_heading(tr("Rivals"))
        self.why.setText(tr("Chosen on competitor cards; positioning and lost deals use the same names."))
        self.line.setPlaceholderText(tr("+ Name a rival"))
        self.line.setAccessibleName(tr("Name a rival"))
        self._shown = None

    def show_rivals(self, rivals: tuple[RivalView, ...], writes: bool) -> None:
        """Show them; the why only while there is none."""
        self.why.setVisible(not rivals)
        self.line.setEnabled(writes)
        if (rivals, writes) == self._shown:
            return
        self._shown = (rivals, writes)
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for rival in rivals:
            row = self.rows[rival.id] = _Row(rival, writes, self)
            row.renamed.connect(self.renamed)
            row.removed.connect(self.removed)
            self._list.addWidget(row)
            row.show()

    def begin(self) -> None:
        """The keyboard goes to the open line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _add(self) -> None:
        text = self.line.text().strip()
        if text:
            self.line.set_value("")
            self.named.emit(text)
