"""Rules of strategy health for what is done: actions with an owner, a day and a purpose, and what the plan takes for granted."""

from collections.abc import Iterator

from workbench import formatting
from workbench.actions.assumptions import assumptions
from workbench.strings import ntr, tr
from workbench.thread.breaks import GRAVE, SLIGHT, Break
from workbench.thread.reading import Reading


def overdue_actions(reading: Reading) -> Iterator[Break]:
    """Open actions whose day is over."""
    late = [one for one in reading.actions if one.overdue and one.due is not None]
    if late:
        yield Break(
            "overdue",
            GRAVE,
            ntr("{n} action is overdue", "{n} actions are overdue", len(late)),
            tr("“{title}” is open since {day}.", title=late[0].title, day=formatting.day_short(late[0].due or reading.today)),
            tr("Do it, or move it"),
            "actions",
            {"action": late[0].id},
        )


def actions_without_owner(reading: Reading) -> Iterator[Break]:
    """Open actions that nobody does."""
    alone = [one for one in reading.actions if one.owner is None]
    if alone:
        yield Break(
            "owner",
            SLIGHT,
            ntr("{n} action has no owner", "{n} actions have no owner", len(alone)),
            tr("Nobody does “{title}”.", title=alone[0].title),
            tr("Choose an owner"),
            "actions",
            {"action": alone[0].id},
        )


def actions_without_day(reading: Reading) -> Iterator[Break]:
    """Open actions that are due on no day: they are never late and never done."""
    undated = [one for one in reading.actions if one.due is None]
    if undated:
        yield Break(
            "undated",
            SLIGHT,
            ntr("{n} action has no day", "{n} actions have no day", len(undated)),
            tr("“{title}” is due never.", title=undated[0].title),
            tr("Give it a day"),
            "actions",
            {"action": undated[0].id},
        )


def actions_that_serve_nothing(reading: Reading) -> Iterator[Break]:
    """Open actions that serve neither a strategy nor a segment, once there is one to serve."""
    loose = [one for one in reading.actions if one.serves is None]
    if loose and (reading.strategies or reading.values):
        yield Break(
            "loose",
            SLIGHT,
            ntr("{n} action serves nothing", "{n} actions serve nothing", len(loose)),
            tr("No strategy and no segment needs “{title}”.", title=loose[0].title),
            tr("Say what it serves, or drop it"),
            "actions",
            {"action": loose[0].id},
        )


def assumptions_not_reviewed(reading: Reading) -> Iterator[Break]:
    """What the plan takes for granted and nobody has looked at in this quarter."""
    old = [one for one in assumptions(reading.session) if one.review_due]
    if old:
        since = old[0].reviewed_on
        yield Break(
            "assumption",
            SLIGHT,
            ntr("{n} assumption is not reviewed this quarter", "{n} assumptions are not reviewed this quarter", len(old)),
            tr("“{text}” was last looked at on {day}.", text=old[0].text, day=formatting.day_short(since))
            if since
            else tr("Nobody has said yet that “{text}” still holds.", text=old[0].text),
            tr("Say whether it holds"),
            "actions",
            {"assumption": old[0].id},
        )
