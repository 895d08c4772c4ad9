"""What a morning sheet says."""

from collections.abc import Callable
from datetime import date, timedelta

from sqlalchemy import select

from models import ClosedDay, Customer, Kgi, Rep, RepHours, Visit, VisitRule
from workbench.documents.morning import MorningSheet, address_of, morning_sheets
from workbench.workspace import Workspace

Company = Callable[..., Workspace]
TODAY = date(2026, 11, 24)


def sheets(workspace: Workspace, day: date = TODAY) -> tuple[MorningSheet, ...]:
    with workspace.read() as session:
        return morning_sheets(session, day)


def test_the_day_in_order_with_place_contact_and_last_visit(company: Company) -> None:
    (sheet,) = sheets(company())
    assert [stop.start for stop in sheet.stops] == [560, 650, 790, 885, 960]
    first = sheet.stops[0]
    assert (first.name, first.name_local, first.contact, first.tier) == ("Hanshin Medical Devices", "阪神メディカル", "T. Endo", "A")
    assert (first.address, first.travel_minutes, first.days_since) == ("Amagasaki, Tsukaguchi 1-8", 28, 13)
    assert sheet.travel_minutes > 109 and sheet.back == 1020 + sheet.travel_minutes - 109


def test_topics_come_from_the_visit_else_the_customer_else_the_rule(company: Company) -> None:
    workspace = company()
    with workspace.edit("Topics") as session:
        visits = session.scalars(select(Visit).where(Visit.day == TODAY).order_by(Visit.start)).all()
        for visit in visits[:2]:
            visit.topics = ""
        session.get_one(Customer, visits[0].customer_id).topics = "His own topic"
    (sheet,) = sheets(workspace)
    assert [stop.topics for stop in sheet.stops[:3]] == ["His own topic", "What comes next?", "Proposal: inspection report bundled"]


def test_cancelled_and_missed_visits_are_not_on_it_and_done_ones_are(company: Company) -> None:
    workspace = company()
    with workspace.edit("Marks") as session:
        visits = session.scalars(select(Visit).where(Visit.day == TODAY).order_by(Visit.start)).all()
        visits[0].status, visits[1].status, visits[2].status = "done", "missed", "cancelled"
    (sheet,) = sheets(workspace)
    assert [(stop.start, stop.done) for stop in sheet.stops] == [(560, True), (885, False), (960, False)]


def test_the_three_sentences_name_number_customers_and_topics(company: Company) -> None:
    (sheet,) = sheets(company())
    said = sheet.sentences
    assert said.how_many.replace("\u00a0", " ") == "5 visits this week: 2 to A, 2 to B, 1 to C."
    assert [(bar.tier, bar.announced, bar.target) for bar in sheet.week] == [("", 5, 5), ("A", 2, 2), ("B", 2, 2), ("C", 1, 1)]
    assert said.whom.replace("\u00a0", " ") == "First 3 A customers, each 2 a month, then 2 B customers, each 1 a month."
    assert said.what_to_say == "A prototype in 48 hours instead of 9 days, with the inspection report in the box."


def test_the_sentences_ask_for_what_the_rules_ask_where_less_is_planned(company: Company) -> None:
    workspace = company(stops=2)
    with workspace.edit("Weekly") as session:
        for rule in session.scalars(select(VisitRule)):
            rule.visits, rule.unit = 2, "week"
    (sheet,) = sheets(workspace)
    assert sheet.sentences.how_many.replace("\u00a0", " ") == "6 visits this week: 4 to A, 2 to B."
    assert [(bar.tier, bar.announced, bar.target) for bar in sheet.week] == [("", 2, 6), ("A", 1, 4), ("B", 1, 2)]


def test_a_rule_that_asks_for_no_visit_asks_for_none(company: Company) -> None:
    workspace = company()
    with workspace.edit("Never") as session:
        for rule in session.scalars(select(VisitRule)):
            rule.visits = 0
    (sheet,) = sheets(workspace)
    assert sheet.instead == () and sheet.sentences.whom.startswith("Whoever is due")
    assert [(bar.tier, bar.target) for bar in sheet.week] == [("", 5), ("A", 2), ("B", 2), ("C", 1)]


