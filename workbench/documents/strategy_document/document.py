"""The strategy document: read in one short session, then laid, then drawn: page one, contents, chapters."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from workbench import clock, formatting
from workbench.documents.chapters import CHAPTERS
from workbench.documents.material import material
from workbench.documents.strategy import StrategyPage, months_chart, strategy_page
from workbench.documents.strategy_document.actions import actions_chapter, assumptions_chapter
from workbench.documents.strategy_document.boards import board_chapter
from workbench.documents.strategy_document.chapter import Chapter, heading
from workbench.documents.strategy_document.contents import ROWS, Entry, lay_contents
from workbench.documents.strategy_document.goal import goal_chapter
from workbench.documents.strategy_document.personas import personas_chapter
from workbench.documents.strategy_document.positioning import positioning_chapter
from workbench.documents.strategy_document.rules import rules_chapter
from workbench.documents.strategy_document.segments import segments_chapter
from workbench.documents.strategy_document.strategies import strategies_chapter
from workbench.documents.strategy_document.value import value_chapter
from workbench.documents.strategy_paper import draw_page
from workbench.goals.kgi import current_plan
from workbench.output.pdf.flow import Flow
from workbench.output.pdf.parts import FOOT, MARGIN, foot
from workbench.output.pdf.passage import Passage
from workbench.output.pdf.sheet import Paper, Sheet
from workbench.output.pdf.starts import lay
from workbench.output.pdf.text import Style, width
from workbench.strings import tr, using_language
from workbench.visits.rules import rules
from workbench.workspace.workspace import company_of

TOP = 118.0
HEAD = Style(13, 400, "muted", 18)
FIRST = 2
"""The page on which the contents stand; page one is the strategy on a page."""


@dataclass(frozen=True, slots=True)
class StrategyDocument:
    """Page one and the chapters that have something to say, in order; `left_out` are keys of chapters that the owner does not want."""

    page: StrategyPage
    chapters: tuple[Chapter, ...]
    left_out: frozenset[str]


@dataclass(frozen=True, slots=True)
class Made:
    """The finished document. `begins` is the page on which each chapter begins, 0 for one that has something to say but was left out."""

    content: bytes
    pages: int
    begins: dict[str, int]


def strategy_document(session: Session, day: date, language: str = "", without: Collection[str] = ()) -> StrategyDocument:
    """The document as it is on `day` in `language`, the company's where it is empty, `without` some chapters (keys of CHAPTERS)."""
    company = company_of(session)
    language = language or company.language
    with using_language(language):
        known = material(session, with_ways=True)
        page = strategy_page(session, day, language, known)
        plan = current_plan(session)
        directions = (plan.company_direction.strip(), plan.marketing_direction.strip()) if plan else ("", "")
        chart = months_chart(known.found, company.currency) if known.found else None
        found = (
            goal_chapter(page, known, directions, chart, company.currency),
            board_chapter(session, "three_c", "3c"),
            board_chapter(session, "swot", "swot"),
            strategies_chapter(session, known.strategies),
            segments_chapter(session, known.segments),
            positioning_chapter(session),
            personas_chapter(session),
            value_chapter(known.value),
            board_chapter(session, "four_p", "4p"),
            rules_chapter(page, rules(session)),
            actions_chapter(known.actions),
            assumptions_chapter(known.assumptions),
        )
    return StrategyDocument(page, tuple(one for one in found if one is not None), frozenset(without))


def strategy_document_pdf(document: StrategyDocument, paper: str = "A4", grey: bool = False) -> Made:
    """Draw it: page one is the strategy on a page, page two begins with the contents."""
    page = document.page
    with using_language(page.language):
        title = f"{tr('Sales strategy')} · {page.plan}"
        pdf = Sheet(Paper(paper, grey=grey), title, page.company, page.language)
        flow, pages = laid(document, pdf)
        count = len(flow.pages) + 1
        draw_page(pdf, page, f"1 / {count}")
        pdf.bookmark("page", tr("Strategy on a page"), 0, 0)
        _draw(pdf, flow, page, count)
        begins = {one.key: int(pages.get(one.key, "0")) for one in document.chapters}
        return Made(pdf.bytes(), pdf.pages, begins)


def laid(document: StrategyDocument, pdf: Sheet) -> tuple[Flow, dict[str, str]]:
    """Contents and chapters laid on pages of the size of `pdf`, and the page of each mark."""
    flow = Flow(MARGIN, pdf.width - 2 * MARGIN, TOP, pdf.height - FOOT - 24)
    chapters = [one for one in document.chapters if one.key not in document.left_out]
    entries = [Entry("page", "", tr("Strategy on a page"), document.page.period)]
    entries += [Entry(one.key, str(number), tr(CHAPTERS[one.key]), one.message) for number, one in enumerate(chapters, 1)]
    pages: dict[str, str] = {"page": "1"}
    across, high = flow.across, flow.bottom - flow.top
    openings = []
    for row in ROWS:
        opening = Passage(across, high)
        heading(opening, "contents", "", tr("Contents"), tr("All figures as of {day}.", day=formatting.day(clock.today())))
        lay_contents(opening, entries, pages, row)
        openings.append(opening)
    passages = []
    for entry, chapter in zip(entries[1:], chapters, strict=True):
        passage = Passage(across, high)
        heading(passage, entry.key, entry.number, entry.title, entry.message, chapter.wanted(passage))
        chapter.compose(passage)
        passages.append(passage)
    lay(flow, openings, passages)
    pages.update({mark.key: str(mark.page + FIRST) for mark in flow.marks})
    return flow, pages


def _draw(pdf: Sheet, flow: Flow, page: StrategyPage, count: int) -> None:
    running = tr("Contents")
    for number, bricks in enumerate(flow.pages):
        marks = [mark for mark in flow.marks if mark.page == number]
        chapters = [mark for mark in marks if mark.level == 0]
        if chapters and (chapters[0].top <= TOP + 1 or number == 0):
            running = chapters[0].title
        pdf.new_page()
        _running_head(pdf, page, running)
        for mark in marks:
            pdf.bookmark(mark.key, mark.title, mark.level, mark.top - 10)
        for brick, x, top in bricks:
            brick.draw(pdf, x, top)
        foot(pdf, tr("{company} · confidential", company=page.company), f"{number + FIRST} / {count}")
        if chapters:
            running = chapters[-1].title


def _running_head(pdf: Sheet, page: StrategyPage, running: str) -> None:
    room = pdf.width - 2 * MARGIN
    right = min(width(page.plan, HEAD), room * 0.5)
    pdf.text(pdf.width - MARGIN - right, 62, page.plan, HEAD, room=right)
    pdf.text(MARGIN, 62, running, HEAD, room=room - right - 24)
    pdf.rule(MARGIN, 86, room)
