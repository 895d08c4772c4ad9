"""Chapter: what each segment gains, with the customer's own number before and after; statements without one are marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.documents.strategy_document.chapter import BEGINS, headed_table
from workbench.documents.strategy_words import RANKS
from workbench.output.pdf.long_table import Ask
from workbench.output.pdf.parts import Cell
from workbench.output.pdf.passage import Passage
from workbench.strings import ntr, tr
from workbench.value.statements import SegmentValue, StatementView, figure


@dataclass(frozen=True, slots=True)
class ValueChapter:
    """The segments that have statements, primary ones first."""

    segments: tuple[SegmentValue, ...]
    key: str = "value"

    @property
    def message(self) -> str:
        """How many statements there are, and how many lack the customer's number."""
        words = ntr("{n} statement", "{n} statements", sum(len(one.statements) for one in self.segments))
        weak = sum(one.weak for one in self.segments)
        if not weak:
            return tr("{statements}, each with the customer’s own number", statements=words)
        return ntr(
            "{statements}, {n} without the customer’s number", "{statements}, {n} without the customer’s number", weak, statements=words
        )

    def wanted(self, passage: Passage) -> float:
        """As any chapter."""
        return BEGINS

    def compose(self, passage: Passage) -> None:
        """A table a segment: the best statements first."""
        asked = (
            Ask(tr("What we offer"), share=1),
            Ask(tr("What the customer gains"), share=1.3),
            Ask(tr("Before"), right=True),
            Ask(tr("After"), right=True),
        )
        for one in self.segments:
            best = one.best
            rows = [_row(statement, statement in best) for statement in (*best, *(s for s in one.statements if s not in best))]
            headed_table(passage, f"value.{one.id}", " ".join(one.name.split()), asked, rows)


def value_chapter(found: Sequence[SegmentValue]) -> ValueChapter | None:
    """The chapter; None without a statement."""
    kept = sorted((one for one in found if one.statements), key=lambda one: RANKS.index(one.decision) if one.decision in RANKS else 2)
    return ValueChapter(tuple(kept)) if kept else None


def _row(one: StatementView, best: bool) -> tuple[Cell, ...]:
    gain = one.gain or one.so_what
    lacking = tr("the customer’s number is still to be found") if one.weak else ""
    return (
        Cell(one.feature, below=one.so_what if one.gain else ""),
        Cell(gain, below=lacking, bold=best and not one.weak, muted=one.weak),
        Cell(_figure(one.before, one.unit), muted=one.weak),
        Cell(_figure(one.after, one.unit), bold=not one.weak, muted=one.weak),
    )


def _figure(value: float | None, unit: str) -> str:
    return f"{figure(value)} {unit}".strip() if value is not None else ""
