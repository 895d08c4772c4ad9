"""What the plan takes for granted: about the market, the rivals, ourselves; and when the owner last said that it holds."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from views.theme import current_theme
from views.theme.paint import focus_ring, rounded
from views.theme.text_block import Run, TextBlock
from views.widgets import Card, Hairline, Label, Link, row
from views.widgets.base import bounds
from views.widgets.wrapped import WrappedButton
from workbench import clock, formatting
from workbench.actions.assumptions import SUBJECTS, AssumptionView
from workbench.strings import tr


class _Line(WrappedButton):
    """One assumption with what it rests on; a click or Enter opens it."""

    def __init__(self, one: AssumptionView, parent: QWidget) -> None:
        super().__init__(one.text, parent)
        self.one = one

    def _blocks(self, width: float) -> tuple[TextBlock, TextBlock]:
        evidence = Run(self.one.evidence) if self.one.evidence else Run(tr("rests on nothing yet"), "warn")
        return TextBlock([Run(self.one.text)], "body", max(20.0, width - 8)), TextBlock([evidence], "caption", max(20.0, width - 8))

    def tall(self, width: int) -> int:
        return round(sum(block.height for block in self._blocks(width))) + 8

    def minimumSizeHint(self) -> QSize:
        return QSize(120, current_theme().px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        ground = "app" if self.underMouse() else "surface"
        if self.underMouse():
            rounded(painter, rect, theme.colour("app"), None, 6)
        text, evidence = self._blocks(rect.width())
        text.paint(painter, 4, 4, theme.colour(ground))
        evidence.paint(painter, 4, 4 + text.height, theme.colour(ground))
        if self.hasFocus():
            focus_ring(painter, rect)


class AssumptionsCard(Card):
    """`opened(id)`, `reviewed(id)`, `wanted(subject)`."""

    opened = Signal(int)
    reviewed = Signal(int)
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown: tuple[object, ...] = ()
        self.lines: dict[int, _Line] = {}
        self.holds: dict[int, Link] = {}
        self.body.setSpacing(4)

    def retranslate(self) -> None:
        self.set_heading(tr("Assumptions"))
        self.set_context(tr("what the plan takes for granted"))
        self._shown = ()

    def show_assumptions(self, views: Sequence[AssumptionView], writes: bool) -> None:
        """Show others; nothing is made anew where they are the same."""
        if (tuple(views), writes) == self._shown:
            return
        self._shown = (tuple(views), writes)
        focused = next((number for number, made in (*self.holds.items(), *self.lines.items()) if made.hasFocus()), None)
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines, self.holds = {}, {}
        for place, (subject, name) in enumerate(SUBJECTS.items()):
            if place:
                self.body.addWidget(Hairline())
            add = Link(tr("Add"), "caption_strong")
            add.setAccessibleName(tr("Add an assumption about: {subject}", subject=tr(name)))
            add.setProperty("subject", subject)
            add.setEnabled(writes)
            add.clicked.connect(self._add)
            head = QWidget(self)
            head.setLayout(row(Label(tr(name), "strong"), None, add))
            self.body.addWidget(head)
            for one in views:
                if one.subject == subject:
                    line = _Line(one, self)
                    line.clicked.connect(self._open)
                    self.body.addWidget(line)
                    self.lines[one.id] = line
                    self.body.addWidget(self._standing(one, writes))
        if focused in self.lines:
            self.lines[focused].setFocus()

    def _standing(self, one: AssumptionView, writes: bool) -> QWidget:
        """When it was last looked at, and the link that says that it holds."""
        said = tr("reviewed on {day}", day=formatting.day_short(one.reviewed_on)) if one.reviewed_on else tr("never reviewed")
        told = Label(said, "caption", tone="thread" if one.review_due else "")
        holds = Link(tr("Reviewed"), "caption_strong")
        holds.setAccessibleName(tr("Reviewed: {text}", text=one.text))
        holds.setToolTip(tr("It still holds today"))
        holds.setProperty("assumption", one.id)
        holds.setVisible(writes and one.reviewed_on != clock.today())
        holds.clicked.connect(self._review)
        self.holds[one.id] = holds
        box = QWidget(self)
        line = row(told, None, holds)
        line.setContentsMargins(4, 0, 0, 4)
        box.setLayout(line)
        return box

    def go_to(self, assumption: int) -> None:
        """The keyboard goes to one of them."""
        if assumption in self.lines:
            self.lines[assumption].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _open(self) -> None:
        line = self.sender()
        if isinstance(line, _Line):
            self.opened.emit(line.one.id)

    @Slot()
    def _review(self) -> None:
        self.reviewed.emit(self.sender().property("assumption"))

    @Slot()
    def _add(self) -> None:
        self.wanted.emit(self.sender().property("subject"))
