"""The sheet of one assumption."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from views.widgets import Banner, Button, Field, Form, Sheet
from workbench.actions import assumptions
from workbench.errors import WorkbenchError
from workbench.strings import marked, tr

if TYPE_CHECKING:
    from views.context import Context

FIELDS = (
    Field("subject", marked("About"), "segmented", options=tuple(assumptions.SUBJECTS.items())),
    Field("text", marked("What the plan takes for granted"), required=True, placeholder=marked("for example: prices stay within 10 %")),
    Field("evidence", marked("What it rests on"), placeholder=marked("a source or a figure")),
)


class AssumptionSheet(Sheet):
    """A new one about `subject`, or the one with the id `assumption`."""

    def __init__(self, context: "Context", host: QWidget, assumption: int | None = None, subject: str = "market") -> None:
        with context.workspace.read() as session:
            known = next((one for one in assumptions.assumptions(session) if one.id == assumption), None)
        super().__init__(
            host,
            tr("Assumption"),
            tr("Where it does not hold any more, the plan has to change."),
            primary=tr("Save") if known else tr("Add the assumption"),
            width=520,
        )
        self.context, self._known = context, known
        self.banner, self.form = Banner(), Form(FIELDS)
        self.form.set_values(
            {"subject": known.subject, "text": known.text, "evidence": known.evidence}
            if known
            else {"subject": subject, "text": "", "evidence": ""}
        )
        for part in (self.banner, self.form):
            self.body.addWidget(part)
        if known is not None and not context.workspace.read_only:
            self.remove = Button(tr("Remove"), tall=True)
            self.remove.clicked.connect(self._remove)
            self.footer.insertWidget(0, self.remove)
        self.primary.setEnabled(not context.workspace.read_only)
        self.form.problems_changed.connect(self._count_problems)
        self.accepted.connect(self._save)

    @Slot(int)
    def _count_problems(self, _problems: int) -> None:
        self.set_note(self.form.problems_text())

    @Slot()
    def _save(self) -> None:
        if not self.form.check():
            return
        subject, text, evidence = (self.form.value(name) for name in ("subject", "text", "evidence"))
        try:
            with self.context.workspace.edit(tr("Assumption “{text}”", text=text), origin="actions") as session:
                if self._known is None:
                    assumptions.add(session, subject, text, evidence or "")
                else:
                    assumptions.change(session, self._known.id, subject, text, evidence or "")
        except WorkbenchError as error:
            self.banner.show_error(error)
            return
        self.done()

    @Slot()
    def _remove(self) -> None:
        known = self._known
        if known is not None:
            with self.context.workspace.edit(tr("Remove “{title}”", title=known.text), origin="actions") as session:
                assumptions.remove(session, known.id)
            self.done()
