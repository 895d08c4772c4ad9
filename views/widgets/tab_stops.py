"""What Tab stops at. Qt's own `nextInFocusChain` must not be used: the binding then takes each widget for a child of the one before it, and
the collector of cycles deletes widgets that are alive."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_stops(root: QWidget) -> list[QWidget]:
    """The enabled widgets shown inside `root` that Tab stops at, in the order in which they were put there."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(root)
        and widget.isEnabled()
        and widget.focusProxy() is None
    ]
