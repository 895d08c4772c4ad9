"""Where a strategy is written: its cards, its sentence, effect and ease, the segments it is aimed at. New ones are made, others changed at once."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from views.panes.cross_swot.dots import Dots
from views.panes.cross_swot.matrix import TONES
from views.panes.thread_links import ThreadLinks
from views.typed import is_typed_in
from views.widgets import Button, Card, FlowLayout, Label, LineEdit, Link, Run, ToggleChip, row, strong
from workbench.analysis.cross_view import CrossView
from workbench.analysis.strategies import MEANINGS, PickedCard, StrategyView, kind_of
from workbench.strings import tr


class _Chips(QWidget):
    """Chips in rows that take the height they need."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, gap=6, row_gap=6)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class StrategyEditor(Card):
    """`made(text, effect, ease, segments)` for a new one; for the one that is open `text_set`, `effect_set`, `ease_set`, `segment_set(id, on)`,
    `moved(-1 or 1)`, `removed`, `action_wanted`; `left` to begin a new one."""

    made = Signal(str, int, int, object)
    text_set = Signal(str)
    effect_set = Signal(int)
    ease_set = Signal(int)
    segment_set = Signal(int, bool)
    moved = Signal(int)
    removed = Signal()
    action_wanted = Signal()
    segments_wanted = Signal()
    left = Signal()
    board_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._open: StrategyView | None = None
        self._writes, self._names = True, list[tuple[int, str]]()
        self._wanted: set[int] = set()
        self.cards_label, self.hint = Label(wrap=True), Label(role="muted", wrap=True)
        self.text = LineEdit(height=34)
        self.text.returnPressed.connect(self._enter)
        self.text.editingFinished.connect(self._left_line)
        self.effect, self.ease = Dots(), Dots()
        self.effect.chosen.connect(self._effect)
        self.ease.chosen.connect(self._ease)
        self.effect_name, self.ease_name = Label(role="muted"), Label(role="muted")
        self.aim_name, self.none, self.make_segment = Label(role="muted"), Label(role="muted"), Link(role="caption_strong")
        self.make_segment.clicked.connect(self.segments_wanted)
        self.aims = _Chips(self)
        self.chips: dict[int, ToggleChip] = {}
        self.make = Button(primary=True)
        self.make.clicked.connect(self._enter)
        self.action, self.board, self.up, self.down = (
            Button(small=True),
            Button(small=True),
            Button(small=True, key="Alt+↑"),
            Button(small=True, key="Alt+↓"),
        )
        self.remove, self.new = Button(small=True, key="Alt+Del"), Button(small=True, key="Esc")
        for button, signal in (
            (self.action, self.action_wanted),
            (self.board, self.board_wanted),
            (self.remove, self.removed),
            (self.new, self.left),
        ):
            button.clicked.connect(signal)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.tools = _Chips(self)
        for tool in (self.action, self.board, self.up, self.down, self.remove, self.new):
            self.tools.flow.addWidget(tool)
        self.aim_name.setMinimumHeight(26)
        aim = QHBoxLayout()
        aim.setSpacing(8)
        aim.addWidget(self.aim_name, 0, Qt.AlignmentFlag.AlignTop)
        aim.addWidget(self.none)
        aim.addWidget(self.make_segment)
        aim.addWidget(self.aims, 1)
        self.body.setSpacing(9)
        for part in (self.cards_label, self.hint, self.text):
            self.body.addWidget(part)
        self.body.addLayout(row(self.effect_name, self.effect, 14, self.ease_name, self.ease, None, self.make))
        self.body.addLayout(aim)
        self.body.addWidget(self.tools)
        self.thread_links = ThreadLinks(across=True)
        self.body.addWidget(self.thread_links)

    def retranslate(self) -> None:
        """Set the fixed words."""
        self.thread_links.retranslate()
        self.text.setPlaceholderText(tr("Write in one sentence what is done"))
        self.text.setAccessibleName(tr("The strategy in one sentence"))
        self.effect_name.setText(tr("Effect"))
        self.ease_name.setText(tr("Ease"))
        self.effect.set_name(tr("Effect"))
        self.ease.set_name(tr("Ease"))
        self.aim_name.setText(tr("Aimed at"))
        self.none.setText(tr("no segment yet:"))
        self.make_segment.set_text(tr("make one"))
        self.make.set_text(tr("Make the strategy"))
        self.action.set_text(tr("Add an action"))
        self.board.set_text(tr("Its cards on SWOT"))
        self.up.set_text(tr("Up"))
        self.down.set_text(tr("Down"))
        self.remove.set_text(tr("Remove"))
        self.new.set_text(tr("Begin a new one"))

    def show_view(self, view: CrossView, opened: StrategyView | None, chosen: tuple[PickedCard, ...], writes: bool) -> None:
        """Show the strategy that is open, or what is picked for a new one."""
        before, self._open, self._writes = self._open, opened, writes
        kind = kind_of(chosen)
        self.set_heading(tr("Strategy {kind}", kind=opened.kind) if opened else tr("New strategy"))
        self.set_context(tr(MEANINGS[kind]) if kind else "")
        self._say_cards(chosen, kind)
        if opened is not None and (before is None or before.id != opened.id or not is_typed_in(self.text)):
            self.text.set_value(opened.text)
        elif opened is None and before is not None:
            self.text.set_value("")
            self._wanted.clear()
        if opened is not None:
            self.effect.set_dots(opened.effect)
            self.ease.set_dots(opened.ease)
        elif before is not None:
            self.effect.set_dots(3)
            self.ease.set_dots(3)
        self._show_segments(view, opened)
        self.make.setVisible(opened is None)
        self.tools.setVisible(opened is not None)
        for part in (self.text, self.effect, self.ease, self.make, self.action, self.up, self.down, self.remove, *self.chips.values()):
            part.setEnabled(writes)

    def _say_cards(self, chosen: tuple[PickedCard, ...], kind: str) -> None:
        runs: list[Run | str] = []
        for card in chosen:
            runs += [Run(" × ", "muted")] if runs else []
            runs += [strong(f"{card.letter} ", TONES[card.letter]), card.text]
        self.cards_label.set_runs(runs or [""])
        self.cards_label.setVisible(bool(runs))
        if not chosen:
            hint = tr("Pick a pair in the matrix: a strength or weakness, and an opportunity or threat.")
        elif len(chosen) == 1:
            hint = tr("Pick what it is crossed with.")
        else:
            hint = "" if kind else tr("Pick either strengths or weaknesses, and either opportunities or threats.")
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def _show_segments(self, view: CrossView, opened: StrategyView | None) -> None:
        names = [(one.id, one.name) for one in view.segments]
        if names != self._names or not self.chips and names:
            self.aims.flow.clear()
            self.chips, self._names = {}, names
            for number, name in names:
                chip = ToggleChip(name if len(name) <= 40 else name[:39] + "…", parent=self.aims)
                chip.setAccessibleName(tr("Aimed at {segment}", segment=name))
                chip.setProperty("segment", number)
                chip.clicked.connect(self._aim)
                self.aims.flow.addWidget(chip)
                chip.show()
                self.chips[number] = chip
        own = {one.id for one in opened.segments} if opened else self._wanted
        for number, chip in self.chips.items():
            chip.setChecked(number in own)
        self.none.setVisible(not names)
        self.make_segment.setVisible(not names)
        self.aims.setVisible(bool(names))

    def begin(self) -> None:
        """Give the keyboard to the sentence."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.selectAll()

    def aim(self) -> None:
        """Give the keyboard to the segments."""
        first = next(iter(self.chips.values()), None)
        (first or self.make_segment).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _enter(self) -> None:
        if self._open is None:
            self.made.emit(self.text.text(), self.effect.dots, self.ease.dots, tuple(sorted(self._wanted)))
        else:
            self._take_text()

    @Slot()
    def _left_line(self) -> None:
        if self._open is not None:
            self._take_text()

    def _take_text(self) -> None:
        if self._open is not None and self.text.text().strip() not in ("", self._open.text):
            self.text_set.emit(self.text.text())
        elif self._open is not None:
            self.text.set_value(self._open.text)

    @Slot(int)
    def _effect(self, dots: int) -> None:
        if self._open is not None:
            self.effect_set.emit(dots)

    @Slot(int)
    def _ease(self, dots: int) -> None:
        if self._open is not None:
            self.ease_set.emit(dots)

    @Slot(bool)
    def _aim(self, on: bool) -> None:
        chip = self.sender()
        if isinstance(chip, ToggleChip):
            number = chip.property("segment")
            if self._open is not None:
                self.segment_set.emit(number, on)
            else:
                (self._wanted.add if on else self._wanted.discard)(number)

    @Slot()
    def _up(self) -> None:
        self.moved.emit(-1)

    @Slot()
    def _down(self) -> None:
        self.moved.emit(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._open is not None:
            self.left.emit()
        else:
            super().keyPressEvent(event)
