"""XLSX with typed cells: strings stay strings whatever they look like, days are days, a frozen heading row, filters, ready to print."""

import io
import math
from datetime import date, time
from decimal import Decimal
from typing import Any

from workbench.output.cells import Table
from workbench.output.plain_text import without_controls

MOST_IN_CELL = 32_767
PAPERS = {"A4": 9, "Letter": 1}
FOOTER = "&L&A&R&P / &N"
"""The name of the sheet at the left, page and pages at the right."""
WIDEST_PORTRAIT = 100
"""From so many characters across on, a sheet is printed in landscape."""
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def xlsx_bytes(*tables: Table, paper: str = "A4") -> bytes:
    """The tables as sheets of one workbook, without formulas and links; printed on `paper`, as wide as a page, the headings on each."""
    import xlsxwriter

    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        heading = book.add_format({"bold": True, "bottom": 1})
        day, hour = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "hh:mm"})
        for table in tables:
            sheet = book.add_worksheet(table.name.translate(_NOT_IN_SHEET_NAMES).strip()[:31] or None)
            _fill(sheet, table, heading, day, hour)
            _set_up_print(sheet, table, paper)
    return stream.getvalue()


def _fill(sheet: Any, table: Table, heading: Any, day: Any, hour: Any) -> None:
    for number, column in enumerate(table.columns):
        sheet.write_string(0, number, column.heading, heading)
        sheet.set_column(number, number, column.width)
    for at, row in enumerate(table.rows, 1):
        for number, cell in enumerate(row):
            if isinstance(cell, str):
                if cell:
                    sheet.write_string(at, number, without_controls(cell)[:MOST_IN_CELL])
            elif isinstance(cell, bool):
                sheet.write_boolean(at, number, cell)
            elif isinstance(cell, date):
                sheet.write_datetime(at, number, cell, day) if cell.year >= 1900 else sheet.write_string(at, number, cell.isoformat())
            elif isinstance(cell, time):
                sheet.write_datetime(at, number, cell, hour)
            elif isinstance(cell, (int, float, Decimal)) and math.isfinite(cell):
                sheet.write_number(at, number, float(cell))
    sheet.freeze_panes(1, 0)
    if table.rows and table.columns:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _set_up_print(sheet: Any, table: Table, paper: str) -> None:
    sheet.set_paper(PAPERS.get(paper, PAPERS["A4"]))
    if sum(column.width for column in table.columns) > WIDEST_PORTRAIT:
        sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer(FOOTER)
