"""The strategy document: what it says, where it begins what, and that no text of the owner's breaks it."""

import io
import random
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from models import Kgi, KgiMonthChange, Plan
from models.base import MONEY_SCALE
from workbench.actions import actions, assumptions
from workbench.analysis import cards, snapshots, strategies
from workbench.documents.exports import Asked, export, render
from workbench.documents.strategy_document.document import strategy_document, strategy_document_pdf
from workbench.goals import months
from workbench.targeting import commands
from workbench.value import statements
from workbench.workspace import NewCompany, Workspace

Company = Callable[..., Workspace]
TODAY = date(2026, 11, 24)
ODD = (
    "<b>bold</b> & <i>AT&T</i>",
    "\"quoted\" 'single' \\n \\ (paren) %s {field}",
    "שלום עולם ושוב שלום",
    "مرحبا بالعالم",
    "朝一の営業会議、「48時間試作」で勝つ。",
    "🚀🎉 go 👩‍🔬",
    "W" * 300,
    "Z" + "\u0301" * 40,
    "a\u202eb\u200fc\u0001d",
    "one\n\ntwo\r\nthree\u2028four",
    "=HYPERLINK(1)",
    "𠮷野家と髙橋、﨑",
    "\U0010fffe\ue000?",
)


def made(workspace: Workspace, paper: str = "A4", grey: bool = False, without: tuple[str, ...] = ()) -> tuple[PdfReader, dict[str, int]]:
    with workspace.read() as session:
        document = strategy_document(session, TODAY, without=without)
    found = strategy_document_pdf(document, paper, grey)
    reader = PdfReader(io.BytesIO(found.content))
    assert len(reader.pages) == found.pages
    return reader, found.begins


def said(reader: PdfReader) -> str:
    """All that is printed, without blanks: lines break anywhere."""
    return "".join("".join(page.extract_text().split()) for page in reader.pages)


def titles(reader: PdfReader) -> list[str]:
    return [entry["/Title"] for entry in reader.outline if not isinstance(entry, list)]


def full(workspace: Workspace) -> None:
    """Fill boards, strategies, segments, actions and assumptions with a few rows each."""
    with workspace.edit("Fill") as session:
        strong = cards.add(session, "strengths", "Micron tolerance on titanium")
        chance = cards.add(session, "opportunities", "Prototyping comes back to Kansai")
        cards.edit(session, strong, evidence="inspection log", weight=5)
        cards.add(session, "customer", "They wait for our price", question="struggle")
        segment = commands.add(session, "Medical devices")
        shop = strategies.make(session, "Be the 48-hour prototype shop", (strong, chance), 5, 4, (segment,))
        actions.add(session, "Price table", strategy=shop, due=date(2026, 11, 16))
        assumptions.add(session, "market", "Prototyping grows until March")
        snapshots.take(session, "First week")


def test_all_chapters_are_there_with_contents_bookmarks_and_running_heads(company: Company) -> None:
    workspace = company(reps=2)
    full(workspace)
    reader, begins = made(workspace)
    assert list(begins) == ["goal", "three_c", "swot", "strategies", "segments", "rules", "actions", "assumptions"]
    assert 5 <= len(reader.pages) <= 20
    assert titles(reader)[0] == "Strategy on a page" and titles(reader)[2:5] == ["1 Goal and months", "2 3C", "3 SWOT"]
    contents = reader.pages[1].extract_text()
    for number, (key, title) in enumerate((("goal", "Goal and months"), ("swot", "SWOT"), ("assumptions", "Assumptions"))):
        assert title in contents and f"{begins[key]}" in contents, number
        page = reader.pages[begins[key] - 1].extract_text()
        assert title in page and f"{begins[key]} / {len(reader.pages)}" in page
    entry = next(one for one in reader.outline if not isinstance(one, list) and one["/Title"] == "3 SWOT")
    assert reader.get_destination_page_number(entry) == begins["swot"] - 1
    text = said(reader)
    for words in ("Microntoleranceontitanium", "inspectionlog", "noevidenceyet", "24Nov2026,Firstweek", "Bethe48-hourprototypeshop",
                  "→Segment:Medicaldevices", "8dayslate", "Prototypinggrowsuntil"):  # fmt: skip
        assert words in text, words


