"""The process that reads one sheet of a workbook: `workbook_child PATH [SHEET]` writes one line of JSON, then the rows as CSV.

It is bounded in memory and time, so that a hostile workbook ends this process and not the program.
"""

import csv
import io
import json
import sys
from datetime import date, datetime, time, timedelta

MEMORY_LIMIT = 1_500_000_000
SECONDS_LIMIT = 60
CELL_LIMIT = 20_000_000


def text_of(value: object) -> object:
    """A cell as text: whole numbers without decimals, days as ISO without a time of zero."""
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if not (value.hour or value.minute or value.second) else value.isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return value


def bound() -> None:
    """Give this process its limits where the system knows them."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_LIMIT, SECONDS_LIMIT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(facts: dict[str, object]) -> None:
    """Write the line of facts."""
    sys.stdout.buffer.write(json.dumps(facts).encode() + b"\n")


def main(path: str, wanted: str) -> None:
    """Read the sheet and write it out."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        book = CalamineWorkbook.from_path(path)
        names = [s.name for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet] or list(book.sheet_names)
        if wanted and wanted not in names and not (wanted.isdigit() and 0 < int(wanted) <= len(names)):
            return answer({"error": "sheet", "name": wanted})
        chosen = [wanted] if wanted in names else [names[int(wanted) - 1]] if wanted else names
        name, sheet = chosen[0], None
        for name in chosen:
            sheet = book.get_sheet_by_name(name)
            if sheet.height and sheet.width:
                break
        if sheet is None or not sheet.height or not sheet.width:
            return answer({"error": "empty"})
        if sheet.height * sheet.width > CELL_LIMIT:
            return answer({"error": "large"})
        first = (sheet.start or (0, 0))[0] + 1
        facts = {"sheets": names, "sheet": name, "rows": sheet.height, "first": first, "others": [n for n in names if n != name][:5]}
        answer(facts)
        write_rows(sheet)
    except PasswordError:
        answer({"error": "password"})
    except (CalamineError, OSError, ValueError) as error:
        answer({"error": "damaged", "name": type(error).__name__})


def write_rows(sheet: object) -> None:
    """All rows of the sheet as CSV on standard output."""
    out = io.TextIOWrapper(sys.stdout.buffer, "utf-8", errors="replace", newline="", write_through=False)
    writer = csv.writer(out, lineterminator="\n")
    for row in sheet.to_python(skip_empty_area=True):  # type: ignore[attr-defined]
        writer.writerow([value if type(value) is str else text_of(value) for value in row])
    out.flush()


if __name__ == "__main__":
    bound()
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "")
