"""Personas: who buys there? One segment's personas as cards, each attribute with its origin; own evidence and worries at the right."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from views.context import Context
from views.panes.boards.pane import short
from views.panes.pane import Pane
from views.panes.personas.actions import BRIEF, KEYS_HERE, NEW, PASTE
from views.panes.personas.begin import BeginCard, PersonasEmpty
from views.panes.personas.card import PersonaCard
from views.panes.personas.side import EvidenceCard, WorriesCard
from views.panes.thread_knots import with_own
from views.panes.value.side import holder
from views.widgets import Combo, Label, ThreadStrip, TwoColumns, row
from workbench.strings import ntr, tr
from workbench.targeting.segments import DECISIONS
from workbench.thread.links import links
from workbench.value import persona_brief, persona_facts, persona_prefill, personas, statements
from workbench.value.personas import KEYS, PersonaView, SegmentPersonas
from workbench.workspace import Workspace

SIDE, ROOM = (300, 360), (900, 300)


class PersonasPane(Pane):
    """`segment` is the id of the segment whose personas are shown."""

    name = "personas"
    more_keys = KEYS_HERE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._new = self.action(NEW, self.new_persona)
        self._brief = self.action(BRIEF, self.copy_brief)
        self._paste = self.action(PASTE, self.paste_answer)
        self.segments: tuple[SegmentPersonas, ...] = ()
        self.segment: int | None = None
        self.cards: dict[int, PersonaCard] = {}
        self._shape: object = None
        self._added: int | None = None
        self.strip = ThreadStrip()
        self.strip.clicked.connect(self._to_pane)
        self.chooser_name, self.chooser = Label(role="caption"), Combo()
        self.chooser.chosen.connect(self._choose)
        self.chooser_row = QWidget()
        self.chooser_row.setLayout(row(self.chooser_name, self.chooser, None))
        self._holder = holder()
        self.begin = BeginCard()
        self.begin.begun.connect(self.new_persona)
        self.evidence, self.worries = EvidenceCard(), WorriesCard()
        self.worries.statement_wanted.connect(self._to_statement)
        self.worries.statements_wanted.connect(self._to_statements)
        self.worries.segment_wanted.connect(self._to_segment)
        self.content = TwoColumns((self.chooser_row, self._holder, self.begin), (self.evidence, self.worries), SIDE, ROOM)
        self.empty = PersonasEmpty(self._begin)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.strip)
        outer.addWidget(self.content, 1)
        outer.addWidget(self.empty, 1)

    def retranslate(self) -> None:
        for part in (self.evidence, self.worries, self.begin, self.empty):
            part.retranslate()
        self.chooser_name.setText(tr("Segment"))
        self.chooser.setAccessibleName(tr("Segment"))
        self._shape = None

    # ---- drawing

    @property
    def shown(self) -> SegmentPersonas | None:
        """The segment that is shown."""
        return next((one for one in self.segments if one.id == self.segment), None)

    def subtitle(self) -> str:
        every = [persona for one in self.segments for persona in one.personas]
        if not every:
            return ""
        count = ntr("{n} persona", "{n} personas", len(every))
        share = personas.share_words(every)
        return tr("{personas}; {share}", personas=count, share=share) if share else count

    def top_buttons(self) -> list[QAction]:
        return [self._new] if any(one.personas for one in self.segments) else []

    def refresh(self, changed: set[str]) -> None:
        with self.context.workspace.read() as session:
            self.segments = personas.by_segment(session)
            said = {one.id: one.statements for one in statements.by_segment(session)}
            thread = links(session, boards=True)
            self._settle_segment()
            shown = self.shown
            bare = shown is not None and not shown.personas
            suggested = persona_prefill.suggested(persona_facts.facts(session, shown.id)) if shown is not None and bare else {}
        writes = not self.context.workspace.read_only
        there = any(one.personas for one in self.segments)
        self.strip.set_knots(with_own(thread, "segments", self.title_text(), self.name))
        self.content.setVisible(there)
        self.empty.setVisible(not there)
        self.empty.show_segment(short(shown.name) if shown is not None else "", writes)
        self._new.setEnabled(writes and bool(self.segments))
        self._brief.setEnabled(bool(shown and shown.personas))
        self._paste.setEnabled(writes and bool(shown and shown.personas))
        if shown is None or not there:
            return
        self.chooser.set_options([(one.id, self._called(one)) for one in self.segments], shown.id)
        self.begin.setVisible(bare)
        self.begin.show_segment(shown.name, suggested, writes)
        self._draw(shown, writes)
        self.evidence.show_personas(shown.name, shown.personas)
        self.worries.show_personas(shown.id, shown.personas, said.get(shown.id, ()))

    def take_first_focus(self) -> None:
        """The first persona's first empty attribute, or the button that begins one."""
        if self.cards:
            next(iter(self.cards.values())).take_focus()
        elif self.content.isVisible():
            self.begin.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle_segment(self) -> None:
        """The segment shown before; else the first primary one with a persona, the first with one, the first primary one, the first."""
        if self.shown is None:
            wanted = sorted(self.segments, key=lambda one: (not one.personas, one.decision != "primary"))
            self.segment = wanted[0].id if wanted else None

    def _called(self, one: SegmentPersonas) -> str:
        name = " ".join(one.name.split())
        return tr("{segment} ({decision})", segment=name, decision=tr(DECISIONS[one.decision])) if one.decision in DECISIONS else name

    def _draw(self, shown: SegmentPersonas, writes: bool) -> None:
        """Make the cards anew where there are others; else only set what they say. The keyboard stays where it was."""
        shape = (writes, shown.id, tuple(one.id for one in shown.personas))
        if shape != self._shape:
            self._shape = shape
            spot = self._spot()
            fresh = holder()
            self.cards = {}
            for one in shown.personas:
                card = self.cards[one.id] = PersonaCard(one, writes)
                card.written.connect(self._write)
                card.origin_chosen.connect(self._set_origin)
                card.renamed.connect(self._rename)
                card.removed.connect(self._remove)
                card.filled.connect(self._fill)
                card.copied.connect(self._copy)
                card.pasted.connect(self._ask_for_answer)
                fresh.layout().addWidget(card)
            self.content.left.body.replaceWidget(self._holder, fresh)
            self._holder.hide()
            self._holder.deleteLater()
            self._holder = fresh
            fresh.setVisible(bool(self.cards))
            if spot is not None and spot[0] in self.cards:
                self.cards[spot[0]].rows[spot[1]].text.setFocus(Qt.FocusReason.OtherFocusReason)
        for one in shown.personas:
            self.cards[one.id].show_persona(one)
        self._to_added()

    def _to_added(self) -> None:
        """A persona just added has the keyboard as soon as it is drawn."""
        if self._added in self.cards:
            card = self.cards[self._added]
            self._added = None
            self.content.left.ensureWidgetVisible(card)
            card.take_focus()

    def _spot(self) -> tuple[int, str] | None:
        """The attribute that has the keyboard."""
        focus = QApplication.focusWidget()
        for card in self.cards.values():
            for key, line in card.rows.items():
                if focus is not None and line.isAncestorOf(focus):
                    return card.persona, key
        return None

    def _view(self, persona: int) -> PersonaView | None:
        return next((one for segment in self.segments for one in segment.personas if one.id == persona), None)

    def _name_of(self, persona: int) -> str:
        view = self._view(persona)
        return short(view.name) if view is not None else ""

    def _current(self) -> int | None:
        """The persona that has the keyboard, else the first one shown."""
        spot = self._spot()
        return spot[0] if spot is not None else next(iter(self.cards), None)

    # ---- changing

    @Slot()
    def new_persona(self) -> None:
        """Add a persona to the segment shown, filled from our data, and give it the keyboard."""
        shown = self.shown
        if shown is None:
            return
        self._added = self.change(tr("Add a persona for {segment}", segment=short(shown.name)), persona_prefill.begin, shown.id)
        self._to_added()

    @Slot(int, str, str)
    def _write(self, persona: int, key: str, text: str) -> None:
        label = tr("{attribute} of “{name}”", attribute=tr(KEYS[key]), name=self._name_of(persona))
        if self.change(label, personas.set_attribute, persona, key, text) is None and persona in self.cards:
            self.cards[persona].rows[key].text.keep(text)

    @Slot(int, str, str)
    def _set_origin(self, persona: int, key: str, origin: str) -> None:
        view = self._view(persona)
        if view is None:
            return
        label = tr("Origin of {attribute} of “{name}”", attribute=tr(KEYS[key]), name=short(view.name))
        if origin != "data":
            self.change(label, personas.set_attribute, persona, key, view.attribute(key).text, origin)
        elif self.change(label, persona_prefill.take_again, persona, key) is not None and self._origin(persona, key) != "data":
            self.banner.show_message(tr("Our data says nothing of this."), "warn", tr("What is written stays as it is."))

    def _origin(self, persona: int, key: str) -> str:
        with self.context.workspace.read() as session:
            return personas.persona(session, persona).attribute(key).origin

    @Slot(int, str)
    def _rename(self, persona: int, name: str) -> None:
        self.change(tr("Rename “{name}”", name=self._name_of(persona)), personas.rename, persona, name)

    @Slot(int)
    def _remove(self, persona: int) -> None:
        if self.change(tr("Remove “{title}”", title=self._name_of(persona)), personas.remove, persona) is not None:
            self.context.offer_undo(tr("Persona removed"))

    @Slot(int)
    def _fill(self, persona: int) -> None:
        label = tr("Fill “{name}” from our data", name=self._name_of(persona))
        done = self.change(label, persona_prefill.prefill, persona)
        if done is not None:
            self.banner.show_message(persona_prefill.prefilled_words(done), "good" if done.written else "plain")

    # ---- briefs and answers

    @Slot()
    def copy_brief(self) -> None:
        """The brief of the persona that has the keyboard goes to the clipboard."""
        current = self._current()
        if current is not None:
            self._copy(current)

    @Slot(int)
    def _copy(self, persona: int) -> None:
        self.run("brief", read_brief, self.context.workspace, persona, on_done=self._copied, label=tr("Writing the brief"))

    @Slot(object)
    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.banner.show_message(
            tr("The brief is on the clipboard."),
            "good",
            tr("Paste it where you like: it holds figures, but no name of a customer or contact. Then paste the answer here."),
        )

    @Slot()
    def paste_answer(self) -> None:
        """Ask for the answer for the persona that has the keyboard."""
        current = self._current()
        if current is not None:
            self._ask_for_answer(current)

    @Slot(int)
    def _ask_for_answer(self, persona: int) -> None:
        self.banner.clear()
        self.context.navigate("persona_answer", persona=persona)

    # ---- going

    def arrive(self, segment: int | None = None, persona: int | None = None, **where: Any) -> None:
        """`segment` shows its personas; `persona` gives one the keyboard."""
        view = self._view(persona) if persona is not None else None
        wanted = view.segment if view is not None else segment
        if any(one.id == wanted for one in self.segments):
            self._choose(wanted)
        if view is not None and view.id in self.cards:
            self.cards[view.id].take_focus()
        elif segment is not None:
            self.take_first_focus()

    @Slot(object)
    def _choose(self, segment: int) -> None:
        self._leave_text()
        self.banner.clear()
        self.segment = segment
        self.draw({"persona"})

    def _leave_text(self) -> None:
        """Take over what is being typed before another segment is shown."""
        spot = self._spot()
        if spot is not None:
            self.cards[spot[0]].rows[spot[1]].text.leave()

    @Slot()
    def _begin(self) -> None:
        if self.shown is None:
            self.context.navigate("segments")
        else:
            self.new_persona()

    @Slot(object)
    def _to_pane(self, pane: str) -> None:
        if pane != self.name:
            self.context.navigate(pane)

    @Slot(int)
    def _to_statement(self, statement: int) -> None:
        self.context.navigate("value", statement=statement)

    @Slot(int)
    def _to_statements(self, segment: int) -> None:
        self.context.navigate("value", segment=segment)

    @Slot(int)
    def _to_segment(self, segment: int) -> None:
        self.context.navigate("segments", segment=segment)


def read_brief(report: Callable[..., None], workspace: Workspace, persona: int) -> str:
    """The brief of a persona, for a job: a large file holds many names to keep out of it."""
    with workspace.read() as session:
        text = persona_brief.brief(session, persona)
    report(1.0)
    return text
