"""Forms declared as data: a list of `Field`s becomes labels, controls, help and errors in place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from views.theme.text_block import Run
from views.widgets.base import PaintedWidget
from views.widgets.button import Link
from views.widgets.combo import Combo
from views.widgets.dates import DateField
from views.widgets.fields import IntegerField, LineEdit, MoneyField, TextArea, TimeField
from views.widgets.form_controls import FormSegments, Switch
from views.widgets.label import Label
from views.widgets.weekdays import TimeRange, Weekdays
from workbench.strings import ntr, tr

KINDS = ("text", "multiline", "choice", "money", "integer", "date", "time", "time_range", "segmented", "weekdays", "switch")


@dataclass(frozen=True, slots=True)
class Field:
    """One declared field. `label`, `help`, `hint_right`, `placeholder` and option texts are marked strings, translated when shown.

    `kind`: text, multiline, choice, money (ten-thousandths), integer, date, time (minutes), time_range (pair of minutes), segmented,
    weekdays (set of 0 to 6), switch (bool). `options`: (value, text) pairs. `bounds`: least and greatest integer. `span` of the form's columns, 0 = all.
    """

    name: str
    label: str
    kind: str = "text"
    help: str = ""
    options: tuple[tuple[Any, str], ...] = ()
    bounds: tuple[int | None, int | None] = (None, None)
    hint_right: str = ""
    required: bool = False
    placeholder: str = ""
    currency: str = "JPY"
    span: int = 0
    lines: int = 3


class FieldError(PaintedWidget):
    """Under a field, in ochre: the reason in bold, a guess, and a fix of one click. Hidden while all is well."""

    fixed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.label, self.link = Label(role="caption", tone="warn", wrap=True), Link(role="caption_strong")
        line.addWidget(self.label)
        line.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        self.link.clicked.connect(self.fixed)
        self.hide()

    def show_problem(self, reason: str, guess: str = "", fix: str = "") -> None:
        """Say the `reason`; `guess` what was meant; `fix` is the link's text."""
        self.label.set_runs([Run(reason, "warn", 600), *([Run(f" {guess}", "warn")] if guess else [])])
        self.label.setAccessibleName(self.label.text())
        self.link.set_text(fix)
        self.link.setVisible(bool(fix))
        self.show()

    def clear(self) -> None:
        """All is well again."""
        self.hide()
        self.label.setText("")


