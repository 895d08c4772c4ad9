"""Is it possible: hours of rules and funnel against the hours there are, and ways that lead to what they promise."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from models import Kgi, Rep
from workbench.goals import kgi, stages
from workbench.goals.overview import GoalsOverview, overview
from workbench.goals.possible import team_load
from workbench.goals.ways import CADENCE, CHANNEL, DEADLINE, HAND_OVER, SHORTER, Way, take
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    with create_sample(tmp_path / "kitagawa.asaichi") as opened:
        yield opened


def look(workspace: Workspace) -> GoalsOverview:
    with workspace.read() as session:
        return overview(session)


def loads(way_or_load) -> list[int]:
    return [round(100 * rep.load) for rep in way_or_load.reps]


def test_the_sample_is_enough_for_the_team_and_not_for_one(sample: Workspace) -> None:
    shown = look(sample)
    assert [s.month for s in shown.funnel.stages] == [64, 16, 10]
    assert round(100 * shown.load.load) == 98 and loads(shown.load) == [114, 91, 85]
    assert shown.load.beyond == pytest.approx(64 - shown.load.by_rules)
    new = shown.ground.travel + 60
    assert shown.load.beyond_hours == pytest.approx(shown.load.beyond * new / 60)


def test_there_are_at_least_four_ways_and_the_one_that_closes_comes_first(sample: Workspace) -> None:
    found = look(sample).ways
    assert {way.kind for way in found} == {HAND_OVER, CHANNEL, SHORTER, CADENCE}
    assert found[0].kind == HAND_OVER and found[0].closes and not any(way.closes for way in found[1:])
    assert [(one.name, one.tier) for one in found[0].handed] == [("Moriguchi Motors", "A"), ("Yawata Gauge", "B")]


def test_every_way_taken_leads_to_what_it_said_and_one_undo_takes_it_back(sample: Workspace) -> None:
    before = sample.content_hash()
    for way in look(sample).ways:
        with sample.edit("take") as session:
            take(session, 1, way)
        then = look(sample).load
        assert then.needed == pytest.approx(way.then.needed) and [r.needed for r in then.reps] == pytest.approx(
            [r.needed for r in way.then.reps]
        )
        sample.undo()
        assert sample.content_hash() == before


def later(workspace: Workspace) -> Way:
    return next(way for way in look(workspace).ways if way.kind == DEADLINE)


def test_a_later_deadline_is_offered_where_the_plan_allows_it(sample: Workspace) -> None:
    assert DEADLINE not in {way.kind for way in look(sample).ways}
    with sample.edit("sooner") as session:
        kgi.set_deadline(session, 1, date(2027, 1, 31))
    way = later(sample)
    assert way.deadline > date(2027, 1, 31) and way.saves > 0
    with sample.edit("take") as session:
        take(session, 1, way)
        assert session.get_one(Kgi, 1).deadline == way.deadline
    assert look(sample).load.needed == pytest.approx(way.then.needed)


def test_a_longer_cadence_saves_where_the_rules_ask_for_more_than_the_funnel(sample: Workspace) -> None:
    with sample.edit("goal") as session:
        stages.set_rate(session, 1, 0, 1.0)
        for rep in session.query(Rep):
            rep.field_hours = 6
    way = next(way for way in look(sample).ways if way.kind == CADENCE)
    assert way.saves > 5 and way.tier == "B" and (way.rule.every, way.rule.unit) == (6, "week")


def test_a_draft_needs_what_its_rules_need(sample: Workspace) -> None:
    with sample.edit("draft") as session:
        session.get_one(Kgi, 1).target = None
    shown = look(sample)
    assert shown.funnel is None and shown.load.beyond == 0 and round(100 * shown.load.load) == 80


def test_both_ends_of_the_interval_have_their_hours(sample: Workspace) -> None:
    shown = look(sample)
    low, high = shown.ends
    assert low.load > shown.load.load > high.load
    assert low.needed == team_load(shown.ground, shown.funnel, visits=shown.funnel.ends.at_low).needed


def test_a_change_of_the_goal_reads_neither_orders_nor_customers_again(sample: Workspace) -> None:
    before = look(sample)
    asked: list[str] = []
    with sample.read() as session:
        engines = [session.connection().engine]
    with sample.edit("look") as session:
        engines.append(session.connection().engine)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    with sample.edit("goal") as session:
        kgi.set_target(session, 1, 58 * 10_000)
    with sample.read() as session:
        after = overview(session, before)
    assert after.progress.target == 58 * 10_000 and {way.kind for way in after.ways} >= {HAND_OVER, CHANNEL}
    read = [sql for sql in asked if ("order_line" in sql or " customer " in sql) and "EXISTS" not in sql and "LIMIT 1" not in sql]
    assert read == []
    with sample.read() as session:
        assert after == overview(session)
