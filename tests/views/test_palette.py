"""The palette: one field that finds customers, panes and everything that can be done."""

import pytest

from tests.views.driving import Drive
from views.palette_hits import CUSTOMER, DO, PANE, Hit, match
from views.palette_rows import pieces


def groups(drive: Drive) -> set[str]:
    return {row.group for row in drive.window.palette_box.model.rows if isinstance(row, Hit)}


def titles(drive: Drive) -> list[str]:
    return [row.title for row in drive.window.palette_box.model.rows if isinstance(row, Hit)]


@pytest.mark.parametrize(
    ("title", "words", "found"),
    [
        ("Hanshin Medical", ["han"], (0, ((0, 3),))),
        ("Nakahana Springs", ["han"], (2, ((4, 7),))),
        ("Change the goal", ["goal"], (1, ((11, 15),))),
        ("ＡＢＣ商事", ["abc"], (0, ((0, 3),))),
        ("㈱平野精機", ["平野"], (1, ((1, 3),))),
        ("Company and team", ["team", "comp"], (1, ((0, 4), (12, 16)))),
        ("Goals", ["xyz"], None),
    ],
)
def test_matching_says_where(title: str, words: list[str], found: object) -> None:
    assert match(title, words) == found


def test_pieces_put_the_title_together_again() -> None:
    cut = pieces("Company and team", ((0, 4), (12, 16)))
    assert "".join(text for text, _ in cut) == "Company and team"
    assert [text for text, marked in cut if marked] == ["Comp", "team"]


def test_ctrl_k_finds_a_customer_and_enter_opens_it(drive: Drive) -> None:
    drive.press("Ctrl+K")
    drive.type("Hanshin")
    assert drive.window.palette_box.current().title == "Hanshin Medical Devices"
    assert drive.shown("1 of 1") or drive.shown("found")
    drive.press("Return")
    assert not drive.window.palette_box.isVisible()
    assert drive.pane.name == "customers"


def test_arrows_walk_over_headings_and_esc_gives_the_focus_back(drive: Drive) -> None:
    before = drive.window.focusWidget()
    drive.press("Ctrl+K")
    seen = []
    for _ in range(5):
        seen.append(drive.window.palette_box.current())
        drive.press("Down")
    assert None not in seen and len({hit.title for hit in seen}) == 5
    drive.press("Esc")
    assert not drive.window.palette_box.isVisible()
    assert drive.window.focusWidget() is before


def test_a_leading_sign_narrows_to_actions_or_customers(drive: Drive) -> None:
    drive.press("Ctrl+K")
    drive.type("o")
    assert groups(drive) == {CUSTOMER, PANE, DO}
    drive.press("Esc")
    drive.press("Ctrl+K")
    drive.type(">")
    assert groups(drive) == {DO}
    drive.press("Esc")
    drive.press("Ctrl+K")
    drive.type("@han")
    assert groups(drive) == {CUSTOMER}


def test_tab_shows_what_can_be_done_with_a_customer(drive: Drive) -> None:
    drive.press("Ctrl+K")
    drive.type("@hanshin")
    drive.press("Tab")
    assert titles(drive)[0] == "Open the sheet of Hanshin Medical Devices"
    drive.press("Down")
    drive.press("Return")
    assert drive.pane.name == "plan"


def test_an_action_runs_after_the_palette_is_gone(drive: Drive) -> None:
    drive.press("Ctrl+K")
    drive.type(">preferences")
    drive.press("Return")
    assert type(drive.window.sheet).__name__ == "PreferencesDialog"
    drive.press("Esc")
    assert drive.window.sheet is None


def test_keys_of_what_lies_under_the_palette_rest(drive: Drive) -> None:
    drive.press("Ctrl+K")
    drive.press("Alt+1")
    assert drive.pane.name == "today" and drive.window.palette_box.isVisible()


def test_a_click_chooses_and_a_click_beside_closes(drive: Drive) -> None:
    drive.press("Ctrl+K")
    drive.click("Goals")
    assert drive.pane.name == "goals"
    drive.press("Ctrl+K")
    drive.click_in(drive.window.palette_box, 10, 10)
    assert not drive.window.palette_box.isVisible()
