"""Importing a list: what the file is, what its columns become, what is wrong line by line; then one step that can be undone."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from views import files
from views.dialogs.import_columns import ImportColumns
from views.dialogs.import_facts import ImportFacts
from views.dialogs.import_figures import ImportFigures
from views.settings import LAST_FOLDER
from views.widgets import Banner, Button, Hairline, Label, ScrollArea, Sheet, row
from workbench import formatting
from workbench.importing.preview import ImportPreview, ImportResult
from workbench.importing.problems import Problem
from workbench.importing.run import apply_import, plan_import
from workbench.strings import tr
from workbench.workspace.workspace import company_of

if TYPE_CHECKING:
    from views.context import Context

MOST_SHOWN = 40
SIZE_WORTH_TELLING = 100_000


def _plan(report: Any, workspace: Any, path: Path, choices: dict[str, Any]) -> ImportPreview:
    report(0.1, tr("Reading {file}", file=path.name))
    return plan_import(workspace, path, **choices)


def _apply(report: Any, workspace: Any, preview: ImportPreview) -> ImportResult:
    report(0.1, tr("Taking the list over"))
    return apply_import(workspace, preview)


class ImportDialog(Sheet):
    """The choices are the owner's, the rest is found; every change plans the import anew in the background."""

    def __init__(self, context: "Context", host: QWidget, path: Path | None = None) -> None:
        super().__init__(host, tr("Import a list"), _named(path) if path else "", primary=tr("Import"), width=1240, height=760, flush=True)
        self.context, self._path, self._choices = context, path, dict[str, Any]()
        self._preview: ImportPreview | None = None
        with context.workspace.read() as session:
            self._currency = company_of(session).currency
        self.banner = Banner()
        self.facts, self.columns = ImportFacts(), ImportColumns()
        self.facts.chosen.connect(self._choose)
        self.columns.mapped.connect(self._map)
        self.columns.order_chosen.connect(self._choose_order)
        self.problems = QVBoxLayout()
        self.problems.setSpacing(4)
        self.body.setSpacing(0)
        self.body.addWidget(self.banner)
        self.content = QWidget()
        line = QHBoxLayout(self.content)
        line.setContentsMargins(27, 10, 27, 10)
        line.setSpacing(20)
        line.addWidget(_scrolled(self.facts, 250))
        line.addWidget(Hairline(vertical=True))
        line.addWidget(_scrolled(self.columns, 0), 1)
        line.addWidget(Hairline(vertical=True))
        line.addWidget(self._make_problems())
        self.body.addWidget(self.content, 1)
        self.start = self._make_start()
        self.body.addWidget(self.start, 1)
        self.figures = ImportFigures()
        self.footer.insertWidget(0, self.figures)
        self.primary.setEnabled(False)
        self.accepted.connect(self._take_over)
        self._show_step()
        if path is not None:
            self._read()

    def _make_problems(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        self.problems_heading = Label(role="heading")
        column.addWidget(self.problems_heading)
        column.addLayout(self.problems)
        column.addStretch(1)
        return _scrolled(inside, 250)

    def _make_start(self) -> QWidget:
        start = QWidget()
        column = QVBoxLayout(start)
        column.setContentsMargins(27, 60, 27, 60)
        column.setSpacing(14)
        column.addWidget(Label(tr("Choose a list of customers or orders"), "number", align=Qt.AlignmentFlag.AlignHCenter))
        text = tr("CSV, Excel or OpenDocument, in any encoding; or drop the file on the window.")
        column.addWidget(Label(text, "muted", align=Qt.AlignmentFlag.AlignHCenter))
        button = Button(tr("Choose a file …"), icon="folder-open", tall=True)
        button.clicked.connect(self._ask)
        column.addLayout(row(None, button, None))
        column.addStretch(1)
        return start

    def _show_step(self) -> None:
        self.start.setVisible(self._path is None)
        self.content.setVisible(self._path is not None)

    # ---- choosing

    @Slot()
    def _ask(self) -> None:
        folder = files.start_folder(self.context.settings.get(LAST_FOLDER))
        dialog = QFileDialog(self, tr("Import a list"), str(folder), tr("Lists (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    @Slot(str)
    def _take_file(self, name: str) -> None:
        self._path, self._choices = Path(name), {}
        self.columns.forget()
        self.context.settings.set(LAST_FOLDER, str(self._path.parent))
        self.subtitle.setText(_named(self._path))
        self.subtitle.show()
        self._show_step()
        self._read()

    @Slot(str, object)
    def _choose(self, name: str, value: Any) -> None:
        if name in ("encoding", "separator", "header_line", "sheet", "kind"):
            self._choices.pop("mapping", None)
            self.columns.forget()
        self._choices[name] = value
        self._read()

    @Slot(object)
    def _map(self, mapping: dict[str, str]) -> None:
        self._choices["mapping"] = mapping
        self._read()

    @Slot(str)
    def _choose_order(self, order: str) -> None:
        self._choices["date_order"] = order
        self._read()

    def _read(self) -> None:
        if self._path is not None:
            self.banner.clear()
            self.primary.setEnabled(False)
            self.figures.clear()
            self.context.jobs.run(
                "import.plan",
                _plan,
                self.context.workspace,
                self._path,
                dict(self._choices),
                on_done=self._planned,
                on_error=self._failed,
                owner=self,
                label=tr("Reading the list"),
            )

    # ---- showing

    @Slot(object)
    def _planned(self, preview: ImportPreview) -> None:
        self._preview = preview
        self.facts.show_preview(preview)
        self.columns.show_preview(preview, self._currency)
        self._show_problems(preview)
        counts = preview.counts
        self.figures.show_counts(counts, preview.kind, self._currency)
        if preview.changes_much:
            self.banner.show_message(tr("This list would change {n} customers that are there already.", n=counts.updated), "warn")
        self.primary.setEnabled(True)
        self.primary.set_text(tr("Import") if counts.changes else tr("Close, nothing is new"))

    def _show_problems(self, preview: ImportPreview) -> None:
        _clear(self.problems)
        left_out, others = preview.problems_total, preview.notices_total
        self.problems_heading.setText(tr("Problems by line") if left_out or others else tr("No line to look at"))
        for heading, count, lines in (
            (tr("Left out"), left_out, preview.problems),
            (tr("To look at, taken over"), others, preview.notices),
        ):
            if lines:
                self.problems.addLayout(_section(heading, count))
            for problem in lines[:MOST_SHOWN]:
                self.problems.addWidget(Hairline())
                self.problems.addWidget(_problem(problem))
        for note in filter(None, (preview.given, *preview.notes)):
            self.problems.addWidget(Label(note, "caption", wrap=True))

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.banner.show_error(error)
        self.primary.setEnabled(False)
        if self._preview is None:
            self._path = None
            self._show_step()

    # ---- doing

    @Slot()
    def _take_over(self) -> None:
        if self._preview is None or not self.primary.isEnabled():
            return
        if not self._preview.counts.changes:
            self.done()
            return
        self.primary.setEnabled(False)
        self.context.jobs.run(
            "import.apply",
            _apply,
            self.context.workspace,
            self._preview,
            on_done=self._done_import,
            on_error=self._failed,
            owner=self,
            label=tr("Taking the list over"),
        )

    @Slot(object)
    def _done_import(self, result: ImportResult) -> None:
        context = self.context
        self.done()
        context.navigate("customers")
        context.offer_undo(result.sentence)


def _named(path: Path) -> str:
    """The file with its size where that is worth telling."""
    try:
        size = path.stat().st_size
    except OSError:
        return path.name
    return tr("{name}, {size}", name=path.name, size=formatting.megabytes(size)) if size >= SIZE_WORTH_TELLING else path.name


def _scrolled(widget: QWidget, width: int) -> ScrollArea:
    area = ScrollArea()
    area.body.addWidget(widget)
    area.body.addStretch(1)
    if width:
        area.setFixedWidth(width)
    return area


def _clear(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            _clear(inner)


def _section(heading: str, count: int) -> QHBoxLayout:
    line = row(Label(heading, "caption_strong", tone="muted"), None, Label(formatting.number(count), "caption", tabular=True))
    line.setContentsMargins(0, 6, 0, 0)
    return line


def _problem(problem: Problem) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 3, 0, 3)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    number = Label(formatting.number(problem.line), "caption", tabular=True, align=Qt.AlignmentFlag.AlignRight)
    number.setMinimumWidth(38)
    grid.addWidget(number, 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(Label(problem.why, "caption_strong", wrap=True), 0, 1)
    if problem.value:
        grid.addWidget(Label(problem.value, "caption", elide=True), 1, 1)
    return box
