"""What an action plan says, read from the workspace."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models import Rep, Visit
from workbench import clock, formatting
from workbench.actions.actions import ActionView, actions
from workbench.documents import goal_line
from workbench.errors import BadInput
from workbench.strings import tr, using_language
from workbench.value.statements import best_words
from workbench.visits.calendar import days_between, monday_of
from workbench.visits.cards import VisitCard, visit_cards, way_home
from workbench.visits.desk_calls import DeskCall, desk_calls
from workbench.visits.own_rules import NO_RULE, for_customer, own_rules
from workbench.visits.plan import MOST_WEEKS
from workbench.visits.rules import Rule, rules
from workbench.visits.team import Team, TeamRep, load_team
from workbench.visits.unplanned import Unplanned, audit
from workbench.workspace.workspace import company_of

USUAL_WEEKS = 3
LATE = 1.25
"""From this many cadences on a gap is late where the rule names no greatest one."""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One visit. `cadence` is the rule in words; `gap` counts days from the visit before, real or planned, None for the first one; `late`
    where that is longer than the rule allows."""

    card: VisitCard
    cadence: str
    gap: int | None
    late: bool


@dataclass(frozen=True, slots=True)
class PlanWeek:
    """One week of a rep. Driving counts the ways home; `pauses` are days on which nobody goes out, with the reason."""

    monday: date
    visits: tuple[PlannedRow, ...]
    calls: tuple[DeskCall, ...]
    driving_minutes: int
    distance_km: float
    pauses: tuple[tuple[date, str], ...]


@dataclass(frozen=True, slots=True)
class RepPlan:
    """The plan of one rep, or of customers without one (`rep_id` None). `push` is what to say in these weeks, empty where nothing is."""

    rep_id: int | None
    name: str
    weeks: tuple[PlanWeek, ...]
    left_out: tuple[Unplanned, ...]
    push: str

    @property
    def visits(self) -> tuple[PlannedRow, ...]:
        """All visits in order."""
        return tuple(row for week in self.weeks for row in week.visits)

    @property
    def calls(self) -> tuple[DeskCall, ...]:
        """All calls due, in order."""
        return tuple(call for week in self.weeks for call in week.calls)

    @property
    def customers(self) -> dict[str, int]:
        """How many customers of each tier are visited."""
        found: dict[str, set[int]] = defaultdict(set)
        for row in self.visits:
            found[row.card.tier].add(row.card.customer_id)
        return {tier: len(found[tier]) for tier in "ABCN" if found[tier]}


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """The plan from `first` to `last`: `weeks` weeks. `actions` are those of all owners still to be done; `goal` is empty while it is a draft."""

    company: str
    language: str
    first: date
    last: date
    weeks: int
    goal: str
    reps: tuple[RepPlan, ...]
    actions: tuple[ActionView, ...]


def action_plan(session: Session, day: date, weeks: int = 0, rep_ids: Sequence[int] | None = None, language: str = "") -> ActionPlan:
    """The plan of the given reps, or of all active ones and of customers without a rep, from `day` to the end of the last of `weeks` weeks.

    Raises BadInput outside 1 to 13 weeks; 0 stands for three.
    """
    weeks = weeks or USUAL_WEEKS
    if not 1 <= weeks <= MOST_WEEKS:
        raise BadInput(
            tr("An action plan spans 1 to {most} weeks, not {weeks}.", most=MOST_WEEKS, weeks=weeks), "", tr("Choose a number in between.")
        )
    company = company_of(session)
    language = language or company.language
    last = monday_of(day) + timedelta(days=7 * weeks - 1)
    with using_language(language):
        reader = _Reader(session, day, last)
        query = select(Rep).order_by(Rep.position, Rep.id)
        query = query.where(Rep.active) if rep_ids is None else query.where(Rep.id.in_(rep_ids))
        plans = [reader.plan(rep.id, rep.name) for rep in session.scalars(query)]
        nobody = reader.plan(None, tr("Without a rep"))
        if rep_ids is None and (nobody.left_out or nobody.calls):
            plans.append(nobody)
        live = tuple(one for one in actions(session, max(day, clock.today())) if one.live)
        return ActionPlan(company.name, language, day, last, weeks, goal_line.sentence(session, company), tuple(plans), live)


