"""What suggests itself: the key target field, and pairs that no strategy uses yet."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from views.widgets import Card, Hairline, Label, Link, Run, row, strong
from workbench.analysis.cross_view import CrossView
from workbench.analysis.crossings import KeyField, Suggestion
from workbench.strings import ntr, tr

LONGEST = 70


class KeyFieldCard(Card):
    """`picked(cards)` to make a strategy of it, `opened(id)` where one holds it, `boards_wanted` where the rivals' weakness is not on SWOT."""

    picked = Signal(object)
    opened = Signal(int)
    boards_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(edge="thread", parent=parent)
        self._field: KeyField | None = None
        self.title, self.why, self.link = Label(role="message", wrap=True), Label(role="muted", wrap=True), Link()
        self.link.clicked.connect(self._do)
        self.body.setSpacing(5)
        for part in (self.title, self.why):
            self.body.addWidget(part)
        self.body.addLayout(row(self.link, None))

    def retranslate(self) -> None:
        self.set_heading(tr("Key target field"))

    def show_field(self, field: KeyField | None, writes: bool) -> None:
        """Show it, or hide where there is none."""
        self._field = field
        self.setVisible(field is not None)
        if field is None:
            return
        self.title.setText(field.strategy_text or tr("{strong} × {weak}", strong=_short(field.strong[0]), weak=_short(field.weak[0])))
        boards = {"swot": ntr("{n} SWOT card", "{n} SWOT cards", field.swot), "three_c": ntr("{n} 3C card", "{n} 3C cards", field.three_c)}
        self.why.setText(
            tr(
                "Where rivals are weak ({weak}) and we are strong ({strong}). From {swot} and {three_c}.",
                weak=_short(field.weak[0]),
                strong=_short(field.strong[0]),
                **boards,
            )
            if field.strategy is not None
            else tr("Where rivals are weak and we are strong. From {swot} and {three_c}.", **boards)
        )
        self.link.set_text(
            tr("Open this strategy")
            if field.strategy is not None
            else tr("Make a strategy of it")
            if field.cards
            else tr("Send the rivals’ weakness to SWOT first")
        )
        self.link.setEnabled(writes or field.strategy is not None)

    @Slot()
    def _do(self) -> None:
        if self._field is None:
            return
        if self._field.strategy is not None:
            self.opened.emit(self._field.strategy)
        elif self._field.cards:
            self.picked.emit(self._field.cards)
        else:
            self.boards_wanted.emit()


class SuggestionsCard(Card):
    """`picked((inner, outer))` takes a suggested pair."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown: tuple[Suggestion, ...] | None = None
        self.links: list[Link] = []
        self.body.setSpacing(6)

    def retranslate(self) -> None:
        self.set_heading(tr("Suggested"))
        self.set_context(tr("pairs no strategy uses yet"))
        self._shown = None

    def show_view(self, view: CrossView, writes: bool) -> None:
        """Show other suggestions, or hide where there is none."""
        self.setVisible(bool(view.suggestions))
        if view.suggestions == self._shown:
            return
        self._shown = view.suggestions
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.links = []
        for place, one in enumerate(view.suggestions):
            if place:
                self.body.addWidget(Hairline())
            words = Label(wrap=True)
            words.set_runs([strong(f"{one.kind}  ", "muted"), Run(one.inner.text), Run(" × ", "muted"), Run(one.outer.text)])
            link = Link(tr("Use this pair"), "caption_strong")
            link.setAccessibleName(tr("Use {inner} × {outer}", inner=one.inner.text, outer=one.outer.text))
            link.setProperty("pair", (one.inner.id, one.outer.id))
            link.setEnabled(writes)
            link.clicked.connect(self._pick)
            self.body.addWidget(words)
            holder = QWidget()
            holder.setLayout(row(link, None))
            self.body.addWidget(holder)
            self.links.append(link)

    @Slot()
    def _pick(self) -> None:
        self.picked.emit(self.sender().property("pair"))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
