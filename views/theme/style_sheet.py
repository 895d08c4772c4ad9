"""The application style sheet: only what Qt draws itself (fields, lists, scroll bars, menus). Our own widgets paint from the theme."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from views.theme.theme import Theme

SHEET = """
QScrollArea {{ border: none; background: transparent; }}
QLineEdit, QPlainTextEdit, QTextEdit {{
    background: {surface}; color: {ink}; border: 1px solid {line}; border-radius: {control}px; padding: 0 7px;
    selection-background-color: {accent}; selection-color: {onaccent}; placeholder-text-color: {muted}; }}
QPlainTextEdit, QTextEdit {{ padding: 4px 5px; }}
QLineEdit[ground="app"] {{ background: {app}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border: 2px solid {warn}; padding: 0 6px; }}
QLineEdit:focus {{ border: 2px solid {accent}; padding: 0 6px; }}
QPlainTextEdit[wrong="true"] {{ padding: 3px 4px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {accent}; padding: 3px 4px; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {sunken}; color: {muted}; }}
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus, QPlainTextEdit[bare="true"], QPlainTextEdit[bare="true"]:focus {{
    border: none; background: transparent; padding: 0; }}
QPlainTextEdit[open="true"] {{ border: 1px solid transparent; background: transparent; padding: 5px 9px; }}
QPlainTextEdit[open="true"]:focus {{ border: 2px solid {accent}; padding: 4px 8px; }}
QTableView, QTreeView, QListView {{
    border: none; background: {surface}; color: {ink}; outline: none;
    selection-background-color: {accentbg}; selection-color: {ink}; gridline-color: {line}; }}
QHeaderView {{ background: {surface}; border: none; }}
QTableCornerButton::section {{ background: {surface}; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {line}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; background: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QAbstractScrollArea::corner {{ background: transparent; }}
QMenu {{ background: {surface}; color: {ink}; border: 1px solid {line}; border-radius: {control}px; padding: 4px; }}
QMenu::item {{ padding: 5px 22px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accentbg}; color: {accent}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 6px; }}
QMenu::indicator {{ width: 12px; height: 12px; left: 6px; }}
QToolTip {{ background: {ink}; color: {surface}; border: 1px solid {ink}; padding: 4px 7px; }}
QComboBox QAbstractItemView {{ background: {surface}; border: 1px solid {line}; padding: 4px; outline: none; }}
QComboBox QAbstractItemView::item {{ min-height: {item}px; padding: 0 8px; border-radius: 4px; color: {ink}; }}
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover {{ background: {accentbg}; color: {accent}; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:hover {{ background: {accent}; }}
"""


def style_sheet(theme: "Theme") -> str:
    """The style sheet of the theme as it stands."""
    return SHEET.format(control=theme.size("control"), item=theme.px(26), **theme.tokens.colours)
