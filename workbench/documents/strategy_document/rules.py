"""Chapter: how the tiers are reached, what is said to them, and who goes."""

from dataclasses import dataclass

from workbench import formatting
from workbench.documents.strategy import StrategyPage
from workbench.documents.strategy_document.chapter import BEGINS, headed_table
from workbench.documents.strategy_figures import Carrier, Tier
from workbench.output.pdf.long_table import Ask, long_table
from workbench.output.pdf.parts import Cell
from workbench.output.pdf.passage import Passage
from workbench.strings import tr
from workbench.visits.rules import Rule


@dataclass(frozen=True, slots=True)
class RulesChapter:
    """Tiers that have a rule, with what they ask for."""

    tiers: tuple[Tier, ...]
    rules: tuple[Rule, ...]
    reps: tuple[Carrier, ...]
    load: str
    key: str = "rules"

    @property
    def message(self) -> str:
        """What the rules ask for altogether."""
        return self.load or tr("Whom we see how often")

    def wanted(self, passage: Passage) -> float:
        """As any chapter."""
        return BEGINS

    def compose(self, passage: Passage) -> None:
        """Rules, topics, reps."""
        known = {rule.tier: rule for rule in self.rules}
        rows = [_row(one, known.get(one.letter)) for one in self.tiers]
        asked = (
            Ask(""),
            Ask(tr("Customers"), right=True),
            Ask(tr("Revenue"), right=True),
            Ask(tr("Cadence"), share=1.1),
            Ask(tr("Days between"), share=1),
            Ask(tr("Minutes"), right=True),
            Ask(tr("Channel"), share=1),
            Ask(tr("Visits a month"), right=True),
        )
        long_table(passage, _with_air(asked), [_with_gap(row) for row in rows])
        said = [(Cell(one.letter, tier=True), Cell(one.topics)) for one in self.tiers if one.topics]
        if said:
            headed_table(passage, "rules.topics", tr("What we say"), (Ask(""), Ask("", share=1)), said)
        if self.reps:
            self._reps(passage)

    def _reps(self, passage: Passage) -> None:
        asked = (Ask(tr("Rep"), share=1), Ask(tr("Customers"), right=True), Ask(tr("Planned"), right=True), Ask(tr("Load"), right=True))
        rows = [
            (
                Cell(rep.name, bold=True),
                Cell(formatting.number(rep.customers) if rep.customers else ""),
                Cell(formatting.number(rep.planned) if rep.planned else ""),
                Cell(formatting.percent(rep.load) if rep.load is not None else "", role="thread" if (rep.load or 0) > 1 else ""),
            )
            for rep in self.reps
        ]
        note = tr("Visits planned in the next four weeks; load of the field hours by the rules.")
        headed_table(passage, "rules.reps", tr("Who goes"), asked, rows, note)


def rules_chapter(page: StrategyPage, known: tuple[Rule, ...]) -> RulesChapter | None:
    """The chapter; None without a rule."""
    return RulesChapter(page.tiers, known, page.reps, page.load) if page.tiers else None


def _row(one: Tier, rule: Rule | None) -> tuple[Cell, ...]:
    gap = ""
    if rule is not None and one.visits:
        gap = tr("at least {least}", least=rule.least_gap)
        if rule.greatest_gap:
            gap = tr("{least} to {most}", least=rule.least_gap, most=rule.greatest_gap)
    return (
        Cell(one.letter, tier=True),
        Cell(formatting.number(one.customers)),
        Cell(formatting.percent(one.share) if one.share else ""),
        Cell(one.cadence, bold=True),
        Cell(gap),
        Cell(formatting.number(rule.duration) if rule is not None else ""),
        Cell(one.channel, muted=not one.in_person),
        Cell(formatting.number(one.visits) if one.visits >= 0.5 else ""),
    )


def _with_air(asked: tuple[Ask, ...]) -> tuple[Ask, ...]:
    """An empty column after each figure that stands before a text."""
    made: list[Ask] = []
    for one, after in zip(asked, (*asked[1:], None), strict=True):
        made.append(one)
        if one.right and after is not None and not after.right:
            made.append(Ask("", share=0.12))
    return tuple(made)


def _with_gap(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return (*row[:3], Cell(""), *row[3:6], Cell(""), *row[6:])
