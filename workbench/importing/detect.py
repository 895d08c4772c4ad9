"""Whether a list holds customers or orders."""

from collections.abc import Sequence

from workbench.importing.fields import Kind
from workbench.importing.kinds import CUSTOMERS, KINDS, ORDERS
from workbench.importing.mapping import ColumnGuess, Sample, guess
from workbench.strings import tr


def detect(sample: Sample) -> tuple[Kind, list[ColumnGuess], str]:
    """The kind of a list, its columns read as that kind, and one sentence of evidence."""
    as_orders = guess(ORDERS, sample)
    found = {one.field: one for one in as_orders if one.field}
    customer = next((found[name] for name in ("customer_number", "customer_name", "last_name") if name in found), None)
    if customer is None or any(name not in found or found[name].confidence < 55 for name in ("day", "amount")):
        return CUSTOMERS, guess(CUSTOMERS, sample), tr("No column holds days and amounts of orders.")
    if any(name in found for name in ("order_number", "product", "quantity", "row_id")):
        return ORDERS, as_orders, tr("It has days, amounts and the customers' names or numbers.")
    if _comes_again(sample, customer):
        return ORDERS, as_orders, tr("It has days and amounts, and the same customers come again.")
    as_customers = guess(CUSTOMERS, sample)
    if any(one.field in ("phone", "email", "address") for one in as_customers):
        return CUSTOMERS, as_customers, tr("Each customer comes once, with address or phone.")
    return ORDERS, as_orders, tr("It has days and amounts.")


def read_as(kind: str, sample: Sample) -> tuple[Kind, list[ColumnGuess], str]:
    """The columns read as the kind the owner chose."""
    return KINDS[kind], guess(KINDS[kind], sample), tr("Chosen by hand.")


def _comes_again(sample: Sample, customer: ColumnGuess) -> bool:
    cells: Sequence[str] = [cell for cell in sample.cells[customer.index] if cell]
    return len(set(cells)) < 0.9 * len(cells)
