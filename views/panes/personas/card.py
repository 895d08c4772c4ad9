"""A persona as a card: its name, its attributes, and what can be done with it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.panes.personas.attribute import AttributeRow
from views.widgets import Button, Card, EditableText, Hairline, IconButton, Label, row
from workbench.strings import tr
from workbench.value.personas import KEYS, PersonaView


class PersonaCard(Card):
    """Its signals carry the persona's id first and are the user's."""

    written = Signal(int, str, str)
    origin_chosen = Signal(int, str, str)
    renamed = Signal(int, str)
    removed = Signal(int)
    filled = Signal(int)
    copied = Signal(int)
    pasted = Signal(int)

    def __init__(self, view: PersonaView, writes: bool, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self.persona = view.id
        self.name = EditableText("", "text", name=tr("Name of the persona"))
        self.name.setEnabled(writes)
        self.name.committed.connect(self._rename)
        self.share = Label(role="caption")
        self.remove = IconButton("x", "")
        self.remove.setEnabled(writes)
        self.remove.clicked.connect(self._remove)
        head = row(self.name, None, self.share, self.remove)
        head.setContentsMargins(15, 8, 12, 8)
        self.body.addLayout(head)
        self.rows: dict[str, AttributeRow] = {}
        lines = QVBoxLayout()
        lines.setSpacing(0)
        for key in KEYS:
            made = self.rows[key] = AttributeRow(key, writes, self)
            made.written.connect(self._write)
            made.origin_chosen.connect(self._choose)
            made.onward.connect(self._go_on)
            lines.addWidget(Hairline())
            lines.addWidget(made)
        lines.addWidget(Hairline())
        self.body.setSpacing(0)
        self.body.addLayout(lines)
        self.fill = Button(tr("Fill from our data"), small=True, icon="database")
        self.copy = Button(tr("Copy a brief"), small=True, icon="copy")
        self.paste = Button(tr("Paste an answer"), small=True, icon="clipboard")
        for button, slot in ((self.fill, self._fill), (self.copy, self._copy), (self.paste, self._paste)):
            button.clicked.connect(slot)
        self.fill.setEnabled(writes)
        self.paste.setEnabled(writes)
        foot = row(self.fill, None, self.copy, self.paste)
        foot.setContentsMargins(17, 9, 14, 10)
        self.body.addLayout(foot)
        self.show_persona(view)

    def show_persona(self, view: PersonaView) -> None:
        """Show what is known of the persona now."""
        self.name.set_value(view.name)
        self.remove.set_name(tr("Remove “{text}”", text=view.name))
        self.share.setText(tr("{own} of {filled} own", own=view.own, filled=view.filled) if view.filled else "")
        for one in view.attributes:
            self.rows[one.key].show_attribute(one)

    def take_focus(self) -> None:
        """The keyboard goes to the first attribute that says nothing yet, else to the first."""
        empty = (one for one in self.rows.values() if not one.text.toPlainText())
        next(empty, next(iter(self.rows.values()))).text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, str)
    def _write(self, key: str, text: str) -> None:
        self.written.emit(self.persona, key, text)

    @Slot(str, str)
    def _choose(self, key: str, origin: str) -> None:
        self.origin_chosen.emit(self.persona, key, origin)

    @Slot(str)
    def _go_on(self, key: str) -> None:
        keys = list(self.rows)
        self.rows[keys[(keys.index(key) + 1) % len(keys)]].text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _rename(self, name: str) -> None:
        self.renamed.emit(self.persona, name)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.persona)

    @Slot()
    def _fill(self) -> None:
        self.filled.emit(self.persona)

    @Slot()
    def _copy(self) -> None:
        self.copied.emit(self.persona)

    @Slot()
    def _paste(self) -> None:
        self.pasted.emit(self.persona)
