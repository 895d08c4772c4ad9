"""The customers pane as an owner uses it: search, facets, several at once, the sheet, forms, the empty state."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from models import Customer, CustomerHours, CustomerTag, CustomerTier, OrderLine
from tests.views.driving import Drive
from views.panes.customers.facet_panel import FacetPanel
from views.panes.customers.pane import CustomersPane
from views.settings import CUSTOMER_COLUMNS, Settings
from workbench.customers import commands
from workbench.customers.facets import facets
from workbench.customers.hours import set_hours
from workbench.customers.listing import Filters
from workbench.workspace import Workspace


@pytest.fixture
def pane(drive: Drive) -> CustomersPane:
    """The pane on the sample company."""
    return drive.open("customers")


def names(pane: CustomersPane) -> list[str]:
    return [line.name for place in range(len(pane.rows.rows)) if (line := pane.rows.line(place)) is not None]


def one(drive: Drive, name: str) -> Customer:
    with drive.workspace.read() as session:
        return session.query(Customer).filter(Customer.name == name).one()


def steps(drive: Drive) -> list[str]:
    return [step.label for step in drive.workspace.history()]


def test_the_list_shows_everyone_with_the_most_revenue_first(drive: Drive, pane: CustomersPane) -> None:
    assert len(pane.rows.rows) == 60 and names(pane)[0] == "Hanshin Medical Devices"
    assert drive.shown("60 customers") and drive.shown("68.4") and pane.sheet.name.value() == "Hanshin Medical Devices"


def test_a_search_follows_the_keys_and_esc_ends_it(drive: Drive, pane: CustomersPane) -> None:
    drive.press("/")
    drive.type("平野")
    assert names(pane) == ["Hirano Seiki"] and drive.shown("1 of 60 customers") and pane.sheet.name.value() == "Hirano Seiki"
    drive.press("Esc")
    assert len(pane.rows.rows) == 60
    drive.type("no such customer")
    assert pane.rows.rows == [] and drive.shown("No customer is like this.") and not pane.sheet.isVisible()


def test_facets_narrow_together_and_all_customers_ends_them(drive: Drive, pane: CustomersPane) -> None:
    drive.click("A 81 % 12")
    assert len(pane.rows.rows) == 12
    drive.click("Kenji Ueda 20")
    shown = [pane.rows.line(place) for place in range(len(pane.rows.rows))]
    assert 0 < len(shown) < 12 and {line.rep for line in shown if line} == {"K. Ueda"} and {line.tier for line in shown if line} == {"A"}
    drive.click("All customers 60")
    assert len(pane.rows.rows) == 60 and pane.filters() == Filters()


def test_a_header_sorts(drive: Drive, pane: CustomersPane) -> None:
    place = next(i for i, column in enumerate(pane.rows.columns) if column.key == "name")
    header = pane.table.horizontalHeader()
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, header.rect().topLeft() + _inside(header, place)
    )
    drive.settle()
    assert names(pane) == sorted(names(pane), key=lambda name: one(drive, name).folded)


def _inside(header, section):
    from PySide6.QtCore import QPoint

    return QPoint(header.sectionViewportPosition(section) + 20, 10)


def test_arrows_move_the_row_and_the_sheet_follows(drive: Drive, pane: CustomersPane) -> None:
    pane.table.setFocus()
    drive.press("Down")
    drive.press("Down")
    assert pane.sheet.name.value() == names(pane)[2]
    drive.press("Return")
    assert pane.sheet.name.hasFocus()
    drive.press("Esc")
    assert pane.table.hasFocus()


def test_names_stand_in_full_and_a_note_needs_no_scroll_bar(drive: Drive, pane: CustomersPane) -> None:
    name = next(place for place, column in enumerate(pane.rows.columns) if column.key == "name")
    delegate = pane.table.itemDelegate()
    assert not [pane.rows.line(row).name for row in range(12) if delegate.cut(pane.rows.index(row, name))]
    note = pane.sheet.details.note
    for text in ("short", "Ring before you come; the gate asks for the licence plate. " * 3):
        note.show_note(text)
        drive.settle()
        assert note.verticalScrollBar().maximum() == 0, text


def test_several_are_checked_by_keys_and_handed_over_as_one_step(drive: Drive, pane: CustomersPane) -> None:
    pane.table.setFocus()
    drive.press("Shift+Down")
    drive.press("Shift+Down")
    assert drive.shown("3 selected") and len(pane.rows.checked) == 3
    chosen = names(pane)[:3]
    drive.click("Hand over")
    menu = pane.bulk.findChild(QMenu, "reps")
    ueda = next(action for action in menu.actions() if action.text() == "Kenji Ueda")
    rep = ueda.data()
    ueda.trigger()
    menu.close()
    drive.settle()
    assert {one(drive, name).rep_id for name in chosen} == {rep} and steps(drive)[0] == "Hand 3 customers to Kenji Ueda"
    drive.do("undo")
    assert {one(drive, name).rep_id for name in chosen} != {rep}
    pane.table.setFocus()
    drive.press("Esc")
    assert not pane.rows.checked and not pane.bulk.isVisible()


def test_ctrl_a_checks_what_is_shown_only(drive: Drive, pane: CustomersPane) -> None:
    drive.click("A 81 % 12")
    pane.table.setFocus()
    drive.press("Ctrl+A")
    assert drive.shown("12 selected")


def test_a_tag_and_a_tier_for_several(drive: Drive, pane: CustomersPane) -> None:
    pane.rows.check_rows((0, 4))
    chosen = list(pane.rows.checked)
    drive.click("Tag")
    drive.type("spring fair", into="Tag")
    drive.click("Apply")
    with drive.workspace.read() as session:
        assert session.query(CustomerTag).filter(CustomerTag.tag == "spring fair").count() == 2
    drive.click("Tier")
    drive.click("Hold")
    assert drive.shown("This is needed.")
    drive.type("asked for it", into="Reason")
    drive.click("Hold")
    with drive.workspace.read() as session:
        held = session.query(CustomerTier).filter(CustomerTier.customer_id.in_(chosen)).all()
        assert {row.override_reason for row in held} == {"asked for it"}
    assert steps(drive)[:2] == ["Hold 2 customers at A", "Tag 2 customers “spring fair”"]


def test_a_field_is_edited_where_it_stands(drive: Drive, pane: CustomersPane) -> None:
    cell = pane.sheet.details.cells["phone"]
    cell.setFocus()
    drive.press("Return")
    drive.press("Ctrl+A")
    drive.type("06-9999-0000", enter=True)
    assert one(drive, "Hanshin Medical Devices").phone == "06-9999-0000" and steps(drive)[0] == "Change Phone of Hanshin Medical Devices"
    drive.do("undo")
    assert cell.value() == one(drive, "Hanshin Medical Devices").phone != "06-9999-0000"


def test_a_refused_field_says_why_and_goes_back(drive: Drive, pane: CustomersPane) -> None:
    before = pane.sheet.details.cells["email"].value()
    pane.sheet.details.cells["email"].committed.emit("nobody")
    assert "not an email" in pane.banner.text() and pane.sheet.details.cells["email"].value() == before


def test_a_pasted_place_moves_the_customer(drive: Drive, pane: CustomersPane) -> None:
    drive.open("customers", place="no_place")
    assert len(pane.rows.rows) == 2
    customer = pane.current
    pane.sheet.details.cells["place"].committed.emit("34.7, 135.5")
    drive.settle()
    with drive.workspace.read() as session:
        row = session.get_one(Customer, customer)
        assert (row.lat, row.lng, row.place_source) == (34.7, 135.5, "pasted")
    assert len(pane.rows.rows) == 1


def test_the_note_is_kept_when_it_is_left(drive: Drive, pane: CustomersPane) -> None:
    pane.sheet.details.note.setFocus()
    drive.press("Ctrl+A")
    drive.type("likes mornings")
    pane.table.setFocus()
    drive.settle()
    assert one(drive, "Hanshin Medical Devices").note == "likes mornings"


def test_deleting_offers_undo_and_undo_brings_all_back(drive: Drive, pane: CustomersPane) -> None:
    before = drive.workspace.content_hash()
    pane.table.setFocus()
    drive.press("Del")
    assert (
        len(pane.rows.rows) == 59 and drive.shown("Hanshin Medical Devices deleted") and pane.sheet.name.value() == "Nara Precision Optics"
    )
    drive.press("Ctrl+Z")
    assert drive.workspace.content_hash() == before and names(pane)[0] == "Hanshin Medical Devices"


def test_among_many_customers_the_number_follows_what_is_deleted(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("views.panes.customers.pane.MANY", 10)
    monkeypatch.setattr("views.panes.customers.pane.SHEET_MS", 0)
    pane: CustomersPane = drive.open("customers")
    drive.settle()
    assert drive.shown("60 customers")
    with drive.workspace.edit("Delete some") as session:
        commands.delete(session, pane.rows.rows[:3])
    drive.settle()
    assert drive.shown("57 customers") and len(pane.rows.rows) == 57
    with drive.workspace.edit("Delete the rest") as session:
        commands.delete(session, pane.rows.rows)
    drive.settle()
    assert pane.empty.isVisible() and not pane.sheet.isVisible()


def test_the_archive_keeps_who_is_put_away(drive: Drive, pane: CustomersPane) -> None:
    pane.rows.check_rows((1,))
    drive.click("Archive")
    assert len(pane.rows.rows) == 59 and drive.shown("59 of 60 customers")
    drive.click("Archived 1")
    assert names(pane) == ["Nara Precision Optics"] and drive.shown("archived")
    pane.rows.check_rows((0,))
    drive.click("Take out of the archive")
    drive.click("All customers 60")
    assert len(pane.rows.rows) == 60


def test_a_new_customer_is_typed_placed_and_shown(drive: Drive, pane: CustomersPane) -> None:
    pane.table.setFocus()
    drive.press("N")
    drive.type("hirano seiki co., ltd", into="Name")
    assert drive.shown("There is a customer of this name already")
    drive.type("here", into="Coordinates or map link")
    drive.click("Add customer")
    assert drive.shown("These are not coordinates.") and drive.window.sheet is not None
    drive.type("34.65, 135.55", into="Coordinates or map link")
    drive.type("Yao Gears", into="Name")
    drive.click("Add customer")
    made = one(drive, "Yao Gears")
    assert (made.lat, made.lng) == (34.65, 135.55) and pane.sheet.name.value() == "Yao Gears" and pane.current == made.id
    assert len(pane.rows.rows) == 61 and steps(drive)[0] == "Add Yao Gears"


def test_an_order_is_added_mended_and_deleted(drive: Drive, pane: CustomersPane) -> None:
    pane.table.setFocus()
    drive.press("O")
    drive.type("Sleeves", into="Product, line 1")
    drive.type("1234.5678", into="Amount, line 1")
    drive.click("Another line")
    drive.type("Rings", into="Product, line 2")
    drive.click("Add order")
    assert drive.shown("A line has no amount.")
    drive.type("-0.0001", into="Amount, line 2")
    drive.type("S77", into="Order number")
    drive.click("Add order")
    with drive.workspace.read() as session:
        assert [row.amount for row in session.query(OrderLine).filter(OrderLine.order_number == "S77")] == [12_345_678, -1]
    assert pane.sheet.history._rows[0].title == "Order"
    pane.sheet.history.clicked.emit("number S77")
    drive.settle()
    drive.click("Delete order")
    with drive.workspace.read() as session:
        assert session.query(OrderLine).filter(OrderLine.order_number == "S77").count() == 0


def test_hours_are_kept_by_the_weekday(drive: Drive, pane: CustomersPane) -> None:
    drive.open("customer_hours", customer=pane.current)
    if drive.window.sheet.always.isChecked():
        drive.click("Always open")
    for day in ("Tuesday", "Wednesday", "Thursday", "Friday"):
        drive.click(day)
    drive.type("8:30", into="Monday, from")
    drive.type("12", into="Monday, to")
    drive.click("Save hours")
    with drive.workspace.read() as session:
        rows = session.query(CustomerHours).filter(CustomerHours.customer_id == pane.current, CustomerHours.start < CustomerHours.end).all()
        assert [(row.weekday, row.start, row.end) for row in rows] == [(0, 510, 720)]
    assert pane.sheet.details.cells["hours"].text() == "Mon 08:30–12:00"


def test_a_second_window_of_a_day_outlives_the_form(drive: Drive, pane: CustomersPane) -> None:
    with drive.workspace.edit("Two windows") as session:
        set_hours(session, pane.current, {0: ((540, 720), (780, 1020))})
    drive.settle()
    drive.open("customer_hours", customer=pane.current)
    drive.type("8:30", into="Monday, from")
    drive.click("Save hours")
    assert pane.sheet.details.cells["hours"].text() == "Mon 08:30–12:00 and 13–17"


def test_rows_are_copied_as_a_table(drive: Drive, pane: CustomersPane) -> None:
    pane.table.setFocus()
    drive.press("Space")
    drive.press("Shift+Down")
    drive.press("Ctrl+C")
    copied = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[2] for line in copied] == ["Name", "Hanshin Medical Devices", "Nara Precision Optics"]


@pytest.mark.parametrize("hostile", ["<b>bold</b><img src=x>", "&amp; A&B", "\u202eevil", "=1+1", "{name}%s"])
def test_hostile_names_are_shown_letter_by_letter(drive: Drive, pane: CustomersPane, hostile: str) -> None:
    with drive.workspace.edit("add") as session:
        made = commands.add_customer(session, {"name": hostile, "name_local": hostile, "industry": hostile, "note": hostile}, 1)
    drive.settle()
    drive.open("customers", customer=made)
    shown = one(drive, hostile.replace("\u202e", "\u202e")).name
    assert drive.shown(shown) and pane.sheet.name.value() == shown
    pane.table.setFocus()
    drive.press("Del")
    assert drive.shown(f"{shown} deleted")


def test_arriving_at_a_customer_ends_a_search_that_hides_it(drive: Drive, pane: CustomersPane) -> None:
    drive.press("/")
    drive.type("hirano")
    target = one(drive, "Suita Labs").id
    drive.open("customers", customer=target)
    assert pane.search.text() == "" and pane.table.current_key() == target and pane.sheet.name.value() == "Suita Labs"


def test_columns_are_chosen(drive: Drive, pane: CustomersPane) -> None:
    action = QAction()
    action.setCheckable(True)
    place = next(i for i, column in enumerate(pane.rows.columns) if column.key == "industry")
    action.setData(place)
    pane.table._column_chosen(action)
    assert pane.table.isColumnHidden(place)
    action.setChecked(True)
    pane.table._column_chosen(action)
    assert not pane.table.isColumnHidden(place)


def test_the_header_says_by_what_the_rows_stand(drive: Drive, pane: CustomersPane) -> None:
    assert drive.shown("¥ million ↓")


def test_chosen_columns_are_there_after_a_restart(drive: Drive, pane: CustomersPane) -> None:
    for key in ("industry", "number"):
        action = QAction()
        action.setCheckable(True)
        action.setChecked(key == "number")
        action.setData(next(i for i, column in enumerate(pane.rows.columns) if column.key == key))
        pane.table._column_chosen(action)
    settings = Settings(drive.shell.window.settings.path)
    assert settings.get(CUSTOMER_COLUMNS) == ["tier", "name", "number", "rep", "revenue", "last_visit", "next_visit"]
    again = CustomersPane(replace(pane.context, settings=settings))
    assert again.table.chosen() == settings.get(CUSTOMER_COLUMNS)
    again.deleteLater()


def test_kept_columns_that_are_not_there_any_more_do_no_harm(drive: Drive, pane: CustomersPane) -> None:
    pane.table.choose(["gone", "revenue"])
    assert pane.table.chosen() == ["tier", "name", "revenue"]


def test_the_empty_pane_teaches_and_offers_the_ways_in(fresh_drive: Drive) -> None:
    fresh_drive.open("customers")
    assert fresh_drive.shown("Who do you sell to?") and fresh_drive.shown("none yet") and fresh_drive.shown("becomes, once it is read")
    fresh_drive.click("Import a list")
    assert type(fresh_drive.window.sheet).__name__ == "ImportDialog"
    fresh_drive.press("Esc")
    fresh_drive.click("type one in")
    fresh_drive.type("First & Co", into="Name")
    fresh_drive.click("Add customer")
    assert fresh_drive.shown("1 customer") and fresh_drive.pane.sheet.isVisible()


def test_a_file_opened_to_look_at_cannot_be_changed(bare_drive: Drive, sample_file, tmp_path: Path) -> None:
    import shutil

    path = tmp_path / "k.asaichi"
    shutil.copy(sample_file("en"), path)
    bare_drive.window.show_file(Workspace.open(path, write=False))
    pane = bare_drive.open("customers")
    assert not pane.sheet.details.cells["phone"].isEnabled() and not pane.sheet.order.isVisible()
    pane.table.setFocus()
    bare_drive.press("Del")
    assert len(pane.rows.rows) == 60


def test_a_facet_asked_for_before_it_is_counted_is_kept(drive: Drive) -> None:
    panel = FacetPanel()
    panel.choose(segments=(2,))
    assert panel.filters().segments == {2}
    with drive.workspace.read() as session:
        panel.show_facets(facets(session))
    assert panel.filters().segments == {2} and panel.lists["segments"].values() == (2,)
    panel.deleteLater()
