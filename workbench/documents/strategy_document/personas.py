"""Chapter: who buys in the segments. Each attribute with its origin, and how much rests on own evidence; what is known of nobody is left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.documents.strategy_document.chapter import BEGINS, headed_table
from workbench.documents.strategy_words import RANKS
from workbench.output.pdf.long_table import Ask
from workbench.output.pdf.parts import Cell
from workbench.output.pdf.passage import Passage
from workbench.strings import ntr, tr
from workbench.value.personas import KEYS, ORIGINS, Attribute, PersonaView, SegmentPersonas, by_segment, share_words

COLOURS = {"data": "good", "field": "accent", "draft": "warn"}


@dataclass(frozen=True, slots=True)
class PersonasChapter:
    """The personas that say something, each with its segment's name, those of primary segments first."""

    personas: tuple[tuple[str, PersonaView], ...]
    key: str = "personas"

    @property
    def message(self) -> str:
        """How many there are, and how much of them rests on own evidence."""
        every = [one for _, one in self.personas]
        return tr("{personas}; {share}", personas=ntr("{n} persona", "{n} personas", len(every)), share=share_words(every))

    def wanted(self, passage: Passage) -> float:
        """As any chapter."""
        return BEGINS

    def compose(self, passage: Passage) -> None:
        """A table a persona; the last one tells what an AI draft is."""
        asked = (Ask(tr("Attribute")), Ask(tr("What we know"), share=1), Ask(tr("Where from")))
        drafts = any(one.origin == "draft" for _, persona in self.personas for one in persona.attributes)
        note = tr("An AI draft is an assistant’s guess: nobody has asked a customer yet.") if drafts else ""
        for place, (segment, persona) in enumerate(self.personas, 1):
            rows = [_row(one) for one in persona.attributes if one.text]
            message = tr("{segment}: {share}", segment=" ".join(segment.split()), share=share_words((persona,)))
            last = note if place == len(self.personas) else ""
            headed_table(passage, f"personas.{persona.id}", " ".join(persona.name.split()), asked, rows, last, message)


def personas_chapter(session: Session) -> PersonasChapter | None:
    """The chapter; None while nothing is known of anybody."""
    found = sorted(by_segment(session), key=_rank)
    kept = tuple((one.name, persona) for one in found for persona in one.personas if persona.filled)
    return PersonasChapter(kept) if kept else None


def _rank(one: SegmentPersonas) -> int:
    return RANKS.index(one.decision) if one.decision in RANKS else 2


def _row(one: Attribute) -> Sequence[Cell]:
    return (
        Cell(tr(KEYS[one.key]), muted=True),
        Cell(one.text, muted=not one.own),
        Cell(tr(ORIGINS[one.origin]), role=COLOURS[one.origin]),
    )
