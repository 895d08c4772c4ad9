"""What a customer list would do: for each row whether it is new, changes someone, or changes nothing."""

from array import array
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from workbench.importing.cells import folded_all
from workbench.importing.customers.columns import TEXTS, CustomerColumns, CustomerReader
from workbench.importing.customers.matching import KnownCustomers, place_of
from workbench.importing.customers.terms import NOTHING as NO_TERMS
from workbench.importing.customers.terms import changed_terms, existing_terms
from workbench.importing.placing import PlaceColumn, Placer
from workbench.importing.preview import Counts, CustomerLine, KeptField, PlacedCounts, PossibleDouble
from workbench.importing.problems import Problem, ProblemList
from workbench.importing.reading import Replay
from workbench.importing.reps import Reps
from workbench.importing.understand import Understood
from workbench.strings import ntr, tr

NEW, NOTHING = -1, 0
DOUBLES_KEPT = 500


@dataclass(slots=True)
class CustomerPlan:
    """What to do with each row that can be read, in order: NEW, NOTHING, or the id of the customer it changes."""

    understood: Understood
    actions: array
    replay: Replay
    read: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    problems: ProblemList = field(default_factory=ProblemList)
    notices: ProblemList = field(default_factory=ProblemList)
    kept: list[KeptField] = field(default_factory=list)
    doubles: list[PossibleDouble] = field(default_factory=list)
    first: list[CustomerLine] = field(default_factory=list)
    placed: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    notes: list[str] = field(default_factory=list)
    to_only_rep: str = ""
    places: PlaceColumn = field(default_factory=PlaceColumn)
    folded: list[str] = field(default_factory=list)

    def counts(self) -> Counts:
        """The figures of this plan."""
        taken = self.added + self.updated + self.unchanged
        return Counts(self.read, self.added, self.updated, self.unchanged, self.read - taken, taken, self.added, 0, 0, "", "")

    def placed_counts(self) -> PlacedCounts:
        """How many new customers have which kind of place."""
        return PlacedCounts(*self.placed)


def plan_customers(session: Session, understood: Understood) -> CustomerPlan:
    """Match every row of a customer list. Reads the list once and writes nothing."""
    plan = CustomerPlan(understood, array("q"), Replay(understood.table))
    reader, known, reps = CustomerReader(understood), KnownCustomers(session), Reps(session)
    placer = Placer(understood.country)
    numbers: dict[str, int] = {}
    seen: dict[str, int] = {}
    twins: dict[str, tuple[str, list[int]]] = {}
    nobody = not known
    for piece in plan.replay.first():
        columns = reader.read(piece)
        plan.read += len(columns.lines) + len(piece.problems)
        plan.problems.extend(columns.problems)
        plan.notices.extend(columns.notices)
        folded = folded_all(columns.values["name"])
        plan.folded.extend(folded)
        ids = _match(columns, folded, known, numbers, plan, nobody)
        _note_twins(columns, folded, ids, seen, twins)
        if not nobody:
            _note_namesakes(columns, folded, ids, known, plan)
        _compare(session, columns, ids, reader, reps, plan)
        plan.actions.extend(ids)
        _place(columns, ids, placer, plan)
        if len(plan.first) < 8:
            plan.first.extend(_first(columns, plan))
    _finish(plan, reps, twins)
    return plan


def _match(
    columns: CustomerColumns, folded_names: list[str], known: KnownCustomers, numbers: dict[str, int], plan: CustomerPlan, nobody: bool
) -> list[int]:
    """The id that each row means, or NEW; NOTHING for rows that are left out."""
    number, left_out = columns.values["number"], columns.left_out
    fresh = set(number)
    alike = len(fresh) < len(number) or bool(left_out) or not numbers.keys().isdisjoint(fresh)
    if not alike:
        numbers.update(zip(number, columns.lines, strict=True))
    for row, one in enumerate(number if alike else ()):
        if one and row not in left_out:
            if one in numbers:
                left_out.add(row)
                why = tr("Customer number {number} stands twice: in line {line} already.", number=one[:60], line=numbers[one])
                plan.problems.add(columns.lines[row], "number_twice", why, one)
            else:
                numbers[one] = columns.lines[row]
    if nobody:
        return [NOTHING if row in left_out else NEW for row in range(len(number))] if left_out else [NEW] * len(number)
    values = columns.values
    ids = []
    for row, (one, folded) in enumerate(zip(number, folded_names, strict=True)):
        if row in left_out:
            ids.append(NOTHING)
            continue
        place = place_of(values["prefecture"][row], values["city"][row], values["address"][row], columns.lat[row], columns.lng[row])
        ids.append(known.take(one, folded, place) or NEW)
    return ids


