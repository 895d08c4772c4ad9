"""What the file is: kind, encoding, separator, header, sheet; each found, said with its evidence, and changeable."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.widgets import Combo, Label
from workbench.importing.kinds import KINDS, kind_named
from workbench.importing.preview import ImportPreview, PlacedCounts
from workbench.importing.reading.dialect import SEPARATORS
from workbench.importing.reading.encoding import choices
from workbench.strings import ntr, tr


class ImportFacts(QWidget):
    """`chosen(name, value)` when the owner knows better; names are those of `plan_import`."""

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(tr("What this file is"), "heading"))
        self._combos: dict[str, Combo] = {}
        self._evidence: dict[str, Label] = {}
        self._blocks: dict[str, QWidget] = {}
        for name, title in (
            ("kind", tr("Kind")),
            ("encoding", tr("Encoding")),
            ("separator", tr("Separator")),
            ("header_line", tr("Header")),
            ("sheet", tr("Sheet")),
        ):
            block = QWidget()
            inside = QVBoxLayout(block)
            inside.setContentsMargins(0, 8, 0, 8)
            inside.setSpacing(4)
            combo, evidence = Combo(name=title), Label(role="caption", wrap=True)
            combo.setProperty("choice", name)
            combo.chosen.connect(self._chosen)
            inside.addWidget(Label(title, "caption"))
            inside.addWidget(combo)
            inside.addWidget(evidence)
            column.addWidget(block)
            self._combos[name], self._evidence[name], self._blocks[name] = combo, evidence, block
        self.places = QWidget()
        inside = QVBoxLayout(self.places)
        inside.setContentsMargins(0, 8, 0, 8)
        inside.setSpacing(4)
        self.places_words = Label(role="caption_ink", wrap=True)
        inside.addWidget(Label(tr("Places of new customers"), "caption"))
        inside.addWidget(self.places_words)
        column.addWidget(self.places)
        column.addStretch(1)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what was found."""
        table = preview.table
        text = not table.sheets
        about = tr("{first} {second}", first=tr(kind_named(preview.kind).explanation), second=preview.kind_evidence).strip()
        self._show("kind", [(kind.name, tr(kind.label)) for kind in KINDS.values()], preview.kind, about)
        words = _places(preview.placed)
        self.places_words.setText(words)
        self.places.setVisible(bool(words))
        self._show("encoding", list(choices()), table.encoding.codec, table.encoding.evidence, text)
        separators = [(sign, tr(label)) for sign, label in SEPARATORS.items()]
        self._show("separator", separators, table.dialect.separator, table.dialect.evidence, text)
        lines = [(0, tr("none")), *((number, tr("line {n}", n=number)) for number, _ in table.first_lines[:20])]
        self._show("header_line", lines, table.header.line or 0, table.header.evidence)
        self._show("sheet", [(name, name) for name in table.sheets], table.sheet, "", len(table.sheets) > 1)

    def _show(self, name: str, options: list[tuple[Any, str]], value: Any, evidence: str, shown: bool = True) -> None:
        if all(option != value for option, _ in options):
            options = [*options, (value, str(value))]
        self._combos[name].set_options(options, value)
        self._evidence[name].setText(evidence)
        self._evidence[name].setVisible(bool(evidence))
        self._blocks[name].setVisible(shown)

    @Slot(object)
    def _chosen(self, value: Any) -> None:
        sender = self.sender()
        if isinstance(sender, Combo):
            self.chosen.emit(sender.property("choice"), value)


def _places(placed: PlacedCounts) -> str:
    """How finely new customers are placed: "40 to the town or postal code, 2 to the city or less, 1 not found"."""
    told = (
        (placed.listed, ntr("{n} from the list", "{n} from the list", placed.listed)),
        (placed.near, ntr("{n} to the town or postal code", "{n} to the town or postal code", placed.near)),
        (placed.coarse, ntr("{n} to the city or less", "{n} to the city or less", placed.coarse)),
        (placed.none, ntr("{n} not found", "{n} not found", placed.none)),
    )
    return tr(", ").join(words for count, words in told if count)
