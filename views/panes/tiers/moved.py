"""Who moved from tier to tier, each with its reason; and who is held in a tier by hand until the figures decide again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from views.widgets import Button, Card, Hairline, Label, Link, Run, TierSquare, strong
from views.widgets.base import tip
from workbench import formatting
from workbench.customers.tier_moves import Held, Moves
from workbench.customers.tiering import ended
from workbench.strings import ntr, tr


class NameLink(Link):
    """A customer's name in ink that leads to it; elided with the whole name as tooltip."""

    def __init__(self, customer: int, name: str) -> None:
        super().__init__(name, role="strong", tone="ink")
        self.customer = customer
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Maximum)
        self.setSizePolicy(policy)
        self.setMinimumWidth(40)
        self.setToolTip(tip(name))


class _People(Card):
    """Rows of customers with tier squares before them. `customer_wanted(id)` when a name is clicked."""

    customer_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(0)
        self._shown: object = None

    def retranslate(self) -> None:
        self._shown = None

    def clear(self) -> None:
        """Take all rows away."""
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def add_row(self, customer: int, name: str, tiers: Sequence[str], about: Label, *below: QWidget) -> None:
        """A customer, its way from tier to tier, a text about it."""
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 9, 0, 9)
        line.setSpacing(10)
        way = QHBoxLayout()
        way.setSpacing(3)
        for place, tier in enumerate(tiers):
            if place:
                way.addWidget(Label("→", "muted"))
            way.addWidget(TierSquare(tier))
        way.addStretch(1)
        left = QWidget()
        left.setLayout(way)
        way.setContentsMargins(0, 1, 0, 0)
        left.setFixedWidth(62)
        line.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        link = NameLink(customer, name)
        link.clicked.connect(self._wanted)
        words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(about)
        for widget in below:
            words.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        line.addLayout(words, 1)
        self.body.addWidget(Hairline())
        self.body.addWidget(box)

    @Slot()
    def _wanted(self) -> None:
        link = self.sender()
        if isinstance(link, NameLink):
            self.customer_wanted.emit(link.customer)


class MovedCard(_People):
    """Who changed tier since the plan began."""

    def show_moves(self, moves: Moves) -> None:
        """Show others."""
        if moves == self._shown:
            return
        self._shown = moves
        self.clear()
        self.set_heading(tr("Who moved"))
        self.set_context(tr("since {day}", day=formatting.day_short(moves.since)) if moves.since else "")
        for move in moves.shown:
            self.add_row(move.customer_id, move.name, (move.before, move.tier), Label(move.reason, "caption", wrap=True))
        if not moves.shown:
            self.body.addWidget(Label(tr("Nobody changed tier since the plan began."), "muted", wrap=True))
        if moves.more:
            self.body.addWidget(Hairline())
            self.body.addSpacing(8)
            self.body.addWidget(Label(ntr("and {n} more", "and {n} more", moves.more, n=formatting.number(moves.more)), "caption"))


class HeldCard(_People):
    """Who is held by hand: `cleared(id)` lets the figures decide, `add_wanted` holds another."""

    cleared = Signal(int)
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add = Button("", small=True, key="H")
        self.add.clicked.connect(self.add_wanted)
        self.add_to_header(self.add)

    def retranslate(self) -> None:
        super().retranslate()
        self.set_heading(tr("Set by hand"))
        self.add.set_text(tr("Set a tier"))

    def show_held(self, held: tuple[Held, ...], writes: bool) -> None:
        """Show others."""
        self.add.setEnabled(writes)
        if (held, writes) == self._shown:
            return
        self._shown = (held, writes)
        self.clear()
        for one in held:
            about = Label(role="caption", wrap=True)
            about.set_runs([Run(ended(one.reason) + " "), strong(tr("By figures {tier}", tier=one.figures))])
            link = Link(tr("Let the figures decide"), role="caption_strong")
            link.setProperty("customer", one.customer_id)
            link.setAccessibleName(tr("Let the figures decide on {name}", name=one.name))
            link.setEnabled(writes)
            link.clicked.connect(self._clear)
            tiers = (one.figures, one.tier) if one.figures != one.tier else (one.tier,)
            self.add_row(one.customer_id, one.name, tiers, about, link)
        if not held:
            text = tr("No tier is set by hand. Use it where you know more than the figures: a new plant, a sale in view.")
            self.body.addWidget(Label(text, "muted", wrap=True))

    @Slot()
    def _clear(self) -> None:
        link = self.sender()
        if isinstance(link, Link):
            self.cleared.emit(link.property("customer"))