def test_an_incomplete_goal_reaches_no_sheet(company: Company) -> None:
    workspace = company()
    assert sheets(workspace)[0].goal.startswith("60 new orders by 31 Mar 2027: 6 today. Behind the line by")
    for field in ("metric", "target", "deadline", "baseline"):
        with workspace.edit("Draft") as session:
            goal = session.scalars(select(Kgi)).one()
            kept = getattr(goal, field)
            setattr(goal, field, None)
        assert sheets(workspace)[0].goal == ""
        with workspace.edit("Whole") as session:
            setattr(session.scalars(select(Kgi)).one(), field, kept)


def test_a_holiday_says_so_and_names_the_next_day_with_visits(company: Company) -> None:
    holiday = date(2026, 11, 23)
    (sheet,) = sheets(company(), holiday)
    assert sheet.pause is not None and sheet.pause.kind == "closed" and "Labor" in sheet.pause.name
    assert sheet.next_day is not None and (sheet.next_day.day, sheet.next_day.visits, sheet.next_day.start) == (TODAY, 5, 560)


def test_weekends_own_closed_days_and_days_off_say_why(company: Company) -> None:
    workspace = company()
    with workspace.edit("Days off") as session:
        session.add(ClosedDay(first=date(2026, 12, 29), last=date(2027, 1, 4), name="Year end"))
        session.add(RepHours(rep_id=session.scalars(select(Rep)).one().id, weekday=2, start=0, end=0))
    kinds = [(sheet.pause.kind if sheet.pause else None) for day in (28, 25, 26) for sheet in sheets(workspace, date(2026, 11, day))]
    assert kinds == ["weekday", "rep", None]
    (year_end,) = sheets(workspace, date(2026, 12, 30))
    assert year_end.pause is not None and year_end.pause.name == "Year end"
    assert year_end.next_day is not None and year_end.next_day.day == date(2027, 1, 5) and year_end.next_day.visits == 0


def test_the_customer_to_see_instead_is_due_near_and_not_on_the_way_already(company: Company) -> None:
    workspace = company()
    (sheet,) = sheets(workspace)
    (hirano,) = sheet.instead
    assert (hirano.name, hirano.tier, hirano.days_ago) == ("Hirano Seiki", "A", 27)
    assert 0 < hirano.detour_minutes < 30 and hirano.reason == "last seen 27\u00a0days ago, 12\u00a0days late"
    with workspace.edit("Seen") as session:
        seen = session.scalars(select(Customer).where(Customer.name == "Hirano Seiki")).one()
        session.add(Visit(customer_id=seen.id, rep_id=seen.rep_id or 0, day=TODAY - timedelta(days=3), start=600, end=660, status="done"))
    assert sheets(workspace)[0].instead == ()


def test_addresses_name_the_city_once() -> None:
    def address(city: str, street: str) -> str:
        return address_of(Customer(city=city, address=street, prefecture=""))

    assert address("Ikoma", "Higashi-Ikoma 2-3") == "Ikoma, Higashi-Ikoma 2-3"
    assert address("Nara", "2-11 Sanjo-machi, Nara") == "2-11 Sanjo-machi, Nara"
    assert address("奈良市", "三条町2-11") == "奈良市三条町2-11"
    assert address("奈良市", "奈良県奈良市三条町2-11") == "奈良県奈良市三条町2-11"
    assert address("", "") == ""


def test_a_sheet_a_rep_in_their_order_without_those_who_left(company: Company) -> None:
    workspace = company(reps=3)
    with workspace.edit("Leaves") as session:
        reps = session.scalars(select(Rep).order_by(Rep.position)).all()
        reps[0].position, reps[1].active = 9, False
    assert [sheet.rep for sheet in sheets(workspace)] == ["S. Morita 2", "S. Morita"]


def test_a_day_that_ends_elsewhere_is_over_when_the_rep_is_there(company: Company) -> None:
    workspace = company()
    with workspace.edit("Ends at the last customer") as session:
        last = session.scalars(select(Visit).where(Visit.day == TODAY).order_by(Visit.start)).all()[-1]
        place = session.get_one(Customer, last.customer_id)
        rep = session.get_one(Rep, last.rep_id)
        rep.start_lat, rep.start_lng, rep.starts_at = place.lat, place.lng, "office"
    (sheet,) = sheets(workspace)
    assert sheet.back == 1020 and sheet.travel_minutes == 109
