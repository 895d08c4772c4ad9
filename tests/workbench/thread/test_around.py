"""Walking the red thread: from anything up to the goal and down to a visit, in at most six steps."""

import pytest
from sqlalchemy.orm import Session

from models import Segment, Strategy, Visit
from tests.conftest import TODAY
from tests.workbench.thread.twin import AIMED, CARRIED, DAY, HARM, MEDICAL, NARA, SATO, whole
from workbench.thread.around import ACTION, CUSTOMER, NOTHING, RULE, SEGMENT, STRATEGY, VISIT, Around, Knot, around
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample

KINDS = {"strategy": STRATEGY, "segment": SEGMENT, "tier": RULE, "customer": CUSTOMER, "visit": VISIT, "action": ACTION}
MOST_STEPS = 6


@pytest.fixture
def sound(workspace: Workspace) -> Workspace:
    with workspace.edit("fill") as session:
        whole(session)
    return workspace


def seen(workspace: Workspace, kind: str, key: int | str) -> tuple[list[str], list[str]]:
    with workspace.read() as session:
        found = around(session, kind, key)
    return [knot.words for knot in found.above], [knot.words for knot in found.below]


def test_a_strategy_comes_from_the_goal_and_leads_to_segment_and_visit(sound: Workspace) -> None:
    assert seen(sound, STRATEGY, AIMED) == (["12 new orders"], ["Segment Medical", "Visit to Sato Dental, 25 Nov"])
    assert seen(sound, STRATEGY, CARRIED) == (["12 new orders"], ["Action: Price table"])


def test_a_segment_comes_from_its_strategy_and_leads_to_rule_and_visit(sound: Workspace) -> None:
    above, below = seen(sound, SEGMENT, MEDICAL)
    assert above == ["SO 48-hour prototypes", "12 new orders"]
    assert below == ["tier A: 2 a month", "Visit to Sato Dental, 25 Nov"]


def test_a_rule_comes_from_the_segments_whose_customers_it_is_for(sound: Workspace) -> None:
    assert seen(sound, RULE, "A") == (["Segment Medical", "12 new orders"], ["1 customer", "Visit to Sato Dental, 25 Nov"])
    assert seen(sound, RULE, "B") == (["Segment Optics", "12 new orders"], ["1 customer"])
    assert seen(sound, RULE, "N") == (["12 new orders"], [])


def test_a_visit_comes_from_customer_rule_and_segment(sound: Workspace) -> None:
    above, below = seen(sound, VISIT, 2)
    assert above == ["Sato Dental", "tier A: 2 a month", "Segment Medical", "12 new orders"]
    assert below == ["Morning sheet of 25 Nov"]


def test_an_action_comes_from_what_it_serves_and_leads_to_the_next_visit_of_who_does_it(sound: Workspace) -> None:
    assert seen(sound, ACTION, 1) == (["SO Bundle the reports", "12 new orders"], ["Visit to Sato Dental, 25 Nov"])
    with sound.edit("loose") as session:
        HARM["loose"](session)
    assert seen(sound, ACTION, 2)[0] == []


def test_a_customer_counts_in_the_first_segment_it_passes(sound: Workspace) -> None:
    assert seen(sound, CUSTOMER, NARA)[0] == ["tier B: 1 a month", "Segment Optics", "12 new orders"]
    with sound.edit("order") as session:
        session.get_one(Segment, MEDICAL).filter = session.get_one(Segment, 2).filter
        session.add(Visit(customer_id=NARA, rep_id=1, day=TODAY + 3 * DAY, start=540, end=600))
    assert seen(sound, CUSTOMER, NARA) == (
        ["tier B: 1 a month", "Segment Medical", "12 new orders"],
        ["Visit to Nara Optics, 27 Nov"],
    )
    assert seen(sound, CUSTOMER, SATO)[0] == ["tier A: 2 a month", "12 new orders"]


def test_what_is_gone_has_nothing_around_it(sound: Workspace) -> None:
    with sound.read() as session:
        for kind, key in ((STRATEGY, 99), (SEGMENT, 99), (RULE, "?"), (CUSTOMER, 99), (VISIT, 99), (ACTION, 99)):
            assert around(session, kind, key) == NOTHING


def steps_to(session: Session, start: tuple[str, int | str], up: bool, pane: str) -> int | None:
    """The fewest steps from a thing along what its pane shows to a thing of `pane`."""
    at, seen_before, steps = {start}, {start}, 0
    while at and steps < MOST_STEPS:
        steps += 1
        knots = [knot for kind, key in at for knot in _one_way(around(session, kind, key), up)]
        if any(knot.pane == pane for knot in knots):
            return steps
        at = {thing for knot in knots if (thing := _thing(knot)) is not None} - seen_before
        seen_before |= at
    return None


def _one_way(found: Around, up: bool) -> tuple[Knot, ...]:
    return found.above if up else found.below


def _thing(knot: Knot) -> tuple[str, int | str] | None:
    return next(((KINDS[name], value) for name, value in knot.where.items() if name in KINDS), None)


def test_everything_of_the_sample_is_walked_up_to_the_goal_and_down_to_a_visit(tmp_path) -> None:
    with create_sample(tmp_path / "sample.asaichi") as sample, sample.read() as session:
        ask = session.connection().exec_driver_sql
        things = [(STRATEGY, row[0]) for row in ask("SELECT id FROM strategy WHERE position < 3")]
        things += [(SEGMENT, row[0]) for row in ask("SELECT id FROM segment WHERE decision IN ('primary', 'secondary')")]
        things += [(ACTION, row[0]) for row in ask("SELECT id FROM action WHERE status IN ('open', 'doing')")]
        things += [(RULE, tier) for tier in "AB"]
        assert len(things) == 3 + 3 + 6 + 2
        for thing in things:
            assert steps_to(session, thing, False, "plan") is not None, thing
            assert steps_to(session, thing, True, "goals") is not None, thing
        for row in ask("SELECT id FROM visit WHERE status = 'planned'").fetchall():
            assert steps_to(session, (VISIT, row[0]), True, "goals") is not None, row
        assert session.query(Strategy).count() == 4
