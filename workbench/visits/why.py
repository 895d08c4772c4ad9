"""Why a visit is where it is: in a few sentences, for the sheet beside the plan."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from models import Visit
from workbench.formatting import day_short, days, distance, duration
from workbench.strings import ntr, tr
from workbench.visits.cards import last_done
from workbench.visits.own_rules import rule_of
from workbench.visits.rules import Rule
from workbench.visits.slots import broken_rules


@dataclass(frozen=True, slots=True)
class VisitWhy:
    """Sentences on one visit: what made it, what was last, how it is reached, and the rules it breaks where it is."""

    reason: str
    last: str
    way: str
    broken: tuple[str, ...]


def visit_why(session: Session, visit_id: int) -> VisitWhy | None:
    """Why a visit is there; None when it is gone."""
    visit = session.get(Visit, visit_id)
    if visit is None:
        return None
    rule = rule_of(session, visit.customer_id)
    broken = broken_rules(session, visit_id) if visit.status == "planned" else ()
    return VisitWhy(_reason(visit, rule), _last(session, visit, rule), _way(visit), broken)


def _reason(visit: Visit, rule: Rule) -> str:
    if visit.why == "hand" or not rule.tier:
        return tr("Put here by hand.")
    if visit.why == "first":
        return tr("A first visit, by the rule of its tier.")
    if visit.why == "overdue":
        return tr("Overdue by the rule of its tier.")
    return tr("Planned by the rule of its tier.")


def _last(session: Session, visit: Visit, rule: Rule) -> str:
    last = last_done(session, visit.customer_id, visit.day)
    if last is None:
        return tr("Never visited before.")
    told = tr("Last visit on {day}, {days} before.", day=day_short(last), days=days((visit.day - last).days))
    if not rule.least_gap:
        return told
    gap = ntr("The least gap is {n} day.", "The least gap is {n} days.", rule.least_gap)
    return tr("{first} {second}", first=told, second=gap)


def _way(visit: Visit) -> str:
    if not visit.travel_minutes:
        return ""
    return tr("{km}, {minutes} from the stop before.", km=distance(visit.travel_km), minutes=duration(visit.travel_minutes))
