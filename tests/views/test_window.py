"""The window as a user meets it: panes, undo, keys, language, theme, files."""

from pathlib import Path

from models import Company
from tests.views.driving import Drive
from views.settings import INSPECTOR, LANGUAGE, LAST_FILE, RECENT, THEME, WINDOW, Settings
from workbench.workspace import NewCompany, Workspace


def rename(workspace: Workspace, name: str, label: str = "Change the name") -> None:
    with workspace.edit(label) as session:
        session.query(Company).one().name = name


def name_of(workspace: Workspace) -> str:
    with workspace.read() as session:
        return session.query(Company).one().name


def test_it_opens_on_today_and_remembers_the_file(drive: Drive, settings: Settings) -> None:
    assert drive.pane.name == "today"
    assert drive.window.windowTitle() == "kitagawa.asaichi – Asaichi"
    assert settings.get(LAST_FILE) == str(drive.workspace.path.resolve())
    assert settings.get(RECENT) == [settings.get(LAST_FILE)]


def test_an_edit_shows_at_once_and_ctrl_z_takes_it_back(fresh_drive: Drive) -> None:
    rename(fresh_drive.workspace, "Other Works")
    fresh_drive.settle()
    assert fresh_drive.shown("Other Works")
    assert fresh_drive.shown("Undo: Change the name")
    fresh_drive.press("Ctrl+Z")
    assert name_of(fresh_drive.workspace) == "Fresh Works"
    assert fresh_drive.shown("“Change the name” taken back")
    assert fresh_drive.shown("Redo: Change the name")
    fresh_drive.press("Ctrl+Y")
    assert name_of(fresh_drive.workspace) == "Other Works"


def test_the_toast_has_redo(fresh_drive: Drive) -> None:
    rename(fresh_drive.workspace, "Other Works")
    fresh_drive.settle()
    fresh_drive.press("Ctrl+Z")
    fresh_drive.click("Redo")
    assert name_of(fresh_drive.workspace) == "Other Works"


def test_the_status_bar_undoes_on_click(fresh_drive: Drive) -> None:
    rename(fresh_drive.workspace, "Other Works")
    fresh_drive.settle()
    fresh_drive.click("Undo: Change the name")
    assert name_of(fresh_drive.workspace) == "Fresh Works"


def test_alt_and_a_number_shows_the_step(drive: Drive) -> None:
    for keys, pane in (("Alt+1", "goals"), ("Alt+5", "customers"), ("Alt+7", "documents"), ("Alt+0", "today")):
        drive.press(keys)
        assert drive.pane.name == pane


def test_a_step_remembers_the_pane_shown_last(drive: Drive) -> None:
    drive.press("Alt+5")
    drive.click("Visit plan")
    drive.press("Alt+0")
    drive.press("Alt+5")
    assert drive.pane.name == "plan"


def test_the_language_switches_live(drive: Drive, settings: Settings) -> None:
    settings.set(LANGUAGE, "ja")
    drive.settle()
    assert drive.shown("今日") and drive.shown("検索・操作")
    settings.set(LANGUAGE, "en")
    drive.settle()
    assert drive.shown("Find or do anything") and not drive.shown("検索・操作")


def test_the_theme_switches_live(drive: Drive, settings: Settings) -> None:
    light = drive.window.grab().toImage().pixelColor(5, 600)
    settings.set(THEME, "dark")
    drive.settle()
    dark = drive.window.grab().toImage().pixelColor(5, 600)
    assert light.lightness() > 200 > 60 > dark.lightness()


def test_the_menu_holds_every_declared_action(drive: Drive) -> None:
    drive.window.open_menu()
    menu = drive.window.menu.menu
    assert menu is not None
    menu.hide()
    titles = [part.text() for part in menu.actions()]
    assert titles == ["File", "Edit", "View", "Help"]
    inside = {action.objectName() for part in menu.actions() for action in part.menu().actions()}
    assert {
        "new_company",
        "open",
        "import",
        "company",
        "save_copy",
        "backups",
        "check",
        "undo",
        "redo",
        "preferences",
        "shortcuts",
        "about",
    } <= inside


def test_the_size_is_kept(bare_drive: Drive, settings: Settings, tmp_path: Path) -> None:
    bare_drive.window.setGeometry(40, 30, 1200, 760)
    bare_drive.window.close()
    assert settings.get(WINDOW) == [40, 30, 1200, 760]
    assert Settings(settings.path).get(WINDOW) == [40, 30, 1200, 760]


def test_a_second_window_may_look_but_not_write(fresh_drive: Drive, settings: Settings) -> None:
    second = Drive(settings)
    second.open_file(fresh_drive.workspace.path)
    assert second.workspace.read_only
    assert second.shown("Opened to look at")
    assert not second.window.commands.actions["undo"].isEnabled()
    second.close()


def test_a_file_that_is_no_workspace_is_refused_in_one_sentence(fresh_drive: Drive, tmp_path: Path) -> None:
    strange = tmp_path / "strange.asaichi"
    strange.write_bytes(b"not a workspace at all" * 100)
    before = fresh_drive.workspace.path
    fresh_drive.open_file(strange)
    assert fresh_drive.workspace.path == before
    assert fresh_drive.pane.banner.text()
    assert strange.read_bytes() == b"not a workspace at all" * 100


def test_save_a_copy_writes_the_whole_file(fresh_drive: Drive, tmp_path: Path) -> None:
    rename(fresh_drive.workspace, "Other Works")
    copy = tmp_path / "copy.asaichi"
    fresh_drive.window.commands._copy_chosen(str(copy))
    with Workspace.open(copy, write=False) as opened:
        assert name_of(opened) == "Other Works"
        assert opened.content_hash() == fresh_drive.workspace.content_hash()


def test_no_side_file_stays_after_a_clean_close(fresh_drive: Drive) -> None:
    path = fresh_drive.workspace.path
    fresh_drive.window.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_closing_takes_over_what_was_typed(bare_drive: Drive, tmp_path: Path) -> None:
    path = tmp_path / "first.asaichi"
    Workspace.create(path, NewCompany(name="First")).close()
    bare_drive.open_file(path)
    other = tmp_path / "second.asaichi"
    Workspace.create(other, NewCompany(name="Second")).close()
    bare_drive.open_file(other)
    assert bare_drive.workspace.path == other
    with Workspace.open(path) as free:
        assert not free.read_only


def test_the_inspector_setting_is_switched_by_its_key(drive: Drive, settings: Settings) -> None:
    before = settings.get(INSPECTOR)
    drive.press("Ctrl+I")
    assert settings.get(INSPECTOR) is not before


def test_f6_walks_the_parts_of_the_window(drive: Drive) -> None:
    frame = drive.window.frame
    assert frame is not None
    seen = set()
    for _ in range(5):
        drive.press("F6")
        focused = drive.window.focusWidget()
        seen |= {part.objectName() or type(part).__name__ for part in (frame.rail, frame.top, frame.status) if part.isAncestorOf(focused)}
    assert {"rail", "TopBar"} <= seen
