"""What the pane shows before there is a segment: why it matters, one example, one button."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import RIGHT, chip, draw_text, hairline, rounded
from views.widgets import Button, EmptyState, PaintedWidget
from views.widgets.base import bounds
from workbench import formatting
from workbench.strings import marked, tr
from workbench.targeting.segments import DECISIONS

ROWS = (
    (marked("Medical devices"), marked("industry is Medical devices"), 9, 0.34, "primary"),
    (marked("Optics"), marked("industry is Optics and tier is A"), 6, 0.21, "primary"),
    (marked("General machinery"), marked("industry is General machinery and not (tier is A)"), 25, 0.1, "later"),
)
LINE = 74


class SegmentExample(PaintedWidget):
    """Three segments as they look once they are there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(420, current_theme().px(3 * LINE + 12))

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, rect = current_theme(), QPainter(self), bounds(self)
        rounded(painter, rect, theme.colour("app"), theme.colour("line"), theme.size("card"))
        tall, half = theme.px(LINE), theme.px(20)
        for place, (name, words, customers, share, decision) in enumerate(ROWS):
            y = theme.px(6) + place * tall
            box = rect.adjusted(16, y, -16, 0)
            box.setHeight(tall)
            if place:
                hairline(painter, 16, y, rect.width() - 16, y)
            lines = [QRectF(box.x(), box.y() + theme.px(6) + half * line, box.width(), half) for line in range(3)]
            draw_text(painter, lines[0], tr(name), "ink", theme.font("strong"), background="app")
            chip(painter, lines[0].toRect(), tr(DECISIONS[decision]), "accent" if decision == "primary" else "plain", RIGHT)
            draw_text(painter, lines[1], tr(words), "ink", theme.font("caption"), background="app")
            figures = tr("{n} customers, {share} of revenue", n=customers, share=formatting.percent(share))
            draw_text(painter, lines[2], figures, "muted", theme.font("caption", tabular=True), background="app")


class SegmentsEmpty(EmptyState):
    """`on_new` is called by its one button."""

    def __init__(self, on_new: Callable[[], object], parent: QWidget | None = None) -> None:
        self.new = Button("", primary=True, tall=True)
        self.new.clicked.connect(on_new)
        super().__init__("", "", [self.new], SegmentExample(), " ", " ", parent=parent)

    def retranslate(self) -> None:
        self.new.set_text(tr("Make the first segment"))
        self.set_texts(
            tr("Whom do you serve first?"),
            tr(
                "A segment is a filter over your own customers, so it always shows how many there are, what they bring and how often you win. "
                "It has done its work when you have decided against one."
            ),
            tr("For example"),
            tr("three filters, one decision each"),
        )
