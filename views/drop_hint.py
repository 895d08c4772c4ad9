"""What the window shows while a file is held over it: a dashed frame that names what may be dropped."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from views.theme import current_theme
from views.theme.paint import CENTRE, draw_text, rounded
from workbench.strings import tr


class DropHint(QWidget):
    """Covers the window; takes no clicks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def appear(self) -> None:
        """Cover the whole window."""
        self.setGeometry(self.parentWidget().rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Scrim, dashed frame, words."""
        theme, painter, box = current_theme(), QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme.colour("scrim"))
        card = QRectF(box.center().x() - 220, box.center().y() - 60, 440, 120)
        rounded(painter, card, theme.colour("surface"), theme.colour("faint"), 10, 1.5, dash=True)
        title, below = card.adjusted(20, 32, -20, -62), card.adjusted(20, 62, -20, -32)
        draw_text(painter, title, tr("Drop the file here"), "ink", theme.font("strong"), CENTRE, background="surface")
        draw_text(
            painter,
            below,
            tr("A list (CSV, Excel, OpenDocument) or an Asaichi file"),
            "muted",
            theme.font("caption"),
            CENTRE,
            background="surface",
        )
