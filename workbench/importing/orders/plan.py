"""What an order list would do: for each row whether it is new, changes a line, or is there already."""

from array import array
from dataclasses import dataclass, field

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from workbench import clock
from workbench.customers.details import ADDRESS
from workbench.customers.places.place import Place
from workbench.importing.orders.columns import OrderColumns, OrderReader
from workbench.importing.orders.customers import Named, NamedCustomers
from workbench.importing.placing import Placer
from workbench.importing.preview import Counts, CustomerLine, PlacedCounts, PossibleDouble
from workbench.importing.problems import ProblemList
from workbench.importing.reading import Replay
from workbench.importing.reps import Reps
from workbench.importing.understand import Understood
from workbench.strings import ntr, tr

NEW, NOTHING = -1, 0
Line = tuple[int, str, str, int, int | None, int | None, str]
FIELDS = "customer_id, order_number, day, amount, profit, quantity, product"


@dataclass(slots=True)
class OrderPlan:
    """What to do with each order that can be read, in order: NEW, NOTHING, or the id of the line it changes; and whose each is."""

    understood: Understood
    customers: NamedCustomers
    single_orders: bool
    replay: Replay
    actions: array
    owners: array
    read: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    revenue: int = 0
    first_day: str = ""
    last_day: str = ""
    problems: ProblemList = field(default_factory=ProblemList)
    notices: ProblemList = field(default_factory=ProblemList)
    doubles: list[PossibleDouble] = field(default_factory=list)
    first: list[CustomerLine] = field(default_factory=list)
    placed: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    places: list = field(default_factory=list)
    given: list[tuple[Named, Place, bool]] = field(default_factory=list)
    """Customers that are there without a place, the place of their latest order, and whether its address becomes theirs too."""
    notes: list[str] = field(default_factory=list)
    to_only_rep: str = ""
    kept: list = field(default_factory=list)

    def counts(self) -> Counts:
        """The figures of this plan."""
        taken = self.added + self.updated + self.unchanged
        everyone = self.customers.all
        orders = sum(len(one.orders) for one in everyone)
        new = sum(not one.id for one in everyone)
        return Counts(
            self.read,
            self.added,
            self.updated,
            self.unchanged,
            self.read - taken,
            len(everyone),
            new,
            orders,
            self.revenue,
            self.first_day,
            self.last_day,
            len(self.given),
        )

    def placed_counts(self) -> PlacedCounts:
        """How many new customers have which kind of place."""
        return PlacedCounts(*self.placed)


def plan_orders(session: Session, understood: Understood) -> OrderPlan:
    """Find the customer and the line of every row of an order list. Reads the list once and writes nothing."""
    single = understood.index("row_id") is None and _single_orders(understood)
    plan = OrderPlan(understood, NamedCustomers(session), single, Replay(understood.table), array("q"), array("l"))
    reader = OrderReader(understood, clock.today().isoformat(), single)
    lines = KnownLines(session)
    seen: set[str] = set()
    for piece in plan.replay.first():
        columns = reader.read(piece)
        plan.read += len(piece.rows) + len(piece.problems)
        plan.problems.extend(columns.problems)
        plan.notices.extend(columns.notices)
        owners = plan.customers.positions(columns)
        plan.customers.collect(columns, owners)
        plan.owners.extend(owners)
        plan.actions.extend(_compare(columns, owners, plan, lines, seen))
        plan.revenue += sum(columns.amounts)
        if columns.days:
            plan.first_day = min(columns.days) if not plan.first_day else min(plan.first_day, min(columns.days))
            plan.last_day = max(plan.last_day, max(columns.days))
    _finish(session, plan)
    return plan


def _single_orders(understood: Understood) -> bool:
    """Whether every row has an order number and none stands twice: then it is the row's own id."""
    at = understood.index("order_number")
    if at is None:
        return False
    seen: set[str] = set()
    count = 0
    for piece in understood.table.pieces():
        cells = [row[at].strip() for row in piece.rows]
        count += sum(map(bool, cells))
        seen.update(cells)
        if len(seen) < count or "" in seen:
            return False
    return count > 1


def _compare(columns: OrderColumns, owners: list[int], plan: OrderPlan, lines: "KnownLines", seen: set[str]) -> list[int]:
    customers = plan.customers.all
    there = lines.by_keys(columns.keys)
    actions: list[int] = []
    rows = list(
        zip(owners, columns.order_number, columns.days, columns.amounts, columns.profits, columns.quantities, columns.product, strict=True)
    )  # fmt: skip
    strangers = [customers[owner].id for key, owner in zip(columns.keys, owners, strict=True) if key not in there and customers[owner].id]
    if strangers:
        lines.load_others(strangers, columns.keys[0][:1])
    for row, key in enumerate(columns.keys):
        if not key.startswith("~"):
            if key in seen:
                plan.problems.add(columns.lines[row], "row_twice", tr("This line stands in the list already, with the same id."), key)
                _take_out(plan, columns, owners, row)
                actions.append(NOTHING)
                continue
            seen.add(key)
        owner, *rest = rows[row]
        now: Line = (customers[owner].id, *rest)
        known = there.get(key)
        if known is None and lines.same_elsewhere(now):
            plan.unchanged += 1
            actions.append(NOTHING)
        elif known is None:
            plan.added += 1
            actions.append(NEW)
        elif merged(now, known[1]) == known[1]:
            plan.unchanged += 1
            actions.append(NOTHING)
        else:
            plan.updated += 1
            actions.append(known[0])
    return actions


