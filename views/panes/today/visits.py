"""Today's visits by rep: a table, one key to mark a visit done or missed, a note if wanted."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from views.widgets import Button, Card, Cell, Column, DataTable, LineEdit, RowsModel, SegmentedControl
from workbench import formatting
from workbench.strings import marked, tr
from workbench.visits.cards import VisitCard
from workbench.visits.day import DayView, RepDay


def _time(card: VisitCard) -> Cell:
    return Cell(formatting.clock_time(card.start), strong=True)


def _name(card: VisitCard) -> Cell:
    return Cell(card.name, second=card.name_local or card.address, strong=True)


def _topic(card: VisitCard) -> Cell:
    if card.status == "done":
        return Cell(card.note or card.topics, second=tr("done"), tone="good")
    if card.status == "missed":
        return Cell(card.note or card.topics, second=tr("missed"), tone="muted")
    return Cell(card.topics)


def _way(card: VisitCard) -> str:
    return tr(", ").join((formatting.distance(card.travel_km), formatting.duration(card.travel_minutes)))


def _last(card: VisitCard) -> str:
    return formatting.days_ago(card.days_since_last) if card.days_since_last is not None else tr("never")


COLUMNS = (
    Column("time", marked("Time"), _time, 62, tabular=True, fixed=True),
    Column("tier", "", lambda card: Cell(tier=card.tier), 32, fixed=True),
    Column("name", marked("Customer"), _name, 180, fixed=True),
    Column("topics", marked("What to discuss"), _topic, 0, wraps=True),
    Column("way", marked("Way"), _way, 114, right=True, tone="muted"),
    Column("last", marked("Last visit"), _last, 92, right=True, tone="muted"),
)

WAY = 4
"""The column that gives way where the card is narrow."""


class TodayVisits(Card):
    """The visits of one day. Emits what the user wants done; draws what `show_day` is given."""

    marked_done = Signal(int, object)
    marked_missed = Signal(int, object)
    unmarked = Signal(int)
    customer_wanted = Signal(int)
    sheet_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._day: DayView | None = None
        self._read_only = False
        self.reps = SegmentedControl()
        self.reps.chosen.connect(self._show_rep)
        self.sheet = Button("", small=True)
        self.sheet.clicked.connect(self.sheet_wanted)
        self.add_to_header(self.reps)
        self.add_to_header(self.sheet)
        self.table = DataTable(two_lines=True, inset=17)
        self.model: RowsModel[VisitCard] = RowsModel(COLUMNS, key=lambda card: card.id)
        self.table.show_model(self.model)
        self.table.installEventFilter(self)
        self.table.row_current.connect(self._row_changed)
        self.table.row_activated.connect(self._open_customer)
        self.body.addWidget(self.table)
        self.body.addWidget(self._make_foot())
        self.retranslate()

    def _make_foot(self) -> QWidget:
        self.foot = QWidget()
        line = QHBoxLayout(self.foot)
        line.setContentsMargins(17, 4, 17, 12)
        line.setSpacing(8)
        self.note = LineEdit()
        self.done, self.missed, self.undone = Button("", small=True, key="D"), Button("", small=True, key="M"), Button("", small=True)
        self.done.clicked.connect(self._done)
        self.missed.clicked.connect(self._missed)
        self.undone.clicked.connect(self._undone)
        self.note.returnPressed.connect(self._done)
        line.addWidget(self.note, 1)
        for button in (self.done, self.missed, self.undone):
            line.addWidget(button)
        return self.foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(WAY, self.width() < 680)

    def retranslate(self) -> None:
        self.set_heading(tr("Visits today"))
        self.sheet.set_text(tr("Morning sheet"))
        self.done.set_text(tr("Done"))
        self.missed.set_text(tr("Missed"))
        self.undone.set_text(tr("Take the mark back"))
        self.note.setPlaceholderText(tr("What came of it, if you like"))
        self.note.setAccessibleName(tr("Note on the visit"))
        self.table.setAccessibleName(tr("Visits today"))
        self.reps.setAccessibleName(tr("Rep"))

    def show_day(self, day: DayView, read_only: bool) -> None:
        """Show a day, keeping the rep and the visit that are chosen."""
        self._day, self._read_only = day, read_only
        self.reps.set_options([(rep.rep_id, f"{rep.short_name or rep.name} {len(rep.visits)}") for rep in day.reps])
        self.reps.setVisible(len(day.reps) > 1)
        self._show_rep()

    def _rep(self) -> RepDay | None:
        reps = self._day.reps if self._day else ()
        return next((rep for rep in reps if rep.rep_id == self.reps.value()), None)

    def _card(self) -> VisitCard | None:
        rep, key = self._rep(), self.table.current_key()
        return next((card for card in rep.visits if card.id == key), None) if rep else None

    @Slot()
    def _show_rep(self) -> None:
        rep, day = self._rep(), self._day
        if day is None:
            return
        current = self.table.current_key()
        visits = rep.visits if rep else ()
        self.model.set_rows(visits)
        self.table.set_current(
            current if any(v.id == current for v in visits) else next((v.id for v in visits if v.status == "planned"), None)
        )
        self.table.set_empty_text(self._why_empty(day))
        self.table.setFixedHeight(
            self.table.horizontalHeader().sizeHint().height() + max(1, len(visits)) * self.table.verticalHeader().defaultSectionSize() + 2
        )
        parts = []
        if rep and visits:
            parts = [formatting.distance(rep.distance_km), tr("{time} driving", time=formatting.duration(rep.driving_minutes))]
            if rep.back_at is not None:
                parts.append(tr("back at {time}", time=formatting.clock_time(rep.back_at)))
        self.set_context(tr(", ").join(parts))
        self.sheet.setVisible(bool(day.visits))
        self._show_foot()

    def _why_empty(self, day: DayView) -> str:
        if day.closed_name:
            return tr("{name}: nobody goes out.", name=day.closed_name)
        if not day.working:
            return tr("No working day.")
        return tr("No visits today.")

    @Slot(object)
    def _row_changed(self, _: object) -> None:
        self.note.clear()
        self._show_foot()

    def _show_foot(self) -> None:
        card = self._card()
        self.foot.setVisible(card is not None and not self._read_only)
        if card is not None:
            for button in (self.done, self.missed, self.note):
                button.setVisible(card.status == "planned")
            self.undone.setVisible(card.status != "planned")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            keys = {Qt.Key.Key_D: self._done, Qt.Key.Key_M: self._missed, Qt.Key.Key_Backspace: self._undone}
            if (act := keys.get(Qt.Key(event.key()))) is not None:
                act()
                return True
        return super().eventFilter(watched, event)

    def _note(self) -> str | None:
        return self.note.text().strip() or None

    @Slot()
    def _done(self) -> None:
        if (card := self._card()) and card.status == "planned" and not self._read_only:
            self.marked_done.emit(card.id, self._note())
            self.note.clear()

    @Slot()
    def _missed(self) -> None:
        if (card := self._card()) and card.status == "planned" and not self._read_only:
            self.marked_missed.emit(card.id, self._note())
            self.note.clear()

    @Slot()
    def _undone(self) -> None:
        if (card := self._card()) and card.status != "planned" and not self._read_only:
            self.unmarked.emit(card.id)

    @Slot(object)
    def _open_customer(self, key: int) -> None:
        if card := self._card():
            self.customer_wanted.emit(card.customer_id)
