"""A history: marks on a line, the day, what happened."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import draw_text, focus_ring, hairline, rounded, text_width
from views.theme.text_block import Run, TextBlock
from views.widgets.base import PaintedWidget

KINDS = ("met", "absent", "order", "lost")


class Moment(NamedTuple):
    """One row. `kind`: met (filled dot), absent (hollow dot), order (green diamond), lost (hollow diamond). `title` is bold before `text`."""

    kind: str
    when: str
    title: str
    text: str = ""
    target: Any = None


def mark(painter: QPainter, x: float, y: float, kind: str) -> None:
    """The mark of `kind`, 9 px, centred on (x, y)."""
    theme = current_theme()
    if kind in ("met", "absent"):
        box = QRectF(x - 4.5, y - 4.5, 9, 9)
        rounded(painter, box, theme.colour("accent" if kind == "met" else "surface"), theme.colour("accent"), 4.5, 2)
        return
    role = "good" if kind == "order" else "muted"
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour(role))
    painter.setBrush(theme.colour(role if kind == "order" else "surface"))
    painter.drawPolygon(QPolygonF([QPointF(x, y - 5), QPointF(x + 5, y), QPointF(x, y + 5), QPointF(x - 5, y)]))


class Timeline(PaintedWidget):
    """`set_rows([Moment(...), ...])`, newest first. `clicked(target)` when a row with a target is pressed or Enter is hit on it."""

    clicked = Signal(object)

    def __init__(self, rows: Sequence[Moment] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Moment, ...] = ()
        self._at = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[Moment]) -> None:
        """Show other rows."""
        self._rows = tuple(Moment(*row) for row in rows)
        live = any(row.target is not None for row in self._rows)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if live else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("; ".join(f"{row.when} {row.title} {row.text}".strip() for row in self._rows))
        self.updateGeometry()
        self.update()

    def _left(self) -> float:
        font = current_theme().font("caption", tabular=True)
        return 20 + max((text_width(row.when, font) for row in self._rows), default=0.0) + 12

    def _blocks(self, width: float) -> list[TextBlock]:
        room = max(40.0, width - self._left())
        return [
            TextBlock([Run(row.title, "ink", 600), Run(f" {row.text}" if row.text else "", "ink")], "caption_ink", room)
            for row in self._rows
        ]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(sum(block.height + 8 for block in self._blocks(width)))

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(280))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 10)

    def boxes(self) -> list[QRectF]:
        """Where each row stands."""
        made, y = [], 0.0
        for block in self._blocks(self.width()):
            made.append(QRectF(0, y, self.width(), block.height + 8))
            y += block.height + 8
        return made

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._tell(next((i for i, box in enumerate(self.boxes()) if box.contains(event.position())), -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self._at = max(0, min(len(self._rows) - 1, self._at + step))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self._at)
        else:
            super().keyPressEvent(event)

    def _tell(self, place: int) -> None:
        if 0 <= place < len(self._rows) and self._rows[place].target is not None:
            self._at = place
            self.clicked.emit(self._rows[place].target)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        line, boxes = theme.line_height("caption"), self.boxes()
        if len(boxes) > 1:
            hairline(painter, 4.5, boxes[0].y() + 4 + line / 2, 4.5, boxes[-1].y() + 4 + line / 2)
        for place, (row, box, block) in enumerate(zip(self._rows, boxes, self._blocks(self.width()), strict=True)):
            mark(painter, 4.5, box.y() + 4 + line / 2, row.kind)
            draw_text(painter, QRectF(20, box.y() + 4, self._left() - 28, line), row.when, "muted", theme.font("caption", tabular=True))
            block.paint(painter, self._left(), box.y() + 4)
            if self.hasFocus() and place == self._at:
                focus_ring(painter, box, 4)
