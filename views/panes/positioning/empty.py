"""What the pane shows before there are two axes: why it matters, one example, one button."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.charts import line, pen
from views.theme import current_theme
from views.theme.paint import CENTRE, RIGHT, draw_text, rounded
from views.widgets import Button, EmptyState, PaintedWidget
from views.widgets.base import bounds
from workbench.strings import tr


class PositioningExample(PaintedWidget):
    """A small map with ourselves and two rivals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(420, current_theme().px(230))

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, rect = current_theme(), QPainter(self), bounds(self)
        rounded(painter, rect, theme.colour("app"), theme.colour("line"), theme.size("card"))
        tall = theme.px(20)
        inside = rect.adjusted(16, tall + 8, -16, -tall - 8)
        middle = inside.center()
        line(painter, inside.x(), middle.y(), inside.right(), middle.y(), pen("faint"))
        line(painter, middle.x(), inside.y(), middle.x(), inside.bottom(), pen("faint"))
        font = theme.font("caption")
        draw_text(painter, QRectF(16, 6, rect.width() - 32, tall), tr("high price"), "muted", font, CENTRE, background="app")
        foot = QRectF(16, rect.height() - tall - 6, rect.width() - 32, tall)
        draw_text(painter, foot, tr("in weeks"), "muted", font, background="app")
        draw_text(painter, foot, tr("in days"), "muted", font, RIGHT, background="app")
        for x, y, ours in ((0.78, 0.25, True), (0.15, 0.2, False), (0.7, 0.78, False)):
            at = QPointF(inside.x() + x * inside.width(), inside.y() + y * inside.height())
            mark = QRectF(at.x() - 7, at.y() - 7, 14, 14)
            rounded(
                painter, mark, theme.colour("accent" if ours else "app"), theme.colour("accent" if ours else "ink"), 7 if ours else 3, 2
            )
            words = QRectF(at.x() - 60, at.y() + 7, 120, tall)
            draw_text(
                painter, words, tr("Ourselves") if ours else tr("A rival"), "accent" if ours else "ink", font, CENTRE, background="app"
            )


class PositioningEmpty(EmptyState):
    """`on_begin` is called by its one button."""

    def __init__(self, on_begin: Callable[[], object], parent: QWidget | None = None) -> None:
        self.begin = Button("", primary=True, tall=True)
        self.begin.clicked.connect(on_begin)
        super().__init__("", "", [self.begin], PositioningExample(), " ", " ", parent=parent)

    def retranslate(self) -> None:
        self.begin.set_text(tr("Begin with two axes"))
        self.set_texts(
            tr("How are we different?"),
            tr(
                "Two axes that buyers compare, ourselves, the rivals and what a segment would like best. The map has done its work when it "
                "has told you what not to compete on."
            ),
            tr("For example"),
            tr("fast and dear, far from both rivals"),
        )
