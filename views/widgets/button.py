"""Buttons and links. One primary button a screen."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.icons import paint_icon
from views.theme.paint import CENTRE, LEFT, draw_text, focus_ring, hairline, key_box, key_width, rounded, text_width
from views.widgets.base import bounds, follow_theme


class Button(QPushButton):
    """A button; `clicked` is the user's. `primary` fills it with accent, `small` is 26 px, `tall` 34 px high, else 30.

    `key` shows a key inside ("Ctrl K"; the shortcut itself belongs to an action), `icon` a line icon before the text, `menu` a small arrow.
    A checkable button that is checked stands on accentbg.
    """

    def __init__(
        self,
        text: str = "",
        primary: bool = False,
        small: bool = False,
        key: str = "",
        icon: str = "",
        tall: bool = False,
        menu: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.primary, self.small, self.tall, self.key, self.icon_name, self.arrow = primary, small, tall, key, icon, menu
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_text(text)
        follow_theme(self)

    def set_text(self, text: str) -> None:
        """Change the words; an ampersand is an ampersand."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(self.key)
        self.updateGeometry()

    def words(self) -> str:
        """The words as shown."""
        return self.text().replace("&&", "&")

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self.updateGeometry()
        self.update()

    def _role(self) -> str:
        return "caption" if self.small else "body"

    def sizeHint(self) -> QSize:
        theme = current_theme()
        width = text_width(self.words(), theme.font(self._role(), 500)) + 2 * (10 if self.small else 13)
        width += key_width(self.key) + 8 if self.key else 0
        width += 24 if self.icon_name else 0
        width += 16 if self.arrow else 0
        return QSize(int(width) + 1, theme.px(26 if self.small else 34 if self.tall else 30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _looks(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return "sunken", "line", "muted"
        if self.primary:
            return "accent", "accent", "onaccent"
        if self.isChecked():
            return "accentbg", "accent", "accent"
        return ("app" if self.underMouse() or self.isDown() else "surface"), ("faint" if self.underMouse() else "line"), "ink"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        ground, line, ink = self._looks()
        rounded(painter, rect, theme.colour(ground), theme.colour(line), 6)
        if self.primary and self.isEnabled() and (self.underMouse() or self.isDown()):
            rounded(painter, rect, theme.colour("ink", 0.12 if self.underMouse() else 0.2), None, 6)
        font = theme.font(self._role(), 600 if self.isChecked() else 500)
        pad = 10 if self.small else 13
        inner = rect.adjusted(pad, 0, -pad, 0)
        wanted = self.sizeHint().width() - 2 * pad
        x = inner.x() + max(0.0, (inner.width() - wanted) / 2)
        if self.icon_name:
            paint_icon(painter, QRectF(x, rect.center().y() - 8, 16, 16), self.icon_name, theme.colour(ink if self.primary else "muted"))
            x += 24
        extra = (key_width(self.key) + 8 if self.key else 0) + (16 if self.arrow else 0)
        width = min(text_width(self.words(), font), inner.right() - x - extra)
        draw_text(painter, QRectF(x, 0, width + 1, rect.height()), self.words(), ink, font, LEFT, background=ground)
        x += width + 8
        if self.key:
            quiet = not self.primary or not self.isEnabled()
            key_box(
                painter,
                QRectF(x, 0, 0, rect.height()),
                self.key,
                "muted" if quiet else ink,
                "line" if quiet else ink,
                "surface" if quiet else None,
            )
        if self.arrow:
            paint_icon(
                painter,
                QRectF(inner.right() - 12, rect.center().y() - 6, 12, 12),
                "chevron-down",
                theme.colour(ink if self.primary else "muted"),
            )
        if self.hasFocus():
            if self.primary:
                rounded(painter, rect.adjusted(2, 2, -2, -2), None, theme.colour("onaccent"), 5, 1.5)
            else:
                focus_ring(painter, rect)


class IconButton(QAbstractButton):
    """A button of one icon. `name` is read out and shown as tooltip together with `shortcut`."""

    def __init__(self, icon: str, name: str, shortcut: str = "", size: int = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon_name, self._shortcut_text, self._side = icon, shortcut, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_name(name)
        follow_theme(self)

    def set_name(self, name: str) -> None:
        """Change the name for screen readers and the tooltip."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({self._shortcut_text})" if self._shortcut_text else name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self.icon_name = icon
        self.update()

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = current_theme().px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        if self.isChecked() or self.underMouse() and self.isEnabled():
            rounded(painter, rect, theme.colour("accentbg" if self.isChecked() else "sunken"), None, 6)
        role = "accent" if self.isChecked() else "muted" if self.isEnabled() else "faint"
        paint_icon(painter, QRectF(rect.center().x() - 8, rect.center().y() - 8, 16, 16), self.icon_name, theme.colour(role))
        if self.hasFocus():
            focus_ring(painter, rect)


class Link(QAbstractButton):
    """Words in accent that do something: `clicked`. `tone="thread"` for links of the red thread; `role="caption_strong"` for small ones."""

    def __init__(self, text: str = "", role: str = "link", tone: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role, self.tone = role, tone
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text(text)
        follow_theme(self)

    def set_text(self, text: str) -> None:
        """Change the words."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """The words as shown."""
        return self.text().replace("&&", "&")

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(int(text_width(self.words(), theme.font(self.role, 600))) + 2, round(theme.line_height(self.role)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        tone = self.tone if self.isEnabled() else "muted"
        draw_text(painter, rect, self.words(), tone, theme.font(self.role, 600), LEFT)
        if self.underMouse() and self.isEnabled():
            hairline(painter, 0, rect.bottom() - 2, rect.width() - 1, rect.bottom() - 2, tone)
        if self.hasFocus():
            focus_ring(painter, rect, 3)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)


class ToggleChip(QAbstractButton):
    """A choice in a rounded outline, ticked and on accentbg when chosen ("T. Okada, design"). `clicked(checked)` is the user's."""

    def __init__(self, text: str = "", checked: bool = False, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setCheckable(True)
        self.setChecked(checked)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self.updateGeometry()
        self.update()

    def _label(self) -> str:
        text = self.text().replace("&&", "&")
        return f"✓ {text}" if self.isChecked() else text

    def sizeHint(self) -> QSize:
        theme = current_theme()
        text = "✓ " + self.text().replace("&&", "&")
        return QSize(int(text_width(text, theme.font("chip"))) + 24 + (int(key_width(self.key)) + 6 if self.key else 0), theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        on = self.isChecked()
        ground = "accentbg" if on else "surface"
        rounded(painter, rect, theme.colour(ground), theme.colour("accent" if on else "line"), rect.height() / 2)
        inner = rect.adjusted(10, 0, -10, 0)
        if self.key:
            key_box(painter, inner, self.key, "accent" if on else "muted", "accent" if on else "line")
            inner = inner.adjusted(key_width(self.key) + 6, 0, 0, 0)
        font = theme.font("chip") if on else theme.font("caption")
        draw_text(painter, inner, self._label(), "accent" if on else "ink", font, CENTRE if not self.key else LEFT, background=ground)
        if self.hasFocus():
            focus_ring(painter, rect, rect.height() / 2)