def test_contents_lead_to_the_chapters_by_a_click(company: Company) -> None:
    workspace = company()
    full(workspace)
    reader, begins = made(workspace)
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages, 1) if page.indirect_reference}
    targets = [pages[annotation.get_object()["/Dest"][0].idnum] for annotation in reader.pages[1]["/Annots"]]
    assert targets == [1, *begins.values()]


def test_empty_chapters_leave_themselves_out_and_others_when_asked(company: Company) -> None:
    workspace = company()
    assert list(made(workspace)[1]) == ["goal", "rules"]
    full(workspace)
    reader, begins = made(workspace, without=("three_c", "rules"))
    assert begins["three_c"] == begins["rules"] == 0 and begins["swot"] > 0
    assert not any("3C" in title or "rules" in title for title in titles(reader)) and "2 SWOT" in titles(reader)


def test_a_changed_month_keeps_what_it_was_in_print(company: Company) -> None:
    workspace = company()
    with workspace.edit("Change") as session:
        goal = session.scalars(select(Kgi)).one()
        months.keep(session, goal.id)
        months.set_month(session, goal.id, date(2026, 11, 1), 3 * MONEY_SCALE)
        change = session.scalars(select(KgiMonthChange)).first()
        assert change is not None
        months.set_reason(session, change.id, "a large order moved")
        was = change.was // MONEY_SCALE
    reader, _ = made(workspace)
    assert f"{was}until24Nov" in said(reader) and "alargeordermoved" in said(reader)
    assert f"{was}until24Nov" in "".join(reader.pages[0].extract_text().split())


def test_a_draft_goal_is_not_printed(company: Company) -> None:
    workspace = company()
    with workspace.edit("Draft") as session:
        session.scalars(select(Kgi)).one().baseline = None
    text = said(made(workspace)[0])
    assert "60neworders" not in text and "MONTHBYMONTH" not in text


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_long_card_breaks_between_pages_and_nothing_of_it_is_lost(company: Company, paper: str) -> None:
    workspace = company()
    words = [f"word{number}" for number in range(700)]
    with workspace.edit("Long") as session:
        cards.add(session, "strengths", " ".join(words))
        cards.add(session, "threats", "あ" * 5_000)
    reader, begins = made(workspace, paper)
    text = said(reader)
    assert all(word in text for word in words) and text.count("あ") == 5_000
    assert begins["swot"] and len(reader.pages) > begins["swot"]


def test_every_line_stays_on_its_page(company: Company) -> None:
    workspace = company()
    full(workspace)
    with workspace.edit("More") as session:
        for number in range(60):
            cards.add(session, "weaknesses", f"Weakness {number} " + "and so on " * (number % 9))
    reader, _ = made(workspace)
    for page in reader.pages:
        lowest: list[float] = []
        page.extract_text(visitor_text=lambda text, cm, tm, *_, found=lowest: found.append(tm[5]) if text.strip() else None)
        assert min(lowest) > 20 and max(lowest) < float(page.mediabox.height) - 20


