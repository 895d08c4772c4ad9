"""Documents: the preview is the real PDF, options change it, making writes it whole into the company's folder."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QDesktopServices

from models import Assumption, Customer, Rep, Visit
from tests.views.driving import Drive
from workbench import clock


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system is asked to open, instead of opening it."""
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()) or True)
    return asked


def first_names(drive: Drive) -> list[str]:
    """Whom the first rep visits today."""
    with drive.workspace.read() as session:
        first = session.query(Rep).order_by(Rep.position).first()
        visits = session.query(Customer.name).join(Visit).filter(Visit.day == clock.today(), Visit.rep_id == first.id)
        return [name for (name,) in visits]


def words(drive: Drive) -> list[str]:
    return [page.extract_text() for made in drive.pane._made for page in PdfReader(BytesIO(made.content)).pages]


def test_the_preview_is_the_pdf_of_all_reps(drive: Drive) -> None:
    pane = drive.open("documents")
    assert len(pane.preview._pages) == 3 and all(name in words(drive)[0] for name in first_names(drive))


def test_a_rep_left_out_is_not_printed(drive: Drive) -> None:
    pane = drive.open("documents")
    pane.options._reps[0][1].click()
    drive.settle()
    pages = words(drive)
    [name, *_] = first_names(drive)
    assert len(pages) == 2 and not any(name in page for page in pages)


def test_a_holiday_offers_the_next_working_day(drive: Drive) -> None:
    pane = drive.open("documents", document="morning", day=date(2026, 11, 23))
    assert pane.options.next_day.isVisible()
    pane.options.next_day.click()
    drive.settle()
    assert pane._day == date(2026, 11, 24)


def test_making_writes_the_file_and_opens_it(drive: Drive, opened: list[str]) -> None:
    pane = drive.open("documents", document="strategy")
    pane.make()
    [path] = list(pane.folder().glob("*strategy*.pdf"))
    assert path.read_bytes() == pane._made[0].content and opened == [str(path)]


def test_a_list_has_formats_and_no_pages(drive: Drive) -> None:
    pane = drive.open("documents", document="customers")
    assert pane.options.format() == "csv" and pane._made[0].rows == 60 and not pane.options.print.isEnabled()


def test_what_was_made_is_listed_opens_again_and_shows_its_folder(drive: Drive, opened: list[str]) -> None:
    pane = drive.open("documents", document="strategy")
    assert not pane.made.isVisible()
    pane.make()
    drive.settle()
    [path] = list(pane.folder().glob("*strategy*.pdf"))
    assert drive.shown(path.name.removeprefix("Kitagawa-Precision-")) and drive.shown("1 page")
    opened.clear()
    drive.click(f"Open {path.name}")
    drive.click(f"Show {path.name} in its folder")
    assert opened == [str(path), str(path.parent)]


def test_a_made_file_that_is_gone_is_said_so_and_can_be_forgotten(drive: Drive) -> None:
    pane = drive.open("documents", document="strategy")
    pane.make()
    [path] = list(pane.folder().glob("*strategy*.pdf"))
    path.unlink()
    drive.open("today")
    drive.open("documents", document="morning")
    assert drive.shown("missing")
    drive.click(f"Forget {path.name}")
    assert not pane.made.isVisible()


def test_a_document_speaks_another_language_than_the_screen(drive: Drive) -> None:
    pane = drive.open("documents", document="strategy")
    pane.options.words.set_value("ja")
    pane.options.words.chosen.emit("ja")
    drive.settle()
    assert "営業戦略" in words(drive)[0]
    pane.make()
    assert [path.stem[-3:] for path in pane.folder().glob("*strategy*.pdf")] == ["-ja"]
    drive.open("documents", document="morning")
    assert "11月24日" in words(drive)[0]


