"""Chapter: the segments with their figures, how they score, and what was decided on each and why."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench import formatting
from workbench.documents.strategy_document.chapter import BEGINS, LEAD, MOST_TOGETHER, MUTED, TEXT, subheading
from workbench.documents.strategy_words import by_decision, win_words
from workbench.output.pdf.bricks import Lines
from workbench.output.pdf.long_table import Ask, long_table
from workbench.output.pdf.parts import Cell
from workbench.output.pdf.passage import Passage
from workbench.output.pdf.text import Line, prose
from workbench.strings import ntr, tr
from workbench.targeting.criteria import CriterionView
from workbench.targeting.scoring import Matrix, Ranked, flip_words, matrix
from workbench.targeting.segments import DECISIONS, Overview, SegmentView, members
from workbench.visits.rules import CHANNELS

CRITERIA_A_TABLE = 7
MEMBERS = 6


@dataclass(frozen=True, slots=True)
class SegmentsChapter:
    """Segments in the order of their decision; `members` are the names of the largest customers of each, by id."""

    found: Overview
    matrix: Matrix
    members: dict[int, tuple[str, ...]]
    key: str = "segments"

    @property
    def ordered(self) -> list[SegmentView]:
        """Primary ones first."""
        return by_decision(self.found.segments)

    @property
    def message(self) -> str:
        """Whom the plan serves first."""
        first = [_flat(one.name) for one in self.ordered if one.decision == "primary"]
        if not first:
            return ntr("{n} segment, none is primary yet", "{n} segments, none is primary yet", len(self.found.segments))
        return tr("First of all: {names}", names=tr(", ").join(first))

    def wanted(self, passage: Passage) -> float:
        """As any chapter."""
        return BEGINS

    def compose(self, passage: Passage) -> None:
        """Figures, score matrix, reasons."""
        self._figures(passage)
        if self.matrix.criteria and self.matrix.rows:
            self._scores(passage)
        if any(one.note or one.reason or one.sentence for one in self.found.segments):
            subheading(passage, "segments.reasons", tr("Whom exactly, and why"))
            passage.put(*(self._reason(one, passage.across) for one in self.ordered), gap=0)

    def _figures(self, passage: Passage) -> None:
        rows = []
        for one in self.ordered:
            muted = one.decision == "later"
            visits = formatting.number(one.visits) if one.visits >= 0.5 else ""
            rows.append(
                (
                    Cell(one.name, bold=not muted, muted=muted),
                    Cell(tr(DECISIONS[one.decision]) if one.decision in DECISIONS else tr("open"), muted=muted),
                    Cell(formatting.number(one.customers), muted=muted),
                    Cell(formatting.money_short(one.revenue, self.found.currency) if one.revenue else "", muted=muted),
                    Cell(formatting.percent(one.share) if one.share > 0 else "", muted=muted),
                    Cell(win_words(one.win, short=True), below=win_words(one.win), muted=muted),
                    Cell(visits, muted=muted),
                )
            )
        if self.found.rest_customers:
            rest = formatting.money_short(self.found.rest_revenue, self.found.currency) if self.found.rest_revenue else ""
            share = self.found.rest_revenue / self.found.revenue if self.found.revenue > 0 else 0.0
            rows.append(
                (
                    Cell(tr("In no segment"), muted=True),
                    Cell(""),
                    Cell(formatting.number(self.found.rest_customers), muted=True),
                    Cell(rest, muted=True),
                    Cell(formatting.percent(share) if share > 0 else "", muted=True),
                    Cell(""),
                    Cell(""),
                )
            )
        asked = (
            Ask(tr("Segment"), share=1),
            Ask(tr("Decision")),
            Ask(tr("Customers"), right=True),
            Ask(tr("Revenue"), right=True),
            Ask(tr("Share"), right=True),
            Ask(tr("Win rate"), right=True),
            Ask(tr("Visits a month"), right=True),
        )
        long_table(passage, asked, rows)

    def _scores(self, passage: Passage) -> None:
        subheading(
            passage, "segments.scores", tr("How they score"), flip_words(self.matrix), min(80.0 + 40 * len(self.matrix.rows), MOST_TOGETHER)
        )
        best = [*self.matrix.best(), *(row for row in self.matrix.rows if row.rank is None)]
        kinds = self.matrix.criteria
        note = tr("1 to 5, weights in brackets. Bold scores come from the file’s own figures, the others were given by hand.")
        for start in range(0, len(kinds), CRITERIA_A_TABLE):
            passage.space(16 if start else 0)
            _score_table(passage, kinds, best, start, note if start + CRITERIA_A_TABLE >= len(kinds) else "")

    def _reason(self, one: SegmentView, across: float) -> Lines:
        lines: list[Line] = [*prose(one.name, LEAD, across)]
        lines += prose(one.note, TEXT, across)
        lines += prose(tr("Customers: {filter}", filter=one.sentence) if one.sentence else "", MUTED, across)
        if one.channel:
            lines += prose(tr("Channel: {channel}", channel=tr(CHANNELS[one.channel])), MUTED, across)
        names = self.members.get(one.id, ())
        if names:
            lines += prose(tr("The largest: {names}", names=tr(", ").join(names)), MUTED, across)
        if one.reason:
            decided = tr(DECISIONS[one.decision]) if one.decision in DECISIONS else tr("open")
            lines += prose(tr("{decision}: {reason}", decision=decided, reason=one.reason), TEXT, across)
        return Lines(tuple(lines), across, "rule", tops=10)


def segments_chapter(session: Session, found: Overview) -> SegmentsChapter | None:
    """The chapter; None without a segment."""
    if not found.segments:
        return None
    names = {one.id: tuple(_flat(member.name) for member in members(session, one.id, MEMBERS)) for one in found.segments}
    return SegmentsChapter(found, matrix(session, found), names)


def _score_table(passage: Passage, kinds: tuple[CriterionView, ...], rows: list[Ranked], start: int, note: str) -> None:
    shown = kinds[start : start + CRITERIA_A_TABLE]
    asked = (
        Ask("", right=False),
        Ask(tr("Segment"), share=1.6),
        *(Ask(tr("{criterion} ({weight})", criterion=kind.name, weight=kind.weight), right=True, share=0.8) for kind in shown),
        Ask(tr("Score"), right=True),
    )
    cells = []
    for row in rows:
        scores = row.scores[start : start + CRITERIA_A_TABLE]
        cells.append(
            (
                Cell(str(row.rank) if row.rank is not None else "", bold=True, role="thread"),
                Cell(row.segment.name, bold=True),
                *(Cell(_score(score.value), bold=not score.by_hand, muted=score.by_hand) for score in scores),
                Cell(formatting.number(row.total, 1) if row.total is not None else "", bold=True),
            )
        )
    long_table(passage, asked, cells, note)


def _score(value: float | None) -> str:
    if value is None:
        return "–"
    return formatting.number(value, 0 if value == int(value) else 1)


def _flat(name: str) -> str:
    return " ".join(name.split())
