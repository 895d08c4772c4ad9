"""The goal in one line, and where we stand against its line. A goal without number, deadline, metric or baseline reaches no document."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from models import Company, Kgi, OrderLine, Plan
from models.base import MONEY_SCALE
from workbench import formatting
from workbench.strings import ntr, tr
from workbench.visits.cadence import add_months

COUNTED = ("orders", "new_customers")
MONEY = ("revenue", "profit")


@dataclass(frozen=True, slots=True)
class MonthFigure:
    """One month of the plan: its first day, what was reached (None: not begun) and its part of the target, in the goal's unit."""

    first: date
    actual: int | None
    target: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A whole goal and where it stands on a day. Figures are ten-thousandths of the currency unit or of one."""

    metric: str
    target: int
    deadline: date
    baseline: int
    actual: int
    expected: int
    months: tuple[MonthFigure, ...]


def plan_on(session: Session, day: date) -> Plan | None:
    """The plan whose period holds the day, else the newest one."""
    holding = session.scalar(select(Plan).where(Plan.first <= day, Plan.last >= day).order_by(Plan.first.desc(), Plan.id.desc()))
    return holding or session.scalar(select(Plan).order_by(Plan.first.desc(), Plan.id.desc()))


def standing(session: Session, day: date) -> Standing | None:
    """The first goal of the plan in force; None while it is a draft."""
    plan = plan_on(session, day)
    kgi = session.scalar(select(Kgi).where(Kgi.plan_id == plan.id).order_by(Kgi.position, Kgi.id)) if plan else None
    if plan is None or kgi is None or kgi.metric not in (*COUNTED, *MONEY):
        return None
    if not kgi.target or kgi.deadline is None or kgi.baseline is None or kgi.deadline < plan.first:
        return None
    until = min(day, kgi.deadline)
    return Standing(
        metric=kgi.metric,
        target=kgi.target,
        deadline=kgi.deadline,
        baseline=kgi.baseline,
        actual=_reached(session, kgi.metric, plan.first, until),
        expected=_on_line(kgi.target, plan.first, kgi.deadline, until),
        months=_months(session, kgi.metric, kgi.target, plan.first, kgi.deadline, day),
    )


def sentence(session: Session, company: Company, day: date) -> str:
    """60 orders by 31 March: 31 today, ahead by 3. Empty while the goal is a draft."""
    found = standing(session, day)
    if found is None:
        return ""
    return tr(
        "{goal}: {actual} today, {gap}",
        goal=goal_words(found, company.currency),
        actual=short(found, found.actual, company),
        gap=gap(found, company),
    )


def goal_words(found: Standing, currency: str) -> str:
    """60 orders by 31 March 2027."""
    return tr("{amount} by {deadline}", amount=amount_words(found, currency), deadline=formatting.day(found.deadline))


def amount_words(found: Standing, currency: str) -> str:
    """What is to be reached, without the deadline: 60 orders, ¥ 48 million revenue."""
    count = round(found.target / MONEY_SCALE)
    if found.metric == "orders":
        return ntr("{n} order", "{n} orders", count)
    if found.metric == "new_customers":
        return ntr("{n} new customer", "{n} new customers", count)
    money = formatting.money_short(found.target, currency)
    return tr("{money} revenue", money=money) if found.metric == "revenue" else tr("{money} gross profit", money=money)


def short(found: Standing, value: int, company: Company) -> str:
    """A figure in the goal's unit."""
    if found.metric in MONEY:
        return formatting.money_short(value, company.currency)
    return formatting.number(round(value / MONEY_SCALE))


def gap(found: Standing, company: Company) -> str:
    """ahead by 3, behind by 2, or on the line."""
    apart = found.actual - found.expected
    if found.metric in COUNTED:
        apart = round(apart / MONEY_SCALE) * MONEY_SCALE
    if apart == 0:
        return tr("on the line")
    words = short(found, abs(apart), company)
    return tr("ahead by {amount}", amount=words) if apart > 0 else tr("behind by {amount}", amount=words)


def _on_line(target: int, first: date, deadline: date, day: date) -> int:
    whole = (deadline - first).days + 1
    return round(target * max((day - first).days + 1, 0) / whole)


def _months(session: Session, metric: str, target: int, first: date, deadline: date, day: date) -> tuple[MonthFigure, ...]:
    months = []
    start, given = first, 0
    while start <= deadline and len(months) < 36:
        following = add_months(start.replace(day=1), 1)
        last = min(following - timedelta(days=1), deadline)
        due = _on_line(target, first, deadline, last)
        if metric in COUNTED:
            due = round(due / MONEY_SCALE) * MONEY_SCALE
        months.append(MonthFigure(start, _reached(session, metric, start, min(last, day)) if start <= day else None, due - given))
        start, given = following, due
    return tuple(months)


def _reached(session: Session, metric: str, first: date, last: date) -> int:
    inside = OrderLine.day.between(first, last)
    if metric == "orders":
        return _orders(session, inside) * MONEY_SCALE
    if metric == "new_customers":
        earliest = (
            select(OrderLine.customer_id).group_by(OrderLine.customer_id).having(func.min(OrderLine.day).between(first, last)).subquery()
        )
        return int(session.scalar(select(func.count()).select_from(earliest)) or 0) * MONEY_SCALE
    column = OrderLine.amount if metric == "revenue" else OrderLine.profit
    return int(session.scalar(select(func.coalesce(func.sum(column), 0)).where(inside)) or 0)


def _orders(session: Session, inside: ColumnElement[bool]) -> int:
    numbered = select(OrderLine.customer_id, OrderLine.order_number).where(inside, OrderLine.order_number != "").distinct().subquery()
    alone = select(func.count()).where(inside, OrderLine.order_number == "")
    return int(session.scalar(select(func.count()).select_from(numbered)) or 0) + int(session.scalar(alone) or 0)
