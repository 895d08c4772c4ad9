"""Boards of cards: reading one, and what is done to its cards. Commands are called inside one edit.

Positions in a column always run from 0 without gaps.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Card, Rival
from workbench.analysis import questions
from workbench.errors import BadInput
from workbench.goals.kgi import current_plan
from workbench.strings import marked, tr

BOARDS = {
    "3c": ("customer", "competitor", "company"),
    "swot": ("strengths", "weaknesses", "opportunities", "threats"),
    "4p": ("product", "price", "place", "promotion"),
}
"""The boards and their columns, in order. A column's key belongs to one board only."""

BOARD_OF = {column: board for board, columns in BOARDS.items() for column in columns}
BOARD_NAMES = {"3c": "3C", "swot": "SWOT", "4p": "4P"}
COLUMN_NAMES = {
    "customer": marked("Customer"),
    "competitor": marked("Competitor"),
    "company": marked("Company"),
    "strengths": marked("Strengths"),
    "weaknesses": marked("Weaknesses"),
    "opportunities": marked("Opportunities"),
    "threats": marked("Threats"),
    "product": marked("Product"),
    "price": marked("Price"),
    "place": marked("4P\x04Place"),
    "promotion": marked("Promotion"),
}
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Other:
    """A card of another board that a card came from or was sent to."""

    id: int
    board: str
    column: str
    text: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class CardView:
    """One card. `weight` runs from 1 to 5; `source` is the card it came from, `sent` those that were made of it; `rival` is a name;
    `question` is the code of a guiding question."""

    id: int
    text: str
    evidence: str
    weight: int
    column: str
    source: Other | None = None
    sent: tuple[Other, ...] = ()
    rival: str = ""
    rival_id: int | None = None
    question: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its cards from top to bottom."""

    key: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A board; `without_evidence` counts the cards that name neither source nor figure."""

    key: str
    columns: tuple[Column, ...]

    @property
    def cards(self) -> tuple[CardView, ...]:
        """All cards, column by column."""
        return tuple(card for column in self.columns for card in column.cards)

    @property
    def without_evidence(self) -> int:
        """How many cards nobody could check."""
        return sum(not card.evidence for card in self.cards)

    def column(self, key: str) -> Column:
        """The column called `key`."""
        return next(column for column in self.columns if column.key == key)


def board(session: Session, key: str) -> Board:
    """The board `key` of the current plan: "3c", "swot" or "4p"."""
    plan = current_plan(session)
    rows = session.scalars(select(Card).where(Card.plan_id == plan.id).order_by(Card.position, Card.id)).all() if plan else ()
    rivals = {rival.id: rival.name for rival in session.scalars(select(Rival))}
    others = {row.id: Other(row.id, row.board, row.column, row.text, row.question) for row in rows}
    sent: dict[int, list[Other]] = {}
    for row in rows:
        if row.source_id is not None:
            sent.setdefault(row.source_id, []).append(others[row.id])
    columns: dict[str, list[CardView]] = {column: [] for column in BOARDS[key]}
    for row in rows:
        if row.board == key and row.column in columns:
            source = others.get(row.source_id) if row.source_id is not None else None
            name = rivals.get(row.rival_id, "") if row.rival_id is not None else ""
            made = tuple(sent.get(row.id, ()))
            view = CardView(row.id, row.text, row.evidence, row.weight, row.column, source, made, name, row.rival_id, row.question)
            columns[row.column].append(view)
    return Board(key, tuple(Column(column, tuple(cards)) for column, cards in columns.items()))


def place_name(column: str) -> str:
    """A column with its board: "3C Company"."""
    return tr("{board} {column}", board=BOARD_NAMES[BOARD_OF[column]], column=tr(COLUMN_NAMES[column]))


def add(session: Session, column: str, text: str, *, at: int | None = None, question: str = "", rival_id: int | None = None) -> int:
    """Add one card, at the end or at position `at`; returns its id. Raises BadInput for an empty or overlong text."""
    (made,) = _add(session, column, [_checked(text)], at, question, rival_id)
    return made


def add_lines(
    session: Session, column: str, text: str, *, at: int | None = None, question: str = "", rival_id: int | None = None
) -> tuple[int, ...]:
    """Add each line of `text` that holds something as a card; returns their ids. Raises BadInput where none does."""
    lines = [_checked(_bare(line)) for line in text.splitlines() if _bare(line)]
    if not lines:
        _checked("")
    return _add(session, column, lines, at, question, rival_id)


def edit(session: Session, card_id: int, **values: object) -> None:
    """Change some of text, evidence, weight (1 to 5), rival_id and question. Raises BadInput."""
    card = session.get_one(Card, card_id)
    if "text" in values:
        card.text = _checked(str(values["text"]))
    if "evidence" in values:
        card.evidence = _short(" ".join(str(values["evidence"]).split()))
    if "rival_id" in values:
        wanted = values["rival_id"]
        card.rival_id = None if wanted is None else session.get_one(Rival, wanted).id
    if "question" in values:
        code = str(values["question"])
        if code and (code not in questions.BY_CODE or questions.BY_CODE[code].column != card.column):
            raise BadInput(tr("“{question}” is not a question of this column.", question=code), "", tr("Choose one of the column's own."))
        card.question = code
    if "weight" in values:
        set_weight(session, (card_id,), int(str(values["weight"])))


def set_weight(session: Session, ids: Collection[int], weight: int) -> None:
    """Give cards a weight from 1 to 5. Raises BadInput for another."""
    if not 1 <= weight <= 5:
        raise BadInput(tr("A weight runs from 1 to 5."), "", tr("Press one of the keys 1 to 5."))
    for card in _cards(session, ids):
        card.weight = weight


