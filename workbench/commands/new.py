"""`new`: make a workspace, empty, with the sample company, or from everything another one held."""

import argparse
from dataclasses import replace
from pathlib import Path

from workbench.commands.line import Answer, Verb
from workbench.commands.opened import using
from workbench.customers.details import MOST
from workbench.errors import BadInput
from workbench.strings import LANGUAGES, ntr, set_language, tr
from workbench.workspace import NewCompany, Workspace
from workbench.workspace.workspace import refuse_half_letters

COMPANY = ("name", "country", "currency", "rep", "office")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the workspace to make; it must not exist")
    content = parser.add_mutually_exclusive_group()
    content.add_argument("--sample", action="store_true", help="with the sample company in it")
    content.add_argument(
        "--from", dest="source", type=Path, metavar="EVERYTHING.json", help="with all rows of an `export --document everything`"
    )
    parser.add_argument("--name", metavar="N", help="the company's name")
    parser.add_argument("--country", metavar="CC", help="its country as two letters, like JP or CZ (default: JP)")
    parser.add_argument("--currency", metavar="CUR", help="its currency as three letters, like JPY or EUR (default: the country's)")
    parser.add_argument("--rep", metavar="R", help="the name of its first rep")
    parser.add_argument("--office", metavar="PLACE", help="the office's address or coordinates, where the reps start")
    parser.add_argument("--lang", choices=tuple(LANGUAGES), default="en", help="language of screens and paper (default: en)")


def _company(words: argparse.Namespace) -> NewCompany:
    """The company that the words describe. Raises BadInput for a country or currency that is none, and for texts that are too long."""
    from babel.core import get_global
    from babel.numbers import get_territory_currencies, is_currency

    usual = NewCompany()
    country = (words.country or usual.country).strip().upper()
    if country not in get_global("territory_currencies"):
        raise BadInput(tr("There is no country {code}.", code=country[:40]), "--country", tr("Give its two letters, like JP or CZ."))
    known = get_territory_currencies(country)
    currency = (words.currency or (known[-1] if known else usual.currency)).strip().upper()
    if not is_currency(currency):
        raise BadInput(tr("There is no currency {code}.", code=currency[:40]), "--currency", tr("Give its three letters, like JPY or EUR."))
    texts = {field: " ".join((getattr(words, field) or "").split()) for field in ("name", "rep", "office")}
    for field, text in texts.items():
        refuse_half_letters(text, f"--{field}")
        if len(text) > MOST:
            raise BadInput(tr("This is too long."), f"--{field}", tr("At most {n} characters.", n=MOST))
    return replace(
        usual,
        name=texts["name"],
        country=country,
        currency=currency,
        language=words.lang,
        first_rep=texts["rep"],
        office_address=texts["office"],
    )


def _do(words: argparse.Namespace) -> Answer:
    set_language(words.lang)
    said = [f"--{field}" for field in COMPANY if getattr(words, field) is not None]
    if said and (words.sample or words.source):
        raise BadInput(tr("{options} is for a new company only.", options=", ".join(said)), "", tr("Leave out --sample and --from."))
    if not words.file.parent.is_dir():
        raise BadInput(tr("The folder does not exist."), str(words.file.parent), tr("Make it, or choose another one."))
    if words.sample:
        from workbench.workspace.sample import create_sample

        made = create_sample(words.file, words.lang)
    elif words.source:
        from workbench.documents.everything import workspace_from

        made = workspace_from(words.source, words.file)
    else:
        made = Workspace.create(words.file, _company(words))
    with using(made) as session:
        count = lambda table: session.connection().exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()  # noqa: E731
        return {"path": str(made.path), "customers": count("customer"), "reps": count("rep"), "plans": count("plan")}


def _say(answer: Answer) -> str:
    customers = answer["customers"]
    assert isinstance(customers, int)
    return ntr("{path} made, {n} customer in it.", "{path} made, {n} customers in it.", customers, path=answer["path"])


VERB = Verb("new", "make a workspace, empty or with the sample company", _arguments, _do, _say)
