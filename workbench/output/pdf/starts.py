"""Which passages begin on a new page: those where it leaves the pages better filled than going on would.

Every way to begin them is weighed. What follows a passage that begins a page does not depend on what stands before it, so that each stretch
from one such passage to the next is laid once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.output.pdf.flow import Flow
from workbench.output.pdf.passage import Passage

LEAST_LAST = 0.35
"""A last page that is filled less than this counts as badly filled; one that is filled more costs nothing."""


@dataclass(frozen=True, slots=True)
class _Way:
    """The passages that begin a page, by number, and what the empty room they leave costs."""

    cost: float
    starts: tuple[int, ...]


def lay(flow: Flow, openings: Sequence[Passage], passages: Sequence[Passage]) -> None:
    """Lay the opening that goes best with what follows (all of them say the same, looser or closer; the first is preferred), then the
    passages, each on a new page where that pays. `flow` is empty."""
    after = _best_ways(flow, passages)
    ways = [_from_here(flow, 0, [opening, *passages], [None, *after]) for opening in openings]
    chosen = min(range(len(ways)), key=lambda place: (round(ways[place].cost, 3), place))
    openings[chosen].lay(flow)
    for number, passage in enumerate(passages, 1):
        if number in ways[chosen].starts and flow.y > flow.top:
            flow.next_page()
        passage.lay(flow)


def _best_ways(flow: Flow, passages: Sequence[Passage]) -> list[_Way | None]:
    """The best way to lay the passages from each on, if it begins a page; starts count the opening as 0."""
    found: list[_Way | None] = [None] * len(passages)
    for begin in reversed(range(len(passages))):
        found[begin] = _from_here(flow, begin + 1, passages[begin:], [None, *found[begin + 1 :]])
    return found


def _from_here(flow: Flow, number: int, passages: Sequence[Passage], after: Sequence[_Way | None]) -> _Way:
    """The best way if the first of these, the `number`th of all, begins a page. `after` are the best ways from each of them on."""
    trial = Flow(flow.left, flow.across, flow.top, flow.bottom)
    best: _Way | None = None
    for count, passage in enumerate(passages, 1):
        passage.lay(trial)
        rest = after[count] if count < len(passages) else None
        cost = _cost(trial.filled, last=rest is None) + (rest.cost if rest else 0.0)
        if best is None or cost < best.cost - 1e-9:
            best = _Way(cost, (number, *(rest.starts if rest else ())))
    assert best is not None
    return best


def _cost(filled: Sequence[float], last: bool) -> float:
    """The squares of what is empty of each page; the last page may be empty to a good part."""
    empty = [1 - one for one in filled]
    if last and empty and filled[-1] >= LEAST_LAST:
        empty.pop()
    return sum(one * one for one in empty)
