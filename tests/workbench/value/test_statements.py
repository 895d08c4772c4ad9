"""Value statements: weak without a customer-side number, the best three, and every command taken back by undo."""

import pytest

from models import Customer, Segment, ValueStatement
from tests.conftest import TODAY
from workbench.errors import BadInput
from workbench.targeting.filters import Condition, Group, dumped
from workbench.value import statements
from workbench.workspace import Workspace


@pytest.fixture
def served(workspace: Workspace) -> Workspace:
    """Two customers of two segments, and a third of none."""
    with workspace.edit("fill") as session:
        for number, industry in enumerate(("Medical", "Optics", "Pumps"), 1):
            name = f"Customer {number}"
            session.add(Customer(id=number, name=name, folded=name, search=name, industry=industry))
        for number, industry in enumerate(("Medical", "Optics")):
            found = dumped(Group("and", (Condition("industry", "is", industry),)))
            session.add(Segment(id=number + 1, plan_id=1, position=number, name=industry, filter=found))
    return workspace


def told(workspace: Workspace, segment: int = 1) -> statements.SegmentValue:
    with workspace.read() as session:
        return next(one for one in statements.by_segment(session) if one.id == segment)


def write(workspace: Workspace, feature: str, **values: object) -> int:
    with workspace.edit("write") as session:
        made = statements.add(session, int(values.pop("segment", 1)), feature)
        statements.change(session, made, **values)
    return made


def test_a_statement_without_a_number_of_the_customers_is_weak(served: Workspace) -> None:
    made = write(served, "Micron tolerance")
    assert told(served).statements[0].missing == ("gain", "before", "after", "unit") and told(served).weak == 1
    with served.edit("figures") as session:
        statements.change(session, made, gain="Days from drawing to price", before=" ４ ", after="10.5", unit="days")
    assert (told(served).statements[0].before, told(served).statements[0].after) == (4, 10.5)
    with served.edit("figures") as session:
        statements.change(session, made, after=1)
    assert told(served).weak == 0 and told(served).best[0].words == "Days from drawing to price: 4\u00a0→\u00a01\u00a0days"
    with served.edit("none") as session:
        statements.change(session, made, after="4")
    assert told(served).statements[0].missing == ("change",)
    with served.edit("empty") as session:
        statements.change(session, made, after="")
    assert told(served).statements[0].missing == ("after",)


def test_the_best_three_are_strong_ones_by_change_then_in_order(served: Workspace) -> None:
    write(served, "weak", gain="Peace of mind")
    for name, before, after in (("half", 10, 5), ("tenth", 10, 9), ("also half", 2, 4), ("all", 3, 0)):
        write(served, name, gain=name, before=before, after=after, unit="h")
    assert [one.feature for one in told(served).best] == ["all", "half", "also half"]
    write(served, "weak", gain="Peace of mind", segment=2)
    assert [one.words for one in told(served, 2).best] == ["Peace of mind"]


def test_every_command_is_taken_back_by_undo(served: Workspace) -> None:
    made = [write(served, name) for name in "abc"]
    for command in (
        lambda s: statements.move(s, made[2], -5),
        lambda s: statements.change(s, made[1], so_what="so", before=1.25),
        lambda s: statements.remove(s, made[0]),
        lambda s: statements.add(s, 2, "d"),
    ):
        before = served.content_hash()
        with served.edit("change") as session:
            command(session)
        after = served.content_hash()
        assert after != before
        served.undo()
        assert served.content_hash() == before
        served.redo()
        assert served.content_hash() == after
    assert [one.feature for one in told(served).statements] == ["c", "b"]
    with served.read() as session:
        assert [row.position for row in session.query(ValueStatement).filter_by(segment_id=1).order_by("position")] == [0, 1]


@pytest.mark.parametrize(
    "values",
    [{"feature": " "}, {"before": "four"}, {"after": "nan"}, {"after": "1e400"}, {"gain": "x" * 501}, {"unit": "x" * 41}],
)
def test_what_cannot_be_is_refused(served: Workspace, values: dict[str, object]) -> None:
    made = write(served, "a")
    before = served.content_hash()
    with pytest.raises(BadInput), served.edit("wrong") as session:
        statements.change(session, made, **values)
    assert served.content_hash() == before


def test_the_words_are_those_of_the_segment_most_of_the_customers_are_in(served: Workspace) -> None:
    write(served, "a", gain="for medical")
    with served.read() as session:
        assert statements.best_words(session, (2, 3)) == ""
    write(served, "b", gain="for optics", segment=2)
    with served.read() as session:
        assert statements.best_words(session, (1, 2, 2, 3)) == "for optics"
        assert statements.best_words(session, (1, 2)) == "for medical"
        assert statements.best_words(session, ()) == ""


def test_where_words_are_said_is_counted(served: Workspace) -> None:
    from models import Rep, Visit

    with served.edit("visit") as session:
        rep = session.query(Rep).first()
        session.add(Visit(customer_id=1, rep_id=rep.id, day=TODAY, start=540, end=600))
        session.add(Visit(customer_id=2, rep_id=rep.id, day=TODAY, start=640, end=700))
    with served.read() as session:
        assert statements.use(session, 1) == statements.Use(1, 1)


@pytest.mark.parametrize(
    ("value", "shown"), [(4.0, "4"), (1.25, "1.25"), (98.6, "98.6"), (1234.0, "1,234"), (0.12345, "0.123"), (None, "")]
)
def test_figures_have_the_decimals_they_need(value: float | None, shown: str) -> None:
    assert statements.figure(value) == shown
