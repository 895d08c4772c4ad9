"""The field in which a condition's value is chosen or typed, by the kind of the value."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from views.widgets import Combo, IntegerField, Label, LineEdit, MoneyField
from workbench.strings import ntr, tr
from workbench.targeting.choices import Choices
from workbench.targeting.fields import FIELDS, MOST_DAYS, SIZES, TIERS, is_value
from workbench.targeting.filters import Condition


class ValueField(QWidget):
    """`edited(value)` when the user chose or typed another value that can be; `focus_part` is what takes the keyboard, None without a value."""

    edited = Signal(object)

    def __init__(self, node: Condition, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self._node = FIELDS[node.field].kind, node
        self.focus_part: QWidget | None = None
        self.unit = Label("", "muted")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        if node.comparison != "never":
            self.focus_part = self._made(node, choices)
            self.focus_part.setAccessibleName(tr("Value"))
            line.addWidget(self.focus_part, 1)
            line.addWidget(self.unit)
        else:
            line.addStretch(1)
        self.show_value(node)

    def _made(self, node: Condition, choices: Choices) -> QWidget:
        if self.kind in ("days", "count"):
            number = IntegerField(0 if self.kind == "days" else 1, MOST_DAYS)
            number.setMaximumWidth(96)
            number.edited.connect(self._typed)
            return number
        if self.kind == "money":
            money = MoneyField(choices.currency)
            money.edited.connect(self._typed)
            return money
        if node.comparison == "contains":
            text = LineEdit()
            text.editingFinished.connect(self._finished)
            return text
        combo = Combo(self._options(node, choices), node.value)
        combo.chosen.connect(self._typed)
        return combo

    def _options(self, node: Condition, choices: Choices) -> list[tuple[Any, str]]:
        if self.kind == "tier":
            return [(tier, tr("N (prospect)") if tier == "N" else tier) for tier in TIERS]
        if self.kind == "size":
            return [(size, tr(name)) for size, name in SIZES.items()]
        if self.kind == "rep":
            reps = [*choices.reps, (0, tr("nobody"))]
            return reps if any(key == node.value for key, _ in reps) else [*reps, (node.value, tr("a rep who is gone"))]
        known = {"industry": choices.industries, "region": choices.regions, "tag": choices.tags}[node.field]
        return [(text, text) for text in (known if node.value in known else (str(node.value), *known))]

    def show_value(self, node: Condition) -> None:
        """Show the value of a condition of the same field and comparison."""
        self._node = node
        if isinstance(self.focus_part, LineEdit | Combo):
            self.focus_part.set_value(node.value)
        if self.kind in ("days", "count"):
            count = int(node.value)
            self.unit.setText(ntr("day", "days", count) if self.kind == "days" else ntr("deal", "deals", count))
        self.unit.setVisible(bool(self.unit.text()))

    @Slot()
    def _finished(self) -> None:
        if isinstance(self.focus_part, LineEdit):
            self._typed(self.focus_part.text())

    @Slot(object)
    def _typed(self, value: object) -> None:
        if not is_value(self.kind, value):
            self.show_value(self._node)
        elif value != self._node.value:
            self.edited.emit(value)
