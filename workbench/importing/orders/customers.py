"""Whose orders a list holds: customers that are there, by number or exact folded name, and those that it names for the first time."""

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from workbench.importing.orders.columns import PLACE, OrderColumns


@dataclass(slots=True)
class Named:
    """A customer that the list names. `id` is 0 while it is new; `place` is that of its latest order, in the order of PLACE."""

    id: int
    number: str
    name: str
    folded: str
    industry: str
    rep: str
    place: tuple[str, ...]
    first_day: str
    last_day: str
    revenue: int = 0
    lines: int = 0
    orders: set[str] = field(default_factory=set)
    gets_number: bool = False


class NamedCustomers:
    """All customers of one list, in the order in which they come. Rows refer to them by position."""

    def __init__(self, session: Session) -> None:
        """Read who is there: number, folded name and id."""
        self.all: list[Named] = []
        self.ambiguous: set[str] = set()
        self._by_number: dict[str, int] = {}
        self._by_name: dict[str, int] = {}
        self._known_number: dict[str, int] = {}
        self._known_name: dict[str, list[tuple[int, str]]] = {}
        for id_, number, folded in session.connection().exec_driver_sql("SELECT id, number, folded FROM customer ORDER BY archived, id"):
            if number:
                self._known_number.setdefault(number, id_)
            self._known_name.setdefault(folded, []).append((id_, number))

    def positions(self, columns: OrderColumns) -> list[int]:
        """The position of the customer of each row; new ones are added."""
        result = []
        by_number, by_name = self._by_number, self._by_name
        for row, (number, folded) in enumerate(zip(columns.number, columns.folded, strict=True)):
            at = by_number.get(number) if number else by_name.get(folded)
            if at is None:
                at = self._add(columns, row, number, folded)
            result.append(at)
        return result

    def _add(self, columns: OrderColumns, row: int, number: str, folded: str) -> int:
        id_, gets_number = self._find(number, folded)
        name = columns.name[row] or number
        self.all.append(Named(id_, number, name, folded, "", "", (), columns.days[row], "", gets_number=gets_number))
        at = len(self.all) - 1
        if number:
            self._by_number[number] = at
        if folded:
            self._by_name.setdefault(folded, at)
        return at

    def _find(self, number: str, folded: str) -> tuple[int, bool]:
        """The id of a customer that is there (0 for none), and whether it gets its number from this list."""
        if number and number in self._known_number:
            return self._known_number[number], False
        namesakes = self._known_name.get(folded, []) if folded else []
        if number:
            bare = [id_ for id_, other in namesakes if not other]
            if len(bare) == 1 and len(namesakes) == 1:
                self._known_name.pop(folded)
                return bare[0], True
            return 0, False
        if len(namesakes) > 1:
            self.ambiguous.add(folded)
        return (namesakes[0][0], False) if namesakes else (0, False)

    def collect(self, columns: OrderColumns, positions: list[int]) -> None:
        """Add up what a piece says about its customers: revenue, orders, latest place."""
        places = list(zip(*(columns.place[name] for name in PLACE), strict=True))
        rows = zip(positions, columns.days, columns.amounts, columns.order_number, columns.industry, columns.rep, places, strict=True)
        for at, day, amount, order, industry, rep, place in rows:
            one = self.all[at]
            one.revenue += amount
            one.lines += 1
            one.orders.add(order or f"\0{one.lines}")
            if day < one.first_day:
                one.first_day = day
            if day >= one.last_day:
                one.last_day = day
                one.place = place if any(place) else one.place
                one.industry, one.rep = industry or one.industry, rep or one.rep
