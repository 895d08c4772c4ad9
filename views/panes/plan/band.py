"""The band over the week: its figures with what they mean, turning weeks, and planning."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from views.panes.plan.cards import load_words
from views.panes.plan.weeks import WeeksField
from views.theme import current_theme
from views.widgets import Button, Change, FigureBand, FigureTile, IconButton, row
from views.widgets.base import tip
from workbench import formatting
from workbench.strings import ntr, tr
from workbench.visits.hand_plan import RULE
from workbench.visits.plan import MOST_WEEKS
from workbench.visits.quality import TOLD, Quality
from workbench.visits.week import WeekView

USUAL_WEEKS = 4
SHARES = (17, 22, 16, 16, 21)
"""Of the width: durations and ranges take more."""
ROOMY = 1000
"""px from which on the tiles have room for the figure by hand."""


class PlanBand(FigureBand):
    """Five figures of a week; the pane connects the buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.tiles = [FigureTile() for _ in range(5)]
        self._proposed: tuple[Quality, Quality] | None = None
        self._narrow = False
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
        self.document, self.mend_button = IconButton("file-text", "", "P"), IconButton("rotate-cw", "", "Ctrl Shift ↵")
        inside.addLayout(row(self.before, self.now, self.after, self.document, spacing=4))
        inside.addLayout(row(self.weeks, self.plan_button, self.mend_button, spacing=6))
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
        self.mend_button.set_name(tr("Mend the plan: move as little as can be"))

    def show_week(self, week: WeekView) -> None:
        """Show the figures of a week."""
        self._proposed = None
        for tile in self.tiles:
            tile.setToolTip("")
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

    def show_proposal(self, ours: Quality, by_hand: Quality) -> None:
        """Show the figures of a plan that is not saved beside those of the hand plan; hovering tells its rule."""
        self._proposed, self._narrow = (ours, by_hand), self.width() < current_theme().px(ROOMY)
        now, then = ours.figures, by_hand.figures
        promised, driving, distance, cadence, load = self.tiles
        promised.set_figure(
            tr("Promised visits"),
            tr("{planned} of {required}", planned=now.planned, required=now.required),
            self._beside(_more(now.planned - then.planned), formatting.number(then.planned), now.planned >= then.planned),
        )
        for tile, name, ours_is, theirs_is, words in (
            (driving, tr("Driving"), now.travel_minutes, then.travel_minutes, formatting.duration),
            (distance, tr("Distance"), now.travel_km, then.travel_km, formatting.distance),
        ):
            share = (ours_is - theirs_is) / theirs_is if theirs_is else 0.0
            changed = _signed(share, formatting.percent(abs(share))) if abs(share) >= TOLD else ""
            tile.set_figure(name, words(ours_is), self._beside(changed, words(theirs_is), share <= 0))
        kept, gain = formatting.percent(now.cadence_kept / 100), round(now.cadence_kept) - round(then.cadence_kept)
        cadence.set_figure(tr("Cadence kept"), kept, self._beside(_more(gain), formatting.percent(then.cadence_kept / 100), gain >= 0))
        hand = _span(by_hand.range)
        load.set_figure(tr("Load of the reps"), _span(ours.range), None if self._narrow else self._beside("", hand, True))
        for tile in self.tiles:
            tile.setToolTip(tip(tr("By hand: {rule}", rule=tr(RULE))))

    def _beside(self, change: str, by_hand: str, good: bool) -> Change:
        tone = "good" if good else "warn"
        if self._narrow:
            return Change(change, "", tone) if change else Change("", tr("as by hand"))
        return Change(change, tr("by hand {figure}", figure=by_hand), tone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the tiles are narrow only the difference is told."""
        super().resizeEvent(event)
        if self._proposed is not None and self._narrow != (self.width() < current_theme().px(ROOMY)):
            self.show_proposal(*self._proposed)


def _more(count: int) -> str:
    return _signed(count, formatting.number(abs(count))) if count else ""


def _signed(value: float, words: str) -> str:
    return f"{'+' if value > 0 else '−'}{words}"


def _span(loads: tuple[float, float] | None) -> str:
    if loads is None:
        return "–"
    low, high = loads
    least = "" if round(low * 100) == round(high * 100) else f"{formatting.number(low * 100)}–"
    return f"{least}{formatting.percent(high)}"


def _load(week: WeekView) -> tuple[str, Change | None]:
    if week.loads is None:
        return "–", None
    over = sum(1 for rep in week.reps if rep.load is not None and rep.load > 1)
    told = Change(ntr("{n} over the hours", "{n} over the hours", over), tone="thread") if over else Change(tr("within the hours"))
    return _span(week.loads), told
