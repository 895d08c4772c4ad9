"""The backups sheet: what is kept is listed, and one of them takes the file's place."""

from models import Company
from tests.views.driving import Drive
from workbench.workspace import backups


def test_a_backup_takes_the_place_of_the_file_and_what_it_replaces_is_kept(fresh_drive: Drive) -> None:
    path = fresh_drive.workspace.path
    backups.make(path, "asked")
    with fresh_drive.workspace.edit("Change the name") as session:
        session.query(Company).one().name = "Other Works"
    fresh_drive.settle()
    sheet = fresh_drive.open("backups")
    asked = next(backup for backup in sheet._by_number.values() if backup.reason == "asked")
    sheet.table.set_current(asked.number)
    fresh_drive.click("Take this one back")
    assert fresh_drive.workspace.path == path
    with fresh_drive.workspace.read() as session:
        company = session.query(Company).one()
        assert company.name == "Fresh Works"
        reasons = {backup.reason for backup in backups.kept(company.workspace_id)}
    assert "restore" in reasons


def test_without_backups_there_is_nothing_to_take_back(fresh_drive: Drive) -> None:
    sheet = fresh_drive.open("backups")
    assert not sheet.primary.isEnabled()
    assert fresh_drive.shown("No backup yet. The first one is made at the first change of a day.")


def test_a_damaged_backup_is_refused_and_the_file_stays_open(fresh_drive: Drive) -> None:
    made = backups.make(fresh_drive.workspace.path, "asked")
    made.write_bytes(made.read_bytes()[:-4096])
    sheet = fresh_drive.open("backups")
    before = fresh_drive.workspace
    fresh_drive.click("Take this one back")
    assert fresh_drive.workspace is before
    assert not sheet.banner.isHidden()


def test_backups_of_the_same_minute_show_their_seconds(fresh_drive: Drive) -> None:
    made = backups.make(fresh_drive.workspace.path, "asked")
    number, _, reason, digest = made.name.split("_")
    made.rename(made.with_name(f"{number}_20261124-090507_{reason}_{digest}"))
    made = backups.make(fresh_drive.workspace.path, "import")
    number, _, reason, digest = made.name.split("_")
    made.rename(made.with_name(f"{number}_20261124-090541_{reason}_{digest}"))
    fresh_drive.open("backups")
    assert fresh_drive.shown("24 Nov 2026, 09:05:41") and fresh_drive.shown("24 Nov 2026, 09:05:07")


def test_the_list_names_what_a_backup_was_made_for(fresh_drive: Drive) -> None:
    backups.make(fresh_drive.workspace.path, "import", "customers 2026.csv")
    fresh_drive.open("backups")
    assert fresh_drive.shown("before an import: customers 2026.csv")
