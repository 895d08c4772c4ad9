"""Documents: what to hand out, its options, a live preview of the real PDF; make, save, print."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from views import made_documents, pages, printing
from views.actions import ActionSpec
from views.context import Context
from views.panes.documents.made import MadeLast, open_path
from views.panes.documents.options import DocumentOptions
from views.panes.documents.preview import DocumentPreview
from views.panes.pane import Pane
from views.widgets import Card, Column, DataTable, RowsModel
from views.widgets.table_model import Cell
from workbench import clock, folders, formatting
from workbench.documents.exports import FORMATS, Rendered, part_name, suggested_name
from workbench.output.files import file_name, write_whole
from workbench.strings import marked, tr
from workbench.visits.day import DayView, day_view
from workbench.visits.team import next_working_day
from workbench.workspace.workspace import company_of

MAKE = ActionSpec("make_document", marked("Make the document"), ("Ctrl+Return",), "file-text", primary=True)
SAVE_AS = ActionSpec("save_document", marked("Save the document as …"), ("Ctrl+S",), "save")
PRINT = ActionSpec("print_document", marked("Print the document"), ("Ctrl+P",), "printer")
OPEN_FOLDER = ActionSpec("open_folder", marked("Open folder"), (), "folder-open")

TITLES = {
    "action-plan": (marked("Action plan"), marked("each rep, week by week")),
    "morning": (marked("Morning sheets"), marked("each rep, one page")),
    "map": (marked("Share map"), marked("anyone, in a browser, offline")),
    "strategy": (marked("Strategy on a page"), marked("everyone, the whole plan")),
    "strategy-document": (marked("Strategy"), marked("owner and bank, all of it")),
    "customers": (marked("Customers with tiers"), marked("the office, as of today")),
    "boards": (marked("Boards"), marked("3C and SWOT, card by card")),
    "segments": (marked("Segments"), marked("figures, scores, decisions")),
    "value": (marked("Value statements"), marked("what customers gain, by segment")),
    "actions": (marked("Actions"), marked("who does what by when")),
    "everything": (marked("Everything"), marked("all rows, for another Asaichi")),
}

COLUMNS = (
    Column("name", marked("Document"), lambda key: Cell(tr(TITLES[key][0]), second=tr(TITLES[key][1]), strong=True), 0, fixed=True),
    Column("format", marked("Format"), lambda key: ", ".join(f.upper() for f in FORMATS[key]), 92, right=True, tone="muted", fixed=True),
)


class DocumentsPane(Pane):
    """A list of documents, the preview of the chosen one, its options."""

    name = "documents"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._document, self._day = "morning", clock.today()
        self._made: tuple[Rendered, ...] = ()
        self._company, self._workspace = "", ""
        self.action(MAKE, self.make)
        self.action(SAVE_AS, self.save_as)
        self.action(PRINT, self.print_document)
        self._folder_action = self.action(OPEN_FOLDER, self.open_folder)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(self._make_list())
        self.preview, self.made = DocumentPreview(), MadeLast()
        self.made.forget_wanted.connect(self._forget)
        middle = QVBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self.preview, 1)
        middle.addWidget(self.made)
        line.addLayout(middle, 1)
        self.options = DocumentOptions()
        self.options.setFixedWidth(290)
        self.options.changed.connect(self._show_preview)
        self.options.day_changed.connect(self._set_day)
        self.options.make_wanted.connect(self.make)
        self.options.print_wanted.connect(self.print_document)
        self.options.save_wanted.connect(self.save_as)
        line.addWidget(self.options)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() > 960
        self.list_card.setFixedWidth(262 if wide else 216)
        self.options.setFixedWidth(290 if wide else 250)

    def _make_list(self) -> QWidget:
        self.list_card = Card(flush=True)
        self.list_card.setFixedWidth(262)
        self.table = DataTable(two_lines=True)
        self.model: RowsModel[str] = RowsModel(COLUMNS, key=lambda key: key)
        self.table.show_model(self.model)
        self.table.row_current.connect(self._choose)
        self.list_card.body.addWidget(self.table)
        return self.list_card

    def retranslate(self) -> None:
        self.list_card.set_heading(tr("What to hand out"))
        self.table.setAccessibleName(tr("Documents"))
        self.preview.retranslate()
        self.options.retranslate()

    def subtitle(self) -> str:
        return formatting.day_long(self._day)

    def top_buttons(self) -> list[QAction]:
        return [self._folder_action]

    def arrive(self, document: str = "", day: date | None = None, weeks: int = 0) -> None:
        self._document = document or self._document
        if weeks:
            self.options.weeks.set_quietly(weeks)
        self._day = day or self._day
        self.draw({"visit"})

    def refresh(self, changed: set[str]) -> None:
        with self.context.workspace.read() as session:
            company = company_of(session)
            self._company, self._workspace = company.name or self.context.workspace.name, company.workspace_id
            paper, words = company.paper, company.language
            view: DayView = day_view(session, self._day)
            following = next_working_day(session, self._day)
        self.model.set_rows(FORMATS)
        self.table.set_current(self._document)
        self.options.show_document(self._document, self._day, view, following, paper, words)
        self._show_made()
        self._show_preview()
        self.chrome_changed.emit()

    def _show_made(self) -> None:
        titles = {document: tr(title) for document, (title, _) in TITLES.items()}
        self.made.show_made(made_documents.made_last(self.context.settings, self._workspace), self.folder(), titles)

    @Slot(str)
    def _forget(self, path: str) -> None:
        made_documents.forget(self.context.settings, path)
        self._show_made()

    @Slot(object)
    def _choose(self, document: str) -> None:
        self._document = document
        self.draw({"visit"})

    @Slot(object)
    def _set_day(self, day: date) -> None:
        self._day = day
        self.draw({"visit"})

    @Slot()
    def _show_preview(self) -> None:
        self._made = ()
        self.preview.wait(tr(TITLES[self._document][0]))
        self.run(
            "preview",
            pages.show,
            self.context.workspace,
            self._document,
            self.options.format(),
            self.options.asked(),
            pages.PREVIEW_DPI,
            on_done=self._preview_made,
        )

    @Slot(object)
    def _preview_made(self, shown: pages.Shown) -> None:
        self._made = shown.made
        self.preview.show_pages(shown, self.options.format() == "html")
        self.options.set_ready(shown.made, self.folder())

    # ---- handing out

    def folder(self) -> Path:
        """Where documents of this company are put."""
        return folders.documents_dir() / file_name(self._company or "Asaichi")

    def _names(self) -> list[str]:
        fmt = self.options.format()
        return [suggested_name(self._company, self._document, fmt, self._day, code) for code in self.options.other_languages()]

    @Slot()
    def make(self) -> None:
        """Write the document into the company's folder and open it."""
        if self._made and len(self._made[0].parts) > 1:
            self._write_parts(self._made[0])
        elif self._made:
            self._write([self.folder() / name for name in self._names()])

    @Slot()
    def save_as(self) -> None:
        """Ask where to write the document; in the second language it goes beside it."""
        dialog = QFileDialog(self, tr("Save the document as …"), str(self.folder() / self._names()[0]))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self.options.format())
        dialog.fileSelected.connect(self._save_chosen)
        dialog.open()

    @Slot(str)
    def _save_chosen(self, path: str) -> None:
        first = Path(path)
        self._write([first, *(_free(first.with_stem(f"{first.stem}-{code}")) for code in self.options.other_languages()[1:])])

    def _write_parts(self, made: Rendered) -> None:
        """One file a rep into the company's folder, then open the folder."""
        with self.banner.shows_errors():
            self.folder().mkdir(parents=True, exist_ok=True)
            for name, content in made.parts.items():
                path = self.folder() / part_name(self._company, name, self.options.format())
                write_whole(path, content)
                made_documents.remember(self.context.settings, self._workspace, self._document, path, None, content.count(b"BEGIN:VEVENT"))
            self._show_made()
            open_path(self.folder())

    def _write(self, paths: list[Path]) -> None:
        if len(self._made) != len(paths):
            return
        with self.banner.shows_errors():
            ours = paths[0].parent == self.folder()
            if ours:
                self.folder().mkdir(parents=True, exist_ok=True)
            for made, path in reversed(list(zip(self._made, paths, strict=True))):
                write_whole(path, made.content)
                made_documents.remember(self.context.settings, self._workspace, self._document, path, made.pages, made.rows)
            self._show_made()
            for path in paths if ours else ():
                open_path(path)

    @Slot()
    def print_document(self) -> None:
        """Ask for a printer, then print the pages."""
        if self._made and self.options.format() == "pdf":
            self.run(
                "print",
                pages.show,
                self.context.workspace,
                self._document,
                "pdf",
                self.options.asked(),
                pages.PRINT_DPI,
                on_done=self._pages_for_print,
            )

    @Slot(object)
    def _pages_for_print(self, shown: pages.Shown) -> None:
        printing.ask_and_print(self, shown.pages, tr(TITLES[self._document][0]))

    @Slot()
    def open_folder(self) -> None:
        """Open the folder with the documents made so far."""
        with self.banner.shows_errors():
            self.folder().mkdir(parents=True, exist_ok=True)
            open_path(self.folder())


def _free(path: Path) -> Path:
    """The path, with a number behind it where a file is there already: nobody was asked whether that one may go."""
    number, free = 2, path
    while free.exists():
        free, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    return free
