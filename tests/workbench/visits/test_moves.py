"""What a plan would change beside what stands."""

from datetime import timedelta

from tests.workbench.visits.tasks import MONDAY
from workbench.visits.moves import Move, Slot, Standing, counted, moves
from workbench.visits.problem import PlannedVisit


def planned(customer: int, day: int, start: int = 600, visit_id: int | None = None) -> PlannedVisit:
    when = MONDAY + timedelta(days=day)
    return PlannedVisit(customer, 1, when, start, start + 60, 10, 5.0, visit_id is not None, when, "due", visit_id)


def slot(day: int, start: int = 600) -> Slot:
    return Slot(MONDAY + timedelta(days=day), start, 1)


def test_each_visit_is_added_moved_dropped_or_kept() -> None:
    standing = [Standing(1, 10, slot(0)), Standing(2, 11, slot(0, 700)), Standing(3, 12, slot(1)), Standing(4, 14, slot(2))]
    found = moves(standing, [planned(10, 0), planned(11, 3), planned(13, 1), planned(14, 2, visit_id=4)])
    assert found == (
        Move("dropped", 12, slot(1), None),
        Move("moved", 11, slot(0, 700), slot(3)),
        Move("added", 13, None, slot(1)),
        Move("kept", 10, slot(0), slot(0)),
        Move("kept", 14, slot(2), slot(2)),
    )
    assert counted(found) == "1 added · 1 moved · 1 dropped · 2 kept"


def test_a_customer_seen_often_keeps_what_it_can() -> None:
    standing = [Standing(1, 10, slot(0)), Standing(2, 10, slot(7)), Standing(3, 10, slot(14))]
    found = moves(standing, [planned(10, 1), planned(10, 7, 660), planned(10, 14)])
    assert found == (
        Move("moved", 10, slot(0), slot(1)),
        Move("moved", 10, slot(7), slot(7, 660)),
        Move("kept", 10, slot(14), slot(14)),
    )
