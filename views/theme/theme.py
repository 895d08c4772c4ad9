"""The appearance in use: colours, sizes and fonts by role, light, dark or as the system, and its live change."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from views.theme import fonts
from views.theme.style_sheet import style_sheet
from views.theme.tokens import Tokens, tokens

MODES = ("system", "light", "dark")


class TextRole(NamedTuple):
    """How a role of text looks: size token or px, weight, colour, line height in px, tabular figures."""

    size: str | float
    weight: int
    colour: str
    line: float
    tabular: bool = False


ROLES: dict[str, TextRole] = {
    "body": TextRole("body", 400, "ink", 19),
    "strong": TextRole("body", 600, "ink", 19),
    "medium": TextRole("body", 500, "ink", 19),
    "muted": TextRole("body", 400, "muted", 19),
    "caption": TextRole("caption", 400, "muted", 17),
    "caption_ink": TextRole("caption", 400, "ink", 17),
    "caption_strong": TextRole("caption", 600, "ink", 17),
    "chip": TextRole("caption", 600, "muted", 17),
    "heading": TextRole("caption", 600, "muted", 17),
    "message": TextRole("emphasis", 600, "ink", 21),
    "lead": TextRole("emphasis", 400, "ink", 23),
    "title": TextRole("title", 600, "ink", 22),
    "sentence": TextRole(20.0, 400, "ink", 34),
    "number": TextRole(20.0, 600, "ink", 26, True),
    "headline": TextRole(26.0, 600, "ink", 34),
    "figure": TextRole("figure", 600, "ink", 34, True),
    "link": TextRole("body", 600, "accent", 19),
    "tier": TextRole(11.0, 700, "onaccent", 18),
}


class Theme(QObject):
    """Asked by every widget for colours, sizes and fonts. `changed` is sent after mode, text size or system appearance changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode = "light"
        self.text_scale = 1.0
        self._system_dark = False
        self._colours: dict[tuple[str, int], QColor] = {}
        self._fonts: dict[tuple[str, int, bool, float], QFont] = {}

    @property
    def dark(self) -> bool:
        """Whether the dark appearance shows."""
        return self._system_dark if self.mode == "system" else self.mode == "dark"

    @property
    def tokens(self) -> Tokens:
        """The tokens of the appearance shown."""
        return tokens(self.dark)

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """The colour of `role` (a token: "ink", "accent", "A", "series_1", "route_2", "strength" ...), `alpha` 0 to 1 of its own."""
        key = (role, round(alpha * 255))
        if key not in self._colours:
            text = self.tokens.colours["muted" if role == "N" else role]
            colour = QColor(text[:7])
            own = int(text[7:], 16) if len(text) > 7 else 255
            colour.setAlpha(round(own * alpha))
            self._colours[key] = colour
        return self._colours[key]

    def size(self, name: str) -> int:
        """A layout or radius token in px ("gutter", "row", "row_two_lines", "card", "control" ...). Rows and bars grow with the text."""
        if name in self.tokens.radius:
            return int(self.tokens.radius[name])
        value = self.tokens.layout[name]
        return self.px(value) if name in ("row", "row_two_lines", "topbar", "status") else round(value)

    def px(self, value: float) -> int:
        """`value` px of the drawing, grown with the text size: heights that hold text."""
        return round(value * self.text_scale)

    def text_px(self, role: str) -> float:
        """Size of the text role in px at 96 dpi, text size applied."""
        size = ROLES[role].size
        return (size if isinstance(size, float) else self.tokens.text_sizes[size]) * self.text_scale

    def line_height(self, role: str = "body") -> float:
        """Line height of the text role in px."""
        return ROLES[role].line * self.text_scale

    def font(self, role: str = "body", weight: int | None = None, tabular: bool | None = None, scale: float = 1.0) -> QFont:
        """The font of a text role. `weight` and `tabular` overrule the role's own; `scale` multiplies its size."""
        look = ROLES[role]
        weight = look.weight if weight is None else weight
        tabular = look.tabular if tabular is None else tabular
        key = (role, weight, tabular, scale)
        if key not in self._fonts:
            heading = role == "heading"
            self._fonts[key] = fonts.make(self.text_px(role) * scale, weight, tabular, 105 if heading else 100, heading)
        return self._fonts[key]

    def set_mode(self, mode: str) -> None:
        """Show "light", "dark" or "system" from now on."""
        if mode in MODES and mode != self.mode:
            self.mode = mode
            self._apply()

    def set_text_scale(self, scale: float) -> None:
        """Grow or shrink all text; 1.0 is the drawing's size."""
        if scale != self.text_scale:
            self.text_scale = scale
            self._apply()

    @Slot(Qt.ColorScheme)
    def follow_system(self, scheme: Qt.ColorScheme) -> None:
        """The system turned dark or light."""
        self._system_dark = scheme == Qt.ColorScheme.Dark
        if self.mode == "system":
            self._apply()

    def _apply(self) -> None:
        self._colours.clear()
        self._fonts.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(palette(self))
            app.setFont(self.font())
            app.setStyleSheet(style_sheet(self))
        self.changed.emit()


def palette(theme: Theme) -> QPalette:
    """The Qt palette of the theme."""
    made, role, group = QPalette(), QPalette.ColorRole, QPalette.ColorGroup
    for which, name in {
        role.Window: "app",
        role.Base: "surface",
        role.AlternateBase: "surface",
        role.Button: "surface",
        role.ToolTipBase: "ink",
        role.ToolTipText: "surface",
        role.WindowText: "ink",
        role.Text: "ink",
        role.ButtonText: "ink",
        role.BrightText: "onaccent",
        role.PlaceholderText: "muted",
        role.Highlight: "accent",
        role.HighlightedText: "onaccent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.Mid: "line",
        role.Light: "surface",
        role.Midlight: "sunken",
        role.Dark: "faint",
        role.Shadow: "line",
        role.Accent: "accent",
    }.items():
        made.setColor(which, theme.colour(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, which, theme.colour("muted"))
    return made


_theme: Theme | None = None


def current_theme() -> Theme:
    """The one theme of this process (light until `install` says otherwise)."""
    global _theme
    if _theme is None:
        _theme = Theme()
    return _theme


def install(app: QApplication, mode: str = "system", text_scale: float = 1.0) -> Theme:
    """Give `app` the style, fonts, palette and style sheet of the tokens, and follow the system where `mode` is "system"."""
    theme = current_theme()
    app.setStyle(QStyleFactory.create("Fusion"))
    theme.mode, theme.text_scale = mode if mode in MODES else "system", text_scale
    hints = app.styleHints()
    theme.follow_system(hints.colorScheme())
    hints.colorSchemeChanged.connect(theme.follow_system)
    theme._apply()
    return theme
