"""Driving the real window as a user would: keys, clicks, typing, and looking at what is shown."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from views.app import Shell, application
from views.panes.pane import Pane
from views.settings import Settings
from views.settle import settle
from views.theme.paint import recording
from workbench.formatting import NO_BREAK
from workbench.workspace import Workspace

Kinds = tuple[type[QWidget], ...]
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Drive:
    """One window. Everything waits until the window is quiet before it returns."""

    def __init__(self, settings: Settings) -> None:
        self.shell = Shell(application(), settings)
        self.window = self.shell.window
        self.window.resize(1440, 900)
        self.window.show()
        self.window.activateWindow()

    @property
    def workspace(self) -> Workspace:
        """The open file."""
        assert self.window.frame is not None
        return self.window.frame.context.workspace

    @property
    def pane(self) -> Pane:
        """The pane shown."""
        assert self.window.frame is not None and self.window.frame.pane is not None
        return self.window.frame.pane

    def open_file(self, path: Path) -> None:
        """Open a workspace as File > Open does."""
        self.window.navigate("open", path=path)
        self.settle()

    def open(self, name: str, **where: Any) -> Any:
        """Show a pane or a dialog; returns the pane, or the sheet."""
        self.window.navigate(name, **where)
        self.settle()
        return self.window.sheet if self.window.sheet is not None else self.pane

    def settle(self) -> None:
        """Wait until no announcement, stale pane or job is left."""
        settle(self.window)
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            settle(self.window)

    def press(self, keys: str, row: str = "") -> None:
        """Press a chord ("Ctrl+Z", "B", "Down") in whatever has the focus; `row` chooses that row of a visible table first."""
        if row:
            view, index = self._row(row)
            view.setCurrentIndex(index)
            view.setFocus()
        chord = QKeySequence(keys)[0]
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, chord.key(), chord.keyboardModifiers())
        self.settle()

    def type(self, text: str, into: str = "", enter: bool = False) -> None:
        """Type into the field of that accessible name (what it held is replaced), or into whatever has the focus."""
        field = self.find(into, (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)) if into else QApplication.focusWidget()
        assert field is not None, "nothing has the focus"
        if into:
            field.setFocus(Qt.FocusReason.MouseFocusReason)
            QTest.keyClick(field, Qt.Key.Key_A, CTRL)
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(field, letter)
            else:
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QApplication.sendEvent(field, event)
        if enter:
            QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()

    def click(self, name: str) -> None:
        """Click the control of that name or text, or the row of a list that holds the text."""
        widget = next(iter(self._named(name)), None)
        if widget is not None:
            self._click_at(widget, widget.rect().center())
        else:
            view, index = self._row(name)
            view.scrollTo(index)
            self._click_at(view.viewport(), view.visualRect(index).center())
        self.settle()

    def click_in(self, widget: QWidget, x: float, y: float) -> None:
        """Click a place inside a painted widget."""
        self._click_at(widget, QPoint(round(x), round(y)))
        self.settle()

    def do(self, name: str) -> None:
        """Trigger one of the window's actions as its menu item does."""
        self.window.commands.actions[name].trigger()
        self.settle()

    def shown(self, text: str) -> bool:
        """Whether `text` can be read in the window: painted, in a label, or in a field."""
        return any(text in seen.replace(NO_BREAK, " ") for seen in self.texts())

    def texts(self) -> list[str]:
        """Every text in the window, painted or in a field."""
        with recording() as painted:
            self.window.grab()
        seen = [one.text for one in painted]
        for widget in self._top().findChildren(QWidget):
            if widget.isVisible():
                if isinstance(widget, QLineEdit | QLabel):
                    seen.append(widget.text())
                elif isinstance(widget, QPlainTextEdit | QTextEdit):
                    seen.append(widget.toPlainText())
        return seen

    def find(self, name: str, kinds: Kinds = (QWidget,)) -> QWidget:
        """The visible widget of that accessible name or text; what lies on top comes first."""
        for widget in self._named(name):
            if isinstance(widget, kinds):
                return widget
        raise AssertionError(f"nothing called {name!r} can be used; there are {self.names()}")

    def names(self) -> list[str]:
        """The names of everything that can be clicked."""
        return sorted({w.accessibleName() for w in self._top().findChildren(QWidget) if w.isVisible() and w.accessibleName()})

    def close(self) -> None:
        """Close the window as the user does."""
        self.window.close()
        self.window.deleteLater()
        self.shell.deleteLater()

    def _top(self) -> QWidget:
        if self.window.palette_box.isVisible():
            return self.window.palette_box
        return self.window.sheet if self.window.sheet is not None else self.window

    def _named(self, name: str) -> list[QWidget]:
        found = []
        for widget in self._top().findChildren(QWidget):
            text = widget.text().replace("&&", "&") if isinstance(widget, QAbstractButton) else ""
            if (
                name in (widget.accessibleName().replace(NO_BREAK, " "), text.replace(NO_BREAK, " "))
                and widget.isVisible()
                and widget.isEnabled()
            ):
                found.append(widget)
        return sorted(found, key=lambda widget: not isinstance(widget, QAbstractButton))

    def _row(self, text: str) -> Any:
        for view in self._top().findChildren(QAbstractItemView):
            model = view.model()
            if not view.isVisible() or model is None:
                continue
            for row in range(min(model.rowCount(), 2000)):
                for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
                    if text in str(model.index(row, column).data() or "").replace(NO_BREAK, " "):
                        return view, model.index(row, column)
        raise AssertionError(f"no row or control shows {text!r}; there are {self.names()}")

    def _click_at(self, widget: QWidget, point: QPoint) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, point)
