"""Chapters: the 3C and the SWOT board as boards, columns of cards with the dots of their weight. Cards without evidence are marked."""

from dataclasses import dataclass
from functools import partial

from sqlalchemy.orm import Session

from workbench import clock, formatting
from workbench.analysis.cards import BOARD_OF, COLUMN_NAMES, Board, CardView, Column, board, place_name
from workbench.analysis.questions import of_column
from workbench.analysis.snapshots import snapshots
from workbench.documents.strategy_document.chapter import BEGINS, headed_table, quoted
from workbench.output.pdf.bricks import Drawn, Lines, dots
from workbench.output.pdf.flow import Brick, Stack
from workbench.output.pdf.long_table import Ask
from workbench.output.pdf.parts import Cell
from workbench.output.pdf.passage import Passage
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Style, one_line, prose
from workbench.strings import marked, ntr, tr

TONES = {"strengths": "strength", "weaknesses": "weakness", "opportunities": "opportunity", "threats": "threat"}
SUBTITLES = {
    "customer": marked("what they want"),
    "competitor": marked("what they offer"),
    "company": marked("what only we can do"),
    "strengths": marked("what only we can offer"),
    "weaknesses": marked("what customers feel"),
    "opportunities": marked("in market and customers"),
    "threats": marked("what could hurt us"),
    "product": marked("what customers gain, with a number"),
    "price": marked("what it costs, and why"),
    "place": marked("who is visited, who is served from the desk"),
    "promotion": marked("how they hear of it"),
}
ACROSS = {"3c": 3, "swot": 2, "4p": 2}
DECISIONS = frozenset({"4p"})
"""Boards of what we do, not of what is so: their cards need no evidence."""
GUTTER, GAP = 20.0, 7.0
PAD = 12.0
DOTS = 74.0
HEAD = 37.0
NAME = Style(16.5, 600, "ink", 23)
ABOUT = Style(13.5, 400, "muted", 19)
CARD = Style(15.5, 400, "ink", 21)
QUESTION = Style(14, 500, "ink", 20)
EVIDENCE = Style(13, 400, "muted", 19)
LACKING = Style(13, 600, "warn", 19)


@dataclass(frozen=True, slots=True)
class BoardChapter:
    """A board that has cards; `frozen` tells of its last snapshot."""

    key: str
    board: Board
    frozen: str

    @property
    def message(self) -> str:
        """How many cards there are, and how many nobody could check."""
        cards = ntr("{n} card", "{n} cards", len(self.board.cards))
        if self.board.key in DECISIONS:
            return cards
        lacking = self.board.without_evidence
        if not lacking:
            return tr("{cards}, each with its evidence", cards=cards)
        return ntr("{cards}, {n} of them without evidence", "{cards}, {n} of them without evidence", lacking, cards=cards)

    def wanted(self, passage: Passage) -> float:
        """All of the board where a page has room for it."""
        high = sum(max(stack.height for stack in row) + 48 for row in self._rows(passage.across))
        return high if high < passage.high - 130 else BEGINS

    def compose(self, passage: Passage) -> None:
        """The columns side by side, as many rows of them as it takes."""
        for number, row in enumerate(self._rows(passage.across)):
            passage.space(30 if number else 0)
            passage.columns(*row)
        passage.space(18)
        passage.put(Lines(prose(self.frozen, ABOUT, passage.across), passage.across))
        if self.board.key == "3c":
            _rivals(passage, self.board.column("competitor"))

    def _rows(self, across: float) -> list[list[Stack]]:
        each = ACROSS[self.board.key]
        wide = (across - GUTTER * (each - 1)) / each
        columns = self.board.columns
        return [
            [_stack(column, wide, place * (wide + GUTTER)) for place, column in enumerate(columns[start : start + each])]
            for start in range(0, len(columns), each)
        ]


