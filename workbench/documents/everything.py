"""Everything as one JSON document, and a workspace made of it again.

The document is an object with four members:

- `format`: "asaichi-everything", and `version`: the schema of the workspace file that it was made of;
- `made`: the day it was made, ISO 8601 (not read back);
- `tables`: one member a table, named as in the workspace file, each with `columns`, a list of names, and `rows`, a list of lists of values
  in that order. Keys (`id`) are kept. Money is whole ten-thousandths of the currency unit, days are ISO text, times are minutes after
  midnight, yes and no are 1 and 0, and an empty value is null.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Table
from sqlalchemy.orm import Session

from workbench import clock
from workbench.documents.everything_check import FORMAT, Everything, checked
from workbench.errors import BadInput
from workbench.strings import tr
from workbench.workspace import NewCompany, Workspace
from workbench.workspace.schema import VERSION, owner_tables

LARGEST_BYTES = 800_000_000


def everything_bytes(session: Session) -> tuple[bytes, int]:
    """All of the owner's rows as JSON in UTF-8, and how many there are."""
    parts, count = [_head()], 0
    for number, table in enumerate(owner_tables()):
        names = [column.name for column in table.columns]
        parts.append(f'{"," if number else ""}\n  {json.dumps(table.name)}: {{"columns": {json.dumps(names)}, "rows": [')
        rows = list(_rows(session.connection(), table, names))
        parts.append(",".join(rows))
        parts.append("\n  ]}" if rows else "]}")
        count += len(rows)
    parts.append("\n }\n}\n")
    return "".join(parts).encode("utf-8"), count


def _head() -> str:
    made = json.dumps(clock.today().isoformat())
    return f'{{\n "format": {json.dumps(FORMAT)},\n "version": {VERSION},\n "made": {made},\n "tables": {{'


def _rows(db: Connection, table: Table, names: list[str]) -> Iterator[str]:
    dump = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
    for row in db.exec_driver_sql(f"SELECT {', '.join(names)} FROM {table.name} ORDER BY id"):
        yield "\n   " + dump(list(row))


def read_everything(path: Path) -> Everything:
    """The checked content of such a document. Raises BadInput that says what is wrong and where; nothing is written."""
    try:
        if not path.is_file():
            raise BadInput(tr("There is no such file."), path.name, tr("Choose a file that was exported as everything."))
        if path.stat().st_size > LARGEST_BYTES:
            raise BadInput(tr("The file is too large to be read."), path.name)
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise BadInput(tr("The file could not be read."), path.name[:80]) from error
    return checked(_parsed(content, path.name), path.name)


def _parsed(content: bytes, name: str) -> object:
    def refuse(constant: str) -> object:
        raise ValueError(constant)

    try:
        return json.loads(content, parse_constant=refuse)
    except (ValueError, RecursionError, MemoryError) as error:
        raise BadInput(
            tr("This is not a JSON document of everything."), name, tr("Choose a file that was exported as everything.")
        ) from error


def workspace_from(source: Path, target: Path) -> Workspace:
    """Make a workspace at `target` with exactly the rows of a document of everything, and open it.

    Raises BadInput when the document cannot be used or `target` exists, CannotDo when the file cannot be written.
    """
    found = read_everything(source)

    def fill(session: Session) -> None:
        db = session.connection()
        for table in reversed(owner_tables()):
            db.exec_driver_sql(f"DELETE FROM {table.name}")
        for table in owner_tables():
            names, rows = found.tables[table.name]
            if rows:
                db.exec_driver_sql(f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})", rows)

    return Workspace.create(target, NewCompany(), fill)
