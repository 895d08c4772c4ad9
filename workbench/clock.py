"""The one clock. Every pane, document and verb asks here what day it is, so that `--today` and tests can set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

_fixed: date | None = None


def today() -> date:
    """The day it is for the owner, or the day that was set."""
    return _fixed or date.today()


def now() -> datetime:
    """Local wall time without zone; on a day that was set, at the real time of day."""
    moment = datetime.now()
    return datetime.combine(_fixed, moment.time()) if _fixed else moment


def utc_stamp() -> str:
    """The real moment in UTC as ISO 8601 with seconds, for the journal only."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def set_today(day: date | None) -> None:
    """Make `day` today for the whole process; None goes back to the real clock."""
    global _fixed
    _fixed = day


@contextmanager
def fixed_today(day: date) -> Iterator[None]:
    """Make `day` today inside the block."""
    before = _fixed
    set_today(day)
    try:
        yield
    finally:
        set_today(before)