def board_chapter(session: Session, key: str, name: str) -> BoardChapter | None:
    """The chapter called `key` of the board called `name`; None without a card."""
    found = board(session, name)
    if not found.cards:
        return None
    taken = snapshots(session)
    words = tr("The board as of {day}.", day=formatting.day(clock.today()))
    if taken:
        last = formatting.day(taken[0].taken_on)
        about = tr("{day}, {name}", day=last, name=taken[0].name) if taken[0].name else last
        words = tr("The board as of {day}. Last snapshot: {snapshot}.", day=formatting.day(clock.today()), snapshot=about)
    return BoardChapter(key, found, words)


def _stack(column: Column, across: float, indent: float) -> Stack:
    """A column: its cards below the question that each answers, or all below each other where the column asks none."""
    asked = of_column(column.key)
    bricks: list[Brick] = []
    for question in asked:
        answers = [_card(card, across) for card in column.cards if card.question == question.code]
        lines = prose(tr(question.text), QUESTION, across)
        if not answers:
            lines += prose(tr("No card yet."), EVIDENCE, across)
        bricks += [Lines(lines, across, tops=5 if bricks else 2), *answers]
    known = {question.code for question in asked}
    others = [_card(card, across) for card in column.cards if card.question not in known]
    if asked and others:
        bricks.append(Lines(prose(tr("Beyond the questions"), QUESTION, across), across, tops=5))
    bricks += others
    if not bricks:
        bricks.append(Lines(prose(tr("No card yet."), EVIDENCE, across), across))
    return Stack(bricks, indent, Drawn(HEAD, partial(_paint_head, column.key, len(column.cards), across)), GAP)


def _rivals(passage: Passage, column: Column) -> None:
    """The rivals by name: what the cards say on each, question by question. Nothing where no card names one."""
    names = list(dict.fromkeys(card.rival for card in column.cards if card.rival))
    asked = of_column(column.key)
    if not names or not asked:
        return
    rows = []
    for name in names:
        own = [card for card in column.cards if card.rival == name]
        answers = ("\n".join(quoted(card.text) for card in own if card.question == question.code) for question in asked)
        rows.append((Cell(name, bold=True), *(Cell(words or "–", muted=not words) for words in answers)))
    columns = (Ask(tr("Rival"), share=0.7), *(Ask(tr(question.text), share=1) for question in asked))
    headed_table(passage, "three_c.rivals", tr("Rival by rival"), columns, rows)


def _card(card: CardView, across: float) -> Brick:
    room = across - 2 * PAD
    lines = prose(card.text, CARD, room)
    words = " · ".join(part for part in _about(card) if part)
    below = [*prose(words, EVIDENCE, room - DOTS)]
    lacking = not card.evidence and BOARD_OF[card.column] not in DECISIONS
    if lacking:
        below += prose(tr("no evidence yet"), LACKING, room - DOTS)
    below = below or [one_line("", EVIDENCE)]
    weight = partial(_paint_dots, card.weight, TONES.get(card.column, "accent"))
    return Lines((*lines, *below), across, "dashed" if lacking else "box", PAD, 8.0, ((len(lines), weight),))


def _about(card: CardView) -> tuple[str, ...]:
    source = f"↙ {place_name(card.source.column)}" if card.source else ""
    return source, card.rival, card.evidence


def _paint_dots(weight: int, role: str, sheet: Sheet, x: float, top: float, across: float) -> None:
    dots(sheet, x + across - PAD + 2, top, weight, role)


def _paint_head(key: str, count: int, across: float, sheet: Sheet, x: float, top: float) -> None:
    sheet.box(x, top, across, 3, fill=TONES.get(key, "accent"))
    number = sheet.text(x + across, top + 9, formatting.number(count), ABOUT, "right")
    wide = sheet.text(x, top + 8, tr(COLUMN_NAMES[key]), NAME, room=across - number - 10)
    rest = across - wide - number - 20
    if rest > 60:
        sheet.text(x + wide + 8, top + 9.5, tr(SUBTITLES[key]), ABOUT, room=rest)
