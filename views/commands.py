"""What the window's own actions do. Each declared action finds its method here by name."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from views import actions, files
from views.panes import PANES, STEPS
from views.settings import INSPECTOR, LAST_FOLDER, THEME
from views.widgets.tab_stops import tab_stops
from workbench.errors import WorkbenchError
from workbench.strings import marked, tr
from workbench.workspace import backups

if TYPE_CHECKING:
    from views.window import Window

STEP_ACTIONS = tuple(
    actions.ActionSpec(f"step_{step.number}", step.title, (f"Alt+{step.number}",), step.icon, palette=False)
    for step in STEPS
    if any(place.step == step.number for place in PANES)
)
MENU_ACTION = actions.ActionSpec("menu", marked("Menu"), ("Alt+M",), "ellipsis", palette=False)


class Commands(QObject):
    """Builds the window's QActions and carries them out."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self.window = window
        self.actions: dict[str, QAction] = {}
        for spec in (*actions.FRAME_ACTIONS, MENU_ACTION, *STEP_ACTIONS):
            slot = self.go_to_step if spec.name.startswith("step_") else getattr(self, f"do_{spec.name}")
            action = actions.build(spec, window, slot)
            window.addAction(action)
            self.actions[spec.name] = action

    def all(self) -> tuple[QAction, ...]:
        """All actions of the window in declared order."""
        return tuple(self.actions.values())

    @Slot()
    def refresh(self) -> None:
        """Labels in the present language, the step's name in Undo and Redo, and what can be done now."""
        frame = self.window.frame
        read_only = frame is not None and frame.context.workspace.read_only
        under_sheet = self.window.sheet is not None
        for action in self.actions.values():
            spec = actions.spec_of(action)
            actions.retranslate(action)
            action.setEnabled(not under_sheet and (frame is not None or not spec.needs_file) and not (spec.writes and read_only))
        if frame is not None:
            for name, label, words in (("undo", frame.next_undo, _undo_words), ("redo", frame.next_redo, _redo_words)):
                if label:
                    actions.retranslate(self.actions[name], words(label))
                self.actions[name].setEnabled(bool(label) and not read_only and not under_sheet)

    @Slot()
    def go_to_step(self) -> None:
        """Alt and a number: the pane last shown in that step."""
        sender = self.sender()
        frame = self.window.frame
        if isinstance(sender, QAction) and frame is not None:
            name = frame.rail.pane_of_step(int(actions.spec_of(sender).name.removeprefix("step_")))
            if name is not None:
                self.window.navigate(name)

    @Slot()
    def do_new_company(self) -> None:
        self.window.navigate("new_company")

    @Slot()
    def do_open(self) -> None:
        dialog = self._file_dialog(tr("Open a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Asaichi files (*.asaichi)"), tr("All files (*)")])
        dialog.fileSelected.connect(self._open_chosen)
        dialog.open()

    @Slot(str)
    def _open_chosen(self, path: str) -> None:
        self.window.settings.set(LAST_FOLDER, str(Path(path).parent))
        self.window.navigate("open", path=Path(path))

    @Slot()
    def do_import(self) -> None:
        self.window.navigate("import")

    @Slot()
    def do_new_visit(self) -> None:
        self.window.navigate("add_visit", show=True)

    @Slot()
    def do_company(self) -> None:
        self.window.navigate("company")

    @Slot()
    def do_save_copy(self) -> None:
        dialog = self._file_dialog(tr("Save a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(files.WORKSPACE_ENDING)
        dialog.setNameFilters([tr("Asaichi files (*.asaichi)")])
        dialog.fileSelected.connect(self._copy_chosen)
        dialog.open()

    @Slot(str)
    def _copy_chosen(self, path: str) -> None:
        self.window.settings.set(LAST_FOLDER, str(Path(path).parent))
        frame = self.window.frame
        if frame is None:
            return
        try:
            backups.save_copy(frame.context.workspace.path, Path(path))
        except WorkbenchError as error:
            self.window.show_problem(error)
        else:
            self.window.say(tr("A copy was saved as {name}.", name=Path(path).name), "good")

    @Slot()
    def do_backups(self) -> None:
        self.window.navigate("backups")

    @Slot()
    def do_check(self) -> None:
        frame = self.window.frame
        if frame is not None:
            frame.context.jobs.run(
                "check",
                files.check_job,
                frame.context.workspace.path,
                on_done=self._checked,
                on_error=self.window.show_problem,
                label=tr("Check the file"),
                owner=frame,
            )

    @Slot(object)
    def _checked(self, problems: tuple[str, ...]) -> None:
        if problems:
            self.window.say(tr("The file has faults."), "thread", " ".join(problems[:3]))
        else:
            self.window.say(tr("The file is sound."), "good")

    @Slot()
    def do_close_file(self) -> None:
        self.window.navigate("welcome")

    @Slot()
    def do_quit(self) -> None:
        self.window.close()

    @Slot()
    def do_undo(self) -> None:
        if self.window.frame is not None:
            self.window.frame.undo()

    @Slot()
    def do_redo(self) -> None:
        if self.window.frame is not None:
            self.window.frame.redo()

    @Slot()
    def do_preferences(self) -> None:
        self.window.navigate("preferences")

    @Slot()
    def do_palette(self) -> None:
        self.window.open_palette()

    @Slot()
    def do_menu(self) -> None:
        self.window.open_menu()

    @Slot()
    def do_inspector(self) -> None:
        settings = self.window.settings
        settings.set(INSPECTOR, not settings.get(INSPECTOR))

    @Slot()
    def do_theme(self) -> None:
        self.window.settings.set(THEME, "light" if self.window.theme.dark else "dark")

    @Slot()
    def do_next_region(self) -> None:
        frame = self.window.frame
        if frame is None:
            return
        regions: list[QWidget] = [frame.rail, frame.top, frame.stage, frame.status]
        if frame.pane is not None:
            regions[2] = frame.pane
            if frame.pane.inspector is not None and frame.pane.inspector.isVisible():
                regions.insert(3, frame.pane.inspector)
        focused = QApplication.focusWidget()
        here = next((i for i, region in enumerate(regions) if focused is not None and region.isAncestorOf(focused)), -1)
        for step in range(1, len(regions) + 1):
            target = _first_focus(regions[(here + step) % len(regions)])
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    @Slot()
    def do_guide(self) -> None:
        self.window.navigate("guide")

    @Slot()
    def do_shortcuts(self) -> None:
        frame = self.window.frame
        here = frame.actions_here() if frame is not None else ()
        more = frame.pane.more_keys if frame is not None and frame.pane is not None else ()
        self.window.navigate("shortcuts", window_actions=self.all(), pane_actions=here, more_keys=more)

    @Slot()
    def do_about(self) -> None:
        self.window.navigate("about")

    @Slot(str)
    def open_folder(self, path: str) -> None:
        """Show a folder in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(path))

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self.window, title, str(files.start_folder(self.window.settings.get(LAST_FOLDER))))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog


def _undo_words(label: str) -> str:
    return tr("Undo: {label}", label=label)


def _redo_words(label: str) -> str:
    return tr("Redo: {label}", label=label)


def _first_focus(region: QWidget) -> QWidget | None:
    if region.focusPolicy() & Qt.FocusPolicy.TabFocus and region.isVisible():
        return region
    return next(iter(tab_stops(region)), None)
