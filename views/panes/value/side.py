"""At the right: the words to say on visits to the chosen segment, and where they are used."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.widgets import Card, Hairline, Label, Link, row
from workbench.strings import ntr, tr
from workbench.value.statements import BEST, SegmentValue, Use


class WordsCard(Card):
    """`sheet_wanted`, `customers_wanted(segment)`, `segment_wanted(segment)` when a link is clicked."""

    sheet_wanted = Signal()
    customers_wanted = Signal(int)
    segment_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(edge="thread", parent=parent)
        self._segment = 0
        self.words = [Label(role="strong", wrap=True) for _ in range(BEST)]
        self.note, self.used, self.said = Label(role="muted", wrap=True), Label(role="heading"), Label(wrap=True)
        self.sheet, self.customers, self.segment = (Link(role="caption_strong") for _ in range(3))
        self.sheet.clicked.connect(self.sheet_wanted)
        self.customers.clicked.connect(self._customers)
        self.segment.clicked.connect(self._to_segment)
        list_ = QVBoxLayout()
        list_.setSpacing(8)
        for label in self.words:
            list_.addWidget(label)
        self.body.addLayout(list_)
        self.body.addWidget(self.note)
        self.body.addSpacing(4)
        self.body.addWidget(Hairline())
        self.body.addWidget(self.used)
        self.body.addWidget(self.said)
        for link in (self.sheet, self.customers, self.segment):
            self.body.addLayout(row(link, None))

    def retranslate(self) -> None:
        """Set the fixed words."""
        self.set_heading(tr("Words to say on visits"))
        self.used.setText(tr("Where they are used"))
        self.sheet.set_text(tr("Morning sheet: “What to say”"))
        self.customers.set_text(tr("Customers of the segment"))
        self.segment.set_text(tr("The segment"))

    def show_segment(self, value: SegmentValue, use: Use) -> None:
        """Show another segment's words."""
        self._segment = value.id
        self.set_context(value.name)
        best = value.best
        for place, label in enumerate(self.words):
            label.setText(f"{place + 1}  {best[place].words}" if place < len(best) else "")
            label.setVisible(place < len(best))
        if not best:
            self.note.setText(tr("None yet: nobody can say what these customers gain."))
        elif best[0].weak:
            self.note.setText(tr("No number of the customer’s in it: measure one at the next visit."))
        else:
            self.note.setText(tr("Strong statements first, by how much changes for the customer."))
        customers = ntr("{n} customer", "{n} customers", use.customers)
        visits = ntr("{n} visit in the next seven days", "{n} visits in the next seven days", use.visits)
        self.said.setText(tr("{customers}, {visits}", customers=customers, visits=visits))

    @Slot()
    def _customers(self) -> None:
        self.customers_wanted.emit(self._segment)

    @Slot()
    def _to_segment(self) -> None:
        self.segment_wanted.emit(self._segment)


class TeachingCard(Card):
    """What makes a statement strong, while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.why, self.example = Label(role="message", wrap=True), Label(role="muted", wrap=True)
        self.body.addWidget(self.why)
        self.body.addWidget(self.example)

    def retranslate(self) -> None:
        """Set the words."""
        self.set_heading(tr("Begin here"))
        self.why.setText(
            tr("Customers do not buy what we offer, but what it changes for them. Ask “so what?” until a number of theirs appears.")
        )
        self.example.setText(
            tr("For example: prices within a day → the design review does not wait → days from drawing to price, 4 → 1 days.")
        )


def holder() -> QWidget:
    """A widget without an own look, for what is drawn anew."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    return made
