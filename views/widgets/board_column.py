"""A column of a board: its name and count, its questions, its cards, and the open input after them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QVBoxLayout, QWidget

from views.theme import current_theme
from views.theme.paint import focus_ring
from views.theme.text_block import Run, TextBlock, strong
from views.widgets.base import PaintedWidget, bounds, follow_theme
from views.widgets.board_card import CardItem, CardOwner, Face
from views.widgets.board_editor import CardEditor
from views.widgets.board_text import CardInput
from views.widgets.card import Card
from views.widgets.label import Label
from views.widgets.layouts import ScrollArea
from workbench import formatting
from workbench.strings import tr

INNER = 12


class Prompt(NamedTuple):
    """A guiding question of a column: its code, its words, and how many cards answer it."""

    code: str
    text: str
    answers: int = 0


class Look(NamedTuple):
    """A column's key, name, the muted words after it, the colour of its upper edge and dots, and whether that edge is drawn."""

    key: str
    title: str
    subtitle: str = ""
    tone: str = "accent"
    edge: bool = True


class _PromptRow(QAbstractButton):
    def __init__(self, prompt: Prompt, parent: QWidget) -> None:
        super().__init__(parent)
        self.prompt = prompt
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_prompt(prompt)
        follow_theme(self)

    @Slot()
    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def show_prompt(self, prompt: Prompt) -> None:
        self.prompt = prompt
        self.setAccessibleName(prompt.text)
        self.updateGeometry()
        self.update()

    def _block(self, width: int) -> TextBlock:
        answered = self.prompt.answers > 0
        sign = Run("✓ ", "good", 600) if answered else Run("? ", "accent", 600)
        number = Run(f"\u00a0\u00a0{formatting.number(self.prompt.answers)}", "muted") if answered else Run("")
        return TextBlock([sign, Run(self.prompt.text, "muted" if answered else "accent"), number], "caption", width)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._block(width).height) + 4

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(100, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._block(self.width()).paint(painter, 0, 2, current_theme().colour("surface"))
        if self.hasFocus():
            focus_ring(painter, bounds(self), 4)


class _DropLine(PaintedWidget):
    """Where dragged cards would go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().colour("accent"))


class BoardColumn(Card):
    """`show_cards(faces, items)` places card items; `prompted(code)` when a question was chosen. The input is `open_line`."""

    prompted = Signal(str)

    def __init__(self, owner: CardOwner, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.key, self._owner, self.look = look.key, owner, look
        self.question = ""
        self.items: list[CardItem] = []
        self.written_in: tuple[CardItem, CardEditor] | None = None
        """The card that is being written, and the editor that stands in its place."""
        self.name, self.count = Label("", "body", wrap=True), Label("", "muted", tabular=True)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(1, 3, 1, 3)
        self.header.setContentsMargins(INNER, 10, INNER, 0)
        self.heading.hide()
        self.context.hide()
        self.header.insertWidget(0, self.name, 1)
        self.add_to_header(self.count)
        self.prompts = QVBoxLayout()
        self.prompts.setContentsMargins(INNER, 0, INNER, 0)
        self.prompts.setSpacing(0)
        self.body.addLayout(self.prompts)
        self._rows: dict[str, _PromptRow] = {}
        self.area = ScrollArea()
        self.area.setMinimumHeight(60)
        self.cards = self.area.body
        self.cards.setContentsMargins(INNER, 0, INNER, 10)
        self.cards.setSpacing(8)
        self.open_line = CardInput(parent=self.area.content)
        self.cards.addWidget(self.open_line)
        self.cards.addStretch(1)
        self.body.addWidget(self.area, 1)
        self._line = _DropLine(self.area.content)
        self.area.content.installEventFilter(self)
        self.retranslate_column()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Show another name, subtitle or colour."""
        self.look = look
        self.name.set_runs([strong(look.title), *([Run(f" {look.subtitle}", "muted")] if look.subtitle else [])])
        self.open_line.setAccessibleName(tr("New card: {column}", column=look.title))
        self.set_edges(top=look.tone if look.edge else "")

    def retranslate_column(self) -> None:
        """The words of its own."""
        self._hint()

    def set_prompts(self, prompts: Sequence[Prompt]) -> None:
        """Ask these questions."""
        if [prompt.code for prompt in prompts] != list(self._rows):
            for row in self._rows.values():
                row.hide()
                row.deleteLater()
            self._rows = {}
            for prompt in prompts:
                row = self._rows[prompt.code] = _PromptRow(prompt, self)
                row.clicked.connect(self._prompt)
                self.prompts.addWidget(row)
        for prompt in prompts:
            self._rows[prompt.code].show_prompt(prompt)
        self._hint()

    @Slot()
    def _prompt(self) -> None:
        sender = self.sender()
        if isinstance(sender, _PromptRow):
            self.ask(sender.prompt.code)
            self.prompted.emit(sender.prompt.code)

    def ask(self, code: str = "") -> None:
        """Open the input, for the answer to a question where one is given."""
        self.question = code if code in self._rows else ""
        self._hint()
        self.open_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hint(self) -> None:
        row = self._rows.get(self.question)
        self.open_line.set_hint(row.prompt.text if row else tr("+ Type a card, Enter for the next"), "" if row else tr("+ Type a card"))

    def place(self, items: Sequence[CardItem], faces: Mapping[int, Face]) -> None:
        """Show these card items in this order."""
        for item, face in zip(items, faces.values(), strict=True):
            item.show_face(face, self.key, self.look.tone)
        self.count.setText(formatting.number(len(items)))
        if list(items) != self.items:
            for at, item in enumerate(items):
                widget = self.written_in[1] if self.written_in is not None and self.written_in[0] is item else item
                if self.cards.indexOf(widget) != at:
                    self.cards.insertWidget(at, widget)
                    widget.show()
            self.items = list(items)
        for at, item in enumerate(self.items):
            wanted = Qt.FocusPolicy.StrongFocus if at == 0 else Qt.FocusPolicy.ClickFocus
            if item.focusPolicy() != wanted:
                item.setFocusPolicy(wanted)

    def index_at(self, at: QPoint) -> int:
        """The position in front of which a card dropped at `at` (in the content's coordinates) would go."""
        return sum(at.y() > item.geometry().center().y() for item in self.items)

    def show_drop(self, index: int | None) -> None:
        """Mark where dragged cards would go; None takes the mark away."""
        if index is None:
            self._line.hide()
            return
        y = self.items[index].y() - 5 if index < len(self.items) else self.open_line.y() - 5
        self._line.setGeometry(INNER, max(0, y), self.area.content.width() - 2 * INNER, 2)
        self._line.raise_()
        self._line.show()

    def open_editor(self, item: CardItem, editor: CardEditor, evidence: bool) -> None:
        """Let an editor stand in the place of a card and take the keyboard."""
        self.written_in = item, editor
        self.cards.replaceWidget(item, editor)
        editor.show()
        editor.begin(evidence)
        item.hide()
        self.reveal(editor)

    def close_editor(self) -> None:
        """Let the card stand where its editor stood; it takes over the keyboard."""
        if self.written_in is None:
            return
        (item, editor), self.written_in = self.written_in, None
        self.cards.replaceWidget(editor, item)
        item.show()
        focus = QApplication.focusWidget()
        if focus is not None and editor.isAncestorOf(focus):
            item.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.hide()
        editor.deleteLater()

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that `widget` can be seen."""
        self.area.ensureWidgetVisible(widget, 0, 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.open_line.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the open input in sight while cards are added above it."""
        if watched is self.area.content and event.type() == QEvent.Type.Resize and self.open_line.hasFocus():
            self.reveal(self.open_line)
        return False
