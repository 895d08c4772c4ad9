"""The time box of the analysis and its snapshots: how long it runs, closing it, and opening what was frozen."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from views.widgets import Button, Card, Label, Link, SegmentedControl, row
from workbench import formatting
from workbench.analysis.snapshots import SnapshotView
from workbench.analysis.time_box import WEEKS, TimeBox
from workbench.strings import ntr, tr

MOST = 3
"""So many snapshots are listed; the others are chosen where one is open."""


class TimeBoxCard(Card):
    """`begun(weeks)`, `length_set(weeks)`, `closing` (freeze and close), `snapshot_wanted(id)`."""

    begun = Signal(int)
    length_set = Signal(int)
    closing = Signal()
    snapshot_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._box: TimeBox | None = None
        self._listed: tuple[SnapshotView, ...] | None = None
        self.words = Label(wrap=True)
        self.weeks = SegmentedControl()
        self.weeks.chosen.connect(self._length)
        self.weeks_name = Label(role="muted")
        self.button = Button(small=True)
        self.button.clicked.connect(self._press)
        self.links: list[Link] = []
        self.body.setSpacing(9)
        self.body.addWidget(self.words)
        self.body.addLayout(row(self.weeks, self.weeks_name, None))
        self.body.addLayout(row(self.button, None))

    def retranslate(self) -> None:
        """Set the fixed words."""
        self.set_heading(tr("Time box"))
        self.weeks.setAccessibleName(tr("Weeks that the analysis takes"))
        self.weeks.set_options([(weeks, formatting.number(weeks)) for weeks in WEEKS])
        self.weeks_name.setText(tr("weeks"))
        self._listed = None

    def show_box(self, box: TimeBox, snapshots: tuple[SnapshotView, ...], writes: bool) -> None:
        """Show how it stands, and the newest snapshots."""
        self._box = box
        if box.state in ("open", "late") and box.last is not None:
            words = tr("Look until {day}, then decide. Closing freezes all boards as they stand.", day=formatting.day_short(box.last))
        elif box.state == "closed" and box.closed is not None:
            words = tr("Closed on {day}; the boards were frozen. You can begin again.", day=formatting.day_short(box.closed))
        else:
            words = tr("Set how long you look before you decide: an analysis without an end changes no priority.")
        self.words.setText(words)
        self.weeks.set_value(box.weeks)
        running = box.state in ("open", "late")
        self.button.set_text(tr("Close the analysis") if running else tr("Begin again") if box.state == "closed" else tr("Begin today"))
        for part in (self.weeks, self.button):
            part.setEnabled(writes)
        self._list(snapshots)

    def _list(self, snapshots: tuple[SnapshotView, ...]) -> None:
        if snapshots[:MOST] == self._listed:
            return
        self._listed = snapshots[:MOST]
        for link in self.links:
            link.hide()
            link.deleteLater()
        self.links = []
        for snapshot in self._listed:
            day = formatting.day(snapshot.taken_on)
            link = Link(tr("Snapshot of {day}", day=day), "caption_strong")
            link.setAccessibleName(
                tr("Snapshot of {day}, {cards}", day=day, cards=ntr("{n} card", "{n} cards", snapshot.cards))
                + (f": {snapshot.name}" if snapshot.name else "")
            )
            link.setToolTip(snapshot.name)
            link.setProperty("snapshot", snapshot.id)
            link.clicked.connect(self._open)
            self.body.addWidget(link)
            self.links.append(link)

    @Slot(object)
    def _length(self, weeks: int) -> None:
        if self._box is not None and self._box.state in ("open", "late"):
            self.length_set.emit(weeks)

    @Slot()
    def _press(self) -> None:
        if self._box is not None and self._box.state in ("open", "late"):
            self.closing.emit()
        else:
            self.begun.emit(self.weeks.value())

    @Slot()
    def _open(self) -> None:
        self.snapshot_wanted.emit(self.sender().property("snapshot"))
