"""The card "Is it possible?": hours needed against hours there are, rep by rep, and the ways to close what is too much."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from views.widgets import Button, Card, Hairline, Label, LoadBar, RadioRow, Run, load_tone, row, strong
from workbench import formatting
from workbench.goals import words
from workbench.goals.overview import GoalsOverview
from workbench.goals.possible import TeamLoad
from workbench.goals.ways import Way
from workbench.strings import ntr, tr

RIGHT = Qt.AlignmentFlag.AlignRight


class PossibleCard(Card):
    """`taken(way)` when a way is to be done; `plan_wanted` and `company_wanted` lead on."""

    taken = Signal(object)
    plan_wanted = Signal()
    company_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.figure, self.hours, self.enough = Label(role="figure"), Label(role="muted", elide=True), Label(role="body", wrap=True)
        self.note = Label(role="caption", wrap=True)
        self.reps = QGridLayout()
        self.reps.setHorizontalSpacing(10)
        self.reps.setVerticalSpacing(7)
        self.reps.setColumnStretch(1, 1)
        self._bars: list[tuple[Label, LoadBar, Label, Label]] = []
        self.ways_heading = Label(role="heading")
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        self.rows_box = QWidget()
        self.rows_box.setLayout(self.rows)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self._rows: list[tuple[RadioRow, QWidget]] = []
        self._ways: tuple[Way, ...] = ()
        self._load: TeamLoad | None = None
        self._chosen = ""
        self.to_plan, self.take = Button(""), Button("", primary=True)
        self.to_plan.clicked.connect(self.plan_wanted)
        self.take.clicked.connect(self._take)
        self.to_company = Button("", small=True)
        self.to_company.clicked.connect(self.company_wanted)
        self.footer = QWidget()
        self.footer.setLayout(row(None, self.to_plan, self.take, spacing=9))
        self.foot_line = Hairline()
        self.body.addLayout(row(self.figure, self.hours, None, spacing=6))
        for widget in (self.enough, self.to_company):
            self.body.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if widget is self.to_company else Qt.AlignmentFlag(0))
        self.body.addLayout(self.reps)
        for widget in (self.note, self.ways_heading, self.rows_box, self.foot_line, self.footer):
            self.body.addWidget(widget)

    def retranslate(self) -> None:
        self.set_heading(tr("Is it possible?"))
        self.set_context(tr("field hours a month"))
        self.ways_heading.setText(tr("Ways to close it"))
        self.to_plan.set_text(tr("Visit plan"))
        self.to_company.set_text(tr("Company and team"))

    def show_load(self, shown: GoalsOverview, writes: bool) -> None:
        """Show other figures; the way that was chosen stays chosen while it is offered."""
        load = self._load = shown.load
        known = load.load is not None
        self.figure.setVisible(known)
        self.to_company.setVisible(not known)
        self.hours.setText(
            tr(
                "{needed} of {there} hours, driving included",
                needed=formatting.number(load.needed),
                there=formatting.number(load.available),
            )
            if known
            else ""
        )
        if load.load is None:
            self.enough.setText(tr("No rep has hours in the field yet, so nothing says whether the goal is possible."))
        else:
            self.figure.setText(words.percent_up(load.load))
            self.figure.set_tone("thread" if load_tone(100 * load.load) == "thread" else "")
            plain, loud = words.enough_words(load)
            self.enough.set_runs([run for run in (Run(plain), strong(loud, "thread")) if run.text])
        self._set_ways(shown.ways, writes)
        self._show_reps(load)
        self.note.setText(_note(shown))
        self.note.setVisible(known)

    def _set_ways(self, ways: tuple[Way, ...], writes: bool) -> None:
        self._ways = ways
        for radio, line in self._rows[len(ways) :]:
            for widget in (radio, line):
                self.rows.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        del self._rows[len(ways) :]
        while len(self._rows) < len(ways):
            radio, line = RadioRow(), Hairline()
            radio.clicked.connect(self._choose)
            self.rows.addWidget(line)
            self.rows.addWidget(radio)
            self._rows.append((radio, line))
        assert self._load is not None
        if self._chosen not in {way.kind for way in ways}:
            self._chosen = ways[0].kind if ways else ""
        for (radio, _), way in zip(self._rows, ways, strict=True):
            radio.title, radio.line = words.way_title(way), words.way_text(way, self._load)
            radio.chip_text, radio.chip_kind = words.way_outcome(way)
            radio.setAccessibleName(", ".join((radio.title, radio.chip_text, radio.line)))
            radio.setChecked(way.kind == self._chosen)
            radio.restyle()
        for widget in (self.ways_heading, self.rows_box):
            widget.setVisible(bool(ways))
        for widget in (self.foot_line, self.footer):
            widget.setVisible(bool(ways) and writes)
        if (way := self.chosen()) is not None:
            self.take.set_text(words.way_button(way))

    def chosen(self) -> Way | None:
        """The way that is chosen."""
        return next((way for way in self._ways if way.kind == self._chosen), None)

    def first_way(self) -> QWidget | None:
        """The way that is chosen; None where none is offered."""
        return next((radio for radio, _ in self._rows if radio.isChecked()), None)

    def _show_reps(self, load: TeamLoad) -> None:
        for widgets in self._bars[len(load.reps) :]:
            for widget in widgets:
                self.reps.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        del self._bars[len(load.reps) :]
        while len(self._bars) < len(load.reps):
            made = (Label(), LoadBar(), Label(role="strong", align=RIGHT, tabular=True), Label(role="caption", align=RIGHT))
            for column, widget in enumerate(made):
                self.reps.addWidget(widget, len(self._bars), column)
            self._bars.append(made)
        way = self.chosen()
        for (name, bar, percent, after), rep in zip(self._bars, load.reps, strict=True):
            share = rep.load or 0.0
            then = way.then.of(rep.rep_id) if way else None
            there = then.load if then and then.load is not None else share
            moves = abs(there - share) >= 0.005
            name.setText(rep.short_name)
            percent.setText(words.percent_up(share))
            percent.set_tone("thread" if rep.over else "")
            after.setText("" if way is None else tr("then {load}", load=words.percent_up(there)) if moves else tr("stays"))
            said = tr("{name}: {load} of the hours", name=rep.name, load=words.percent_up(share))
            bar.set_values(100 * share, 100 * there if moves else None, text=said)

    @Slot()
    def _choose(self) -> None:
        for (radio, _), way in zip(self._rows, self._ways, strict=True):
            if radio.isChecked():
                self._chosen = way.kind
                self.take.set_text(words.way_button(way))
        if self._load is not None:
            self._show_reps(self._load)

    @Slot()
    def _take(self) -> None:
        if (way := self.chosen()) is not None:
            self.taken.emit(way)


def _note(shown: GoalsOverview) -> str:
    """What tick and ring are, and what the hours are made of."""
    load, drives = shown.load, shown.ground.drives
    said = tr("Tick: the hours there are; ring: after the way below.") if shown.ways else tr("Tick: the hours there are.")
    figures = {"visits": _short(load.by_rules), "more": _short(load.beyond), "minutes": formatting.duration(round(shown.ground.travel))}
    if load.beyond > 0.05:
        asked = tr("{visits} visits and calls by the rules, {more} more for the funnel, {minutes} of driving each", **figures)
    else:
        asked = tr("{visits} visits and calls by the rules, {minutes} of driving each", **figures)
    if drives:
        counted = formatting.number(drives)
        return ntr("{said} {asked} (mean of {n} drive).", "{said} {asked} (mean of {n} drives).", drives, n=counted, said=said, asked=asked)
    return tr("{said} {asked} (assumed until visits are planned).", said=said, asked=asked)


def _short(value: float) -> str:
    return formatting.number(value, 0 if value >= 9.5 else 1)
