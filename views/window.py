"""The one window: the welcome page or an open file, with the menu, the palette and the sheets over it."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from views import dialogs, files, panes
from views.commands import Commands
from views.context import Context
from views.drop_hint import DropHint
from views.frame import Frame
from views.jobs import Jobs
from views.menu import AppMenu
from views.settings import INSPECTOR, MAXIMISED, WINDOW, Settings
from views.theme import Theme
from views.typed import UndoKeys
from views.widgets import Banner
from workbench.errors import CannotDo, WorkbenchError
from workbench.strings import tr
from workbench.workspace import Workspace

if TYPE_CHECKING:
    from views.palette import Palette
    from views.palette_hits import Found

START_SIZE = (1440, 900)


class Window(QMainWindow):
    """`navigate` is the way to every pane, dialog and file; `frame` is None on the welcome page."""

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.settings, self.theme = settings, theme
        self.frame: Frame | None = None
        self.welcome: QWidget | None = None
        self.sheet: Any = None
        self._bare = Context(None, Jobs(self), settings, theme, self.navigate, self._offer_undo)  # type: ignore[arg-type]
        self.setMinimumSize(theme.size("minimum_window_width"), theme.size("minimum_window_height"))
        self.setAcceptDrops(True)
        self.banner = Banner()
        self.stack = QStackedWidget()
        body = QWidget()
        down = QVBoxLayout(body)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addWidget(self.stack, 1)
        self.setCentralWidget(body)
        self.commands = Commands(self)
        self.menu = AppMenu(self)
        self.menu.recent_chosen.connect(self.open_path)
        self.drop_hint = DropHint(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.undo_keys = UndoKeys(app, self)
        self.undo_keys.left.connect(self._close_merge)
        settings.changed.connect(self._setting_changed)
        self._restore_place()
        self.commands.refresh()

    @property
    def context(self) -> Context:
        """What dialogs receive: the file's context, or one without a file."""
        return self.frame.context if self.frame is not None else self._bare

    # ---- going places

    def navigate(self, name: str, **where: Any) -> None:
        """Show a pane, open a dialog, or one of: open (path), welcome, sample, palette (text)."""
        if name == "open":
            self.open_path(Path(where["path"])) if "path" in where else self.commands.do_open()
        elif name == "welcome":
            self.show_welcome()
        elif name == "sample":
            self._open_sample()
        elif name == "palette":
            self.open_palette(where.get("text", ""))
        elif panes.place_of(name) is not None:
            if self.frame is not None:
                self._close_sheet()
                self.frame.show_pane(name, **where)
        else:
            self._open_dialog(name, where)

    def _open_dialog(self, name: str, where: dict[str, Any]) -> None:
        place = dialogs.dialog_of(name)
        if place is None or (place.needs_file and self.frame is None):
            return
        self._close_sheet()
        self._close_palette()
        self.sheet = dialogs.load(place)(self.context, self, **where)
        self.sheet.installEventFilter(self)
        self.sheet.closed.connect(self._sheet_closed)
        self.sheet.open()
        self.commands.refresh()

    def _close_sheet(self) -> None:
        if self.sheet is not None:
            self.sheet.done()

    def _may_leave_sheet(self) -> bool:
        """Whether no sheet is open in which something would be lost; else the sheet says so."""
        return self.sheet is None or self.sheet.may_leave()

    @Slot()
    def _sheet_closed(self) -> None:
        if self.sheet is not None:
            sheet, self.sheet = self.sheet, None
            self.context.jobs.cancel_owner(sheet)
            self.commands.refresh()

    @Slot(Path)
    def open_path(self, path: Path) -> None:
        """Open a workspace in place of what is shown; what keeps it from opening is told and the present file stays."""
        try:
            opened = files.open_file(path)
        except WorkbenchError as error:
            self.show_problem(error)
            return
        self.show_file(opened.workspace)
        if opened.why_read_only is not None and self.frame is not None:
            self._tell_read_only(opened.why_read_only)

    def _tell_read_only(self, why: WorkbenchError | None) -> None:
        if self.frame is not None:
            self.frame.notice(tr("Opened to look at."), "warn", why.what if why is not None else "")

    def show_file(self, workspace: Workspace) -> None:
        """Show an open workspace on Today. The window closes it when it is done."""
        self._leave_file()
        self.banner.clear()
        context = Context(workspace, Jobs(self), self.settings, self.theme, self.navigate, self._offer_undo)
        self.frame = Frame(context, self)
        self.frame.menu_asked.connect(self.open_menu)
        self.frame.find_asked.connect(self.commands.do_palette)
        self.frame.steps_changed.connect(self.commands.refresh)
        self.frame.pane_shown.connect(self._name_window)
        self.stack.addWidget(self.frame)
        self.stack.setCurrentWidget(self.frame)
        self.settings.remember_file(workspace.path)
        self.frame.translate_chrome()
        self.frame.show_pane(panes.PANES[0].name)
        self.frame.take_focus()
        self.commands.refresh()

    @Slot()
    def show_welcome(self) -> None:
        """Close the file and show the three doors."""
        self._leave_file()
        if self.welcome is None:
            from views.dialogs.welcome import WelcomePage

            self.welcome = WelcomePage(self._bare)
            self.stack.addWidget(self.welcome)
        self.stack.setCurrentWidget(self.welcome)
        if hasattr(self.welcome, "refresh"):
            self.welcome.refresh()
        self._name_window()
        self.commands.refresh()

    def _open_sample(self) -> None:
        try:
            self.open_path(files.sample_path())
        except WorkbenchError as error:
            self.show_problem(error)

    def _leave_file(self) -> None:
        self._close_sheet()
        self._close_palette()
        if self.frame is not None:
            self._take_typed_text()
            frame, self.frame = self.frame, None
            frame.close_file()
            self.stack.removeWidget(frame)
            frame.hide()
            frame.deleteLater()

    def _take_typed_text(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()

    # ---- telling

    @Slot(object)
    def show_problem(self, error: Exception) -> None:
        """Show what the user can mend: in the file's frame, or above the welcome page."""
        if not isinstance(error, WorkbenchError):
            error = CannotDo(str(error))
        banner = self.frame.pane.banner if self.frame is not None and self.frame.pane is not None else self.banner
        banner.show_error(error)

    def say(self, text: str, kind: str = "plain", more: str = "") -> None:
        """Show one message above the pane."""
        banner = self.frame.pane.banner if self.frame is not None and self.frame.pane is not None else self.banner
        banner.show_message(text, kind, more)

    def _offer_undo(self, text: str) -> None:
        if self.frame is not None:
            self.frame.offer_undo(text)

    @Slot()
    def _name_window(self) -> None:
        name = self.frame.context.workspace.path.name if self.frame is not None else ""
        self.setWindowTitle(f"{name} – Asaichi" if name else "Asaichi")

    # ---- menu, palette

    @Slot()
    def open_menu(self) -> None:
        """The menu under the button that asked for it."""
        button: QWidget = self
        if self.frame is not None:
            button = self.frame.top.company if self.sender() is self.frame.top else self.frame.rail.brand
        here = self.frame.actions_here() if self.frame is not None else ()
        menu = self.menu.make(self.commands.actions, here, self.settings.recent_files())
        menu.popup(button.mapToGlobal(QPoint(0, button.height() if button is not self else 0)))

    def open_palette(self, text: str = "") -> None:
        """The palette over the window, unless a sheet is open."""
        if self.sheet is None and self.frame is not None:
            self.palette_box.open(text)

    @cached_property
    def palette_box(self) -> "Palette":
        """The palette, made when it is first opened."""
        from views.palette import Palette

        box = Palette(self, self._find)
        box.installEventFilter(self)
        return box

    def _close_palette(self) -> None:
        if "palette_box" in vars(self):
            self.palette_box.close_palette()

    def _find(self, text: str) -> "Found":
        from views.palette_hits import find

        made = self.frame.stage.made if self.frame is not None else ()
        return find(self.context, text, self.commands.all(), made)

    # ---- settings, language

    @Slot(str)
    def _setting_changed(self, key: str) -> None:
        if key == INSPECTOR.key and self.frame is not None:
            self.frame.stage.apply_inspector()

    def translate(self) -> None:
        """The language changed: everything shown follows at once."""
        QApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))
        if self.frame is not None:
            self.frame.translate()
            if self.frame.banner.text() and self.frame.context.workspace.read_only:
                self._tell_read_only(files.why_read_only(self.frame.context.workspace.path))
        self.commands.refresh()

    @Slot()
    def _close_merge(self) -> None:
        if self.frame is not None:
            try:
                self.frame.context.workspace.close_merge()
            except WorkbenchError as error:
                self.show_problem(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a sheet or the palette has the keyboard, the shortcuts of what lies under it rest."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            under = (*self.commands.all(), *(self.frame.actions_here() if self.frame is not None else ()))
            if any(pressed in action.shortcuts() for action in under):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    # ---- files dropped on the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take lists and workspaces."""
        if self._dropped(event) is not None:
            event.acceptProposedAction()
            self.drop_hint.appear()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The file went elsewhere."""
        self.drop_hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """A list is imported (into a new company on the welcome page), a workspace opened."""
        self.drop_hint.hide()
        path = self._dropped(event)
        if path is None or not self._may_leave_sheet():
            return
        event.acceptProposedAction()
        if files.is_workspace(path):
            self.navigate("open", path=path)
        elif self.frame is None:
            self.navigate("new_company", list_path=path)
        else:
            self.navigate("import", path=path)

    def _dropped(self, event: QDropEvent) -> Path | None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return paths[0] if len(paths) == 1 and (files.is_list(paths[0]) or files.is_workspace(paths[0])) else None

    # ---- place on the screen, end

    def _restore_place(self) -> None:
        kept = self.settings.get(WINDOW)
        screen = QGuiApplication.primaryScreen().availableGeometry()
        box = QRect(*kept) if len(kept) == 4 and all(isinstance(n, int) for n in kept) else QRect(0, 0, 0, 0)
        if box.width() >= self.minimumWidth() and any(s.availableGeometry().intersects(box) for s in QGuiApplication.screens()):
            self.setGeometry(box)
        else:
            self.resize(min(START_SIZE[0], screen.width()), min(START_SIZE[1], screen.height()))
        if self.settings.get(MAXIMISED):
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place, end the jobs, give the file back. A sheet that was filled in is asked about first, once."""
        if not self._may_leave_sheet():
            event.ignore()
            return
        self.settings.set(MAXIMISED, self.isMaximized())
        box = self.normalGeometry() if self.isMaximized() else self.geometry()
        self.settings.set(WINDOW, [box.x(), box.y(), box.width(), box.height()])
        self._leave_file()
        self._bare.jobs.close()
        super().closeEvent(event)
