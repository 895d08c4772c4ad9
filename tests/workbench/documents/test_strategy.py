"""The strategy on a page: what it says, and that it fills its page."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from models import Customer, Kgi, OrderLine, Plan, Rep, VisitRule
from models.base import MONEY_SCALE
from workbench.documents.strategy import StrategyPage, strategy_page
from workbench.documents.strategy_paper import strategy_pdf
from workbench.targeting import commands
from workbench.value import statements
from workbench.workspace import NewCompany, Workspace

Company = Callable[..., Workspace]
TODAY = date(2026, 11, 24)


def page_of(workspace: Workspace) -> StrategyPage:
    with workspace.read() as session:
        return strategy_page(session, TODAY)


def read(page: StrategyPage, paper: str = "A4") -> str:
    content, pages = strategy_pdf(page, paper)
    found = PdfReader(io.BytesIO(content)).pages
    assert pages == len(found) == 1
    return "".join(found[0].extract_text().split())


def lowest_text(page: StrategyPage, paper: str = "A4") -> float:
    """How far the body reaches down: the distance in points of its lowest text from the page's lower edge."""
    heights: list[float] = []

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            heights.append(tm[5])

    PdfReader(io.BytesIO(strategy_pdf(page, paper)[0])).pages[0].extract_text(visitor_text=visit)
    return min(y for y in heights if y > 40)


def test_the_page_says_goal_customers_tiers_and_weeks(company: Company) -> None:
    text = read(page_of(company(reps=2)))
    for words in ("Secondhalfoffiscal2026", "60neworders", "31Mar2027", "41intheperiodbefore.", "WHYWECANWIN", "Halfofrevenuefrommedicalandopticsby2029.",
                  "MONTHBYMONTH", "REVENUEBYMONTH", "WHOWESELLTO", "Machinery", "HanshinMedicalDevices", "HOWWEREACHTHEM", "2amonth", "WHATWESAY",
                  "WHOGOES", "S.Morita1", "THEWEEKSAHEAD", "1/1"):  # fmt: skip
        assert words in text, words


def test_a_plan_name_that_nobody_touched_follows_the_language_of_the_paper(company: Company) -> None:
    workspace = company()

    def name(language: str) -> str:
        with workspace.read() as session:
            return strategy_page(session, TODAY, language).plan

    assert (name("en"), name("ja")) == ("Second half of fiscal 2026", "Second half of fiscal 2026")
    for given in ("FY26 second half", "2026年度下期"):
        with workspace.edit("Name") as session:
            session.scalars(select(Plan)).one().name = given
        assert (name("en"), name("ja")) == ("FY26 second half", "2026年度下期")


def test_what_we_say_is_a_line_a_tier_and_stands_behind_what_customers_gain(company: Company) -> None:
    workspace = company()
    said = read(page_of(workspace)).split("WHATWESAY")[1]
    first = "Aprototypein48hoursinsteadof9days,withtheinspectionreportinthebox."
    assert said.startswith(f"{first}AWhatcomesnext?BQuarterlycheck-inC")
    with workspace.edit("Value") as session:
        segment = commands.add(session, "All of them")
        statement = statements.add(session, segment, "48-hour prototypes")
        statements.change(session, statement, gain="A prototype sooner", before=9, after=2, unit="days")
    gains, topics = read(page_of(workspace)).split("WHATTHEYGAIN")[1].split("WHATWESAY")
    assert "Aprototypesooner:9→2days" in gains and first in topics


def test_an_incomplete_goal_is_not_on_the_page(company: Company) -> None:
    workspace = company()
    with workspace.edit("Draft") as session:
        session.scalars(select(Kgi)).one().baseline = None
    page = page_of(workspace)
    assert page.goal is None and page.months is None
    assert "60" not in read(page).split("WHYWECANWIN")[0] and "GOAL" not in read(page)


