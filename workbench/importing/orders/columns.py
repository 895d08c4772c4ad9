"""Rows of an order list as columns of values, piece by piece; rows that are no order are left out with their reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from workbench.customers.details import MOST
from workbench.importing.cells import column, folded_all, person, plain
from workbench.importing.customers.limits import too_long
from workbench.importing.problems import Problem
from workbench.importing.reading import Piece, Row
from workbench.importing.understand import Understood
from workbench.importing.values.days import DayReader
from workbench.importing.values.money import NotMoney, parse_money
from workbench.strings import marked, tr

PLACE = ("postal_code", "prefecture", "city", "address", "country")
TOTALS = ("合計", "総合計", "総計", "小計", "total", "subtotal", "summe", "gesamt")
WHY = {
    "not_a_number": marked("Amount is not a number."),
    "too_large": marked("Amount is too large."),
    "too_precise": marked("Amount has more than four decimals."),
    "other_currency": marked("Amount in another currency."),
}


@dataclass(slots=True)
class OrderColumns:
    """The orders of one piece; every list has one entry an order, rows left out are not among them.

    `keys` is what each line is known by when the list comes again.
    """

    lines: list[int]
    number: list[str]
    name: list[str]
    folded: list[str]
    order_number: list[str]
    keys: list[str]
    days: list[str]
    amounts: list[int]
    profits: list[int | None]
    quantities: list[int | None]
    product: list[str]
    industry: list[str]
    rep: list[str]
    place: dict[str, list[str]]
    problems: list[Problem]
    notices: list[Problem]


class OrderReader:
    """Turns pieces of a list into columns by one mapping. Keeps count of rows that are alike, so the pieces must come in order."""

    def __init__(self, understood: Understood, today: str, single_orders: bool) -> None:
        """`today` is an ISO day: later orders want a look. `single_orders`: each order number stands in one row only and is the row's own id."""
        index = understood.index
        names = ("row_id", "order_number", "day", "ship_day", "customer_number", "customer_name", "first_name", "last_name", "amount", "profit", "quantity",
                 "product", "currency", "industry", "rep", *PLACE)  # fmt: skip
        self.at = {name: index(name) for name in names}
        self.understood = understood
        self.today = today
        self.single_orders = single_orders
        self._day = DayReader(understood.days["day"])
        self._alike: dict[bytes, int] = {}

    def read(self, piece: Piece) -> OrderColumns:
        """The orders of a piece."""
        problems, notices = list(piece.problems), []
        rows, lines = piece.rows, piece.lines
        number = plain(column(rows, self.at["customer_number"]))
        name = self._names(rows)
        days, amounts = self._days(piece, problems), self._money(piece, "amount")
        profits, quantities = self._money(piece, "profit"), self._money(piece, "quantity")
        currency = self._currency(rows)
        good: list[int] = []
        for row, (who, called, day, amount) in enumerate(zip(number, name, days, amounts, strict=True)):
            problem = self._problem(rows[row], who or called, called, day, amount, currency[row])
            if problem:
                problems.append(Problem(lines[row], problem[1], problem[0], problem[2]))
                continue
            good.append(row)
            if isinstance(amount, int) and amount < 0:
                notices.append(Problem(lines[row], tr("Amount below zero, taken as returned goods."), "below_zero"))
            if isinstance(day, str) and day > self.today:
                notices.append(Problem(lines[row], tr("Order after today, taken as planned."), "after_today", day))
            for value, what in (
                (profits[row], tr("Gross profit is not a number; left empty.")),
                (quantities[row], tr("Quantity is not a number; left empty.")),
            ):
                if isinstance(value, NotMoney):
                    precise = tr("{value} has more than four decimals; left empty.", value=value.value[:40])
                    notices.append(Problem(lines[row], precise if value.code == "too_precise" else what, "left_empty", value.value))
        whole = len(good) == len(rows)

        def pick(cells: list) -> list:
            return cells if whole else [cells[row] for row in good]

        order_number = pick(plain(column(rows, self.at["order_number"])))
        names_ = pick(name)
        return OrderColumns(
            pick(lines), pick(number), names_, folded_all(names_), order_number, self._keys([rows[row] for row in good], order_number), pick(days),
            pick(amounts), [v if isinstance(v, int) else None for v in pick(profits)], [v if isinstance(v, int) else None for v in pick(quantities)],
            pick(column(rows, self.at["product"])), pick(column(rows, self.at["industry"])), pick(column(rows, self.at["rep"])),
            {field: pick(column(rows, self.at[field])) for field in PLACE}, problems, notices,
        )  # fmt: skip

    def _names(self, rows: Sequence[Row]) -> list[str]:
        names = column(rows, self.at["customer_name"])
        if self.at["last_name"] is None:
            return names
        people = zip(column(rows, self.at["first_name"]), column(rows, self.at["last_name"]), strict=True)
        return [name or person(first, last) for name, (first, last) in zip(names, people, strict=True)]

    def _days(self, piece: Piece, problems: list[Problem]) -> list[str | bool | None]:
        """ISO days; None where the cell is empty, False where there is no such day."""
        read: Callable[[str], str | None] = self._day.read
        result: list[str | bool | None] = []
        at = self.at["day"]
        for row in piece.rows:
            try:
                result.append(read(row[at]))  # type: ignore[index]
            except (ValueError, OverflowError):
                result.append(False)
        return result

    def _money(self, piece: Piece, field: str) -> list[int | NotMoney | None]:
        at = self.at[field]
        if at is None:
            return [None] * len(piece.rows)
        style, currency = self.understood.money[field], self.understood.currency if field != "quantity" else ""
        result: list[int | NotMoney | None] = []
        for row in piece.rows:
            try:
                result.append(parse_money(row[at], style, currency))
            except NotMoney as wrong:
                result.append(wrong)
        return result

    def _currency(self, rows: Sequence[Row]) -> list[str]:
        """The currency of each row where it is another than the workspace's, else nothing."""
        if self.at["currency"] is None:
            return [""] * len(rows)
        own = {self.understood.currency.upper(), ""} | ({"¥", "円"} if self.understood.currency.upper() == "JPY" else set())
        return ["" if cell.upper() in own else cell for cell in plain(column(rows, self.at["currency"]))]

    def _problem(self, cells: Row, who: str, called: str, day: object, amount: object, currency: str) -> tuple[str, str, str] | None:
        """Code, sentence and cell of what keeps a row out, or None."""
        if who and day and isinstance(amount, int) and not currency and len(who) <= MOST and len(called) <= MOST:
            return None
        if not day and any(cell.strip().casefold().rstrip(":：") in TOTALS for cell in cells):
            return "not_a_row", tr("A total, not an order."), " ".join(filter(None, cells))
        if not who:
            return "no_customer", tr("No customer: number and name are empty."), ""
        if len(who) > MOST or len(called) > MOST:
            return "too_long", too_long(tr("Customer name"), MOST), called or who
        if day is None:
            return "no_day", tr("No date."), ""
        if day is False:
            return "no_such_day", tr("This day does not exist."), cells[self.at["day"] or 0]
        if amount is None:
            return "no_amount", tr("No amount."), ""
        if isinstance(amount, NotMoney):
            return amount.code, tr(WHY[amount.code]), amount.value
        return "other_currency", tr("Amount in another currency."), currency

    def _keys(self, rows: Sequence[Row], order_number: list[str]) -> list[str]:
        """What each row is known by when the list comes again."""
        own = self.at["row_id"]
        ids = plain(column(rows, own)) if own is not None else [""] * len(rows)
        keys = []
        for row, id_, order in zip(rows, ids, order_number, strict=True):
            if id_ or (self.single_orders and order):
                keys.append(f"{id_}|{order}")
                continue
            digest = blake2b("\x1f".join(row).encode("utf-8", "surrogatepass"), digest_size=12).digest()
            count = self._alike[digest] = self._alike.get(digest, 0) + 1
            keys.append(f"~{digest.hex()}.{count}")
        return keys
