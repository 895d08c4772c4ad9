"""Chapter: the goal, its months with what they were before, the funnel, and what each rep carries of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from workbench import formatting
from workbench.documents.goal_line import GoalStanding
from workbench.documents.material import Material
from workbench.documents.strategy import StrategyPage, in_unit
from workbench.documents.strategy_document.chapter import BEGINS, MUTED, captioned, subheading, text
from workbench.documents.strategy_document.possible import lay_load, lay_ways
from workbench.documents.strategy_words import changed_months, funnel_spec
from workbench.goals.funnel import Funnel, Stage
from workbench.goals.kgi import headline
from workbench.goals.possible import TeamLoad
from workbench.goals.ways import Way
from workbench.goals.words import months_message, unit_of, was_words
from workbench.output.charts import Chart
from workbench.output.funnels import FunnelSpec
from workbench.output.pdf import chart, funnel
from workbench.output.pdf.bricks import Drawn, Lines
from workbench.output.pdf.flow import Stack
from workbench.output.pdf.long_table import Ask, table_stack
from workbench.output.pdf.parts import Cell
from workbench.output.pdf.passage import Passage
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import prose
from workbench.strings import tr

CHART, KEPT_TABLE = 250.0, 400.0
MOST_BESIDE = 7
"""Months that a chart of half the width has room for."""
BETWEEN = 32.0


@dataclass(frozen=True, slots=True)
class GoalChapter:
    """`chart` and `needs` are None where there are no months and no figures of a funnel."""

    found: GoalStanding | None
    company_direction: str
    marketing_direction: str
    sentence: str
    chart: Chart | None
    needs: Funnel | None
    load: TeamLoad
    ways: tuple[Way, ...]
    currency: str
    key: str = "goal"

    @property
    def message(self) -> str:
        """The goal in a few words."""
        return headline(self.found.goal, self.currency) if self.found else tr("The direction; the goal itself is still a draft.")

    def wanted(self, passage: Passage) -> float:
        """As any chapter."""
        return BEGINS

    def compose(self, passage: Passage) -> None:
        """Directions, standing, months, funnel, reps."""
        half = (passage.across - BETWEEN) / 2
        texts = [
            (title, words)
            for title, words in (
                (tr("Where we are going"), self.company_direction),
                (tr("Why we can win"), self.marketing_direction),
                (tr("Where we stand"), self.sentence),
            )
            if words
        ]
        wide = half if len(texts) < 3 else (passage.across - 2 * BETWEEN) / 3
        passage.columns(*(Stack([captioned(title, words, wide)], i * (wide + BETWEEN)) for i, (title, words) in enumerate(texts)))
        if self.found:
            self._months(passage, self.found)
        spec = funnel_spec(self.needs)
        if spec and self.needs:
            self._funnel(passage, spec, self.needs)

    def _months(self, passage: Passage, found: GoalStanding) -> None:
        shown = unit_of(found.goal, self.currency)
        months = found.progress.months
        asked = (
            Ask("", share=1),
            Ask(tr("Goal"), right=True),
            Ask(tr("Reached"), right=True),
            Ask(tr("A year before"), right=True),
        )
        rows = [
            (
                Cell(formatting.month_long(month.first), bold=True),
                Cell(shown(month.target), below="\n".join(was_words(was, shown) for was in month.was)),
                Cell(shown(month.actual) if month.begun else ""),
                Cell(shown(month.last_year) if month.last_year else "", muted=True),
            )
            for month in months
        ]
        before = sum(month.last_year for month in months)
        rows.append(
            (
                Cell(tr("Together"), bold=True),
                Cell(shown(found.progress.target), bold=True),
                Cell(shown(found.progress.actual), bold=True),
                Cell(shown(before) if before else "", muted=True),
            )
        )
        beside = self.chart is not None and len(months) <= MOST_BESIDE
        wide = passage.across * 0.48 if beside else passage.across
        table = table_stack(asked, rows, wide, passage.across - wide)
        keep = max(CHART, min(table.height, KEPT_TABLE)) if beside else CHART
        subheading(passage, "goal.months", tr("Month by month"), self._message(found, shown), keep)
        if self.chart is None:
            passage.columns(table)
        elif beside:
            high = max(CHART, min(table.height, KEPT_TABLE))
            passage.columns(Stack([Drawn(high, partial(_paint_chart, self.chart, passage.across - wide - BETWEEN, high))]), table)
        else:
            passage.put(Drawn(CHART, partial(_paint_chart, self.chart, passage.across, CHART)))
            passage.space(14)
            passage.columns(table)
        reasons = any(was.reason for month in months for was in month.was)
        text(passage, changed_months(found, self.currency) if reasons else "", MUTED, 10)

    def _message(self, found: GoalStanding, shown: Callable[[int], str]) -> str:
        """Where most of it falls; in which unit the chart's figures are, where they are money."""
        return in_unit(months_message(found.progress, shown), found, self.currency)

    def _funnel(self, passage: Passage, spec: FunnelSpec, needs: Funnel) -> None:
        high = funnel.most_height(spec)
        lines = prose(_ends_sentence(needs), MUTED, passage.across)
        below = [Lines(lines, passage.across)] if lines else []
        subheading(passage, "goal.funnel", tr("From goal to week"), spec.message, high + sum(12 + one.height for one in below))
        passage.put(Drawn(high, partial(_paint_funnel, spec, passage.across, high)), *below, gap=12)
        lay_load(passage, needs, self.load)
        lay_ways(passage, self.ways, self.load)


def goal_chapter(
    page: StrategyPage, known: Material, directions: tuple[str, str], chart_of_months: Chart | None, currency: str
) -> GoalChapter | None:
    """The chapter; None without a complete goal and without a direction. `directions` are the company's and the marketing one."""
    if known.found is None and not any(directions):
        return None
    sentence = page.goal.sentence if page.goal else ""
    return GoalChapter(known.found, *directions, sentence, chart_of_months, known.funnel, known.load, known.ways, currency)


def _low(stage: Stage) -> str:
    return stage.name if stage.own_name else stage.name.lower()


def _ends_sentence(needs: Funnel) -> str:
    """What the goal would need at both ends of the least certain rate."""
    if needs.ends is None:
        return ""
    ends = needs.ends
    return tr(
        "If only {low} led on from {stage}, the goal would need {many} {first} a month; at {high} it would need {few}.",
        low=formatting.percent(ends.low),
        stage=_low(needs.stages[ends.place]),
        many=formatting.number(ends.at_low),
        first=_low(needs.stages[0]),
        high=formatting.percent(ends.high),
        few=formatting.number(ends.at_high),
    )


def _paint_chart(found: Chart, across: float, high: float, sheet: Sheet, x: float, top: float) -> None:
    chart.draw(sheet, found, x, top, across, high)


def _paint_funnel(spec: FunnelSpec, across: float, high: float, sheet: Sheet, x: float, top: float) -> None:
    funnel.draw(sheet, spec, x + across * 0.12, top, across * 0.76, high)
