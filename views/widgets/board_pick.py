"""Which cards of a board are selected."""

from collections.abc import Collection, Sequence


class Picked:
    """A set of card ids with the one from which Shift spans. `plain` remembers whether the last press had no modifier."""

    def __init__(self) -> None:
        self.chosen: set[int] = set()
        self.anchor: int | None = None
        self.plain = True

    @property
    def ids(self) -> tuple[int, ...]:
        """The selected ids in no particular order."""
        return tuple(self.chosen)

    def only(self, card_id: int) -> None:
        """Select this one alone."""
        self.chosen, self.anchor = {card_id}, card_id

    def toggle(self, card_id: int) -> None:
        """Add it, or take it out."""
        self.chosen ^= {card_id}
        self.anchor = card_id

    def span(self, order: Sequence[int], card_id: int) -> None:
        """Select from the anchor to this one in the board's order."""
        if self.anchor not in order or card_id not in order:
            self.only(card_id)
            return
        one, other = sorted((order.index(self.anchor), order.index(card_id)))
        self.chosen = set(order[one : other + 1])

    def all(self, ids: Sequence[int]) -> None:
        """Select all of these."""
        self.chosen, self.anchor = set(ids), ids[0] if ids else None

    def clear(self) -> bool:
        """Select nothing; whether anything was."""
        had = bool(self.chosen)
        self.chosen, self.anchor = set(), None
        return had

    def keep(self, known: Collection[int]) -> bool:
        """Forget cards that are gone; whether one was selected."""
        gone = self.chosen - set(known)
        self.chosen -= gone
        return bool(gone)
