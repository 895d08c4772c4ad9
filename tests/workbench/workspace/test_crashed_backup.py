"""A backup that has the journal of a crash beside it: it is taken back as it was before the step that the crash cut off, and only read."""

import shutil
import subprocess
import sys

from models import Customer, Rep
from workbench.workspace import Workspace, restoring


def test_it_is_restored_without_the_step_that_was_cut_off(workspace: Workspace) -> None:
    path = workspace.path
    with workspace.edit("Rename") as session:
        session.get_one(Rep, 1).name = "Tani"
    workspace.close()
    backup = path.with_name("older.asaichi")
    shutil.copyfile(path, backup)
    script = (
        f"import os, sqlite3; db = sqlite3.connect({str(backup)!r}); db.execute('PRAGMA cache_size=1'); db.execute('PRAGMA cache_spill=1')\n"
        "db.execute(\"UPDATE rep SET name = 'half'\")\n"
        'db.execute("CREATE TABLE much AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<3000) SELECT randomblob(400) b FROM n")\n'
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", script], check=False)
    journal = backup.with_name(backup.name + "-journal")
    kept = backup.read_bytes(), journal.read_bytes()
    with Workspace.open(path, write=True) as opened, opened.edit("Rename") as session:
        session.get_one(Rep, 1).name = "Ueda"
    restoring.restore(path, backup)
    with Workspace.open(path) as opened, opened.read() as session:
        assert session.get_one(Rep, 1).name == "Tani" and session.query(Customer).count() == 0
    assert (backup.read_bytes(), journal.read_bytes()) == kept
