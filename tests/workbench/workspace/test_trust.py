"""What the file promises: one writer, refusals that change nothing, backups that restore, checks that find, migrations that are whole."""

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from models import Action, Assumption, Customer, CustomerHours, Kgi, Plan, Rep, Segment, Visit
from workbench.commands import line
from workbench.errors import BadInput, CannotDo, WorkbenchError
from workbench.workspace import NewCompany, Workspace, backups, guard, migration, restoring, schema
from workbench.workspace.check import check
from workbench.workspace.lock import OpenElsewhere
from workbench.workspace.trouble import Damaged, FileTrouble
from workbench.workspace.workspace import FileChanged


def rename(workspace: Workspace, name: str) -> None:
    with workspace.edit("Rename") as session:
        session.get(Rep, 1).name = name


def rep_name(workspace: Workspace) -> str:
    with workspace.read() as session:
        return session.get(Rep, 1).name


@pytest.fixture
def closed(workspace: Workspace) -> Path:
    rename(workspace, "Ueda")
    workspace.close()
    return workspace.path


def test_a_second_writer_is_refused_by_name_and_may_look(workspace: Workspace) -> None:
    with pytest.raises(OpenElsewhere, match=str(os.getpid())):
        Workspace.open(workspace.path)
    with Workspace.open(workspace.path, write=False) as looking:
        rename(workspace, "Tani")
        assert rep_name(looking) == "Tani"
        with pytest.raises(CannotDo), looking.edit("No"):
            pass


def test_a_lock_left_by_a_killed_program_does_not_block(closed: Path) -> None:
    script = f"import os; from workbench.workspace import Workspace; Workspace.open({str(closed)!r}); os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", script], check=False)
    assert (closed.parent / f".{closed.name}.lock").exists()
    Workspace.open(closed).close()


def _sqlite(path: Path, *statements: str) -> None:
    db = sqlite3.connect(path)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


