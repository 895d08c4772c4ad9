"""The details of a customer that are edited by hand: one field at a time, kept from later imports, and the search text in step."""

import re

from sqlalchemy.orm import Session

from models import Customer, Rep
from workbench.customers.folding import fold_name, search_text
from workbench.customers.placing import AUTOMATIC, place_from_address
from workbench.errors import BadInput
from workbench.output.plain_text import without_controls
from workbench.strings import marked, tr

FIELDS = {
    "name": marked("Name"),
    "name_local": marked("Local name"),
    "number": marked("Number"),
    "industry": marked("Industry"),
    "contact": marked("Contact"),
    "phone": marked("Phone"),
    "email": marked("Email"),
    "postal_code": marked("Postal code"),
    "prefecture": marked("Prefecture"),
    "city": marked("City"),
    "address": marked("Address"),
    "country": marked("Country"),
    "topics": marked("Topics"),
    "note": marked("Note"),
}
"""The text fields in the order of the sheet, and what they are called."""

LONG = frozenset({"note", "topics"})
ADDRESS = frozenset({"postal_code", "prefecture", "city", "address", "country"})
SEARCHED = ("number", "name", "name_local", "prefecture", "city", "address", "contact", "phone", "note")
MOST, MOST_LONG = 200, 4_000
EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


class FieldProblem(BadInput):
    """A text that cannot be kept in `field`."""

    def __init__(self, field: str, what: str, where: str, remedy: str) -> None:
        super().__init__(what, where, remedy)
        self.field = field


def checked(session: Session, field: str, text: str, customer_id: int = 0) -> str:
    """`text` as it may be kept in `field`: in one line (but for note and topics), trimmed. Raises FieldProblem with what to type instead."""
    label = tr(FIELDS[field])
    if "\0" in text:
        raise FieldProblem(field, tr("This text holds a NUL character, which cannot be kept."), label, tr("Type it again without it."))
    kept = without_controls(text)
    kept = kept.strip() if field in LONG else " ".join(kept.split())
    most = MOST_LONG if field in LONG else MOST
    if len(kept) > most:
        raise FieldProblem(field, tr("This is too long."), label, tr("At most {n} characters.", n=most))
    if field == "name" and not kept:
        raise FieldProblem(field, tr("A customer needs a name."), "", tr("Type the name of the company or person."))
    if field == "email" and kept and not EMAIL.fullmatch(kept):
        raise FieldProblem(field, tr("This is not an email address."), kept[:60], tr("Type it like name@company.com."))
    if field == "number" and kept:
        other = session.query(Customer).filter(Customer.number == kept, Customer.id != customer_id).first()
        if other is not None:
            raise FieldProblem(
                field, tr("{number} is the number of {name} already.", number=kept, name=other.name), "", tr("Choose another number.")
            )
    return kept


def set_field(session: Session, customer_id: int, field: str, text: str) -> None:
    """Change one text field by hand. A changed address places the customer anew unless it was placed by hand or by its list.

    Raises BadInput when the text cannot be used.
    """
    customer = session.get_one(Customer, customer_id)
    kept = checked(session, field, text, customer_id)
    if getattr(customer, field) == kept:
        return
    setattr(customer, field, kept)
    mark_edited(customer, field)
    refresh_search(customer)
    if field in ADDRESS and customer.place_source in AUTOMATIC and "place" not in customer.hand_edited.split():
        place_from_address(session, customer_id, quiet=True)


def set_rep(session: Session, customer_id: int, rep_id: int | None) -> None:
    """Give the customer to a rep, or to nobody."""
    customer = session.get_one(Customer, customer_id)
    if rep_id is not None:
        session.get_one(Rep, rep_id)
    if customer.rep_id != rep_id:
        customer.rep_id = rep_id
        mark_edited(customer, "rep")


def mark_edited(customer: Customer, field: str) -> None:
    """Remember that a field was edited by hand, so that an import leaves it alone."""
    names = customer.hand_edited.split()
    if field not in names:
        customer.hand_edited = " ".join((*names, field))


def refresh_search(customer: Customer) -> None:
    """Bring the folded name and the search text up to the fields."""
    customer.folded = fold_name(customer.name)
    customer.search = search_text(*(getattr(customer, name) for name in SEARCHED))
