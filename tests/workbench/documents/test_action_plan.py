"""The action plan: per rep and week whom, when, how often, about what; calls, actions, what was left out; on paper and as a workbook."""

import io
import random
import unicodedata
import zipfile
from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from models import Customer, CustomerRule, Rep, RepAbsence, Visit, VisitRule
from workbench.actions import actions
from workbench.documents.action_plan.plan import ActionPlan, action_plan
from workbench.documents.exports import Asked, export, render
from workbench.errors import BadInput
from workbench.workspace import NewCompany, Workspace

Company = Callable[..., Workspace]
TODAY = date(2026, 11, 24)


def read(workspace: Workspace, weeks: int = 0, reps: tuple[int, ...] | None = None, language: str = "") -> ActionPlan:
    with workspace.read() as session:
        return action_plan(session, TODAY, weeks, reps, language)


def pdf(workspace: Workspace, **asked: object) -> PdfReader:
    made = render(workspace, "action-plan", "pdf", Asked(TODAY, **asked))  # type: ignore[arg-type]
    reader = PdfReader(io.BytesIO(made.content))
    assert len(reader.pages) == made.pages
    return reader


def said(reader: PdfReader) -> str:
    """All that is printed, without blanks: lines break anywhere."""
    return "".join("".join(page.extract_text().split()) for page in reader.pages)


def later(workspace: Workspace, customer: int, days: int, start: int = 600) -> None:
    with workspace.edit("Later") as session:
        rep = session.get(Customer, customer).rep_id
        session.add(
            Visit(customer_id=customer, rep_id=rep, day=TODAY + timedelta(days=days), start=start, end=start + 60, travel_minutes=20)
        )


def hirano_calls(workspace: Workspace) -> None:
    """Tier C is called from the desk."""
    with workspace.edit("Desk") as session:
        session.scalars(select(VisitRule).where(VisitRule.tier == "C")).one().channel = "desk"


def test_weeks_hold_visits_with_their_rule_and_the_gap_to_the_one_before(company: Company) -> None:
    workspace = company()
    later(workspace, 1, 14)
    plan = read(workspace)
    (rep,) = plan.reps
    assert [week.monday for week in rep.weeks] == [date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 7)]
    assert plan.last == date(2026, 12, 13) and plan.goal.startswith("60 new orders")
    rows = rep.weeks[0].visits
    assert [(row.card.name, row.cadence, row.gap, row.late) for row in rows] == [
        ("Hanshin Medical Devices", "2 a month", 13, False),
        ("Ikoma Pump Works", "1 a month", 32, False),
        ("Nara Precision Optics", "2 a month", 10, False),
        ("Yao Spring", "1 a quarter", 85, False),
        ("Kintetsu Tooling", "1 a month", 29, False),
    ]
    assert [row.gap for row in rep.weeks[2].visits] == [14] and rep.weeks[0].driving_minutes > 109
    assert rep.customers == {"A": 2, "B": 2, "C": 1} and [out.name for out in rep.left_out][:1] == ["Hirano Seiki"]


def test_own_rules_count_and_a_longer_gap_is_late(company: Company) -> None:
    workspace = company()
    with workspace.edit("Own") as session:
        session.add(CustomerRule(customer_id=2, visits=1, every=1, unit="week", greatest_gap=10))
    row = read(workspace).reps[0].weeks[0].visits[1]
    assert (row.cadence, row.gap, row.late) == ("1 a week", 32, True)


def test_days_off_are_told_with_their_week(company: Company) -> None:
    workspace = company()
    with workspace.edit("Away") as session:
        session.add(RepAbsence(rep_id=1, first=date(2026, 12, 3), last=date(2026, 12, 6)))
    weeks = read(workspace, weeks=7).reps[0].weeks
    assert weeks[1].pauses == ((date(2026, 12, 3), "away"), (date(2026, 12, 4), "away"))
    assert any(day == date(2027, 1, 1) for day, _ in weeks[5].pauses)
    assert "Thu3Dec:away" in said(pdf(workspace))


def test_calls_from_the_desk_stand_in_their_week_with_whom_to_reach(company: Company) -> None:
    workspace = company()
    hirano_calls(workspace)
    with workspace.edit("Late") as session:
        for visit in session.scalars(select(Visit).where(Visit.customer_id == 4)):
            if visit.status == "planned":
                session.delete(visit)
            else:
                visit.day = TODAY - timedelta(days=120)
    (rep,) = read(workspace).reps
    assert [(call.name, call.due, call.overdue) for call in rep.calls] == [("Yao Spring", TODAY, True)]
    text = said(pdf(workspace))
    assert "CALLSFROMTHEDESK" in text and "K.Ide,06-0000-1420" in text and "120d" in text


