"""What the pane shows before there is a persona: an example for the first one, and for a further segment what our own data would say."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from views.panes.personas.attribute import KINDS
from views.widgets import Button, Card, Chip, EmptyState, Hairline, Label, row
from workbench.strings import marked, tr
from workbench.value.personas import KEYS, ORIGINS

EXAMPLE = (
    ("role", marked("Head of design (6 of 9 contacts)"), "data"),
    ("worries", marked("Slow quote (5 of 8 lost deals)"), "data"),
    ("authority", marked("Up to ¥1 million alone"), "field"),
    ("sources", marked("Trade fairs, two journals"), "draft"),
)


class ExamplePersona(Card):
    """A made-up persona; it only shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.parts = [(Label(role="caption", wrap=True), Label(wrap=True), Chip("", KINDS[origin], self)) for _, _, origin in EXAMPLE]
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, parts in enumerate(self.parts):
            for column, part in enumerate(parts):
                grid.addWidget(part, place, column)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self.body.addLayout(grid)

    def retranslate(self) -> None:
        """Set the words."""
        for (name, text, chip), (key, words, origin) in zip(self.parts, EXAMPLE, strict=True):
            name.setText(tr(KEYS[key]))
            text.setText(tr(words))
            chip.set_text(tr(ORIGINS[origin]))


class PersonasEmpty(EmptyState):
    """While there is no persona at all. `on_begin` is called by its one button."""

    def __init__(self, on_begin: Callable[[], object], parent: QWidget | None = None) -> None:
        self.first, self.example = Button("", primary=True, tall=True), ExamplePersona()
        self.first.clicked.connect(on_begin)
        super().__init__("", "", [self.first], self.example, " ", " ", parent=parent)

    def retranslate(self) -> None:
        """Set the words."""
        self.example.retranslate()
        self.set_texts(
            tr("Who buys there?"),
            tr(
                "A persona is the buyer in a segment: what they do, what worries them, who decides. It begins with what your own file says, and "
                "each word tells whether it is your data, from the field, or a guess of an assistant. It is done when it has changed what "
                "your reps say."
            ),
            tr("For example"),
            tr("three of four on own evidence"),
        )

    def show_segment(self, segment: str, writes: bool) -> None:
        """The button begins with that segment, or makes the first one where there is none."""
        self.first.set_text(tr("Begin with {segment}", segment=segment) if segment else tr("Make the first segment"))
        self.first.setEnabled(writes)


class BeginCard(Card):
    """A segment without a persona: what our data says already, and the button that begins with it (`begun`)."""

    begun = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.why = Label(role="message", wrap=True)
        self.begin = Button("", primary=True, tall=True)
        self.begin.clicked.connect(self.begun)
        self._holder = QWidget()
        self.body.setSpacing(12)
        self.body.addWidget(self.why)
        self.body.addWidget(self._holder)
        self.body.addLayout(row(self.begin, None))

    def retranslate(self) -> None:
        """Set the fixed words."""
        self.begin.set_text(tr("Begin the persona"))

    def show_segment(self, segment: str, suggested: Mapping[str, str], writes: bool) -> None:
        """Show what our data says of another segment's buyers."""
        self.set_heading(segment)
        self.begin.setEnabled(writes)
        self.why.setText(
            tr("Nobody is described here yet. Your own file already says:")
            if suggested
            else tr("Nobody is described here yet, and your own file says nothing of them: write down what you know from the field.")
        )
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for place, (key, text) in enumerate(suggested.items()):
            grid.addWidget(Label(tr(KEYS[key]), "caption"), 2 * place, 0)
            grid.addWidget(Label(text, wrap=True), 2 * place, 1)
            grid.addWidget(Hairline(), 2 * place + 1, 0, 1, 2)
        self.body.replaceWidget(self._holder, fresh)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = fresh
        fresh.setVisible(bool(suggested))
