"""What is told about one customer, and the list's rows as text."""

from datetime import timedelta

import pytest

from models import Deal, Visit
from tests.conftest import TODAY
from workbench.customers import commands, orders, tiering
from workbench.customers.clipboard import rows_as_text
from workbench.customers.facets import facets
from workbench.customers.listing import Filters, shelf
from workbench.customers.orders import Line, Order
from workbench.customers.sheet import customer_sheet
from workbench.targeting.commands import add as add_segment
from workbench.targeting.filters import Condition, Group
from workbench.workspace import Workspace

MONEY = 10_000


@pytest.fixture
def told(workspace: Workspace) -> Workspace:
    """Alder with orders, visits and deals; Birch a prospect."""
    with workspace.edit("fill") as session:
        one = commands.add_customer(session, {"name": "Alder", "city": "大阪市北区", "prefecture": "大阪府", "address": "梅田1"}, 1)
        commands.add_customer(session, {"name": '=HYPERLINK("x")', "contact": "+49 30"}, None)
        for days, status, note in ((20, "missed", ""), (40, "done", "Wants\nreports"), (2, "planned", "")):
            session.add(Visit(customer_id=one, rep_id=1, day=TODAY - timedelta(days=days), start=600, end=660, status=status, note=note))
        session.add(Visit(customer_id=one, rep_id=1, day=TODAY + timedelta(days=2), start=910, end=970, topics="sleeves"))
        session.add(Deal(customer_id=one, title="Gauge blocks", stage="talk", amount=1_900_000 * MONEY, opened=TODAY))
        session.add(
            Deal(
                customer_id=one,
                title="Plates",
                stage="lost",
                amount=1,
                opened=TODAY,
                closed=TODAY - timedelta(days=30),
                lost_reason="too slow",
            )
        )
        orders.save_order(
            session, one, Order(TODAY - timedelta(days=60), "S1", (Line("sleeves", 2_000_000 * MONEY), Line("rings", 400_000 * MONEY)))
        )
        tiering.retier(session)
    return workspace


def test_the_sheet_tells_everything_newest_first(told: Workspace) -> None:
    with told.read() as session:
        sheet = customer_sheet(session, 1)
    assert sheet is not None and sheet.name == "Alder" and sheet.tier == "A" and "No. 1" in sheet.why
    assert [(e.mark, e.title, e.text) for e in sheet.history.events] == [
        ("absent", "No log yet.", ""),
        ("absent", "Missed.", ""),
        ("lost", "Lost", "Plates: too slow"),
        ("met", "Met.", "Wants reports"),
        ("order", "Order", "sleeves, rings, ¥\u00a02.4\u00a0million"),
    ]
    assert (sheet.history.visits, sheet.history.orders, sheet.history.more) == (1, 1, False)
    assert sheet.days == 40 and sheet.late_days == 22 and sheet.due is not None and sheet.due < TODAY
    assert sheet.next_visit is not None and (sheet.next_visit.start, sheet.next_visit.topics) == (910, "sleeves")
    assert [d.title for d in sheet.deals] == ["Gauge blocks"]
    assert sheet.standing is not None and (sheet.standing.before, sheet.standing.upto, sheet.standing.a_percent) == (0, 100, 80)


def test_the_history_comes_in_pages(told: Workspace) -> None:
    with told.read() as session:
        sheet = customer_sheet(session, 1, events=2)
        assert sheet is not None and len(sheet.history.events) == 2 and sheet.history.more
        assert customer_sheet(session, 99) is None


def test_a_prospect_says_so(told: Workspace) -> None:
    with told.read() as session:
        sheet = customer_sheet(session, 2)
    assert sheet is not None and (sheet.tier, sheet.why, sheet.standing, sheet.next_visit) == ("N", "A prospect: no order yet.", None, None)


def test_rows_as_text_hold_no_formula(told: Workspace) -> None:
    with told.read() as session:
        text = rows_as_text(session, [2, 1, 77])
    head, prospect, customer = text.rstrip("\n").split("\n")
    assert head.split("\t")[:3] == ["Number", "Tier", "Name"]
    assert prospect.split("\t")[2] == '\'=HYPERLINK("x")' and prospect.split("\t")[7] == "'+49 30"
    assert customer.split("\t")[9] == "2400000" and customer.split("\t")[11] == "2026-11-26"


def test_facets_and_the_shelf_agree(told: Workspace) -> None:
    with told.edit("A segment") as session:
        add_segment(session, "First", Group("and", (Condition("tier", "is", "N"),)))
    with told.read() as session:
        counted = facets(session)
        for key in ("tiers", "segments", "reps", "cadences", "places"):
            choices = getattr(counted, key)
            assert sum(choice.count for choice in choices) == counted.customers == 2
            for choice in choices:
                assert len(shelf(session, Filters(**{key: frozenset({choice.value})})).ids) == choice.count, (key, choice)


@pytest.mark.parametrize(
    "sort", ["name", "tier", "revenue", "industry", "city", "rep", "last_visit", "next_visit", "number", "phone", "contact"]
)
def test_every_sort_holds_everyone_both_ways(told: Workspace, sort: str) -> None:
    with told.read() as session:
        up, down = shelf(session, Filters(), sort, False).ids, shelf(session, Filters(), sort, True).ids
    assert sorted(up) == sorted(down) == [1, 2]
    if sort in ("revenue", "last_visit"):
        assert down == [1, 2]
