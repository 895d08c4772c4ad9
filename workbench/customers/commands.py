"""What is done to customers by hand: add, archive, delete, and the bulk changes. Each is called inside one edit."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from models import Customer, CustomerTag
from workbench import clock
from workbench.customers import tiering
from workbench.customers.details import FIELDS, checked, refresh_search
from workbench.customers.folding import fold_name
from workbench.customers.only_rep import only_rep
from workbench.customers.placing import place_from_address, place_from_text
from workbench.errors import BadInput
from workbench.strings import tr

PIECE = 500
MOST_TAG = 60


@dataclass(frozen=True, slots=True)
class Namesake:
    """A customer that has the same name but for legal form, case and blanks."""

    id: int
    name: str
    place: str


def add_customer(session: Session, fields: Mapping[str, str], rep_id: int | None = None, coordinates: str = "") -> int:
    """Add a customer from its text fields and place it: by the coordinates, else by its address. Returns its id.

    Without a rep it goes to the company's only one.

    Raises BadInput without a name, for a number that another has, or for coordinates that cannot be read.
    """
    values = {name: checked(session, name, text) for name, text in fields.items() if name in FIELDS}
    values["name"] = checked(session, "name", fields.get("name", ""))
    if rep_id is None and (only := only_rep(session)) is not None:
        rep_id = only.id
    customer = Customer(**values, folded="", search="", rep_id=rep_id, first_seen=clock.today())
    for name in FIELDS:
        if getattr(customer, name) is None:
            setattr(customer, name, "")
    refresh_search(customer)
    session.add(customer)
    session.flush()
    if coordinates.strip():
        place_from_text(session, customer.id, coordinates)
    else:
        place_from_address(session, customer.id, quiet=True)
    return customer.id


def namesakes(session: Session, name: str, limit: int = 3) -> tuple[Namesake, ...]:
    """Customers that have this name already, to be shown before a double is made."""
    folded = fold_name(name.strip())
    if not folded:
        return ()
    rows = session.query(Customer).filter(Customer.folded == folded).order_by(Customer.id).limit(limit)
    return tuple(Namesake(row.id, row.name, row.city or row.prefecture) for row in rows)


def archive(session: Session, ids: Collection[int]) -> int:
    """Put customers away: they leave lists, tiers and plans; their history stays. Their planned visits go. Returns how many visits went."""
    today, gone = clock.today().isoformat(), 0
    for some, marks in _pieces(ids):
        session.connection().exec_driver_sql(f"UPDATE customer SET archived = 1 WHERE archived = 0 AND id IN ({marks})", some)
        gone += (
            session.connection()
            .exec_driver_sql(f"DELETE FROM visit WHERE status = 'planned' AND day >= ? AND customer_id IN ({marks})", (today, *some))
            .rowcount
        )
    return gone


def restore(session: Session, ids: Collection[int]) -> None:
    """Take customers out of the archive."""
    for some, marks in _pieces(ids):
        session.connection().exec_driver_sql(f"UPDATE customer SET archived = 0 WHERE archived = 1 AND id IN ({marks})", some)


def delete(session: Session, ids: Collection[int]) -> None:
    """Delete customers with their orders, visits, deals, hours and tags."""
    for some, marks in _pieces(ids):
        session.connection().exec_driver_sql(f"DELETE FROM customer WHERE id IN ({marks})", some)


def hand_over(session: Session, ids: Collection[int], rep_id: int | None) -> None:
    """Give customers to a rep, or to nobody; a later import does not give them back."""
    for some, marks in _pieces(ids):
        session.connection().exec_driver_sql(
            "UPDATE customer SET rep_id = ?, hand_edited = CASE WHEN instr(' ' || hand_edited || ' ', ' rep ') > 0 THEN hand_edited "
            f"ELSE trim(hand_edited || ' rep') END WHERE rep_id IS NOT ? AND id IN ({marks})",
            (rep_id, rep_id, *some),
        )


def add_tag(session: Session, ids: Collection[int], tag: str) -> None:
    """Put a tag on customers. Raises BadInput for an empty or overlong one."""
    word = checked_tag(tag)
    session.connection().exec_driver_sql("INSERT OR IGNORE INTO customer_tag (customer_id, tag) VALUES (?, ?)", [(i, word) for i in ids])


def remove_tag(session: Session, ids: Collection[int], tag: str) -> None:
    """Take a tag off customers."""
    for some, marks in _pieces(ids):
        session.connection().exec_driver_sql(f"DELETE FROM customer_tag WHERE tag = ? AND customer_id IN ({marks})", (tag, *some))


def set_tags(session: Session, customer_id: int, text: str) -> None:
    """Keep exactly the tags written in `text`, parted by commas."""
    wanted = {checked_tag(part) for part in text.replace("、", ",").replace("，", ",").split(",") if part.strip()}
    for row in session.query(CustomerTag).filter(CustomerTag.customer_id == customer_id):
        if row.tag in wanted:
            wanted.remove(row.tag)
        else:
            session.delete(row)
    session.add_all(CustomerTag(customer_id=customer_id, tag=tag) for tag in sorted(wanted))


def checked_tag(text: str) -> str:
    """A tag as it may be kept: one line without commas. Raises BadInput."""
    tag = " ".join(text.replace(",", " ").replace("\0", "").split())
    if not tag:
        raise BadInput(tr("A tag needs a word."), "", tr("Type a short word, for example “trial batch”."))
    if len(tag) > MOST_TAG:
        raise BadInput(tr("This is too long."), "", tr("At most {n} characters.", n=MOST_TAG))
    return tag


def tags_on(session: Session, ids: Collection[int]) -> dict[str, int]:
    """The tags on these customers, and on how many of them each."""
    found: dict[str, int] = {}
    for some, marks in _pieces(ids):
        rows = session.connection().exec_driver_sql(
            f"SELECT tag, count(*) FROM customer_tag WHERE customer_id IN ({marks}) GROUP BY tag ORDER BY tag", some
        )
        for tag, count in rows:
            found[tag] = found.get(tag, 0) + count
    return found


def set_tier(session: Session, ids: Collection[int], tier: str, reason: str) -> None:
    """Hold customers at a tier by hand, with the reason. Raises BadInput."""
    for customer_id in ids:
        tiering.override(session, customer_id, tier, reason)


def clear_tier(session: Session, ids: Collection[int]) -> None:
    """Let the figures decide the tier again."""
    for customer_id in ids:
        tiering.clear_override(session, customer_id)


def _pieces(ids: Collection[int]) -> Iterator[tuple[tuple[int, ...], str]]:
    """The ids in handy pieces, each with its question marks."""
    every = tuple(ids)
    for start in range(0, len(every), PIECE):
        some = every[start : start + PIECE]
        yield some, ", ".join("?" * len(some))
