"""The options of a document: day, whose, language, paper, format; and the buttons that hand it out."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from views.panes.documents.chapters import ChapterChoice
from views.panes.plan.weeks import WeeksField
from views.widgets import Button, Card, CheckRow, DateField, Hairline, Label, Link, SegmentedControl
from workbench import formatting
from workbench.documents.action_plan.plan import USUAL_WEEKS
from workbench.documents.exports import FORMATS, Asked, Rendered
from workbench.strings import LANGUAGES, ntr, tr
from workbench.visits.day import DayView
from workbench.visits.plan import MOST_WEEKS

OF_REPS = ("morning", "action-plan", "map")
"""Documents that are made for chosen reps."""
OF_WEEKS = ("action-plan", "map")
"""Documents that span some weeks, of all reps where each is chosen."""

BOTH = "both"


class DocumentOptions(Card):
    """Draws the options of the chosen document; `changed` when one of them is, `day_changed(date)`, and what is wanted with it."""

    changed = Signal()
    day_changed = Signal(object)
    make_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._document, self._day = "morning", date.min
        self._following: date | None = None
        self._reps: list[tuple[int, CheckRow]] = []
        self.day_label, self.day = Label(role="caption"), DateField()
        self.day.edited.connect(self._day_edited)
        self.next_day = Link("")
        self.next_day.clicked.connect(self._go_next)
        self.weeks_label, self.weeks = Label(role="caption"), WeeksField(1, MOST_WEEKS, USUAL_WEEKS)
        self.weeks.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.weeks.valueChanged.connect(self._changed)
        self.reps_label = Label(role="caption")
        self.reps = QVBoxLayout()
        self.reps.setSpacing(2)
        self.chapters = ChapterChoice()
        self.chapters.changed.connect(self._changed)
        self.format_label, self.formats = Label(role="caption"), SegmentedControl(stretch=True)
        self.paper_label, self.paper = Label(role="caption"), SegmentedControl((("A4", "A4"), ("Letter", "Letter")), stretch=True)
        self.language_label, self.words = Label(role="caption"), SegmentedControl(stretch=True)
        self._own_language = ""
        self.grey = CheckRow("")
        for control, signal in (
            (self.formats, self.formats.chosen),
            (self.words, self.words.chosen),
            (self.paper, self.paper.chosen),
            (self.grey, self.grey.clicked),
        ):
            signal.connect(self._changed)
            control.setMinimumWidth(0)
        for widget in (self.day_label, self.day, self.next_day, self.weeks_label, self.weeks, self.reps_label):
            self.body.addWidget(widget)
        self.body.addLayout(self.reps)
        self.body.addWidget(self.chapters)
        for widget in (self.format_label, self.formats, self.language_label, self.words, self.paper_label, self.paper, self.grey):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.body.addWidget(Hairline())
        self.ready = Label(role="caption", wrap=True)
        self.body.addWidget(self.ready)
        self.make = Button("", primary=True, key="Ctrl ↵")
        self.print, self.save = Button("", key="Ctrl P"), Button("", key="Ctrl S")
        self.make.clicked.connect(self.make_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.save.clicked.connect(self.save_wanted)
        for button in (self.make, self.print, self.save):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.body.addWidget(button)

    def retranslate(self) -> None:
        self.set_heading(tr("Options"))
        self.day_label.setText(tr("Day"))
        self.day.setAccessibleName(tr("Day"))
        self.weeks_label.setText(tr("How far"))
        self.weeks.set_name(tr("How far"))
        self.weeks.restyle()
        self.chapters.retranslate()
        self.format_label.setText(tr("Format"))
        self.formats.setAccessibleName(tr("Format"))
        self.language_label.setText(tr("Language of the document"))
        self.words.setAccessibleName(tr("Language of the document"))
        self.words.set_options([*LANGUAGES.items(), (BOTH, tr("Both"))], self.words.value() or self._own_language)
        self.paper_label.setText(tr("Paper"))
        self.paper.setAccessibleName(tr("Paper"))
        self.grey.set_text(tr("Only grey, for the old printer"))
        self.make.set_text(tr("Make it"))
        self.print.set_text(tr("Print"))
        self.save.set_text(tr("Save as …"))

    def show_document(self, document: str, day: date, view: DayView, following: date | None, paper: str, language: str) -> None:
        """Show the options of a document on a day; the choices made before stay."""
        pdf = "pdf" in FORMATS[document]
        if document != self._document or self.formats.value() is None:
            self.formats.set_options([(f, f.upper()) for f in FORMATS[document]], FORMATS[document][0])
        if self._day == date.min:
            self.paper.set_value(paper)
            self.words.set_value(language)
        self._own_language = language
        self._document, self._day, self._following = document, day, following
        self.day.set_value(day)
        for widget in (self.paper_label, self.paper, self.grey):
            widget.setVisible(pdf)
        for widget in (self.language_label, self.words):
            widget.setVisible(document != "everything")
        for widget in (self.format_label, self.formats):
            widget.setVisible(len(FORMATS[document]) > 1)
        self.reps_label.setText(tr("Whose, a page each") if document == "morning" else tr("Whose"))
        self.reps_label.setVisible(document in OF_REPS and bool(view.reps))
        for widget in (self.weeks_label, self.weeks):
            widget.setVisible(document in OF_WEEKS)
        whole = document == "strategy-document"
        self.chapters.setVisible(whole)
        for field in (self.day_label, self.day):
            field.setVisible(not whole)
        self._show_next(document, view)
        self._show_reps(view if document in OF_REPS else None)

    def _show_next(self, document: str, view: DayView) -> None:
        empty = document == "morning" and not view.visits and self._following is not None
        self.next_day.setVisible(empty)
        if empty and self._following is not None:
            self.next_day.set_text(tr("Take {day} instead", day=formatting.day_short(self._following)))

    def _show_reps(self, view: DayView | None) -> None:
        wanted = [(rep.rep_id, rep.name, len(rep.visits)) for rep in view.reps] if view else []
        unchecked = {key for key, box in self._reps if not box.isChecked()}
        if [key for key, _ in self._reps] != [key for key, _, _ in wanted]:
            while self.reps.count():
                if (widget := self.reps.takeAt(0).widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            self._reps = []
            for key, name, _ in wanted:
                box = CheckRow(name, key not in unchecked)
                box.clicked.connect(self._changed)
                self.reps.addWidget(box)
                self._reps.append((key, box))
        for (_, box), (_, name, visits) in zip(self._reps, wanted, strict=True):
            box.set_text(name, ntr("{n} visit", "{n} visits", visits) if self._document == "morning" else "")

    def format(self) -> str:
        """The chosen format."""
        value = self.formats.value()
        return value if value in FORMATS[self._document] else FORMATS[self._document][0]

    def asked(self) -> tuple[Asked, ...]:
        """What the document is made for; once in each language where both are wanted."""
        reps = tuple(key for key, box in self._reps if box.isChecked()) if self._document in OF_REPS and self._reps else None
        if self._document in OF_WEEKS and reps is not None and len(reps) == len(self._reps):
            reps = None
        without = self.chapters.left_out() if self._document == "strategy-document" else ()
        paper, grey = self.paper.value() or "", self.grey.isChecked()
        reps, weeks = reps or None, self.weeks.value() if self._document in OF_WEEKS else 0
        return tuple(Asked(self._day, reps, paper, grey, language, without, weeks) for language in self._languages())

    def _languages(self) -> tuple[str, ...]:
        """The chosen language, the company's own first where both are wanted (a calendar has its events once); "" for a document without words."""
        chosen = self.words.value() or ""
        if self._document == "everything":
            return ("",)
        both = tuple(sorted(LANGUAGES, key=lambda code: code != self._own_language))
        if chosen == BOTH:
            return both[:1] if self.format() == "ics" else both
        return (chosen,)

    def other_languages(self) -> tuple[str, ...]:
        """For each that is asked for its language, "" where that is the company's own."""
        return tuple("" if code == self._own_language else code for code in self._languages())

    def set_ready(self, made: tuple[Rendered, ...], folder: Path) -> None:
        """Say what would be made, and where it goes."""
        pages, rows = sum(one.pages or 0 for one in made), sum(one.rows or 0 for one in made)
        what = ntr("{n} page", "{n} pages", pages) if made[0].pages is not None else ntr("{n} row", "{n} rows", rows)
        if made[0].parts or self._document == "map":
            what = ntr("{n} visit", "{n} visits", rows)
        files = max(len(made), len(made[0].parts))
        if files > 1:
            what = tr("{what} in {n} files", what=what, n=files)
        self.chapters.show_pages(made[0].chapters)
        self.ready.setText(tr("{what} into {folder}", what=what, folder=f"{folder.parent.name} / {folder.name}"))
        self.print.setEnabled(made[0].pages is not None)

    @Slot()
    def _changed(self) -> None:
        self.changed.emit()

    @Slot(object)
    def _day_edited(self, day: date | None) -> None:
        if day is not None:
            self.day_changed.emit(day)

    @Slot()
    def _go_next(self) -> None:
        if self._following is not None:
            self.day_changed.emit(self._following)
