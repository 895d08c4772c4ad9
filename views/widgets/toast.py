"""The undo toast in the foot of a pane."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import draw_text, focus_ring, key_box, key_width, rounded, text_width
from views.widgets.base import PaintedWidget, bounds
from views.widgets.label import Label


class _ToastButton(QAbstractButton):
    def __init__(self, text: str, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(
            int(text_width(self.text().replace("&&", "&"), theme.font("strong"))) + 22 + (int(key_width(self.key)) + 8 if self.key else 0),
            theme.px(28),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        rounded(painter, rect, None, _blend(theme.colour("surface"), theme.colour("ink")), 6)
        words = self.text().replace("&&", "&")
        draw_text(painter, rect.adjusted(10, 0, -8, 0), words, "surface", theme.font("strong"), background="ink")
        if self.key:
            key_box(painter, rect.adjusted(rect.width() - key_width(self.key) - 8, 0, 0, 0), self.key, "surface", "muted", None)
        if self.hasFocus():
            focus_ring(painter, rect)


def _blend(front: QColor, back: QColor, share: float = 0.35) -> QColor:
    return QColor.fromRgbF(*(a * share + b * (1 - share) for a, b in zip(front.getRgbF()[:3], back.getRgbF()[:3], strict=True)))


class Toast(PaintedWidget):
    """ "Card removed  [Undo Ctrl Z]" on ink, 16 px inside the foot of `host`; goes away by itself. `acted` when the button is pressed.

    One a host: `Toast.say(host, text, action, key, on_action)` replaces the one before.
    """

    acted = Signal()

    def __init__(
        self, host: QWidget, text: str, action: str = "", key: str = "", on_action: Callable[[], object] | None = None, seconds: float = 8
    ) -> None:
        super().__init__(host)
        self._host, self._text, self._on_action = host, text, on_action
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(14)
        self.label = Label(text, "body", tone="surface", elide=True)
        row.addWidget(self.label)
        self.button = _ToastButton(action, key, self) if action else None
        if self.button is not None:
            row.addWidget(self.button)
            self.button.clicked.connect(self._act)
        else:
            row.setContentsMargins(16, 6, 16, 6)
        self.setAccessibleName(text)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.close_toast)
        self._timer.start(int(seconds * 1000))
        host.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()

    @classmethod
    def say(cls, host: QWidget, text: str, action: str = "", key: str = "", on_action: Callable[[], object] | None = None) -> "Toast":
        """Show `text` in the foot of `host` in place of an older toast."""
        for old in host.findChildren(Toast, options=Qt.FindChildOption.FindDirectChildrenOnly):
            old.close_toast()
        return cls(host, text, action, key, on_action)

    def text(self) -> str:
        """What it says."""
        return self._text

    @Slot()
    def _act(self) -> None:
        self.acted.emit()
        if self._on_action is not None:
            self._on_action()
        self.close_toast()

    @Slot()
    def close_toast(self) -> None:
        """Take it away."""
        self._timer.stop()
        self._host.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def _place(self) -> None:
        hint = self.sizeHint()
        width, height = min(hint.width(), self._host.width() - 32), max(hint.height(), current_theme().px(40))
        self.setGeometry((self._host.width() - width) // 2, self._host.height() - height - 16, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), bounds(self), current_theme().colour("ink"), None, 8)
