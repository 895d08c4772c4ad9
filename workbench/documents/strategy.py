"""What the strategy on a page says, read from what there is: goal, months, customers, tiers and rules, reps, the weeks ahead."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from models.base import MONEY_SCALE
from workbench import clock, formatting
from workbench.actions.actions import ActionView
from workbench.actions.assumptions import AssumptionView
from workbench.analysis.strategies import StrategyView
from workbench.documents import strategy_figures as figures
from workbench.documents.goal_line import GoalStanding
from workbench.documents.material import Material, material
from workbench.documents.strategy_words import RANKS, by_decision, changed_months, funnel_spec
from workbench.goals.kgi import COUNTED, METRICS, amount, current_plan, shown_name
from workbench.goals.progress import likely, standing
from workbench.output.charts import Axis, Chart, Series
from workbench.output.funnels import FunnelSpec
from workbench.strings import language, tr, using_language
from workbench.targeting.segments import SegmentView
from workbench.visits.capacity import capacity
from workbench.workspace.workspace import company_of

THOUSAND, MILLION = 1_000, 1_000_000
MOST_GAINS = 4


@dataclass(frozen=True, slots=True)
class GoalBlock:
    """The goal as it stands large on the page: the number, what it counts and by when, and a sentence on where it stands."""

    number: str
    words: str
    sentence: str


@dataclass(frozen=True, slots=True)
class StrategyPage:
    """All texts in `language`. `gains` are words to say on visits, True for those without the customer's number. Blocks without anything to say are None or empty and are left out."""

    company: str
    language: str
    plan: str
    period: str
    version: str
    goal: GoalBlock | None
    why_we_win: str
    where_we_go: str
    months: Chart | None
    changed: str
    revenue: Chart | None
    weeks: Chart | None
    industries: tuple[figures.Group, ...]
    largest: tuple[figures.Large, ...]
    tiers: tuple[figures.Tier, ...]
    load: str
    topics: tuple[tuple[str, str], ...]
    reps: tuple[figures.Carrier, ...]
    segments: tuple[SegmentView, ...]
    strategies: tuple[StrategyView, ...]
    gains: tuple[tuple[str, bool], ...]
    funnel: FunnelSpec | None
    actions: tuple[ActionView, ...]
    assumptions: tuple[AssumptionView, ...]


def strategy_page(session: Session, day: date, words: str = "", known: Material | None = None) -> StrategyPage:
    """The page as it is on `day` in the language `words`, the company's where it is empty; progress counts to today. `known` saves
    reading it again."""
    company = company_of(session)
    words = words or company.language
    with using_language(words):
        plan = current_plan(session)
        all_of = known or material(session)
        found = all_of.found
        tiers = figures.tiers(session)
        team = capacity(session)
        return StrategyPage(
            company=company.name,
            language=words,
            plan=shown_name(session, plan) if plan else tr("Sales strategy"),
            period=formatting.period(plan.first, plan.last) if plan else "",
            version=tr("Version of {day}", day=formatting.day(clock.today())),
            goal=_goal(found, company.currency) if found else None,
            why_we_win=plan.marketing_direction.strip() if plan else "",
            where_we_go=plan.company_direction.strip() if plan else "",
            months=months_chart(found, company.currency) if found else None,
            changed=changed_months(found, company.currency) if found else "",
            revenue=figures.revenue_by_month(session, company.currency),
            weeks=figures.weeks_ahead(session, day),
            industries=figures.groups(session),
            largest=figures.largest(session, day),
            tiers=tiers,
            load=figures.load_sentence(session, team),
            topics=tuple((tier.letter, tier.topics) for tier in tiers if tier.topics),
            reps=figures.carriers(session, team, day),
            segments=tuple(by_decision(all_of.segments.segments)),
            strategies=all_of.strategies,
            gains=_gains(all_of),
            funnel=funnel_spec(all_of.funnel),
            actions=tuple(one for one in all_of.actions if one.live),
            assumptions=all_of.assumptions,
        )


