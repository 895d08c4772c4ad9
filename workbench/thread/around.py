"""What stands before and after one thing on the red thread: where it leads from, up to the goal, and where it leads to, down to a visit."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Action, Customer, CustomerTier, Rep, Segment, Strategy, StrategySegment, Visit, VisitRule
from workbench import clock, formatting
from workbench.goals import kgi
from workbench.strings import ntr, tr
from workbench.targeting.asking import where
from workbench.targeting.filters import read
from workbench.targeting.segments import counting_in
from workbench.visits.cadence import Cadence
from workbench.workspace.workspace import company_of

STRATEGY, SEGMENT, RULE, CUSTOMER, VISIT, ACTION = "strategy", "segment", "rule", "customer", "visit", "action"
LIVE = ("open", "doing")
MOST = 4
"""Of one kind so many are named; the panes list the others."""


@dataclass(frozen=True, slots=True)
class Knot:
    """A thing on the thread in a few words, and its place for `navigate`."""

    words: str
    pane: str
    where: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Around:
    """What leads here, the goal last, and what this leads to, a visit last. Nothing above: the thread is loose here."""

    above: tuple[Knot, ...]
    below: tuple[Knot, ...]


NOTHING = Around((), ())


def around(session: Session, kind: str, key: int | str) -> Around:
    """What stands around a strategy, segment, rule (its tier's letter), customer, visit or action; empty where it is gone."""
    read_one = {STRATEGY: _strategy, SEGMENT: _segment, CUSTOMER: _customer, VISIT: _visit, ACTION: _action}.get(kind)
    if read_one is None:
        return _rule(session, str(key))
    return read_one(session, int(key))


def _strategy(session: Session, key: int) -> Around:
    if session.get(Strategy, key) is None:
        return NOTHING
    segments = _aimed(session, key)
    done = session.scalars(
        select(Action).where(Action.strategy_id == key, Action.status.in_(LIVE)).order_by(Action.due.is_(None), Action.due)
    )
    below = [*map(_to_segment, segments), *map(_to_action, done.fetchmany(MOST)), *_next_visit(session, [one.id for one in segments])]
    return Around(_goal(session), tuple(below))


def _segment(session: Session, key: int) -> Around:
    if session.get(Segment, key) is None:
        return NOTHING
    query = select(Strategy).join(StrategySegment, StrategySegment.strategy_id == Strategy.id).where(StrategySegment.segment_id == key)
    aimed = session.scalars(query.order_by((Strategy.effect * Strategy.ease).desc(), Strategy.position).limit(MOST))
    sql, values = counting_in(session, frozenset((key,)))
    tiers = session.connection().exec_driver_sql(
        "SELECT DISTINCT coalesce(t.tier, 'N') FROM customer c LEFT JOIN customer_tier t ON t.customer_id = c.id "
        f"WHERE c.archived = 0 AND ({sql}) ORDER BY 1",
        values,
    )
    rules = [knot for (tier,) in tiers for knot in _to_rule(session, tier)]
    done = session.scalars(
        select(Action).where(Action.segment_id == key, Action.status.in_(LIVE)).order_by(Action.due.is_(None), Action.due)
    )
    above = (*map(_to_strategy, aimed), *_goal(session))
    return Around(above, (*rules, *map(_to_action, done.fetchmany(MOST)), *_next_visit(session, [key])))


def _rule(session: Session, tier: str) -> Around:
    if not _to_rule(session, tier):
        return NOTHING
    plan = kgi.current_plan(session)
    query = select(Segment).where(Segment.plan_id == (plan.id if plan else None), Segment.decision.in_(("primary", "secondary")))
    above = []
    for one in session.scalars(query.order_by(Segment.decision, Segment.position, Segment.id)):
        sql, values = counting_in(session, frozenset((one.id,)))
        if _some(session, f"customer c WHERE c.archived = 0 AND {_IN_TIER} AND ({sql})", tier, *values):
            above.append(_to_segment(one))
    inside = f"SELECT c.id FROM customer c WHERE c.archived = 0 AND {_IN_TIER}"
    count = session.connection().exec_driver_sql(f"SELECT count(*) FROM ({inside})", (tier,)).scalar_one()
    customers = Knot(ntr("{n} customer", "{n} customers", count, n=formatting.number(count)), "customers", {"tier": tier})
    below = (*((customers,) if count else ()), *_first_visit(session, f"v.customer_id IN ({inside})", tier))
    return Around((*above[:MOST], *_goal(session)), below)


def _customer(session: Session, key: int) -> Around:
    if session.get(Customer, key) is None:
        return NOTHING
    tier = session.scalar(select(CustomerTier.tier).where(CustomerTier.customer_id == key)) or "N"
    segment = _counts_in(session, key)
    above = (*_to_rule(session, tier), *((_to_segment(segment),) if segment else ()), *_goal(session))
    return Around(above, _first_visit(session, "v.customer_id = ?", key))


def _visit(session: Session, key: int) -> Around:
    visit = session.get(Visit, key)
    if visit is None:
        return NOTHING
    sheet = Knot(tr("Morning sheet of {day}", day=formatting.day_short(visit.day)), "documents", {"document": "morning", "day": visit.day})
    name = session.get_one(Customer, visit.customer_id).name
    return Around((Knot(name, "customers", {"customer": visit.customer_id}), *_customer(session, visit.customer_id).above), (sheet,))


def _action(session: Session, key: int) -> Around:
    action = session.get(Action, key)
    if action is None:
        return NOTHING
    strategy = session.get(Strategy, action.strategy_id) if action.strategy_id else None
    segment = session.get(Segment, action.segment_id) if action.segment_id else None
    above: tuple[Knot, ...] = ()
    if strategy is not None or segment is not None:
        served = _to_strategy(strategy) if strategy is not None else _to_segment(segment) if segment is not None else None
        above = (*((served,) if served else ()), *_goal(session))
    reached = _aimed(session, strategy.id) if strategy is not None else []
    rep = session.get(Rep, action.rep_id) if action.rep_id else None
    visit = _next_visit(session, [one.id for one in (segment, *reached) if one is not None])
    if not visit and rep is not None:
        visit = _first_visit(session, "v.rep_id = ?", rep.id)
    return Around(above, (*map(_to_segment, reached), *visit))


_IN_TIER = "coalesce((SELECT t.tier FROM customer_tier t WHERE t.customer_id = c.id), 'N') = ?"


def _goal(session: Session) -> tuple[Knot, ...]:
    goal = kgi.current_goal(session)
    if goal is None:
        return ()
    words = kgi.short(goal, company_of(session).currency) if goal.complete else tr("the goal, still a draft")
    return (Knot(words, "goals"),)


def _to_strategy(one: Strategy) -> Knot:
    return Knot(tr("{kind} {text}", kind=one.kind, text=one.text), "cross_swot", {"strategy": one.id})


def _to_segment(one: Segment) -> Knot:
    return Knot(tr("Segment {name}", name=one.name), "segments", {"segment": one.id})


def _to_action(one: Action) -> Knot:
    return Knot(tr("Action: {title}", title=one.title), "actions", {"action": one.id})


def _to_rule(session: Session, tier: str) -> tuple[Knot, ...]:
    rule = session.scalars(select(VisitRule).where(VisitRule.tier == tier)).first()
    if rule is None:
        return ()
    name = tr("prospect") if tier == "N" else tr("tier {tier}", tier=tier)
    often = Cadence(rule.visits, rule.unit, rule.every).describe() if rule.visits > 0 and rule.every > 0 else ""  # type: ignore[arg-type]
    return (Knot(tr("{tier}: {often}", tier=name, often=often) if often else name, "tiers", {"tier": tier}),)


def _aimed(session: Session, strategy: int) -> list[Segment]:
    query = select(Segment).join(StrategySegment, StrategySegment.segment_id == Segment.id).where(StrategySegment.strategy_id == strategy)
    return list(session.scalars(query.order_by(Segment.position, Segment.id)))


def _next_visit(session: Session, segments: Iterable[int]) -> tuple[Knot, ...]:
    """The next planned visit to a customer that counts in one of the segments."""
    wanted = frozenset(segments)
    if not wanted:
        return ()
    sql, values = counting_in(session, wanted)
    return _first_visit(session, f"({sql})", *values)


def _first_visit(session: Session, which: str, *values: object) -> tuple[Knot, ...]:
    """The next planned visit `v` to a `customer c` that is so."""
    row = session.connection().exec_driver_sql(
        "SELECT v.id, v.day, c.name FROM visit v JOIN customer c ON c.id = v.customer_id "
        f"WHERE v.status = 'planned' AND v.day >= ? AND c.archived = 0 AND {which} ORDER BY v.day, v.start, v.id LIMIT 1",
        (clock.today().isoformat(), *values),
    )
    return tuple(
        Knot(
            tr("Visit to {name}, {day}", name=name, day=formatting.day_short(date.fromisoformat(day))),
            "plan",
            {"day": date.fromisoformat(day), "visit": key},
        )
        for key, day, name in row
    )


def _counts_in(session: Session, customer: int) -> Segment | None:
    """The segment that a customer counts in."""
    plan = kgi.current_plan(session)
    query = select(Segment).where(Segment.plan_id == (plan.id if plan else None)).order_by(Segment.position, Segment.id)
    for one in session.scalars(query):
        sql, values = where(read(one.filter).tree)
        if _some(session, f"customer c WHERE c.id = ? AND ({sql})", customer, *values):
            return one
    return None


def _some(session: Session, rest: str, *values: object) -> bool:
    return session.connection().exec_driver_sql(f"SELECT 1 FROM {rest} LIMIT 1", values).first() is not None
