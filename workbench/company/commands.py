"""Commands on the company, its reps and its closed days."""

from datetime import date

from sqlalchemy.orm import Session

from models import ClosedDay, Customer, Deal, Rep, RepAbsence, RepHours, Visit
from workbench import formatting
from workbench.company.start_place import start_place
from workbench.company.team import day_hours, own_hours
from workbench.customers.folding import fold
from workbench.customers.hours import Window
from workbench.errors import BadInput, CannotDo
from workbench.strings import tr
from workbench.visits.weights import MOST_WEIGHT
from workbench.workspace.workspace import company_of

SETTINGS = frozenset({"name", "currency", "fiscal_month", "country", "working_days", "weight_even", "weight_same"})


def set_setting(session: Session, name: str, value: str | int) -> None:
    """Change one setting. Raises BadInput for an empty name, and for a weight that is not 0 to MOST_WEIGHT."""
    if name not in SETTINGS:
        raise KeyError(name)
    if isinstance(value, str) and not value.strip():
        raise BadInput(tr("This cannot be empty."), "", tr("Type it again."))
    if name.startswith("weight_") and value not in range(MOST_WEIGHT + 1):
        raise BadInput(tr("{value} cannot be chosen.", value=value), "", tr("Choose one of the list."))
    setattr(company_of(session), name, value.strip() if isinstance(value, str) else value)


def set_hours(session: Session, which: str, first: int, last: int) -> None:
    """Change the hours in the field (`which` is day) or lunch, in minutes after midnight. Raises BadInput where they run backwards."""
    if last <= first:
        raise BadInput(tr("The end lies before the beginning."), "", tr("Give the earlier time first."))
    company = company_of(session)
    setattr(company, f"{which}_start", first)
    setattr(company, f"{which}_end", last)


def set_office(session: Session, address: str, placed: bool = True) -> None:
    """Change where the days start: an address found in the gazetteer, or pasted coordinates.

    Raises BadInput for what is found nowhere, unless it need not be `placed`.
    """
    company = company_of(session)
    company.office_address = address.strip()
    company.office_lat, company.office_lng = _found(address, company.country) if placed else (None, None)


def add_rep(session: Session, name: str) -> int:
    """Add a rep, who starts from the office. Returns its id. Raises BadInput for an empty name and for one that another rep has."""
    name = _rep_name(session, name)
    last = session.query(Rep).order_by(Rep.position.desc()).first()
    rep = Rep(name=name, short_name=name, position=last.position + 1 if last else 0)
    session.add(rep)
    session.flush()
    return rep.id


def rename_rep(session: Session, rep_id: int, name: str) -> None:
    """Rename a rep. Raises BadInput for an empty name and for one that another rep has."""
    rep = session.get_one(Rep, rep_id)
    rep.name = rep.short_name = _rep_name(session, name, rep_id)


def _rep_name(session: Session, name: str, own: int | None = None) -> str:
    if not name.strip():
        raise BadInput(tr("A rep needs a name."), "", tr("Type it."))
    folded = fold(name).split()
    if any(fold(rep.name).split() == folded for rep in session.query(Rep).filter(Rep.id != own)):
        raise BadInput(tr("There is a rep of this name already."), "", tr("Add something that tells the two apart."))
    return name.strip()


def set_active(session: Session, rep_id: int, active: bool) -> None:
    """Let a rep make visits, or no more; what was done stays."""
    session.get_one(Rep, rep_id).active = active


def set_rep_start(session: Session, rep_id: int, address: str) -> None:
    """Let a rep's day start at an address or at pasted coordinates; empty means the office. Raises BadInput for what is found nowhere."""
    rep = session.get_one(Rep, rep_id)
    rep.start_address = address.strip()
    rep.start_lat, rep.start_lng = _found(address, company_of(session).country)


def set_rep_hours(session: Session, rep_id: int, weekday: int, hours: Window | None) -> None:
    """Change a rep's hours on one weekday (Monday 0), in minutes after midnight; None is a day off.

    Hours like the company's are not kept as the rep's own: they follow the company from then on. Raises BadInput where they run
    backwards, and where no working day would be left.
    """
    if hours is not None and not 0 <= hours[0] < hours[1] <= 24 * 60:
        raise BadInput(tr("The hours end before they begin."), formatting.weekday_long(weekday), tr("Give the earlier time first."))
    company = company_of(session)
    own = own_hours(session, rep_id)
    if hours is None and not any(day_hours(company, own, day) for day in range(7) if day != weekday):
        raise BadInput(tr("The rep would never work."), "", tr("Untick the rep’s visits instead."))
    kept = session.query(RepHours).filter_by(rep_id=rep_id, weekday=weekday).one_or_none()
    if hours == day_hours(company, {}, weekday):
        if kept is not None:
            session.delete(kept)
        return
    if kept is None:
        kept = RepHours(rep_id=rep_id, weekday=weekday)
        session.add(kept)
    kept.start, kept.end = hours or (0, 0)


def clear_rep_hours(session: Session, rep_id: int) -> None:
    """Let a rep work the company's hours again."""
    for row in session.query(RepHours).filter_by(rep_id=rep_id):
        session.delete(row)


def set_field_hours(session: Session, rep_id: int, hours: int) -> None:
    """Keep so many hours a week for visits and driving; 0 means all working hours less lunch."""
    session.get_one(Rep, rep_id).field_hours = float(hours)


def remove_rep(session: Session, rep_id: int) -> None:
    """Take a rep away with the visits still planned; the customers have no rep then. Raises CannotDo where the log names the rep."""
    rep = session.get_one(Rep, rep_id)
    if session.query(Visit).filter(Visit.rep_id == rep_id, Visit.status != "planned").first() is not None:
        raise CannotDo(tr("{name} has visits in the log.", name=rep.name), "", tr("Untick the rep’s visits instead; what was done stays."))
    for customer in session.query(Customer).filter_by(rep_id=rep_id):
        customer.rep_id = None
    for deal in session.query(Deal).filter_by(rep_id=rep_id):
        deal.rep_id = None
    for kind in (Visit, RepHours, RepAbsence):
        for row in session.query(kind).filter_by(rep_id=rep_id):
            session.delete(row)
    session.flush()
    session.delete(rep)


def _found(address: str, country: str) -> tuple[float | None, float | None]:
    if not address.strip():
        return None, None
    place = start_place(address, country)
    if place is None:
        raise BadInput(tr("This address is not found."), "", tr("Write the town too, or paste coordinates from a map."))
    return place.lat, place.lng


def add_closed(session: Session, name: str, first: date, last: date) -> None:
    """Add days on which the company is closed, both ends included. Raises BadInput where they run backwards."""
    if last < first:
        raise BadInput(tr("The last day lies before the first."), "", tr("Give the earlier day first."))
    session.add(ClosedDay(name=name.strip() or tr("Closed"), first=first, last=last))


def rename_closed(session: Session, key: int, name: str) -> None:
    """Call the closed days something else."""
    session.get_one(ClosedDay, key).name = name.strip() or tr("Closed")


def remove_closed(session: Session, key: int) -> None:
    """Work on these days again."""
    session.delete(session.get_one(ClosedDay, key))
