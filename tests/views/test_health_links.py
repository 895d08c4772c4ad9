"""Every break leads where it can be mended: its pane takes its arguments, and stands at the very thing."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.views.driving import Drive
from tests.workbench.thread.twin import HARM, whole
from workbench.thread.breaks import Break
from workbench.thread.health import breaks
from workbench.workspace import NewCompany, Workspace


def broken(path: Path, *rules: str) -> Path:
    """The sound company with these rules broken."""
    with Workspace.create(path, NewCompany(name="Test Works", first_rep="Sachiko Morita")) as made:
        with made.edit("fill") as session:
            whole(session)
        with made.edit("harm") as session:
            for rule in rules:
                HARM[rule](session)
    return path


def found(drive: Drive, rule: str) -> Break:
    with drive.workspace.read() as session:
        return next(one for one in breaks(session) if one.rule == rule)


STANDS_AT = {
    "strategy": lambda pane, where: pane._opened == where["strategy"],
    "cards": lambda pane, where: pane._opened == where["strategy"],
    "segment": lambda pane, where: pane.current == where["segment"],
    "undecided": lambda pane, where: pane.current == where["segment"],
    "idle": lambda pane, where: pane.current == where["segment"],
    "unused": lambda pane, where: where["card"] in pane.board.selected(),
    "unproven": lambda pane, where: where["card"] in pane.board.selected(),
    "unsaid": lambda pane, where: pane.segment == where["segment"],
    "overdue": lambda pane, where: pane.table.current_key() == where["action"],
    "owner": lambda pane, where: pane.table.current_key() == where["action"],
    "undated": lambda pane, where: pane.table.current_key() == where["action"],
    "loose": lambda pane, where: pane.table.current_key() == where["action"],
    "channel": lambda pane, where: pane._current == where["visit"],
    "logs": lambda pane, where: pane._monday <= where["day"],
    "topics": lambda pane, where: pane.current == where["customer"],
    "place": lambda pane, where: list(pane.rows.rows) == [3],
    "gone": lambda pane, where: list(pane.rows.rows) == [2],
    "rep": lambda pane, where: list(pane.rows.rows) == [1],
    "cadence_A": lambda pane, where: list(pane.rows.rows) == [1],
    "cadence_B": lambda pane, where: list(pane.rows.rows) == [3],
    "load": lambda pane, where: pane.rules.rows["A"].visits.hasFocus(),
    "rule": lambda pane, where: pane.rules.rows["B"].visits.hasFocus(),
    "rate": lambda pane, where: pane.funnel_card.first_rate().hasFocus(),
    "possible": lambda pane, where: pane.possible_card.first_way().hasFocus(),
    "assumption": lambda pane, where: pane.taken.lines[where["assumption"]].hasFocus(),
    "plan": lambda pane, where: pane.band.plan_button.hasFocus(),
}
"""How it is seen that the pane stands at the very thing."""


@pytest.mark.parametrize("rule", HARM)
def test_a_break_is_mended_where_its_link_leads(bare_drive: Drive, tmp_path: Path, rule: str) -> None:
    bare_drive.open_file(broken(tmp_path / "twin.asaichi", rule))
    one = found(bare_drive, rule)
    bare_drive.open("today")
    bare_drive.click(one.mend)
    assert bare_drive.pane.name == one.pane and bare_drive.pane.banner.text() == ""
    if rule in STANDS_AT:
        assert STANDS_AT[rule](bare_drive.pane, one.where), QApplication.focusWidget()
