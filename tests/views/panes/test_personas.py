"""Personas, driven by keys and clicks."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.views.driving import Drive
from tests.views.layout import faults
from views.panes.personas.answer_sheet import AnswerSheet
from views.panes.personas.pane import PersonasPane
from workbench.value import personas
from workbench.workspace import Workspace


def told(drive: Drive) -> tuple[personas.SegmentPersonas, ...]:
    with drive.workspace.read() as session:
        return personas.by_segment(session)


def first(drive: Drive) -> personas.PersonaView:
    return told(drive)[0].personas[0]


def write(drive: Drive, pane: PersonasPane, key: str, text: str, enter: bool = True) -> None:
    """Replace the text of an attribute of the first persona."""
    field = next(iter(pane.cards.values())).rows[key].text
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    drive.type(text, enter=enter)


def choose_origin(drive: Drive, pane: PersonasPane, key: str, place: int) -> None:
    """Open the menu of an attribute's origin by Enter and take the entry at that place."""
    chip = next(iter(pane.cards.values())).rows[key].chip
    chip.setFocus()
    drive.press("Return")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range(place + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    drive.settle()


def test_the_sample_knows_its_buyers_and_what_answers_them(drive: Drive) -> None:
    drive.open("personas")
    assert drive.shown("13 of 16 attributes rest on own evidence (81 %)") and drive.shown("6 of 8 attributes rest on own evidence (75 %)")
    assert drive.shown("Papers before an audit") and drive.shown("Hours spent on papers before an audit: 16 → 4 hours")
    drive.click("Days from drawing to price: 4 → 1 days")
    assert drive.pane.name == "value"


def test_what_is_typed_is_from_the_field_enter_goes_on_and_undo_takes_it_back(drive: Drive) -> None:
    pane: PersonasPane = drive.open("personas")
    before = drive.workspace.content_hash()
    write(drive, pane, "role", "Head of design")
    assert first(drive).attribute("role") == personas.Attribute("role", "Head of design", "field")
    card = next(iter(pane.cards.values()))
    assert card.rows["age"].text.hasFocus() and card.rows["role"].chip.text() == "from the field"
    drive.press("Ctrl+Z")
    assert drive.workspace.content_hash() == before and card.rows["role"].text.toPlainText().startswith("Design (6 of 9")
    write(drive, pane, "role", "not kept", enter=False)
    drive.press("Esc")
    drive.press("Tab")
    assert drive.workspace.content_hash() == before
    write(drive, pane, "role", "left by Tab", enter=False)
    drive.press("Tab")
    assert first(drive).attribute("role").text == "left by Tab"


def test_an_emptied_attribute_loses_its_chip_and_a_too_long_one_is_kept_in_its_field(drive: Drive) -> None:
    pane: PersonasPane = drive.open("personas")
    write(drive, pane, "age", "")
    card = next(iter(pane.cards.values()))
    assert first(drive).attribute("age").origin == "" and not card.rows["age"].chip.isVisible()
    field = card.rows["age"].text
    field.setFocus()
    field.insertPlainText("x" * (personas.LONGEST + 1))
    drive.press("Return")
    assert drive.shown("This is too long.") and len(field.toPlainText()) > personas.LONGEST and first(drive).attribute("age").text == ""


def test_the_origin_is_changed_by_its_chip(drive: Drive) -> None:
    pane: PersonasPane = drive.open("personas")
    choose_origin(drive, pane, "age", 1)
    assert first(drive).attribute("age").origin == "field" and drive.shown("7 of 8 attributes rest on own evidence")
    before = first(drive)
    choose_origin(drive, pane, "age", 0)
    assert first(drive) == before and drive.shown("Our data says nothing of this.")
    choose_origin(drive, pane, "worries", 0)
    assert first(drive).attribute("worries") == personas.Attribute(
        "worries", "Rival (3 of 6 lost deals), Price (2), Slow quote (1)", "data"
    ) and drive.shown("No statement speaks of it yet.")


def test_a_brief_goes_out_and_its_answer_comes_back(drive: Drive) -> None:
    pane: PersonasPane = drive.open("personas")
    before = drive.workspace.content_hash()
    drive.press("Ctrl+Shift+C")
    brief = QGuiApplication.clipboard().text()
    assert "9 customers" in brief and "Age band: …" in brief and "Hanshin" not in brief and drive.workspace.content_hash() == before
    QGuiApplication.clipboard().setText("- **Age band**: 40 to 55\n- Role: somebody else")
    drive.press("Ctrl+Shift+V")
    sheet = drive.window.sheet
    assert isinstance(sheet, AnswerSheet) and drive.shown("AI draft for Age band. Yours, and kept: Role.")
    drive.press("Ctrl+Return")
    assert first(drive).attribute("age") == personas.Attribute("age", "40 to 55", "draft")
    assert first(drive).attribute("role").origin == "data" and drive.shown("1 attribute filled as AI draft, 1 of yours kept")
    drive.press("Ctrl+Z")
    assert drive.workspace.content_hash() == before and pane.isVisible()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "There is no answer yet."),
        ("hello", "No line of this answer names an attribute."),
        ("Role: theirs", "Nothing to fill: Role rest"),
    ],
)
def test_an_answer_that_fills_nothing_is_told_in_the_sheet(drive: Drive, text: str, said: str) -> None:
    drive.open("personas")
    before = drive.workspace.content_hash()
    QGuiApplication.clipboard().setText("nothing to be read")
    sheet = drive.open("persona_answer", persona=first(drive).id)
    assert sheet.text.value() == ""
    sheet.text.setPlainText(text)
    drive.press("Ctrl+Return")
    assert drive.shown(said) and drive.window.sheet is sheet and drive.workspace.content_hash() == before
    sheet.done()
    drive.settle()