def _note_twins(
    columns: CustomerColumns, folded_names: list[str], ids: list[int], seen: dict[str, int], twins: dict[str, tuple[str, list[int]]]
) -> None:
    """Rows of one name in one list are listed, never merged."""
    if len(set(folded_names)) == len(folded_names) and seen.keys().isdisjoint(folded_names):
        seen.update(zip(folded_names, columns.lines, strict=True))
        return
    for row, folded in enumerate(folded_names):
        if ids[row] == NOTHING:
            continue
        first = seen.setdefault(folded, columns.lines[row])
        if first != columns.lines[row] and len(twins) < DOUBLES_KEPT:
            twins.setdefault(folded, (columns.values["name"][row], [first]))[1].append(columns.lines[row])


def _note_namesakes(columns: CustomerColumns, folded_names: list[str], ids: list[int], known: KnownCustomers, plan: CustomerPlan) -> None:
    for row, folded in enumerate(folded_names):
        if ids[row] == NEW and len(plan.doubles) < DOUBLES_KEPT and (existing := next(known.namesakes(folded), None)) is not None:
            why = tr("A customer of this name is there with another number or place.")
            plan.doubles.append(PossibleDouble(columns.values["name"][row], (columns.lines[row],), existing, why))


def _compare(session: Session, columns: CustomerColumns, ids: list[int], reader: CustomerReader, reps: Reps, plan: CustomerPlan) -> None:
    """Count what is new, changed and unchanged; rows that change nothing become NOTHING."""
    plan.added += ids.count(NEW)
    wanted = [id_ for id_ in ids if id_ > 0]
    there = existing_rows(session, wanted, reader.fields) if wanted else {}
    terms = existing_terms(session, wanted) if wanted and columns.terms else {}
    rep_names = columns.rep if reader.at["rep"] is not None else None
    if rep_names:
        reps.note_unknown(name for name, id_ in zip(rep_names, ids, strict=True) if id_ != NOTHING)
    plan.to_only_rep = plan.to_only_rep or reps.given(name for name, id_ in zip(columns.rep, ids, strict=True) if id_ == NEW)
    for row, id_ in enumerate(ids):
        if id_ <= 0:
            continue
        changed, kept = differences(columns, row, there[id_], reader, reps)
        plan.kept.extend(kept)
        visited = False
        if columns.terms:
            line, name = columns.lines[row], columns.values["name"][row]
            new, kept = changed_terms(columns.terms[row], terms.get(id_, NO_TERMS), there[id_].by_hand, line, name)
            plan.kept.extend(kept)
            visited = new.said
        if changed or visited:
            plan.updated += 1
        else:
            plan.unchanged += 1
            ids[row] = NOTHING


@dataclass(frozen=True, slots=True)
class Existing:
    """A customer's fields as they are there."""

    texts: tuple[str, ...]
    lat: float | None
    lng: float | None
    rep: int | None
    place_source: str
    by_hand: frozenset[str]


def existing_rows(session: Session, ids: list[int], fields: tuple[str, ...]) -> dict[int, Existing]:
    """The customers with these ids; `texts` in the order of `fields`."""
    db, found = session.connection(), {}
    for start in range(0, len(ids), 900):
        some = ids[start : start + 900]
        marks = ",".join("?" * len(some))
        names = "".join(f", {name}" for name in fields)
        for row in db.exec_driver_sql(
            f"SELECT id, lat, lng, rep_id, place_source, hand_edited{names} FROM customer WHERE id IN ({marks})", tuple(some)
        ):
            found[row[0]] = Existing(tuple(row[6:]), row[1], row[2], row[3], row[4], frozenset(row[5].split()))
    return found


