"""Chapters: the actions with owner and day, and what the plan takes for granted."""

from dataclasses import dataclass

from workbench import formatting
from workbench.actions.actions import STATUSES, ActionView
from workbench.actions.assumptions import SUBJECTS, AssumptionView
from workbench.documents.strategy_document.chapter import BEGINS
from workbench.documents.strategy_words import due_words
from workbench.output.pdf.flow import Stack
from workbench.output.pdf.long_table import Ask, table_stack
from workbench.output.pdf.parts import Cell
from workbench.output.pdf.passage import Passage
from workbench.strings import ntr, tr


@dataclass(frozen=True, slots=True)
class ActionsChapter:
    """Overdue ones first, done ones last."""

    actions: tuple[ActionView, ...]
    key: str = "actions"

    @property
    def message(self) -> str:
        """How many there are, and how many are late."""
        left = sum(one.live for one in self.actions)
        late = sum(one.overdue > 0 for one in self.actions)
        words = ntr("{n} action to do", "{n} actions to do", left)
        return ntr("{actions}, {n} of them late", "{actions}, {n} of them late", late, actions=words) if late else words

    def wanted(self, passage: Passage) -> float:
        """All of a short table."""
        return min(self._table(passage.across).height, BEGINS)

    def compose(self, passage: Passage) -> None:
        """One row an action."""
        passage.columns(self._table(passage.across))

    def _table(self, across: float) -> Stack:
        rows = [
            (
                Cell(one.title, below=one.note, bold=one.live, muted=not one.live),
                Cell(one.serves.name if one.serves else tr("leads nowhere yet"), muted=one.serves is None or not one.live),
                Cell(one.kpi.name if one.kpi else "", muted=not one.live),
                Cell(one.owner.name if one.owner else tr("nobody yet"), muted=one.owner is None or not one.live),
                Cell(_when(one), below=_state(one), role="thread" if one.overdue else "", muted=not one.live),
            )
            for one in self.actions
        ]
        asked = (
            Ask(tr("Action"), share=1.5),
            Ask(tr("Serves"), share=1.2),
            Ask(tr("Moves")),
            Ask(tr("Who")),
            Ask(tr("By"), right=True),
        )
        return table_stack(asked, rows, across)


@dataclass(frozen=True, slots=True)
class AssumptionsChapter:
    """By subject."""

    assumptions: tuple[AssumptionView, ...]
    key: str = "assumptions"

    @property
    def message(self) -> str:
        """How many there are, and how many rest on nothing."""
        words = ntr("{n} assumption", "{n} assumptions", len(self.assumptions))
        bare = sum(not one.evidence for one in self.assumptions)
        return ntr("{assumptions}, {n} without evidence", "{assumptions}, {n} without evidence", bare, assumptions=words) if bare else words

    def wanted(self, passage: Passage) -> float:
        """All of a short table."""
        return min(self._table(passage.across).height, BEGINS)

    def compose(self, passage: Passage) -> None:
        """One row an assumption."""
        passage.columns(self._table(passage.across))

    def _table(self, across: float) -> Stack:
        rows, before = [], ""
        for one in self.assumptions:
            subject = tr(SUBJECTS[one.subject]) if one.subject in SUBJECTS else ""
            evidence = Cell(one.evidence) if one.evidence else Cell(tr("no evidence yet"), role="warn")
            rows.append((Cell(subject if subject != before else "", muted=True), Cell(one.text, bold=True), evidence))
            before = subject
        return table_stack((Ask(tr("About")), Ask(tr("Assumption"), share=1.4), Ask(tr("Rests on"), share=1)), rows, across)


def actions_chapter(found: tuple[ActionView, ...]) -> ActionsChapter | None:
    """The chapter; None without an action."""
    return ActionsChapter(found) if found else None


def assumptions_chapter(found: tuple[AssumptionView, ...]) -> AssumptionsChapter | None:
    """The chapter; None without an assumption."""
    return AssumptionsChapter(found) if found else None


def _state(one: ActionView) -> str:
    """The state, where it is not plain: something to do."""
    return tr(STATUSES[one.status]) if one.status in STATUSES and one.status != "open" else ""


def _when(one: ActionView) -> str:
    if one.status == "done":
        return formatting.day_short(one.done_on) if one.done_on else ""
    if one.overdue and one.due is not None:
        return f"{formatting.day_short(one.due)}\n{due_words(one)}"
    return due_words(one)
