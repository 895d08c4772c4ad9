"""The months of a goal: every split adds up, fixed and past months stay, what a begun month was is kept."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from models import Company, Kgi, KgiMonth, KgiMonthChange
from models.base import MONEY_SCALE
from tests.workbench.goals.test_goals import UNIT, add_orders, complete, goal
from workbench import clock, formatting
from workbench.errors import BadInput
from workbench.goals import kgi, months
from workbench.goals.month_parts import filled
from workbench.goals.split import Frame, Part, Split, moved, split, weights_of
from workbench.workspace import Workspace

NOV, DEC, JAN, MAR = date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 3, 1)


def now(workspace: Workspace) -> Split:
    with workspace.read() as session:
        found = split(session, 1)
    assert found is not None
    return found


def units(workspace: Workspace) -> list[float]:
    return [part.target / UNIT for part in now(workspace).parts]


def change(workspace: Workspace, command, *args) -> None:
    with workspace.edit("change") as session:
        command(session, 1, *args)


def test_ten_thousand_random_splits_add_up_and_moved_months_leave_the_kept_ones() -> None:
    random = Random(4)
    refused = 0
    for _ in range(10_000):
        metric = random.choice(["orders", "new_customers", "revenue", "profit", "growth"])
        digits = 0 if metric in kgi.COUNTED else formatting.currency_digits(random.choice(["JPY", "EUR", "USD", "KWD", "CLF", "HUF"]))
        step = MONEY_SCALE // 10**digits
        first = date(2026, 1, 1) + timedelta(days=random.randrange(700))
        frame = Frame(
            1,
            metric,
            random.choice(["even", "season", "hand"]),
            first,
            first + timedelta(days=random.randrange(1, 400)),
            random.randrange(1, 10 ** random.randrange(1, 14)) * step,
            step,
        )
        spans = frame.months()
        season = random.choice([None, [float(random.randrange(0, 10**9)) for _ in spans]])
        parts = filled(frame.total, [None] * len(spans), weights_of(frame, season if season and any(season) else None), step)
        assert parts is not None and sum(parts) == frame.total and all(p >= 0 and p % step == 0 for p in parts)
        found = Split(
            1,
            frame.mode,
            frame.total,
            step,
            False,
            False,
            tuple(
                Part(month, days, part, random.random() < 0.25, True, random.random() < 0.25)
                for (month, days), part in zip(spans, parts, strict=True)
            ),
        )
        place = random.randrange(len(spans))
        wanted = random.randrange(0, frame.total // step + 1) * step
        try:
            made = moved(found, place, wanted)
        except BadInput:
            refused += 1
            assert not found.movable(place) or wanted > found.most(place)
            continue
        assert sum(made) == frame.total and made[place] == wanted and all(p >= 0 and p % step == 0 for p in made)
        kept = [i for i, p in enumerate(found.parts) if i != place and (p.fixed or p.over)]
        assert all(made[i] == parts[i] for i in kept)
    assert 1000 < refused < 9000


@pytest.mark.parametrize("currency", ["JPY", "EUR", "KWD"])
def test_every_mode_adds_up_in_a_file_of_any_currency(workspace: Workspace, currency: str) -> None:
    add_orders(workspace, [date(2025, 10, d) for d in range(1, 15)] + [date(2026, 1, d) for d in range(1, 6)], 33_333_333)
    with workspace.edit("goal") as session:
        session.query(Company).one().currency = currency
        kgi.set_metric(session, 1, "revenue")
        kgi.set_target(session, 1, 10_000_010_000)
        kgi.set_baseline(session, 1, 1)
    for mode in ("season", "even", "hand", "season"):
        change(workspace, months.set_split, mode)
        found = now(workspace)
        assert sum(p.target for p in found.parts) == 10_000_010_000 and all(p.target % found.step == 0 for p in found.parts)


def test_a_completed_goal_stores_its_months_and_a_part_month_counts_by_its_days(workspace: Workspace) -> None:
    complete(workspace)
    with workspace.read() as session:
        assert session.query(KgiMonth).count() == 6
    assert units(workspace) == [10] * 6
    change(workspace, kgi.set_deadline, date(2027, 1, 15))
    assert [p.first for p in now(workspace).parts] == [date(2026, 10, 1), NOV, DEC, JAN]
    assert units(workspace) == [10, 20, 20, 10]


def test_a_file_without_months_shows_the_split_of_its_mode(workspace: Workspace) -> None:
    complete(workspace)
    with workspace.edit("older file") as session:
        session.query(KgiMonth).delete()
    assert units(workspace) == [10] * 6 and sum(units(workspace)) == 60


def test_the_others_make_up_the_difference_and_fixed_and_past_months_stay(workspace: Workspace) -> None:
    complete(workspace)
    change(workspace, months.fix_month, MAR)
    change(workspace, months.set_month, DEC, 16 * UNIT)
    assert units(workspace) == [10, 8, 16, 8, 8, 10] and now(workspace).mode == "hand"
    change(workspace, kgi.set_target, 66 * UNIT)
    assert units(workspace)[0] == 10 and units(workspace)[5] == 10 and sum(units(workspace)) == 66
    with pytest.raises(BadInput, match="December 2026 can take 0 to 46"):
        change(workspace, months.set_month, DEC, 47 * UNIT)
    for month in (NOV, JAN, date(2027, 2, 1)):
        change(workspace, months.fix_month, month)
    with pytest.raises(BadInput, match="No other month"):
        change(workspace, months.set_month, DEC, 5 * UNIT)
    change(workspace, months.fix_month, JAN, False)
    change(workspace, months.set_month, DEC, 5 * UNIT)
    assert sum(units(workspace)) == 66


def test_a_begun_month_keeps_what_it_was_with_day_and_reason(workspace: Workspace) -> None:
    complete(workspace)
    change(workspace, months.set_month, NOV, 15 * UNIT)
    [was] = now(workspace).parts[1].was
    assert (was.target, was.until, was.reason) == (10 * UNIT, date(2026, 11, 24), "")
    assert not any(p.was for p in now(workspace).parts[2:])
    with workspace.edit("why") as session:
        months.set_reason(session, was.id, "  a large order\ncame  early ")
    assert now(workspace).parts[1].was[0].reason == "a large order came early"
    change(workspace, months.set_month, NOV, 17 * UNIT)
    assert [w.target for w in now(workspace).parts[1].was] == [10 * UNIT]
    change(workspace, months.set_month, NOV, 10 * UNIT)
    assert now(workspace).parts[1].was == ()
    with clock.fixed_today(date(2026, 12, 5)):
        change(workspace, months.set_month, DEC, 20 * UNIT)
        assert [len(p.was) for p in now(workspace).parts] == [0, 0, 1, 0, 0, 0]


def test_a_target_changed_in_november_leaves_october_as_it_was(workspace: Workspace) -> None:
    complete(workspace)
    change(workspace, kgi.set_target, 30 * UNIT)
    assert units(workspace) == [10, 4, 4, 4, 4, 4]
    assert [[w.target // UNIT for w in p.was] for p in now(workspace).parts] == [[], [10], [], [], [], []]
    change(workspace, kgi.set_target, 6 * UNIT)
    assert sum(units(workspace)) == 6 and now(workspace).parts[0].was[0].target == 10 * UNIT


def test_another_metric_forgets_months_and_changes(workspace: Workspace) -> None:
    complete(workspace)
    change(workspace, months.set_month, NOV, 15 * UNIT)
    change(workspace, kgi.set_metric, "new_customers")
    with workspace.read() as session:
        assert session.query(KgiMonth).count() == session.query(KgiMonthChange).count() == 0


def test_undo_brings_the_months_back(workspace: Workspace) -> None:
    complete(workspace)
    before = workspace.content_hash()
    for command, *args in (
        (months.set_split, "hand"),
        (months.set_month, NOV, 15 * UNIT),
        (months.fix_month, DEC),
        (kgi.set_target, 70 * UNIT),
    ):
        change(workspace, command, *args)
        assert workspace.content_hash() != before
        workspace.undo()
        assert workspace.content_hash() == before


def test_what_cannot_be_is_refused(workspace: Workspace) -> None:
    with pytest.raises(BadInput, match="draft"):
        change(workspace, months.set_month, NOV, UNIT)
    complete(workspace)
    for command, *args in ((months.set_split, "wild"), (months.set_month, date(2030, 1, 1), UNIT), (months.set_month, NOV, -UNIT)):
        with pytest.raises(BadInput):
            change(workspace, command, *args)
    assert goal(workspace).complete and replace(now(workspace), mode="season") == now(workspace)
    with workspace.read() as session:
        assert session.get_one(Kgi, 1).split == "season"