DAMAGE = {
    "empty": lambda p: p.write_bytes(b""),
    "text": lambda p: p.write_text("hello"),
    "zeros": lambda p: p.write_bytes(bytes(8192)),
    "half": lambda p: p.write_bytes(p.read_bytes()[: p.stat().st_size // 2]),
    "foreign": lambda p: _sqlite(p, "PRAGMA application_id=7"),
    "newer": lambda p: _sqlite(p, "PRAGMA user_version=99"),
    "trigger": lambda p: _sqlite(p, "CREATE TRIGGER bad AFTER UPDATE ON rep BEGIN DELETE FROM customer; END"),
    "table": lambda p: _sqlite(p, "CREATE TABLE other (x)"),
    "view": lambda p: _sqlite(p, "DROP TABLE deal", "CREATE VIEW deal AS SELECT 1"),
    "wal": lambda p: _sqlite(p, "PRAGMA journal_mode=WAL"),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_file_that_is_not_sound_is_refused_and_left_byte_for_byte(closed: Path, kind: str) -> None:
    DAMAGE[kind](closed)
    before = closed.read_bytes()
    with pytest.raises(WorkbenchError) as refused:
        Workspace.open(closed)
    assert len(str(refused.value).splitlines()) == 1
    assert closed.read_bytes() == before and [p.name for p in closed.parent.iterdir()] == [closed.name]


def test_folders_pipes_and_missing_files_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in (".", "pipe", "missing", "a/b"):
        with pytest.raises(WorkbenchError):
            Workspace.open(tmp_path / name)


def test_creating_never_writes_over_a_file(closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(BadInput):
        Workspace.create(closed, NewCompany())
    assert closed.read_bytes() == before


def test_a_file_replaced_under_us_is_noticed_and_what_was_done_is_rescued(workspace: Workspace, own_folders: Path) -> None:
    rename(workspace, "Ueda")
    other = workspace.path.with_name("other")
    shutil.copyfile(workspace.path, other)
    rename(workspace, "Tani")
    os.replace(other, workspace.path)
    before = workspace.path.read_bytes()
    with pytest.raises(FileChanged):
        rename(workspace, "Lost?")
    assert workspace.path.read_bytes() == before
    [rescued] = (own_folders / "documents").glob("*rescued*")
    with Workspace.open(rescued) as found:
        assert rep_name(found) == "Tani"


def test_a_rescue_that_finds_no_room_leaves_no_half_file(workspace: Workspace, own_folders: Path) -> None:
    rename(workspace, "Ueda")
    other = workspace.path.with_name("other")
    shutil.copyfile(workspace.path, other)
    os.replace(other, workspace.path)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, before[1]))
    try:
        with pytest.raises(FileChanged, match="Open the file again"):
            rename(workspace, "Lost?")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list((own_folders / "documents").iterdir()) == []
    assert check(workspace.path).ok


def test_a_file_written_by_another_program_is_noticed(workspace: Workspace) -> None:
    rename(workspace, "Ueda")
    _sqlite(workspace.path, "UPDATE rep SET name = 'Other'")
    with pytest.raises(FileChanged):
        rename(workspace, "Tani")


def test_the_first_edit_of_a_day_makes_one_backup_that_holds_what_was_before(workspace: Workspace) -> None:
    rename(workspace, "Ueda")
    rename(workspace, "Tani")
    [made] = backups.kept(backups.workspace_id(workspace.path))
    backups.verify(made.path)
    db = sqlite3.connect(made.path)
    assert made.reason == "day" and db.execute("SELECT name FROM rep").fetchone()[0] == "Sachiko Morita"
    db.close()


def test_every_changed_byte_of_a_backup_is_noticed(closed: Path) -> None:
    made = backups.make(closed, "asked")
    whole = made.read_bytes()
    for place in (30, len(whole) // 2, len(whole) - 1):
        made.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(WorkbenchError):
            restoring.restore(closed, made)


def test_restore_gives_the_old_content_and_keeps_what_it_replaces(closed: Path) -> None:
    made = backups.make(closed, "asked")
    with Workspace.open(closed) as workspace:
        rename(workspace, "Later")
    done = restoring.restore(closed, made)
    with Workspace.open(closed) as workspace:
        assert rep_name(workspace) == "Ueda"
    again = restoring.restore(closed, done.kept)
    with Workspace.open(closed) as workspace:
        assert rep_name(workspace) == "Later" and again.kept


def test_restore_replaces_a_damaged_or_missing_file_and_keeps_the_bytes(closed: Path) -> None:
    made = backups.make(closed, "asked")
    closed.write_bytes(b"rubbish")
    assert restoring.restore(closed, made).kept.read_bytes() == b"rubbish"
    closed.unlink()
    assert restoring.restore(closed, made).kept is None
    assert check(closed).ok


def test_restore_is_refused_while_the_file_is_open(workspace: Workspace) -> None:
    made = backups.make(workspace.path, "asked")
    with pytest.raises(OpenElsewhere):
        restoring.restore(workspace.path, made)


def test_the_rule_of_backups_keeps_days_weeks_and_months() -> None:
    now = datetime(2026, 11, 24, 12)
    ages = [timedelta(hours=h) for h in range(0, 24 * 400, 6)]
    made = tuple(backups.Backup(Path(str(i)), 10_000 - i, now - age, "day", "", 1) for i, age in enumerate(ages))
    kept = backups.kept_by_rule(made, now)
    at = sorted(now - b.at for b in kept)
    assert sum(a <= timedelta(hours=24) for a in at) == 5
    assert len({(now - a).date() for a in at if a <= timedelta(days=13)}) == 14
    assert 30 <= len(kept) <= 36 and max(at) > timedelta(days=330)


def test_over_the_limit_the_oldest_go_but_never_the_newest(closed: Path) -> None:
    for _ in range(4):
        newest = backups.make(closed, "asked")
    name = backups.workspace_id(closed)
    backups.prune(name, limit=newest.stat().st_size * 2)
    assert 1 <= len(backups.kept(name)) <= 2 and backups.kept(name)[0].path == newest
    backups.prune(name, limit=1)
    assert [b.path for b in backups.kept(name)] == [newest]


def test_a_backup_that_goes_while_it_is_listed_hides_no_other(closed: Path) -> None:
    for _ in range(3):
        newest = backups.make(closed, "asked")
    name = backups.workspace_id(closed)
    for number in range(5, 9):
        (backups.folder(name) / f"{number:06d}_20261124-120000_day_{'0' * 32}.asaichi").symlink_to("gone")
    (backups.folder(name) / f"000009_20269999-999999_day_{'0' * 32}.asaichi").write_bytes(b"a name that is no date")
    assert [b.number for b in backups.kept(name)] == [4, 3, 2, 1] and backups.kept(name)[0].path == newest


def test_save_a_copy_never_writes_over(closed: Path) -> None:
    target = closed.with_name("copy.asaichi")
    backups.save_copy(closed, target)
    assert check(target).content_hash == check(closed).content_hash
    with pytest.raises(BadInput):
        backups.save_copy(closed, target)


def test_a_damaged_file_offers_the_newest_good_backup(closed: Path) -> None:
    made = backups.make(closed, "asked")
    closed.write_bytes(b"rubbish")
    assert backups.newest_good(closed).path == made


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE customer_tier SET tier = 'B'",
        "DELETE FROM undo_entry",
        "UPDATE undo_entry SET op = 'X'",
        "UPDATE visit SET end = 0",
        "INSERT INTO customer_tag (customer_id, tag) VALUES (999, 'x')",
        "DELETE FROM tiering",
    ],
)
def test_check_finds_what_does_not_fit(closed: Path, harm: str) -> None:
    with Workspace.open(closed) as workspace, workspace.edit("fill") as session:
        session.add(Customer(id=1, name="A", folded="a", search=""))
        session.flush()
        db = session.connection()
        db.exec_driver_sql("INSERT INTO customer_tier VALUES (1, 1, 'A', 'A', 5, 1, 0.0, 100.0, '', '', NULL)")
        db.exec_driver_sql(
            "INSERT INTO visit (customer_id, rep_id, day, start, end, status, locked, travel_minutes, travel_km, topics, note, why) "
            "VALUES (1, 1, '2026-11-24', 540, 600, 'planned', 0, 0, 0.0, '', '', '')"
        )
    assert check(closed).ok
    _sqlite(closed, harm)
    assert not check(closed).ok


@pytest.fixture
def crashed(closed: Path) -> Path:
    """A workspace whose writer was killed in the middle of a transaction that had reached the file."""
    script = (
        f"import os, sqlite3; db = sqlite3.connect({str(closed)!r}); db.execute('PRAGMA cache_size=1'); db.execute('PRAGMA cache_spill=1')\n"
        'db.execute("INSERT INTO customer (number,name,name_local,folded,search,industry,country,postal_code,prefecture,city,address,place_precision,'
        "place_source,contact,phone,email,note,topics,archived,hand_edited) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<5000) "
        "SELECT '', 'x', '', 'x', '', '', '', '', '', '', '', '', '', '', '', '', '', '', 0, '' FROM n\"); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", script], check=False)
    assert closed.with_name(closed.name + "-journal").exists()
    return closed


