"""What a column can become. Each field is one row: its name, its label, the values it holds, and the headings it is known by.

A new heading is one word in `headings`; a new field is one row; a new kind is one small file in `kinds/`.
"""

from dataclasses import dataclass
from functools import cache

from workbench.importing.reading.header import fold_heading
from workbench.strings import tr


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind. `label` is marked for translation; `pattern` names what its values look like (patterns.py).

    `headings` are parted by bars, English then Japanese. `generic` headings count only where the values support them.
    """

    name: str
    label: str
    pattern: str
    headings: str
    generic: str = ""

    def shown(self) -> str:
        """The label in the language in use."""
        return tr(self.label)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of list: what it is called, its fields in the order of the wizard, and what a list needs to be of this kind."""

    name: str
    label: str
    explanation: str
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field | None:
        """The field of this name, or None."""
        return next((field for field in self.fields if field.name == name), None)


@cache
def folded_headings(field: Field) -> tuple[frozenset[str], frozenset[str]]:
    """The folded headings of a field: those that name it, and the generic ones."""
    return _folded(field.headings), _folded(field.generic)


def _folded(headings: str) -> frozenset[str]:
    return frozenset(folded for heading in headings.split("|") if (folded := fold_heading(heading)))


def known_headings(kinds: tuple[Kind, ...]) -> frozenset[str]:
    """All folded headings of some kinds: a row of them is a header."""
    return frozenset().union(*(names | generic for kind in kinds for field in kind.fields for names, generic in [folded_headings(field)]))
