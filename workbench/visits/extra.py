"""Visits asked for beside the rules: to whom, by when, why. The next plan fits them in; the first visit done since settles them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from models import Customer, CustomerTier, ExtraVisit, Rep, Visit
from workbench import clock, formatting
from workbench.errors import BadInput
from workbench.strings import tr
from workbench.visits.commands import mark_done, usual_minutes

REASON_LETTERS = 400


class AskError(BadInput):
    """A visit that cannot be asked for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One visit asked for and not made yet. `planned` is the first visit planned in time, None where there is none; `late`: `by` is over."""

    id: int
    customer_id: int
    name: str
    tier: str
    rep: str
    asked_on: date
    by: date
    reason: str
    planned: date | None
    late: bool

    @property
    def words(self) -> str:
        """By when and why, and what became of it, in a sentence or two."""
        by = formatting.day_short(self.by)
        said = tr("Asked for by {day}: {reason}.", day=by, reason=self.reason) if self.reason else tr("Asked for by {day}.", day=by)
        if self.planned is not None:
            return tr("{first} {second}", first=said, second=tr("Planned on {day}.", day=formatting.day_short(self.planned)))
        return tr("{first} {second}", first=said, second=tr("Not made in time.") if self.late else tr("Not planned yet."))


def asked_visits(session: Session, customer_id: int | None = None) -> tuple[Asked, ...]:
    """All visits asked for and not made since, the most urgent first; of one customer where it is given."""
    today = clock.today()
    made = exists().where(Visit.customer_id == ExtraVisit.customer_id, Visit.status == "done", Visit.day >= ExtraVisit.asked_on)
    planned = (
        select(func.min(Visit.day))
        .where(Visit.customer_id == ExtraVisit.customer_id, Visit.status == "planned", Visit.day.between(today, ExtraVisit.by))
        .scalar_subquery()
    )
    query = (
        select(ExtraVisit, Customer.name, func.coalesce(CustomerTier.tier, "N"), func.coalesce(Rep.name, ""), planned)
        .join(Customer, Customer.id == ExtraVisit.customer_id)
        .outerjoin(CustomerTier, CustomerTier.customer_id == Customer.id)
        .outerjoin(Rep, Rep.id == Customer.rep_id)
        .where(~made, ~Customer.archived)
        .order_by(ExtraVisit.by, ExtraVisit.id)
    )
    if customer_id is not None:
        query = query.where(ExtraVisit.customer_id == customer_id)
    return tuple(
        Asked(row.id, row.customer_id, name, tier, rep, row.asked_on, row.by, row.reason, day, row.by < today)
        for row, name, tier, rep, day in session.execute(query)
    )


def ask_visit(session: Session, customer_id: int, by: date, reason: str = "") -> int:
    """Ask for a visit by a day and return its id. Raises AskError for a day that is over, too long a reason, and an archived customer."""
    customer = session.get(Customer, customer_id)
    if customer is None or customer.archived:
        raise AskError(tr("This customer is not there any more."), "", tr("Choose another one."))
    if by < clock.today():
        raise AskError(tr("This day is over."), "", tr("Choose today or a later day."))
    words = " ".join(reason.split())
    if len(words) > REASON_LETTERS:
        raise AskError(tr("This is too long."), "", tr("At most {n} characters.", n=REASON_LETTERS))
    asked = ExtraVisit(customer_id=customer_id, asked_on=clock.today(), by=by, reason=words)
    session.add(asked)
    session.flush()
    return asked.id


def withdraw(session: Session, asked_id: int) -> None:
    """Ask for a visit no more."""
    session.delete(_asked(session, asked_id))
    session.flush()


def settle(session: Session, asked_id: int) -> None:
    """Say that the customer was seen today: today's planned visit is done, or one is put into the log. Raises AskError without a rep."""
    asked, today = _asked(session, asked_id), clock.today()
    todays = (
        select(Visit).where(Visit.customer_id == asked.customer_id, Visit.day == today, Visit.status == "planned").order_by(Visit.start)
    )
    visit = session.scalars(todays).first()
    if visit is None:
        customer = session.get_one(Customer, asked.customer_id)
        if customer.rep_id is None:
            raise AskError(tr("{name} has no rep.", name=customer.name), "", tr("Choose who goes there."))
        minutes = usual_minutes(session, customer.id)
        now = clock.now()
        end = max(minutes, (now.hour * 60 + now.minute) // 5 * 5)
        visit = Visit(customer_id=customer.id, rep_id=customer.rep_id, day=today, start=end - minutes, end=end, why="hand")
        session.add(visit)
        session.flush()
    mark_done(session, visit.id, asked.reason or None)


def _asked(session: Session, asked_id: int) -> ExtraVisit:
    asked = session.get(ExtraVisit, asked_id)
    if asked is None:
        raise AskError(tr("This visit is not asked for any more."), "", "")
    return asked
