"""A plan that is shown and not saved: drawn over the weeks as they stand, with what it would change and how it compares with the hand plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Customer, CustomerTier, VisitRule
from workbench.visits.cards import VisitCard, numbered, way_home
from workbench.visits.moves import Move, Slot, Standing, moves, standing_visits
from workbench.visits.plan import PlanResult, plan_visits
from workbench.visits.problem import HandPlan, PlannedVisit
from workbench.visits.quality import Quality, quality_of
from workbench.visits.unplanned import Unplanned
from workbench.visits.week import RepWeek, WeekView


class Face(NamedTuple):
    """How a customer is named on a card."""

    name: str
    name_local: str
    tier: str
    topics: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan with its figures and those of the hand plan for the same task; `standing` is what stood in the file when it was made."""

    result: PlanResult
    quality: Quality
    by_hand: Quality
    standing: tuple[Standing, ...]
    faces: Mapping[int, Face]

    def moves(self) -> tuple[Move, ...]:
        """What would change."""
        return moves(self.standing, self.result.plan.visits)

    def loose(self) -> tuple[PlannedVisit, ...]:
        """The standing visits that may be moved."""
        return tuple(visit.as_planned() for visit in self.standing if not visit.locked)

    def with_plan(self, plan: HandPlan, quality: Quality) -> Proposal:
        """The same with another plan for the same task."""
        return replace(self, result=replace(self.result, plan=plan, figures=quality.figures), quality=quality)


def propose(session: Session, start: date, weeks: int) -> Proposal:
    """The hand plan of so many weeks, not saved. Raises BadInput as `plan_visits` does."""
    result = plan_visits(session, start, weeks)
    quality = quality_of(result.problem, result.plan)
    wanted = {visit.customer_id for visit in result.plan.visits} | {customer.id for customer in result.problem.customers}
    standing = standing_visits(session, result.first, result.last)
    return Proposal(result, quality, quality, standing, _faces(session, wanted | {visit.customer_id for visit in standing}))


def _faces(session: Session, customers: set[int]) -> dict[int, Face]:
    topics = {rule.tier: rule.topics for rule in session.scalars(select(VisitRule))}
    columns = (Customer.id, Customer.name, Customer.name_local, Customer.topics, CustomerTier.tier)
    found = {}
    for key, name, local, own, letter in session.execute(select(*columns).outerjoin(CustomerTier, CustomerTier.customer_id == Customer.id)):
        if key in customers:
            tier = letter or "N"
            found[key] = Face(name, local, tier, own or topics.get(tier, ""))
    return found


def proposed_week(base: WeekView, proposal: Proposal) -> tuple[WeekView, frozenset[int]]:
    """A week as it stands with the proposal drawn over its days, and the cards that differ from what stands. New visits have ids below 0."""
    result = proposal.result
    stands = {(visit.customer_id, visit.slot) for visit in proposal.standing}
    placed: dict[tuple[int, date], list[VisitCard]] = defaultdict(list)
    fresh = set()
    nth: dict[int, int] = defaultdict(int)
    places = {customer.id: customer.place for customer in result.problem.customers}
    for visit in result.plan.visits:
        nth[visit.customer_id] += 1
        if base.days and base.days[0].day <= visit.day <= base.days[-1].day:
            card = _card(visit, proposal, nth[visit.customer_id], places)
            placed[visit.rep_id, visit.day].append(card)
            if (visit.customer_id, Slot(visit.day, visit.start, visit.rep_id)) not in stands:
                fresh.add(card.id)
    finish = {rep.id: rep.finish for rep in result.problem.reps}
    reps = []
    for rep in base.reps:
        days = []
        for shown, cards in zip(base.days, rep.days, strict=True):
            if result.first <= shown.day <= result.last:
                stay = [card for card in cards if card.status != "planned"]
                cards = tuple(sorted([*stay, *placed[rep.rep_id, shown.day]], key=lambda card: (card.start, card.end)))
            days.append(cards)
        home = [way_home(cards, finish.get(rep.rep_id), result.problem.travel) for cards in days]
        reps.append(_rep(rep, days, sum(leg.minutes for leg in home), sum(leg.km for leg in home)))
    return replace(base, reps=tuple(reps)), frozenset(fresh)


def _card(visit: PlannedVisit, proposal: Proposal, nth: int, places: Mapping[int, object]) -> VisitCard:
    face = proposal.faces.get(visit.customer_id) or Face("", "", "N", "")
    return VisitCard(
        id=visit.visit_id if visit.visit_id is not None else -(visit.customer_id * 200 + nth),
        customer_id=visit.customer_id,
        rep_id=visit.rep_id,
        day=visit.day,
        start=visit.start,
        end=visit.end,
        number=0,
        tier=face.tier,
        name=face.name,
        name_local=face.name_local,
        contact="",
        phone="",
        address="",
        place=places.get(visit.customer_id),  # type: ignore[arg-type]
        status="planned",
        locked=visit.locked,
        no_log=False,
        travel_minutes=visit.travel_minutes,
        travel_km=visit.travel_km,
        days_since_last=None,
        topics=face.topics,
        note="",
        why=visit.why,
        desk=False,
    )


def _rep(rep: RepWeek, days: list[tuple[VisitCard, ...]], home_minutes: int, home_km: float) -> RepWeek:
    cards = [card for shown in days for card in shown]
    number = iter(numbered(cards))
    counted = [card for card in cards if card.status != "missed"]
    return replace(
        rep,
        visits=len(counted),
        driving_minutes=sum(card.travel_minutes for card in cards) + home_minutes,
        distance_km=sum(card.travel_km for card in cards) + home_km,
        visit_minutes=sum(card.end - card.start for card in counted),
        days=tuple(tuple(next(number) for _ in shown) for shown in days),
    )


def proposed_left_out(proposal: Proposal) -> tuple[Unplanned, ...]:
    """Who is left out by the proposal, best tier first."""
    return tuple(
        Unplanned(out.customer_id, out.name, out.tier, None, out.due, out.code, out.sentence, None, None)
        for out in proposal.result.plan.left_out
    )