def test_another_segment_is_begun_from_our_data_named_and_removed(drive: Drive) -> None:
    pane: PersonasPane = drive.open("personas")
    before = drive.workspace.content_hash()
    pumps = told(drive)[2].id
    drive.open("personas", segment=pumps)
    assert drive.shown("Your own file already says:") and drive.shown("Slow quote (3 of 5 lost deals), Lead time (1), Rival (1)")
    assert faults(drive) == [] and pane.begin.begin.hasFocus()
    drive.press("Space")
    made = told(drive)[2].personas[0]
    assert made.name == "Buyer in Pumps and valves" and made.own == made.filled == 5
    assert pane.cards[made.id].rows["age"].text.hasFocus()
    drive.click("Add a persona")
    assert [one.name for one in told(drive)[2].personas] == ["Buyer in Pumps and valves", "Buyer in Pumps and valves 2"]
    drive.click("Remove “Buyer in Pumps and valves 2”")
    assert len(told(drive)[2].personas) == 1 and drive.shown("Persona removed")
    for _ in range(3):
        drive.do("undo")
    assert drive.workspace.content_hash() == before


def test_filling_again_says_what_was_written_and_what_stays(drive: Drive) -> None:
    pane: PersonasPane = drive.open("personas")
    write(drive, pane, "role", "")
    drive.click("Fill from our data")
    assert drive.shown("Filled from our data: Role. Written by you, and kept: Worries.")
    drive.click("Fill from our data")
    assert drive.shown("Our data says nothing new.")


def test_an_empty_file_teaches_and_leads_to_the_first_segment(fresh_drive: Drive) -> None:
    fresh_drive.open("personas")
    assert fresh_drive.shown("Who buys there?") and fresh_drive.shown("Slow quote (5 of 8 lost deals)")
    fresh_drive.click("Make the first segment")
    assert fresh_drive.pane.name == "segments"


def test_a_file_with_segments_begins_with_the_first_primary_one(drive: Drive) -> None:
    pane: PersonasPane = drive.open("personas")
    with drive.workspace.edit("Remove all") as session:
        for segment in personas.by_segment(session):
            for one in segment.personas:
                personas.remove(session, one.id)
    drive.settle()
    assert not pane.content.isVisible() and faults(drive) == []
    drive.click("Begin with Medical devices")
    assert len(told(drive)[0].personas) == 1 and pane.content.isVisible()


def test_looking_only_offers_nothing_that_writes_but_a_brief(bare_drive: Drive, sample_file: Callable[[str], Path], tmp_path: Path) -> None:
    path = tmp_path / "held.asaichi"
    shutil.copy(sample_file("en"), path)
    with Workspace.open(path, write=True):
        bare_drive.open_file(path)
        pane: PersonasPane = bare_drive.open("personas")
        card = next(iter(pane.cards.values()))
        assert card.rows["role"].text.isReadOnly() and not card.rows["role"].chip.isEnabled()
        assert not card.fill.isEnabled() and not card.paste.isEnabled() and not card.remove.isEnabled()
        bare_drive.click("Copy a brief")
        assert "9 customers" in QGuiApplication.clipboard().text()
