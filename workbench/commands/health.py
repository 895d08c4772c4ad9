"""`health`: where the red thread breaks."""

import argparse
from pathlib import Path

from workbench.commands.line import Answer, Verb
from workbench.commands.opened import opened
from workbench.strings import tr
from workbench.thread import health


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the workspace")


def _do(words: argparse.Namespace) -> Answer:
    with opened(words.file) as workspace, workspace.read() as session:
        found = health.breaks(session)
    return {
        "breaks": [
            {"rule": b.rule, "severity": b.severity, "message": b.message, "detail": b.detail, "mend": b.mend, "pane": b.pane}
            for b in found
        ]
    }


def _say(answer: Answer) -> str:
    found = answer["breaks"]
    assert isinstance(found, list)
    lines = [tr("{message}: {detail} {mend}.", message=b["message"], detail=b["detail"], mend=b["mend"]) for b in found]
    return "\n".join(lines) or tr("Every link from the goal to the logs holds.")


VERB = Verb("health", "where the red thread breaks", _arguments, _do, _say)
