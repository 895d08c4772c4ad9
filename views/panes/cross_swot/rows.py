"""The list of strategies by effect x ease, each with its cards and with what it leads to."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from views.theme import current_theme
from views.widgets import Card, FlowLayout, Hairline, Label, Link, SegmentedControl
from views.widgets.base import tip
from views.widgets.wrapped import WrappedLink
from workbench import formatting
from workbench.analysis.cross_view import CrossView
from workbench.analysis.strategies import ServedSegment, StrategyView
from workbench.strings import ntr, tr

SHORT, SHORTER = 26, 21
Going = tuple[str, dict[str, object]]


class StrategyRow(QWidget):
    """One strategy. `opened(id)`, `going(pane, where)`, `link_wanted(id)`, `action_wanted(id)`."""

    opened = Signal(int)
    going = Signal(str, object)
    link_wanted = Signal(int)
    action_wanted = Signal(int)

    def __init__(self, strategy: StrategyView, view: CrossView, current: bool, writes: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.strategy, self._current = strategy, current
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 10, 17, 10)
        column.setSpacing(2)
        self.title = WrappedLink(strategy.text, "strong", kind=strategy.kind, parent=self)
        self.title.clicked.connect(self._open)
        column.addWidget(self.title)
        cards = Label(role="caption", wrap=True)
        cards.setText(
            " × ".join(f"{card.letter} {_short(card.text, SHORTER)}" for card in strategy.cards) or tr("Its cards are gone: pick others.")
        )
        cards.setToolTip(tip(" × ".join(f"{card.letter} {card.text}" for card in strategy.cards)))
        column.addWidget(cards)
        chains = [self._segment(segment, view) for segment in strategy.segments]
        if strategy.actions and not chains:
            column.addWidget(self._first_action())
        elif strategy.leads_nowhere:
            column.addWidget(self._nowhere(writes))
        for chain in chains[:-1]:
            column.addWidget(self._line(chain))
        rated = tr("Effect {effect} × ease {ease} = {score}", effect=strategy.effect, ease=strategy.ease, score=strategy.score)
        column.addWidget(self._line([*(chains[-1] if chains else []), *self._more(bool(chains)), Label(rated, "caption")]))

    def _segment(self, segment: ServedSegment, view: CrossView) -> list[QWidget]:
        """The links from a segment over its customers to their visits."""
        made = [self._link(tr("→ Segment {name}", name=_short(segment.name)), segment.name, ("segments", {"segment": segment.id}))]
        reached = view.reached(segment.id)
        if reached is None:
            return made
        customers, visits = reached.customers, round(reached.visits)
        said = ntr("→ {n} customer", "→ {n} customers", customers, n=formatting.number(customers))
        made.append(self._link(said, "", ("customers", {"segment": segment.id})))
        if visits:
            said = ntr("→ {n} visit a month", "→ {n} visits a month", visits, n=formatting.number(visits))
            made.append(self._link(said, "", ("plan", {})))
        return made

    def _first_action(self) -> QWidget:
        """The action that is next, with its day and owner."""
        first = next((one for one in self.strategy.actions if one.status != "done"), self.strategy.actions[0])
        words = [first.title, formatting.day_short(first.due) if first.due else "", first.owner]
        text = tr("→ Action: {action}", action=tr(", ").join(word for word in words if word))
        return self._going(WrappedLink(text, "caption_strong", "thread", parent=self), ("actions", {"action": first.id}))

    def _more(self, after_segments: bool) -> list[QWidget]:
        there: Going = ("actions", {"strategy": self.strategy.id})
        count = len(self.strategy.actions)
        if after_segments:
            return [self._link(ntr("→ {n} action", "→ {n} actions", count), "", there)] if count else []
        return [self._link(ntr("→ and {n} more", "→ and {n} more", count - 1), "", there)] if count > 1 else []

    def _nowhere(self, writes: bool) -> QWidget:
        said = Label(tr("Leads nowhere yet:"), "caption_strong", tone="warn")
        link, action = Link(tr("link a segment"), "caption_strong"), Link(tr("or an action"), "caption_strong")
        link.clicked.connect(self._want_link)
        action.clicked.connect(self._want_action)
        for one in (link, action):
            one.setEnabled(writes)
        link.setAccessibleName(tr("Link a segment to “{strategy}”", strategy=self.strategy.text))
        action.setAccessibleName(tr("Add an action to “{strategy}”", strategy=self.strategy.text))
        return self._line([said, link, action])

    def _line(self, parts: list[QWidget]) -> QWidget:
        line = QWidget(self)
        flow = FlowLayout(line, gap=6, row_gap=0)
        policy = line.sizePolicy()
        policy.setHeightForWidth(True)
        line.setSizePolicy(policy)
        for part in parts:
            flow.addWidget(part)
        return line

    def _link(self, text: str, whole: str, there: Going) -> QWidget:
        link = Link(text, "caption_strong", "thread")
        link.setToolTip(tip(whole) if whole and whole not in text else "")
        return self._going(link, there)

    def _going(self, button: QAbstractButton, there: Going) -> QWidget:
        button.setProperty("there", there)
        button.clicked.connect(self._go)
        return button

    @Slot()
    def _go(self) -> None:
        pane, where = self.sender().property("there")
        self.going.emit(pane, where)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.strategy.id)

    @Slot()
    def _want_link(self) -> None:
        self.link_wanted.emit(self.strategy.id)

    @Slot()
    def _want_action(self) -> None:
        self.action_wanted.emit(self.strategy.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._current:
            QPainter(self).fillRect(QRectF(1, 6, 3, self.height() - 12), current_theme().colour("accent"))


class StrategyList(Card):
    """`show_view(view, opened, order, writes)`; signals as the rows', `ordered("score" or "position")`."""

    opened = Signal(int)
    going = Signal(str, object)
    link_wanted = Signal(int)
    action_wanted = Signal(int)
    ordered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self.order = SegmentedControl()
        self.order.chosen.connect(self.ordered)
        self.add_to_header(self.order)
        self.rows: dict[int, StrategyRow] = {}
        self._shown: object = None
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body.addWidget(self._holder)

    def retranslate(self) -> None:
        self.set_heading(tr("Strategies"))
        self.order.set_options([("score", tr("effect × ease")), ("position", tr("our order"))])
        self.order.setAccessibleName(tr("Order of the strategies"))
        self._shown = None

    def show_view(self, view: CrossView, opened: int | None, writes: bool) -> None:
        """Show the strategies; nothing is made anew where all is the same."""
        shown = (view.strategies, view.segments, opened, writes)
        if shown == self._shown:
            return
        self._shown = shown
        focused = next((number for number, made in self.rows.items() if made.title.hasFocus()), None)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        for strategy in view.strategies:
            made = StrategyRow(strategy, view, strategy.id == opened, writes, self._holder)
            signals: tuple[tuple[object, Callable[..., object]], ...] = (
                (made.opened, self.opened.emit),
                (made.going, self.going.emit),
                (made.link_wanted, self.link_wanted.emit),
                (made.action_wanted, self.action_wanted.emit),
            )
            for signal, slot in signals:
                signal.connect(slot)  # type: ignore[attr-defined]
            self._column.addWidget(Hairline())
            self._column.addWidget(made)
            self.rows[strategy.id] = made
        if not view.strategies:
            none = Label(tr("None yet. Each is made of at least two cards, and ends in a segment or an action."), "muted", wrap=True)
            none.setContentsMargins(16, 4, 16, 14)
            self._column.addWidget(none)
        if focused in self.rows:
            self.rows[focused].title.setFocus()


def _short(text: str, most: int = SHORT) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
