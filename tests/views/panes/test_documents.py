"""Documents: the preview is the real PDF, options change it, making writes it whole into the company's folder."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QDesktopServices

from tests.views.driving import Drive


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system is asked to open, instead of opening it."""
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()) or True)
    return asked


def words(drive: Drive) -> list[str]:
    made = drive.pane._made
    return [page.extract_text() for page in PdfReader(BytesIO(made.content)).pages]


def test_the_preview_is_the_pdf_of_all_reps(drive: Drive) -> None:
    pane = drive.open("documents")
    assert len(pane.preview._pages) == 3 and "Hanshin Medical Devices" in words(drive)[0]


def test_a_rep_left_out_is_not_printed(drive: Drive) -> None:
    pane = drive.open("documents")
    pane.options._reps[0][1].click()
    drive.settle()
    pages = words(drive)
    assert len(pages) == 2 and not any("Hanshin Medical Devices" in page for page in pages)


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
    assert path.read_bytes() == pane._made.content and opened == [str(path)]


def test_a_list_has_formats_and_no_pages(drive: Drive) -> None:
    pane = drive.open("documents", document="customers")
    assert pane.options.format() == "csv" and pane._made.rows == 60 and not pane.options.print.isEnabled()