def move(session: Session, ids: Collection[int], column: str, position: int) -> None:
    """Put cards into a column of their board before the card that stands at `position` now, in the order in which they stand."""
    cards = _in_board_order(_cards(session, ids))
    if not cards:
        return
    _same_board(cards[0], column)
    plan_id, moving = cards[0].plan_id, {card.id for card in cards}
    there = _column(session, plan_id, column)
    before = [card for card in there[: max(0, position)] if card.id not in moving]
    after = [card for card in there[max(0, position) :] if card.id not in moving]
    left = {card.column for card in cards} - {column}
    for card in cards:
        _into(card, column)
    _number([*before, *cards, *after])
    for other in left:
        _number([card for card in _column(session, plan_id, other) if card.id not in moving])


def step(session: Session, ids: Collection[int], across: int = 0, down: int = 0) -> None:
    """Move cards by one place: `across` to the column at the left (-1) or right (1) at the same height, `down` within their columns."""
    cards = _in_board_order(_cards(session, ids))
    if not cards:
        return
    plan_id = cards[0].plan_id
    if across:
        columns = BOARDS[cards[0].board]
        for key in {card.column for card in cards}:
            target = columns.index(key) + across
            if 0 <= target < len(columns):
                own = [card for card in cards if card.column == key]
                move(session, [card.id for card in own], columns[target], own[0].position)
                session.flush()
        return
    for key in {card.column for card in cards}:
        order = _column(session, plan_id, key)
        moving = {card.id for card in cards if card.column == key}
        for place in range(len(order)) if down < 0 else range(len(order) - 1, -1, -1):
            other = place + (1 if down > 0 else -1)
            if order[place].id in moving and 0 <= other < len(order) and order[other].id not in moving:
                order[place], order[other] = order[other], order[place]
        _number(order)


def remove(session: Session, ids: Collection[int]) -> int:
    """Remove cards; returns how many there were. Cards that were sent from them stay and lose the link."""
    cards = _cards(session, ids)
    columns = {(card.plan_id, card.column) for card in cards}
    for card in cards:
        session.delete(card)
    session.flush()
    for plan_id, column in columns:
        _number(_column(session, plan_id, column))
    return len(cards)


def send(session: Session, ids: Collection[int], column: str) -> tuple[int, ...]:
    """Copy cards to the end of a column of another board and link both ways; what was sent there already is not sent again.

    Returns the ids of the new cards. Raises BadInput for a column of their own board.
    """
    cards = _in_board_order(_cards(session, ids))
    if any(card.board == BOARD_OF[column] for card in cards):
        raise BadInput(tr("A card is sent to another board."), "", tr("Within a board, move it."))
    made = []
    for card in cards:
        there = select(Card.id).where(Card.source_id == card.id, Card.column == column)
        if session.scalar(there) is None:
            (new,) = _add(session, column, [card.text], None, "", card.rival_id, card.plan_id)
            copy = session.get_one(Card, new)
            copy.evidence, copy.weight, copy.source_id = card.evidence, card.weight, card.id
            made.append(new)
    return tuple(made)


def _add(
    session: Session,
    column: str,
    texts: Iterable[str],
    at: int | None,
    question: str,
    rival_id: int | None,
    plan_id: int | None = None,
) -> tuple[int, ...]:
    if plan_id is None:
        plan = current_plan(session)
        if plan is None:
            raise BadInput(tr("This file has no plan."), "", tr("Make a plan first."))
        plan_id = plan.id
    order = _column(session, plan_id, column)
    place = len(order) if at is None else max(0, min(at, len(order)))
    made = [
        Card(
            plan_id=plan_id,
            board=BOARD_OF[column],
            column=column,
            position=place + number,
            text=text,
            question=question if question in questions.BY_CODE and questions.BY_CODE[question].column == column else "",
            rival_id=rival_id,
        )
        for number, text in enumerate(texts)
    ]
    session.add_all(made)
    _number([*order[:place], *made, *order[place:]])
    session.flush()
    return tuple(card.id for card in made)


def _column(session: Session, plan_id: int, column: str) -> list[Card]:
    wanted = select(Card).where(Card.plan_id == plan_id, Card.board == BOARD_OF[column], Card.column == column)
    return list(session.scalars(wanted.order_by(Card.position, Card.id)))


def _cards(session: Session, ids: Collection[int]) -> list[Card]:
    found = (session.get(Card, card_id) for card_id in dict.fromkeys(ids))
    return [card for card in found if card is not None]


def _in_board_order(cards: Iterable[Card]) -> list[Card]:
    return sorted(cards, key=lambda card: (BOARDS[card.board].index(card.column), card.position))


def _number(order: Iterable[Card]) -> None:
    for position, card in enumerate(order):
        if card.position != position:
            card.position = position


def _into(card: Card, column: str) -> None:
    if card.column == column:
        return
    card.column, card.question = column, ""
    if card.board == "3c" and column != "competitor":
        card.rival_id = None


def _same_board(card: Card, column: str) -> None:
    if BOARD_OF[column] != card.board:
        raise BadInput(tr("A card cannot leave its board."), "", tr("Send it to the other board."))


def _bare(line: str) -> str:
    """A pasted line without the sign of a list."""
    text = line.strip()
    return text[1:].strip() if text[:1] in "•・●◦▪-*" and text[1:2].isspace() else text.removeprefix("・").removeprefix("•").strip()


def _checked(text: str) -> str:
    kept = "\n".join(line.rstrip() for line in text.strip().splitlines())
    if not kept:
        raise BadInput(tr("A card needs text."), "", tr("Type a few words."))
    return _short(kept)


def _short(text: str) -> str:
    if len(text) > LONGEST:
        raise BadInput(tr("This text is longer than a card can hold."), "", tr("Shorten it, or make several cards of it."))
    return text
