"""Rivals by name: made once, used by cards, positioning and lost deals."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Card, Rival
from workbench.customers.folding import fold_name
from workbench.errors import BadInput
from workbench.strings import tr

LONGEST = 120


@dataclass(frozen=True, slots=True)
class RivalView:
    """A rival; `cards` counts those that name it, on all boards."""

    id: int
    name: str
    note: str
    cards: int


def rivals(session: Session) -> tuple[RivalView, ...]:
    """All rivals in the order in which they were named."""
    counts = {row[0]: row[1] for row in session.execute(select(Card.rival_id, func.count()).group_by(Card.rival_id))}
    return tuple(RivalView(row.id, row.name, row.note, counts.get(row.id, 0)) for row in session.scalars(select(Rival).order_by(Rival.id)))


def add_rival(session: Session, name: str) -> int:
    """Name a rival and return its id; one of that name is not made twice. Raises BadInput for an empty or overlong name."""
    kept = _checked(name)
    same = _same(session, kept)
    if same is not None:
        return same.id
    made = Rival(name=kept)
    session.add(made)
    session.flush()
    return made.id


def rename_rival(session: Session, rival_id: int, name: str) -> None:
    """Call a rival something else. Raises BadInput for an empty name or one that another rival has."""
    kept = _checked(name)
    same = _same(session, kept)
    if same is not None and same.id != rival_id:
        raise BadInput(tr("There is a rival called {name} already.", name=same.name), "", tr("Choose that one on the card."))
    session.get_one(Rival, rival_id).name = kept


def remove_rival(session: Session, rival_id: int) -> None:
    """Take a rival out; its cards stay and name nobody."""
    session.delete(session.get_one(Rival, rival_id))


def _same(session: Session, name: str) -> Rival | None:
    folded = fold_name(name) or name
    return next((row for row in session.scalars(select(Rival)) if (fold_name(row.name) or row.name) == folded), None)


def _checked(name: str) -> str:
    kept = " ".join(name.split())
    if not kept:
        raise BadInput(tr("A rival needs a name."), "", tr("Type what people call it."))
    if len(kept) > LONGEST:
        raise BadInput(tr("A rival's name has at most {n} letters.", n=LONGEST), "", tr("Shorten it."))
    return kept
