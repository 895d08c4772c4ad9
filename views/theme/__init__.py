"""How Asaichi looks: tokens, fonts, palette and style sheet (`install`), colours by role (`current_theme`), painting (`paint`), `icons`."""

from views.theme.theme import MODES, ROLES, TextRole, Theme, current_theme, install

__all__ = ["MODES", "ROLES", "TextRole", "Theme", "current_theme", "install"]
