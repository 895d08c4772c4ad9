"""Personas: who buys in a segment. What is known of them, and of each word whether it is our data, from the field, or an AI draft.

Reading, and the commands, which are called inside one edit. Positions in a segment run from 0 without gaps.
"""

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models import Persona, PersonaAttribute, Segment
from workbench import formatting
from workbench.errors import BadInput
from workbench.goals.kgi import current_plan
from workbench.strings import marked, tr

KEYS = {
    "role": marked("Role"),
    "age": marked("Age band"),
    "industry": marked("Industry and size"),
    "interests": marked("Interests"),
    "process": marked("Purchasing process"),
    "authority": marked("Decision authority"),
    "worries": marked("Worries"),
    "sources": marked("Where they look for information"),
}
"""The attributes in the order in which they are shown."""
ORIGINS = {"data": marked("our data"), "field": marked("from the field"), "draft": marked("AI draft")}
OWN = frozenset({"data", "field"})
LONGEST, LONGEST_NAME = 1_000, 120
APART = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Kinds of characters that become a blank."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """What is known under one of KEYS; `text` and `origin`, one of ORIGINS, are empty where nothing is."""

    key: str
    text: str
    origin: str

    @property
    def own(self) -> bool:
        """Whether it rests on own evidence."""
        return self.origin in OWN


@dataclass(frozen=True, slots=True)
class PersonaView:
    """A persona with all attributes in the order of KEYS."""

    id: int
    segment: int
    name: str
    attributes: tuple[Attribute, ...]

    @property
    def filled(self) -> int:
        """How many attributes say something."""
        return sum(bool(one.text) for one in self.attributes)

    @property
    def own(self) -> int:
        """How many of them rest on own evidence."""
        return sum(one.own for one in self.attributes)

    def attribute(self, key: str) -> Attribute:
        """The attribute of that key."""
        return next(one for one in self.attributes if one.key == key)


@dataclass(frozen=True, slots=True)
class SegmentPersonas:
    """A segment with its personas in their order."""

    id: int
    name: str
    decision: str
    personas: tuple[PersonaView, ...]


def by_segment(session: Session) -> tuple[SegmentPersonas, ...]:
    """The segments of the current plan in their order, each with its personas."""
    plan = current_plan(session)
    if plan is None:
        return ()
    rows = session.scalars(select(Segment).where(Segment.plan_id == plan.id).order_by(Segment.position, Segment.id)).all()
    found: dict[int, list[PersonaView]] = {}
    for persona in _views(session, [row.id for row in rows]):
        found.setdefault(persona.segment, []).append(persona)
    return tuple(SegmentPersonas(row.id, row.name, row.decision, tuple(found.get(row.id, ()))) for row in rows)


def own_share(found: Sequence[PersonaView]) -> float | None:
    """The attributes with own evidence as a share of those that say something; None where none does."""
    filled = sum(one.filled for one in found)
    return sum(one.own for one in found) / filled if filled else None


def share_words(found: Sequence[PersonaView]) -> str:
    """The same in a sentence; empty where no attribute says anything."""
    share = own_share(found)
    if share is None:
        return ""
    return tr(
        "{own} of {filled} attributes rest on own evidence ({share})",
        own=sum(one.own for one in found),
        filled=sum(one.filled for one in found),
        share=formatting.percent(share),
    )


def add(session: Session, segment_id: int, name: str = "") -> int:
    """Add a persona at the end of a segment; without a name it is called after the segment. Returns its id. Raises BadInput."""
    segment = session.get_one(Segment, segment_id)
    order = _rows(session, segment.id)
    row = Persona(segment_id=segment.id, position=len(order), name=_name(name, segment, [one.name for one in order]))
    session.add(row)
    session.flush()
    return row.id


def rename(session: Session, persona_id: int, name: str) -> int:
    """Give a persona another name; an empty one calls it after its segment again. Returns its id. Raises BadInput."""
    row = session.get_one(Persona, persona_id)
    others = [one.name for one in _rows(session, row.segment_id) if one.id != row.id]
    row.name = _name(name, session.get_one(Segment, row.segment_id), others)
    return row.id


def remove(session: Session, persona_id: int) -> int:
    """Remove a persona; returns its segment's id."""
    row = session.get_one(Persona, persona_id)
    segment = row.segment_id
    session.execute(delete(PersonaAttribute).where(PersonaAttribute.persona_id == row.id))
    session.delete(row)
    session.flush()
    for position, one in enumerate(_rows(session, segment)):
        if one.position != position:
            one.position = position
    return segment


def set_attribute(session: Session, persona_id: int, key: str, text: str, origin: str = "field") -> int:
    """Write an attribute with its origin; an empty text takes it away. Returns the persona's id. Raises BadInput where it is too long."""
    if key not in KEYS or origin not in ORIGINS:
        raise ValueError((key, origin))
    persona = session.get_one(Persona, persona_id)
    kept = clean(text)
    if len(kept) > LONGEST:
        raise BadInput(tr("This is too long."), "", tr("At most {n} characters.", n=formatting.number(LONGEST)))
    row = _attributes(session, (persona.id,)).get((persona.id, key))
    if not kept:
        if row is not None:
            session.delete(row)
    elif row is None:
        session.add(PersonaAttribute(persona_id=persona.id, key=key, text=kept, origin=origin))
    elif (row.text, row.origin) != (kept, origin):
        row.text, row.origin = kept, origin
    session.flush()
    return persona.id


def persona(session: Session, persona_id: int) -> PersonaView:
    """One persona by its id."""
    row = session.get_one(Persona, persona_id)
    return next(one for one in _views(session, [row.segment_id]) if one.id == row.id)


def clean(text: str) -> str:
    """`text` in one line, without control characters and what cannot be written."""
    return " ".join(part for part in "".join(" " if unicodedata.category(c) in APART else c for c in text).split(" ") if part).strip()


def _rows(session: Session, segment_id: int) -> list[Persona]:
    return list(session.scalars(select(Persona).where(Persona.segment_id == segment_id).order_by(Persona.position, Persona.id)))


def _attributes(session: Session, persona_ids: Collection[int]) -> dict[tuple[int, str], PersonaAttribute]:
    rows = session.scalars(select(PersonaAttribute).where(PersonaAttribute.persona_id.in_(persona_ids)))
    return {(row.persona_id, row.key): row for row in rows}


def _views(session: Session, segment_ids: Collection[int]) -> list[PersonaView]:
    wanted = select(Persona).where(Persona.segment_id.in_(segment_ids)).order_by(Persona.position, Persona.id)
    rows = list(session.scalars(wanted))
    known = _attributes(session, [row.id for row in rows])
    return [PersonaView(row.id, row.segment_id, row.name, tuple(_attribute(known, row.id, key) for key in KEYS)) for row in rows]


def _attribute(known: dict[tuple[int, str], PersonaAttribute], persona_id: int, key: str) -> Attribute:
    row = known.get((persona_id, key))
    return Attribute(key, row.text, row.origin) if row is not None and row.text else Attribute(key, "", "")


def _name(name: str, segment: Segment, others: Collection[str]) -> str:
    kept = clean(name)
    if len(kept) > LONGEST_NAME:
        raise BadInput(tr("This is too long."), "", tr("At most {n} characters.", n=LONGEST_NAME))
    if kept:
        return kept
    base = clean(tr("Buyer in {segment}", segment=segment.name))[:LONGEST_NAME]
    taken = sum(one == base or one.startswith(f"{base} ") for one in others)
    return f"{base} {taken + 1}" if taken else base