def test_tier_figures_add_up(company: Company) -> None:
    page = page_of(company(stops=5))
    assert [(tier.letter, tier.customers) for tier in page.tiers] == [("A", 3), ("B", 2), ("C", 1)]
    assert sum(tier.share for tier in page.tiers) == pytest.approx(1) and sum(group.share for group in page.industries) == pytest.approx(1)
    assert sum(group.customers for group in page.industries) == 6 and sum(group.best for group in page.industries) == 5
    assert page.tiers[0].visits == pytest.approx(6) and page.tiers[2].visits == 0 and not page.tiers[2].in_person


def test_the_load_is_told_as_a_share_of_the_field_hours(company: Company) -> None:
    workspace = company(stops=20)
    page = page_of(workspace)
    assert page.load.startswith("26 visits a month in person, ") and page.load.endswith(" of one rep’s field hours.")
    assert page.reps[0].load is not None and f"{page.reps[0].load:.0%}".replace("%", "\u00a0%") in page.load


def test_many_industries_are_summed_up_as_others(company: Company) -> None:
    workspace = company(stops=20)
    with workspace.edit("Industries") as session:
        for customer in session.scalars(select(Customer)):
            customer.industry = f"Trade {customer.id}"
    groups = page_of(workspace).industries
    assert len(groups) == 6 and groups[-1].is_rest and sum(group.customers for group in groups) == 21


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_page_is_full_whatever_there_is_to_say(company: Company, tmp_path: Path, paper: str) -> None:
    full = page_of(company(stops=20, reps=3))
    assert 50 < lowest_text(full, paper) < 110
    with Workspace.create(tmp_path / "new.asaichi", NewCompany(first_rep="A. Owner")) as new:
        assert 50 < lowest_text(page_of(new), paper) < 130
        with new.edit("Almost nothing") as session:
            for row in session.scalars(select(VisitRule).where(VisitRule.tier != "A")):
                session.delete(row)
            session.delete(session.scalars(select(Rep)).one())
        assert read(page_of(new), paper)


def test_hostile_and_endless_texts_stay_on_one_page(company: Company) -> None:
    workspace = company(names=("あ" * 5_000, "<b>Miller & Sons <i>", "W" * 400, "\u202eevil شركة", "Z" + "\u0301" * 300))
    with workspace.edit("Texts") as session:
        plan = session.scalars(select(Plan)).one()
        plan.name, plan.company_direction, plan.marketing_direction = "計画" * 200, "word " * 2_000, '<img src="file:///etc/hosts"/>' * 100
        for rule in session.scalars(select(VisitRule)):
            rule.topics = "長い話題、" * 300
        for customer in session.scalars(select(Customer)):
            customer.industry = f"{customer.id} " + "industry " * 100
    content = strategy_pdf(page_of(workspace))[0]
    assert len(PdfReader(io.BytesIO(content)).pages) == 1 and b"file:///" not in content


def test_no_customers_no_rules_no_reps_still_make_a_page(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "new.asaichi", NewCompany()) as workspace:
        with workspace.edit("Nothing") as session:
            for row in (*session.scalars(select(VisitRule)), *session.scalars(select(Rep)), *session.scalars(select(Plan))):
                session.delete(row)
        assert "Nothingtoprintyet" in read(page_of(workspace))


@pytest.mark.parametrize(("million", "words"), [(600, "(¥, millions)"), (3, "(¥, thousands)")])
def test_months_of_a_goal_in_money_are_short_figures_in_a_unit_that_is_told(company: Company, million: int, words: str) -> None:
    workspace = company()
    with workspace.edit("Money") as session:
        goal = session.scalars(select(Kgi)).one()
        goal.metric, goal.target, goal.baseline = "revenue", million * 1_000_000 * MONEY_SCALE, 400_000_000 * MONEY_SCALE
        for order in session.scalars(select(OrderLine)):
            order.amount = 1_000 * MONEY_SCALE
    chart = page_of(workspace).months
    assert chart is not None and chart.message.endswith(words)
    assert all(len(text) <= 5 for text in chart.series[0].texts)
