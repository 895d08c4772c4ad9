"""The one rep of a company that has no other: customers without a rep are his."""

from sqlalchemy.orm import Session

from models import Rep
from workbench.strings import tr


def only_rep(session: Session) -> Rep | None:
    """The rep when exactly one makes visits, else None."""
    reps = session.query(Rep).filter(Rep.active).limit(2).all()
    return reps[0] if len(reps) == 1 else None


def given_words(rep: str) -> str:
    """What is said where customers were given to the only rep, of this name."""
    return tr("Customers without a rep go to {name}.", name=rep)
