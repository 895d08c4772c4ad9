"""Who is visited and who is served from the desk: segments before tiers, and all that has to obey in the same undo step."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select

from models import Customer, CustomerTier, Segment, Visit, VisitRule
from tests.conftest import TODAY
from tests.workbench.targeting.crowd import Fact, crowd, holds
from tests.workbench.targeting.test_filters import trees
from workbench import clock
from workbench.customers import listing
from workbench.customers.listing import Filters, shelf
from workbench.customers.sheet import customer_sheet
from workbench.customers.tier_overview import overview as tier_overview
from workbench.documents.exports import export
from workbench.documents.morning import morning_sheets
from workbench.documents.strategy_figures import carriers
from workbench.documents.strategy_figures import tiers as printed_tiers
from workbench.errors import BadInput
from workbench.goals.kgi import current_plan
from workbench.goals.overview import overview as goals_overview
from workbench.goals.ways import CHANNEL, HAND_OVER, take
from workbench.targeting import commands
from workbench.targeting.filters import Condition, Group, dumped
from workbench.targeting.segments import counting_in, overview
from workbench.visits import place
from workbench.visits.capacity import capacity, customers_by_rep_and_tier
from workbench.visits.cards import visit_cards
from workbench.visits.channel import DESK, OF_RULE, VISIT, by_segment, channel_sql, of_customer
from workbench.visits.load import load_problem
from workbench.visits.plan import apply_plan, plan_visits
from workbench.workspace import NewCompany, Workspace
from workbench.workspace.sample import create_sample

CHANNELS = ("", VISIT, DESK)
RULES = {"A": VISIT, "B": DESK, "C": DESK, "N": VISIT}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, tuple[Fact, ...]]]:
    with Workspace.create(tmp_path_factory.mktemp("channel") / "crowd.asaichi", NewCompany(name="Crowd", first_rep="Morita")) as opened:
        with opened.edit("Rules") as session:
            for rule in session.scalars(select(VisitRule)):
                rule.channel = RULES[rule.tier]
        yield opened, crowd(opened)


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    with create_sample(tmp_path / "kitagawa.asaichi") as opened:
        yield opened


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some=st.lists(st.tuples(trees, st.sampled_from(CHANNELS)), max_size=4))
def test_the_first_segment_decides_else_the_tier(made: tuple[Workspace, tuple[Fact, ...]], some: list[tuple[Group, str]]) -> None:
    workspace, facts = made
    with clock.fixed_today(TODAY):
        with workspace.edit("Others") as session:
            plan = current_plan(session)
            assert plan is not None
            session.query(Segment).delete()
            for position, (tree, channel) in enumerate(some):
                session.add(Segment(plan_id=plan.id, position=position, name=f"S{position}", filter=dumped(tree), channel=channel))
        ranked = sum(fact.revenue > 0 for fact in facts)
        set_by, counts = {}, {}
        for fact in facts:
            first = next((n for n, (tree, _) in enumerate(some) if holds(tree, fact, ranked)), None)
            set_by[fact.id] = (some[first][1], f"S{first}") if first is not None and some[first][1] else ("", "")
            key = (fact.rep or None, fact.tier or "N", set_by[fact.id][0])
            counts[key] = counts.get(key, 0) + 1
        with workspace.read() as session:
            assert by_segment(session) == {key: channel for key, (channel, _) in set_by.items() if channel}
            assert customers_by_rep_and_tier(session) == counts
            sql, values = channel_sql(session, OF_RULE)
            rows = session.connection().exec_driver_sql(
                f"SELECT c.id, {sql} FROM customer c LEFT JOIN customer_tier t ON t.customer_id = c.id "
                "LEFT JOIN visit_rule r ON r.tier = coalesce(t.tier, 'N')",
                values,
            )
            found = {row[0]: row[1] for row in rows}
            for fact in facts:
                channel, name = set_by[fact.id]
                asked = of_customer(session, fact.id)
                assert (asked.channel, asked.segment) == (channel or RULES[fact.tier or "N"], name)
                assert found[fact.id] == asked.channel
            first, last = TODAY, TODAY + timedelta(days=90)
            assert {c.id for c in load_problem(session, first, last).customers} <= {
                key for key, channel in found.items() if channel == VISIT
            }
            assert tier_overview(session).curve.now == counts


def members(workspace: Workspace, segment: int) -> list[int]:
    with workspace.read() as session:
        sql, values = counting_in(session, frozenset((segment,)))
        return [row[0] for row in session.connection().exec_driver_sql(f"SELECT c.id FROM customer c WHERE {sql} ORDER BY 1", values)]


def ahead(workspace: Workspace, customers: list[int]) -> int:
    with workspace.read() as session:
        query = select(Visit).where(Visit.customer_id.in_(customers), Visit.status == "planned", Visit.day >= clock.today())
        return len(session.scalars(query).all())


def test_a_segment_on_the_desk_leaves_plan_hours_and_print_in_one_step(sample: Workspace) -> None:
    own, before = members(sample, 1), sample.content_hash()
    day = clock.today()
    with sample.read() as session:
        visits = overview(session).segments[0].visits
        customer = session.scalars(select(CustomerTier).where(CustomerTier.customer_id.in_(own), CustomerTier.tier == "A")).first()
        assert customer is not None
        seen = customer_sheet(session, customer.customer_id)
        locked = {v.id for v in session.scalars(select(Visit).where(Visit.locked, Visit.customer_id.in_(own), Visit.status == "planned"))}
    assert seen is not None and seen.visited and visits > 0 and ahead(sample, own) > len(locked)
    with sample.edit("Place") as session:
        gone = place.serve(session, 1, DESK)
    assert gone > 0 and ahead(sample, own) == len(locked)
    with sample.read() as session:
        found = capacity(session)
        shown = overview(session).segments[0]
        as_tiers = {(rep, tier, ""): 0 for rep, tier, _ in customers_by_rep_and_tier(session)}
        for (rep, tier, _), count in customers_by_rep_and_tier(session).items():
            as_tiers[rep, tier, ""] += count
        assert capacity(session, as_tiers).needed_hours - found.needed_hours == pytest.approx(visits * found.mean_travel_minutes / 60)
        assert shown.visits == 0 and shown.calls > visits and (shown.visited, shown.called) == (0, len(own))
        after = customer_sheet(session, customer.customer_id)
        assert after is not None and not after.visited and after.desk_segment == "Medical devices" and after.due is None
        planned = plan_visits(session, day, 8)
        assert not {visit.customer_id for visit in planned.plan.visits if not visit.locked} & set(own)
        for card in (card for cards in visit_cards(session, day, day + timedelta(days=90)).values() for card in cards):
            assert card.customer_id not in own or card.locked
        for sheet in morning_sheets(session, day + timedelta(days=1)):
            assert not {stop.customer_id for stop in sheet.stops} & (set(own) - set(locked))
        place_row = place.place(session).segments[0]
        assert place_row.channel == DESK and place_row.driven == 0 and place_row.saved > 5
    sample.undo()
    assert sample.content_hash() == before


def test_travel_of_the_days_is_told_anew_where_a_stop_fell_out(sample: Workspace) -> None:
    with sample.edit("Place") as session:
        place.serve(session, 1, DESK)
    with sample.edit("Again") as session:
        result = plan_visits(session, clock.today(), 4)
        apply_plan(session, result)
        rows = {(v.customer_id, v.day): v.travel_minutes for v in session.scalars(select(Visit).where(Visit.status == "planned"))}
    assert rows
    with sample.edit("Place") as session:
        place.serve(session, 2, DESK)
    from workbench.visits.commands import refresh_days

    with sample.edit("Reckon") as session:
        query = select(Visit).where(Visit.status == "planned", Visit.day >= clock.today())
        told = {v.id: v.travel_minutes for v in session.scalars(query)}
        refresh_days(session, {(v.rep_id, v.day) for v in session.scalars(query)})
        assert {v.id: v.travel_minutes for v in session.scalars(query)} == told


def test_a_segment_visited_brings_customers_of_a_desk_tier_into_the_plan(sample: Workspace) -> None:
    own = members(sample, 1)
    with sample.read() as session:
        called = [key for key in own if not of_customer(session, key).visited]
        three_months = clock.today() + timedelta(days=90)
        assert called and not {c.id for c in load_problem(session, clock.today(), three_months).customers if c.due} & set(called)
        reps = {one.name: one.customers for one in carriers(session, capacity(session), clock.today())}
    with sample.edit("Place") as session:
        assert place.serve(session, 1, VISIT) == 0
    with sample.read() as session:
        assert set(called) <= {c.id for c in load_problem(session, clock.today(), three_months).customers if c.due}
        assert {of_customer(session, key).channel for key in own} == {VISIT}
        printed = {tier.letter: tier for tier in printed_tiers(session)}
        assert printed["C"].in_person and printed["C"].called == printed["C"].customers - len(called)
        assert printed["C"].channel == f"in person, {printed['C'].called} from the desk"
        assert sum(one.customers for one in carriers(session, capacity(session), clock.today())) == sum(reps.values()) + len(called)


def test_a_tier_on_the_desk_takes_its_visits_out_but_not_those_of_segments_that_are_visited(sample: Workspace) -> None:
    before = sample.content_hash()
    with sample.read() as session:
        tiers = {t.customer_id: t.tier for t in session.scalars(select(CustomerTier))}
    kept = [key for key in members(sample, 3) if tiers[key] == "B"]
    others = [key for key, tier in tiers.items() if tier == "B" and key not in kept]
    assert ahead(sample, kept) and ahead(sample, others)
    with sample.edit("Segment") as session:
        place.serve(session, 3, VISIT)
    there = ahead(sample, kept)
    with sample.edit("Tier") as session:
        assert place.serve(session, "B", DESK) > 0
    assert ahead(sample, kept) == there
    with sample.read() as session:
        rows = session.scalars(select(Visit).where(Visit.customer_id.in_(others), Visit.status == "planned", Visit.day >= clock.today()))
        assert all(row.locked for row in rows)
    sample.undo()
    sample.undo()
    assert sample.content_hash() == before


def test_another_order_or_filter_of_segments_takes_out_only_whom_it_sends_to_the_desk(sample: Workspace) -> None:
    with sample.edit("Everybody to the desk, last of all") as session:
        everybody = commands.add(session, "Everybody", Group("and", (Condition("revenue", "above", -1),)))
        commands.set_channel(session, everybody, DESK)
    with sample.read() as session:
        optics = [key for key in members(sample, 2) if of_customer(session, key).visited]
    assert ahead(sample, optics)
    with sample.edit("Move up") as session:
        commands.move(session, everybody, 1)
    with sample.read() as session:
        rows = session.scalars(select(Visit).where(Visit.customer_id.in_(optics), Visit.status == "planned", Visit.day >= clock.today()))
        assert all(row.locked for row in rows)
    assert ahead(sample, members(sample, 1)) > 0


def test_ways_leave_whom_a_segment_decides_and_lead_to_what_they_say(sample: Workspace) -> None:
    with sample.edit("Place") as session:
        place.serve(session, 4, DESK)
        place.serve(session, 2, VISIT)
        for rule in session.scalars(select(VisitRule).where(VisitRule.tier == "A")):
            rule.duration = 90
    machinery = set(members(sample, 4))
    with sample.read() as session:
        shown = goals_overview(session)
    assert {HAND_OVER, CHANNEL} <= {way.kind for way in shown.ways}
    for way in shown.ways:
        assert not {one.customer_id for one in way.handed} & machinery
        with sample.edit("take") as session:
            take(session, 1, way)
        with sample.read() as session:
            then = goals_overview(session).load
        assert then.needed == pytest.approx(way.then.needed)
        assert [rep.needed for rep in then.reps] == pytest.approx([rep.needed for rep in way.then.reps])
        sample.undo()


def test_who_is_on_the_desk_is_not_behind_its_cadence(sample: Workspace) -> None:
    with sample.read() as session:
        late = shelf(session, Filters(cadences=frozenset({"behind"}))).ids
    assert late
    with sample.edit("Place") as session:
        name = session.get_one(Customer, late[0]).industry
        segment = commands.add(session, "Late ones", Group("and", (Condition("industry", "is", name),)))
        commands.move(session, segment, 0)
        commands.set_channel(session, segment, DESK)
    with sample.read() as session:
        assert late[0] not in shelf(session, Filters(cadences=frozenset({"behind"}))).ids
        assert not listing.lines(session, [late[0]])[late[0]].late


def test_without_a_segment_that_decides_nothing_more_is_asked(sample: Workspace) -> None:
    asked: list[str] = []
    with sample.read() as session:
        engine = session.connection().engine
        event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
        assert channel_sql(session, OF_RULE) == (OF_RULE, ()) and by_segment(session) == {}
    assert len(asked) == 1 and "FROM segment" in asked[0] and "LIMIT" in asked[0]


def test_only_channels_that_are_some(sample: Workspace) -> None:
    before = sample.content_hash()
    for key in (1, "A"):
        with pytest.raises(BadInput), sample.edit("Place") as session:
            place.serve(session, key, "pigeon")
    assert sample.content_hash() == before


def test_the_strategy_document_says_how_segments_and_tiers_are_served(sample: Workspace, tmp_path: Path) -> None:
    from pypdf import PdfReader

    with sample.edit("Place") as session:
        place.serve(session, 1, DESK)
    export(sample, "strategy-document", "pdf", tmp_path / "strategy.pdf")
    said = " ".join(" ".join(page.extract_text() for page in PdfReader(tmp_path / "strategy.pdf").pages).split())
    assert "Channel: phone, online" in said and "in person, 4 from the desk" in said