def test_paper_says_who_when_how_often_and_about_what(company: Company) -> None:
    workspace = company(reps=2)
    with workspace.edit("Actions") as session:
        actions.add(session, "Price table", rep=1, due=date(2026, 11, 16))
        actions.add(session, "Loose end")
        actions.add(session, "Gone already", status="done")
    reader = pdf(workspace)
    text = said(reader)
    for words in ("S.Morita,threeweeks", "Weekof23November", "Tue2409:20", "HanshinMedicalDevices", "2amonth13d", "Lead-timeguarantee10→6days",
                  "Pricetable", "8dayslate", "nobodyyet", "HiranoSeiki", "S.Morita1,threeweeks", "WEPUSH"):  # fmt: skip
        assert words in text, words
    assert "Gonealready" not in text and len(reader.outline) == 2
    assert "S.Morita1" not in said(pdf(workspace, reps=(1,)))


def test_words_are_japanese_in_a_japanese_company(company: Company) -> None:
    text = said(pdf(company(language="ja"), weeks=2))
    for words in ("行動計画", "2週間", "11月23日の週", "24火09:20", "月2回", "13日"):
        assert words in text, words
    assert "Week" not in text and "visits" not in text


def test_weeks_are_chosen_within_bounds(company: Company, tmp_path: Path) -> None:
    workspace = company()
    assert len(read(workspace, weeks=1).reps[0].weeks) == 1 and len(read(workspace, weeks=13).reps[0].weeks) == 13
    with pytest.raises(BadInput, match="1 to 13 weeks"):
        export(workspace, "action-plan", "pdf", tmp_path / "a.pdf", weeks=14)
    with pytest.raises(BadInput, match="1 to 13 weeks"):
        export(workspace, "action-plan", "xlsx", tmp_path / "a.xlsx", weeks=-1)


