"""Chapter: the strategies made of the SWOT cards, what each is made of, and what it leads to."""

from dataclasses import dataclass
from functools import partial

from sqlalchemy.orm import Session

from workbench import formatting
from workbench.analysis.crossings import KeyField, key_field
from workbench.analysis.strategies import StrategyView
from workbench.documents.strategy_document import effect_ease
from workbench.documents.strategy_document.chapter import BEGINS, LEAD, MUTED, quoted
from workbench.output.pdf.bricks import Drawn, Lines, dots
from workbench.output.pdf.flow import Brick, Stack
from workbench.output.pdf.parts import CAPTION
from workbench.output.pdf.passage import Passage
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Line, Style, one_line, prose
from workbench.strings import ntr, tr

LEFT, RIGHT, CHIP = 62.0, 190.0, 46.0
LEADS = Style(15, 500, "thread", 22)
NOWHERE = Style(15, 600, "warn", 22)
KIND = Style(14, 600, "accent", 22)
CAPTION_TEXT = Style(13.5, 600, "muted", 24)
BETWEEN = 36.0
DOTS = Style(13, 400, "muted", 18)


@dataclass(frozen=True, slots=True)
class StrategiesChapter:
    """Strategies by effect times ease; `field` is where rivals are weak and we are strong."""

    strategies: tuple[StrategyView, ...]
    field: KeyField | None
    key: str = "strategies"

    @property
    def message(self) -> str:
        """How many there are, and how many nobody carries."""
        count = ntr("{n} strategy", "{n} strategies", len(self.strategies))
        loose = sum(one.leads_nowhere for one in self.strategies)
        if not loose:
            return tr("{strategies}, each carried by a segment or an action", strategies=count)
        return ntr("{strategies}; {n} leads nowhere yet", "{strategies}; {n} lead nowhere yet", loose, strategies=count)

    def wanted(self, passage: Passage) -> float:
        """The figure with the captions and the first strategy below it."""
        return effect_ease.HEIGHT + BEGINS

    def compose(self, passage: Passage) -> None:
        """The key target field, then each strategy, the best first."""
        half = (passage.across - BETWEEN) / 2
        title = one_line(effect_ease.caption_words(), CAPTION_TEXT)
        figure: list[Brick] = [Lines((title,), half), Drawn(effect_ease.HEIGHT, partial(effect_ease.paint, self.strategies, half))]
        words: list[Brick] = [_field(self.field, half)] if self.field is not None else []
        words.append(_first(self.strategies[0], half))
        passage.columns(Stack(words, gap=24), Stack(figure, half + BETWEEN))
        passage.space(26)
        passage.put(Drawn(18, partial(_paint_captions, passage.across)))
        passage.gap(2)
        passage.put(*(_strategy(number, one, passage.across) for number, one in enumerate(self.strategies, 1)), gap=0)


def strategies_chapter(session: Session, found: tuple[StrategyView, ...]) -> StrategiesChapter | None:
    """The chapter; None without a strategy."""
    return StrategiesChapter(found, key_field(session, found)) if found else None


def _field(found: KeyField, across: float) -> Lines:
    room = across - 15
    lines: list[Line] = [one_line(tr("Key target field").upper(), CAPTION)]
    lines += prose(tr("Where we are strong: {cards}", cards=tr("; ").join(map(quoted, found.strong))), LEAD, room)
    lines += prose(tr("Where rivals are weak: {cards}", cards=tr("; ").join(map(quoted, found.weak))), LEAD, room)
    if found.strategy_text:
        lines += prose(tr("Held by: {strategy}", strategy=found.strategy_text), MUTED, room)
    return Lines(tuple(lines), across, "bar", 15, 2)


def _first(one: StrategyView, across: float) -> Lines:
    lines = (one_line(tr("First of all").upper(), CAPTION), *prose(one.text, LEAD, across - 15))
    return Lines(
        (*lines, *prose(tr("Effect {effect}, ease {ease}", effect=one.effect, ease=one.ease), MUTED, across - 15)), across, "bar", 15, 2
    )


def _strategy(number: int, one: StrategyView, across: float) -> Lines:
    room = across - LEFT - RIGHT
    lines: list[Line] = [*prose(tr("{number}. {strategy}", number=number, strategy=one.text), LEAD, room)]
    lines += prose(" × ".join(f"{card.letter} {quoted(card.text)}" for card in one.cards), MUTED, room)
    for segment in one.segments:
        lines += prose(tr("→ Segment: {name}", name=segment.name), LEADS, room)
    for action in one.actions:
        about = [action.title, formatting.day_short(action.due) if action.due else "", action.owner]
        lines += prose(tr("→ Action: {action}", action=tr(", ").join(part for part in about if part)), LEADS, room)
    if one.leads_nowhere:
        lines += prose(tr("Leads nowhere yet: link a segment or an action"), NOWHERE, room)
    beside = ((0, partial(_paint_kind, one.kind)), (0, partial(_paint_scores, one.effect, one.ease)))
    return Lines(tuple(lines), across, "rule", LEFT, 13, beside)


def _paint_kind(kind: str, sheet: Sheet, x: float, top: float, across: float) -> None:
    sheet.box(x, top, CHIP, 22, fill="accentbg", radius=11)
    sheet.text(x + CHIP / 2, top, kind, KIND, "middle")


def _paint_scores(effect: int, ease: int, sheet: Sheet, x: float, top: float, across: float) -> None:
    dots(sheet, x + across - 88, top + 2, effect, "accent")
    dots(sheet, x + across, top + 2, ease, "accent")


def _paint_captions(across: float, sheet: Sheet, x: float, top: float) -> None:
    sheet.text(x + across - 88, top, tr("Effect"), DOTS, "right")
    sheet.text(x + across, top, tr("Ease"), DOTS, "right")
