"""What may leave the house of a tally: groups of five or more, and no word that holds a name of a customer or a contact."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.customers.folding import fold, fold_name
from workbench.value.persona_facts import Tally
from workbench.value.persona_roles import WORDS, without_role

LEAST = 5
WORD = re.compile(r"[^\W\d_]+")
TITLES = re.compile(r"(?:様|さん|氏|殿|先生|社長|部長|課長|係長|専務|常務|会長)$")
GAPS, EDGES = re.compile(r"[\s,.・･'’\"“”]+"), re.compile(r"^\W+|\W+$")
SHORTEST, MOST_WORDS = 2, 8


@dataclass(frozen=True, slots=True)
class Group:
    """Words that are counted together; `others` tells that some are left unnamed."""

    words: tuple[str, ...]
    others: bool
    count: int


class Names:
    """The names of all customers and contacts of a file, to find them in a text."""

    def __init__(self, companies: Iterable[str], people: Iterable[str]) -> None:
        self._words: set[str] = set()
        """Looked for as whole words, or as several of them joined."""
        self._pieces: set[str] = set()
        """Looked for anywhere: scripts without blanks between words."""
        for name in map(fold_name, companies):
            if len(name) >= SHORTEST:
                (self._words if name.isascii() else self._pieces).add(name)
        for person in people:
            for piece in without_role(person):
                self._person(fold(piece))
        self._lengths = sorted({len(piece) for piece in self._pieces})

    def _person(self, piece: str) -> None:
        bare = TITLES.sub("", piece)
        if piece.isascii():
            self._words.update(word for word in WORD.findall(piece) if len(word) > SHORTEST and word not in WORDS)
        elif len(bare) >= SHORTEST:
            self._pieces.add(bare)
        else:
            self._pieces.add(piece)

    def inside(self, text: str) -> bool:
        """Whether a name stands in the text."""
        flat = fold(text)
        if self._holds_piece(flat) or self._holds_piece(fold_name(text)):
            return True
        words = [bare for word in GAPS.split(flat) if (bare := EDGES.sub("", word))]
        return any(
            "".join(words[first:last]) in self._words
            for first in range(len(words))
            for last in range(first + 1, min(first + MOST_WORDS, len(words)) + 1)
        ) or not self._words.isdisjoint(WORD.findall(flat))

    def _holds_piece(self, text: str) -> bool:
        return any(text[start : start + length] in self._pieces for length in self._lengths for start in range(len(text) - length + 1))


def names(session: Session) -> Names:
    """Read them, archived customers included."""
    rows = [tuple(row) for row in session.connection().exec_driver_sql("SELECT name, name_local, contact FROM customer")]
    return Names((name for row in rows for name in row[:2] if name), (row[2] for row in rows))


def grouped(found: Tally, known: Names, common: Collection[str]) -> tuple[Group, ...]:
    """Groups of at least LEAST that add up to the tally; none where it is smaller than that altogether.

    A word is named alone where it is frequent enough, in a merged group only if it is in `common` (folded), and never if it holds a name.
    """
    shown = [(word, count) for word, count in found.counts if count >= LEAST and not known.inside(word)]
    chosen = {word for word, _ in shown}
    rest = [(word, count) for word, count in found.counts if word not in chosen]
    if rest and sum(count for _, count in rest) < LEAST and shown:
        rest.insert(0, shown.pop())
    made = [Group((word,), False, count) for word, count in shown]
    count = sum(n for _, n in rest)
    if count >= LEAST:
        named = tuple(word for word, _ in rest if fold(word) in common and not known.inside(word))
        made.append(Group(named, len(named) < len(rest), count))
    return tuple(made)
