"""What can be done in the visit plan, and its slow work as jobs."""

from collections.abc import Callable
from datetime import date

from views.actions import ActionSpec
from workbench.strings import marked
from workbench.visits.week import WeekView, week_view
from workbench.workspace import Workspace

EARLIER = ActionSpec("week_before", marked("Week before"), ("Ctrl+Left",), "chevron-left", palette=False)
LATER = ActionSpec("week_after", marked("Week after"), ("Ctrl+Right",), "chevron-right", palette=False)
THIS_WEEK = ActionSpec("this_week", marked("This week"), ("Ctrl+Home",), "calendar", palette=False)
PLAN = ActionSpec("plan_visits", marked("Plan the coming weeks"), ("Ctrl+Return",), "calendar-check", writes=True)
MEND = ActionSpec("mend_plan", marked("Mend the plan"), ("Ctrl+Shift+Return",), "rotate-cw", writes=True)
CANCEL = ActionSpec("cancel_plan", marked("Give up the plan in the making"), ("Esc",), "x", palette=False)
ADD = ActionSpec("add_visit", marked("Add a visit"), ("N",), "calendar-plus", writes=True, palette=False)
ASK = ActionSpec("ask_visit", marked("Ask for a visit"), ("Shift+N",), "calendar-clock", writes=True, palette=False)
LOCK = ActionSpec("lock_visit", marked("Lock the visit"), ("L",), "lock", writes=True, palette=False)
TAKE_OUT = ActionSpec("take_out_visit", marked("Take the visit out"), ("Del",), "trash-2", writes=True, palette=False)
DONE = ActionSpec("visit_done", marked("Visit done"), ("D",), "check", writes=True, palette=False)
MISSED = ActionSpec("visit_missed", marked("Visit missed"), ("M",), "x", writes=True, palette=False)
ACTION_PLAN = ActionSpec("action_plan", marked("Print the action plan"), ("P",), "file-text", hint=marked("per rep and week"))
SHEETS = ActionSpec("morning_sheets", marked("Morning sheets"), (), "file-text")


def read_week(report: Callable[..., None], workspace: Workspace, monday: date) -> WeekView:
    """A job: the week that begins on a Monday."""
    with workspace.read() as session:
        return week_view(session, monday)
