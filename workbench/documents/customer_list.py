"""The list of customers as it goes out: one row a customer, with tier, revenue, and last and next visit."""

from datetime import date
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Customer, CustomerTag, CustomerTier, OrderLine, Rep, Visit
from models.base import MONEY_SCALE
from workbench.importing.customers.terms import NOTHING, existing_terms
from workbench.importing.values.frequency import often_cell
from workbench.importing.values.opening import hours_cell
from workbench.output.cells import Cell, Column, Table
from workbench.strings import tr


def customer_table(session: Session, day: date) -> Table:
    """All customers, archived ones included, best tier and most revenue first. Days are seen from `day`; money is in the currency unit."""
    seen = dict(_pairs(session, select(Visit.customer_id, func.max(Visit.day)).where(Visit.status == "done", Visit.day <= day)))
    ahead = dict(_pairs(session, select(Visit.customer_id, func.min(Visit.day)).where(Visit.status == "planned", Visit.day >= day)))
    ordered = dict(_pairs(session, select(OrderLine.customer_id, func.max(OrderLine.day)), OrderLine.customer_id))
    tags: dict[int, list[str]] = {}
    for customer_id, tag in session.execute(select(CustomerTag.customer_id, CustomerTag.tag).order_by(CustomerTag.tag)):
        tags.setdefault(customer_id, []).append(tag)
    rows: list[tuple[Cell, ...]] = []
    every = session.execute(_customers()).all()
    terms = existing_terms(session, [found[0] for found in every])
    for found in every:
        visited = terms.get(found[0], NOTHING)
        key, revenue, archived = found[0], found[18], found[19]
        rows.append(
            (
                *found[1:18],
                Decimal(revenue) / MONEY_SCALE if revenue is not None else None,
                _day(ordered.get(key)),
                _day(seen.get(key)),
                _day(ahead.get(key)),
                ", ".join(tags.get(key, ())),
                hours_cell(visited.hours or {}),
                often_cell(*visited.often) if visited.often else "",
                visited.minutes,
                tr("yes") if archived else "",
            )
        )
    return Table(tr("Customers"), _columns(), rows)


def _customers():  # type: ignore[no-untyped-def]
    tier = func.coalesce(CustomerTier.tier, "N")
    return (
        select(
            Customer.id, Customer.number, Customer.name, Customer.name_local, Customer.industry, Customer.postal_code, Customer.prefecture,
            Customer.city, Customer.address, Customer.country, Customer.lat, Customer.lng, Customer.contact, Customer.phone, Customer.email,
            Rep.name, Customer.note, tier, CustomerTier.revenue, Customer.archived,
        )
        .outerjoin(CustomerTier, CustomerTier.customer_id == Customer.id)
        .outerjoin(Rep, Rep.id == Customer.rep_id)
        .order_by(Customer.archived, tier, func.coalesce(CustomerTier.revenue, 0).desc(), Customer.name, Customer.id)
    )  # fmt: skip


def _pairs(session: Session, query, group=Visit.customer_id):  # type: ignore[no-untyped-def]
    return ((key, day) for key, day in session.execute(query.group_by(group)))


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Number"), 10),
        Column(tr("Name"), 30),
        Column(tr("Local name"), 24),
        Column(tr("Industry"), 16),
        Column(tr("Postal code"), 11),
        Column(tr("Prefecture"), 12),
        Column(tr("City"), 16),
        Column(tr("Address"), 32),
        Column(tr("Country"), 8),
        Column(tr("Latitude"), 10),
        Column(tr("Longitude"), 10),
        Column(tr("Contact"), 18),
        Column(tr("Phone"), 16),
        Column(tr("Email"), 24),
        Column(tr("Rep"), 14),
        Column(tr("Note"), 30),
        Column(tr("Tier"), 6),
        Column(tr("Revenue"), 14),
        Column(tr("Last order"), 11),
        Column(tr("Last visit"), 11),
        Column(tr("Next visit"), 11),
        Column(tr("Tags"), 18),
        Column(tr("Opening hours"), 30),
        Column(tr("Visit frequency"), 12),
        Column(tr("Visit duration"), 10),
        Column(tr("Archived"), 9),
    )
