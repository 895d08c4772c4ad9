"""Commands on the company, its reps and its closed days."""

from datetime import date

from sqlalchemy.orm import Session

from models import ClosedDay, Rep
from workbench.customers.places import find_place, parse_coordinates
from workbench.errors import BadInput
from workbench.strings import tr
from workbench.workspace.workspace import company_of

SETTINGS = frozenset({"name", "currency", "fiscal_month", "country", "working_days"})


def set_setting(session: Session, name: str, value: str | int) -> None:
    """Change one setting. Raises BadInput for an empty name."""
    if name not in SETTINGS:
        raise KeyError(name)
    if isinstance(value, str) and not value.strip():
        raise BadInput(tr("This cannot be empty."), "", tr("Type it again."))
    setattr(company_of(session), name, value.strip() if isinstance(value, str) else value)


def set_hours(session: Session, which: str, first: int, last: int) -> None:
    """Change the hours in the field (`which` is day) or lunch, in minutes after midnight. Raises BadInput where they run backwards."""
    if last <= first:
        raise BadInput(tr("The end lies before the beginning."), "", tr("Give the earlier time first."))
    company = company_of(session)
    setattr(company, f"{which}_start", first)
    setattr(company, f"{which}_end", last)


def set_office(session: Session, address: str) -> None:
    """Change where the days start: an address found in the gazetteer, or pasted coordinates. Raises BadInput for what is found nowhere."""
    company = company_of(session)
    company.office_address = address.strip()
    company.office_lat, company.office_lng = _found(address, company.country)


def add_rep(session: Session, name: str) -> int:
    """Add a rep, who starts from the office. Returns its id."""
    if not name.strip():
        raise BadInput(tr("A rep needs a name."), "", tr("Type it."))
    rep = Rep(name=name.strip(), short_name=name.strip(), position=session.query(Rep).count())
    session.add(rep)
    session.flush()
    return rep.id


def rename_rep(session: Session, rep_id: int, name: str) -> None:
    """Rename a rep. Raises BadInput for an empty name."""
    if not name.strip():
        raise BadInput(tr("A rep needs a name."), "", tr("Type it."))
    rep = session.get_one(Rep, rep_id)
    rep.name = rep.short_name = name.strip()


def set_active(session: Session, rep_id: int, active: bool) -> None:
    """Let a rep make visits, or no more; what was done stays."""
    session.get_one(Rep, rep_id).active = active


def set_rep_start(session: Session, rep_id: int, address: str) -> None:
    """Let a rep's day start at an address or at pasted coordinates; empty means the office. Raises BadInput for what is found nowhere."""
    rep = session.get_one(Rep, rep_id)
    rep.start_address = address.strip()
    rep.start_lat, rep.start_lng = _found(address, company_of(session).country)


def _found(address: str, country: str) -> tuple[float | None, float | None]:
    if not address.strip():
        return None, None
    if place := find_place(address, country=country):
        return place.lat, place.lng
    try:
        return parse_coordinates(address)
    except BadInput:
        raise BadInput(tr("This address is not found."), "", tr("Write the town too, or paste coordinates from a map.")) from None


def add_closed(session: Session, name: str, first: date, last: date) -> None:
    """Add days on which the company is closed, both ends included. Raises BadInput where they run backwards."""
    if last < first:
        raise BadInput(tr("The last day lies before the first."), "", tr("Give the earlier day first."))
    session.add(ClosedDay(name=name.strip() or tr("Closed"), first=first, last=last))


def remove_closed(session: Session, key: int) -> None:
    """Work on these days again."""
    session.delete(session.get_one(ClosedDay, key))
