"""Importing the same 100,000 customers from XLSX, beside python-calamine reading the sheet."""

import tempfile
from pathlib import Path

from tests.benchmarks.customers import csv_file, xlsx_file
from tests.benchmarks.harness import Child, Row, by_turns, seconds_of
from tests.benchmarks.import_csv import import_once, new_workspace


def run(quick: bool) -> list[Row]:
    """What XLSX costs above CSV, in readings by calamine."""
    book, text = xlsx_file(), csv_file()
    with tempfile.TemporaryDirectory() as folder:
        seen: list[Child] = []
        empty = new_workspace(Path(folder))
        ours, from_csv, peer = by_turns(
            2 if quick else 5,
            lambda: import_once(empty, book, seen),
            lambda: import_once(empty, text, seen),
            lambda: seconds_of(lambda: calamine(book)),
        )
    above = max(ours - from_csv, 0.0)
    return [
        Row(
            "import_xlsx",
            f"importing them from XLSX ({ours:.3g} s), above the CSV",
            above,
            "s",
            2.5,
            None,
            peer,
            "python-calamine reading it",
        )
    ]


def calamine(book: Path) -> None:
    """The peer: every cell of the sheet as Python values."""
    from python_calamine import CalamineWorkbook

    with CalamineWorkbook.from_path(str(book)) as workbook:
        workbook.get_sheet_by_index(0).to_python()
