"""`history`: the undo steps, and steps back or forward."""

import argparse
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from workbench import formatting
from workbench.commands.line import Answer, Verb
from workbench.commands.opened import opened
from workbench.strings import ntr, tr


def _count(text: str) -> int:
    try:
        value = int(text)
    except ValueError:
        value = 0
    if not 0 < value <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of steps")
    return value


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the workspace")
    parser.add_argument("--undo", type=_count, default=0, metavar="N", help="take N steps back")
    parser.add_argument("--redo", type=_count, default=0, metavar="N", help="then do N steps again")


def _do(words: argparse.Namespace) -> Answer:
    with opened(words.file, write=bool(words.undo or words.redo)) as workspace:
        undone = _steps(workspace.undo, words.undo)
        redone = _steps(workspace.redo, words.redo)
        asked = {"asked_undo": words.undo, "asked_redo": words.redo}
        steps = [{"id": s.id, "label": s.label, "at": s.at, "kind": s.kind, "undone": s.undone} for s in workspace.history()]
        return {"steps": steps, "undone": undone, "redone": redone, "content_hash": workspace.content_hash(), **asked}


def _steps(turn: Callable[[], str | None], count: int) -> int:
    """Turn up to `count` times; returns how many steps there were."""
    for done in range(count):
        if turn() is None:
            return done
    return count


def _say(answer: Answer) -> str:
    steps = answer["steps"]
    assert isinstance(steps, list)
    undone, redone = answer["undone"], answer["redone"]
    assert isinstance(undone, int) and isinstance(redone, int)
    lines = []
    if answer["asked_undo"]:
        asked = formatting.number(answer["asked_undo"])  # type: ignore[arg-type]
        lines.append(ntr("{n} step of {asked} undone.", "{n} steps of {asked} undone.", undone, asked=asked))
    if answer["asked_redo"]:
        asked = formatting.number(answer["asked_redo"])  # type: ignore[arg-type]
        lines.append(ntr("{n} step of {asked} done again.", "{n} steps of {asked} done again.", redone, asked=asked))
    if not steps:
        return "\n".join([*lines, tr("No steps yet.")])
    return "\n".join([*lines, *(f"{_local(s['at'])}  {s['label']}" + (f" ({tr('undone')})" if s["undone"] else "") for s in steps)])


def _local(at: str) -> str:
    """A moment in UTC as day and time on this computer's clock: 2026-11-24 16:58."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")


VERB = Verb("history", "the undo steps, newest first; steps back or forward", _arguments, _do, _say)
