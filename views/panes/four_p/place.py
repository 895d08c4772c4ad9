"""What follows from Place: which segments and tiers are visited and which are served from the desk. Rules, hours, plan and print obey."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from views.widgets import Card, EditableCell, Hairline, Label, Link, TierSquare, row
from workbench import formatting
from workbench.strings import ntr, tr
from workbench.visits.place import PlaceRow, PlaceView
from workbench.visits.rules import CHANNELS

Key = str | int
MUCH = 0.05


class PlaceCard(Card):
    """`chosen(key, channel)` is the user's, the key as in PlaceRow; `rules_wanted`, `segments_wanted` when a link is clicked."""

    chosen = Signal(object, str)
    rules_wanted = Signal()
    segments_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(edge="thread", parent=parent)
        self.why, self.hours = Label(role="muted", wrap=True), Label(role="message", wrap=True)
        self.rules, self.segments = Link(role="caption_strong"), Link(role="caption_strong")
        self.rules.clicked.connect(self.rules_wanted)
        self.segments.clicked.connect(self.segments_wanted)
        self.tiers_name, self.segments_name = Label(role="caption_strong"), Label(role="caption_strong")
        self.none = Label(role="muted", wrap=True)
        self.channels: dict[Key, EditableCell] = {}
        self._told: dict[Key, tuple[Label, Label]] = {}
        self._grids = {}
        for key, name in (("segments", self.segments_name), ("tiers", self.tiers_name)):
            grid = self._grids[key] = QGridLayout()
            grid.setHorizontalSpacing(8)
            grid.setVerticalSpacing(2)
            grid.setColumnStretch(1, 1)
            self.body.addWidget(self.why if key == "segments" else Hairline())
            self.body.addWidget(name)
            if key == "segments":
                self.body.addWidget(self.none)
            self.body.addLayout(grid)
        self.body.addWidget(self.hours)
        self.body.addLayout(row(self.rules, self.segments, None, spacing=16))
        self.body.setSpacing(6)

    def retranslate(self) -> None:
        """Set the fixed words."""
        self.set_heading(tr("Place decides"))
        self.why.setText(tr("Who is visited, and who is served from the desk. Hours, plan and print obey. Below: driving in a month."))
        self.segments_name.setText(tr("By segment, before the tiers"))
        self.tiers_name.setText(tr("By tier, for all others"))
        self.none.setText(tr("No segment yet: every customer follows its tier."))
        self.rules.set_text(tr("Visit rules"))
        self.segments.set_text(tr("Segments"))

    def show_place(self, shown: PlaceView, writes: bool) -> None:
        """Show the channel of each segment and tier, and the hours that follow."""
        tiers = [one for one in shown.tiers if one.key != "N" or one.customers]
        self._build(shown.segments, tiers)
        for one in (*shown.segments, *tiers):
            self._show_row(one, writes)
        self.none.setVisible(not shown.segments)
        load = shown.load
        self.hours.setText(tr("The rules need {percent} of the field hours", percent=formatting.percent(load)) if load is not None else "")
        self.hours.setVisible(load is not None)

    def _build(self, segments: Sequence[PlaceRow], tiers: Sequence[PlaceRow]) -> None:
        """Lay the rows anew where there are others."""
        if [one.key for one in (*segments, *tiers)] == list(self.channels):
            return
        for grid in self._grids.values():
            while (item := grid.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        self.channels, self._told = {}, {}
        for grid, rows in zip(self._grids.values(), (segments, tiers), strict=True):
            for place, one in enumerate(rows):
                self._add_row(grid, 2 * place, one)

    def _add_row(self, grid: QGridLayout, line: int, one: PlaceRow) -> None:
        name, below = self._told[one.key] = (Label(elide=True), Label(role="caption", wrap=True))
        cell = self.channels[one.key] = EditableCell("", "choice")
        cell.setProperty("key", one.key)
        cell.committed.connect(self._choose)
        if isinstance(one.key, str):
            grid.addWidget(TierSquare(one.key), line, 0)
        grid.addWidget(name, line, 0 if isinstance(one.key, int) else 1, 1, 2 if isinstance(one.key, int) else 1)
        grid.addWidget(cell, line, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(below, line + 1, 0 if isinstance(one.key, int) else 1, 1, 3 if isinstance(one.key, int) else 2)
        grid.setRowMinimumHeight(line + 1, 22)

    def _show_row(self, one: PlaceRow, writes: bool) -> None:
        segment = isinstance(one.key, int)
        name, below = self._told[one.key]
        cell = self.channels[one.key]
        count = ntr("{n} customer", "{n} customers", one.customers, n=formatting.number(one.customers))
        name.setText(one.name if segment else count)
        below.setText(tr(", ").join(part for part in (count if segment else "", *hours_words(one)) if part))
        below.setVisible(bool(below.text()))
        options = [("", tr("as its tiers"))] if segment else []
        cell.set_options([*options, *((key, tr(words)) for key, words in CHANNELS.items())])
        cell.empty = tr("as its tiers")
        cell.set_name(tr("Channel of {name}", name=one.name) if segment else tr("Channel of tier {tier}", tier=one.name))
        cell.set_value(one.channel)
        cell.setEnabled(writes)

    @Slot(object)
    def _choose(self, channel: str) -> None:
        self.chosen.emit(self.sender().property("key"), channel)


def hours_words(one: PlaceRow) -> tuple[str, ...]:
    """What the way of serving costs or saves a month: "6.5 h driven", "1.3 h saved"."""
    driven = tr("{hours} h driven", hours=_hours(one.driven)) if one.driven >= MUCH else ""
    saved = tr("{hours} h saved", hours=_hours(one.saved)) if one.saved >= MUCH else ""
    return driven, saved


def _hours(hours: float) -> str:
    return formatting.number(hours, 0 if hours >= 10 else 1)
