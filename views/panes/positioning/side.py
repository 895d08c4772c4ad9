"""At the right of the map: what follows from it, the axes, and who has no place yet."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.widgets import Button, Card, Chip, EditableCell, Hairline, IconButton, Label, LineEdit, Link, row
from workbench.strings import tr
from workbench.targeting.positioning_map import PointView, PositioningMap, alike_words, difference, spot_words


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class FollowsCard(Card):
    """`wanted(pane)` when a link is clicked."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(edge="thread", parent=parent)
        self.sentence = Label(role="message", wrap=True)
        self.spot = Label(wrap=True)
        self.warnings = QVBoxLayout()
        self.warnings.setSpacing(6)
        self.segments, self.value = Link(role="caption_strong"), Link(role="caption_strong")
        self.segments.clicked.connect(self._to_segments)
        self.value.clicked.connect(self._to_value)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.spot)
        self.body.addLayout(self.warnings)
        self.body.addWidget(Hairline())
        self.body.addLayout(row(self.segments, self.value, None, spacing=16))

    def retranslate(self) -> None:
        self.set_heading(tr("What follows"))
        self.segments.set_text(tr("Segments"))
        self.value.set_text(tr("Value"))

    def show_map(self, seen: PositioningMap) -> None:
        """Say it anew."""
        self.sentence.setText(difference(seen))
        self.spot.setText(spot_words(seen))
        _clear(self.warnings)
        for one in seen.alike:
            self.warnings.addWidget(Label(alike_words(one), tone="warn", wrap=True))

    @Slot()
    def _to_segments(self) -> None:
        self.wanted.emit("segments")

    @Slot()
    def _to_value(self) -> None:
        self.wanted.emit("value")


class AxesCard(Card):
    """`named(text)`, `renamed(id, text)`, `drawn(id, upwards)`, `removed(id)`."""

    named = Signal(str)
    renamed = Signal(int, str)
    drawn = Signal(int, bool)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._shown: object = None
        self.line = LineEdit(height=28)
        self.line.returnPressed.connect(self._add)
        self.body.addLayout(self._list)
        self.body.addWidget(self.line)

    def retranslate(self) -> None:
        self.set_heading(tr("Axes"))
        self.line.setPlaceholderText(tr("+ Name an axis"))
        self.line.setAccessibleName(tr("Name an axis"))
        self._shown = None

    def show_axes(self, seen: PositioningMap, writes: bool) -> None:
        """Show all axes; the drawn ones say how."""
        self.line.setEnabled(writes)
        if self._shown == (seen.axes, writes):
            return
        self._shown = seen.axes, writes
        _clear(self._list)
        for place, axis in enumerate(seen.axes):
            box = QWidget()
            name = EditableCell(axis.name, "text", name=tr("Axis"))
            name.committed.connect(self._rename)
            parts: list[QWidget] = []
            if place < 2:
                parts.append(Chip(tr("upwards") if place else tr("across"), "accent"))
            for upwards in (False, True):
                if place != int(upwards) and len(seen.axes) > 1:
                    words = tr("Draw {axis} upwards", axis=axis.name) if upwards else tr("Draw {axis} across", axis=axis.name)
                    draw = IconButton("arrow-up-down" if upwards else "arrow-left-right", words)
                    draw.setProperty("upwards", upwards)
                    draw.clicked.connect(self._draw)
                    parts.append(draw)
            gone = IconButton("x", tr("Remove {name}", name=axis.name))
            gone.clicked.connect(self._remove)
            for part in (name, *parts, gone):
                part.setProperty("axis", axis.id)
                part.setEnabled(writes)
            line = row(spacing=4)
            line.addWidget(name)
            line.addStretch(1)
            for part in (*parts, gone):
                line.addWidget(part)
            box.setLayout(line)
            self._list.addWidget(box)
            box.show()

    def _axis(self, sender: QObject | None) -> int:
        assert sender is not None
        return int(sender.property("axis"))

    @Slot()
    def _add(self) -> None:
        text = self.line.text().strip()
        if text:
            self.line.set_value("")
            self.named.emit(text)

    @Slot(object)
    def _rename(self, text: str) -> None:
        self.renamed.emit(self._axis(self.sender()), text)

    @Slot()
    def _draw(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.drawn.emit(self._axis(sender), bool(sender.property("upwards")))

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._axis(self.sender()))


class MissingCard(Card):
    """Who has no place yet: `wanted(kind, id)`; `pane_wanted(name)` where there is nobody to place."""

    wanted = Signal(str, object)
    pane_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.body.addLayout(self._list)
        self.rivals, self.segments = Link(role="caption_strong"), Link(role="caption_strong")
        self.rivals.clicked.connect(self._to_rivals)
        self.segments.clicked.connect(self._to_segments)
        self.body.addWidget(self.rivals, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignLeft)

    def retranslate(self) -> None:
        self.set_heading(tr("Not placed yet"))
        self.rivals.set_text(tr("Name rivals on the 3C board"))
        self.segments.set_text(tr("Make the first segment"))

    def show_map(self, seen: PositioningMap, writes: bool) -> None:
        """Show them; nothing where everybody has a place."""
        _clear(self._list)
        for point in seen.missing:
            self._list.addWidget(self._row(point, writes))
        self.rivals.setVisible(not seen.of("rival"))
        self.segments.setVisible(not seen.of("segment"))
        self.setVisible(bool(seen.missing) or not seen.of("rival") or not seen.of("segment"))

    def _row(self, point: PointView, writes: bool) -> QWidget:
        box = QWidget()
        name = tr("Ideal of {segment}", segment=point.name) if point.kind == "segment" else point.name
        button = Button(tr("Put on the map"), small=True)
        button.setAccessibleName(tr("Place {name}", name=name))
        button.setEnabled(writes)
        button.setProperty("whom", [point.kind, point.id])
        button.clicked.connect(self._place)
        line = row(spacing=8)
        line.addWidget(Label(name, wrap=True), 1)
        line.addWidget(button)
        box.setLayout(line)
        return box

    @Slot()
    def _place(self) -> None:
        sender = self.sender()
        if sender is not None:
            kind, whose = sender.property("whom")
            self.wanted.emit(kind, whose)

    @Slot()
    def _to_rivals(self) -> None:
        self.pane_wanted.emit("three_c")

    @Slot()
    def _to_segments(self) -> None:
        self.pane_wanted.emit("segments")