def differences(
    columns: CustomerColumns, row: int, there: Existing, reader: CustomerReader, reps: Reps
) -> tuple[dict[str, Any], list[KeptField]]:
    """The fields that a row would change, and those it may not because they were edited by hand. Empty cells change nothing."""
    changed: dict[str, Any] = {}
    kept: list[KeptField] = []
    values = columns.values
    for name, before in zip(reader.fields, there.texts, strict=True):
        now = values[name][row]
        if now and now != before:
            if name in there.by_hand:
                kept.append(KeptField(columns.lines[row], values["name"][row], name, before, now))
            else:
                changed[name] = now
    lat, lng = columns.lat[row], columns.lng[row]
    if lat is not None and (lat, lng) != (there.lat, there.lng):
        if "place" in there.by_hand or there.place_source == "pasted":
            kept.append(KeptField(columns.lines[row], values["name"][row], "place", f"{there.lat}, {there.lng}", f"{lat}, {lng}"))
        else:
            changed["lat"], changed["lng"] = lat, lng
    rep = reps.find(columns.rep[row]) if columns.rep[row] else None
    if rep is not None and rep != there.rep:
        if "rep" in there.by_hand:
            kept.append(KeptField(columns.lines[row], values["name"][row], "rep", reps.name(there.rep), columns.rep[row]))
        else:
            changed["rep_id"] = rep
    return changed, kept


def _place(columns: CustomerColumns, ids: list[int], placer: Placer, plan: CustomerPlan) -> None:
    """Look up the new customers that the list gives no coordinates for."""
    start = len(plan.places)
    plan.places.skip(len(ids))
    without = [row for row, id_ in enumerate(ids) if id_ == NEW and columns.lat[row] is None]
    plan.placed[0] += ids.count(NEW) - len(without)
    for row, place in zip(without, placer.places([address_row(columns, row) for row in without]), strict=True):
        if place is None:
            plan.placed[3] += 1
            plan.notices.add(
                columns.lines[row],
                "no_place",
                tr("No place found; left out of visit plans until it has one."),
                columns.values["address"][row],
            )
        else:
            plan.places.put(start + row, place)
            plan.placed[1 if place.precision in ("exact", "town", "postal") else 2] += 1


def address_row(columns: CustomerColumns, row: int) -> tuple[str, str, str, str, str]:
    """What placing wants of a row: address, city, prefecture, postal code, country."""
    values = columns.values
    return values["address"][row], values["city"][row], values["prefecture"][row], values["postal_code"][row], values["country"][row]


def _first(columns: CustomerColumns, plan: CustomerPlan) -> list[CustomerLine]:
    values = columns.values
    rows = [row for row in range(min(20, len(columns.lines))) if row not in columns.left_out][: 8 - len(plan.first)]
    return [
        CustomerLine(
            values["number"][r],
            values["name"][r],
            values["address"][r] or values["city"][r] or values["prefecture"][r],
            columns.rep[r],
            0,
            0,
            "",
        )
        for r in rows
    ]


def _finish(plan: CustomerPlan, reps: Reps, twins: dict[str, tuple[str, list[int]]]) -> None:
    why = tr("The same name stands in several lines; each is taken as a customer of its own.")
    plan.doubles[:0] = [PossibleDouble(name, tuple(lines), None, why) for name, lines in twins.values()]
    if plan.kept:
        plan.notes.append(ntr("{n} field edited by hand stays as it is.", "{n} fields edited by hand stay as they are.", len(plan.kept)))
    if reps.unknown:
        plan.notes.append(tr("Not known as reps: {names}.", names=", ".join(sorted(reps.unknown)[:10])))


__all__ = ["NEW", "NOTHING", "TEXTS", "CustomerPlan", "Problem", "differences", "existing_rows", "plan_customers"]
