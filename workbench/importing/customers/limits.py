"""The limits of a customer's fields, the same as where they are typed: a name beyond them leaves the row out, any other cell stays empty."""

from collections.abc import Mapping
from itertools import chain

from workbench.customers.details import EMAIL, FIELDS, LONG, MOST, MOST_LONG
from workbench.importing.kinds import CUSTOMERS
from workbench.importing.problems import Problem
from workbench.importing.reading import Piece
from workbench.strings import ntr, tr


def over_limits(
    piece: Piece,
    values: dict[str, list[str]],
    at: Mapping[str, int | None],
    problems: list[Problem],
    faults: list[Problem],
    left_out: set[int],
) -> None:
    """Empty the cells of a piece that cannot be kept and tell them; rows without a name that can be kept join `left_out`."""
    if max(map(len, chain.from_iterable(piece.rows)), default=0) > MOST // 3:
        for row, name in enumerate(values["name"]):
            if len(name) > MOST:
                left_out.add(row)
                problems.append(Problem(piece.lines[row], too_long(tr("Customer name"), MOST), "too_long", name))
        for field in CUSTOMERS.fields:
            if field.name in FIELDS and field.name not in ("name", "email") and at.get(field.name) is not None:
                _shorten(piece, field.name, field.shown(), values, faults, left_out)
    if at["email"] is not None:
        for row, cell in enumerate(values["email"]):
            if cell and not EMAIL.fullmatch(cell) and row not in left_out:
                why = tr("This is not an email address: {text}. Left empty.", text=cell[:60])
                faults.append(Problem(piece.lines[row], why, "no_email", cell))
                values["email"][row] = ""


def too_long(label: str, most: int) -> str:
    """The sentence on a cell that is longer than `most` characters."""
    return ntr("{label} is too long: at most {n} character.", "{label} is too long: at most {n} characters.", most, label=label)


def _shorten(piece: Piece, name: str, label: str, values: dict[str, list[str]], faults: list[Problem], left_out: set[int]) -> None:
    most = MOST_LONG if name in LONG else MOST
    for row, cell in enumerate(values[name]):
        if len(cell) > most and row not in left_out:
            why = tr("{problem} Left empty.", problem=too_long(label, most))
            faults.append(Problem(piece.lines[row], why, "too_long", cell))
            values[name][row] = ""
