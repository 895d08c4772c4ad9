"""The sheet of one action: what, for which strategy or segment, who, by when."""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from views.panes.actions.words import served
from views.widgets import Banner, Button, Field, Form, Sheet
from workbench.actions import actions
from workbench.actions.overview import actions_view
from workbench.errors import WorkbenchError
from workbench.strings import marked, tr

if TYPE_CHECKING:
    from views.context import Context

NOTHING = ("", 0)
FIELDS = (
    Field("title", marked("What is done"), required=True, placeholder=marked("Begin with a verb"), span=2),
    Field("serves", marked("Which strategy or segment it serves"), "choice", span=2),
    Field("kpi", marked("Which KPI it moves"), "choice", span=2),
    Field("rep", marked("Owner"), "choice", span=1),
    Field("due", marked("Due"), "date", help=marked("“fri”, “+2w”, “12/3”, “next tue”"), span=1),
    Field("status", marked("Status"), "segmented", options=tuple(actions.STATUSES.items()), span=2),
    Field("note", marked("Note"), "multiline", span=2, lines=2),
)


class ActionSheet(Sheet):
    """A new action (`strategy`, `segment`, `rep` and `title` may be given), or the one with the id `action`."""

    def __init__(
        self,
        context: "Context",
        host: QWidget,
        action: int | None = None,
        strategy: int | None = None,
        segment: int | None = None,
        rep: int | None = None,
        title: str = "",
    ) -> None:
        with context.workspace.read() as session:
            view = actions_view(session)
        known = view.action(action)
        super().__init__(
            host,
            tr("Change the action") if known else tr("New action"),
            tr("A measure with an owner and a day. What serves nothing is the first to be dropped."),
            primary=tr("Save") if known else tr("Add the action"),
            width=560,
        )
        self.context, self._known = context, known
        self.banner, self.form = Banner(), Form(FIELDS, 2)
        may_serve: list[tuple[Any, str]] = [(NOTHING, tr("nothing yet"))]
        may_serve += [(("strategy", one.id), served(one)) for one in view.strategies]
        may_serve += [(("segment", one.id), tr("Segment {name}", name=one.name)) for one in view.segments]
        self.form.set_options("serves", may_serve)
        self.form.set_options("rep", [(0, tr("nobody yet")), *((one.id, one.name) for one in view.owners)])
        self.form.set_options("kpi", [("", tr("none yet")), *((one.code, one.name) for one in view.kpis)])
        given = ("strategy", strategy) if strategy else ("segment", segment) if segment else NOTHING
        self.form.set_values(
            {
                "title": title,
                "serves": given,
                "kpi": "",
                "rep": rep or (view.owners[0].id if len(view.owners) == 1 else 0),
                "due": None,
                "status": "open",
                "note": "",
            }
            if known is None
            else {
                "title": known.title,
                "serves": ("strategy", known.strategy.id)
                if known.strategy
                else ("segment", known.segment.id)
                if known.segment
                else NOTHING,
                "kpi": known.kpi.code if known.kpi else "",
                "rep": known.owner.id if known.owner else 0,
                "due": known.due,
                "status": known.status,
                "note": known.note,
            }
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
        values = self.form.values()
        kind, number = values.pop("serves")
        rep = values.pop("rep") or None
        due: date | None = values.pop("due")
        fields = {**values, "rep": rep, "due": due, "strategy": number if kind == "strategy" else None}
        fields["segment"] = number if kind == "segment" else None
        label = tr("Action “{title}”", title=values["title"])
        try:
            with self.context.workspace.edit(label, origin="actions") as session:
                if self._known is None:
                    actions.add(session, fields.pop("title"), **fields)
                else:
                    actions.change(session, self._known.id, **fields)
        except WorkbenchError as error:
            self.banner.show_error(error)
            return
        self.done()

    @Slot()
    def _remove(self) -> None:
        known = self._known
        if known is not None:
            with self.context.workspace.edit(tr("Remove “{title}”", title=known.title), origin="actions") as session:
                actions.remove(session, known.id)
            self.done()
