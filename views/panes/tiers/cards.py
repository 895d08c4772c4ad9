"""One card a tier: how many customers, their share of the revenue, what their rule asks for, whether their cadence is kept."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import LEFT, chip, chip_width, draw_text, focus_ring, hairline, text_width
from views.widgets import Card, Label, Link, Run, TierSquare, row, strong
from views.widgets.base import bounds, follow_theme, tip
from workbench import formatting
from workbench.customers.tier_overview import TierCard, TierOverview
from workbench.strings import ntr, tr


class ChipButton(QAbstractButton):
    """A state in a chip that leads to those who are in it: `clicked`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = "plain"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    def set_state(self, text: str, kind: str) -> None:
        """Change words and kind."""
        self.kind = kind
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.restyle()

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(chip_width(self.text())) + 1, current_theme().px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 40), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.setToolTip(tip(self.text()) if self.width() < int(chip_width(self.text())) else "")
        chip(painter, self.rect(), self.text(), self.kind)
        if self.hasFocus():
            focus_ring(painter, bounds(self), bounds(self).height() / 2)


class QuietLink(Link):
    """A link in plain weight, for a word beside a figure."""

    def _font(self) -> QFont:
        return current_theme().font(self.role)

    def sizeHint(self) -> QSize:
        return QSize(int(text_width(self.words(), self._font())) + 2, round(current_theme().line_height(self.role)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), bounds(self)
        draw_text(painter, rect, self.words(), self.tone, self._font(), LEFT)
        if self.underMouse():
            hairline(painter, 0, rect.bottom() - 2, rect.width() - 1, rect.bottom() - 2, self.tone)
        if self.hasFocus():
            focus_ring(painter, rect, 3)


class OneTier(Card):
    """A tier's card. `wanted(tier, cadence)` when its customers are asked for; cadence "" means all of them."""

    wanted = Signal(str, str)

    def __init__(self, tier: str, parent: QWidget | None = None) -> None:
        super().__init__(top=tier, parent=parent)
        self.tier, self._cadence, self._share, self._asks = tier, "", "", ("", "")
        self.figure, self.customers = Label(role="number"), QuietLink("", role="body", tone="muted")
        self.share = Label(align=Qt.AlignmentFlag.AlignRight)
        self.asks, self.state = Label(role="caption", elide=True), ChipButton()
        self.customers.clicked.connect(self._all)
        self.state.clicked.connect(self._some)
        first = row(TierSquare(tier), self.figure, self.customers, spacing=6)
        first.addWidget(self.share, 1)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.asks, 1)
        second.addWidget(self.state)
        self.body.setSpacing(3)
        self.body.addLayout(first)
        self.body.addLayout(second)
        self.layout().setContentsMargins(15, 11, 15, 11)

    def show_tier(self, facts: TierCard) -> None:
        """Show other figures."""
        self.figure.setText(formatting.number(facts.customers))
        self.customers.set_text(ntr("customer", "customers", facts.customers))
        self.customers.setToolTip(tr("Show the {tier} customers", tier=facts.tier))
        self._share = formatting.percent(facts.share)
        asked = {"visits": formatting.number(facts.visits), "hours": formatting.hours(facts.hours)}
        if facts.desk:
            self._asks = (tr("{visits} calls, {hours} a month", **asked), tr("{visits} calls, {hours}", **asked))
        else:
            self._asks = (tr("{visits} visits, {hours} a month", **asked), tr("{visits} visits, {hours}", **asked))
        self._cadence, (words, kind) = self._state(facts)
        self.state.set_state(words, kind)
        self._fit()

    def _fit(self) -> None:
        """As many words as there is room for."""
        whole, short = self._asks
        room = self.width() - 38 - (self.state.sizeHint().width() if self.state.text() else 0)
        fits = text_width(whole, current_theme().font("caption")) <= room
        self.asks.setText(whole if fits else short)
        self.asks.setToolTip("" if fits else whole)

    def share_fits(self, width: int) -> bool:
        """Whether a card of `width` has room for the words beside the share."""
        theme, whole = current_theme(), tr("{share} of revenue", share=self._share)
        room = width - 30 - theme.px(18) - 18 - self.figure.sizeHint().width() - self.customers.sizeHint().width()
        rest = text_width(whole.replace(self._share, ""), theme.font("body"))
        return text_width(self._share, theme.font("strong")) + rest + 2 <= room

    def show_share(self, words: bool) -> None:
        """Show the share with its words, or alone with them in the tooltip."""
        whole = tr("{share} of revenue", share=self._share)
        before, _, after = whole.partition(self._share)
        runs = [Run(before, "muted"), strong(self._share), Run(after, "muted")] if words else [strong(self._share)]
        self.share.set_runs([run for run in runs if run.text])
        self.share.setToolTip("" if words else whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._share:
            self._fit()

    @staticmethod
    def _state(facts: TierCard) -> tuple[str, tuple[str, str]]:
        if not facts.customers:
            return "", ("", "plain")
        if facts.behind:
            return "behind", (tr("{n} behind", n=formatting.number(facts.behind)), "thread")
        if facts.never:
            count = formatting.number(facts.never)
            return "never", (tr("{n} never called", n=count) if facts.desk else tr("{n} never visited", n=count), "warn")
        return "", (tr("all in time"), "good")

    @Slot()
    def _all(self) -> None:
        self.wanted.emit(self.tier, "")

    @Slot()
    def _some(self) -> None:
        self.wanted.emit(self.tier, self._cadence)


class TierCards(QWidget):
    """The cards of A, B and C side by side."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        self._told = False
        self.cards = {tier: OneTier(tier) for tier in "ABC"}
        for card in self.cards.values():
            card.wanted.connect(self.wanted)
            line.addWidget(card, 1)

    def show_tiers(self, shown: TierOverview) -> None:
        """Show other figures."""
        for facts in shown.cards:
            self.cards[facts.tier].show_tier(facts)
        self._told = True
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._told:
            self._fit()

    def _fit(self) -> None:
        """The same words on all three cards."""
        width = (self.width() - 28) // 3
        words = all(card.share_fits(width) for card in self.cards.values())
        for card in self.cards.values():
            card.show_share(words)
