"""`history`: the undo steps, and steps back or forward."""

import argparse
from collections.abc import Callable
from pathlib import Path

from workbench.commands.line import Answer, Verb
from workbench.commands.opened import opened
from workbench.strings import tr


def _count(text: str) -> int:
    value = int(text)
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
        steps = [{"id": s.id, "label": s.label, "at": s.at, "kind": s.kind, "undone": s.undone} for s in workspace.history()]
        return {"steps": steps, "undone": undone, "redone": redone, "content_hash": workspace.content_hash()}


def _steps(turn: Callable[[], str | None], count: int) -> int:
    """Turn up to `count` times; returns how many steps there were."""
    for done in range(count):
        if turn() is None:
            return done
    return count


def _say(answer: Answer) -> str:
    steps = answer["steps"]
    assert isinstance(steps, list)
    if not steps:
        return tr("No steps yet.")
    return "\n".join(f"{s['at']}  {s['label']}" + (f" ({tr('undone')})" if s["undone"] else "") for s in steps)


VERB = Verb("history", "the undo steps, newest first; steps back or forward", _arguments, _do, _say)
