"""Choices, fields and forms: signals are the user's only, errors stand under their field."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from views.widgets import (
    Banner,
    Button,
    Combo,
    DateField,
    Facet,
    FacetList,
    Field,
    Form,
    Label,
    LineEdit,
    SegmentedControl,
    TimeField,
    Weekdays,
)
from views.widgets.dates import CalendarPopup
from workbench.errors import BadInput

FIELDS = [
    Field("name", "Name", required=True),
    Field("unit", "Unit", "choice", options=(("v", "Visits"), ("o", "Orders"))),
    Field("number", "Number", "integer", bounds=(1, 99)),
    Field("hours", "Hours", "time_range"),
    Field("days", "Days", "weekdays"),
]


def _caught(signal: object) -> list[tuple[object, ...]]:
    seen: list[tuple[object, ...]] = []
    signal.connect(lambda *given: seen.append(given))
    return seen


def test_segments_tell_only_what_the_user_chose(qtbot: QtBot) -> None:
    control = SegmentedControl([("m", "Morita 5"), ("u", "Ueda 3"), ("t", "Tani 2")], "m")
    qtbot.addWidget(control)
    control.resize(control.sizeHint())
    seen = _caught(control.chosen)
    control.set_value("u")
    assert seen == []
    qtbot.mouseClick(control, Qt.MouseButton.LeftButton, pos=control.boxes()[2].center().toPoint())
    qtbot.keyClick(control, Qt.Key.Key_Left)
    assert seen == [("t",), ("u",)]
    assert control.value() == "u"


def test_a_combo_is_silent_when_set_and_ignores_the_wheel(qtbot: QtBot) -> None:
    combo = Combo([("a", "Alpha"), ("b", "Beta")], "a")
    qtbot.addWidget(combo)
    seen = _caught(combo.chosen)
    combo.set_value("b")
    combo.set_options([("b", "Beta"), ("c", "Gamma")])
    assert (combo.value(), seen) == ("b", [])
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert seen == [("c",)]


def test_a_time_typed_short_is_read_and_told_once(qtbot: QtBot) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    seen = _caught(field.edited)
    field.set_value(540)
    assert (field.text(), seen) == ("09:00", [])
    field.selectAll()
    qtbot.keyClicks(field, "930")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), seen) == ("09:30", [(570,)])


def test_a_day_that_cannot_be_read_is_marked_and_not_told(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    seen = _caught(field.edited)
    qtbot.keyClicks(field, "soon")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (seen, field.property("wrong"), field.value()) == ([], True, None)
    field.selectAll()
    qtbot.keyClicks(field, "fri")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (seen, field.property("wrong")) == ([(date(2026, 11, 27),)], False)


def test_the_calendar_picks_by_keys(qtbot: QtBot) -> None:
    popup = CalendarPopup(date(2026, 11, 30))
    qtbot.addWidget(popup)
    seen = _caught(popup.picked)
    qtbot.keyClick(popup.grid, Qt.Key.Key_PageDown)
    qtbot.keyClick(popup.grid, Qt.Key.Key_Right)
    qtbot.keyClick(popup.grid, Qt.Key.Key_Return)
    assert seen == [(date(2026, 12, 31),)]


def test_a_form_is_silent_when_filled_and_tells_what_is_typed(qtbot: QtBot) -> None:
    form = Form(FIELDS)
    qtbot.addWidget(form)
    seen = _caught(form.edited)
    values = {"name": "北川", "unit": "o", "number": 60, "hours": (540, 1080), "days": frozenset({0, 1})}
    form.set_values(values)
    assert (form.values(), seen) == (values, [])
    composed = QInputMethodEvent()
    composed.setCommitString("精密")
    QApplication.sendEvent(form.control("name"), composed)
    assert seen[-1] == ("name", "北川精密")
    qtbot.keyClick(form.control("days"), Qt.Key.Key_Space)
    assert seen[-1] == ("days", frozenset({1}))


def test_check_counts_errors_and_goes_to_the_first(qtbot: QtBot) -> None:
    form = Form(FIELDS)
    qtbot.addWidget(form)
    form.show()
    form.control("number").setText("100")
    assert not form.check()
    assert list(form.problems()) == ["name", "number"]
    assert form.problems_text() == "2 fields need a look"
    assert "At most 99" in form.problems()["number"]
    assert form.focusWidget() is form.control("name")
    qtbot.keyClicks(form.control("name"), "K")
    assert list(form.problems()) == ["number"]
    form.set_values({"number": 9})
    assert form.check()


def test_an_error_offers_a_fix_of_one_click(qtbot: QtBot) -> None:
    form = Form(FIELDS)
    qtbot.addWidget(form)
    form.set_values({"hours": (1080, 540)})
    form.set_error(
        "hours",
        "The day ends before it begins.",
        "Did you mean 9:00 to 18:00?",
        "Swap them",
        lambda: form.set_values({"hours": (540, 1080)}),
    )
    assert form.control("hours").accessibleDescription() == "The day ends before it begins."
    qtbot.mouseClick(form._blocks["hours"].error.link, Qt.MouseButton.LeftButton)
    assert form.value("hours") == (540, 1080)


def test_set_values_leaves_the_field_being_typed_in(qtbot: QtBot) -> None:
    form = Form(FIELDS)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    form.focus("name")
    qtbot.waitUntil(form.control("name").hasFocus)
    qtbot.keyClicks(form.control("name"), "half")
    form.set_values({"name": "from the file"})
    assert form.value("name") == "half"


def test_undo_is_the_fields_only_while_it_holds_typed_text(qtbot: QtBot) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    field = LineEdit("as saved")
    qtbot.addWidget(field)

    def takes_undo() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        field.event(event)
        return event.isAccepted()

    assert not takes_undo()
    qtbot.keyClicks(field, "x")
    assert takes_undo()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not takes_undo()


def test_facets_keep_their_checks_and_tell_only_clicks(qtbot: QtBot) -> None:
    facets = FacetList("Tier")
    qtbot.addWidget(facets)
    seen = _caught(facets.chosen)
    facets.set_rows([Facet("A", "81 %", "12", "A"), Facet("B", "15 %", "19", "B")])
    facets.set_values(["A"])
    facets.set_rows([Facet("A", "80 %", "11", "A"), Facet("B", "15 %", "19", "B"), Facet("C", "4 %", "29", "C")])
    assert (facets.values(), seen) == (("A",), [])
    qtbot.mouseClick(facets._rows[2][1], Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    assert seen == [(("A", "C"),)]


def test_a_banner_shows_what_can_be_mended_and_lets_bugs_pass(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    with banner.shows_errors():
        raise BadInput("No customer names.", "list.csv, row 1", "Choose the column that holds them.")
    assert banner.text() == "No customer names. (list.csv, row 1) Choose the column that holds them."
    with banner.shows_errors():
        pass
    assert banner.text() == ""
    try:
        with banner.shows_errors():
            raise ZeroDivisionError
    except ZeroDivisionError:
        return
    raise AssertionError("a bug was swallowed")


def test_a_cut_label_tells_the_whole_without_reading_markup(qtbot: QtBot) -> None:
    label = Label("<b>Kitagawa</b> Precision & Sons of Osaka", elide=True)
    qtbot.addWidget(label)
    label.show()
    label.resize(60, 19)
    assert "&lt;b&gt;Kitagawa&lt;/b&gt; Precision &amp; Sons" in label.toolTip()
    label.resize(900, 19)
    assert label.toolTip() == ""
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_button_shows_an_ampersand_and_its_key(qtbot: QtBot) -> None:
    button = Button("Tiers & rules", key="Ctrl T")
    qtbot.addWidget(button)
    assert (button.words(), button.accessibleName(), button.accessibleDescription()) == ("Tiers & rules", "Tiers & rules", "Ctrl T")
    wide = button.sizeHint().width()
    button.set_text("T")
    assert button.sizeHint().width() < wide


def test_weekdays_are_silent_when_set(qtbot: QtBot) -> None:
    days = Weekdays()
    qtbot.addWidget(days)
    days.resize(days.sizeHint())
    seen = _caught(days.edited)
    days.set_value({0, 4})
    assert (days.value(), seen) == (frozenset({0, 4}), [])
    qtbot.mouseClick(days, Qt.MouseButton.LeftButton, pos=days.boxes()[4].center().toPoint())
    assert seen == [(frozenset({0}),)]


def test_the_first_arrow_chooses_an_end_where_nothing_is_chosen_yet(qtbot: QtBot) -> None:
    for key, end in ((Qt.Key.Key_Right, "m"), (Qt.Key.Key_Left, "t")):
        control = SegmentedControl([("m", "Morita 5"), ("u", "Ueda 3"), ("t", "Tani 2")])
        qtbot.addWidget(control)
        control.set_value("")
        qtbot.keyClick(control, key)
        assert control.value() == end
