"""The menu behind the brand and the company's name: the same actions as everywhere."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from views.actions import FRAME_ACTIONS, MENUS
from workbench.strings import tr


class AppMenu(QObject):
    """Builds the menu anew each time it is shown, so that recent files, language and step labels are right. `recent_chosen(path)`."""

    recent_chosen = Signal(Path)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.menu: QMenu | None = None

    def make(self, actions: Mapping[str, QAction], here: tuple[QAction, ...], recent: tuple[Path, ...]) -> QMenu:
        """The menu with File, Edit, View and Help; `here` are the visible pane's own actions."""
        if self.menu is not None:
            self.menu.deleteLater()
        menu = QMenu(self._parent)
        for name, title in MENUS:
            part = menu.addMenu(tr(title))
            for spec in FRAME_ACTIONS:
                if spec.menu == name:
                    part.addAction(actions[spec.name])
                if spec.name == "open" and name == "file":
                    self._add_recent(part, recent)
            if name == "edit" and here:
                part.addSeparator()
                part.addActions(list(here))
        self.menu = menu
        return menu

    def _add_recent(self, part: QMenu, recent: tuple[Path, ...]) -> None:
        more = part.addMenu(tr("Open recent"))
        more.setEnabled(bool(recent))
        for path in recent:
            action = more.addAction(path.name.replace("&", "&&"))
            action.setData(str(path))
            action.setToolTip(str(path))
            action.triggered.connect(self._recent)

    @Slot()
    def _recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.recent_chosen.emit(Path(action.data()))
