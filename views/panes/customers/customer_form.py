"""The form of a new customer: a name is enough, an address places it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from models import Rep
from views.widgets import Banner, Field, Form, Sheet
from workbench.customers import commands
from workbench.customers.details import FieldProblem
from workbench.customers.places import parse_coordinates
from workbench.errors import BadInput, WorkbenchError
from workbench.strings import marked, tr

if TYPE_CHECKING:
    from views.context import Context

FIELDS = (
    Field("name", marked("Name"), required=True),
    Field("name_local", marked("Local name"), span=1),
    Field("industry", marked("Industry"), span=1),
    Field("address", marked("Address")),
    Field("city", marked("City"), span=1),
    Field("prefecture", marked("Prefecture"), span=1),
    Field("postal_code", marked("Postal code"), span=1),
    Field("coordinates", marked("Coordinates or map link"), help=marked("Only where the address is not enough."), span=1),
    Field("contact", marked("Contact"), span=1),
    Field("phone", marked("Phone"), span=1),
    Field("email", marked("Email"), span=1),
    Field("rep", marked("Rep"), "choice", span=1),
)


class CustomerForm(Sheet):
    """Adds one customer as one step and shows it in the list. A name that is there already is said before a double is made."""

    def __init__(self, context: "Context", host: QWidget) -> None:
        super().__init__(
            host, tr("New customer"), tr("A name is enough; with an address it can be visited."), primary=tr("Add customer"), width=620
        )
        self.context = context
        self.banner = Banner()
        self.form = Form(FIELDS, columns=2)
        with context.workspace.read() as session:
            reps = session.query(Rep).filter(Rep.active).order_by(Rep.position, Rep.id).all()
            nobody = [(0, tr("No rep"))] if len(reps) != 1 else []
            self.form.set_options("rep", [*((rep.id, rep.name) for rep in reps), *nobody])
        self.body.addWidget(self.banner)
        self.body.addWidget(self.form)
        self.form.edited.connect(self._edited)
        self.form.problems_changed.connect(self._count)
        self.accepted.connect(self._add)

    @Slot(str, object)
    def _edited(self, name: str, value: Any) -> None:
        if name != "name":
            return
        with self.context.workspace.read() as session:
            twins = commands.namesakes(session, value)
        self.form.set_help("name", "")
        if twins:
            words = tr("{name}, {place}", name=twins[0].name, place=twins[0].place) if twins[0].place else twins[0].name
            self.form.set_help("name", tr("There is a customer of this name already: {customer}.", customer=words))

    @Slot(int)
    def _count(self, _problems: int) -> None:
        self.set_note(self.form.problems_text())

    @Slot()
    def _add(self) -> None:
        if not self.form.check():
            return
        values = {name: value or "" for name, value in self.form.values().items()}
        rep, coordinates = values.pop("rep") or None, values.pop("coordinates")
        try:
            if coordinates.strip():
                parse_coordinates(coordinates)
        except BadInput as error:
            self.form.set_error("coordinates", error.what, error.remedy)
            self.form.focus("coordinates")
            return
        made = 0
        try:
            with self.context.workspace.edit(tr("Add {name}", name=values["name"].strip()), origin="customers") as session:
                made = commands.add_customer(session, values, rep, coordinates)
        except FieldProblem as error:
            self.form.set_error(error.field, error.what, error.remedy)
            self.form.focus(error.field)
            return
        except WorkbenchError as error:
            self.banner.show_error(error)
            return
        self.done()
        self.context.navigate("customers", customer=made)