@pytest.mark.parametrize("write", [True, False])
def test_a_crash_in_the_middle_of_a_commit_is_rolled_back_on_opening(crashed: Path, write: bool) -> None:
    with Workspace.open(crashed, write=write) as workspace, workspace.read() as session:
        assert session.query(Customer).count() == 0
    assert [p.name for p in crashed.parent.iterdir()] == [crashed.name]


def test_a_file_is_checked_and_looked_at_after_a_crash(crashed: Path) -> None:
    assert check(crashed).ok


def test_a_crash_in_a_file_that_became_unsound_is_refused_and_left_byte_for_byte(crashed: Path) -> None:
    whole = crashed.read_bytes()
    crashed.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    before, journal = crashed.read_bytes(), crashed.with_name(crashed.name + "-journal").read_bytes()
    for write in (True, False):
        with pytest.raises(FileTrouble):
            Workspace.open(crashed, write=write)
        assert crashed.read_bytes() == before and crashed.with_name(crashed.name + "-journal").read_bytes() == journal


def test_a_writer_in_the_middle_of_a_commit_is_waited_for_by_who_looks(workspace: Workspace) -> None:
    script = f"from workbench.workspace import Workspace; Workspace.open({str(workspace.path)!r}, write=False).close()"
    with workspace.edit("Rename") as session:
        session.get(Rep, 1).name = "Tani"
        session.flush()
        assert workspace.path.with_name(workspace.path.name + "-journal").exists()
        assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
    assert rep_name(workspace) == "Tani"


@pytest.fixture
def first_version(tmp_path: Path) -> Path:
    """A file as version 1 wrote it, with a goal, a rep and undo steps."""
    path = tmp_path / "first.asaichi"
    shutil.copyfile(Path(__file__).parents[2] / "fixtures" / "version_1.asaichi", path)
    return path


