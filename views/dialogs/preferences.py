"""Preferences: language, theme and text size of the window, seen at once; the paper of documents, kept in the file."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from views.settings import LANGUAGE, TEXT_SIZE, THEME
from views.widgets import Banner, Label, SegmentedControl, Sheet
from workbench import formatting
from workbench.strings import LANGUAGES, marked, tr
from workbench.workspace.workspace import company_of

if TYPE_CHECKING:
    from views.context import Context

PAPERS = ("A4", "Letter")
LABELS = (marked("Language"), marked("Appearance"), marked("Text size"), marked("Paper of documents"))
THEMES = (("system", marked("As the system")), ("light", marked("Light")), ("dark", marked("Dark")))


class PreferencesDialog(Sheet):
    """Every choice acts at once; the paper is one undo step of the file."""

    def __init__(self, context: "Context", host: QWidget) -> None:
        super().__init__(host, tr("Preferences"), primary=tr("Done"), width=560)
        self.context = context
        self.cancel.hide()
        self.accepted.connect(self.done)
        self.banner = Banner()
        self.body.addWidget(self.banner)
        self._labels = [Label() for _ in LABELS]
        self.language, self.theme, self.text_size, self.paper = (SegmentedControl() for _ in LABELS)
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(16)
        grid.setColumnStretch(2, 1)
        for row, (label, control) in enumerate(zip(self._labels, (self.language, self.theme, self.text_size, self.paper), strict=True)):
            grid.addWidget(label, row, 0)
            grid.addWidget(control, row, 1)
        self.body.addLayout(grid)
        self._show()
        self.language.chosen.connect(self._choose_language)
        self.theme.chosen.connect(self._choose_theme)
        self.text_size.chosen.connect(self._choose_size)
        self.paper.chosen.connect(self._choose_paper)

    def _show(self) -> None:
        settings = self.context.settings
        for label, control, text in zip(self._labels, (self.language, self.theme, self.text_size, self.paper), LABELS, strict=True):
            label.setText(tr(text))
            control.setAccessibleName(tr(text))
        self.language.set_options([("system", tr("As the system")), *LANGUAGES.items()], settings.get(LANGUAGE))
        self.theme.set_options([(value, tr(text)) for value, text in THEMES], settings.get(THEME))
        self.text_size.set_options([(value, formatting.percent(value / 100)) for value in TEXT_SIZE.choices], settings.get(TEXT_SIZE))
        workspace = self.context.workspace
        for widget in (self._labels[3], self.paper):
            widget.setVisible(workspace is not None)
        if workspace is not None:
            with workspace.read() as session:
                self.paper.set_options(PAPERS, company_of(session).paper)
            self.paper.setEnabled(not workspace.read_only)

    @Slot(object)
    def _choose_language(self, value: Any) -> None:
        self.context.settings.set(LANGUAGE, value)

    @Slot(object)
    def _choose_theme(self, value: Any) -> None:
        self.context.settings.set(THEME, value)

    @Slot(object)
    def _choose_size(self, value: Any) -> None:
        self.context.settings.set(TEXT_SIZE, value)

    @Slot(object)
    def _choose_paper(self, value: Any) -> None:
        with self.banner.shows_errors(), self.context.workspace.edit(tr("Change paper")) as session:
            company_of(session).paper = value

    def changeEvent(self, event: QEvent) -> None:
        """The language changed under the sheet: it follows."""
        if event.type() == QEvent.Type.LanguageChange:
            self.title.setText(tr("Preferences"))
            self.primary.set_text(tr("Done"))
            self._show()
        super().changeEvent(event)
