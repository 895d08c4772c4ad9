"""The first rows of a workspace: the company, its first plan, its first rep, and rules to start from."""

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from models import Company, Kgi, Plan, Rep, Tiering, VisitRule
from workbench import clock
from workbench.errors import BadInput
from workbench.strings import LANGUAGES, marked, tr, using_language

START_RULES = (
    ("A", 2, 1, "month", 9, 18, 60, "visit", marked("What has changed since last time?")),
    ("B", 1, 1, "month", 21, 40, 45, "visit", marked("What comes next this quarter?")),
    ("C", 1, 1, "quarter", 75, 105, 20, "desk", marked("Quarterly check-in")),
    ("N", 1, 1, "quarter", 60, 120, 45, "visit", marked("First visit: what do they struggle with?")),
)
"""Tier, visits, every, unit, least gap, greatest gap (days), minutes, channel, topics."""


@dataclass(frozen=True, slots=True)
class NewCompany:
    """What is asked for a new company. Times are minutes after midnight; `working_days` has bit n for weekday n (Monday 0)."""

    name: str = ""
    country: str = "JP"
    language: str = "en"
    currency: str = "JPY"
    fiscal_month: int = 4
    working_days: int = 0b0011111
    day_start: int = 540
    day_end: int = 1080
    lunch_start: int = 720
    lunch_end: int = 780
    office_address: str = ""
    first_rep: str = ""
    paper: str = "A4"


def half_year(day: date, fiscal_month: int) -> tuple[date, date]:
    """First and last day of the half of the fiscal year that holds `day`."""
    months = (day.month - fiscal_month) % 12
    start_month = (day.month - 1 - months % 6) % 12 + 1
    start = date(day.year - (start_month > day.month), start_month, 1)
    after = start.month + 6
    return start, date.fromordinal(date(start.year + (after > 12), (after - 1) % 12 + 1, 1).toordinal() - 1)


def half_name(first: date, fiscal_month: int) -> str:
    """What the half is called: FY26 second half."""
    year = first.year if first.month >= fiscal_month else first.year - 1
    short = f"{year % 100:02d}"
    if first.month == fiscal_month:
        return tr("FY{short} first half", short=short, year=year)
    return tr("FY{short} second half", short=short, year=year)


def plan_name(name: str, first: date, fiscal_month: int) -> str:
    """The name of a plan as it is shown: a half year's own name in the present language, one that the owner gave as it is."""
    for code in LANGUAGES:
        with using_language(code):
            ours = name == half_name(first, fiscal_month)
        if ours:
            return half_name(first, fiscal_month)
    return name


def checked(company: NewCompany) -> NewCompany:
    """The same, or BadInput that says which answer cannot be."""
    if company.day_end <= company.day_start:
        raise BadInput(tr("The day ends before it begins."), "", tr("Give the earlier time first."))
    if company.lunch_end < company.lunch_start:
        raise BadInput(tr("Lunch ends before it begins."), "", tr("Give the earlier time first."))
    if not 1 <= company.fiscal_month <= 12:
        raise BadInput(tr("The fiscal year begins in a month from 1 to 12."))
    return company


def first_rows(session: Session, company: NewCompany) -> None:
    """Add the first rows to an empty workspace; the first plan is the half year that holds today, its goal a draft."""
    company = checked(company)
    office = {}
    if company.office_address:
        from workbench.company.start_place import start_place

        if place := start_place(company.office_address, company.country):
            office = {"office_lat": place.lat, "office_lng": place.lng}
    session.add(
        Company(
            name=company.name,
            country=company.country,
            language=company.language,
            currency=company.currency,
            paper=company.paper,
            fiscal_month=company.fiscal_month,
            working_days=company.working_days,
            day_start=company.day_start,
            day_end=company.day_end,
            lunch_start=company.lunch_start,
            lunch_end=company.lunch_end,
            office_address=company.office_address,
            workspace_id=uuid.uuid4().hex,
            **office,
        )
    )
    with using_language(company.language):
        first, last = half_year(clock.today(), company.fiscal_month)
        plan = Plan(name=half_name(first, company.fiscal_month), first=first, last=last)
        session.add(plan)
        session.add(Tiering())
        for tier, visits, every, unit, least, greatest, minutes, channel, topics in START_RULES:
            session.add(
                VisitRule(
                    tier=tier,
                    visits=visits,
                    every=every,
                    unit=unit,
                    least_gap=least,
                    greatest_gap=greatest,
                    duration=minutes,
                    channel=channel,
                    topics=tr(topics),
                )
            )
        session.flush()
        session.add(Kgi(plan_id=plan.id, deadline=last))
    if company.first_rep.strip():
        session.add(Rep(name=company.first_rep.strip(), short_name=company.first_rep.strip()))
