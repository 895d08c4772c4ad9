"""The preview: the chosen page large, all pages small below."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from views.pages import Shown
from views.theme import current_theme
from views.theme.paint import CENTRE, draw_text, focus_ring, rounded
from views.widgets import Button, Card, ScrollArea
from views.widgets.base import PaintedWidget, bounds
from workbench.strings import ntr, tr

ZOOMS = (0.0, 1.0, 1.5, 2.0)
"""0 fits the page into the card."""


class _Page(PaintedWidget):
    """One page as a picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QPixmap | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: QImage | None, words: str) -> None:
        """Show a page, or words where there is none."""
        self._picture, self._words = QPixmap.fromImage(picture) if picture is not None else None, words
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture is None:
            draw_text(painter, rect, self._words, "muted", theme.font("body"), CENTRE, background="sunken")
            return
        scale = min(rect.width() / self._picture.width(), rect.height() / self._picture.height())
        width, height = self._picture.width() * scale, self._picture.height() * scale
        box = QRectF((rect.width() - width) / 2, (rect.height() - height) / 2, width, height)
        painter.drawPixmap(box, self._picture, QRectF(self._picture.rect()))
        painter.setPen(theme.colour("line"))
        painter.drawRect(box.adjusted(0, 0, -1, -1))


class _Thumbs(PaintedWidget):
    """All pages in a row; `chosen(number)` when the user picks one."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: list[QPixmap] = []
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, 96)

    def show_pictures(self, pages: tuple[QImage, ...], current: int) -> None:
        """Show these pages."""
        self._pictures = [QPixmap.fromImage(page.scaledToHeight(160, Qt.TransformationMode.SmoothTransformation)) for page in pages[:60]]
        self._current = current
        self.setAccessibleName(ntr("{n} page", "{n} pages", len(pages)))
        self.update()

    def _boxes(self) -> list[QRectF]:
        made, x = [], 6.0
        for picture in self._pictures:
            width = picture.width() * 80 / picture.height()
            made.append(QRectF(x, 8, width, 80))
            x += width + 12
        shift = max(0.0, made[self._current].right() + 8 - self.width()) if made else 0.0
        return [box.translated(-shift, 0) for box in made]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number, box in enumerate(self._boxes()):
            if box.contains(event.position()):
                self._choose(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self._current + step)

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self._pictures) and number != self._current:
            self._current = number
            self.chosen.emit(number)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        for number, (picture, box) in enumerate(zip(self._pictures, self._boxes(), strict=True)):
            painter.drawPixmap(box, picture, QRectF(picture.rect()))
            rounded(
                painter,
                box.adjusted(-2, -2, 2, 2),
                None,
                theme.colour("accent" if number == self._current else "line"),
                2,
                2 if number == self._current else 1,
            )
        if self.hasFocus():
            focus_ring(painter, bounds(self), 6)


class _Well(PaintedWidget):
    """The sunken ground on which the pages lie."""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("sunken"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))


class DocumentPreview(Card):
    """The pages of the document as they will be printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._pages: tuple[QImage, ...] = ()
        self._number, self._zoom = 0, 0
        self.smaller, self.larger = Button("−", small=True), Button("+", small=True)
        self.smaller.clicked.connect(self._zoom_out)
        self.larger.clicked.connect(self._zoom_in)
        for button in (self.smaller, self.larger):
            self.add_to_header(button)
        self.page = _Page()
        self.area = ScrollArea(horizontal=True)
        self.area.body.addWidget(self.page)
        self.area.body.setContentsMargins(14, 14, 14, 14)
        self.thumbs = _Thumbs()
        self.thumbs.chosen.connect(self._show_page)
        well, below = _Well(), QHBoxLayout()
        inside = QVBoxLayout(well)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        below.setContentsMargins(10, 0, 10, 6)
        below.addWidget(self.thumbs)
        inside.addWidget(self.area, 1)
        inside.addLayout(below)
        self.body.addWidget(well, 1)

    def retranslate(self) -> None:
        self.smaller.setAccessibleName(tr("Smaller"))
        self.larger.setAccessibleName(tr("Larger"))
        self.smaller.setToolTip(tr("Smaller"))
        self.larger.setToolTip(tr("Larger"))

    def wait(self, title: str) -> None:
        """Name the document that is being made; its last pages stay until the new ones are there."""
        self.set_heading(title)

    def _show_rows(self, rows: int, web: bool) -> None:
        if web:
            self.set_context(ntr("{n} visit", "{n} visits", rows))
            self.page.show_picture(None, tr("A web page: it opens in the browser, without a network."))
            return
        self.set_context(ntr("{n} row", "{n} rows", rows))
        words = ntr("{n} row, for a spreadsheet or another program", "{n} rows, for a spreadsheet or another program", rows)
        self.page.show_picture(None, words)

    def show_pages(self, shown: Shown, web: bool = False) -> None:
        """Show the pages of a document, or how many rows a list has; of a `web` page how many visits."""
        self._pages = shown.pages
        self._number = min(self._number, max(0, len(shown.pages) - 1))
        self.thumbs.setVisible(len(shown.pages) > 1)
        self.thumbs.show_pictures(shown.pages, self._number)
        for button in (self.smaller, self.larger):
            button.setVisible(bool(shown.pages))
        if not shown.pages:
            self._show_rows(sum(one.rows or 0 for one in shown.made), web)
            return
        self._show_page(self._number)

    def _show_page(self, number: int) -> None:
        self._number = number
        words = tr("page {n} of {m}", n=number + 1, m=len(self._pages))
        self.set_context(words)
        self.page.show_picture(self._pages[number], words)
        self._fit()

    def _fit(self) -> None:
        if not self._pages:
            return
        zoom, page = ZOOMS[self._zoom], self._pages[self._number]
        self.page.setMinimumSize(QSize(0, 0) if zoom == 0 else QSize(int(page.width() * zoom * 0.87), int(page.height() * zoom * 0.87)))

    def _zoom_in(self) -> None:
        self._zoom = min(self._zoom + 1, len(ZOOMS) - 1)
        self._fit()

    def _zoom_out(self) -> None:
        self._zoom = max(self._zoom - 1, 0)
        self._fit()
