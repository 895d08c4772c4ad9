"""Which framework? Four situations; each leads to one or two boards. Keys 1 to 4 choose, Enter goes there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.panes import place_of
from views.widgets import Label, RadioRow, Sheet
from workbench.analysis.guide import SITUATIONS, Step
from workbench.strings import tr

if TYPE_CHECKING:
    from views.context import Context


class GuideSheet(Sheet):
    """Ends in the first board of the chosen situation, ready to type."""

    def __init__(self, context: "Context", host: QWidget) -> None:
        super().__init__(
            host,
            tr("Which framework?"),
            tr("One or two boards in depth change more than all of them half filled. Where do you stand?"),
            primary=tr("Take me there"),
            width=640,
        )
        self.context = context
        self.accepted.connect(self._go)
        self.rows: list[RadioRow] = []
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, situation in enumerate(SITUATIONS, 1):
            names = [_name(step) for step in situation.steps]
            chip = tr("{first}, then {second}", first=names[0], second=names[1]) if len(names) == 2 else names[0]
            row = RadioRow(f"{number}  {tr(situation.question)}", tr(situation.why), chip, "accent", number == 1, holder)
            row.toggled.connect(self._say)
            column.addWidget(row)
            self.rows.append(row)
        self.body.addWidget(holder)
        self.then = Label(role="muted", wrap=True)
        self.body.addWidget(self.then)
        self._say()

    def _chosen(self) -> tuple[Step, ...]:
        place = next((n for n, row in enumerate(self.rows) if row.isChecked()), 0)
        return SITUATIONS[place].steps

    @Slot()
    def _say(self) -> None:
        words = [tr("{board}: {why}", board=_name(step), why=tr(step.why)) for step in self._chosen()]
        self.then.setText(tr("; ").join(words))

    @Slot()
    def _go(self) -> None:
        step = self._chosen()[0]
        self.done()
        self.context.navigate(step.pane, **step.where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self.rows):
            self.rows[number].setChecked(True)
            self.rows[number].setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        else:
            super().keyPressEvent(event)


def _name(step: Step) -> str:
    place = place_of(step.pane)
    assert place is not None
    return tr(place.title)
