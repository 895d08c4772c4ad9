"""A visit asked for beside the rules, as the customer's sheet and the visit plan list it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.widgets import Label, Link, TierSquare, row
from workbench.strings import tr
from workbench.visits import extra
from workbench.visits.extra import Asked

if TYPE_CHECKING:
    from views.panes.pane import Pane


class AskedRow(QWidget):
    """By when, why and what became of it; it can be settled or withdrawn. `named` says whose visit it is."""

    def __init__(self, pane: "Pane", asked: Asked, named: bool, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane, self._asked = pane, asked
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        if named:
            name = Link(asked.name, role="strong")
            name.clicked.connect(self._open)
            column.addLayout(row(TierSquare(asked.tier), name, None, spacing=8))
        column.addWidget(Label(asked.words, tone="warn" if asked.late else "", wrap=True))
        self.settle, self.withdraw = Link(tr("Seen today"), role="caption_strong"), Link(tr("Withdraw"), role="caption_strong")
        self.settle.setAccessibleName(tr("Seen today: {name}", name=asked.name))
        self.withdraw.setAccessibleName(tr("Withdraw the visit asked for: {name}", name=asked.name))
        self.settle.clicked.connect(self._settle)
        self.withdraw.clicked.connect(self._withdraw)
        if writable:
            column.addLayout(row(self.settle, self.withdraw, None, spacing=14))
        for link in (self.settle, self.withdraw):
            link.setVisible(writable)

    @Slot()
    def _open(self) -> None:
        self._pane.context.navigate("customers", customer=self._asked.customer_id)

    @Slot()
    def _settle(self) -> None:
        self._pane.change(tr("{name} was seen today", name=self._asked.name), extra.settle, self._asked.id)

    @Slot()
    def _withdraw(self) -> None:
        self._pane.change(tr("Withdraw the visit asked for at {name}", name=self._asked.name), extra.withdraw, self._asked.id)
