"""A hand on the mouse: real mouse events at places of the window, and letters typed into what was clicked. The focus is never given."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractScrollArea, QApplication, QComboBox, QMenu, QWidget

from tests.end_to_end.keyboard import Keyboard, name_of
from tests.views.driving import Drive
from views.rail import RailItem

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE = Qt.KeyboardModifier.NoModifier
NOTCH, FAR = 120, 60
"""One notch of the wheel, and so many of them before giving up."""


class Mouse:
    """What is clicked must be seen: it is scrolled to by the wheel, and nothing may lie over it."""

    def __init__(self, drive: Drive) -> None:
        self.drive, self._typing = drive, Keyboard(drive)

    # ---- finding

    def find(self, name: str, kind: type[QWidget] = QWidget, part: bool = False) -> QWidget:
        """The control of this name that is shown and can be used, on the sheet where one is open; `part`: its name begins so."""
        top = self.drive.window.sheet or self.drive.window
        usable = [one for one in top.findChildren(kind) if one.isVisible() and one.isEnabled() and _takes_clicks(one)]
        for one in usable:
            if name_of(one) == name or (part and name_of(one).startswith(name)):
                return one
        raise AssertionError(f"nothing called {name!r} is shown; there are {sorted({name_of(one) for one in usable})}")

    def _seen_at(self, widget: QWidget, at: QPoint) -> QPoint:
        """The global point, once the wheel has brought it into view."""
        area = _scroller(widget)
        for _ in range(FAR):
            point = widget.mapToGlobal(at)
            under = QApplication.activePopupWidget() or widget.window()
            under = under.childAt(under.mapFromGlobal(point)) or under
            if under is widget or widget.isAncestorOf(under):
                return point
            if area is None:
                break
            port = area.viewport()
            inside = port.mapFromGlobal(point)
            if port.rect().contains(inside):
                area = _scroller(area)
                continue
            self._wheel(port, 1 if inside.y() < 0 else -1)
        raise AssertionError(f"{name_of(widget)!r} cannot be pointed at; {under!r} lies there")

    def _wheel(self, port: QWidget, notches: int) -> None:
        window = port.window().windowHandle()
        middle = port.mapTo(port.window(), port.rect().center())
        QTest.wheelEvent(window, QPointF(middle), QPoint(0, notches * NOTCH), QPoint())
        self.drive.settle()

    # ---- clicking

    def click(self, name: str, kind: type[QWidget] = QWidget, part: bool = False) -> None:
        """Click the middle of a control."""
        widget = self.find(name, kind, part)
        self.click_at(widget, widget.rect().center())

    def click_at(self, widget: QWidget, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
        """Click a place inside a widget."""
        point = self._seen_at(widget, at)
        window = _window_of(widget)
        QTest.mouseMove(window, window.mapFromGlobal(point))
        QTest.mouseClick(window, button, NONE, window.mapFromGlobal(point))
        self.drive.settle()

    def go(self, step: str, pane: str = "") -> None:
        """Show a pane by the rail: its step, then its name under it."""
        self.click(step, RailItem)
        if pane and self.drive.pane.title_text() != pane:
            self.click(pane, RailItem)
        assert self.drive.pane.title_text() == (pane or step)

    def row(self, name: str, text: str) -> None:
        """Click the row of a table whose first cell says so."""
        table = self.find(name, QAbstractItemView)
        assert isinstance(table, QAbstractItemView)
        self._click_line(table, text)

    def _click_line(self, view: QAbstractItemView, text: str) -> None:
        rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
        index = next((one for one in rows if one.data() == text), None)
        assert index is not None, f"no line {text!r} among {[one.data() for one in rows]}"
        self.click_at(view.viewport(), view.visualRect(index).center())

    def choose(self, *texts: str) -> None:
        """In the open menu: the line of these words, then the one of the menu under it."""
        for text in texts:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu), "no menu is open"
            lines = {one.text().replace("&&", "&"): one for one in menu.actions()}
            assert text in lines, f"no line {text!r} among {list(lines)}"
            self.click_at(menu, menu.actionGeometry(lines[text]).center())
            under = lines[text].menu() if text != texts[-1] else None
            while isinstance(under, QMenu) and not under.isVisible():
                QApplication.processEvents()

    def menu_of(self, name: str, *texts: str) -> None:
        """A right click on a control, and a line of the menu that opens."""
        widget = self.find(name)
        self.click_at(widget, QPoint(20, 10), RIGHT)
        self.choose(*texts)

    def pick(self, name: str, text: str) -> None:
        """Open a drop-down and click one of its lines."""
        combo = self.find(name, QComboBox)
        assert isinstance(combo, QComboBox)
        self.click_at(combo, combo.rect().center())
        port = combo.view().viewport()
        QTest.mouseMove(_window_of(port), port.mapTo(port.window(), port.rect().bottomRight() - QPoint(2, 2)))
        self._click_line(combo.view(), text)

    # ---- dragging

    def drag(self, widget: QWidget, start: QPoint, to: QWidget, end: QPoint) -> None:
        """Press at a place of a widget, pull to a place of another one, let go there."""
        window = self.drive.window.windowHandle()
        first = window.mapFromGlobal(self._seen_at(widget, start))
        last = window.mapFromGlobal(to.mapToGlobal(end))
        assert self.drive.window.rect().contains(last), "one cannot pull out of the window"
        QTest.mouseMove(window, first)
        QTest.mousePress(window, LEFT, NONE, first)
        for share in (0.2, 0.6, 1.0):
            QTest.mouseMove(window, first + (last - first) * share)
        QTest.mouseRelease(window, LEFT, NONE, last)
        self.drive.settle()

    # ---- typing

    def fill(self, name: str, text: str, kind: type[QWidget] = QWidget, part: bool = False) -> None:
        """Click a control and type."""
        self.click(name, kind, part)
        self._typing.type(text)

    def write(self, name: str, text: str, kind: type[QWidget] = QWidget, part: bool = False) -> None:
        """Click a control, type, and press Enter."""
        self.click(name, kind, part)
        self._typing.write(text)


def _takes_clicks(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def _scroller(widget: QWidget) -> QAbstractScrollArea | None:
    """The nearest area around a widget that scrolls upwards or downwards."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea) and parent.verticalScrollBar().maximum() > 0:
            return parent
        parent = parent.parentWidget()
    return None


def _window_of(widget: QWidget) -> QWindow:
    """The window that the system sends the mouse to."""
    window = widget.window().windowHandle()
    assert window is not None, f"{name_of(widget)!r} has no window"
    return window
