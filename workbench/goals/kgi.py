"""The goal of a plan (KGI) as one sentence with parts: metric, target, deadline, baseline and its period. Without them it is a draft."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Kgi, Plan
from models.base import MONEY_SCALE
from workbench import clock, formatting
from workbench.errors import BadInput
from workbench.goals import months
from workbench.goals.actuals import measured
from workbench.goals.split import COUNTED as COUNTED
from workbench.strings import marked, ntr, tr
from workbench.workspace.new_company import plan_name
from workbench.workspace.reading import once_a_read
from workbench.workspace.workspace import company_of

METRICS = {
    "orders": marked("new orders"),
    "revenue": marked("revenue"),
    "profit": marked("gross profit"),
    "new_customers": marked("new customers"),
    "growth": marked("revenue growth"),
}
"""Metrics in the order in which they are offered."""

MONEY = frozenset({"revenue", "profit"})
PARTS = ("metric", "target", "deadline", "baseline")
_NAMES = {
    "metric": marked("what is counted"),
    "target": marked("the number"),
    "deadline": marked("the deadline"),
    "baseline": marked("the baseline"),
}


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with its plan's span. `target` is ten-thousandths (of one, of the currency unit, of a percent for growth); `baseline` too,
    for growth it is the revenue of the baseline period. `missing` names the parts that keep it a draft."""

    id: int
    plan_id: int
    plan: str
    first: date
    last: date
    company_direction: str
    marketing_direction: str
    metric: str | None
    target: int | None
    deadline: date | None
    baseline: int | None
    baseline_first: date | None
    baseline_last: date | None
    missing: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Only a complete goal is a KGI and reaches documents."""
        return not self.missing


@once_a_read
def current_plan(session: Session) -> Plan | None:
    """The plan that holds today, else the latest one that has begun, else the next."""
    today = clock.today()
    return session.scalars(select(Plan).order_by((Plan.last < today), (Plan.first > today), Plan.first.desc()).limit(1)).first()


def shown_name(session: Session, plan: Plan) -> str:
    """What a plan is called in the language in use; a name that the owner gave stays as it is."""
    return plan_name(plan.name, plan.first, company_of(session).fiscal_month)


@once_a_read
def current_goal(session: Session) -> Goal | None:
    """The first goal of the current plan."""
    plan = current_plan(session)
    row = plan and session.scalars(select(Kgi).where(Kgi.plan_id == plan.id).order_by(Kgi.position, Kgi.id).limit(1)).first()
    return _goal(row, plan, shown_name(session, plan)) if row and plan else None


def _goal(row: Kgi, plan: Plan, name: str) -> Goal:
    missing = tuple(part for part in PARTS if getattr(row, part) is None or part == "target" and (row.target or 0) <= 0)
    return Goal(
        row.id,
        plan.id,
        name,
        plan.first,
        plan.last,
        plan.company_direction,
        plan.marketing_direction,
        row.metric,
        row.target,
        row.deadline,
        row.baseline,
        row.baseline_first,
        row.baseline_last,
        missing,
    )


def missing_sentence(goal: Goal) -> str:
    """What keeps the goal a draft: "Still a draft: the number and the baseline are missing."; empty if it is complete."""
    if goal.complete:
        return ""
    names = [tr(_NAMES[p]) for p in goal.missing]
    listed = names[0] if len(names) == 1 else tr("{some} and {last}", some=tr(", ").join(names[:-1]), last=names[-1])
    return ntr("Still a draft: {parts} is missing.", "Still a draft: {parts} are missing.", len(names), parts=listed)


def amount(metric: str | None, value: int | None, currency: str) -> str:
    """A target or actual in its unit: 60, ¥ 48.0 million, 12 %."""
    if value is None:
        return "–"
    if metric in MONEY:
        return formatting.money_short(value, currency)
    if metric == "growth":
        return formatting.percent(value / MONEY_SCALE / 100, 0 if value % MONEY_SCALE == 0 else 1)
    return formatting.number(value / MONEY_SCALE)


def short(goal: Goal, currency: str) -> str:
    """The goal without its deadline: "60 new orders"."""
    metric = tr(METRICS[goal.metric]) if goal.metric else tr("…")
    return tr("{target} {metric}", target=amount(goal.metric, goal.target, currency), metric=metric)


def headline(goal: Goal, currency: str) -> str:
    """The goal in a few words: "60 new orders by 31 Mar 2027"."""
    return tr(
        "{target} {metric} by {deadline}",
        target=amount(goal.metric, goal.target, currency),
        metric=tr(METRICS[goal.metric]) if goal.metric else tr("…"),
        deadline=formatting.day(goal.deadline) if goal.deadline else tr("…"),
    )


def set_metric(session: Session, goal_id: int, metric: str) -> None:
    """Count something else; the number and the baseline of the old metric mean nothing any more, so both are measured or asked anew."""
    if metric not in METRICS:
        raise BadInput(tr("{metric} is not a metric.", metric=metric), "", tr("Choose one of the list."))
    row = session.get_one(Kgi, goal_id)
    if row.metric == metric:
        return
    row.metric, row.target, row.baseline = metric, None, None
    months.forget(session, goal_id)
    session.flush()
    propose_baseline(session, goal_id)


def set_target(session: Session, goal_id: int, target: int) -> None:
    """Set the number, in ten-thousandths; the months are split anew. Raises BadInput unless it is above 0."""
    _refuse_too_large(target)
    if target <= 0:
        raise BadInput(tr("A goal needs a number above 0."), "", tr("Type how many, or how much."))
    months.keep(session, goal_id)
    session.get_one(Kgi, goal_id).target = target
    months.split_anew(session, goal_id)


def set_deadline(session: Session, goal_id: int, deadline: date) -> None:
    """Set the day by which the goal is to be reached; the months are split anew. Raises BadInput unless it lies in the plan's span."""
    row = session.get_one(Kgi, goal_id)
    plan = session.get_one(Plan, row.plan_id)
    if not plan.first < deadline <= plan.last:
        raise BadInput(
            tr("The deadline must lie in the plan: {period}.", period=formatting.period(plan.first, plan.last)),
            "",
            tr("Choose a day in it."),
        )
    months.keep(session, goal_id)
    row.deadline = deadline
    months.split_anew(session, goal_id)


