"""What Tab stops at, in the order of reading: rows from the top, in each from the left, a column whole before the next. Qt's own order is that
in which widgets were made, which jumps where a part is made anew; and its `nextInFocusChain` must not be used: the binding then takes each
widget for a child of the one before it, and the collector of cycles deletes widgets that are alive."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

ACROSS = "reads_across"
"""Property of a widget whose parts are read from the left only, whatever their height (the grips of a chart)."""


def tab_stops(root: QWidget) -> list[QWidget]:
    """The enabled widgets shown inside `root` that Tab stops at."""
    return [widget for widget in _read(root) if _stops(widget)]


def next_stop(root: QWidget, forward: bool) -> QWidget | None:
    """The stop after (or before) what has the keyboard, from the last one to the first; None where there is none."""
    focused = QApplication.focusWidget()
    order = _read(root, focused)
    at = order.index(focused) if focused in order else -1 if forward else len(order)
    steps = (order[(at + (step if forward else -step)) % len(order)] for step in range(1, len(order) + 1))
    return next((widget for widget in steps if _stops(widget) and widget.isVisible()), None)


def reveal(widget: QWidget) -> None:
    """Scroll all areas around a widget so that it can be seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 12, 12)
        parent = parent.parentWidget()


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.focusProxy() is None


def _read(root: QWidget, besides: QWidget | None = None) -> list[QWidget]:
    """All shown widgets inside `root` that can have the keyboard, in the order of reading; and `besides`, even while it is being hidden."""
    found: list[QWidget] = []
    shown = [
        child
        for child in root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child.isVisibleTo(root) or besides is not None and (child is besides or child.isAncestorOf(besides))
    ]
    for child in sorted(shown, key=QWidget.x) if root.property(ACROSS) else _in_order(shown):
        if not child.isWindow():
            if child.focusPolicy() != Qt.FocusPolicy.NoFocus:
                found.append(child)
            found += _read(child, besides)
    return found


def _in_order(widgets: list[QWidget]) -> Iterator[QWidget]:
    """Cut into rows where a gap goes right across, else into columns where one goes right down, and so on inside each."""
    if len(widgets) < 2:
        yield from widgets
        return
    for begin, end in ((QWidget.y, QWidget.height), (QWidget.x, QWidget.width)):
        parts = _cut(widgets, begin, end)
        if len(parts) > 1:
            for part in parts:
                yield from _in_order(part)
            return
    yield from sorted(widgets, key=lambda widget: (widget.y(), widget.x()))


def _cut(widgets: list[QWidget], begin: Callable[[QWidget], int], extent: Callable[[QWidget], int]) -> list[list[QWidget]]:
    parts: list[list[QWidget]] = []
    reach = 0
    for widget in sorted(widgets, key=begin):
        if not parts or begin(widget) >= reach:
            parts.append([])
            reach = begin(widget)
        parts[-1].append(widget)
        reach = max(reach, begin(widget) + extent(widget))
    return parts
