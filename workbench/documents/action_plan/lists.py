"""The action plan as sheets of a workbook: visits, desk calls, actions, what was left out."""

from datetime import time

from workbench.actions.actions import STATUSES
from workbench.documents.action_plan.plan import ActionPlan, served_words
from workbench.output.cells import Cell, Column, Table
from workbench.strings import marked, tr, using_language
from workbench.visits.calendar import monday_of

STATES = {"planned": marked("planned"), "done": marked("done")}


def action_plan_tables(plan: ActionPlan) -> tuple[Table, ...]:
    """One table each; texts in the plan's language."""
    with using_language(plan.language):
        return _visits(plan), _calls(plan), _actions(plan), _left_out(plan)


def _visits(plan: ActionPlan) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for rep in plan.reps:
        for row in rep.visits:
            card = row.card
            state = tr(STATES[card.status]) if card.status in STATES else card.status
            rows.append(
                (
                    rep.name,
                    monday_of(card.day),
                    card.day,
                    _time(card.start),
                    _time(card.end),
                    card.tier,
                    card.name,
                    tr("phone, online") if card.desk else tr("in person"),
                    row.cadence,
                    row.gap,
                    tr("late") if row.late else "",
                    card.topics,
                    card.contact,
                    card.phone,
                    card.address,
                    card.travel_minutes,
                    round(card.travel_km, 1),
                    state,
                )
            )
    columns = (
        Column(tr("Rep"), 16),
        Column(tr("Week of"), 11),
        Column(tr("Day"), 11),
        Column(tr("From"), 7),
        Column(tr("To"), 7),
        Column(tr("Tier"), 6),
        Column(tr("Customer"), 28),
        Column(tr("Channel"), 12),
        Column(tr("How often"), 14),
        Column(tr("Days since the visit before"), 11),
        Column(tr("Gap"), 7),
        Column(tr("What to discuss"), 40),
        Column(tr("Contact"), 18),
        Column(tr("Phone"), 16),
        Column(tr("Address"), 30),
        Column(tr("Driving, minutes"), 10),
        Column(tr("Driving, km"), 9),
        Column(tr("State"), 10),
    )
    return Table(tr("Visits"), columns, rows)


def _calls(plan: ActionPlan) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            rep.name,
            call.week,
            call.due,
            call.tier,
            call.name,
            call.contact,
            call.phone,
            call.cadence,
            call.days_since,
            tr("late") if call.overdue else "",
            call.topics,
        )
        for rep in plan.reps
        for call in rep.calls
    ]
    columns = (
        Column(tr("Rep"), 16),
        Column(tr("Week of"), 11),
        Column(tr("Due"), 11),
        Column(tr("Tier"), 6),
        Column(tr("Customer"), 28),
        Column(tr("Contact"), 18),
        Column(tr("Phone"), 16),
        Column(tr("How often"), 14),
        Column(tr("Days since the last contact"), 11),
        Column(tr("Gap"), 7),
        Column(tr("What to discuss"), 40),
    )
    return Table(tr("Desk calls"), columns, rows)


def _actions(plan: ActionPlan) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            one.title,
            one.note,
            served_words(one),
            one.owner.name if one.owner else "",
            one.due,
            tr(STATUSES[one.status]) if one.status in STATUSES else one.status,
            one.overdue or None,
        )
        for one in plan.actions
    ]
    columns = (
        Column(tr("Action"), 40),
        Column(tr("Note"), 40),
        Column(tr("Serves"), 40),
        Column(tr("Who"), 16),
        Column(tr("By"), 11),
        Column(tr("State"), 12),
        Column(tr("Days late"), 10),
    )
    return Table(tr("Actions"), columns, rows)


def _left_out(plan: ActionPlan) -> Table:
    rows: list[tuple[Cell, ...]] = [(rep.name, out.tier, out.name, out.due, out.sentence) for rep in plan.reps for out in rep.left_out]
    columns = (
        Column(tr("Rep"), 16),
        Column(tr("Tier"), 6),
        Column(tr("Customer"), 28),
        Column(tr("Due"), 11),
        Column(tr("Why it was left out"), 80),
    )
    return Table(tr("Left out"), columns, rows)


def _time(minutes: int) -> time:
    """Minutes after midnight as a time of day; what goes beyond the day ends with it."""
    minutes = min(max(minutes, 0), 24 * 60 - 1)
    return time(minutes // 60, minutes % 60)
