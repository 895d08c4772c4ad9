"""What all widgets share: following the theme, tooltips that never read user text as markup."""

import html

from PySide6.QtCore import QEvent, QRectF, Slot
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget

from views.theme import current_theme


def tip(text: str) -> str:
    """`text` as a tooltip: shown letter by letter even where it looks like markup."""
    return f"<qt>{html.escape(text)}</qt>" if Qt.mightBeRichText(text) else text


def follow_theme(widget: QWidget) -> None:
    """Call `widget.restyle` whenever the theme changes; a bound method, so it ends with the widget."""
    current_theme().changed.connect(widget.restyle)


class PaintedWidget(QWidget):
    """A widget that paints itself from the theme and measures itself anew when that changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        follow_theme(self)

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """The language changed; widgets with words of their own set them anew."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def bounds(widget: QWidget) -> QRectF:
    """The widget's own rectangle."""
    return QRectF(0, 0, widget.width(), widget.height())
