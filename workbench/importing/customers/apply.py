"""Writes a planned customer list: new customers in bulk, changes field by field. Called inside one edit."""

from collections.abc import Sequence
from itertools import repeat
from typing import Any

from sqlalchemy.orm import Session

from workbench.customers.details import ADDRESS, SEARCHED
from workbench.customers.folding import fold
from workbench.customers.placing import AUTOMATIC
from workbench.importing.cells import folded_all
from workbench.importing.customers.columns import TEXTS, CustomerColumns, CustomerReader
from workbench.importing.customers.plan import NEW, CustomerPlan, address_row, differences, existing_rows
from workbench.importing.customers.terms import NOTHING, changed_terms, existing_terms, write_terms
from workbench.importing.placing import Placer
from workbench.importing.reps import Reps
from workbench.workspace.bulk import bulk

COLUMNS = ("id", "number", "name", "name_local", "folded", "search", "industry", "country", "postal_code", "prefecture", "city", "address", "lat", "lng",
           "place_precision", "place_source", "contact", "phone", "email", "note", "rep_id", "first_seen")  # fmt: skip
INSERT = f"INSERT INTO customer ({', '.join(COLUMNS)}, topics, archived, hand_edited) VALUES ({', '.join('?' * len(COLUMNS))}, '', 0, '')"


def apply_customers(session: Session, plan: CustomerPlan) -> None:
    """Write what the plan says. The list is read again, a piece at a time."""
    reader, reps = CustomerReader(plan.understood), Reps(session)
    placer = Placer(plan.understood.country)
    next_id = int(session.connection().exec_driver_sql("SELECT coalesce(max(id), 0) + 1 FROM customer").scalar_one())
    at = 0
    with bulk(session.connection(), "customer", plan.added):
        for piece in plan.replay.again():
            columns = reader.read(piece)
            actions = plan.actions[at : at + len(piece.rows)]
            count = actions.count(NEW)
            new = (
                list(range(count))
                if count == len(actions)
                else [row for row, action in enumerate(actions) if action == NEW]
                if count
                else []
            )
            if new:
                _insert(session, columns, new, next_id, plan, at, reps)
                next_id += count
            if count < len(actions) and (changed := [row for row, action in enumerate(actions) if action > 0]):
                _update(session, columns, changed, list(actions), reader, reps, placer)
            at += len(piece.rows)


def _insert(session: Session, columns: CustomerColumns, new: list[int], first_id: int, plan: CustomerPlan, at: int, reps: Reps) -> None:
    values = {name: _only(columns.values[name], new) for name in TEXTS}
    folded = plan.folded[at : at + len(columns.lines)]
    lat, lng = _only(columns.lat, new), _only(columns.lng, new)
    precision = ["" if value is None else "exact" for value in lat]
    source = ["" if value is None else "list" for value in lat]
    for position, row in enumerate(new if None in lat else ()):
        if lat[position] is None and (place := plan.places.get(at + row)):
            lat[position], lng[position], precision[position], source[position] = place
    rep = [reps.of_new(name) for name in _only(columns.rep, new)]
    ids = range(first_id, first_id + len(new))
    rows = zip(
        ids, values["number"], values["name"], values["name_local"], _only(folded, new), search_texts(values), values["industry"], values["country"],
        values["postal_code"], values["prefecture"], values["city"], values["address"], lat, lng, precision, source, values["contact"], values["phone"],
        values["email"], values["note"], rep, repeat(None), strict=False,
    )  # fmt: skip
    session.connection().exec_driver_sql(INSERT, list(rows))
    tags = [(id_, tag) for id_, cell in zip(ids, _only(columns.tags, new), strict=True) if cell for tag in split_tags(cell)]
    if columns.terms:
        said = [(id_, changed_terms(columns.terms[row], NOTHING, frozenset())[0]) for id_, row in zip(ids, new, strict=True)]
        write_terms(session, said)
    if tags:
        session.connection().exec_driver_sql("INSERT INTO customer_tag (customer_id, tag) VALUES (?, ?)", tags)


def _only(cells: Sequence[Any], rows: list[int]) -> list[Any]:
    return list(cells) if len(rows) == len(cells) else [cells[row] for row in rows]


def search_texts(values: dict[str, list[str]]) -> list[str]:
    """The search column of many customers at once, as `search_text` makes it for one."""
    columns = [values[name] for name in SEARCHED]
    return fold("\0".join(["\n".join(filter(None, parts)) for parts in zip(*columns, strict=True)])).split("\0")


def split_tags(cell: str) -> list[str]:
    """The tags in a cell, parted by commas, semicolons, bars or 、."""
    for mark in ";|、，":
        cell = cell.replace(mark, ",")
    return list(dict.fromkeys(tag.strip() for tag in cell.split(",") if tag.strip()))


def _update(
    session: Session, columns: CustomerColumns, rows: list[int], actions: list[int], reader: CustomerReader, reps: Reps, placer: Placer
) -> None:
    db = session.connection()
    there = existing_rows(session, [actions[row] for row in rows], reader.fields)
    terms = existing_terms(session, there) if columns.terms else {}
    for row in rows:
        id_ = actions[row]
        if columns.terms:
            write_terms(session, [(id_, changed_terms(columns.terms[row], terms.get(id_, NOTHING), there[id_].by_hand)[0])])
        changed, _ = differences(columns, row, there[id_], reader, reps)
        if "lat" in changed:
            changed["place_precision"], changed["place_source"] = "exact", "list"
        elif ADDRESS & changed.keys() and there[id_].place_source in AUTOMATIC and "place" not in there[id_].by_hand:
            place = placer.places([address_row(columns, row)])[0]
            if place:
                changed |= {"lat": place.lat, "lng": place.lng, "place_precision": place.precision, "place_source": place.source}
        if not changed:
            continue
        names = ", ".join(f"{name} = ?" for name in changed)
        db.exec_driver_sql(f"UPDATE customer SET {names} WHERE id = ?", (*changed.values(), id_))
    refresh_search(session, [actions[row] for row in rows])


def refresh_search(session: Session, ids: list[int]) -> None:
    """Bring the folded name and the search text of customers up to their fields."""
    db = session.connection()
    for start in range(0, len(ids), 900):
        some = ids[start : start + 900]
        found = db.exec_driver_sql(
            f"SELECT id, {', '.join(SEARCHED)} FROM customer WHERE id IN ({','.join('?' * len(some))})", tuple(some)
        ).fetchall()
        if not found:
            continue
        values = {name: [row[1 + position] for row in found] for position, name in enumerate(SEARCHED)}
        texts = zip(folded_all(values["name"]), search_texts(values), (row[0] for row in found), strict=True)
        db.exec_driver_sql("UPDATE customer SET folded = ?, search = ? WHERE id = ?", list(texts))