def test_a_document_is_made_in_both_languages_at_once(drive: Drive, opened: list[str], tmp_path: Path) -> None:
    pane = drive.open("documents", document="strategy")
    pane.options.words.set_value("both")
    pane.options.words.chosen.emit("both")
    drive.settle()
    english, japanese = words(drive)
    assert "Sales strategy" in english and "営業戦略" in japanese and len(pane.preview._pages) == 2
    assert drive.shown("2 pages in 2 files into")
    pane.make()
    paths = sorted(pane.folder().glob("*strategy*.pdf"), key=lambda path: len(path.name))
    assert [path.read_bytes() for path in paths] == [one.content for one in pane._made] and paths[1].stem.endswith("-ja")
    assert opened == [str(path) for path in paths]
    kept = tmp_path / "paper-ja.pdf"
    kept.write_text("mine")
    pane._save_chosen(str(tmp_path / "paper.pdf"))
    assert kept.read_text() == "mine" and (tmp_path / "paper-ja-2.pdf").read_bytes() == pane._made[1].content
    drive.open("documents", document="customers")
    assert pane._made[0].rows == 60 and len(pane._made) == 2
    drive.open("documents", document="everything")
    assert len(pane._made) == 1


def test_chapters_of_the_strategy_document_are_chosen(drive: Drive) -> None:
    pane = drive.open("documents", document="strategy-document")
    choice, pages = pane.options.chapters, len(words(drive))
    assert choice.isVisible() and not pane.options.day.isVisible() and choice.boxes["swot"].end.startswith("p. ")
    choice.boxes["swot"].click()
    drive.settle()
    assert "swot" not in {key for key, page in pane._made[0].chapters.items() if page} and choice.boxes["swot"].end == ""
    assert len(words(drive)) <= pages and "SWOT" not in words(drive)[1]


def test_an_empty_chapter_cannot_be_chosen(drive: Drive) -> None:
    with drive.workspace.edit("Clear") as session:
        session.query(Assumption).delete()
    pane = drive.open("documents", document="strategy-document")
    assert not pane.options.chapters.boxes["assumptions"].isEnabled() and pane.options.chapters.boxes["goal"].isEnabled()
    pane.arrive(document="morning")
    drive.settle()
    assert not pane.options.chapters.isVisible() and pane.options.day.isVisible()


def test_the_action_plan_is_made_for_chosen_reps_and_weeks(drive: Drive) -> None:
    pane = drive.open("documents", document="action-plan")
    assert pane.options.weeks.isVisible() and len(words(drive)) >= 3 and "three weeks" in words(drive)[0]
    pane.options.weeks.setValue(1)
    pane.options._reps[0][1].click()
    drive.settle()
    pages = words(drive)
    assert "one week" in pages[0] and not any(pane.options._reps[0][1].text() in page for page in pages)
    pane.arrive(document="strategy")
    drive.settle()
    assert not pane.options.weeks.isVisible()


def test_calendars_are_written_one_a_rep(drive: Drive, opened: list[str]) -> None:
    pane = drive.open("documents", document="action-plan")
    pane.options.formats.set_value("ics")
    pane.options.formats.chosen.emit("ics")
    drive.settle()
    assert "3 files" in pane.options.ready.text() and not pane.options.print.isEnabled()
    pane.make()
    files = sorted(pane.folder().glob("*.ics"))
    assert len(files) == 3 and all(path.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n") for path in files)
    assert opened == [str(pane.folder())] and drive.shown("visits-")


def test_the_visit_plan_leads_to_its_action_plan(drive: Drive) -> None:
    plan = drive.open("plan", day=date(2026, 12, 2))
    plan.band.weeks.setValue(2)
    plan.band.document.click()
    drive.settle()
    pane = drive.pane
    assert (pane.name, pane._document, pane._day, pane.options.weeks.value()) == ("documents", "action-plan", date(2026, 11, 30), 2)
    assert "two weeks" in words(drive)[0]


def test_the_share_map_goes_out_as_a_page_for_the_browser(drive: Drive) -> None:
    pane = drive.open("documents", document="map")
    assert drive.shown("A web page: it opens in the browser") and pane.options.format() == "html"
    pane.options.weeks.set_quietly(1)
    assert [(asked.weeks, asked.reps) for asked in pane.options.asked()] == [(1, None)]
    assert pane._made[0].content.startswith(b"<!DOCTYPE html>")
