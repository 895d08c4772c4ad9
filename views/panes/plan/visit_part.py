"""The chosen visit beside the week: when, what to discuss, why it is there, and what became of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.panes.thread_links import ThreadLinks
from views.widgets import Button, Card, Chip, EditableCell, FlowLayout, Label, LineEdit, Link, SegmentedControl, TierSquare, row
from workbench import clock, formatting
from workbench.strings import tr
from workbench.thread.around import Around
from workbench.visits import commands
from workbench.visits.cards import VisitCard
from workbench.visits.why import VisitWhy

if TYPE_CHECKING:
    from views.panes.plan.pane import VisitPlanPane


class VisitPart(Card):
    """Draws what `show_visit` is given and writes through the pane. A note being typed stays with its visit."""

    def __init__(self, pane: "VisitPlanPane", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._pane = pane
        self._card: VisitCard | None = None
        self._drafts: dict[int, str] = {}
        self.tier, self.name, self.state = TierSquare(), Label(role="message", wrap=True), Chip()
        self.customer = Link(role="caption_strong")
        self.add_to_header(self.customer)
        self.when, self.until = Label(role="muted"), Label(role="muted", tabular=True)
        self.start, self.topics = EditableCell(kind="time"), EditableCell(kind="text", empty="…")
        self.why, self.broken, self.thread_links = Label(role="muted", wrap=True), Label(tone="warn", wrap=True), ThreadLinks()
        self.note = LineEdit()
        self.done_button, self.missed_button = Button("", small=True, key="D"), Button("", small=True, key="M")
        self.lock_button, self.out_button = Button("", small=True, key="L"), Button("", small=True, key="Del")
        self.unmark_button = Button("", small=True)
        self.body.addLayout(row(self.tier, self.name, self.state, spacing=8))
        when = QWidget()
        flow = FlowLayout(when, gap=3, row_gap=2)
        for widget in (self.when, self.start, self.until):
            flow.addWidget(widget)
        self.body.addWidget(when)
        for widget in (self.topics, self.broken, self.why, self.note):
            self.body.addWidget(widget)
        self.buttons = QWidget()
        column = QVBoxLayout(self.buttons)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._marks = QWidget()
        marks = row(self.done_button, self.missed_button, self.unmark_button, None, spacing=6)
        self._marks.setLayout(marks)
        column.addWidget(self._marks)
        column.addLayout(row(self.lock_button, self.out_button, None, spacing=6))
        self.hold_name, self.hold = Label(role="caption"), SegmentedControl()
        self._hold_line = QWidget()
        self._hold_line.setLayout(row(self.hold_name, self.hold, None, spacing=8))
        self._hold_line.layout().setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hold_line)
        self.body.addWidget(self.buttons)
        self.body.addWidget(self.thread_links)
        self._connect()

    def _connect(self) -> None:
        self.customer.clicked.connect(self._open_customer)
        self.thread_links.wanted.connect(self._go)
        self.start.committed.connect(self._set_time)
        self.hold.chosen.connect(self._pane.hold)
        self.topics.committed.connect(self._set_topics)
        self.note.edited.connect(self._draft)
        self.note.returnPressed.connect(self._noted)
        for button, slot in (
            (self.lock_button, self._pane.lock),
            (self.out_button, self._pane.take_out),
            (self.done_button, self._pane.mark_done),
            (self.missed_button, self._pane.mark_missed),
            (self.unmark_button, self._pane.unmark),
        ):
            button.clicked.connect(slot)

    def retranslate(self) -> None:
        """Words in the present language."""
        self.set_heading(tr("This visit"))
        self.thread_links.retranslate()
        self.customer.set_text(tr("Open the customer"))
        self.topics.set_name(tr("What to discuss"))
        self.hold_name.setText(tr("A new plan keeps"))
        self.hold.set_options([(hold, tr(words)) for hold, words in commands.HOLDS.items()])
        self.hold.setAccessibleName(tr("A new plan keeps"))
        self.start.set_name(tr("Time of the visit"))
        self.note.setPlaceholderText(tr("What came of it, if you like"))
        self.note.setAccessibleName(tr("Note on the visit"))
        self.out_button.set_text(tr("Take out"))
        self.done_button.set_text(tr("Done"))
        self.missed_button.set_text(tr("Missed"))
        self.unmark_button.set_text(tr("Take the mark back"))

    def show_visit(self, card: VisitCard | None, why: VisitWhy | None, around: Around, writable: bool) -> None:
        """Show a visit; without one the part hides."""
        self._card = card
        self.setVisible(card is not None)
        if card is None:
            return
        self.tier.set_letter(card.tier)
        self.name.setText(card.name)
        told = {"done": (tr("done"), "good"), "missed": (tr("missed"), "plain")}.get(card.status, (tr("no log"), "thread"))
        self.state.set_text(*told)
        self.state.setVisible(card.status != "planned" or card.no_log)
        self.when.setText(formatting.day_long(card.day))
        self.start.set_value(card.start)
        self.until.setText(formatting.span("", f" {formatting.clock_time(card.end)}"))
        self.topics.set_value(card.topics)
        self._show_why(why)
        self.thread_links.show_around(around)
        planned, over = card.status == "planned", card.day <= clock.today()
        self.start.setEnabled(planned and writable)
        self.topics.setEnabled(writable)
        self.lock_button.set_text(tr("Unlock") if card.locked else tr("Lock"))
        self.hold.set_value(card.hold)
        self._pane.set_text(self.note, self._drafts.get(card.id, card.note))
        self.note.setVisible(over and (writable or bool(card.note)))
        self.note.setEnabled(writable)
        for widget, shown in (
            (self.lock_button, planned),
            (self._hold_line, planned and card.locked),
            (self.out_button, planned),
            (self.done_button, planned and over),
            (self.missed_button, planned and over),
            (self.unmark_button, not planned),
            (self._marks, over),
        ):
            widget.setVisible(shown)
        self.buttons.setVisible(writable)

    def _show_why(self, why: VisitWhy | None) -> None:
        self.why.setText("\n".join(part for part in (why.reason, why.last, why.way) if part) if why else "")
        self.broken.setText("\n".join(why.broken) if why else "")
        self.broken.setVisible(bool(why and why.broken))

    def note_typed(self) -> str | None:
        """The note typed for this visit, None when there is none."""
        return self.note.text().strip() or None

    def forget_note(self) -> None:
        """What was typed for this visit is written now."""
        if self._card is not None:
            self._drafts.pop(self._card.id, None)
            self.note.setModified(False)

    @Slot(object)
    def _draft(self, text: str) -> None:
        if self._card is not None:
            self._drafts[self._card.id] = text

    @Slot()
    def _noted(self) -> None:
        """Enter in the note: a planned visit is done with it, a marked one keeps its mark and takes the new note."""
        card = self._card
        if card is None:
            return
        if card.status == "planned":
            self._pane.mark_done()
            self._pane.grid.setFocus()
            return
        command = commands.mark_done if card.status == "done" else commands.mark_missed
        self.forget_note()
        self._pane.change(tr("Note on a visit"), command, card.id, self.note.text().strip())

    @Slot(object)
    def _set_time(self, start: int) -> None:
        if self._card is not None:
            self._pane.placed(self._pane.change(tr("Fix the time of a visit"), commands.fix_time, self._card.id, start))

    @Slot(object)
    def _set_topics(self, text: str) -> None:
        if self._card is not None:
            self._pane.change(tr("Change what to discuss"), commands.set_topics, self._card.id, text)

    @Slot()
    def _open_customer(self) -> None:
        if self._card is not None:
            self._pane.context.navigate("customers", customer=self._card.customer_id)

    @Slot(str, object)
    def _go(self, pane: str, where: dict[str, object]) -> None:
        self._pane.context.navigate(pane, **where)
