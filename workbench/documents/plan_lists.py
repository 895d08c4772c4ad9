"""Boards, segments, value statements and actions of the current plan as lists for a spreadsheet."""

from decimal import Decimal

from sqlalchemy.orm import Session

from models.base import MONEY_SCALE
from workbench.actions.actions import STATUSES, actions
from workbench.analysis.cards import BOARD_NAMES, BOARDS, COLUMN_NAMES, board, place_name
from workbench.analysis.questions import BY_CODE
from workbench.analysis.strategies import strategies
from workbench.output.cells import Cell, Column, Table
from workbench.strings import tr
from workbench.targeting.scoring import matrix
from workbench.targeting.segments import DECISIONS, overview
from workbench.value.statements import MISSING, by_segment
from workbench.visits.rules import CHANNELS


def boards_table(session: Session) -> Table:
    """All cards of all boards, column by column, each with the strategies made of it."""
    made: dict[int, list[str]] = {}
    for strategy in strategies(session, by="position"):
        for picked in strategy.cards:
            made.setdefault(picked.id, []).append(strategy.text)
    rows: list[tuple[Cell, ...]] = []
    for key in BOARDS:
        for card in board(session, key).cards:
            question = tr(BY_CODE[card.question].text) if card.question in BY_CODE else ""
            source = place_name(card.source.column) if card.source else ""
            names = (BOARD_NAMES[key], tr(COLUMN_NAMES[card.column]))
            rows.append((*names, card.text, card.weight, card.evidence, card.rival, question, source, "; ".join(made.get(card.id, ()))))
    columns = (
        Column(tr("Board"), 8),
        Column(tr("Column"), 14),
        Column(tr("Card"), 60),
        Column(tr("Weight"), 8),
        Column(tr("Evidence"), 32),
        Column(tr("Rival"), 18),
        Column(tr("Question"), 32),
        Column(tr("Came from"), 16),
        Column(tr("Strategies"), 48),
    )
    return Table(tr("Boards"), columns, rows)


def segments_table(session: Session) -> Table:
    """All segments with figures, decision and one column a criterion. Money is in the currency unit, shares are parts of one."""
    found = overview(session)
    scored = matrix(session, found)
    ranked = {row.segment.id: row for row in scored.rows}
    rows: list[tuple[Cell, ...]] = []
    for one in found.segments:
        row = ranked[one.id]
        decided = tr(DECISIONS[one.decision]) if one.decision in DECISIONS else ""
        figures = (one.customers, Decimal(one.revenue) / MONEY_SCALE, round(one.share, 4))
        wins = (one.win.won, one.win.decided, round(one.win.rate, 4)) if one.win else (None, None, None)
        scores = tuple(score.value for score in row.scores)
        channel = tr(CHANNELS[one.channel]) if one.channel else ""
        total = round(row.total, 3) if row.total is not None else None
        rows.append(
            (
                one.name,
                decided,
                one.reason,
                one.note,
                one.sentence,
                *figures,
                *wins,
                channel,
                round(one.visits, 2),
                row.rank,
                total,
                *scores,
            )
        )
    columns = (
        Column(tr("Segment"), 24),
        Column(tr("Decision"), 12),
        Column(tr("Reason"), 32),
        Column(tr("Note"), 32),
        Column(tr("Filter"), 40),
        Column(tr("Customers"), 10),
        Column(tr("Revenue"), 14),
        Column(tr("Share"), 8),
        Column(tr("Deals won"), 10),
        Column(tr("Deals decided"), 12),
        Column(tr("Win rate"), 10),
        Column(tr("Channel"), 14),
        Column(tr("Visits a month"), 12),
        Column(tr("Rank"), 8),
        Column(tr("Score"), 8),
        *(Column(tr("{criterion} ({weight})", criterion=kind.name, weight=kind.weight), 14) for kind in scored.criteria),
    )
    return Table(tr("Segments"), columns, rows)


def value_table(session: Session) -> Table:
    """All value statements by segment, with their place among those that are said on visits and what a weak one lacks."""
    rows: list[tuple[Cell, ...]] = []
    for segment in by_segment(session):
        decided = tr(DECISIONS[segment.decision]) if segment.decision in DECISIONS else ""
        said = {one.id: place for place, one in enumerate(segment.best, 1)}
        for one in segment.statements:
            missing = tr(", ").join(tr(MISSING[code]) for code in one.missing)
            figures = (one.before, one.after, one.unit)
            rows.append((segment.name, decided, one.feature, one.so_what, one.gain, *figures, said.get(one.id), missing))
    columns = (
        Column(tr("Segment"), 24),
        Column(tr("Decision"), 12),
        Column(tr("What we offer"), 40),
        Column(tr("So what"), 40),
        Column(tr("What the customer gains"), 40),
        Column(tr("Before"), 10),
        Column(tr("After"), 10),
        Column(tr("Unit"), 12),
        Column(tr("Said first"), 8),
        Column(tr("Still missing"), 24),
    )
    return Table(tr("Value statements"), columns, rows)


def actions_table(session: Session) -> Table:
    """All actions, overdue ones first, dropped ones last."""
    rows: list[tuple[Cell, ...]] = []
    for one in actions(session):
        served = tr("Strategy") if one.strategy else tr("Segment") if one.segment else ""
        owner = one.owner.name if one.owner else ""
        state = tr(STATUSES[one.status]) if one.status in STATUSES else one.status
        rows.append(
            (
                one.title,
                one.note,
                served,
                one.serves.name if one.serves else "",
                one.kpi.name if one.kpi else "",
                owner,
                one.due,
                state,
                one.overdue or None,
                one.done_on,
            )
        )
    columns = (
        Column(tr("Action"), 40),
        Column(tr("Note"), 40),
        Column(tr("Serves"), 10),
        Column(tr("Name"), 40),
        Column(tr("Moves"), 18),
        Column(tr("Who"), 16),
        Column(tr("By"), 11),
        Column(tr("State"), 12),
        Column(tr("Days late"), 10),
        Column(tr("Finished on"), 11),
    )
    return Table(tr("Actions"), columns, rows)
