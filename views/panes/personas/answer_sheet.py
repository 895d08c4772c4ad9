"""The sheet into which an assistant's answer is pasted; it tells beforehand what would be filled and what stays."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from views.widgets import Banner, Label, Sheet, TextArea
from workbench.errors import WorkbenchError
from workbench.strings import ntr, tr
from workbench.value import persona_answer, personas

if TYPE_CHECKING:
    from views.context import Context


class AnswerSheet(Sheet):
    """For the persona with the id `persona`, or the first one there is; begins with the clipboard where that holds an answer."""

    def __init__(self, context: "Context", host: QWidget, persona: int | None = None) -> None:
        with context.workspace.read() as session:
            known = [one for segment in personas.by_segment(session) for one in segment.personas]
        self._persona = next((one for one in known if one.id == persona), known[0] if known else None)
        super().__init__(
            host,
            tr("Paste an answer"),
            tr("What it says is marked as AI draft. Our data and what you know from the field stay as they are."),
            primary=tr("Take it over"),
            width=620,
        )
        self.context = context
        self.banner, self.said = Banner(), Label(role="muted", wrap=True)
        self.text = TextArea(placeholder=tr("Paste the assistant’s answer here"), lines=12)
        for part in (self.banner, self.text, self.said):
            self.body.addWidget(part)
        clipboard = QGuiApplication.clipboard().text()
        if self._answer(clipboard):
            self.text.set_value(clipboard)
        self.text.edited.connect(self._tell)
        self.accepted.connect(self._take)
        self.primary.setEnabled(self._persona is not None and not context.workspace.read_only)
        self._tell()

    def _answer(self, text: str) -> dict[str, str]:
        try:
            return persona_answer.read(text)
        except WorkbenchError:
            return {}

    @Slot()
    def _tell(self) -> None:
        """Say what would be filled."""
        answer = self._answer(self.text.value())
        self.banner.clear()
        if answer and self._persona is not None:
            self.said.setText(persona_answer.taken_words(persona_answer.sort_out(self._persona, answer)))
        else:
            self.said.setText(tr("Lines such as “Role: …”, a list, a table or JSON; English or Japanese."))

    @Slot()
    def _take(self) -> None:
        persona = self._persona
        if persona is None:
            return
        try:
            with self.context.workspace.edit(tr("Paste an answer for “{name}”", name=persona.name), origin="personas") as session:
                taken = persona_answer.take(session, persona.id, self.text.value())
        except WorkbenchError as error:
            self.banner.show_error(error)
            return
        if not taken.filled:
            self.banner.show_message(persona_answer.taken_words(taken), "warn")
            return
        self.done()
        filled = ntr("{n} attribute filled as AI draft", "{n} attributes filled as AI draft", len(taken.filled))
        kept = ntr("{n} of yours kept", "{n} of yours kept", len(taken.kept))
        self.context.offer_undo(tr("{filled}, {kept}", filled=filled, kept=kept) if taken.kept else filled)
