"""Segments: whoever passes several filters counts once, figures add up, commands are one undo step each, any text is kept as typed."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import Customer, CustomerTag, Deal, Segment
from tests.conftest import TODAY
from tests.workbench.targeting.crowd import Fact, crowd, holds
from tests.workbench.targeting.test_filters import trees
from workbench import clock
from workbench.errors import BadInput
from workbench.goals.kgi import current_plan
from workbench.targeting import commands
from workbench.targeting.asking import matching
from workbench.targeting.filters import Condition, Group, dumped
from workbench.targeting.intervals import wilson
from workbench.targeting.segments import Overview, counting_in, members, overview
from workbench.workspace import NewCompany, Workspace

HOSTILE = ["<b>&amp;\"'", "%s {name} {0}", "; DROP TABLE segment", "\u202eabc", "👩\u200d🔬" * 20, "見込み\n客", "a" * 80]
OPTICS = Group("and", (Condition("industry", "is", "Optics"),))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, tuple[Fact, ...]]]:
    with Workspace.create(tmp_path_factory.mktemp("segments") / "crowd.asaichi", NewCompany(name="Crowd", first_rep="Morita")) as opened:
        yield opened, crowd(opened)


def seen(workspace: Workspace) -> Overview:
    with workspace.read() as session:
        return overview(session)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some=st.lists(trees, max_size=4))
def test_the_first_filter_by_order_counts_and_the_parts_add_up(made: tuple[Workspace, tuple[Fact, ...]], some: list[Group]) -> None:
    workspace, facts = made
    with clock.fixed_today(TODAY):
        with workspace.edit("Others") as session:
            plan = current_plan(session)
            assert plan is not None
            session.query(Segment).delete()
            session.add_all(Segment(plan_id=plan.id, position=n, name=f"S{n}", filter=dumped(tree)) for n, tree in enumerate(some))
        ranked = sum(fact.revenue > 0 for fact in facts)
        counted: dict[int | None, list[Fact]] = {}
        for fact in facts:
            first = next((place for place, tree in enumerate(some) if holds(tree, fact, ranked)), None)
            counted.setdefault(first, []).append(fact)
        shown = seen(workspace)
        assert (shown.customers, shown.revenue) == (len(facts), sum(fact.revenue for fact in facts))
        assert shown.rest_customers == len(counted.get(None, []))
        for place, view in enumerate(shown.segments):
            own = counted.get(place, [])
            assert (view.customers, view.revenue) == (len(own), sum(fact.revenue for fact in own))
            won, lost = sum(fact.won for fact in own), sum(fact.lost for fact in own)
            assert (view.win and (view.win.won, view.win.decided)) == ((won, won + lost) if won + lost else None)
            with workspace.read() as session:
                assert view.matches == len(matching(session, some[place]))
                assert [m.id for m in members(session, view.id, 999)] == [
                    fact.id for fact in sorted(own, key=lambda fact: (-fact.revenue, fact.id))
                ]
        with workspace.read() as session:
            sql, values = counting_in(session, frozenset(view.id for view in shown.segments))
            union = session.connection().exec_driver_sql(f"SELECT count(*) FROM customer c WHERE {sql}", values).scalar_one()
        assert union == sum(view.customers for view in shown.segments)


def test_archived_customers_count_nowhere(workspace: Workspace) -> None:
    crowd(workspace, 20)
    with workspace.edit("Optics") as session:
        commands.add(session, "Optics", OPTICS)
    before = seen(workspace).segments[0].customers
    with workspace.edit("Archive") as session:
        session.query(Customer).filter(Customer.industry == "Optics").first().archived = True  # type: ignore[union-attr]
    assert seen(workspace).segments[0].customers == before - 1 and seen(workspace).customers == 19


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_kept_and_undone(workspace: Workspace, text: str) -> None:
    with workspace.edit("A customer") as session:
        session.add(Customer(name="X", folded="x", search="x", industry=text))
        session.flush()
        session.add(CustomerTag(customer_id=1, tag=text))
    before = workspace.content_hash()
    tree = Group("and", (Condition("industry", "is", text), Condition("tag", "has", text), Condition("industry", "contains", text[1:4])))
    with workspace.edit("Add") as session:
        commands.add(session, text, tree, "primary", text)
    view = seen(workspace).segments[0]
    assert (view.name, view.reason, view.customers) == (" ".join(text.split()), text.strip(), 1)
    assert text in view.sentence
    workspace.undo()
    assert workspace.content_hash() == before
    workspace.redo()
    assert seen(workspace).segments[0].customers == 1


def test_each_command_is_one_step_back(workspace: Workspace) -> None:
    with workspace.edit("Add") as session:
        ids = [commands.add(session, name, OPTICS) for name in "abc"]
    steps = [
        (commands.rename, (ids[0], "first")),
        (commands.set_note, (ids[0], "buys small lots")),
        (commands.set_filter, (ids[0], Group("not", (Condition("tier", "is", "A"),)))),
        (commands.move, (ids[2], 0)),
        (commands.decide, (ids[1], "later", "too far")),
        (commands.remove, (ids[1],)),
    ]
    for command, words in steps:
        before = workspace.content_hash()
        with workspace.edit("Step") as session:
            command(session, *words)  # type: ignore[operator]
        after = workspace.content_hash()
        assert after != before, command
        workspace.undo()
        assert workspace.content_hash() == before, command
        workspace.redo()
        assert workspace.content_hash() == after, command
    assert [view.name for view in seen(workspace).segments] == ["c", "first"]


@pytest.mark.parametrize("place", [-5, 0, 1, 2, 99])
def test_moving_puts_a_segment_where_it_is_wanted(workspace: Workspace, place: int) -> None:
    with workspace.edit("Add") as session:
        ids = [commands.add(session, name) for name in "abc"]
        commands.move(session, ids[0], place)
    wanted = {-5: "abc", 0: "abc", 1: "bac", 2: "bca", 99: "bca"}[place]
    assert "".join(view.name for view in seen(workspace).segments) == wanted


def test_what_cannot_be_is_refused(workspace: Workspace) -> None:
    with workspace.edit("Add") as session:
        segment = commands.add(session, "One")
    for command, words in (
        (commands.add, ("  ",)),
        (commands.rename, (segment, "")),
        (commands.rename, (segment, "x" * 81)),
        (commands.decide, (segment, "perhaps")),
        (commands.set_note, (segment, "x" * 2_001)),
    ):
        with pytest.raises(BadInput), workspace.edit("No") as session:
            command(session, *words)  # type: ignore[operator]


def test_a_filter_that_cannot_be_read_counts_nobody_and_is_told(workspace: Workspace) -> None:
    crowd(workspace, 10)
    with workspace.edit("Add") as session:
        commands.add(session, "Broken")
        session.query(Segment).one().filter = '{"xor": []}'
    view = seen(workspace).segments[0]
    assert (view.customers, view.matches, view.tree) == (0, 0, None) and view.problem == "This filter cannot be read. Build it anew."


def test_win_rates_carry_their_interval(workspace: Workspace) -> None:
    with workspace.edit("Deals") as session:
        session.add(Customer(name="X", folded="x", search="x", industry="Optics"))
        session.flush()
        for stage in ("won", "won", "won", "lost", "lost", "lost", "lost", "talk", "proposal"):
            session.add(Deal(customer_id=1, title="", stage=stage, amount=0, opened=TODAY - timedelta(days=9)))
        commands.add(session, "Optics", OPTICS)
    win = seen(workspace).segments[0].win
    assert win is not None and (win.won, win.decided, round(win.rate, 3)) == (3, 7, 0.429)
    assert (round(win.low, 3), round(win.high, 3)) == (0.186, 0.711)


def test_the_interval_is_wilsons() -> None:
    assert [round(x, 4) for x in wilson(0, 10)] == [0.0, 0.2129] and [round(x, 4) for x in wilson(10, 10)] == [0.7871, 1.0]
    assert wilson(0, 0) == (0.0, 1.0)
    for hits in range(41):
        low, high = wilson(hits, 40)
        rate = hits / 40
        for edge in (low, high):
            if 0 < edge < 1 and hits not in (0, 40):
                assert abs(rate - edge) == pytest.approx(1.6448536269514722 * (edge * (1 - edge) / 40) ** 0.5)


def test_there_is_nothing_without_a_segment(workspace: Workspace) -> None:
    shown = seen(workspace)
    assert shown.segments == () and shown.customers == shown.rest_customers == 0
