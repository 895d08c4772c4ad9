"""Boards, segments, value statements and actions as lists."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

from python_calamine import CalamineWorkbook

from workbench.actions import actions
from workbench.analysis import cards, strategies
from workbench.documents.exports import Asked, export, render
from workbench.targeting import commands, criteria
from workbench.targeting.filters import Condition, Group
from workbench.value import statements
from workbench.workspace import Workspace

Company = Callable[..., Workspace]
TODAY = date(2026, 11, 24)
HOSTILE = ("=1+1", "@SUM(A1)", "+81 6", "-x", "<b>&", "two\nlines", "😀", "\u202eevil")


def rows_of(workspace: Workspace, document: str) -> list[dict[str, object]]:
    content = render(workspace, document, "xlsx", Asked(TODAY)).content
    heading, *rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    return [dict(zip(map(str, heading), row, strict=True)) for row in rows]


def test_boards_have_a_row_a_card_with_what_was_made_of_it(company: Company) -> None:
    workspace = company()
    with workspace.edit("Cards") as session:
        first = cards.add(session, "strengths", "Micron tolerance")
        second = cards.add(session, "threats", "Vendor lists merge")
        told = cards.add(session, "company", "Two machines free", question="only")
        cards.send(session, (told,), "strengths")
        cards.edit(session, first, evidence="log", weight=5)
        strategies.make(session, "Stay on the list", (first, second))
    rows = rows_of(workspace, "boards")
    assert [(row["Board"], row["Column"], row["Card"], row["Weight"]) for row in rows] == [
        ("3C", "Company", "Two machines free", 3),
        ("SWOT", "Strengths", "Micron tolerance", 5),
        ("SWOT", "Strengths", "Two machines free", 3),
        ("SWOT", "Threats", "Vendor lists merge", 3),
    ]
    assert rows[0]["Question"] == "What can only we offer?" and rows[2]["Came from"] == "3C Company"
    assert rows[1]["Strategies"] == rows[3]["Strategies"] == "Stay on the list" and rows[1]["Evidence"] == "log"


def test_segments_have_figures_and_a_column_a_criterion(company: Company) -> None:
    workspace = company()
    with workspace.edit("Segment") as session:
        key = commands.add(session, "The best", Group("and", (Condition("tier", "is", "A"),)), decision="primary", reason="why not")
        plan = strategies.current_plan(session)
        assert plan is not None
        criteria.begin(session, plan.id)
        criteria.set_score(session, key, criteria.criteria(session, plan.id)[3].id, 4)
    (row,) = rows_of(workspace, "segments")
    assert (row["Segment"], row["Decision"], row["Customers"], row["Share"]) == ("The best", "Primary", 3, 0.4101)
    assert row["Rivalry (3)"] == 4 and row["Market size (4)"] == 5 and row["Rank"] == 1 and row["Win rate"] == ""


def test_value_statements_have_a_row_each_with_the_figures_and_what_is_still_missing(company: Company) -> None:
    workspace = company()
    with workspace.edit("Value") as session:
        optics = commands.add(session, "Optics", decision="primary")
        commands.add(session, "Nobody spoken to")
        weak = statements.add(session, optics, "Same-day quotes")
        statements.change(session, weak, so_what="They need not wait")
        strong = statements.add(session, optics, "48-hour prototypes")
        statements.change(session, strong, gain="A prototype sooner", before=9, after=2.5, unit="days")
    first, second = rows_of(workspace, "value")
    assert (first["Segment"], first["Decision"], first["What we offer"], first["So what"]) == (
        "Optics",
        "Primary",
        "Same-day quotes",
        "They need not wait",
    )
    assert first["Before"] == "" and first["Still missing"] == "gain, before, after, unit" and first["Said first"] == 2
    assert (second["What the customer gains"], second["Before"], second["After"], second["Unit"]) == ("A prototype sooner", 9, 2.5, "days")
    assert second["Still missing"] == "" and second["Said first"] == 1


def test_actions_say_who_does_what_by_when(company: Company) -> None:
    workspace = company()
    with workspace.edit("Actions") as session:
        actions.add(session, "Price table", rep=1, due=date(2026, 11, 16))
        actions.add(session, "Loose", status="done")
    late, done = rows_of(workspace, "actions")
    assert (late["Action"], late["Who"], late["By"], late["Days late"]) == ("Price table", "S. Morita", date(2026, 11, 16), 8)
    assert done["Finished on"] == TODAY and done["Days late"] == ""


def test_no_text_becomes_a_formula(company: Company, tmp_path: Path) -> None:
    workspace = company()
    with workspace.edit("Hostile") as session:
        for words in HOSTILE:
            cards.add(session, "strengths", words)
            statements.change(session, statements.add(session, commands.add(session, words), words), gain=words, unit=words)
            actions.add(session, words, note=words)
    assert [row["Card"] for row in rows_of(workspace, "boards")] == [words.strip() for words in HOSTILE]
    for document in ("boards", "segments", "value", "actions"):
        assert b"<f>" not in b"".join(_parts(render(workspace, document, "xlsx", Asked(TODAY)).content))
        export(workspace, document, "csv", tmp_path / f"{document}.csv")
        for line in (tmp_path / f"{document}.csv").read_text("utf-8-sig").splitlines():
            assert not any(cell.lstrip('"').startswith(("=", "@", "+8", "-x")) for cell in line.split(","))


def _parts(content: bytes) -> list[bytes]:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets")]
