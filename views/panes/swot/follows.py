"""What follows from SWOT: the strategies by effect x ease with what each leads to, and the pair that suggests itself."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.panes.cross_swot.rows import StrategyRow
from views.widgets import Card, Hairline, Label, Link, Run, row, strong
from workbench.analysis.cross_view import CrossView
from workbench.strings import tr


class StrategiesCard(Card):
    """`opened(id)` opens a strategy, `going(pane, where)` what it leads to, `picked(cards)` crosses the suggested pair, `action_wanted(id)`."""

    opened = Signal(int)
    going = Signal(str, object)
    picked = Signal(object)
    link_wanted = Signal(int)
    action_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._shown: object = None
        self._pair: tuple[int, int] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.rows: list[StrategyRow] = []
        self.suggested, self.use = Label(wrap=True), Link(role="caption_strong")
        self.use.clicked.connect(self._use)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(17, 10, 17, 14)
        foot.setSpacing(3)
        foot.addWidget(self.suggested)
        foot.addLayout(row(self.use, None))
        self.body.addLayout(self._list)
        self.body.addWidget(Hairline())
        self.body.addWidget(self._foot)

    def retranslate(self) -> None:
        """Set the fixed words."""
        self.set_heading(tr("Cross-SWOT"))
        self.set_context(tr("by effect × ease"))
        self._shown = None

    def show_view(self, view: CrossView, writes: bool) -> None:
        """Show the strategies and the first suggestion; nothing is made anew where all is the same."""
        shown = (view.strategies, view.segments, view.suggestions[:1], view.ready, writes)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for strategy in view.strategies:
            made = StrategyRow(strategy, view, False, writes, self)
            made.opened.connect(self.opened)
            made.going.connect(self.going)
            made.link_wanted.connect(self.link_wanted)
            made.action_wanted.connect(self.action_wanted)
            self._list.addWidget(Hairline())
            self._list.addWidget(made)
            self.rows.append(made)
        if not view.strategies:
            none = Label(tr("No strategy yet. A board is finished when it has changed a priority."), "muted", wrap=True)
            none.setContentsMargins(17, 4, 17, 12)
            self._list.addWidget(none)
        self._suggest(view, writes)

    def _suggest(self, view: CrossView, writes: bool) -> None:
        first = view.suggestions[0] if view.suggestions else None
        self._pair = (first.inner.id, first.outer.id) if first is not None else None
        if first is not None:
            self.suggested.set_runs(
                [Run(tr("Suggested:") + " ", "muted"), strong(tr("{one} × {other}", one=first.inner.text, other=first.outer.text))]
            )
        else:
            self.suggested.setText(tr("Pairs of cards are suggested here once both halves of the board hold one."))
        self.use.set_text(tr("Cross these two"))
        self.use.setVisible(first is not None)
        self.use.setEnabled(writes)

    @Slot()
    def _use(self) -> None:
        if self._pair is not None:
            self.picked.emit(self._pair)
