"""Rows of the list as text for the clipboard: a spreadsheet takes them as cells, and takes none for a formula."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from models.base import MONEY_SCALE
from workbench.customers.listing import lines
from workbench.output.cells import harmless
from workbench.strings import tr

PIECE = 400


def rows_as_text(session: Session, ids: Sequence[int]) -> str:
    """The customers as tab separated text with a heading line, in the order of `ids`. Revenue in the currency unit, days as ISO."""
    heading = (
        tr("Number"),
        tr("Tier"),
        tr("Name"),
        tr("Local name"),
        tr("Industry"),
        tr("City"),
        tr("Rep"),
        tr("Contact"),
        tr("Phone"),
        tr("Revenue"),
        tr("Days since last visit"),
        tr("Next visit"),
    )
    made = ["\t".join(_cell(title) for title in heading)]
    for start in range(0, len(ids), PIECE):
        some = ids[start : start + PIECE]
        found = lines(session, some)
        for customer_id in some:
            line = found.get(customer_id)
            if line is not None:
                cells = (
                    line.number,
                    line.tier,
                    line.name,
                    line.name_local,
                    line.industry,
                    line.city,
                    line.rep,
                    line.contact,
                    line.phone,
                    _money(line.revenue),
                    "" if line.days is None else str(line.days),
                    line.next_visit.isoformat() if line.next_visit else "",
                )
                made.append("\t".join(_cell(cell) for cell in cells))
    return "\n".join(made) + "\n"


def _cell(text: str) -> str:
    return harmless(" ".join(text.split()))


def _money(ten_thousandths: int) -> str:
    sign, (units, rest) = "-" if ten_thousandths < 0 else "", divmod(abs(ten_thousandths), MONEY_SCALE)
    return f"{sign}{units}.{rest:04d}".rstrip("0").rstrip(".")
