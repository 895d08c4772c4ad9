"""What follows from Place: which tiers are visited and which are served from the desk. Rules, hours, plan and print obey."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from views.widgets import Card, EditableCell, Label, Link, TierSquare, row
from workbench import formatting
from workbench.strings import ntr, tr
from workbench.visits.capacity import Capacity
from workbench.visits.rules import CHANNELS, Rule


class PlaceCard(Card):
    """`chosen(tier, channel)` is the user's; `rules_wanted` when the link is clicked."""

    chosen = Signal(str, str)
    rules_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(edge="thread", parent=parent)
        self.why, self.hours, self.link = Label(role="muted", wrap=True), Label(role="message", wrap=True), Link(role="caption_strong")
        self.link.clicked.connect(self.rules_wanted)
        self.channels: dict[str, EditableCell] = {}
        self._counts: dict[str, Label] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, tier in enumerate("ABC"):
            count = self._counts[tier] = Label(role="muted")
            cell = self.channels[tier] = EditableCell("visit", "choice")
            cell.setProperty("tier", tier)
            cell.committed.connect(self._choose)
            grid.addWidget(TierSquare(tier), place, 0)
            grid.addWidget(count, place, 1)
            grid.addWidget(cell, place, 2, Qt.AlignmentFlag.AlignRight)
        self.body.addWidget(self.why)
        self.body.addLayout(grid)
        self.body.addWidget(self.hours)
        self.body.addLayout(row(self.link, None))

    def retranslate(self) -> None:
        """Set the fixed words."""
        self.set_heading(tr("Place decides"))
        self.why.setText(tr("Who is visited, and who is served from the desk. The visit rules change with it."))
        self.link.set_text(tr("Visit rules"))
        for tier, cell in self.channels.items():
            cell.set_options([(key, tr(name)) for key, name in CHANNELS.items()])
            cell.set_name(tr("Channel of tier {tier}", tier=tier))

    def show_rules(self, rules: tuple[Rule, ...], found: Capacity, writes: bool) -> None:
        """Show the channel of each tier and the hours that follow."""
        known, needs = {rule.tier: rule for rule in rules}, {need.tier: need for need in found.tiers}
        for tier, cell in self.channels.items():
            cell.setEnabled(writes and tier in known)
            if tier in known:
                cell.set_value(known[tier].channel)
            customers = needs[tier].customers if tier in needs else 0
            self._counts[tier].setText(ntr("{n} customer", "{n} customers", customers, n=formatting.number(customers)))
        load = found.load
        self.hours.setText(tr("The rules need {percent} of the field hours", percent=formatting.percent(load)) if load is not None else "")
        self.hours.setVisible(load is not None)

    @Slot(object)
    def _choose(self, channel: str) -> None:
        self.chosen.emit(str(self.sender().property("tier")), channel)