@pytest.mark.parametrize("seed", range(12))
def test_random_boards_of_hostile_texts_print_as_typed(company: Company, seed: int) -> None:
    workspace, chance = company(stops=2), random.Random(seed)
    typed: list[str] = []

    def text(most: int) -> str:
        words = "".join(
            chance.choice((*ODD, chr(chance.randrange(32, 0x2FFFF)), " ", "\n", "plain words")) for _ in range(chance.randrange(1, 40))
        )
        words = (words * (1 + 5_000 // max(len(words), 1)))[:5_000] if chance.random() < 0.1 else words
        kept = words.encode("utf-16", "replace").decode("utf-16")[:most].strip() or "x"
        marker = f"K{seed}{len(typed)}Q"
        typed.append(marker)
        return f"{marker} {kept}"[:most]

    with workspace.edit("Random") as session:
        plan = session.scalars(select(Plan)).one()
        plan.name, plan.company_direction, plan.marketing_direction = text(60), text(900), text(900)
        ids: dict[str, list[int]] = {}
        for board in cards.BOARDS.values():
            for column in board:
                for _ in range(chance.randrange(0, 5)):
                    made_id = cards.add(session, column, text(5_000))
                    cards.edit(session, made_id, evidence=text(600) if chance.random() < 0.6 else "", weight=chance.randrange(1, 6))
                    ids.setdefault(column, []).append(made_id)
        segment = commands.add(session, text(60))
        commands.set_note(session, segment, text(800))
        commands.decide(session, segment, "primary", text(400))
        if ids.get("strengths") and ids.get("threats"):
            strategies.make(session, text(400), (ids["strengths"][0], ids["threats"][0]), segments=(segment,))
        actions.add(session, text(150), note=text(900), segment=segment)
        assumptions.add(session, "rivals", text(300), text(300))
    reader, _ = made(workspace, chance.choice(("A4", "Letter")), chance.random() < 0.5)
    found = unicodedata.normalize("NFKC", said(reader))
    missing = [marker for marker in typed if marker not in found]
    assert not missing


def test_tags_ampersands_and_scripts_are_printed_as_typed(company: Company) -> None:
    workspace = company()
    with workspace.edit("Typed") as session:
        for words in ("<b>bold</b> & <i>AT&T</i>", "𠮷野家と髙橋", "first line\nsecond line"):
            cards.add(session, "strengths", words)
    text = said(made(workspace)[0])
    for words in ("<b>bold</b>&<i>AT&T</i>", "𠮷野家と髙橋", "firstline", "secondline"):
        assert words in text, words


def test_an_empty_workspace_still_makes_a_document(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "new.asaichi", NewCompany(first_rep="A. Owner")) as workspace:
        reader, begins = made(workspace)
        assert len(reader.pages) >= 2 and "swot" not in begins


def test_in_grey_no_colour_is_left(company: Company) -> None:
    workspace = company()
    full(workspace)
    for page in made(workspace, grey=True)[0].pages:
        for line in page.get_contents().get_data().split(b"\n"):
            if line.strip().endswith((b" rg", b" RG")):
                red, green, blue = line.split()[-4:-1]
                assert red == green == blue


def test_what_customers_gain_and_the_four_p_are_chapters_and_stand_on_page_one(company: Company) -> None:
    workspace = company()
    full(workspace)
    with workspace.edit("Value") as session:
        (segment,) = statements.by_segment(session)
        strong = statements.add(session, segment.id, "48-hour prototypes")
        statements.change(session, strong, gain="A prototype sooner", before=9, after=2, unit="days")
        statements.add(session, segment.id, "Same-day quotes")
        cards.add(session, "price", "A price table")
    reader, begins = made(workspace)
    assert begins["value"] and begins["four_p"]
    text = said(reader)
    for words in (
        "48-hourprototypes",
        "9days",
        "2days",
        "thecustomer’snumberisstilltobefound",
        "Apricetable",
        "2statements,1withoutthecustomer’snumber",
    ):
        assert words in text, words
    first = "".join(reader.pages[0].extract_text().split())
    assert "WHATTHEYGAIN" in first and "Aprototypesooner:9→2days" in first
    assert (
        "noevidenceyet"
        not in "".join(reader.pages[begins["four_p"] - 1].extract_text().split())
        .split("4P")[-1]
        .split("TIERS")[0]
        .split("Tiersandrules")[0]
    )


def test_many_strategies_in_one_place_are_counted(company: Company) -> None:
    workspace = company()
    with workspace.edit("Strategies") as session:
        pair = (cards.add(session, "strengths", "Strong"), cards.add(session, "threats", "Threat"))
        for number in range(40):
            strategies.make(session, f"Strategy {number}", pair, 3, 1 + number % 2)
    text = said(made(workspace)[0])
    assert text.count("+18") == 2 and all(f"Strategy{number}" in text for number in range(40))


def test_the_command_leaves_chapters_out(company: Company, tmp_path: Path) -> None:
    workspace = company()
    full(workspace)
    whole = export(workspace, "strategy-document", "pdf", tmp_path / "whole.pdf")
    part = export(workspace, "strategy-document", "pdf", tmp_path / "part.pdf", without=("three_c", "swot", "segments", "rules"))
    assert part.pages and whole.pages and part.pages < whole.pages
    assert render(workspace, "strategy", "pdf", Asked(TODAY)).pages == 1
