"""What other thresholds would do: a Now / Then / Change table. It only shows; the pane saves or goes back."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from views.widgets import Button, Card, EditableCell, Hairline, Label, Sentence, TierSquare
from workbench import formatting
from workbench.customers.tier_trial import Trial, TrialRow
from workbench.strings import tr

RIGHT = Qt.AlignmentFlag.AlignRight


def shown_percent(value: float) -> str:
    """A threshold as people read it: "80 %", "82.5 %"."""
    return formatting.percent(value / 100, 0 if value == round(value) else 1)


class TrialCard(Card):
    """`typed(a, b)` when a threshold was typed, `saved` and `left` for the two buttons."""

    typed = Signal(float, float)
    saved = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.message = Label(role="message", wrap=True)
        self.a = EditableCell(80, "int", low=1, high=100, shown=shown_percent)
        self.b = EditableCell(95, "int", low=1, high=100, shown=shown_percent)
        self.a.committed.connect(self._typed)
        self.b.committed.connect(self._typed)
        self.sentence = Sentence("{a} {b}", {"a": self.a, "b": self.b}, role="muted")
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(0)
        self.grid.setColumnStretch(0, 1)
        self._cells: list[list[Label]] = []
        self._shape: object = None
        self.who = Label(role="caption", wrap=True)
        self.back, self.save = Button(""), Button("", primary=True)
        self.back.clicked.connect(self.left)
        self.save.clicked.connect(self.saved)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.save)
        for part in (self.message, self.sentence):
            self.body.addWidget(part)
        self.body.addLayout(self.grid)
        self.body.addWidget(self.who)
        self.body.addLayout(buttons)

    def retranslate(self) -> None:
        self._shape = None
        self.sentence.set_sentence(tr("A ends at {a} and B at {b}"))
        self.a.set_name(tr("A ends at"))
        self.b.set_name(tr("B ends at"))

    def show_trial(self, found: Trial, saved: tuple[float, float], tried: tuple[float, float], who: tuple[str, ...], writes: bool) -> None:
        """Show what `tried` would do; the saved thresholds themselves show how it is."""
        trying = tried != saved
        what = [tr("{tier} ends at {share}", tier="A", share=shown_percent(tried[0]))] if tried[0] != saved[0] else []
        if tried[1] != saved[1]:
            share = shown_percent(tried[1])
            what.append(tr("B at {share}", share=share) if what else tr("{tier} ends at {share}", tier="B", share=share))
        self.set_heading(tr("If {what}", what=tr(", ").join(what)) if trying else tr("What if"))
        self.set_context("" if len(what) > 1 else tr("drag a line in the chart"))
        self.message.setText(found.message if trying else tr("Nothing is saved while you try"))
        self.a.set_value(tried[0])
        self.b.set_value(tried[1])
        self._rows(found.rows, trying)
        self.who.setText("\n".join(who))
        self.who.setVisible(bool(who))
        self.back.set_text(tr("Back to {a} / {b}", a=f"{saved[0]:g}", b=f"{saved[1]:g}"))
        self.save.set_text(tr("Save {a} / {b}", a=f"{tried[0]:g}", b=f"{tried[1]:g}"))
        self.save.setEnabled(writes)
        for button in (self.back, self.save):
            button.setVisible(trying)

    def _rows(self, rows: tuple[TrialRow, ...], trying: bool) -> None:
        shape = (trying, tuple((one.name, one.tier) for one in rows))
        if shape != self._shape:
            self._shape = shape
            self._build(rows, trying)
        for one, (now, *rest) in zip(rows, self._cells, strict=True):
            now.setText(one.now)
            now.set_tone("thread" if one.over_now else "")
            for cell, text, over in zip(rest, (one.then, one.change if one.change != "0" else ""), (one.over_then, False), strict=False):
                cell.setText(text)
                cell.set_tone("thread" if over else "")

    def _build(self, rows: tuple[TrialRow, ...], trying: bool) -> None:
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        titles = (tr("Now"), tr("Then"), tr("Change")) if trying else (tr("Now"),)
        for column, title in enumerate(titles, 1):
            self.grid.addWidget(Label(title, "caption_strong", tone="muted", align=RIGHT), 0, column)
        for column in (1, 2, 3):
            self.grid.setColumnMinimumWidth(column, 46 if column <= len(titles) else 0)
        self._cells = []
        for place, one in enumerate(rows):
            self.grid.addWidget(Hairline(), 2 * place + 1, 0, 1, len(titles) + 1)
            self.grid.addWidget(_name(one), 2 * place + 2, 0)
            looks = ("muted", "strong", "muted") if trying else ("body",)
            cells = [Label("", look, align=RIGHT, tabular=True) for look in looks]
            for column, cell in enumerate(cells, 1):
                self.grid.addWidget(cell, 2 * place + 2, column)
            self.grid.setRowMinimumHeight(2 * place + 2, 28)
            self._cells.append(cells)

    @Slot(object)
    def _typed(self, value: int) -> None:
        a, b = float(self.a.value()), float(self.b.value())
        if self.sender() is self.a:
            self.typed.emit(a, max(a, b))
        else:
            self.typed.emit(min(a, b), b)


def _name(one: TrialRow) -> QWidget:
    if not one.tier:
        return Label(one.name, elide=True)
    box = QWidget()
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    line.addWidget(Label(one.name))
    line.addWidget(TierSquare(one.tier))
    line.addStretch(1)
    return box