def _take_out(plan: OrderPlan, columns: OrderColumns, owners: list[int], row: int) -> None:
    one = plan.customers.all[owners[row]]
    one.revenue -= columns.amounts[row]
    plan.revenue -= columns.amounts[row]
    one.lines -= 1


def merged(now: Line, before: Line) -> Line:
    """A line with what the list says; its empty cells do not wipe what is there."""
    return (
        now[0],
        now[1] or before[1],
        now[2],
        now[3],
        before[4] if now[4] is None else now[4],
        before[5] if now[5] is None else now[5],
        now[6] or before[6],
    )


class KnownLines:
    """Order lines that are there, looked up by key as the list is read."""

    def __init__(self, session: Session) -> None:
        """Only asks whether there are any."""
        self._db: Connection = session.connection()
        self._any = self._db.exec_driver_sql("SELECT 1 FROM order_line LIMIT 1").first() is not None
        self._others: dict[tuple[int, str, str, int], int] = {}
        self._loaded: set[int] = set()

    def by_keys(self, keys: list[str]) -> dict[str, tuple[int, Line]]:
        """Id and fields of the lines with these keys."""
        found: dict[str, tuple[int, Line]] = {}
        if self._any:
            for start in range(0, len(keys), 900):
                some = tuple(keys[start : start + 900])
                marks = ",".join("?" * len(some))
                for row in self._db.exec_driver_sql(f"SELECT line_key, id, {FIELDS} FROM order_line WHERE line_key IN ({marks})", some):
                    found[row[0]] = row[1], tuple(row[2:])
        return found

    def load_others(self, customers: list[int], style: str) -> None:
        """Lines of these customers that came from another list or by hand: the same order may be among them under another key."""
        new = list(dict.fromkeys(id_ for id_ in customers if id_ not in self._loaded))
        self._loaded.update(new)
        if not self._any:
            return
        other = "line_key NOT LIKE '~%'" if style == "~" else "(line_key = '' OR line_key LIKE '~%' OR (line_key LIKE '|%') <> ?)"
        extra = () if style == "~" else (int(style == "|"),)
        for start in range(0, len(new), 900):
            some = new[start : start + 900]
            marks = ",".join("?" * len(some))
            query = f"SELECT customer_id, order_number, day, amount FROM order_line WHERE customer_id IN ({marks}) AND order_number <> '' AND {other}"
            for row in self._db.exec_driver_sql(query, (*some, *extra)):
                key = (row[0], row[1], row[2], row[3])
                self._others[key] = self._others.get(key, 0) + 1

    def same_elsewhere(self, line: Line) -> bool:
        """Whether this order is there under another key; each is used up once."""
        if not self._others:
            return False
        key = (line[0], line[1], line[2], line[3])
        left = self._others.get(key, 0)
        if left:
            self._others[key] = left - 1
        return bool(left)


def _address(one: Named) -> tuple[str, str, str, str, str]:
    """Address, city, prefecture, postal code and country of the latest order."""
    postal, prefecture, city, address, country = one.place or ("",) * 5
    return address, city, prefecture, postal, country


def _without_place(session: Session) -> dict[int, bool]:
    """Customers that nobody placed, and whether they have no address either; a place taken away by hand stays away."""
    rows = session.connection().exec_driver_sql(
        "SELECT id, postal_code || prefecture || city || address = '', hand_edited FROM customer WHERE lat IS NULL"
    )
    return {id_: bool(bare) and not ADDRESS & set(edited.split()) for id_, bare, edited in rows if "place" not in edited.split()}


def _finish(session: Session, plan: OrderPlan) -> None:
    new = [one for one in plan.customers.all if not one.id]
    placer = Placer(plan.understood.country)
    plan.places = placer.places([_address(one) for one in new])
    waiting = _without_place(session)
    there = [one for one in plan.customers.all if one.id in waiting and any(one.place)] if waiting else []
    found = zip(there, placer.places([_address(one) for one in there]), strict=True)
    plan.given = [(one, place, waiting[one.id]) for one, place in found if place is not None]
    for place in plan.places:
        plan.placed[3 if place is None else 1 if place.precision in ("exact", "town", "postal") else 2] += 1
    reps = Reps(session)
    reps.note_unknown(one.rep for one in plan.customers.all)
    plan.to_only_rep = reps.given(one.rep for one in new)
    if reps.unknown:
        plan.notes.append(tr("Not known as reps: {names}.", names=", ".join(sorted(reps.unknown)[:10])))
    if new and any(plan.places):
        plan.notes.append(tr("New customers are placed where their latest order went, and marked so."))
    if plan.given:
        plan.notes.append(
            ntr(
                "{n} customer without a place is placed where the latest order went, and marked so.",
                "{n} customers without a place are placed where their latest order went, and marked so.",
                len(plan.given),
            )
        )
    if plan.customers.ambiguous:
        plan.notes.append(
            tr(
                "Several customers have the same name; their orders went to the first: {names}.",
                names=", ".join(sorted(plan.customers.ambiguous)[:5]),
            )
        )
    if plan.single_orders:
        plan.notes.append(tr("Every order number stands once and is taken as the row's own id."))
    best = sorted(plan.customers.all, key=lambda one: -one.revenue)[:8]
    plan.first = [
        CustomerLine(
            one.number,
            one.name,
            " ".join(part for part in (one.place[2], one.place[1]) if part) if one.place else "",
            one.rep,
            len(one.orders),
            one.revenue,
            one.last_day,
        )
        for one in best
    ]
