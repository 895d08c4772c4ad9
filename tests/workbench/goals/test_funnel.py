"""The funnel: rates from the file's own visits and deals with their interval, backwards from the goal, by rep and week."""

from datetime import date

import pytest

from models import Customer, Deal, FunnelStage, Rep, Visit
from tests.workbench.goals.test_goals import UNIT, add_orders, complete
from workbench.errors import BadInput
from workbench.goals import kgi, stages
from workbench.goals.funnel import Funnel, funnel
from workbench.goals.ground import ground
from workbench.goals.rates import counted
from workbench.targeting.intervals import wilson
from workbench.workspace import Workspace


def now(workspace: Workspace) -> Funnel:
    with workspace.read() as session:
        found = funnel(session, 1, ground(session))
    assert found is not None
    return found


def change(workspace: Workspace, command, *args) -> None:
    with workspace.edit("change") as session:
        command(session, 1, *args)


def fill(workspace: Workspace, visits: list[date], deals: list[tuple[str, date]]) -> None:
    with workspace.edit("rows") as session:
        if session.get(Customer, 1) is None:
            session.add(Customer(id=1, name="A", folded="a", search="a"))
            session.flush()
        session.add_all(Visit(customer_id=1, rep_id=1, day=day, start=600, end=660, status="done") for day in visits)
        session.add_all(Deal(customer_id=1, title="x", stage=stage, amount=1, opened=day, closed=day) for stage, day in deals)


def test_wilson_is_the_known_interval() -> None:
    assert [round(end, 2) for end in wilson(9, 24)] == [0.23, 0.54] and [round(end, 2) for end in wilson(12, 36)] == [0.22, 0.47]
    assert wilson(0, 0) == (0.0, 1.0) and wilson(0, 10)[0] == 0.0 and wilson(10, 10)[1] == 1.0


def test_a_visit_leads_to_a_proposal_until_before_the_next_visit(workspace: Workspace) -> None:
    visits = [date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1)]
    fill(
        workspace,
        visits,
        [("won", date(2026, 3, 1)), ("proposal", date(2026, 4, 30)), ("talk", date(2026, 5, 2)), ("lost", date(2026, 7, 1))],
    )
    with workspace.read() as session:
        found = counted(session)
    assert (found["visit", "proposal"].hits, found["visit", "proposal"].cases) == (3, 4)
    assert (found["visit", "order"].hits, found["visit", "order"].cases) == (1, 4)
    assert (found["proposal", "order"].hits, found["proposal", "order"].cases) == (1, 2)


def test_visits_before_the_first_deal_in_the_file_are_no_cases(workspace: Workspace) -> None:
    fill(workspace, [date(2025, 12, 1), date(2026, 1, 1), date(2026, 3, 1)], [("proposal", date(2026, 2, 1))])
    with workspace.read() as session:
        assert counted(session)["visit", "proposal"].cases == 1


def test_backwards_from_an_average_month(workspace: Workspace) -> None:
    complete(workspace, 60)
    change(workspace, stages.set_rate, 0, 0.38)
    change(workspace, stages.set_rate, 1, 1 / 3)
    found = now(workspace)
    assert [s.month for s in found.stages] == [79, 30, 10] and [s.name for s in found.stages] == ["Visits", "Proposals", "Orders"]
    assert found.lacks == "" and found.ends is None and found.orders_a_month == 10


def test_a_revenue_goal_goes_through_the_average_order(workspace: Workspace) -> None:
    add_orders(workspace, [date(2026, 6, d) for d in (1, 2, 3, 4)], 250 * UNIT)
    with workspace.edit("goal") as session:
        kgi.set_metric(session, 1, "revenue")
    assert now_or_none(workspace) is None
    change(workspace, kgi.set_target, 6000 * UNIT)
    assert now(workspace).orders_a_month == 4 and now(workspace).stages[-1].month == 4
    assert now(workspace).lacks == "rate"


def now_or_none(workspace: Workspace) -> Funnel | None:
    with workspace.read() as session:
        return funnel(session, 1, ground(session))


def test_without_orders_a_revenue_goal_says_that_no_average_is_known(workspace: Workspace) -> None:
    with workspace.edit("goal") as session:
        kgi.set_metric(session, 1, "revenue")
        kgi.set_target(session, 1, 6000 * UNIT)
        kgi.set_baseline(session, 1, 0)
    assert now(workspace).lacks == "average" and now(workspace).visits is None


