"""CSV that spreadsheets open as it is: UTF-8 with its mark, no cell that is taken for a formula, ISO days, plain numbers."""

import csv
import io
from datetime import date, time
from decimal import Decimal

from workbench.output.cells import Cell, Table, harmless


def csv_bytes(table: Table) -> bytes:
    """The table as CSV with a heading row, commas and CRLF."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([harmless(column.heading) for column in table.columns])
    writer.writerows([_text(cell) for cell in row] for row in table.rows)
    return stream.getvalue().encode("utf-8-sig", "replace")


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell)
    if isinstance(cell, bool):
        return str(int(cell))
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}" if cell else "0"
    return repr(cell)
