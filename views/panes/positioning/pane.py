"""Positioning: how we differ. The map with draggable points, its axes named in place, what follows from it at the right."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from views.context import Context
from views.panes.pane import Pane
from views.panes.positioning.chart import PositioningChart
from views.panes.positioning.empty import PositioningEmpty
from views.panes.positioning.side import AxesCard, FollowsCard, MissingCard
from views.panes.thread_knots import with_own
from views.theme import current_theme
from views.theme.paint import CENTRE, RIGHT
from views.widgets import Card, EditableCell, ScrollArea, ThreadStrip, row
from views.widgets.layouts import FOOT
from workbench.strings import marked, ntr, tr
from workbench.targeting import positioning
from workbench.targeting.positioning import MIDDLE
from workbench.targeting.positioning_map import PositioningMap
from workbench.targeting.positioning_map import positioning as read
from workbench.thread.links import links

SIDE = 330


class PositioningPane(Pane):
    """The map of the current plan."""

    name = "positioning"
    more_keys = (("Left", marked("Move the point; Shift: faster")), ("Del", marked("Take the point off the map")))

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._seen = PositioningMap((), (), (), None)
        self.strip = ThreadStrip()
        self.strip.clicked.connect(self._to_pane)
        self.map = Card()
        self.chart = PositioningChart()
        self.chart.placed.connect(self._place)
        self.chart.removed.connect(self._take_off)
        self.ends: dict[tuple[int, str], EditableCell] = {
            (0, "low"): EditableCell("", "text", shown="← {}".format),
            (0, "high"): EditableCell("", "text", shown="{} →".format, align=RIGHT),
            (1, "low"): EditableCell("", "text", shown="↓ {}".format, align=CENTRE),
            (1, "high"): EditableCell("", "text", shown="↑ {}".format, align=CENTRE),
        }
        for (place, end), cell in self.ends.items():
            cell.setProperty("end", [place, end])
            cell.committed.connect(self._rename_end)
        self.map.body.addLayout(row(None, self.ends[1, "high"], None))
        self.map.body.addWidget(self.chart, 1)
        foot = QGridLayout()
        foot.setHorizontalSpacing(8)
        for column, (start, cell, end) in enumerate(
            ((False, self.ends[0, "low"], True), (True, self.ends[1, "low"], True), (True, self.ends[0, "high"], False))
        ):
            foot.setColumnStretch(column, 1)
            foot.addLayout(row(*([None] if start else []), cell, *([None] if end else [])), 0, column)
        self.map.body.addLayout(foot)
        self.follows, self.axes, self.missing = FollowsCard(), AxesCard(), MissingCard()
        self.follows.wanted.connect(self._to_pane)
        self.missing.pane_wanted.connect(self._to_pane)
        self.missing.wanted.connect(self._place_new)
        self.axes.named.connect(self._add_axis)
        self.axes.renamed.connect(self._rename_axis)
        self.axes.drawn.connect(self._draw_axis)
        self.axes.removed.connect(self._remove_axis)
        self.side = ScrollArea()
        self.side.run_down()
        for card in (self.follows, self.missing, self.axes):
            self.side.body.addWidget(card)
        self.side.body.addStretch(1)
        self.content = QWidget()
        columns = QHBoxLayout(self.content)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        map_column = QVBoxLayout()
        map_column.setContentsMargins(0, 0, 0, FOOT)
        map_column.addWidget(self.map)
        columns.addLayout(map_column, 1)
        columns.addWidget(self.side)
        self.empty = PositioningEmpty(self.begin)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.strip)
        outer.addWidget(self.content, 1)
        outer.addWidget(self.empty, 1)

    def retranslate(self) -> None:
        for part in (self.follows, self.axes, self.missing, self.empty):
            part.retranslate()
        self.map.set_heading(tr("Map"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setFixedWidth(current_theme().px(SIDE))

    def take_first_focus(self) -> None:
        """Our own point, else another one; before there is a map what begins it."""
        points = self.chart.handles
        first = points.get(("we", None)) or next(iter(points.values()), None)
        if first is not None and self.chart.isEnabled():
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_first_focus()

    def subtitle(self) -> str:
        placed = len(self._seen.placed)
        return ntr("{n} on the map", "{n} on the map", placed) if len(self._seen.axes) > 1 else ""

    def refresh(self, changed: set[str]) -> None:
        with self.context.workspace.read() as session:
            self._seen, thread = read(session), links(session, boards=True)
        self.strip.set_knots(with_own(thread, "segments", self.title_text(), self.name))
        self.side.setFixedWidth(current_theme().px(SIDE))
        writes, seen = not self.context.workspace.read_only, self._seen
        self.content.setVisible(bool(seen.axes))
        self.empty.setVisible(not seen.axes)
        self.empty.begin.setEnabled(writes)
        drawn = len(seen.axes) > 1
        self.chart.setEnabled(drawn)
        self.chart.show_map(seen, writes)
        for (place, end), cell in self.ends.items():
            axis = seen.axes[place] if place < len(seen.axes) else None
            cell.setVisible(axis is not None)
            if axis is not None:
                cell.set_name(tr("{axis}, upper end", axis=axis.name) if end == "high" else tr("{axis}, lower end", axis=axis.name))
                cell.set_value((axis.high if end == "high" else axis.low) or "…")
                cell.setEnabled(writes)
        names = [axis.name for axis in seen.axes[:2]]
        self.map.set_context(tr("{one} across, {other} upwards", one=names[0], other=names[1]) if drawn else tr("The map needs two axes."))
        self.follows.show_map(seen)
        self.follows.setVisible(drawn)
        self.axes.show_axes(seen, writes)
        self.missing.show_map(seen, writes)
        self.missing.setVisible(drawn and self.missing.isVisibleTo(self.side))

    # ---- what the user does

    @Slot()
    def begin(self) -> None:
        """Lay the first two axes."""
        self.change(tr("Begin the positioning map"), positioning.begin)

    def _who(self, kind: str, whose: int | None) -> str:
        return next((point.name for point in self._seen.points if (point.kind, point.id) == (kind, whose)), "")

    @Slot(str, object, float, float, bool)
    def _place(self, kind: str, whose: int | None, x: float, y: float, by_key: bool) -> None:
        merge = f"positioning {kind} {whose}" if by_key else None
        self.change(tr("Move {name}", name=self._who(kind, whose)), positioning.place, kind, whose, x, y, merge=merge)

    @Slot(str, object)
    def _place_new(self, kind: str, whose: int | None) -> None:
        point = next(one for one in self._seen.points if (one.kind, one.id) == (kind, whose))
        x, y = (MIDDLE if value is None else value for value in (point.x, point.y))
        self.change(tr("Place {name}", name=point.name), positioning.place, kind, whose, x, y)

    @Slot(str, object)
    def _take_off(self, kind: str, whose: int | None) -> None:
        self.change(tr("Take {name} off the map", name=self._who(kind, whose)), positioning.take_off, kind, whose)

    @Slot(object)
    def _rename_end(self, text: str) -> None:
        sender = self.sender()
        if isinstance(sender, EditableCell):
            place, end = sender.property("end")
            self.change(tr("Name an axis"), positioning.rename_axis, self._seen.axes[place].id, **{end: text})

    @Slot(str)
    def _add_axis(self, name: str) -> None:
        self.change(tr("Add axis {name}", name=name), positioning.add_axis, name)

    @Slot(int, str)
    def _rename_axis(self, axis: int, name: str) -> None:
        self.change(tr("Name an axis"), positioning.rename_axis, axis, name)

    @Slot(int, bool)
    def _draw_axis(self, axis: int, upwards: bool) -> None:
        self.change(tr("Draw another axis"), positioning.draw_axis, axis, upwards)

    @Slot(int)
    def _remove_axis(self, axis: int) -> None:
        self.change(tr("Remove an axis"), positioning.remove_axis, axis)

    @Slot(str)
    @Slot(object)
    def _to_pane(self, pane: str) -> None:
        self.context.navigate(pane)
