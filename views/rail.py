"""The rail at the left: brand, the numbered steps with their panes, the plan's name at the foot."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from views.panes import ACTION, PANES, STEPS, Place, Step
from views.theme import current_theme
from views.theme.icons import paint_icon
from views.theme.paint import CENTRE, RIGHT, chip, chip_width, draw_text, focus_ring, rounded
from workbench.strings import ntr, tr

INSET_LEFT, INSET_RIGHT = 10, 9
RING, RING_LEFT, TEXT_LEFT = 20, 10, 40
STEP_HEIGHT, PANE_HEIGHT, BRAND_HEIGHT, FOOT_HEIGHT = 34, 28, 52, 44


class RailItem(QAbstractButton):
    """A row of the rail: a step with its ring, or a pane under it."""

    def __init__(self, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._height = height
        self.current = False
        self.threaded = False
        self.waiting = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Full width; the height grows with the text size."""
        return QSize(100, current_theme().px(self._height))

    def name_it(self, text: str, waiting: int) -> None:
        """Set the label and its count, also for screen readers."""
        self.setText(text)
        self.waiting = waiting
        self.setAccessibleName(text)
        self.setAccessibleDescription(ntr("{n} waiting", "{n} waiting", waiting) if waiting else "")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the rail, Enter opens."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.focusNextChild() if step > 0 else self.focusPreviousChild()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paint_count(self, painter: QPainter) -> float:
        """Draw the count at the right; returns the room it took."""
        if not self.waiting:
            return 0
        width = chip_width(str(self.waiting))
        chip(painter, QRectF(0, 0, self.width() - 1, self.height()), str(self.waiting), "thread", RIGHT)
        return width + 6

    def event(self, event: QEvent) -> bool:
        """Repaint on hover as well."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)


class StepItem(RailItem):
    """A numbered step. The ring turns vermilion when the thread runs through it and is filled when it is shown."""

    def __init__(self, step: Step, parent: QWidget) -> None:
        super().__init__(STEP_HEIGHT, parent)
        self.step = step

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ring, name, count."""
        theme, painter = current_theme(), QPainter(self)
        box = QRectF(self.rect())
        ground = "surface" if self.current else "sunken"
        if self.current:
            rounded(painter, box, theme.colour("surface"), theme.colour("line"), theme.size("control"))
        filled = self.current
        role = "thread" if filled or self.threaded else "muted"
        ring = QRectF(RING_LEFT, (self.height() - RING) / 2, RING, RING)
        line = "thread" if role == "thread" else "faint"
        rounded(painter, ring, theme.colour("thread" if filled else "surface"), theme.colour(line), RING / 2)
        glyph = "surface" if filled else role
        if self.step.icon:
            paint_icon(painter, ring.adjusted(4, 4, -4, -4), self.step.icon, theme.colour(glyph))
        else:
            font = theme.font("tier", weight=600)
            draw_text(painter, ring, str(self.step.number), glyph, font, CENTRE, elide=False, background="thread" if filled else "surface")
        room = self.paint_count(painter)
        text = QRectF(TEXT_LEFT, 0, self.width() - TEXT_LEFT - room, self.height())
        draw_text(painter, text, self.text(), "ink", theme.font("strong" if self.current else "body"), background=ground)
        if self.hasFocus():
            focus_ring(painter, box, theme.size("control"))


class PaneItem(RailItem):
    """A pane under its open step."""

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(PANE_HEIGHT, parent)
        self.place = place

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Name and count; the current one in accent."""
        theme, painter = current_theme(), QPainter(self)
        box = QRectF(self.rect())
        if self.current:
            rounded(painter, box, theme.colour("accentbg"), None, theme.size("control"))
        text = QRectF(TEXT_LEFT, 0, self.width() - TEXT_LEFT - self.paint_count(painter), self.height())
        font = theme.font("strong" if self.current else "body")
        ink = "accent" if self.current else "ink" if self.underMouse() else "muted"
        draw_text(painter, text, self.text(), ink, font, background="accentbg" if self.current else "sunken")
        if self.hasFocus():
            focus_ring(painter, box, theme.size("control"))


class Brand(RailItem):
    """ "Asaichi" with its vermilion dot; opens the menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(BRAND_HEIGHT, parent)
        self.setText("Asaichi")

    def translate(self) -> None:
        """Name the button in the present language."""
        self.setAccessibleName(tr("Menu"))
        self.setToolTip(tr("Menu") + " (Alt M)")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dot and name; the arrow of the menu on hover and focus."""
        theme, painter = current_theme(), QPainter(self)
        middle = self.height() / 2
        rounded(painter, QRectF(RING_LEFT, middle - 5, 10, 10), theme.colour("thread"), None, 5)
        draw_text(painter, QRectF(28, 0, self.width() - 54, self.height()), self.text(), "ink", theme.font("message"), background="sunken")
        paint_icon(painter, QRectF(self.width() - 23, middle - 7, 14, 14), "chevron-down", theme.colour("muted"))
        if self.hasFocus():
            focus_ring(painter, QRectF(0, middle - 17, self.width(), 34), theme.size("control"))


class Foot(RailItem):
    """The plan's name; leads to its goal."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(FOOT_HEIGHT, parent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The name in muted ink, cut where it is too long."""
        theme, painter = current_theme(), QPainter(self)
        draw_text(painter, QRectF(RING_LEFT, 0, self.width() - 18, self.height()), self.text(), "muted", background="sunken")
        if self.hasFocus():
            focus_ring(painter, QRectF(0, 5, self.width(), self.height() - 10), theme.size("control"))


