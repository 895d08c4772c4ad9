"""How panes are kept up to date."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from models import Company
from tests.views.driving import Drive
from views import panes
from views.panes import Place
from views.panes.pane import EVERYTHING, Pane


class Probe(Pane):
    """Notes each refresh; its field edits the company's name."""

    name = "probe"

    def __init__(self, context) -> None:
        super().__init__(context)
        self.seen: list[set[str]] = []
        self.broken = False
        self.told: list[str] = []
        self.field = QLineEdit()
        self.field.setAccessibleName("Name")
        self.field.editingFinished.connect(self.commit)
        self.field.textChanged.connect(self.told.append)
        QVBoxLayout(self).addWidget(self.field)

    def refresh(self, changed: set[str]) -> None:
        self.seen.append(changed)
        if self.broken:
            raise KeyError("a fault of ours")
        with self.context.workspace.read() as session:
            self.set_text(self.field, session.query(Company).one().name)

    def commit(self) -> None:
        if self.field.isModified():
            self.change("Change the name", rename, self.field.text())


class Second(Probe):
    name = "second"


def rename(session, name: str) -> None:
    session.query(Company).one().name = name


@pytest.fixture
def probes(monkeypatch: pytest.MonkeyPatch, fresh_drive: Drive) -> SimpleNamespace:
    places = tuple(Place(name, name, "sun", 0, f"{__name__}:{kind}") for name, kind in (("probe", "Probe"), ("second", "Second")))
    monkeypatch.setattr(panes, "PANES", (*panes.PANES, *places))
    monkeypatch.setattr(panes, "load", lambda place: {"probe": Probe, "second": Second}[place.name])
    monkeypatch.setattr("views.rail.PANES", panes.PANES)
    first = fresh_drive.open("probe")
    second = fresh_drive.open("second")
    fresh_drive.open("probe")
    return SimpleNamespace(drive=fresh_drive, first=first, second=second, workspace=fresh_drive.workspace)


def edit(workspace, name: str) -> None:
    with workspace.edit("Change the name") as session:
        rename(session, name)


def test_the_first_refresh_brings_everything(probes: SimpleNamespace) -> None:
    assert probes.first.seen == [EVERYTHING]
    assert "any table" in probes.first.seen[0]


def test_several_edits_before_the_next_paint_make_one_refresh(probes: SimpleNamespace) -> None:
    for name in ("A", "B", "C"):
        edit(probes.workspace, name)
    probes.drive.settle()
    assert probes.first.seen[1:] == [{"company"}]
    assert probes.first.field.text() == "C"


def test_a_hidden_pane_waits_until_it_is_shown(probes: SimpleNamespace) -> None:
    edit(probes.workspace, "A")
    probes.drive.settle()
    assert len(probes.second.seen) == 1
    probes.drive.open("second")
    assert probes.second.seen[1:] == [{"company"}]
    probes.drive.open("probe")
    probes.drive.open("second")
    assert len(probes.second.seen) == 2


def test_a_refresh_that_fails_shows_its_banner_and_the_others_go_on(probes: SimpleNamespace, guarded) -> None:
    probes.first.broken = True
    edit(probes.workspace, "A")
    probes.drive.settle()
    assert "could not be drawn" in probes.first.banner.text()
    assert [record.message for record in guarded.records] == ["pane probe was not drawn"]
    guarded.records.clear()
    probes.drive.open("second")
    assert probes.second.field.text() == "A" and not probes.second.banner.text()


def test_drawing_sends_no_signal_of_a_field(probes: SimpleNamespace) -> None:
    probes.first.told.clear()
    edit(probes.workspace, "A")
    probes.drive.settle()
    assert probes.first.field.text() == "A" and probes.first.told == []


def test_the_field_being_typed_in_is_left_alone(probes: SimpleNamespace) -> None:
    probes.drive.type("Half a na", into="Name")
    edit(probes.workspace, "From elsewhere")
    probes.drive.settle()
    assert probes.first.field.text() == "Half a na"


def test_ctrl_z_belongs_to_the_field_while_it_holds_uncommitted_text(probes: SimpleNamespace) -> None:
    edit(probes.workspace, "Kept")
    probes.drive.settle()
    probes.drive.type("Half", into="Name")
    probes.drive.press("Ctrl+Z")
    assert probes.first.field.text() != "Half"
    assert company_name(probes.workspace) == "Kept"


def test_ctrl_z_belongs_to_the_workspace_after_enter(probes: SimpleNamespace) -> None:
    probes.drive.type("Whole", into="Name", enter=True)
    assert company_name(probes.workspace) == "Whole"
    assert QApplication.focusWidget() is probes.first.field
    probes.drive.press("Ctrl+Z")
    assert company_name(probes.workspace) == "Fresh Works"
    assert probes.first.field.text() == "Fresh Works"


def test_an_error_of_a_command_stands_above_the_pane_and_goes_with_the_next_success(probes: SimpleNamespace) -> None:
    probes.first.change("Change the name", rename, "a\0b")
    assert "NUL" in probes.first.banner.text()
    probes.first.change("Change the name", rename, "fine")
    assert not probes.first.banner.text()


def test_a_pane_made_with_an_inspector_gives_it_the_width_of_the_window(probes: SimpleNamespace) -> None:
    probe = Probe(probes.drive.window.frame.context)
    probe.inspector = QWidget()
    from views.stage import Slip

    window = probes.drive.window
    slip = Slip(probe, window)
    for width, wanted in ((1100, 300), (1400, 336), (1700, 372)):
        window.resize(width, 800)
        slip.resize(width, 700 + width % 7)
        slip.show()
        assert probe.inspector.width() == wanted
    slip.deleteLater()


def company_name(workspace) -> str:
    with workspace.read() as session:
        return session.query(Company).one().name
