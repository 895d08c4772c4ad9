"""Printing pictures of pages through the system's printer dialog."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Qt, Slot
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


class _Print(QObject):
    """One print, from the dialog to the paper."""

    def __init__(self, parent: QWidget, pages: Sequence[QImage], title: str) -> None:
        super().__init__(parent)
        self._pages = tuple(pages)
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setDocName(title)
        self.printer.setFullPage(True)
        if pages and pages[0].width() > pages[0].height():
            self.printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        self.dialog = QPrintDialog(self.printer, parent)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(self.draw)
        self.dialog.finished.connect(self.deleteLater)

    @Slot()
    def draw(self) -> None:
        """Put each picture on a page of its own, as large as it fits."""
        painter = QPainter(self.printer)
        area = QRectF(self.printer.paperRect(QPrinter.Unit.DevicePixel))
        for number, page in enumerate(self._pages):
            if number:
                self.printer.newPage()
            scale = min(area.width() / page.width(), area.height() / page.height())
            painter.drawImage(QRectF(0, 0, page.width() * scale, page.height() * scale), page)
        painter.end()


def ask_and_print(parent: QWidget, pages: Sequence[QImage], title: str) -> None:
    """Open the printer dialog; printing follows when the user agrees."""
    if pages:
        _Print(parent, pages, title).dialog.open()
