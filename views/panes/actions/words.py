"""How actions are written in table, board and sheet."""

from views.widgets import Cell
from workbench import formatting
from workbench.actions.actions import STATUSES, ActionView, Served
from workbench.strings import tr

CHIPS = {"open": "plain", "doing": "accent", "done": "good", "dropped": "plain"}


def served(one: Served | None) -> str:
    """What an action serves: "SO Be the 48-hour prototype shop", or a segment's name."""
    return "" if one is None else f"{one.kind} {one.name}".strip()


def leads(view: ActionView) -> str:
    """What an action serves and what it is to move: "SO Be the 48-hour prototype shop, moves Visits"."""
    serves, kpi = served(view.serves), view.kpi.name if view.kpi else ""
    if serves and kpi:
        return tr("{serves}, moves {kpi}", serves=serves, kpi=kpi)
    return tr("moves {kpi}", kpi=kpi) if kpi else serves


def title(view: ActionView) -> Cell:
    """Title, and under it what it serves and moves."""
    return Cell(view.title, leads(view), tone="" if view.live else "muted", strong=view.live)


def due(view: ActionView) -> Cell:
    """The day; a late one says since when it was due."""
    if view.status == "done" and view.done_on is not None:
        return Cell(tr("on {day}", day=formatting.day_short(view.done_on)), tone="muted")
    if view.due is None:
        return Cell()
    if view.overdue:
        return Cell(tr("open since {day}", day=formatting.day_short(view.due)), chip="thread", tone="thread", strong=True)
    day = f"{formatting.weekday_short(view.due.weekday())} {formatting.day_short(view.due)}"
    return Cell(day, tone="" if view.live else "muted")


def owner(view: ActionView) -> Cell:
    """Who does it; a live one without an owner says so."""
    if view.owner is not None:
        return Cell(view.owner.short_name, tone="" if view.live else "muted")
    return Cell(tr("nobody"), tone="thread") if view.live else Cell()


def status(view: ActionView) -> Cell:
    """The state as a chip."""
    return Cell(tr(STATUSES[view.status]), chip=CHIPS[view.status])
