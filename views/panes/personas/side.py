"""At the right: how much of the personas rests on own evidence, and which statements may answer their worries."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.panes.personas.attribute import KINDS
from views.widgets import Card, Chip, Hairline, Label, Link, TargetBar, row
from views.widgets.wrapped import WrappedLink
from workbench.strings import ntr, tr
from workbench.value.persona_worries import worries
from workbench.value.personas import ORIGINS, PersonaView, own_share, share_words
from workbench.value.statements import StatementView


class EvidenceCard(Card):
    """How many attributes come from where, and what to do about drafts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.said, self.bar, self.next = Label(role="message", wrap=True), TargetBar(judged=False), Label(role="muted", wrap=True)
        self.chips = {origin: Chip("", kind, self) for origin, kind in KINDS.items()}
        self.body.addWidget(self.said)
        self.body.addWidget(self.bar)
        self.body.addLayout(row(*self.chips.values(), None, spacing=6))
        self.body.addWidget(self.next)

    def retranslate(self) -> None:
        """Set the fixed words."""
        self.set_heading(tr("Own evidence"))

    def show_personas(self, segment: str, found: Sequence[PersonaView]) -> None:
        """Show the personas of another segment."""
        self.set_context(segment)
        share = own_share(found)
        self.said.setText(share_words(found) or tr("Nothing is known of them yet"))
        self.bar.setVisible(share is not None)
        self.bar.set_values(share or 0.0, maximum=1.0, judged=False, text=share_words(found))
        counts = dict.fromkeys(KINDS, 0)
        for persona in found:
            for one in persona.attributes:
                if one.origin:
                    counts[one.origin] += 1
        for origin, chip in self.chips.items():
            chip.set_text(tr("{origin} {n}", origin=tr(ORIGINS[origin]), n=counts[origin]) if counts[origin] else "")
        if counts["draft"]:
            said = ntr(
                "{n} AI draft is a guess until somebody has asked. Take it along to the next visits, then mark it as from the field.",
                "{n} AI drafts are guesses until somebody has asked. Take them along to the next visits, then mark them as from the field.",
                counts["draft"],
            )
        else:
            said = tr("What you type is from the field, what the file says is our data, what is pasted is an AI draft.")
        self.next.setText(said)


class WorriesCard(Card):
    """`statement_wanted(id)`, `statements_wanted(segment)` and `segment_wanted(segment)` when a link is clicked."""

    statement_wanted = Signal(int)
    statements_wanted = Signal(int)
    segment_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(edge="thread", parent=parent)
        self._segment = 0
        self._shown: object = None
        self._list = QVBoxLayout()
        self._list.setSpacing(3)
        self.links: list[WrappedLink] = []
        self.statements, self.segment = Link(role="caption_strong"), Link(role="caption_strong")
        self.statements.clicked.connect(self._to_statements)
        self.segment.clicked.connect(self._to_segment)
        self.body.addLayout(self._list)
        self.body.addWidget(Hairline())
        self.body.addLayout(row(self.statements, self.segment, None, spacing=16))

    def retranslate(self) -> None:
        """Set the fixed words."""
        self.set_heading(tr("What answers their worries"))
        self.statements.set_text(tr("Value statements"))
        self.segment.set_text(tr("The segment"))
        self._shown = None

    def show_personas(self, segment: int, found: Sequence[PersonaView], statements: Sequence[StatementView]) -> None:
        """Show the worries of another segment's personas."""
        self._segment = segment
        known = {one.text: one for persona in found for one in worries(persona, statements)}
        if self._shown == tuple(known.values()):
            return
        self._shown = tuple(known.values())
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.links = []
        for worry in known.values():
            if self._list.count():
                self._list.addSpacing(8)
            self._list.addWidget(Label(worry.text, "strong", wrap=True))
            for one in worry.statements:
                link = WrappedLink(one.words, "body", "accent")
                link.setProperty("statement", one.id)
                link.clicked.connect(self._to_statement)
                self.links.append(link)
                self._list.addWidget(link)
            if not worry.statements:
                self._list.addWidget(Label(tr("No statement speaks of it yet."), tone="thread", wrap=True))
        if not known:
            self._list.addWidget(
                Label(tr("Once their worries are written, it shows here what you have to say to them."), "muted", wrap=True)
            )

    @Slot()
    def _to_statement(self) -> None:
        self.statement_wanted.emit(int(self.sender().property("statement")))

    @Slot()
    def _to_statements(self) -> None:
        self.statements_wanted.emit(self._segment)

    @Slot()
    def _to_segment(self) -> None:
        self.segment_wanted.emit(self._segment)
