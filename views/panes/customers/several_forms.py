"""The two forms for one or several customers: hold them at a tier with a reason, put a tag on or take it off."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from models import Customer
from views.widgets import Banner, Field, FlowLayout, Form, Label, Sheet, ToggleChip
from workbench.customers import commands, tiering
from workbench.errors import WorkbenchError
from workbench.strings import marked, ntr, tr

if TYPE_CHECKING:
    from views.context import Context

TIER_FIELDS = (
    Field("tier", marked("Tier"), "segmented", options=(("A", "A"), ("B", "B"), ("C", "C"), ("N", marked("Prospect")))),
    Field("reason", marked("Reason"), required=True, placeholder=marked("for example: asked to be seen in person")),
)
TAG_FIELDS = (
    Field("way", marked("What to do"), "segmented", options=(("add", marked("Put it on")), ("remove", marked("Take it off")))),
    Field("tag", marked("Tag"), required=True, placeholder=marked("for example: trial batch")),
)


class _SeveralForm(Sheet):
    """A sheet over some customers; without any, the first of the file."""

    def __init__(
        self, context: "Context", host: QWidget, title: str, primary: str, fields: tuple[Field, ...], customers: Sequence[int]
    ) -> None:
        super().__init__(host, title, " ", primary=primary, width=480)
        self.context = context
        with context.workspace.read() as session:
            if not customers:
                first = session.query(Customer.id).order_by(Customer.id).first()
                customers = (first[0],) if first else ()
            one = session.get(Customer, customers[0]) if len(customers) == 1 else None
            self.tags = commands.tags_on(session, customers) if customers else {}
        self.customers = tuple(customers)
        self.who = one.name if one else ntr("{n} customer", "{n} customers", len(customers))
        self.subtitle.setText(self.who)
        self.banner, self.form = Banner(), Form(fields)
        self.form.problems_changed.connect(self._count)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.form)
        self.accepted.connect(self._save)

    @Slot(int)
    def _count(self, _problems: int) -> None:
        self.set_note(self.form.problems_text())

    @Slot()
    def _save(self) -> None:
        if not self.form.check():
            return
        try:
            self.write()
        except WorkbenchError as error:
            self.banner.show_error(error)
            return
        self.done()

    def write(self) -> None:
        """Make the change."""


class TierForm(_SeveralForm):
    """Hold customers at a tier by hand."""

    def __init__(self, context: "Context", host: QWidget, customers: Sequence[int] = ()) -> None:
        super().__init__(context, host, tr("Hold at a tier"), tr("Hold"), TIER_FIELDS, customers)
        self.form.set_help("reason", tr("It is shown wherever the tier is, and holds until you let the figures decide."))
        self.form.set_values({"tier": "A"})

    def write(self) -> None:
        tier, reason = self.form.value("tier"), self.form.value("reason")
        assert tier in tiering.TIERS
        with self.context.workspace.edit(tr("Hold {who} at {tier}", who=self.who, tier=tier), origin="customers") as session:
            commands.set_tier(session, self.customers, tier, reason)


class TagForm(_SeveralForm):
    """Put a tag on customers, or take one off."""

    def __init__(self, context: "Context", host: QWidget, customers: Sequence[int] = ()) -> None:
        super().__init__(context, host, tr("Tag"), tr("Apply"), TAG_FIELDS, customers)
        self.form.set_values({"way": "add"})
        if self.tags:
            self.body.addWidget(Label(tr("On them already"), "caption"))
            holder = QWidget()
            flow = FlowLayout(holder)
            for tag in list(self.tags)[:12]:
                chip = ToggleChip(tag)
                chip.setCheckable(False)
                chip.clicked.connect(self._take_word)
                flow.addWidget(chip)
            self.body.addWidget(holder)

    @Slot()
    def _take_word(self) -> None:
        chip = self.sender()
        if isinstance(chip, ToggleChip):
            self.form.set_values({"tag": chip.text().replace("&&", "&"), "way": "remove"})

    def write(self) -> None:
        tag, add = self.form.value("tag"), self.form.value("way") == "add"
        words = tr("Tag {who} “{tag}”", who=self.who, tag=tag) if add else tr("Take “{tag}” off {who}", who=self.who, tag=tag)
        with self.context.workspace.edit(words, origin="customers") as session:
            (commands.add_tag if add else commands.remove_tag)(session, self.customers, tag)
