"""What can be done with the checked customers, at the foot of the table."""

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from views.theme import current_theme
from views.theme.paint import hairline
from views.widgets import Button, KeyHint, Label, PaintedWidget
from workbench.strings import marked, ntr, tr

NARROW, NARROWEST = 560, 400
WORDS = {
    "tag": marked("Tag"),
    "tier": marked("Tier"),
    "archive": marked("Archive"),
    "copy": marked("Copy"),
    "hand_over": marked("Hand over"),
}


class BulkBar(PaintedWidget):
    """`buttons` by name: tag, tier, archive, copy, hand_over (the primary). In the archive, "archive" takes out of it. Hidden without a check."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(14, 9, 14, 9)
        self._line.setSpacing(8)
        words = QHBoxLayout()
        words.setSpacing(8)
        self.count, self.summary = Label(role="strong"), Label(role="muted", elide=True)
        words.addWidget(self.count)
        words.addWidget(self.summary, 1)
        self._line.addLayout(words, 1)
        self.buttons = {name: Button(small=True, primary=name == "hand_over") for name in WORDS}
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self.buttons.values():
            row.addWidget(button)
        self.escape = KeyHint("Esc")
        row.addWidget(self.escape)
        row.addStretch(0)
        self._line.addLayout(row)
        self._archived = False
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        for name, button in self.buttons.items():
            button.set_text(tr(WORDS[name]))
        self.buttons["copy"].setToolTip(tr("Copy the rows (Ctrl C)"))
        self.tell_archive(self._archived)

    def tell_archive(self, archived: bool) -> None:
        """Name the button for where the rows are."""
        self._archived = archived
        self.buttons["archive"].set_text(tr("Take out of the archive") if archived else tr("Archive"))

    def tell(self, count: int, summary: str, writable: bool) -> None:
        """How many are checked, and what they have in common."""
        self.count.setText(ntr("{n} selected", "{n} selected", count))
        self.summary.setText(summary)
        for name, button in self.buttons.items():
            button.setEnabled(writable or name == "copy")
        self.setVisible(count > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, narrowest = (self.width() < current_theme().px(width) for width in (NARROW, NARROWEST))
        for widget in (self.escape, self.buttons["copy"]):
            widget.setVisible(not narrowest)
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current_theme().colour("accentbg"))
        hairline(painter, 0, 0, self.width(), 0)
