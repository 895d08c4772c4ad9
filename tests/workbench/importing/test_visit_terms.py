"""Opening hours, closed weekdays, frequency and duration of visits in a customer list."""

import pytest

from models import Customer, CustomerHours, CustomerRule
from workbench.customers.hours import hours_of, set_hours
from workbench.importing.run import import_list, plan_import
from workbench.importing.values.frequency import NotOften, often_cell, parse_minutes, parse_often
from workbench.importing.values.opening import NotHours, hours_cell, parse_hours, parse_weekdays


@pytest.mark.parametrize(("text", "cell"), [
    ("Mon-Fri 9:00-12:00, 13:00-17:00", "Mon-Fri 9:00-12:00, 13:00-17:00"), ("月〜金 9:00〜17:00", "Mon-Fri 9:00-17:00"),
    ("平日9時から17時半、土 9-12", "Mon-Fri 9:00-17:30; Sat 9:00-12:00"), ("10:00〜19:00（水曜定休）", "Mon-Tue 10:00-19:00; Thu-Sun 10:00-19:00"),
    ("Mon-Fri 9am-5pm; Sun closed", "Mon-Fri 9:00-17:00"), ("Fri-Mon 9-12", "Mon 9:00-12:00; Fri-Sun 9:00-12:00"), ("24時間", "Mon-Sun 0:00-24:00"),
])  # fmt: skip
def test_opening_hours_are_read_and_written_back(text: str, cell: str) -> None:
    assert hours_cell(parse_hours(text)) == cell and parse_hours(cell) == parse_hours(text)


@pytest.mark.parametrize("text", ["abc", "18:00-2:00", "月", "9:70-10:00", "closed", "", "12-9"])
def test_no_opening_hours(text: str) -> None:
    with pytest.raises(NotHours):
        parse_hours(text)


def test_weekdays_on_which_it_is_closed() -> None:
    assert (parse_weekdays("日曜"), parse_weekdays("土日祝"), parse_weekdays("なし")) == ({6}, {5, 6}, frozenset())
    for text in ("第2土曜", "不定休", "9-17"):
        with pytest.raises(NotHours):
            parse_weekdays(text)


@pytest.mark.parametrize(("text", "often"), [
    ("2/month", (2, 1, "month")), ("月2回", (2, 1, "month")), ("every 3 weeks", (1, 3, "week")), ("twice a month", (2, 1, "month")),
    ("隔週", (1, 2, "week")), ("3週に1回", (1, 3, "week")), ("2ヶ月に1回", (1, 2, "month")), ("年4回", (1, 1, "quarter")), ("半年に1回", (1, 2, "quarter")),
    ("1回/月", (1, 1, "month")), ("weekly", (1, 1, "week")),
])  # fmt: skip
def test_how_often(text: str, often: tuple[int, int, str]) -> None:
    assert parse_often(text) == often and parse_often(often_cell(*often)) == often


def test_neither_how_often_nor_how_long() -> None:
    for text in ("5", "月", "40/week", "0/month", "sometimes"):
        with pytest.raises(NotOften):
            parse_often(text)
    assert [parse_minutes(text) for text in ("45", "45分", "1h30", "1:30", "1.5時間")] == [45, 45, 90, 90, 90]
    for text in ("3", "9999", "long", ""):
        with pytest.raises(NotOften):
            parse_minutes(text)


def test_a_japanese_list_is_guessed_and_wrong_cells_are_told_by_line(workspace, listed) -> None:
    text = "得意先名,営業時間,定休日,訪問頻度,所要時間\n北川,9:00〜17:00,土日祝,月2回,45分\n南,いつでも,日曜,たまに,長い\n東,9-17,日,週1回,30\n西,9-17,日,週1回,30\n"
    result = import_list(workspace, listed(text))
    assert {"hours", "closed", "often", "minutes"} <= result.preview.mapping.keys()
    assert [(p.line, p.code, p.value) for p in result.preview.faults] == [
        (3, "left_empty", value) for value in ("いつでも", "たまに", "長い")
    ]
    with workspace.read() as session:
        north, south = (session.query(Customer).filter_by(name=name).one().id for name in ("北川", "南"))
        assert hours_cell(hours_of(session, north)) == "Mon-Fri 9:00-17:00"
        assert hours_cell(hours_of(session, south)) == "Mon-Sat 0:00-24:00"
        rule = session.query(CustomerRule).filter_by(customer_id=north).one()
        assert (rule.visits, rule.every, rule.unit, rule.duration, rule.least_gap) == (2, 1, "month", 45, None)
        assert session.query(CustomerRule).filter_by(customer_id=south).count() == 0


def test_a_later_list_changes_what_differs_and_leaves_what_was_set_by_hand(workspace, listed) -> None:
    head = "Customer number,Customer name,Opening hours,Visit frequency\n"
    import_list(workspace, listed(head + "K1,North,Mon-Fri 9:00-17:00,2/month\nK2,South,Mon-Fri 9:00-17:00,2/month\n"))
    with workspace.edit("by hand") as session:
        set_hours(session, 2, {0: ((600, 720),)})
    later = listed(head + "K1,North,Mon-Fri 9:00-12:00,1/month\nK2,South,Mon-Fri 9:00-17:00,\n")
    preview = plan_import(workspace, later)
    assert (preview.counts.updated, preview.counts.unchanged) == (1, 1) and [one.field for one in preview.kept] == ["hours"]
    import_list(workspace, later)
    with workspace.read() as session:
        assert hours_cell(hours_of(session, 1)) == "Mon-Fri 9:00-12:00" and hours_cell(hours_of(session, 2)) == "Mon 10:00-12:00"
        assert [rule.visits for rule in session.query(CustomerRule).order_by(CustomerRule.customer_id)] == [1, 2]
    workspace.undo()
    with workspace.read() as session:
        assert hours_cell(hours_of(session, 1)) == "Mon-Fri 9:00-17:00" and session.query(CustomerHours).count() == 14
