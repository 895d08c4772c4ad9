"""Calendars of planned visits: one a rep; what is moved is changed by the next import, what is taken out goes away."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from models import Customer, Rep, Visit
from workbench.documents.exports import Asked, export, render
from workbench.workspace import Workspace

Company = Callable[..., Workspace]
TODAY = date(2026, 11, 24)


def events(content: bytes) -> dict[str, dict[str, str]]:
    """The events of a calendar by uid."""
    lines = content.replace(b"\r\n ", b"").decode().split("\r\n")
    found: dict[str, dict[str, str]] = {}
    inside: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            inside = {}
        elif line == "END:VEVENT":
            assert inside["UID"] not in found
            found[inside["UID"]], inside = inside, {}
        else:
            inside[name] = value
    return found


def made(workspace: Workspace, weeks: int = 0, reps: tuple[int, ...] | None = None) -> dict[str, dict[str, str]]:
    return events(render(workspace, "action-plan", "ics", Asked(TODAY, reps, weeks=weeks)).content)


def test_each_visit_is_an_event_with_what_the_rep_needs(company: Company) -> None:
    workspace = company(stops=5)
    found = list(made(workspace).values())
    assert len(found) == 5
    first = found[0]
    assert first["SUMMARY"] == "Hanshin Medical Devices" and first["LOCATION"] == "Amagasaki\\, Tsukaguchi 1-8"
    assert (first["DTSTART"], first["DTEND"], first["STATUS"]) == ("20261124T092000", "20261124T103000", "CONFIRMED")
    assert first["DESCRIPTION"] == "Trial batch result\\; ask for Q1 volumes\\nT. Endo\\, 06-0000-1420"


def test_the_same_file_gives_the_same_bytes(company: Company) -> None:
    workspace = company()
    assert render(workspace, "action-plan", "ics", Asked(TODAY)).content == render(workspace, "actions", "ics", Asked(TODAY)).content


def test_a_moved_visit_keeps_its_uid_and_gets_a_higher_sequence(company: Company) -> None:
    workspace = company()
    before = made(workspace)
    with workspace.edit("Move") as session:
        visit = session.scalars(select(Visit).where(Visit.day == TODAY).order_by(Visit.start)).first()
        assert visit is not None
        visit.day = TODAY + timedelta(days=70)
        key = f"visit-{visit.id}-"
    after = made(workspace, weeks=1)
    assert set(after) == set(before)
    (uid,) = [uid for uid in after if uid.startswith(key)]
    assert int(after[uid]["SEQUENCE"]) > int(before[uid]["SEQUENCE"]) and after[uid]["DTSTART"].startswith("20270202T")
    assert after[uid]["LAST-MODIFIED"] >= before[uid]["LAST-MODIFIED"]
    assert all(after[other] == before[other] for other in before if other != uid)


def test_cancelled_missed_and_deleted_visits_are_cancelled(company: Company) -> None:
    workspace = company()
    before = made(workspace)
    with workspace.edit("Change") as session:
        visits = session.scalars(select(Visit).where(Visit.day == TODAY).order_by(Visit.start)).all()
        visits[0].status, visits[1].status, visits[2].status = "cancelled", "missed", "done"
        session.delete(visits[3])
    after = made(workspace)
    assert [one["STATUS"] for one in before.values()] == ["CONFIRMED"] * 5
    assert set(before) == set(after)
    assert [after[uid]["STATUS"] for uid in before] == ["CANCELLED", "CANCELLED", "CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert all(int(after[uid]["SEQUENCE"]) > int(before[uid]["SEQUENCE"]) for uid in list(before)[:4])


def test_a_visit_handed_on_leaves_the_calendar_of_the_first_rep(company: Company) -> None:
    workspace = company(reps=2)
    with workspace.edit("Hand on") as session:
        first, second = session.scalars(select(Rep.id).order_by(Rep.position))
        visit = session.scalars(select(Visit).where(Visit.rep_id == first, Visit.day == TODAY)).first()
        assert visit is not None
        visit.rep_id = second
        key = f"visit-{visit.id}-"
    parts = render(workspace, "action-plan", "ics", Asked(TODAY)).parts
    states = [next(one["STATUS"] for uid, one in events(part).items() if uid.startswith(key)) for part in parts.values()]
    assert states == ["CANCELLED", "CONFIRMED"]
    assert [one["STATUS"] for uid, one in made(workspace).items() if uid.startswith(key)] == ["CONFIRMED"]


def test_one_file_a_rep_in_a_folder_and_one_of_all_at_a_path(company: Company, tmp_path: Path) -> None:
    workspace = company(reps=2)
    with workspace.edit("Alike") as session:
        for rep in session.scalars(select(Rep)):
            rep.name = "S. Morita"
    folder = tmp_path / "calendars"
    folder.mkdir()
    result = export(workspace, "action-plan", "ics", folder)
    assert len(result.files) == 2 and result.rows == 10 and sorted(folder.iterdir()) == sorted(result.files)
    assert result.files[0].name == "Kitagawa-Precision-visits-S-Morita.ics"
    one = export(workspace, "actions", "ics", tmp_path / "all.ics")
    assert one.path.read_bytes().count(b"BEGIN:VEVENT") == 10 and one.files == ()
    assert export(workspace, "action-plan", "ics", tmp_path / "one.ics", rep="2").rows == 5


@pytest.mark.parametrize("name", ["a,b;c\\d\r\nEND:VEVENT\r\nBEGIN:VALARM", "\ud7ff朝一" * 60, "=1+1"])
def test_hostile_names_stay_in_their_line(company: Company, name: str) -> None:
    workspace = company(stops=1)
    with workspace.edit("Hostile") as session:
        customer = session.scalars(select(Customer).order_by(Customer.id)).first()
        assert customer is not None
        customer.name = customer.address = customer.topics = name
    content = render(workspace, "action-plan", "ics", Asked(TODAY)).content
    assert content.count(b"\r\nBEGIN:") == 1 and all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert len(events(content)) == 1