def test_a_file_of_the_first_version_opens_with_all_it_holds(first_version: Path) -> None:
    before = sqlite3.connect(first_version)
    rows = before.execute("SELECT * FROM kgi").fetchall()
    before.close()
    with Workspace.open(first_version) as opened, opened.read() as session:
        goal = session.query(Kgi).one()
        assert (goal.id, goal.plan_id, goal.metric, goal.target) == rows[0][:4] and goal.split == "season"
        assert session.query(Rep).count() == 1 and session.query(Plan).one().analysis_weeks == 3
    assert guard.examine(first_version) == schema.VERSION and check(first_version).ok


def test_everything_of_the_first_version_comes_in(tmp_path: Path) -> None:
    document = json.loads((Path(__file__).parents[2] / "fixtures" / "version_1.json").read_text())
    assert document["version"] == 1
    path = tmp_path / "again.asaichi"
    line.run(["new", str(path), "--from", str(Path(__file__).parents[2] / "fixtures" / "version_1.json")])
    with Workspace.open(path) as opened, opened.read() as session:
        assert session.query(Kgi).one().split == "season"


@pytest.fixture
def second_version(tmp_path: Path) -> Path:
    """A file as version 2 wrote it: a customer with hours, a locked visit, a segment, an action, an assumption."""
    path = tmp_path / "second.asaichi"
    shutil.copyfile(Path(__file__).parents[2] / "fixtures" / "version_2.asaichi", path)
    return path


def test_a_file_of_the_second_version_opens_with_all_it_holds(second_version: Path) -> None:
    with Workspace.open(second_version) as opened, opened.read() as session:
        assert [(row.weekday, row.start, row.end) for row in session.query(CustomerHours)] == [(0, 540, 720), (6, 0, 0)]
        assert session.query(Visit).one().hold == "time" and session.query(Segment).one().channel == ""
        assert session.query(Action).one().kpi == "" and session.query(Assumption).one().reviewed_on is None
        rep = session.query(Rep).one()
        assert (rep.starts_at, rep.ends_at, rep.most_visits) == ("home", "home", 0) and not session.query(Customer).one().shared
    assert guard.examine(second_version) == schema.VERSION and check(second_version).ok


def test_everything_of_the_second_version_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "again.asaichi"
    line.run(["new", str(path), "--from", str(Path(__file__).parents[2] / "fixtures" / "version_2.json")])
    with Workspace.open(path) as opened, opened.read() as session:
        assert session.query(Action).one().title == "Old action" and session.query(Visit).one().hold == "time"


def rename_rep(connection: Connection) -> None:
    connection.exec_driver_sql("UPDATE rep SET name = name || ' again'")


def test_a_migration_after_a_crash_starts_from_what_was_committed(crashed: Path) -> None:
    backup = migration.migrate(crashed, 1, {1: rename_rep}, 2)
    for path in (crashed, backup):
        db = sqlite3.connect(path)
        assert db.execute("SELECT count(*) FROM customer").fetchone()[0] == 0
        db.close()


def test_a_migration_backs_up_first_and_is_whole(closed: Path) -> None:
    backup = migration.migrate(closed, 1, {1: rename_rep}, 2)
    db = sqlite3.connect(closed)
    assert db.execute("SELECT name FROM rep").fetchall() == [("Ueda again",)]
    assert db.execute("PRAGMA user_version").fetchone()[0] == 2 and db.execute("SELECT count(*) FROM undo_step").fetchone()[0] == 0
    db.close()
    guard.examine(backup)


def test_a_migration_that_fails_leaves_the_file_as_it_was(closed: Path) -> None:
    def break_it(connection: Connection) -> None:
        rename_rep(connection)
        connection.exec_driver_sql("SELECT * FROM nowhere")

    before = check(closed).content_hash
    with pytest.raises(FileTrouble):
        migration.migrate(closed, 1, {1: break_it}, 2)
    assert check(closed).content_hash == before and guard.examine(closed) == schema.VERSION


def test_damage_inside_a_page_is_refused_with_words(closed: Path) -> None:
    whole = bytearray(closed.read_bytes())
    whole[4096 : 4096 + 64] = b"\xff" * 64
    closed.write_bytes(whole)
    with pytest.raises(Damaged):
        Workspace.open(closed)
