"""The brief for an assistant: a segment's counts, medians, industries and lost reasons as plain text, and the answer that is expected.

It holds no name of a customer or contact, and no group of fewer than five.
"""

from math import floor, log10

from sqlalchemy.orm import Session

from models import Segment
from workbench import formatting
from workbench.customers.folding import fold
from workbench.strings import ntr, tr
from workbench.targeting.fields import MOST_LETTERS
from workbench.value import personas
from workbench.value.persona_facts import Facts, Middle, Tally, facts, reason, tally
from workbench.value.persona_groups import LEAST, Group, Names, grouped, names
from workbench.value.persona_roles import role_of
from workbench.value.personas import KEYS, OWN, PersonaView

MOST_GROUPS = 6


def brief(session: Session, persona_id: int) -> str:
    """The text to copy, in the language in use."""
    found = personas.persona(session, persona_id)
    segment = session.get_one(Segment, found.segment)
    known, figures = names(session), facts(session, segment.id)
    lines = [
        tr("Describe the typical buyer of one customer segment of a small company that sells to other companies."),
        "",
        tr("Segment: {name}", name=_unnamed(segment.name, known) or tr("(its name is kept back)")),
    ]
    note = _unnamed(segment.note, known)
    if note:
        lines.append(tr("Who they are: {note}", note=note))
    lines += ["", tr("What our own file says. Names are left out, groups of fewer than {n} are merged or left out:", n=LEAST)]
    lines += [f"- {line}" for line in _figures(session, figures, known)]
    lines += ["", *_asked(found)]
    return "\n".join(lines) + "\n"


def _unnamed(text: str, known: Names) -> str:
    flat = personas.clean(text)[:MOST_LETTERS]
    return "" if known.inside(flat) else flat


def _figures(session: Session, found: Facts, known: Names) -> list[str]:
    if found.customers < LEAST:
        return [tr("fewer than {n} customers, so no figures are given", n=LEAST)]
    lines = [ntr("{n} customer", "{n} customers", found.customers, n=formatting.number(found.customers))]
    common = _common(session)
    for title, counted, most in (
        (tr("Industries"), found.industries, "industry"),
        (tr("Roles of the contacts"), found.roles, "role"),
        (tr("What they order, in customers"), found.products, "product"),
        (tr("Why deals were lost"), found.lost, "lost"),
    ):
        groups = _overlapping(counted, known) if most == "product" else grouped(counted, known, common[most])
        if groups:
            lines.append(tr("{title}: {words}", title=title, words=tr("; ").join(_words(group) for group in groups[:MOST_GROUPS])))
    if _enough(found.revenue):
        money = formatting.money_short(round(_rounded(found.revenue.value or 0)), found.currency)
        lines.append(tr("Median revenue of a customer: about {money}", money=money))
    if _enough(found.cycle):
        lines.append(tr("Median time between two orders: {days}", days=_days(found.cycle)))
    if _enough(found.decision):
        lines.append(tr("Median time from first talk to decision: {days}", days=_days(found.decision)))
    return lines


def _common(session: Session) -> dict[str, frozenset[str]]:
    """The words that are frequent in the whole file, folded, by what they are said of."""
    run = session.connection().exec_driver_sql
    industries = [str(row[0]) for row in run("SELECT industry FROM customer")]
    roles = [role_of(str(row[0])) for row in run("SELECT contact FROM customer")]
    lost = [reason(str(row[0])) for row in run("SELECT lost_reason FROM deal WHERE stage = 'lost'")]
    said = {"industry": industries, "role": roles, "lost": lost}
    frequent = {key: frozenset(fold(word) for word, count in tally(words).counts if count >= LEAST) for key, words in said.items()}
    return {**frequent, "product": frozenset()}


def _overlapping(found: Tally, known: Names) -> tuple[Group, ...]:
    """A customer orders several products: what fewer than LEAST order is left out."""
    return tuple(Group((word,), False, count) for word, count in found.counts if count >= LEAST and not known.inside(word))


def _words(group: Group) -> str:
    count = formatting.number(group.count)
    if not group.words:
        return tr("others {n}", n=count)
    said = tr(", ").join(group.words)
    if group.others:
        return tr("{words} and others together {n}", words=said, n=count)
    return tr("{words} together {n}", words=said, n=count) if len(group.words) > 1 else tr("{word} {n}", word=said, n=count)


def _enough(middle: Middle) -> bool:
    return middle.value is not None and middle.cases >= LEAST


def _days(middle: Middle) -> str:
    return formatting.days(round(middle.value or 0))


def _rounded(value: float) -> float:
    """To two digits, so that no single customer's figure is told."""
    if value <= 0:
        return 0.0
    step = 10.0 ** (floor(log10(value)) - 1)
    return round(value / step) * step


def _asked(found: PersonaView) -> list[str]:
    """The answer that is expected: a line for each attribute without own evidence; for all where none lacks it."""
    wanted = [key for key in KEYS if found.attribute(key).origin not in OWN] or list(KEYS)
    return [
        tr("Answer in plain text with exactly these lines, one sentence each, without names of persons or companies:"),
        *(tr("{label}: …", label=tr(KEYS[key])) for key in wanted),
    ]
