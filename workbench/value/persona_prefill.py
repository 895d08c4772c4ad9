"""A persona's attributes as the segment's own customers, orders and lost deals tell them. Each of them is marked as our data."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench import formatting
from workbench.strings import ntr, tr
from workbench.value import personas
from workbench.value.persona_facts import Facts, Middle, Tally, facts

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Prefilled:
    """The keys that were written from our data, and those that the owner has from the field or as a draft, which stay."""

    persona: int
    written: tuple[str, ...]
    kept: tuple[str, ...]


def begin(session: Session, segment_id: int, name: str = "") -> int:
    """Add a persona and fill it from our data; returns its id. Raises BadInput."""
    made = personas.add(session, segment_id, name)
    prefill(session, made)
    return made


def prefill(session: Session, persona_id: int) -> Prefilled:
    """Write what our data says where nothing is said yet or where it said so before; everything else stays."""
    found = personas.persona(session, persona_id)
    written, kept = [], []
    for key, text in suggested(facts(session, found.segment)).items():
        one = found.attribute(key)
        if one.origin in ("", "data"):
            if one.text != text:
                personas.set_attribute(session, persona_id, key, text, "data")
                written.append(key)
        else:
            kept.append(key)
    return Prefilled(persona_id, tuple(written), tuple(kept))


def prefilled_words(done: Prefilled) -> str:
    """What was written and what stayed, in one or two sentences."""
    written, kept = (tr(", ").join(tr(personas.KEYS[key]) for key in keys) for keys in (done.written, done.kept))
    said = tr("Filled from our data: {written}.", written=written) if written else tr("Our data says nothing new.")
    return tr("{said} Written by you, and kept: {kept}.", said=said, kept=kept) if kept else said


def take_again(session: Session, persona_id: int, key: str) -> int:
    """Replace one attribute by what our data says; it stays where our data says nothing. Returns the persona's id."""
    found = personas.persona(session, persona_id)
    text = suggested(facts(session, found.segment)).get(key, "")
    return personas.set_attribute(session, persona_id, key, text, "data") if text else persona_id


def suggested(found: Facts) -> dict[str, str]:
    """The attributes that the facts speak of, by key."""
    said = {
        "role": _listed(found.roles, ntr("{n} contact", "{n} contacts", found.roles.named)),
        "industry": _industry(found),
        "interests": _interests(found),
        "process": _process(found),
        "worries": _listed(found.lost, ntr("{n} lost deal", "{n} lost deals", found.lost.whole)),
    }
    return {key: text[:1].upper() + text[1:] for key, text in said.items() if text}


def _industry(found: Facts) -> str:
    parts = [_listed(found.industries, _customers(found))]
    if found.revenue.value is not None:
        money = formatting.money_short(round(found.revenue.value), found.currency)
        parts.append(tr("median revenue of a customer {money}", money=money))
    return tr("; ").join(part for part in parts if part)


def _interests(found: Facts) -> str:
    parts = []
    if found.products.counts:
        parts.append(tr("ordered: {products}", products=_listed(found.products, _customers(found))))
    if found.tags.counts:
        parts.append(tr("tagged: {tags}", tags=_listed(found.tags, _customers(found))))
    return tr("; ").join(parts)


def _customers(found: Facts) -> str:
    return ntr("{n} customer", "{n} customers", found.customers, n=formatting.number(found.customers))


def _process(found: Facts) -> str:
    parts = []
    if found.cycle.value is not None:
        customers = ntr("{n} customer", "{n} customers", found.cycle.cases)
        parts.append(tr("an order every {days} (median of {cases})", days=_days(found.cycle), cases=customers))
    if found.decision.value is not None:
        deals = ntr("{n} deal", "{n} deals", found.decision.cases)
        parts.append(tr("{days} from first talk to decision (median of {cases})", days=_days(found.decision), cases=deals))
    return tr("; ").join(parts)


def _days(middle: Middle) -> str:
    return formatting.days(round(middle.value or 0))


def _listed(found: Tally, whole: str) -> str:
    """Design (6 of 9 contacts), research (2)."""
    said = [tr("{word} ({n})", word=word, n=formatting.number(count)) for word, count in found.counts[:SHOWN]]
    if said:
        word, count = found.counts[0]
        said[0] = tr("{word} ({n} of {whole})", word=word, n=formatting.number(count), whole=whole)
    return tr(", ").join(said)