class _Block(QWidget):
    """Label, control, help and error of one field."""

    def __init__(self, field: Field, control: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.field, self.control = field, control
        self.fix: Callable[[], object] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        head = QHBoxLayout()
        head.setSpacing(12)
        self.label, self.right = Label(role="caption"), Label(role="caption", elide=True, align=Qt.AlignmentFlag.AlignRight)
        self.label.setBuddy(control)
        head.addWidget(self.label)
        head.addWidget(self.right, 1)
        column.addLayout(head)
        column.addWidget(control)
        self.help, self.error = Label(role="caption", wrap=True), FieldError()
        column.addWidget(self.help)
        column.addWidget(self.error)
        column.addStretch(1)
        self.error.fixed.connect(self._fix)
        self.retranslate()

    def retranslate(self) -> None:
        self.label.setText(tr(self.field.label))
        self.right.setText(tr(self.field.hint_right))
        self.set_help(tr(self.field.help))
        self.control.setAccessibleName(tr(self.field.label))

    def set_help(self, text: str) -> None:
        self.help.setText(text)
        self.help.setVisible(bool(text) and self.error.isHidden())

    def show_problem(self, reason: str, guess: str, fix: str, on_fix: Callable[[], object] | None) -> None:
        self.fix = on_fix
        self.error.show_problem(reason, guess, fix)
        self.help.hide()
        self.control.set_wrong(True)
        self.control.setAccessibleDescription(reason)

    def clear(self) -> None:
        self.fix = None
        self.error.clear()
        self.help.setVisible(bool(self.help.text()))
        self.control.set_wrong(False)
        self.control.setAccessibleDescription("")

    @Slot()
    def _fix(self) -> None:
        if self.fix is not None:
            self.fix()


class Form(QWidget):
    """`Form([Field(...), ...], columns=2)`. `values()`, `set_values({...})` (no signal), `check()` shows what is wrong and goes to the first.

    `edited(name, value)` only when the user changed something: per keystroke in text, on leaving or Enter in fields that read a value.
    `touched` says whether the user changed or typed anything. `set_error(name, reason, guess, fix, on_fix)` for rules of the owner's; `problems_text()` and `problems_changed(n)` feed a footer.
    """

    edited = Signal(str, object)
    problems_changed = Signal(int)

    def __init__(self, fields: Sequence[Field], columns: int = 1, height: int = 34, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height, self._columns, self.touched = height, columns, False
        self._blocks: dict[str, _Block] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(17)
        line, place = 0, 0
        for field in fields:
            span = min(field.span or columns, columns)
            if place + span > columns:
                line, place = line + 1, 0
            block = _Block(field, self._control(field), self)
            block.control.edited.connect(self._changed)
            if hasattr(block.control, "judged"):
                block.control.judged.connect(self._judged)
            grid.addWidget(block, line, place, 1, span)
            self._blocks[field.name] = block
            place += span
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(line + 1, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _control(self, field: Field) -> Any:
        low, high = field.bounds
        options = [(value, tr(text)) for value, text in field.options]
        made: dict[str, Callable[[], QWidget]] = {
            "text": lambda: LineEdit("", tr(field.placeholder), height=self._height),
            "multiline": lambda: TextArea("", tr(field.placeholder), field.lines),
            "choice": lambda: Combo(options, height=self._height, placeholder=tr(field.placeholder)),
            "money": lambda: MoneyField(field.currency, self._height),
            "integer": lambda: IntegerField(low, high, self._height),
            "date": lambda: DateField(self._height),
            "time": lambda: TimeField(self._height),
            "time_range": lambda: TimeRange(self._height),
            "segmented": lambda: FormSegments(options, tall=self._height > 30, stretch=True),
            "weekdays": lambda: Weekdays(self._height),
            "switch": lambda: Switch(options),
        }
        return made[field.kind]()

    def control(self, name: str) -> Any:
        """The control of a field, for what a declaration cannot say."""
        return self._blocks[name].control

    def names(self) -> tuple[str, ...]:
        """The fields' names in order."""
        return tuple(self._blocks)

    def value(self, name: str) -> Any:
        """One value; None when empty or unreadable."""
        return self._blocks[name].control.value()

    def values(self) -> dict[str, Any]:
        """All values by name; None where a field is empty or cannot be read."""
        return {name: block.control.value() for name, block in self._blocks.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values without a signal; a field that holds the keyboard keeps what is being typed."""
        for name, value in values.items():
            control = self._blocks[name].control
            if not (control.hasFocus() and getattr(control, "_uncommitted", False)):
                control.set_value(value)

    def set_options(self, name: str, options: Sequence[tuple[Any, str]]) -> None:
        """Offer other options (texts already translated) in a choice or segmented field."""
        self._blocks[name].control.set_options(options)

    def set_help(self, name: str, text: str) -> None:
        """Change the line under a field."""
        self._blocks[name].set_help(text)

    def set_hint_right(self, name: str, text: str) -> None:
        """Change what stands at the right above a field."""
        self._blocks[name].right.setText(text)

    def set_error(self, name: str, reason: str, guess: str = "", fix: str = "", on_fix: Callable[[], object] | None = None) -> None:
        """Say under a field what is wrong, what was probably meant, and offer a fix."""
        self._blocks[name].show_problem(reason, guess, fix, on_fix)
        self.problems_changed.emit(len(self.problems()))

    def clear_errors(self, *names: str) -> None:
        """Take errors away (all without names)."""
        for name in names or self.names():
            self._blocks[name].clear()
        self.problems_changed.emit(len(self.problems()))

    def problems(self) -> dict[str, str]:
        """What is wrong now, by field."""
        return {name: block.error.label.text() for name, block in self._blocks.items() if not block.error.isHidden()}

    def problems_text(self) -> str:
        """The footer's sentence, "" when all is well."""
        count = len(self.problems())
        return ntr("{n} field needs a look", "{n} fields need a look", count) if count else ""

    def check(self) -> bool:
        """Check every field, show what is wrong, and go to the first; True when all can be used."""
        for name, block in self._blocks.items():
            problem = block.control.problem()
            empty = block.control.value() in (None, "", frozenset())
            if problem:
                self.set_error(name, problem)
            elif block.field.required and empty and block.isVisibleTo(self):
                self.set_error(name, tr("This is needed."))
            elif not block.error.isHidden() and block.fix is None:
                block.clear()
        self.problems_changed.emit(len(self.problems()))
        self.go_to_problem()
        return not self.problems()

    def go_to_problem(self) -> None:
        """Give the keyboard to the first field that is wrong."""
        first = next(iter(self.problems()), None)
        if first is not None:
            self._blocks[first].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus(self, name: str) -> None:
        """Give the keyboard to a field."""
        self._blocks[name].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """The language changed: labels, helps and options anew; values stay."""
        for block in self._blocks.values():
            block.retranslate()
            if block.field.kind in ("choice", "segmented", "switch") and block.field.options:
                block.control.set_options([(value, tr(text)) for value, text in block.field.options])

    @Slot(object)
    def _changed(self, value: Any) -> None:
        sender = self.sender()
        self.touched = True
        for name, block in self._blocks.items():
            if block.control is sender:
                if not block.error.isHidden() and not block.control.problem():
                    block.clear()
                    self.problems_changed.emit(len(self.problems()))
                self.edited.emit(name, value)
                return

    @Slot(str)
    def _judged(self, problem: str) -> None:
        """A field was left with what cannot be read, or can be read again."""
        name, block = next((name, block) for name, block in self._blocks.items() if block.control is self.sender())
        if problem:
            self.touched = True
            self.set_error(name, problem)
        elif not block.error.isHidden():
            self.clear_errors(name)
