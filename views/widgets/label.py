"""Text on screen: plain text only, one role of the type scale, with wrapping, elision or pieces in several looks."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from views.theme import ROLES, current_theme
from views.theme.paint import draw_text, text_width
from views.theme.text_block import Run, TextBlock
from views.widgets.base import follow_theme, tip


class Label(QLabel):
    """One text in a role: body, strong, medium, muted, caption, caption_ink, caption_strong, heading (small capitals), message, lead,
    title, sentence, number, headline, figure, link.

    `tone` overrules the colour ("thread", "good" ...). `wrap` breaks lines; `elide` cuts with an ellipsis and tells the whole in a tooltip;
    else it is never narrower than its text. `set_runs` shows pieces in several looks. `tabular` for numbers and times.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "",
        wrap: bool = False,
        elide: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        tabular: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.role, self.tone, self.elide, self.tabular = role, tone, elide, tabular
        self._runs: tuple[Run, ...] = ()
        self._block: TextBlock | None = None
        self._heights: dict[int, int] = {}
        self._own_tip = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        self.setWordWrap(wrap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)
        self._restyle_font()
        follow_theme(self)

    def setText(self, text: str) -> None:
        """Show `text`, letter by letter."""
        self._runs, self._block = (), None
        self._heights.clear()
        super().setText(text)
        self._tell()

    set_text = setText

    def set_runs(self, runs: Sequence[Run | str]) -> None:
        """Show pieces in several looks, e.g. `["Likely to end at ", strong("54-67"), "."]`."""
        made = tuple(run if isinstance(run, Run) else Run(run) for run in runs)
        self.setText("".join(run.text for run in made))
        self._runs = made
        self._heights.clear()
        self.updateGeometry()

    def set_tone(self, tone: str) -> None:
        """Change the colour role; "" is the role's own."""
        if tone != self.tone:
            self.tone, self._block = tone, None
            self.update()

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self._block = None
        self._heights.clear()
        self._restyle_font()
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return current_theme().font(self.role, tabular=self.tabular)

    def _restyle_font(self) -> None:
        self.setFont(self._font())

    def _laid(self, width: float) -> TextBlock:
        if self._block is None or self._block.width != width:
            runs = self._runs or (Run(self.text()),)
            self._block = TextBlock(runs, self.role, width, self.tone, self.alignment(), self._font())
        return self._block

    def _natural(self) -> int:
        if self._runs or "\n" in self.text():
            return ceil(TextBlock(self._runs or (Run(self.text()),), self.role, 1e6, font=self._font()).natural_width) + 1
        return ceil(text_width(self.text(), self._font()))

    def sizeHint(self) -> QSize:
        line = round(current_theme().line_height(self.role))
        natural = self._natural()
        if self.wordWrap():
            width = min(natural, 420)
            return QSize(width, self.heightForWidth(width))
        return QSize(natural, line * (self.text().count("\n") + 1))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        if self.wordWrap():
            return QSize(min(hint.width(), 60), round(current_theme().line_height(self.role)))
        return QSize(min(hint.width(), 28), hint.height()) if self.elide else hint

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return -1
        height = self._heights.get(width)
        if height is None:
            runs = self._runs or (Run(self.text()),)
            height = self._heights[width] = round(TextBlock(runs, self.role, max(1, width), font=self._font()).height)
        return height

    def setToolTip(self, text: str) -> None:
        """Set a tooltip of one's own; "" gives it back to elision."""
        self._own_tip = bool(text)
        super().setToolTip(text)

    def _tell(self) -> None:
        if self.elide and not self._own_tip:
            cut = text_width(self.text(), self._font()) > self.width() + 0.6
            super().setToolTip(tip(self.text()) if cut else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tone = self.tone or ROLES[self.role].colour
        if self.wordWrap() or self._runs or "\n" in self.text():
            block = self._laid(float(self.width()))
            top = 0.0 if self.alignment() & Qt.AlignmentFlag.AlignTop else max(0.0, (self.height() - block.height) / 2)
            block.paint(painter, 0, top)
        else:
            draw_text(painter, QRectF(self.rect()), self.text(), tone, self._font(), self.alignment(), elide=self.elide)
