"""`new`: make a workspace, empty, with the sample company, or from everything another one held."""

import argparse
from dataclasses import replace
from pathlib import Path

from workbench.commands.line import Answer, Verb
from workbench.commands.opened import using
from workbench.strings import LANGUAGES, ntr, set_language
from workbench.workspace import NewCompany, Workspace


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the workspace to make; it must not exist")
    content = parser.add_mutually_exclusive_group()
    content.add_argument("--sample", action="store_true", help="with the sample company in it")
    content.add_argument(
        "--from", dest="source", type=Path, metavar="EVERYTHING.json", help="with all rows of an `export --document everything`"
    )
    parser.add_argument("--lang", choices=tuple(LANGUAGES), default="en", help="language of screens and paper (default: en)")


def _do(words: argparse.Namespace) -> Answer:
    set_language(words.lang)
    if words.sample:
        from workbench.workspace.sample import create_sample

        made = create_sample(words.file, words.lang)
    elif words.source:
        from workbench.documents.everything import workspace_from

        made = workspace_from(words.source, words.file)
    else:
        made = Workspace.create(words.file, replace(NewCompany(), language=words.lang))
    with using(made) as session:
        count = lambda table: session.connection().exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()  # noqa: E731
        return {"path": str(made.path), "customers": count("customer"), "reps": count("rep"), "plans": count("plan")}


def _say(answer: Answer) -> str:
    customers = answer["customers"]
    assert isinstance(customers, int)
    return ntr("{path} made, {n} customer in it.", "{path} made, {n} customers in it.", customers, path=answer["path"])


VERB = Verb("new", "make a workspace, empty or with the sample company", _arguments, _do, _say)
