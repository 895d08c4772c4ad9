"""Part of the goal's chapter: what each rep carries, whether the hours suffice, and the ways that would close what is missing."""

from workbench import formatting
from workbench.documents.strategy_document.chapter import headed_table
from workbench.goals.funnel import Funnel
from workbench.goals.possible import TeamLoad
from workbench.goals.ways import Way
from workbench.goals.words import enough_words, percent_up, way_outcome, way_text, way_title
from workbench.output.pdf.long_table import Ask
from workbench.output.pdf.parts import Cell
from workbench.output.pdf.passage import Passage
from workbench.strings import tr


def lay_load(passage: Passage, needs: Funnel, load: TeamLoad) -> None:
    """A row a rep: the stages as a month and a week, and the load; nothing without a rep."""
    if not needs.reps:
        return
    plain, strong = enough_words(load)
    rows = []
    for place, rep in enumerate(needs.reps):
        own = load.of(rep.rep_id)
        rows.append(
            (
                Cell(rep.name, bold=True),
                Cell(formatting.percent(rep.percent / 100)),
                *(Cell(_month_and_week(stage.reps[place], stage.rep_weeks[place])) for stage in needs.stages),
                Cell(percent_up(own.load) if own and own.load is not None else "", role="thread" if own and own.over else ""),
            )
        )
    asked = (
        Ask(tr("Rep"), share=1),
        Ask(tr("Share"), right=True),
        *(Ask(stage.name, right=True) for stage in needs.stages),
        Ask(tr("Load"), right=True),
    )
    note = tr("Each stage as a month, and as a week in brackets; the load is of the field hours, driving included.")
    headed_table(passage, "goal.reps", tr("What each rep carries"), asked, rows, note, f"{plain}{strong}".strip())


def lay_ways(passage: Passage, found: tuple[Way, ...], load: TeamLoad) -> None:
    """A row a way, those that close it first; nothing while nobody has too much."""
    if not found:
        return
    rows = []
    for way in found:
        outcome, kind = way_outcome(way)
        rows.append((Cell(way_title(way), bold=True, below=way_text(way, load)), Cell(outcome, role="good" if kind == "good" else "warn")))
    asked = (Ask(tr("What to change"), share=1), Ask(tr("Load afterwards"), right=True))
    headed_table(passage, "goal.ways", tr("What would make it possible"), asked, rows)


def _month_and_week(month: int, week: int) -> str:
    return tr("{month} ({week})", month=formatting.number(month), week=formatting.number(week))
