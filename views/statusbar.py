"""The bar at the foot: when it was saved, which file, the running job, and what Ctrl+Z would take back."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from views.jobs import Job
from views.theme import current_theme
from views.theme.icons import paint_icon
from views.theme.paint import draw_text, focus_ring, key_box, key_width, rounded, text_width
from views.widgets import Label
from workbench.strings import tr


class Saved(QWidget):
    """A dot and "Saved" with the time; a lock and "Read only" where the file is open elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def tell(self, text: str) -> None:
        """Show the state."""
        self.text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(int(text_width(self.text, current_theme().font("caption", tabular=True))) + 15, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dot and words."""
        theme, painter = current_theme(), QPainter(self)
        rounded(painter, QRectF(0, self.height() / 2 - 4, 8, 8), theme.colour("muted"), None, 4)
        words = QRectF(12, 0, self.width() - 12, self.height())
        draw_text(painter, words, self.text, "muted", theme.font("caption", tabular=True), elide=False, background="surface")


class Progress(QWidget):
    """Label, a narrow bar and a cancel button for the running job."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.job: Job | None = None
        self.label = Label("", "caption", elide=True, parent=self)
        self.bar = Bar(self)
        self.stop = Stop(self)
        self.stop.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.label, self.bar, self.stop):
            layout.addWidget(part)

    def tell(self, job: Job | None) -> None:
        """Follow this job; None hides everything."""
        self.job = job
        self.setVisible(job is not None)
        if job is not None:
            self.label.setText(f"{job.label}: {job.text}" if job.text not in ("", job.label) else job.label)
            self.bar.tell(job.fraction)
            self.stop.setAccessibleName(tr("Cancel: {what}", what=job.label))
            self.stop.setToolTip(self.stop.accessibleName())

    @Slot()
    def _cancel(self) -> None:
        if self.job is not None:
            self.job.cancel()
            self.hide()


class Bar(QWidget):
    """A narrow bar that fills."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(90, 8)
        self._fraction = 0.0

    def tell(self, fraction: float) -> None:
        """Fill it to `fraction` of 1."""
        self._fraction = min(1.0, max(0.0, fraction))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track and fill."""
        theme, painter = current_theme(), QPainter(self)
        rounded(painter, QRectF(0, 1, self.width(), 6), theme.colour("track"), None, 3)
        if self._fraction:
            rounded(painter, QRectF(0, 1, max(6.0, self.width() * self._fraction), 6), theme.colour("accent"), None, 3)


class Stop(QAbstractButton):
    """A small cross."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(18, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cross, with a ring when it has the focus."""
        painter = QPainter(self)
        paint_icon(painter, QRectF(2, 2, 14, 14), "x", current_theme().colour("ink" if self.underMouse() else "muted"))
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), 4)


class Steps(QAbstractButton):
    """ "Undo: Move card" with its key; a click does it."""

    def __init__(self, keys: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tell(self, text: str) -> None:
        """Show the step; "" hides the button."""
        self.setVisible(bool(text))
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({self.keys})" if text else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Words and key box."""
        return QSize(int(text_width(self.text(), current_theme().font("caption")) + 6 + key_width(self.keys)) + 2, 20)

    def minimumSizeHint(self) -> QSize:
        """May be cut; the tooltip has all of it."""
        return QSize(min(self.sizeHint().width(), 120), 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, then the key."""
        theme, painter = current_theme(), QPainter(self)
        key = key_width(self.keys)
        key_box(painter, QRectF(self.width() - key - 1, 0, key, self.height()), self.keys)
        words = QRectF(0, 0, self.width() - key - 7, self.height())
        ink = "ink" if self.underMouse() else "muted"
        draw_text(painter, words, self.text(), ink, theme.font("caption"), background="surface")
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()).adjusted(0, 2, 0, -2), 4)


class StatusBar(QWidget):
    """`undo_asked` and `redo_asked` are sent by a click on the step's name."""

    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.saved = Saved(self)
        self.file = Label("", "caption", elide=True, parent=self)
        self.progress = Progress(self)
        self.redo = Steps("Ctrl Shift Z", self)
        self.undo = Steps("Ctrl Z", self)
        self.redo.clicked.connect(self.redo_asked)
        self.undo.clicked.connect(self.undo_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 1, 20, 0)
        layout.setSpacing(22)
        for part in (self.saved, self.file, self.progress):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self.redo)
        layout.addWidget(self.undo)
        self.progress.tell(None)
        current_theme().changed.connect(self._restyle)
        self._restyle()

    def tell_steps(self, undo: str | None, redo: str | None) -> None:
        """Name the steps that would be taken back and done again."""
        self.undo.tell(tr("Undo: {label}", label=undo) if undo else "")
        self.redo.tell(tr("Redo: {label}", label=redo) if redo else "")

    def translate(self) -> None:
        """Fixed words in the present language."""
        self.setAccessibleName(tr("State"))

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(current_theme().size("status"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface with a hairline above."""
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
