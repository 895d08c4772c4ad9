"""Writes a planned order list: its new customers, then its lines in bulk. Called inside one edit."""

from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from workbench import clock
from workbench.importing.cells import folded_all
from workbench.importing.customers.apply import INSERT, refresh_search, search_texts
from workbench.importing.orders.columns import PLACE, OrderReader
from workbench.importing.orders.plan import FIELDS, NEW, OrderPlan
from workbench.importing.reps import Reps
from workbench.workspace.bulk import bulk

INSERT_LINE = f"INSERT INTO order_line (line_key, {FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
UPDATE_LINE = (
    "UPDATE order_line SET customer_id = ?, order_number = coalesce(nullif(?, ''), order_number), day = ?, amount = ?, profit = coalesce(?, profit), "
    "quantity = coalesce(?, quantity), product = coalesce(nullif(?, ''), product) WHERE id = ?"
)


def apply_orders(session: Session, plan: OrderPlan) -> None:
    """Write what the plan says. The list is read again, a piece at a time."""
    db = session.connection()
    ids = _customers(session, plan)
    reader = OrderReader(plan.understood, clock.today().isoformat(), plan.single_orders)
    at = 0
    with bulk(db, "order_line", plan.added):
        for piece in plan.replay.again():
            columns = reader.read(piece)
            end = at + len(columns.lines)
            actions, owners = plan.actions[at:end], [ids[owner] for owner in plan.owners[at:end]]
            at = end
            new: list[tuple[Any, ...]] = []
            changed: list[tuple[Any, ...]] = []
            rows = zip(
                columns.keys,
                owners,
                columns.order_number,
                columns.days,
                columns.amounts,
                columns.profits,
                columns.quantities,
                columns.product,
                strict=True,
            )
            for action, row in zip(actions, rows, strict=True):
                if action == NEW:
                    new.append(row)
                elif action > 0:
                    changed.append((*row[1:], action))
            if new:
                db.exec_driver_sql(INSERT_LINE, new)
            if changed:
                db.exec_driver_sql(UPDATE_LINE, changed)


def _customers(session: Session, plan: OrderPlan) -> list[int]:
    """Make the customers that the list names for the first time, number those known by name only; the ids of all. The plan stays as it is."""
    db, reps = session.connection(), Reps(session)
    new = [one for one in plan.customers.all if not one.id]
    next_id = int(db.exec_driver_sql("SELECT coalesce(max(id), 0) + 1 FROM customer").scalar_one())
    folded = folded_all([one.name for one in new])
    texts = search_texts({
        "number": [one.number for one in new], "name": [one.name for one in new],
        **{name: [one.place[position] if one.place else "" for one in new] for position, name in enumerate(PLACE) if name in ("prefecture", "city", "address")},
        **{name: [""] * len(new) for name in ("name_local", "contact", "phone", "note")},
    })  # fmt: skip
    rows: list[tuple[Any, ...]] = []
    for one, place, key, text in zip(new, plan.places, folded, texts, strict=True) if new else ():
        postal, prefecture, city, address, country = one.place or ("",) * 5
        point = (place.lat, place.lng, place.precision, "orders") if place else (None, None, "", "")
        rep = reps.of_new(one.rep)
        rows.append(
            (
                next_id + len(rows),
                one.number,
                one.name,
                "",
                key,
                text,
                one.industry,
                country,
                postal,
                prefecture,
                city,
                address,
                *point,
                "",
                "",
                "",
                "",
                rep,
                one.first_day,
            )
        )
    if rows:
        db.exec_driver_sql(INSERT, rows)
    numbered = [(one.number, one.id) for one in plan.customers.all if one.gets_number]
    if numbered:
        db.exec_driver_sql("UPDATE customer SET number = ? WHERE id = ? AND number = ''", numbered)
        refresh_search(session, [id_ for _, id_ in numbered])
    _place(session, plan)
    fresh = count(next_id)
    return [one.id or next(fresh) for one in plan.customers.all]


def _place(session: Session, plan: OrderPlan) -> None:
    """Give a place to customers that are there without one, and the address where they had none; what is there stays."""
    db = session.connection()
    points = [(place.lat, place.lng, place.precision, one.id) for one, place, _ in plan.given]
    if points:
        db.exec_driver_sql(
            "UPDATE customer SET lat = ?, lng = ?, place_precision = ?, place_source = 'orders' WHERE id = ? AND lat IS NULL", points
        )
    addresses = [(*one.place, one.id) for one, _, bare in plan.given if bare]
    if addresses:
        names = ", ".join(f"{name} = coalesce(nullif(?, ''), {name})" for name in PLACE)
        db.exec_driver_sql(f"UPDATE customer SET {names} WHERE id = ?", addresses)
        refresh_search(session, [one.id for one, _, bare in plan.given if bare])
