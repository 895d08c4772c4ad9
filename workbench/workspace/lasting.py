"""What is asked of a file again and again and stays the same until a table changes: kept beside the open file, for all its sessions."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping
from functools import wraps
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

LASTING = "lasting"
"""Where a session finds what it may use of the answers; a session without it asks each time."""

Answer = TypeVar("Answer")
Asked = ParamSpec("Asked")


class Lasting:
    """The answers for one open file. `forget` is called after each commit, before anybody is told of it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._turns: Counter[str] = Counter()
        self._answers: dict[Hashable, tuple[frozenset[str], object]] = {}

    def forget(self, tables: Collection[str]) -> None:
        """These tables have changed."""
        with self._lock:
            self._turns.update(tables)
            self._answers = {key: kept for key, kept in self._answers.items() if kept[0].isdisjoint(tables)}

    def seen_now(self, touched: Callable[[], Collection[str]] = frozenset) -> "Seen":
        """What a session that begins now may use; `touched` tells the tables that it has changed itself."""
        with self._lock:
            return Seen(self, dict(self._turns), touched)

    def find(self, key: Hashable, turns: Mapping[str, int], tables: frozenset[str]) -> tuple[frozenset[str], object] | None:
        """A kept answer, unless one of its tables has changed since `turns`."""
        with self._lock:
            return self._answers.get(key) if self._still(turns, tables) else None

    def keep(self, key: Hashable, turns: Mapping[str, int], tables: frozenset[str], answer: object) -> None:
        """Keep an answer, unless one of its tables has changed since `turns`."""
        with self._lock:
            if self._still(turns, tables):
                self._answers[key] = (tables, answer)

    def _still(self, turns: Mapping[str, int], tables: frozenset[str]) -> bool:
        return all(self._turns[table] == turns.get(table, 0) for table in tables)


class Seen:
    """One session's view of the answers."""

    def __init__(self, lasting: Lasting, turns: Mapping[str, int], touched: Callable[[], Collection[str]]) -> None:
        self._lasting, self._turns, self._touched = lasting, turns, touched

    def asked(self, key: Hashable, tables: frozenset[str], ask: Callable[[], Answer]) -> Answer:
        """The kept answer, else a new one that is kept, unless the session has changed one of the tables."""
        if not tables.isdisjoint(self._touched()):
            return ask()
        kept = self._lasting.find(key, self._turns, tables)
        if kept is not None:
            return kept[1]  # type: ignore[return-value]
        answer = ask()
        self._lasting.keep(key, self._turns, tables, answer)
        return answer


def until_changed(
    *tables: str,
) -> Callable[[Callable[Concatenate[Session, Asked], Answer]], Callable[Concatenate[Session, Asked], Answer]]:
    """`ask(session, ...)`, whose answer is kept until one of `tables` changes; it must not depend on anything else, the day included."""

    def keeping(ask: Callable[Concatenate[Session, Asked], Answer]) -> Callable[Concatenate[Session, Asked], Answer]:
        @wraps(ask)
        def asked(session: Session, *args: Asked.args, **named: Asked.kwargs) -> Answer:
            seen = session.info.get(LASTING)
            if seen is None:
                return ask(session, *args, **named)
            key = (ask, args, tuple(sorted(named.items())))
            found: Answer = seen.asked(key, frozenset(tables), lambda: ask(session, *args, **named))
            return found

        return asked

    return keeping