class _Reader:
    """Reads once what the plans of all reps share."""

    def __init__(self, session: Session, first: date, last: date) -> None:
        self.session, self.first, self.last = session, first, last
        self.team: Team = load_team(session, first, last)
        self.cards = visit_cards(session, first, last)
        self.calls: dict[int | None, list[DeskCall]] = defaultdict(list)
        for call in desk_calls(session, max(first, clock.today()), last):
            self.calls[call.rep_id].append(call)
        since = max(first, clock.today())
        self.left: dict[int | None, list[Unplanned]] = defaultdict(list)
        active = {rep.plan.id for rep in self.team.active}
        for out in audit(session, since, last).left_out if since <= last else ():
            self.left[out.rep_id if out.rep_id in active else None].append(out)
        self.rules = {rule.tier: rule for rule in rules(session)}
        self.own = own_rules(session)
        self.days = self._days_before()

    def _days_before(self) -> dict[int, list[date]]:
        """The days of visits that were made or are still to be made, by customer."""
        shown = {card.customer_id for cards in self.cards.values() for card in cards}
        days: dict[int, list[date]] = defaultdict(list)
        counts = or_(Visit.status == "done", (Visit.status == "planned") & (Visit.day >= clock.today()))
        for customer_id, day in self.session.execute(select(Visit.customer_id, Visit.day).where(counts, Visit.day <= self.last)):
            if customer_id in shown:
                days[customer_id].append(day)
        return days

    def plan(self, rep_id: int | None, name: str) -> RepPlan:
        cards = [card for card in self.cards.get(rep_id, ()) if card.status != "missed"] if rep_id is not None else []
        rep = self.team.rep(rep_id) if rep_id is not None else None
        mondays = [day for day in days_between(monday_of(self.first), self.last) if day.weekday() == 0]
        weeks = tuple(self._week(rep, monday, cards, self.calls[rep_id]) for monday in mondays)
        return RepPlan(rep_id, name, weeks, tuple(self.left[rep_id]), self._push(cards) if rep_id is not None else "")

    def _week(self, rep: TeamRep | None, monday: date, cards: Sequence[VisitCard], calls: Sequence[DeskCall]) -> PlanWeek:
        inside = [card for card in cards if monday_of(card.day) == monday]
        by_day: dict[date, list[VisitCard]] = defaultdict(list)
        for card in inside:
            by_day[card.day].append(card)
        home = [way_home(each, rep.plan.finish if rep else None, self.team.travel) for each in by_day.values()]
        return PlanWeek(
            monday,
            tuple(self._row(card) for card in inside),
            tuple(call for call in calls if call.week == monday),
            sum(card.travel_minutes for card in inside) + sum(leg.minutes for leg in home),
            sum(card.travel_km for card in inside) + sum(leg.km for leg in home),
            self._pauses(rep, monday),
        )

    def _row(self, card: VisitCard) -> PlannedRow:
        before = [day for day in self.days[card.customer_id] if day < card.day]
        gap = (card.day - max(before)).days if before else None
        rule = self._rule(card)
        return PlannedRow(card, "" if rule.cadence.never else rule.cadence.describe(), gap, gap is not None and gap > _longest(rule))

    def _rule(self, card: VisitCard) -> Rule:
        return for_customer(self.rules.get(card.tier, NO_RULE), self.own.get(card.customer_id))

    def _pauses(self, rep: TeamRep | None, monday: date) -> tuple[tuple[date, str], ...]:
        found = []
        for day in days_between(max(monday, self.first), monday + timedelta(days=6)):
            works = rep is not None and rep.plan.hours[day.weekday()] is not None
            if works and (name := self.team.calendar.closed_name(day)) is not None:
                found.append((day, name))
            elif works and rep is not None and day in rep.plan.away:
                found.append((day, tr("away")))
        return tuple(found)

    def _push(self, cards: Sequence[VisitCard]) -> str:
        words = best_words(self.session, [card.customer_id for card in cards])
        tiers = {card.tier for card in cards}
        told = [rule.topics.strip() for tier, rule in self.rules.items() if tier in tiers and rule.topics.strip()]
        return words or (told[0] if told else "")


def _longest(rule: Rule) -> float:
    """The longest gap in days that is not late; without end for a rule that asks for no visit."""
    return rule.greatest_gap or rule.cadence.days * LATE


def period_words(plan: ActionPlan) -> str:
    """24 Nov 2026 – 13 Dec 2026."""
    return formatting.period(plan.first, plan.last)


def served_words(one: ActionView) -> str:
    """SO 48-hour prototypes; empty where the action serves nothing."""
    return f"{one.serves.kind} {one.serves.name}".strip() if one.serves else ""
