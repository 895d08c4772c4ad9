"""Names in a column of reps, and which rep each means."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from workbench.customers.folding import fold
from workbench.customers.only_rep import given_words, only_rep


class Reps:
    """The company's reps by full name, short name and family name."""

    def __init__(self, session: Session) -> None:
        """Read them."""
        self.unknown: set[str] = set()
        only = only_rep(session)
        self.only = only.id if only is not None else None
        self._names: dict[int, str] = {}
        self._by_name: dict[str, int | None] = {}
        parts: dict[str, set[int]] = {}
        for id_, name, short in session.connection().exec_driver_sql("SELECT id, name, short_name FROM rep ORDER BY position, id"):
            self._names[id_] = name
            for spelling in (name, short, name.replace(" ", "").replace("\u3000", "")):
                if spelling:
                    self._by_name.setdefault(fold(spelling).strip(), id_)
            for part in fold(name).split():
                parts.setdefault(part, set()).add(id_)
        for part, ids in parts.items():
            if len(ids) == 1:
                self._by_name.setdefault(part, next(iter(ids)))

    def find(self, name: str) -> int | None:
        """The rep that a cell means, or None."""
        key = name if name in self._by_name else fold(name).strip()
        return self._by_name.get(key) or self._by_name.get("".join(key.split()))

    def of_new(self, name: str) -> int | None:
        """The rep of a new customer: whom its cell means, or the company's only rep where the cell is empty."""
        return self.find(name) if name else self.only

    def given(self, names: Iterable[str]) -> str:
        """The sentence on new customers that go to the only rep, from their cells; "" where there are none."""
        return given_words(self.name(self.only)) if self.only is not None and not all(names) else ""

    def name(self, rep: int | None) -> str:
        """The name of a rep, empty for none."""
        return self._names.get(rep, "") if rep is not None else ""

    def note_unknown(self, names: Iterable[str]) -> None:
        """Remember the names that mean no rep."""
        for name in set(names):
            if name and self.find(name) is None and len(self.unknown) < 100:
                self.unknown.add(name)
