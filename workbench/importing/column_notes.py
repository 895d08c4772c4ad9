"""What became of columns that one might look for: headings that stand twice, numbers that are none, lists without headings."""

import re
from collections.abc import Sequence

from workbench.importing.fields import Kind
from workbench.importing.kinds import KNOWN
from workbench.importing.mapping import ColumnGuess, Sample, doubted_numbers
from workbench.importing.reading import Table, fold_heading
from workbench.strings import tr

AGAIN = re.compile(r"(.+) \((\d+)\)")


def column_notes(table: Table, kind: Kind, guesses: Sequence[ColumnGuess], sample: Sample) -> list[str]:
    """Sentences on the columns of a list, one a column that wants one, and on headings that may be a row."""
    notes = []
    names = set(table.columns)
    if table.header.line and KNOWN.isdisjoint(map(fold_heading, table.columns)) and "_" not in "".join(table.columns):
        notes.append(
            tr(
                "Line {line} is taken as headings, though none of them is known: if it holds a customer, put a line of headings above it.",
                line=table.header.line,
            )
        )
    for guess in guesses:
        again = AGAIN.fullmatch(guess.column)
        if again and again[1] in names:
            field = kind.field(guess.field)
            notes.append(
                tr("“{heading}” stands twice; the later column is read as {field}.", heading=again[1], field=field.shown())
                if field
                else tr("“{heading}” stands twice; the later column is left out.", heading=again[1])
            )
    for column, doubt in doubted_numbers(kind, sample, guesses):
        notes.append(
            tr("“{column}” is left out: its values repeat, so they do not number customers.", column=column)
            if doubt == "repeats"
            else tr("“{column}” is left out: it only counts the lines.", column=column)
        )
    return notes
