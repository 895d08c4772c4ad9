"""Ways to make a goal possible that needs more hours than there are: what each saves, which load it leads to, and taking it by one command."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from models import Kgi, Plan
from workbench.customers import commands as customers
from workbench.errors import BadInput
from workbench.goals import kgi
from workbench.goals.funnel import Funnel, first_stage
from workbench.goals.ground import Ground
from workbench.goals.handing_over import Handed, hand_over
from workbench.goals.possible import NEW_BUYER, TeamLoad, team_load
from workbench.goals.split import month_days
from workbench.strings import tr
from workbench.visits import rules
from workbench.visits.cadence import Cadence, add_months
from workbench.visits.capacity import RuleNeed
from workbench.visits.rules import PERIODS, Rule, RuleError

HAND_OVER, CHANNEL, CADENCE, SHORTER, FIRST_VISITS, DEADLINE = "hand_over", "channel", "cadence", "shorter", "first_visits", "deadline"
LONGER, SHORTEST, MINUTE_STEP, ENOUGH_WAYS = 1.3, 30, 15, 4


@dataclass(frozen=True, slots=True)
class Way:
    """One way. `saves` are hours a month for the team, `relieves` those of the reps that have too many; `then` is the load it leads to.

    `handed`, `tier` with `rule`, or `deadline` is what it changes.
    """

    kind: str
    saves: float
    relieves: float
    then: TeamLoad
    handed: tuple[Handed, ...] = ()
    tier: str = ""
    before: Rule | None = None
    rule: Rule | None = None
    deadline: date | None = None

    @property
    def closes(self) -> bool:
        """Whether nobody has too much afterwards."""
        return not self.then.over


def ways(session: Session, goal_id: int, ground: Ground, funnel: Funnel | None) -> tuple[Way, ...]:
    """The ways there are while anybody or the team has too much, those that close it first; nothing is written."""
    now = team_load(ground, funnel)
    if not now.over:
        return ()
    found = [_handing_over(session, ground, funnel, now)]
    found += [_by_rule(ground, funnel, now, kind, rule, changed) for kind, rule, changed in _rule_changes(ground, now)]
    found.append(_later(session, goal_id, ground, funnel, now))
    made = [way for way in found if way is not None]
    if len(made) > ENOUGH_WAYS:
        made = [way for way in made if way.kind != FIRST_VISITS]
    return tuple(sorted(made, key=lambda way: (not way.closes, round(way.then.worst, 3), way.kind)))


def take(session: Session, goal_id: int, way: Way) -> None:
    """Do what a way says. Raises BadInput where the file has changed so that it no longer can be done."""
    if way.kind == HAND_OVER:
        for rep_id in sorted({one.to_id for one in way.handed}):
            customers.hand_over(session, [one.customer_id for one in way.handed if one.to_id == rep_id], rep_id)
    elif way.kind == DEADLINE and way.deadline is not None:
        kgi.set_deadline(session, goal_id, way.deadline)
    elif way.rule is not None:
        rules.change(session, way.tier, **_values(way))
    else:
        raise BadInput(tr("This way is not there any more."))


def _values(way: Way) -> dict[str, int | str]:
    rule = way.rule
    assert rule is not None
    if way.kind == CHANNEL:
        return {"channel": rule.channel}
    if way.kind == CADENCE:
        return {"visits": rule.visits, "every": rule.every, "unit": rule.unit}
    return {"duration": rule.duration}


def _way(kind: str, now: TeamLoad, then: TeamLoad) -> Way:
    over = {rep.rep_id: rep.needed for rep in now.reps if rep.over}
    relieves = sum(needed - rep.needed for rep in then.reps if (needed := over.get(rep.rep_id)) is not None)
    return Way(kind, now.needed - then.needed, relieves, then)


def _handing_over(session: Session, ground: Ground, funnel: Funnel | None, now: TeamLoad) -> Way | None:
    handed = hand_over(session, ground, now)
    if not handed:
        return None
    counts = dict(ground.counts)
    for one in handed:
        for rep_id, more in ((one.from_id, -1), (one.to_id, 1)):
            key = (rep_id, one.tier, one.channel)
            counts[key] = counts.get(key, 0) + more
    return replace(_way(HAND_OVER, now, team_load(ground, funnel, counts=counts)), handed=handed)


def _by_rule(ground: Ground, funnel: Funnel | None, now: TeamLoad, kind: str, old: Rule, new: Rule) -> Way:
    then = team_load(ground, funnel, needs=_needs(ground.needs, new))
    return replace(_way(kind, now, then), tier=old.tier, before=old, rule=new)


def _needs(needs: Sequence[RuleNeed], rule: Rule) -> tuple[RuleNeed, ...]:
    changed = RuleNeed(rule.tier, rule.cadence.visits_a_month, rule.duration, rule.desk)
    return tuple(changed if need.tier == rule.tier else need for need in needs)


def _rule_changes(ground: Ground, now: TeamLoad) -> list[tuple[str, Rule, Rule]]:
    """Another channel for the lowest tier that is visited in person, a longer cadence for B (else C), shorter A and first visits."""
    used = _visited(ground, now)
    wanted: list[tuple[str, Rule, Mapping[str, int | str]]] = []
    followed = {tier for (_, tier, channel), count in ground.counts.items() if count and not channel}
    if lowest := next((used[tier] for tier in "NCB" if tier in used and not used[tier].desk and tier in followed | {NEW_BUYER}), None):
        wanted.append((CHANNEL, lowest, {"channel": "desk"}))
    if (slower := used.get("B") or used.get("C")) and (period := _longer(slower)):
        wanted.append((CADENCE, slower, {"visits": 1, "every": period[0], "unit": period[1]}))
    for kind, tier in ((SHORTER, "A"), (FIRST_VISITS, NEW_BUYER)):
        rule = used.get(tier)
        if rule and (minutes := _shorter(rule.duration)):
            wanted.append((kind, rule, {"duration": minutes}))
    made = []
    for kind, rule, values in wanted:
        try:
            made.append((kind, rule, rules.changed(rule, **values)))
        except RuleError:
            continue
    return made


def _visited(ground: Ground, now: TeamLoad) -> dict[str, Rule]:
    """Rules of tiers of which anybody is visited in person; that of new buyers where the funnel asks for visits."""
    needs = {need.tier: need for need in ground.needs}
    seen = {tier for (_, tier, channel), count in ground.counts.items() if count and tier in needs and not needs[tier].at_desk(channel)}
    if now.beyond > 0 and NEW_BUYER in needs and not needs[NEW_BUYER].desk:
        seen.add(NEW_BUYER)
    return {rule.tier: rule for rule in ground.rules if rule.tier in seen and not rule.cadence.never}


def _longer(rule: Rule) -> tuple[int, str] | None:
    """The next period that is a third longer, for one visit in it."""
    days = {period: Cadence(1, period[1], period[0]).days for period in PERIODS}  # type: ignore[arg-type]
    longer = [period for period in PERIODS if days[period] >= LONGER * rule.cadence.days]
    return min(longer, key=lambda period: days[period]) if longer else None


def _shorter(minutes: int) -> int:
    """A sixth less or more, in quarters of an hour; 0 where it is short already."""
    less = (minutes * 5 // 6) // MINUTE_STEP * MINUTE_STEP
    return less if less >= SHORTEST else 0


def _later(session: Session, goal_id: int, ground: Ground, funnel: Funnel | None, now: TeamLoad) -> Way | None:
    """The earliest later month's end in the plan that closes it, else the plan's last day; None where the funnel is not what asks too much."""
    goal = session.get_one(Kgi, goal_id)
    plan = session.get_one(Plan, goal.plan_id)
    if goal.deadline is None or goal.deadline >= plan.last or funnel is None or not funnel.visits or not now.beyond:
        return None
    found = None
    for deadline in _month_ends(goal.deadline, plan.last):
        share = _months(plan.first, goal.deadline) / _months(plan.first, deadline)
        then = team_load(ground, funnel, visits=_fewer(funnel, share))
        found = replace(_way(DEADLINE, now, then), deadline=deadline)
        if not then.over:
            break
    return found if found and found.saves > 0 else None


def _month_ends(after: date, last: date) -> list[date]:
    ends, day = [], after.replace(day=1)
    while day <= last:
        end = min(day.replace(day=month_days(day)), last)
        if end > after:
            ends.append(end)
        day = add_months(day, 1)
    return ends


def _months(first: date, last: date) -> float:
    total, day = 0.0, first.replace(day=1)
    while day <= last:
        end = day.replace(day=month_days(day))
        total += ((min(end, last) - max(day, first)).days + 1) / month_days(day)
        day = add_months(day, 1)
    return total


def _fewer(funnel: Funnel, share: float) -> int:
    """What the first stage needs when a month brings only `share` of the orders."""
    return first_stage(funnel, (funnel.orders_a_month or 0.0) * share) or 0
