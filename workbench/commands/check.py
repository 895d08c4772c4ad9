"""`check`, `backup` and `restore`: what keeps the file trustworthy."""

import argparse
from pathlib import Path

from workbench.commands.line import Answer, Verb
from workbench.commands.opened import opened
from workbench.errors import WorkbenchError
from workbench.strings import tr
from workbench.workspace import backups, restoring
from workbench.workspace.check import check


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the workspace")


def _backup_arguments(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--out", type=Path, metavar="P", help="where to save the copy (default: beside the other backups)")


def _restore_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the workspace; it may be missing or damaged, and what it replaces is kept")
    parser.add_argument("backup", type=Path, metavar="BACKUP", help="the backup whose content it gets")


def _check(words: argparse.Namespace) -> Answer:
    try:
        result = check(words.file)
    except WorkbenchError as error:
        if good := backups.newest_good(words.file):
            error.remedy = tr("{remedy} The newest good backup is {backup}.", remedy=error.remedy, backup=str(good.path)).strip()
        raise
    return {"ok": result.ok, "problems": list(result.problems), "content_hash": result.content_hash}


def _backup(words: argparse.Namespace) -> Answer:
    with opened(words.file) as workspace:
        made = backups.save_copy(workspace.path, words.out) if words.out else backups.make(workspace.path, "asked")
        return {"path": str(made), "size": made.stat().st_size}


def _restore(words: argparse.Namespace) -> Answer:
    done = restoring.restore(words.file, words.backup)
    return {"path": str(done.path), "kept": done.kept and str(done.kept)}


def _say_check(answer: Answer) -> str:
    problems = answer["problems"]
    assert isinstance(problems, list)
    return "\n".join(problems) or tr("All is well.")


CHECK = Verb("check", "is the file sound?", _file, _check, _say_check)
BACKUP = Verb("backup", "save a copy of the file", _backup_arguments, _backup, lambda a: tr("Saved as {path}.", path=a["path"]))
RESTORE = Verb(
    "restore",
    "put a backup in the file's place and keep what was there",
    _restore_arguments,
    _restore,
    lambda a: tr("Restored {path}; what it replaced is kept in {kept}.", path=a["path"], kept=a["kept"] or "-"),
)
