"""The backup before an import: named after the list, and what is said where the disk has no room for the import."""

import pytest

from workbench.importing.run import apply_import, import_list, plan_import
from workbench.workspace import backups
from workbench.workspace.trouble import DiskFull

ROWS = "Customer name,City\n" + "".join(f"Customer {number},Osaka\n" for number in range(3000))


def kept(workspace):
    return backups.kept(backups.workspace_id(workspace.path))


def most_pages(workspace, pages: int) -> None:
    """The file has room for so many pages, as if the disk were full then."""
    with workspace.edit("Limit") as session:
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_the_backup_names_the_list(workspace, listed) -> None:
    import_list(workspace, listed(ROWS, "Kunden 2026_Q1 (alt).csv"))
    assert (kept(workspace)[0].reason, kept(workspace)[0].about) == ("import", "Kunden 2026_Q1 (alt).csv")
    import_list(workspace, listed(ROWS.replace("Osaka", "Kobe"), "顧" * 70 + ".csv"))
    newest = kept(workspace)[0]
    assert newest.about == "顧" * 30 and len(newest.path.name.encode()) < 255
    backups.verify(newest.path)


def test_a_full_disk_says_how_much_room_the_import_needs(workspace, listed) -> None:
    preview, before = plan_import(workspace, listed(ROWS)), workspace.content_hash()
    size = workspace.path.stat().st_size
    most_pages(workspace, size // 4096 + 12)
    with pytest.raises(DiskFull) as told:
        apply_import(workspace, preview)
    most_pages(workspace, 1_000_000)
    assert "MB" in told.value.remedy and workspace.content_hash() == before
    import_list(workspace, listed(ROWS))
    needed = float(told.value.remedy.split("Make ")[1].split("\u00a0")[0]) * 1024**2
    assert workspace.path.stat().st_size - size < needed < 6 * (workspace.path.stat().st_size - size)
