"""Which months count for the tiers, whether they are still the right ones, and what else is offered."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from workbench import clock, formatting
from workbench.customers import tiering
from workbench.customers.tier_curve import TierCurve
from workbench.strings import ntr, tr

OLD, OVER, STALE, NONE = "old", "over", "stale", ""


@dataclass(frozen=True, slots=True)
class Offer:
    """Another span to tier by, one click away: `text` says it; `as_of` and `all_time` go to `tiering.retier`."""

    text: str
    as_of: date | None = None
    all_time: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """The months that count, None and None for all time. `notice` is one sentence where they are doubtful, with what to do instead.

    `again` is what "Tier again" does: the same kind of span, moved to today where it follows the calendar.
    """

    tiered: bool
    first: date | None
    last: date | None
    newest_order: date | None
    notice: str
    offers: tuple[Offer, ...]
    again: Offer

    @property
    def all_time(self) -> bool:
        """Whether all orders count."""
        return self.tiered and self.first is None

    @property
    def words(self) -> str:
        """ "revenue of the 12 months to 31 October"; empty while nobody is tiered."""
        if not self.tiered:
            return ""
        if self.last is None:
            return tr("revenue of all time")
        near = abs((clock.today() - self.last).days) < 330
        return tr("revenue of the 12 months to {day}", day=formatting.day_short(self.last) if near else formatting.day(self.last))


def month_end(day: date) -> date:
    """The last day of the month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def span(session: Session, curve: TierCurve) -> Span:
    """The span that counts now, against the calendar and the orders in the file."""
    kept, newest = tiering.settings(session), tiering.newest_order(session)
    tiered = kept.tiered_on is not None and bool(curve.ids or kept.last)
    now = tiering.twelve_months(clock.today() - timedelta(days=1))[1]
    calendar = Offer(tr("12 months to {day}", day=formatting.day(now)))
    everything = Offer(tr("All time"), all_time=True)
    to_newest = Offer(tr("As of {day}", day=formatting.day(month_end(newest))), as_of=month_end(newest)) if newest else calendar
    old = newest is not None and month_end(newest) < now
    follows = tiered and kept.last is not None and not (old and kept.last <= month_end(newest or now))
    again = everything if tiered and kept.first is None else calendar if follows or not old else to_newest
    notice, offers = "", tuple[Offer, ...]()
    if newest is None:
        pass
    elif not tiered:
        notice, offers = _not_tiered(old, newest, calendar, to_newest, everything)
    elif old and kept.last is not None and kept.last > month_end(newest):
        notice = tr("The newest order is of {day}, months before the end of this span.", day=formatting.day(newest))
        offers = (to_newest, everything)
    elif not old and kept.last is not None and kept.last < now:
        notice, offers = tr("{month} is over since the tiers were made.", month=formatting.month_long(now)), (calendar,)
    else:
        notice, offers = _stale(session, curve, kept.first, kept.last, again)
    if tiered and not notice and kept.first is None:
        offers = (to_newest if old else calendar,)
    return Span(tiered, kept.first, kept.last, newest, notice, offers, again)


def _not_tiered(old: bool, newest: date, calendar: Offer, to_newest: Offer, everything: Offer) -> tuple[str, tuple[Offer, ...]]:
    if old:
        return tr("Nobody is tiered yet, and the newest order is of {day}.", day=formatting.day(newest)), (to_newest, everything)
    return tr("Nobody is tiered yet."), (calendar, everything)


def _stale(session: Session, curve: TierCurve, first: date | None, last: date | None, again: Offer) -> tuple[str, tuple[Offer, ...]]:
    """Orders or customers that came after the tiers were made."""
    db = session.connection()
    missing = db.exec_driver_sql(
        "SELECT count(*) FROM customer c WHERE c.archived = 0 AND NOT EXISTS (SELECT 1 FROM customer_tier t WHERE t.customer_id = c.id)"
    ).scalar_one()
    if missing:
        return ntr("{n} customer is not tiered yet.", "{n} customers are not tiered yet.", missing, n=formatting.number(missing)), (
            Offer(tr("Tier again"), again.as_of, again.all_time),
        )
    counted = db.exec_driver_sql(
        "SELECT coalesce(sum(o.amount), 0) FROM order_line o JOIN customer c ON c.id = o.customer_id AND c.archived = 0 WHERE o.day BETWEEN ? AND ?",
        ((first or date.min).isoformat(), (last or date.max).isoformat()),
    ).scalar_one()
    if counted != sum(curve.revenues):
        return tr("Orders came or changed since the tiers were made."), (Offer(tr("Tier again"), again.as_of, again.all_time),)
    return "", ()