def test_few_cases_are_called_uncertain_with_both_ends(workspace: Workspace) -> None:
    complete(workspace)
    fill(workspace, [date(2026, m, 1) for m in range(3, 10)], [("proposal", date(2026, m, 1)) for m in (3, 5, 7)])
    change(workspace, stages.set_rate, 1, 0.5)
    found = now(workspace)
    rate = found.stages[0].rate
    assert rate.counted.hits == 3 and rate.counted.cases == 7 and rate.uncertain
    assert found.ends.uncertain and found.ends.at_high < found.visits < found.ends.at_low
    assert found.ends.at_low == -(-20 // rate.low)


def test_reps_share_by_hours_or_by_hand_with_the_largest_remainder(workspace: Workspace) -> None:
    complete(workspace)
    with workspace.edit("reps") as session:
        session.get_one(Rep, 1).field_hours = 20
        session.add(Rep(id=2, name="B", position=1, field_hours=10))
        session.add(Rep(id=3, name="C", position=2, field_hours=10))
    change(workspace, stages.set_rate, 0, 0.5)
    change(workspace, stages.set_rate, 1, 0.5)
    found = now(workspace)
    assert found.visits == 40 and found.stages[0].reps == (20, 10, 10) and not found.shares_by_hand
    assert found.stages[0].week == sum(found.stages[0].rep_weeks) and found.stages[2].reps == (5, 3, 2)
    change(workspace, stages.set_share, 2, 40.0)
    found = now(workspace)
    assert [round(s.percent) for s in found.reps] == [40, 40, 20] and found.shares_by_hand and found.stages[0].reps == (16, 16, 8)
    change(workspace, stages.share_by_hours)
    assert now(workspace).stages[0].reps == (20, 10, 10)


def test_stages_are_added_renamed_moved_and_removed(workspace: Workspace) -> None:
    complete(workspace)
    before = workspace.content_hash()
    change(workspace, stages.add_stage, 1)
    change(workspace, stages.rename_stage, 1, " Trial\n batch ")
    assert [s.name for s in now(workspace).stages] == ["Visits", "Trial batch", "Proposals", "Orders"]
    assert now(workspace).stages[0].rate.value is None and now(workspace).lacks == "rate"
    change(workspace, stages.move_stage, 1, 2)
    assert [s.name for s in now(workspace).stages] == ["Visits", "Proposals", "Trial batch", "Orders"]
    change(workspace, stages.remove_stage, 2)
    for name in ("D", "E", "F"):
        change(workspace, stages.add_stage, 1)
        change(workspace, stages.rename_stage, 1, name)
    with pytest.raises(BadInput, match="at most 6"):
        change(workspace, stages.add_stage, 1)
    for place in (1, 1, 1, 0):
        change(workspace, stages.remove_stage, place)
    with pytest.raises(BadInput, match="at least 2"):
        change(workspace, stages.remove_stage, 0)
    while workspace.content_hash() != before and workspace.next_labels()[0]:
        workspace.undo()
    assert workspace.content_hash() == before


def test_a_stage_that_lost_its_next_one_asks_its_rate_anew(workspace: Workspace) -> None:
    complete(workspace)
    change(workspace, stages.set_rate, 0, 0.4)
    change(workspace, stages.add_stage, 1)
    change(workspace, stages.remove_stage, 1)
    with workspace.read() as session:
        assert [row.rate for row in session.query(FunnelStage).order_by(FunnelStage.position)] == [None, None, None]


def test_what_cannot_be_is_refused(workspace: Workspace) -> None:
    complete(workspace)
    for command, *args in (
        (stages.set_rate, 0, 0.0),
        (stages.set_rate, 0, 1.5),
        (stages.set_rate, 2, 0.5),
        (stages.remove_stage, 2),
        (stages.move_stage, 0, 2),
        (stages.rename_stage, 0, "x" * 41),
        (stages.rename_stage, 9, "x"),
        (stages.set_share, 1, 50.0),
        (stages.set_share, 99, 50.0),
    ):
        with pytest.raises(BadInput):
            change(workspace, command, *args)