class Rail(QWidget):
    """All rows. `chosen(name)` is sent when the user picks a pane; the frame tells what is current."""

    chosen = Signal(str)
    menu_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._current = ""
        self._last_in_step: dict[int, str] = {}
        self._waits: Mapping[str, int] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(INSET_LEFT, 0, INSET_RIGHT, 6)
        layout.setSpacing(2)
        self.brand = Brand(self)
        self.brand.clicked.connect(self.menu_asked)
        layout.addWidget(self.brand)
        layout.setSpacing(2)
        self.steps: dict[int, StepItem] = {}
        self.panes: dict[str, PaneItem] = {}
        for step in STEPS:
            self._add_step(step, layout)
        layout.addStretch(1)
        self.foot = Foot(self)
        self.foot.clicked.connect(self._to_goal)
        layout.addWidget(self.foot)
        current_theme().changed.connect(self._restyle)
        self._restyle()

    def _add_step(self, step: Step, layout: QVBoxLayout) -> None:
        places = [place for place in PANES if place.step == step.number]
        if not places:
            return
        item = StepItem(step, self)
        item.clicked.connect(self._step_clicked)
        self.steps[step.number] = item
        layout.addWidget(item)
        if step.number != ACTION and len(places) == 1:
            return
        for place in places:
            row = PaneItem(place, self)
            row.clicked.connect(self._pane_clicked)
            row.hide()
            self.panes[place.name] = row
            layout.addWidget(row)

    def tell(self, plan: str, threaded: frozenset[int], waits: Mapping[str, int]) -> None:
        """Show the plan's name, the steps that the thread runs through, and how much waits in which pane."""
        self.foot.name_it(plan, 0)
        self.foot.setVisible(bool(plan))
        self.foot.setToolTip(plan)
        self._waits = waits
        for number, item in self.steps.items():
            item.threaded = number in threaded
        self._restate()

    def set_current(self, name: str) -> None:
        """Open the step of this pane and mark the pane."""
        place = next(place for place in PANES if place.name == name)
        self._current = name
        self._last_in_step[place.step] = name
        self._restate()

    def translate(self) -> None:
        """All names in the present language."""
        self.brand.translate()
        self.setAccessibleName(tr("Steps"))
        self._restate()

    def pane_of_step(self, number: int) -> str | None:
        """The pane a step opens: the one last shown there, else its first."""
        first = next((place.name for place in PANES if place.step == number), None)
        return self._last_in_step.get(number, first)

    def _restate(self) -> None:
        current = next((place for place in PANES if place.name == self._current), None)
        for number, item in self.steps.items():
            is_open = current is not None and current.step == number
            names = [place.name for place in PANES if place.step == number]
            under = [self.panes[name] for name in names if name in self.panes]
            for row in under:
                row.setVisible(is_open)
                row.current = row.place.name == self._current
                row.name_it(tr(row.place.title), self._waits.get(row.place.name, 0))
            item.current = is_open and not under
            waiting = 0 if is_open and under else sum(self._waits.get(name, 0) for name in names)
            item.name_it(tr(item.step.title), waiting)

    @Slot()
    def _restyle(self) -> None:
        self.setFixedWidth(current_theme().size("rail"))
        for row in self.findChildren(RailItem):
            row.updateGeometry()
        self.update()

    @Slot()
    def _step_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, StepItem):
            name = self.pane_of_step(sender.step.number)
            if name is not None:
                self.chosen.emit(name)

    @Slot()
    def _pane_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, PaneItem):
            self.chosen.emit(sender.place.name)

    @Slot()
    def _to_goal(self) -> None:
        if any(place.name == "goals" for place in PANES):
            self.chosen.emit("goals")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sunken ground with its hairline."""
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme.colour("sunken"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.colour("line"))