def set_baseline(session: Session, goal_id: int, baseline: int, first: date | None = None, last: date | None = None) -> None:
    """Set what it was before, in ten-thousandths, and in which period. Raises BadInput for a negative baseline or a period that runs backwards."""
    row = session.get_one(Kgi, goal_id)
    _refuse_too_large(baseline)
    if baseline < 0:
        raise BadInput(tr("A baseline cannot be below 0."), "", tr("Type what it was in the period before."))
    first, last = first or row.baseline_first, last or row.baseline_last
    if first and last and last < first:
        raise BadInput(tr("The period ends before it begins."), "", tr("Give the earlier day first."))
    months.keep(session, goal_id)
    row.baseline, row.baseline_first, row.baseline_last = baseline, first, last
    months.split_anew(session, goal_id)


def set_baseline_period(session: Session, goal_id: int, first: date, last: date) -> None:
    """Compare with another period; its figure is measured from the orders where there are any."""
    if last < first:
        raise BadInput(tr("The period ends before it begins."), "", tr("Give the earlier day first."))
    row = session.get_one(Kgi, goal_id)
    months.keep(session, goal_id)
    row.baseline_first, row.baseline_last = first, last
    session.flush()
    found = measured(session, "revenue" if row.metric == "growth" else row.metric, first, last) if row.metric else None
    if found is not None:
        row.baseline = found
    months.split_anew(session, goal_id)


def propose_baseline(session: Session, goal_id: int) -> None:
    """Measure the baseline in the span of equal length before the plan, if the file has orders there."""
    row = session.get_one(Kgi, goal_id)
    plan = session.get_one(Plan, row.plan_id)
    if row.metric is None:
        return
    last = plan.first - timedelta(days=1)
    first = _months_back(plan.first, (plan.last.year - plan.first.year) * 12 + plan.last.month - plan.first.month + 1)
    found = measured(session, "revenue" if row.metric == "growth" else row.metric, first, last)
    if found is not None:
        row.baseline, row.baseline_first, row.baseline_last = found, first, last


def set_direction(session: Session, plan_id: int, which: str, text: str) -> None:
    """Set the company's or the marketing direction (`which` is company or marketing) above the goal."""
    plan = session.get_one(Plan, plan_id)
    if which == "company":
        plan.company_direction = text.strip()
    else:
        plan.marketing_direction = text.strip()


def _refuse_too_large(value: int) -> None:
    if value >= 2**53:
        raise BadInput(tr("This number is too large."), "", tr("Type how many, or how much."))


def _months_back(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)
