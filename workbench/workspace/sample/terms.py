"""How a few of the sample's customers are visited beside their tier, when a rep is away, and a visit that was asked for."""

from datetime import timedelta

from sqlalchemy.orm import Session

from models import CustomerClosed, CustomerRule, ExtraVisit, RepAbsence
from workbench.workspace.sample.customers import NUMBER
from workbench.workspace.sample.timeline import Timeline

PREFERRED = {"Moriguchi Motors": 0b0000010, "Senri Endoscope": 0b0000010}
"""Weekdays that a customer likes; bit n is weekday n, Monday 0."""
CLOSED = ("Nara Precision Optics", 31, ("Stocktaking", "棚卸し"))
ASKED = ("Moriguchi Motors", ("Wants to see the prototype before the design review", "設計レビュー前に試作品を見たいとの依頼"))
AWAY = (1, ("Training", "研修"))
"""Which rep, and why."""
ASKED_FOR_DAYS, AWAY_IN_DAYS = 14, 30


def fill_terms(session: Session, reps: list[int], text: int, days: Timeline) -> None:
    """Set them; days count from the sample's today."""
    for name, bits in PREFERRED.items():
        session.add(CustomerRule(customer_id=NUMBER[name], preferred=bits, weekdays=127))
    customer, month_day, why = CLOSED
    session.add(CustomerClosed(customer_id=NUMBER[customer], month_day=month_day, reason=why[text]))
    customer, why = ASKED
    by = days.today + timedelta(days=ASKED_FOR_DAYS)
    session.add(ExtraVisit(customer_id=NUMBER[customer], asked_on=days.today, by=by, reason=why[text]))
    rep, why = AWAY
    first = days.worked(days.today + timedelta(days=AWAY_IN_DAYS), days.today + timedelta(days=AWAY_IN_DAYS + 14))[0]
    session.add(RepAbsence(rep_id=reps[rep], first=first, last=first, reason=why[text]))
    session.flush()
