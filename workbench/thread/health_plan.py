"""Rules of strategy health for the plan: strategies, segments, actions, and the time for thinking."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy.orm import Session

from workbench import clock, formatting
from workbench.goals import kgi
from workbench.strings import ntr, tr
from workbench.thread.breaks import GRAVE, SLIGHT, Break, rows_of
from workbench.thread.links import LOOSE

OPEN_ACTIONS = "SELECT id, title, due FROM action WHERE plan_id = ? AND status IN ('open', 'doing')"


def strategies_that_lead_nowhere(session: Session) -> Iterator[Break]:
    """Strategies that neither a segment nor an action carries."""
    plan = kgi.current_plan(session)
    rows = (
        rows_of(session, f"SELECT id, kind, text FROM strategy WHERE id IN ({LOOSE}) ORDER BY effect * ease DESC, position", plan.id)
        if plan
        else []
    )
    if rows:
        number, kind, text = rows[0]
        named = tr("{kind} {text}", kind=kind, text=text)
        yield Break(
            "strategy",
            SLIGHT,
            tr("“{strategy}” leads nowhere", strategy=named)
            if len(rows) == 1
            else ntr("{n} strategy leads nowhere", "{n} strategies lead nowhere", len(rows)),
            tr("No segment and no action serves it.")
            if len(rows) == 1
            else tr("No segment and no action serves “{strategy}”.", strategy=named),
            tr("Link or drop it"),
            "cross_swot",
            {"strategy": number},
        )


def primary_segments_without_customers(session: Session) -> Iterator[Break]:
    """Segments decided on as primary whose filter finds nobody."""
    plan = kgi.current_plan(session)
    rows = (
        rows_of(session, "SELECT id, name FROM segment WHERE plan_id = ? AND decision = 'primary' ORDER BY position", plan.id)
        if plan
        else []
    )
    if not rows:
        return
    from workbench.targeting.segments import counting_in

    empty = []
    for row in rows:
        sql, values = counting_in(session, frozenset((row[0],)))
        if not rows_of(session, f"SELECT 1 FROM customer c WHERE c.archived = 0 AND ({sql}) LIMIT 1", *values):
            empty.append(row)
    if empty:
        yield Break(
            "segment",
            GRAVE,
            tr("The primary segment “{name}” has no customers", name=empty[0][1])
            if len(empty) == 1
            else ntr("{n} primary segment has no customers", "{n} primary segments have no customers", len(empty)),
            tr("Whom its strategies are for, nobody can say."),
            tr("Mend its filter"),
            "segments",
            {"segment": empty[0][0]},
        )


def actions_without_owner(session: Session) -> Iterator[Break]:
    """Open actions that nobody does."""
    plan = kgi.current_plan(session)
    rows = rows_of(session, f"{OPEN_ACTIONS} AND rep_id IS NULL ORDER BY due IS NULL, due, id", plan.id) if plan else []
    if rows:
        yield Break(
            "owner",
            SLIGHT,
            ntr("{n} action has no owner", "{n} actions have no owner", len(rows)),
            tr("Nobody does “{title}”.", title=rows[0][1]),
            tr("Choose an owner"),
            "actions",
            {"action": rows[0][0]},
        )


def overdue_actions(session: Session) -> Iterator[Break]:
    """Open actions whose day is over."""
    plan = kgi.current_plan(session)
    rows = rows_of(session, f"{OPEN_ACTIONS} AND due < ? ORDER BY due, id", plan.id, clock.today().isoformat()) if plan else []
    if rows:
        number, title, due = rows[0]
        yield Break(
            "overdue",
            GRAVE,
            ntr("{n} action is overdue", "{n} actions are overdue", len(rows)),
            tr("“{title}” is open since {day}.", title=title, day=formatting.day_short(date.fromisoformat(due))),
            tr("Do it, or move it"),
            "actions",
            {"action": number},
        )


def analysis_is_late(session: Session) -> Iterator[Break]:
    """The time box of the analysis has run out and was not closed."""
    plan = kgi.current_plan(session)
    if plan is None or plan.analysis_first is None or plan.analysis_closed is not None:
        return
    last = plan.analysis_first + timedelta(weeks=plan.analysis_weeks)
    late = (clock.today() - last).days
    if late > 0:
        yield Break(
            "time_box",
            SLIGHT,
            ntr("The analysis is {n} day over its time", "The analysis is {n} days over its time", late),
            tr("It was to close on {day}. What is not known by now will not be known next week.", day=formatting.day_short(last)),
            tr("Close it"),
            "swot",
        )
