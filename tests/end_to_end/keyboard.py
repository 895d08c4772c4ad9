"""A person at a keyboard: real key events on the window, and nothing else. The focus is reached by keys, never given."""

from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QMenu, QWidget

from tests.views.driving import Drive
from views.widgets.tab_stops import tab_stops
from workbench.formatting import NO_BREAK

FAR = 45
"""So many Tabs a person presses before giving up."""


class Keyboard:
    """`pressed` counts every key; `furthest` is the longest way by Tab so far, with where it led."""

    def __init__(self, drive: Drive) -> None:
        self.drive = drive
        self.pressed = 0
        self.furthest = (0, "")

    # ---- keys

    def press(self, *chords: str) -> None:
        """Press chords one after the other: "Ctrl+Z", "B", "Down"."""
        for chord in chords:
            keys = QKeySequence(chord)[0]
            QTest.keyClick(self._window(), keys.key(), keys.keyboardModifiers())
            self.pressed += 1
            self.drive.settle()

    def type(self, text: str) -> None:
        """Type letters into what has the keyboard; what a keyboard has no key for comes from the input method, word by word."""
        typed = text if text.isascii() else ""
        for letter in typed:
            QTest.keyClick(self._window(), letter)
        if not typed:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(QGuiApplication.focusObject(), event)
        self.pressed += len(text)
        self.drive.settle()

    def write(self, text: str) -> None:
        """Type and press Enter."""
        self.type(text)
        self.press("Return")

    @staticmethod
    def _window() -> QWindow:
        """The window that the system sends keys to: a menu over it first."""
        popup = QApplication.activePopupWidget()
        window = popup.windowHandle() if popup is not None else QGuiApplication.focusWindow()
        assert window is not None, "no window has the keyboard"
        return window

    # ---- reaching

    @property
    def here(self) -> str:
        """The name of what has the keyboard."""
        return name_of(QApplication.focusWidget())

    def reach(self, name: str, part: bool = False, far: int = FAR) -> None:
        """Press Tab until the control of this name has the keyboard, or Shift+Tab where it is seen to stand before; `part`: the name begins so."""
        seen: list[str] = []
        back = self._stands_before(name, part)
        for steps in range(far + 1):
            here = self.here
            if here == name or (part and here.startswith(name)):
                self.furthest = max(self.furthest, (steps, name))
                return
            seen.append(here)
            self.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"{far} times Tab do not lead to {name!r}; they led to {seen}")

    def _stands_before(self, name: str, part: bool) -> bool:
        """What the eyes see: whether a control of this name stands nearer above than below."""
        stops = tab_stops(self.drive.window.sheet or self.drive.window)
        focused = QApplication.focusWidget()
        at = stops.index(focused) if focused in stops else 0
        wanted = [n for n, stop in enumerate(stops) if name_of(stop) == name or (part and name_of(stop).startswith(name))]
        after, before = [n - at for n in wanted if n >= at], [at - n for n in wanted if n < at]
        return bool(before) and (not after or min(before) < min(after))

    def walk(self, key: str, name: str, part: bool = False, far: int = FAR) -> None:
        """Press one key until what has the keyboard is called so."""
        seen = []
        for _ in range(far):
            here = self.here
            if here == name or (part and here.startswith(name)):
                return
            seen.append(here)
            self.press(key)
        raise AssertionError(f"{key} does not lead to {name!r}; it led to {seen}")

    def find(self, text: str) -> None:
        """Ctrl+K, the words, Enter."""
        self.press("Ctrl+K")
        self.type(text)
        self.press("Return")

    def go(self, title: str) -> None:
        """Show a pane by its name."""
        self.find(title)
        assert self.drive.pane.title_text() == title, f"{title!r} led to {self.drive.pane.title_text()!r}"

    def choose(self, text: str) -> None:
        """In an open menu: Down to the line of these words, then Enter."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        for _ in range(FAR):
            active = menu.activeAction()
            if active is not None and active.text().replace("&&", "&") == text:
                break
            self.press("Down")
        else:
            raise AssertionError(f"no line {text!r} among {[action.text() for action in menu.actions()]}")
        self.press("Return")

    def pick(self, text: str) -> None:
        """In the drop-down that has the keyboard: open it, walk to the words, take them."""
        combo = QApplication.focusWidget()
        assert isinstance(combo, QComboBox), f"{self.here!r} is no drop-down"
        self.press("Alt+Down")
        for key in ("Home", *["Down"] * combo.count()):
            self.press(key)
            if combo.view().currentIndex().data() == text:
                break
        else:
            raise AssertionError(f"no choice {text!r} among {[combo.itemText(n) for n in range(combo.count())]}")
        self.press("Return")

    def row(self, text: str) -> None:
        """In the table that has the keyboard: walk to the row of this name."""
        table = QApplication.focusWidget()
        assert isinstance(table, QAbstractItemView), f"{self.here!r} is no table"
        for key in ("Home", *["Down"] * FAR):
            self.press(key)
            if table.currentIndex().siblingAtColumn(0).data() == text:
                return
        raise AssertionError(f"no row {text!r}")

    def replace(self, text: str) -> None:
        """In the field that has the keyboard: type in place of what it holds, and press Enter."""
        self.press("Ctrl+A")
        self.write(text)


def name_of(widget: QWidget | None) -> str:
    """What a control is called: its accessible name, else its words."""
    if widget is None:
        return ""
    name = widget.accessibleName() or (widget.text().replace("&&", "&") if isinstance(widget, QAbstractButton) else "")
    return name.replace(NO_BREAK, " ")
