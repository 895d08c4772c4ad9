"""The tiered customers by revenue, kept in memory, so that trying other thresholds reads nothing and takes no time at 100,000."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy.orm import Session

from workbench.visits.channel import channel_sql

Counts = dict[tuple[int | None, str, str], int]
"""Number of customers by rep (None: no rep), tier, and the channel that their segment sets ("" where they follow their tier)."""


class CurveRow(NamedTuple):
    """One customer as the curve needs it. `tier` is what counts now, `held` that it is so by hand; `figures` what the figures say;
    `channel` what its segment sets."""

    customer_id: int
    revenue: int
    rep_id: int | None
    tier: str
    figures: str
    held: bool
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Moving:
    """Customers that thresholds would move from one tier to another: how many, their revenue, the ids of the first few by revenue."""

    before: str
    after: str
    customers: int
    revenue: int
    first: tuple[int, ...]


class TierCurve:
    """Customers with a tier by figures, best first; prospects and those not tiered only count. Revenue is in ten-thousandths."""

    def __init__(self, rows: Iterable[CurveRow]) -> None:
        ordered: list[CurveRow] = []
        now: Counter[tuple[int | None, str, str]] = Counter()
        fixed: Counter[tuple[int | None, str, str]] = Counter()
        earned: Counter[str] = Counter()
        for row in rows:
            now[row[2], row[3], row[6]] += 1
            if row[4] != "N":
                ordered.append(row)
                if row[1] > 0:
                    earned[row[3]] += row[1]
            if row[5] or row[4] == "N":
                fixed[row[2], row[3] if row[5] else "N", row[6]] += 1
        ordered.sort(key=itemgetter(1), reverse=True)
        self.ids = [r.customer_id for r in ordered]
        self.revenues = [r.revenue for r in ordered]
        self._falling = [-r.revenue for r in ordered]
        self._sums = [0, *accumulate(max(0, r.revenue) for r in ordered)]
        self._earning = bisect_left(self._falling, 0)
        self._held = [place for place, r in enumerate(ordered) if r.held]
        self._fixed = fixed
        self._places: dict[tuple[int | None, str], list[int]] = defaultdict(list)
        for place, r in enumerate(ordered):
            if not r.held:
                self._places[r.rep_id, r.channel].append(place)
        self.now: Counts = dict(now)
        self.revenue_now: dict[str, int] = dict(earned)

    @property
    def total(self) -> int:
        """All revenue above zero."""
        return self._sums[-1]

    def ends(self, percent: float) -> int:
        """How many customers lie before the end of a tier at `percent` of the revenue; as `tiering.pareto_tiers` has it."""
        place = bisect_left(self._sums, percent * self.total, 0, len(self.ids), key=lambda s: s * 100)
        if 0 < place < len(self.ids):
            place = bisect_right(self._falling, self._falling[place - 1])
        return min(place, self._earning)

    def counts(self, a_percent: float, b_percent: float) -> Counts:
        """How many customers each rep would have in each tier; those held by hand stay."""
        a = self.ends(a_percent)
        b = max(a, self.ends(b_percent))
        found: Counter[tuple[int | None, str, str]] = Counter(self._fixed)
        for (rep, channel), places in self._places.items():
            to_a, to_b = bisect_left(places, a), bisect_left(places, b)
            for tier, count in (("A", to_a), ("B", to_b - to_a), ("C", len(places) - to_b)):
                if count:
                    found[rep, tier, channel] += count
        return dict(found)

    def moving(self, saved: tuple[float, float], tried: tuple[float, float], most: int = 3) -> tuple[Moving, ...]:
        """Who would change tier between two pairs of thresholds, best first."""
        old, new = (sorted(self.ends(percent) for percent in pair) for pair in (saved, tried))
        marks = sorted({0, *old, *new, len(self.ids)})
        found = []
        for start, end in zip(marks, marks[1:], strict=False):
            before, after = (_tier(start, *ends) for ends in (old, new))
            count = end - start - len(self._held_in(start, end))
            if before != after and count > 0:
                free = [self.ids[place] for place in self._free(start, end, most)]
                revenue = self._sums[end] - self._sums[start] - sum(max(0, self.revenues[p]) for p in self._held_in(start, end))
                found.append(Moving(before, after, count, revenue, tuple(free)))
        return tuple(found)

    def _held_in(self, start: int, end: int) -> Sequence[int]:
        return self._held[bisect_left(self._held, start) : bisect_left(self._held, end)]

    def _free(self, start: int, end: int, most: int) -> Iterator[int]:
        held = set(self._held_in(start, end))
        found = 0
        for place in range(start, end):
            if found == most:
                return
            if place not in held:
                found += 1
                yield place


def _tier(place: int, a: int, b: int) -> str:
    return "A" if place < a else "B" if place < b else "C"


def tier_curve(session: Session) -> TierCurve:
    """Read the curve of all customers that are not archived; those not tiered yet count as prospects."""
    channel, values = channel_sql(session)
    rows = session.connection().exec_driver_sql(
        "SELECT c.id, coalesce(t.revenue, 0), c.rep_id, coalesce(t.tier, 'N'), coalesce(t.by_figures, 'N'), coalesce(t.override_reason, '') <> '', "
        f"{channel} FROM customer c LEFT JOIN customer_tier t ON t.customer_id = c.id WHERE c.archived = 0 ORDER BY t.rank",
        values,
    )
    return TierCurve(map(CurveRow._make, rows))