def test_customers_without_a_rep_come_last_unless_one_rep_is_asked_for(company: Company) -> None:
    workspace = company(reps=2)
    with workspace.edit("Leave") as session:
        session.scalars(select(Customer).where(Customer.name == "Hirano Seiki")).one().rep_id = None
    assert [rep.name for rep in read(workspace).reps] == ["S. Morita", "S. Morita 1", "Without a rep"]
    assert [rep.name for rep in read(workspace, reps=(2,)).reps] == ["S. Morita 1"]
    assert "Withoutarep,threeweeks" in said(pdf(workspace))


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("visits", [0, 1, 25, 90])
def test_every_line_stays_on_its_page_and_days_are_named_at_its_top(company: Company, paper: str, visits: int) -> None:
    workspace = company(stops=1)
    with workspace.edit("Many") as session:
        for number in range(visits):
            day = TODAY + timedelta(days=number // 30)
            session.add(
                Visit(customer_id=1, rep_id=1, day=day, start=500 + number % 30 * 10, end=510 + number % 30 * 10, topics=f"T{number}Q")
            )
    reader = pdf(workspace, paper=paper)
    assert all(f"T{number}Q" in said(reader) for number in range(visits))
    for number, page in enumerate(reader.pages):
        heights: list[float] = []
        page.extract_text(visitor_text=lambda text, cm, tm, *_, found=heights: found.append(tm[5]) if text.strip() else None)
        assert min(heights) > 18 and max(heights) < float(page.mediabox.height) - 18
        if number and "T" in page.extract_text():
            first = next(line for line in page.extract_text().splitlines() if ":" in line)
            assert first.startswith(("Tue", "Wed", "Thu", "Fri")), first


def test_a_plan_a_little_too_long_is_set_smaller_instead_of_a_second_page(company: Company) -> None:
    workspace = company()
    with workspace.edit("More") as session:
        for number in range(20):
            start = 500 + number % 9 * 30
            session.add(
                Visit(customer_id=1 + number % 5, rep_id=1, day=TODAY + timedelta(days=1 + number // 9), start=start, end=start + 20)
            )
    assert len(pdf(workspace).pages) == 1


def test_in_grey_no_colour_is_left(company: Company) -> None:
    for page in pdf(company(), grey=True).pages:
        for line in page.get_contents().get_data().split(b"\n"):
            if line.strip().endswith((b" rg", b" RG")):
                red, green, blue = line.split()[-4:-1]
                assert red == green == blue


ODD = (
    "<b>",
    "&",
    "{name}",
    "％",
    "\u202eb\u200f",
    "e" + "\u0301" * 9,
    "=HYPERLINK(1)",
    "𠮷野家と髙橋",
    "\U0010fffe\ue000",
    "\n",
    "@SUM(A1)",
    "+1",
)


@pytest.mark.parametrize("seed", range(10))
def test_random_hostile_texts_print_as_typed_and_stay_text_in_the_workbook(company: Company, seed: int) -> None:
    workspace, chance = company(stops=5), random.Random(seed)
    hirano_calls(workspace)
    typed: list[str] = []

    def text(most: int) -> str:
        words = "".join(chance.choice((*ODD, chr(chance.randrange(32, 0x2FFFF)), " ", "words")) for _ in range(chance.randrange(1, 60)))
        marker = f"K{seed}{len(typed)}Q"
        typed.append(marker)
        kept = words.encode("utf-16", "replace").decode("utf-16").strip()
        return f"={marker} {kept * (20 if chance.random() < 0.1 else 1)}"[:most]

    with workspace.edit("Random") as session:
        for visit in session.scalars(select(Visit).where(Visit.day == TODAY)):
            visit.topics = text(5_000)
        for customer in session.scalars(select(Customer)):
            customer.name = text(200)
        session.scalars(select(Rep)).one().name = text(40)
        actions.add(session, text(150), due=TODAY)
    found = unicodedata.normalize("NFKC", said(pdf(workspace, paper=chance.choice(("A4", "Letter")), grey=chance.random() < 0.5)))
    assert [marker for marker in typed if marker not in found] == []
    content = render(workspace, "action-plan", "xlsx", Asked(TODAY)).content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 4 and not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)
    cells = "".join(str(cell) for name in range(4) for row in rows_of(content, name) for cell in row)
    assert [marker for marker in typed if f"={marker}" not in cells] == []


def rows_of(content: bytes, sheet: int) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(sheet).to_python()


def test_the_workbook_has_typed_cells_filters_and_a_print_set_up(company: Company) -> None:
    workspace = company()
    with workspace.edit("Action") as session:
        actions.add(session, "Price table", rep=1, due=date(2026, 11, 16))
    made = render(workspace, "action-plan", "xlsx", Asked(TODAY, paper="Letter"))
    book = CalamineWorkbook.from_filelike(io.BytesIO(made.content))
    assert book.sheet_names == ["Visits", "Desk calls", "Actions", "Left out"]
    heading, first, *_ = rows_of(made.content, 0)
    row = dict(zip(heading, first, strict=True))
    assert (row["Rep"], row["Week of"], row["Day"], row["From"], row["To"]) == (
        "S. Morita",
        date(2026, 11, 23),
        TODAY,
        time(9, 20),
        time(10, 30),
    )
    assert (row["Customer"], row["Days since the visit before"], row["Driving, minutes"]) == ("Hanshin Medical Devices", 13, 28)
    assert rows_of(made.content, 2)[1][:1] == ["Price table"] and rows_of(made.content, 2)[1][6] == 8
    assert rows_of(made.content, 3)[1][2] == "Hirano Seiki" and made.rows == sum(len(rows_of(made.content, n)) - 1 for n in range(4))
    with zipfile.ZipFile(io.BytesIO(made.content)) as book_zip:
        sheet = book_zip.read("xl/worksheets/sheet1.xml").decode()
        names = book_zip.read("xl/workbook.xml").decode()
    for part in ("<autoFilter", 'fitToHeight="0"', 'orientation="landscape"', 'state="frozen"', "&amp;P / &amp;N"):
        assert part in sheet, part
    assert 'paperSize="9"' not in sheet and "_xlnm.Print_Titles" in names


def test_a_new_workspace_makes_a_plan_that_says_there_is_nothing(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "new.asaichi", NewCompany(first_rep="A. Owner")) as workspace:
        assert "novisitsplanned" in said(pdf(workspace))
        with workspace.edit("Nobody") as session:
            session.scalars(select(Rep)).one().active = False
        assert "Norepgoesout." in said(pdf(workspace))
        for fmt in ("xlsx", "ics"):
            assert render(workspace, "action-plan", fmt, Asked(TODAY)).rows == 0