def _gains(known: Material) -> tuple[tuple[str, bool], ...]:
    """The best words of the segments that are served first: two of each, or three of one."""
    chosen = [one for one in known.value if one.statements and one.decision != "later"]
    chosen.sort(key=lambda one: RANKS.index(one.decision) if one.decision in RANKS else 2)
    each = 2 if len(chosen) > 1 else 3
    return tuple((statement.words, statement.weak) for one in chosen for statement in one.best[:each])[:MOST_GAINS]


def _goal(found: GoalStanding, currency: str) -> GoalBlock:
    goal, progress = found.goal, found.progress
    deadline = formatting.day(goal.deadline).replace(" ", "\u00a0") if goal.deadline else ""
    words = tr("{metric} by {deadline}", metric=tr(METRICS[goal.metric or "orders"]), deadline=deadline)
    parts = [standing(goal, progress, currency)]
    if goal.baseline:
        before = amount("revenue" if goal.metric == "growth" else goal.metric, goal.baseline, currency)
        parts.insert(0, tr("{amount} in the period before.", amount=before))
    reached = amount("revenue" if goal.metric == "growth" else goal.metric, progress.actual, currency)
    parts.insert(1, tr("{amount} today.", amount=reached))
    if ends := likely(goal, progress, currency):
        parts.append(tr("Likely to end at {range}.", range=ends))
    return GoalBlock(amount(goal.metric, goal.target, currency), words, (" " if language() == "en" else "").join(parts))


def months_chart(found: GoalStanding, currency: str) -> Chart | None:
    """Targets and what came, month by month; None without months."""
    months, metric = found.progress.months, found.goal.metric
    if not months:
        return None
    counted = metric in COUNTED
    today = clock.today()
    begun = [month.first <= today for month in months]
    unit = 1 if counted else _unit(found)
    digits = 0 if counted or max(max(m.target, m.actual) for m in months) >= 20 * unit * MONEY_SCALE else 1

    def show(value: int) -> str:
        return formatting.number(value / MONEY_SCALE / unit, digits)

    now = max((i for i, yes in enumerate(begun) if yes), default=None)
    texts = tuple(show(m.actual) if yes else show(m.target) for m, yes in zip(months, begun, strict=True))
    beside = tuple(tr("of {target}", target=show(m.target)) if yes else "" for m, yes in zip(months, begun, strict=True))
    return Chart(
        "columns",
        in_unit(_months_message(found), found, currency),
        Axis(tuple(formatting.month_short(month.first) for month in months), now),
        (
            Series(tr("target"), "to_come", tuple(month.target / MONEY_SCALE for month in months), texts),
            Series(
                tr("done"), "done", tuple(m.actual / MONEY_SCALE if yes else None for m, yes in zip(months, begun, strict=True)), beside
            ),
            Series(tr("line"), "target", tuple(m.target / MONEY_SCALE if yes else None for m, yes in zip(months, begun, strict=True))),
        ),
    )


def in_unit(message: str, found: GoalStanding, currency: str) -> str:
    """The message of a chart of months, with the unit of its figures where they are money."""
    if found.goal.metric in COUNTED:
        return message
    unit = _unit(found)
    symbol = formatting.currency_symbol(currency, language())
    if unit == MILLION:
        return tr("{message} ({currency}, millions)", message=message, currency=symbol)
    if unit == THOUSAND:
        return tr("{message} ({currency}, thousands)", message=message, currency=symbol)
    return tr("{message} ({currency})", message=message, currency=symbol)


def _unit(found: GoalStanding) -> int:
    """The unit that leaves the largest month with few figures."""
    largest = max(max(month.target, month.actual) for month in found.progress.months) / MONEY_SCALE
    return MILLION if largest >= MILLION else THOUSAND if largest >= THOUSAND else 1


def _months_message(found: GoalStanding) -> str:
    months = found.progress.months
    best = sorted(months, key=lambda month: -month.target)[:2]
    share = sum(month.target for month in best) / found.progress.target if found.progress.target else 0
    if len(months) < 4 or share < 2.4 / len(months):
        return tr("An even way to the goal, month by month")
    first, second = sorted(month.first for month in best)
    return tr(
        "{share} of it falls in {first} and {second}",
        share=formatting.percent(share),
        first=formatting.month_short(first),
        second=formatting.month_short(second),
    )
