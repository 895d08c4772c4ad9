"""The band over the week: its figures with what they mean, turning weeks, and planning."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from views.panes.plan.cards import load_words
from views.panes.plan.weeks import WeeksField
from views.widgets import Button, Change, FigureBand, FigureTile, IconButton, row
from views.widgets.base import tip
from workbench import formatting
from workbench.strings import ntr, tr
from workbench.visits.plan import MOST_WEEKS
from workbench.visits.week import WeekView

USUAL_WEEKS = 4
SHARES = (17, 22, 16, 16, 21)
"""Of the width: durations and ranges take more."""


class PlanBand(FigureBand):
    """Five figures of a week; the pane connects the buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.tiles = [FigureTile() for _ in range(5)]
        super().__init__(parent=parent)
        for tile, share in zip(self.tiles, SHARES, strict=True):
            self.add(tile, share)
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        self.before, self.after = IconButton("chevron-left", "", "Ctrl+←"), IconButton("chevron-right", "", "Ctrl+→")
        self.now = Button("", small=True)
        self.now.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.weeks, self.plan_button = WeeksField(1, MOST_WEEKS, USUAL_WEEKS), Button("", primary=True)
        self.document = IconButton("file-text", "", "P")
        inside.addLayout(row(self.before, self.now, self.after, self.document, spacing=4))
        inside.addLayout(row(self.weeks, self.plan_button, spacing=6))
        self.add_end(box)

    def retranslate(self) -> None:
        self.before.set_name(tr("Week before"))
        self.after.set_name(tr("Week after"))
        self.document.set_name(tr("Print the action plan"))
        self.now.set_text(tr("This week"))
        self.now.setToolTip("Ctrl+Home")
        self.weeks.set_name(tr("Weeks to plan"))
        self.weeks.restyle()
        self.plan_button.set_text(tr("Plan"))

    def show_week(self, week: WeekView) -> None:
        """Show the figures of a week."""
        left, reps = len(week.left_out), len(week.reps)
        visits = sum(rep.visits for rep in week.reps)
        promised, driving, distance, cadence, load = self.tiles
        promised.set_figure(
            tr("Promised visits"),
            tr("{planned} of {required}", planned=week.planned, required=week.required),
            Change("", ntr("{n} not planned", "{n} not planned", left)) if left else Change(tr("all planned")),
        )
        shared = tr("{time} a rep", time=formatting.duration(round(week.driving_minutes / reps))) if reps else ""
        driving.set_figure(tr("Driving"), formatting.duration(week.driving_minutes), Change("", shared))
        each = tr("{km} a visit", km=formatting.distance(week.distance_km / visits)) if visits else ""
        distance.set_figure(tr("Distance"), formatting.distance(week.distance_km), Change("", each))
        late = week.late
        cadence.set_figure(
            tr("Cadence kept"),
            formatting.percent(week.cadence_kept / 100),
            Change("", tr("{n} behind", n=formatting.number(late))) if late else Change(tr("all in time")),
        )
        load.set_figure(tr("Load of the reps"), *_load(week))
        load.setToolTip(tip("\n".join(f"{rep.name}: {load_words(rep)}" for rep in week.reps if rep.load is not None)))


def _load(week: WeekView) -> tuple[str, Change | None]:
    if week.loads is None:
        return "–", None
    low, high = week.loads
    least = "" if round(low * 100) == round(high * 100) else f"{formatting.number(low * 100)}–"
    over = sum(1 for rep in week.reps if rep.load is not None and rep.load > 1)
    told = Change(ntr("{n} over the hours", "{n} over the hours", over), tone="thread") if over else Change(tr("within the hours"))
    return f"{least}{formatting.percent(high)}", told
