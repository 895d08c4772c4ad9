"""The hours that the rules need against the hours that the reps have: a bar of parts, and who has too much."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from views.widgets import Label, Link, LoadBar, Part, PartsBar, Run, load_tone, strong
from workbench import formatting
from workbench.strings import ntr, tr
from workbench.visits.capacity import Capacity, RepCapacity

MOST_REPS = 4


class LoadPart(QWidget):
    """`company_wanted` where no rep has hours."""

    company_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        self.words, self.free = Label(elide=True), Label(role="caption", align=Qt.AlignmentFlag.AlignRight)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.words, 1)
        line.addWidget(self.free)
        self.bar, self.link = PartsBar(), Link("")
        self.link.clicked.connect(self.company_wanted)
        self.reps = QGridLayout()
        self.reps.setHorizontalSpacing(10)
        self.reps.setVerticalSpacing(4)
        self.reps.setColumnStretch(1, 1)
        self._shown: tuple[RepCapacity, ...] | None = None
        column.addLayout(line)
        column.addWidget(self.bar)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self.reps)

    def show_load(self, load: Capacity) -> None:
        """Show other figures."""
        known = load.load is not None
        self.bar.setVisible(known)
        self.free.setVisible(known)
        self.link.setVisible(not known)
        self.link.set_text(tr("Company and team"))
        if load.load is None:
            self.words.setText(tr("No rep has hours in the field yet, so nothing says whether the rules can be kept."))
            self._show_reps(())
            return
        tone = load_tone(100 * load.load)
        needs = tr("Needs {percent} of the field hours", percent=formatting.percent(load.load))
        self.words.set_runs([strong(needs, "thread" if tone == "thread" else ""), Run("  " + _hours(load), "muted")])
        spare = round(load.available_hours) - round(load.needed_hours)
        self.free.setText(
            ntr("{n} hour free", "{n} hours free", spare, n=formatting.number(spare))
            if spare >= 0
            else ntr("{n} hour too many", "{n} hours too many", -spare, n=formatting.number(-spare))
        )
        self.free.set_tone("" if spare >= 0 else "thread")
        self.bar.set_parts([_part(need.tier, need.hours) for need in load.tiers if need.hours > 0], load.available_hours)
        self._show_reps(tuple(rep for rep in load.reps if rep.load is not None and rep.load > 1))

    def _show_reps(self, over: tuple[RepCapacity, ...]) -> None:
        if over == self._shown:
            return
        self._shown = over
        while (item := self.reps.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, rep in enumerate(sorted(over, key=lambda r: -(r.load or 0))[:MOST_REPS]):
            percent, over_by = formatting.percent(rep.load or 0), rep.needed_hours - rep.available_hours
            hours = formatting.number(over_by, 1)
            words = tr("{name}: {percent}, {hours} hours a month too many", name=rep.name, percent=percent, hours=hours)
            self.reps.addWidget(Label(rep.short_name), place, 0)
            self.reps.addWidget(LoadBar(100 * (rep.load or 0), text=words), place, 1)
            figure = Label(
                tr("{percent}, {hours} too many", percent=percent, hours=formatting.hours(over_by, 1)), "caption_strong", tone="thread"
            )
            self.reps.addWidget(figure, place, 2)


def _hours(load: Capacity) -> str:
    """ "132 hours: 3 reps × 4 weeks × 11 hours", or without the sum where reps differ."""
    there = formatting.number(load.available_hours)
    each = {round(rep.available_hours, 3) for rep in load.reps}
    reps = ntr("{n} rep", "{n} reps", len(load.reps))
    if len(each) == 1 and load.weeks_a_month:
        weeks = formatting.number(load.weeks_a_month, 0 if round(load.weeks_a_month, 1) == round(load.weeks_a_month) else 1)
        hours = load.field_hours_a_week / len(load.reps)
        own = formatting.number(hours, 0 if round(hours, 1) == round(hours) else 1)
        return tr("{there} hours: {reps} × {weeks} weeks × {own} hours", there=there, reps=reps, weeks=weeks, own=own)
    return tr("{there} hours a month of {reps}", there=there, reps=reps)


def _part(tier: str, hours: float) -> Part:
    said = formatting.hours(hours)
    if tier == "N":
        return Part(tr("New buyers {hours}", hours=said), hours, "muted")
    return Part(tr("{tier} {hours}", tier=tier, hours=said), hours, tier)
