"""A goal split by month: done solid, to come outlined with a grip, target tick, last year dashed."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from views.charts.base import Chart, Handle, line, nice_steps, pen
from views.charts.month_lock import MonthLock
from views.theme import current_theme
from views.theme.paint import CENTRE, LEFT, RIGHT, draw_text, rounded, text_width
from workbench.formatting import number
from workbench.strings import tr


class Month(NamedTuple):
    """One bar. `done` is None for a month to come; `now` marks the present one; `last_year` None where unknown.

    `most` is the most it can be dragged to; None leaves months to come free and the others without a grip, 0 gives no grip. A `fixed` one is
    not moved by others. `was` says what it was before ("10 until 24 Nov").
    """

    label: str
    target: float
    done: float | None = None
    last_year: float | None = None
    now: bool = False
    most: float | None = None
    fixed: bool = False
    was: str = ""


def _movable(month: Month) -> bool:
    return month.done is None if month.most is None else month.most > 0


def _grip(painter: QPainter, rect: QRectF) -> None:
    rounded(painter, QRectF(rect.center().x() - 9, rect.center().y() - 2, 18, 4), current_theme().colour("accent"), None, 2)


class MonthBars(Chart):
    """`set_months([...])`. Months to come carry a grip: `trying(index, target)` while it moves, `released(index, target)` when let go.

    `step` is what one arrow key changes; `shown(value)` writes a value; `editable=False` shows no grips. `locks=True` shows a lock beside the
    name of each month with a grip or fixed: `locked(index, fixed)`.
    """

    trying = Signal(int, float)
    released = Signal(int, float)
    locked = Signal(int, bool)

    def __init__(
        self,
        height: int = 168,
        step: float = 1,
        shown: Callable[[float], str] = number,
        editable: bool = True,
        locks: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(height, parent)
        self.step, self.shown, self.editable, self.locks = step, shown, editable, locks
        self._locks: dict[int, MonthLock] = {}
        self._months: tuple[Month, ...] = ()
        self._before: tuple[Month, ...] = ()
        self._handles: dict[int, Handle] = {}
        self._scale = 1.0

    def set_months(self, months: Sequence[Month]) -> None:
        """Show other months, as saved."""
        self._months = self._before = tuple(Month(*month) for month in months)
        wanted = {place for place, month in enumerate(self._months) if _movable(month)} if self.editable else set()
        for place in list(self._handles):
            if place not in wanted:
                self._handles.pop(place).deleteLater()
        for place in sorted(wanted - set(self._handles)):
            handle = Handle(self, _grip, 34, 18)
            handle.dragged.connect(self._drag)
            handle.stepped.connect(self._step)
            handle.dropped.connect(self._drop)
            handle.cancelled.connect(self._back)
            handle.show()
            self._handles[place] = handle
        self._set_locks({place for place, month in enumerate(self._months) if self.locks and (place in wanted or month.fixed)})
        self._rescale()
        self._tell()

    def _set_locks(self, wanted: set[int]) -> None:
        for place in [place for place in self._locks if place not in wanted]:
            self._locks.pop(place).deleteLater()
        for place in sorted(wanted):
            if place not in self._locks:
                self._locks[place] = MonthLock(place, self)
                self._locks[place].clicked.connect(self._lock)
                self._locks[place].show()
            self._locks[place].show_state(self._months[place].fixed, self._months[place].label)

    @Slot(bool)
    def _lock(self, fixed: bool) -> None:
        sender = self.sender()
        if isinstance(sender, MonthLock):
            self.locked.emit(sender.place, fixed)

    def set_targets(self, targets: Sequence[float]) -> None:
        """Show other targets for all months, without a signal."""
        self._months = tuple(month._replace(target=target) for month, target in zip(self._months, targets, strict=True))
        self._tell()

    def set_target(self, place: int, target: float) -> None:
        """Show another target for one month, without a signal (the other months make up the difference)."""
        self._months = tuple(month._replace(target=target) if at == place else month for at, month in enumerate(self._months))
        self._tell()

    def months(self) -> tuple[Month, ...]:
        """The months as shown."""
        return self._months

    def _rescale(self) -> None:
        values = [max(month.target, month.done or 0, month.last_year or 0) for month in self._months]
        self._scale = max(values, default=1.0) or 1.0

    def _tell(self) -> None:
        for place, handle in self._handles.items():
            month = self._months[place]
            handle.name(tr("{month}: target {target}", month=month.label, target=self.shown(month.target)))
        words = [self._sentence(month) for month in self._months]
        self.describe(tr("Goal by month"), "; ".join(words))
        self._arrange()
        self.update()

    def _sentence(self, month: Month) -> str:
        target, was = self.shown(month.target), f" ({month.was})" if month.was else ""
        if month.done is None:
            return tr("{month}: target {target}", month=month.label, target=target) + was
        return tr("{month}: {done} of {target}", month=month.label, done=self.shown(month.done), target=target) + was

    def retranslate(self) -> None:
        self._tell()

    def plot(self) -> QRectF:
        """The area of the bars."""
        top = 26 + (17 if any(month.was for month in self._months) else 0)
        left = max(32.0, self._label_width() + 10)
        return QRectF(left, top, max(60.0, self.width() - left), max(40.0, self.height() - top - self._foot()))

    def _foot(self) -> float:
        return max(24.0, current_theme().px(24)) if self._locks else 24.0

    def _label_width(self) -> float:
        font = current_theme().font("caption", tabular=True)
        return max((text_width(self.shown(value), font) for value in nice_steps(self._scale)), default=0.0)

    def y_of(self, value: float) -> float:
        """Height of a value."""
        area = self.plot()
        return area.bottom() - area.height() * value / self._scale

    def bar(self, place: int, value: float) -> QRectF:
        """The bar of `value` in month number `place`."""
        area = self.plot()
        each = (area.width() - 48) / max(1, len(self._months))
        wide = min(56.0, each * 0.5)
        x = area.x() + each * (place + 0.5) - wide / 2
        return QRectF(x, self.y_of(value), wide, area.bottom() - self.y_of(value))

    def _arrange(self) -> None:
        for place, handle in self._handles.items():
            box = self.bar(place, self._months[place].target)
            handle.place(box.center().x(), box.y())
        font = current_theme().font("chip")
        for place, lock in self._locks.items():
            box, side = self.bar(place, 0), lock.sizeHint().width()
            wide = text_width(self._months[place].label, font)
            lock.resize(lock.sizeHint())
            lock.move(round(box.center().x() + wide / 2 + 2), round(self.plot().bottom() + self._foot() / 2 + 1 - side / 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _place_of(self, handle: object) -> int:
        return next((place for place, known in self._handles.items() if known is handle), -1)

    def _move(self, place: int, target: float) -> None:
        target = max(0.0, round(target / self.step) * self.step)
        if place >= 0 and (most := self._months[place].most) is not None:
            target = min(target, most)
        if place >= 0 and target != self._months[place].target:
            self.set_target(place, target)
            self.trying.emit(place, target)

    @Slot(float)
    def _drag(self, y: float) -> None:
        area = self.plot()
        self._move(self._place_of(self.sender()), self._scale * (area.bottom() - y) / area.height())

    @Slot(int)
    def _step(self, step: int) -> None:
        place = self._place_of(self.sender())
        self._move(place, self._months[place].target + step * self.step)

    @Slot()
    def _drop(self) -> None:
        place = self._place_of(self.sender())
        self._rescale()
        self._tell()
        self.released.emit(place, self._months[place].target)

    @Slot()
    def _back(self) -> None:
        place = self._place_of(self.sender())
        self._move(place, self._before[place].target)
        self.released.emit(place, self._months[place].target)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, area = QPainter(self), current_theme(), self.plot()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = theme.font("caption", tabular=True)
        for value in nice_steps(self._scale):
            y = self.y_of(value)
            line(painter, area.x(), y, area.right(), y, pen("line"))
            draw_text(painter, QRectF(0, y - 9, area.x() - 8, 18), self.shown(value), "muted", small, RIGHT, elide=False)
        last_label = max(
            (place for place, month in enumerate(self._months) if month.last_year is not None and self._fits(place)), default=-1
        )
        for place, month in enumerate(self._months):
            self._bar(painter, place, month)
            if month.last_year is not None:
                self._last_year(painter, place, month, place == last_label)
        line(painter, area.x(), area.bottom(), area.right(), area.bottom(), pen("faint"))

    def _bar(self, painter: QPainter, place: int, month: Month) -> None:
        theme, area = current_theme(), self.plot()
        box = self.bar(place, month.target)
        rounded(painter, box, theme.colour("accentbg"), theme.colour("accent", 0.5), 3)
        if month.done:
            rounded(painter, self.bar(place, month.done), theme.colour("accent"), None, 3)
        if month.done is not None:
            painter.fillRect(QRectF(box.x() - 6, box.y() - 1, box.width() + 12, 2), theme.colour("ink"))
        elif not self.editable or not _movable(month):
            painter.fillRect(QRectF(box.x() - 6, box.y() - 1, box.width() + 12, 2), theme.colour("ink", 0.55))
        top = round(self.y_of(max(month.target, month.done or 0))) - 24
        value = self.shown(month.done if month.done is not None else month.target)
        rest = (
            ""
            if month.done is None
            else tr("so far of {target}", target=self.shown(month.target))
            if month.now
            else tr("of {target}", target=self.shown(month.target))
        )
        strong, small = theme.font("strong", tabular=True), theme.font("caption", tabular=True)
        wide, tail = text_width(value, strong), text_width(rest, small) + 4 if rest else 0
        x = max(area.x() - 8, box.center().x() - (wide + tail) / 2)
        draw_text(painter, QRectF(x, top, wide + 1, 18), value, "ink", strong, LEFT, elide=False)
        draw_text(painter, QRectF(x + wide + 4, top + 1, tail, 18), rest, "muted", small, LEFT, elide=False)
        if month.was:
            each = (area.width() - 40) / max(1, len(self._months))
            draw_text(painter, QRectF(box.center().x() - each / 2, top - 16, each, 17), month.was, "muted", small, CENTRE)
        name = theme.font("chip" if month.now else "caption")
        draw_text(
            painter,
            QRectF(box.center().x() - 50, area.bottom() + 5, 100, 17),
            month.label,
            "accent" if month.now else "muted",
            name,
            CENTRE,
        )

    def _fits(self, place: int) -> bool:
        """Whether there is room to say "last year" beside a month."""
        text = tr("{value} last year", value=self.shown(self._months[place].last_year or 0))
        wide = text_width(text, current_theme().font("caption", tabular=True)) + 4
        right = self.bar(place + 1, 0).x() if place + 1 < len(self._months) else self.width()
        return self.bar(place, 0).right() + wide <= right

    def _last_year(self, painter: QPainter, place: int, month: Month, named: bool) -> None:
        theme, value = current_theme(), month.last_year or 0
        box, y = self.bar(place, month.target), self.y_of(value)
        over = month.done is not None and value <= month.done
        line(painter, box.x(), y, box.right(), y, pen("onaccent" if over else "muted", 1, True))
        line(painter, box.right(), y, box.right() + 6, y, pen("muted", 1, True))
        text = tr("{value} last year", value=self.shown(value)) if named else self.shown(value)
        font = theme.font("caption", tabular=True)
        wide = text_width(text, font)
        spot = QRectF(min(box.right() + 8, self.width() - wide - 1), y - 8, wide + 1, 17)
        painter.fillRect(spot.adjusted(-2, 2, 2, -2), theme.colour("surface"))
        draw_text(painter, spot, text, "muted", font, LEFT, elide=False, background="surface")
