"""A small company in which nothing is broken, and one harm for each rule of strategy health."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from models import (
    Assumption,
    Card,
    Customer,
    CustomerTier,
    Deal,
    Plan,
    Rep,
    Segment,
    StrategyCard,
    Tiering,
    Visit,
    VisitRule,
)
from tests.conftest import TODAY
from workbench.actions import actions, assumptions
from workbench.analysis import strategies
from workbench.goals import kgi, stages
from workbench.targeting.filters import Condition, Group, dumped
from workbench.value import statements

DAY = timedelta(days=1)
SATO, UJI, NARA = 1, 2, 3
"""Customers: an A, a C who is served from the desk, a B."""
MEDICAL, OPTICS = 1, 2
AIMED, CARRIED = 1, 2
"""Strategies: one aimed at a segment, one carried by an action."""


def whole(session: Session) -> None:
    """Fill a new company: goal, funnel, boards, strategies, segments, value, 4P, customers, tiers, visits, actions, assumptions."""
    kgi.set_metric(session, 1, "orders")
    kgi.set_target(session, 1, 120_000)
    kgi.set_baseline(session, 1, 80_000, date(2026, 4, 1), date(2026, 9, 30))
    for place in (0, 1):
        stages.set_rate(session, 1, place, 0.5)
    for number, name, tier in ((SATO, "Sato Dental", "A"), (UJI, "Uji Kogei", "C"), (NARA, "Nara Optics", "B")):
        _customer(session, number, name, tier, topics="Review" if tier == "A" else "")
    session.add(Visit(id=1, customer_id=SATO, rep_id=1, day=TODAY - 7 * DAY, start=540, end=600, status="done"))
    session.add(Visit(id=2, customer_id=SATO, rep_id=1, day=TODAY + DAY, start=540, end=600))
    session.add(Visit(id=3, customer_id=NARA, rep_id=1, day=TODAY - 20 * DAY, start=540, end=600, status="done"))
    session.query(Tiering).one().tiered_on = TODAY - 30 * DAY
    plan = session.get_one(Plan, 1)
    plan.analysis_first, plan.analysis_closed = TODAY - 21 * DAY, TODAY - DAY
    for number, board, column, text in (
        (1, "swot", "strengths", "Micron tolerance"),
        (2, "swot", "opportunities", "Prototyping returns"),
        (3, "4p", "product", "Titanium in small lots"),
        (4, "4p", "place", "C by phone and online"),
    ):
        session.add(Card(id=number, plan_id=1, board=board, column=column, position=0, text=text, weight=5, evidence="log"))
    for number, name, tier, decision in ((MEDICAL, "Medical", "A", "primary"), (OPTICS, "Optics", "B", "secondary")):
        found = dumped(Group("and", (Condition("tier", "is", tier),)))
        session.add(Segment(id=number, plan_id=1, position=number, name=name, decision=decision, filter=found))
    session.flush()
    _say(session, MEDICAL)
    strategies.make(session, "48-hour prototypes", (1, 2), segments=(MEDICAL,))
    strategies.make(session, "Bundle the reports", (1, 2))
    _action(session, "Price table")
    assumptions.add(session, "market", "Prices stay", "survey")


def _customer(session: Session, number: int, name: str, tier: str = "", **more: Any) -> None:
    session.add(Customer(id=number, name=name, folded=name.lower(), search=name.lower(), rep_id=1, lat=34.7, lng=135.5, **more))
    session.flush()
    if tier:
        session.add(CustomerTier(customer_id=number, tier=tier, by_figures=tier, revenue=1, rank=number, share_before=0, share=100))


def _say(session: Session, segment: int) -> None:
    said = statements.add(session, segment, "Titanium in 48 hours")
    statements.change(session, said, gain="Waiting for a prototype", before=10, after=2, unit="days")


def _action(session: Session, title: str, **values: Any) -> int:
    return actions.add(session, title, **{"strategy": CARRIED, "rep": 1, "due": TODAY + DAY, **values})


def _rule(session: Session, tier: str) -> VisitRule:
    return session.query(VisitRule).filter_by(tier=tier).one()


def _primary(session: Session, number: int) -> None:
    """One more primary segment with a customer of its own."""
    _customer(session, 10 + number, f"Maker {number}", industry=f"Industry {number}")
    found = dumped(Group("and", (Condition("industry", "is", f"Industry {number}"),)))
    session.add(Segment(id=number, plan_id=1, position=number, name=f"Segment {number}", decision="primary", filter=found))
    session.flush()


def _unsaid(session: Session) -> None:
    _primary(session, 3)
    strategies.link_segment(session, AIMED, 3)


def _idle(session: Session) -> None:
    _primary(session, 4)
    _say(session, 4)


def _gone(session: Session) -> None:
    session.add(Rep(id=2, name="Jun Ota", active=False))
    session.flush()
    session.get_one(Customer, UJI).rep_id = 2


def _seven_deals(session: Session) -> None:
    stages.set_rate(session, 1, 1, None)
    for number in range(7):
        stage, closed = ("won" if number < 3 else "lost"), date(2026, 9, 1 + number)
        session.add(Deal(customer_id=UJI, title="Lot", stage=stage, amount=1, opened=closed, closed=closed, lost_reason="price"))


HARM: dict[str, Callable[[Session], Any]] = {
    "goal": lambda s: setattr(s.get(kgi.Kgi, 1), "target", None),
    "deadline": lambda s: kgi.set_deadline(s, 1, TODAY - DAY),
    "logs": lambda s: s.add(Visit(customer_id=SATO, rep_id=1, day=TODAY - DAY, start=540, end=600)),
    "segment": lambda s: setattr(s.get(Segment, MEDICAL), "filter", dumped(Group("and", (Condition("industry", "is", "?"),)))),
    "overdue": lambda s: _action(s, "Quote to Nara", due=TODAY - DAY),
    "gone": _gone,
    "strategy": lambda s: strategies.make(s, "Share a line", (1, 2)),
    "idle": _idle,
    "unsaid": _unsaid,
    "cadence_A": lambda s: setattr(s.get(Visit, 1), "day", TODAY - 40 * DAY),
    "cadence_B": lambda s: setattr(s.get(Visit, 3), "day", TODAY - 60 * DAY),
    "load": lambda s: setattr(s.get(Rep, 1), "field_hours", 0.5),
    "possible": lambda s: stages.set_rate(s, 1, 0, 0.01),
    "plan": lambda s: s.delete(s.get(Visit, 2)),
    "owner": lambda s: _action(s, "Sample box", rep=None),
    "undated": lambda s: _action(s, "Call the press", due=None),
    "loose": lambda s: _action(s, "Tidy the store", strategy=None),
    "cards": lambda s: s.delete(s.query(StrategyCard).filter_by(strategy_id=CARRIED, card_id=2).one()),
    "unused": lambda s: s.add(Card(plan_id=1, board="swot", column="threats", position=0, text="Rivals merge", weight=4, evidence="news")),
    "unproven": lambda s: setattr(s.get(Card, 1), "evidence", " "),
    "weak": lambda s: statements.change(s, 1, after=None),
    "undecided": lambda s: setattr(s.get(Segment, OPTICS), "decision", ""),
    "channel": lambda s: s.add(Visit(customer_id=UJI, rep_id=1, day=TODAY + 9 * DAY, start=540, end=600, why="due")),
    "four_p": lambda s: s.delete(s.get(Card, 4)),
    "topics": lambda s: (setattr(s.get(Customer, SATO), "topics", " "), setattr(_rule(s, "A"), "topics", "")),
    "place": lambda s: setattr(s.get(Customer, NARA), "lat", None),
    "rep": lambda s: setattr(s.get(Customer, SATO), "rep_id", None),
    "rule": lambda s: setattr(_rule(s, "B"), "least_gap", 31),
    "tiers": lambda s: setattr(s.query(Tiering).one(), "tiered_on", TODAY - 120 * DAY),
    "rate": _seven_deals,
    "assumption": lambda s: setattr(s.get(Assumption, 1), "reviewed_on", date(2026, 9, 30)),
    "time_box": lambda s: (setattr(s.get(Plan, 1), "analysis_closed", None), setattr(s.get(Plan, 1), "analysis_weeks", 2)),
}
"""What breaks each rule, and no other."""
HIDDEN = {"goal": {"deadline", "possible", "rate"}, "load": {"possible"}}
"""Breaks that are not told while another says more: a draft has no deadline, and too few hours for the rules are too few for the goal."""
SECOND: dict[str, Callable[[Session], Any]] = {
    "strategy": lambda s: strategies.make(s, "Sell by mail", (1, 2)),
    "overdue": lambda s: _action(s, "Sample box", due=TODAY - 3 * DAY),
    "owner": lambda s: _action(s, "Press day", rep=None),
    "undated": lambda s: _action(s, "Press day", due=None),
    "loose": lambda s: _action(s, "Press day", strategy=None),
    "channel": lambda s: s.add(Visit(customer_id=UJI, rep_id=1, day=TODAY + 8 * DAY, start=540, end=600, why="overdue")),
    "weak": lambda s: statements.add(s, OPTICS, "Reports"),
    "assumption": lambda s: s.add(Assumption(plan_id=1, position=1, text="Rates stay")),
}
"""One more of the same."""
