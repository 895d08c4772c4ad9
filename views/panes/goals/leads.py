"""The card that says what the goal leads to: primary segments, else tiers, with the visits a month that the rules ask for."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.widgets import Card, Hairline, Label, Link, TierSquare, row
from views.widgets.base import tip
from workbench import formatting
from workbench.goals.ground import LeadsTo
from workbench.strings import ntr, tr

WIDEST = 150
"""Pixels of a segment's name; a longer one is cut, with the whole in its tooltip."""


class LeadsCard(Card):
    """`wanted(pane)` when one of its links is followed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(0)
        self.body.addLayout(self.lines)
        self._shown: object = None

    def retranslate(self) -> None:
        self.set_heading(tr("Leads to"))
        self._shown = None

    def show_leads(self, leads: tuple[LeadsTo, ...]) -> None:
        """Show other lines."""
        if leads == self._shown:
            return
        self._shown = leads
        while self.lines.count():
            item = self.lines.takeAt(0)
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        segments = bool(leads and leads[0].segment)
        count = ntr("{n} primary segment", "{n} primary segments", len(leads))
        self.set_context(count if segments else tr("by the visit rules") if leads else "")
        if not leads:
            text = tr("Nowhere yet: import your customers, then tiers and rules turn the goal into visits.")
            self.lines.addWidget(Label(text, "muted", wrap=True))
            self._link(tr("Go to the customers"), "customers")
            return
        for part in leads:
            self.lines.addWidget(Hairline())
            self.lines.addWidget(self._line(part))
        if not segments:
            self.lines.addWidget(Hairline())
            self.lines.addSpacing(8)
            self._link(tr("Tiers and rules"), "tiers")

    def _line(self, part: LeadsTo) -> QWidget:
        line = QWidget()
        count = ntr("{n} customer", "{n} customers", part.customers, n=formatting.number(part.customers))
        visits = Label(_often(part), "body" if part.segment else "muted")
        if part.segment:
            name = Link("→ " + part.segment, tone="thread")
            name.setProperty("pane", "segments")
            name.setMaximumWidth(WIDEST)
            name.setToolTip(tip(part.segment))
            name.clicked.connect(self._follow)
            line.setLayout(row(name, Label(count, "muted", elide=True), None, visits, spacing=10))
        else:
            line.setLayout(row(TierSquare(part.tier), Label(count), None, visits, spacing=10))
        line.layout().setContentsMargins(0, 7, 0, 7)
        return line

    def _link(self, text: str, pane: str) -> None:
        link = Link(text)
        link.setProperty("pane", pane)
        link.clicked.connect(self._follow)
        self.lines.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _follow(self) -> None:
        self.wanted.emit(str(self.sender().property("pane")))


def _often(part: LeadsTo) -> str:
    if not part.visits and part.calls:
        return tr("{n} calls a month", n=_count(part.calls))
    return tr("{n} visits a month", n=_count(part.visits + part.calls))


def _count(value: float) -> str:
    return formatting.number(value, 0 if value >= 9.5 or value == round(value) else 1)
