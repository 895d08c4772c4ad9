"""Value statements by segment: what we offer, what of it, what the customer gains with a number of their own.

Reading, and the commands, which are called inside one edit. Positions in a segment run from 0 without gaps.
"""

import math
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Segment, ValueStatement
from workbench import formatting
from workbench.errors import BadInput
from workbench.goals.kgi import current_plan
from workbench.strings import marked, tr

BEST, LONGEST, LONGEST_UNIT, GREATEST = 3, 500, 40, 1e12
MISSING = {
    "gain": marked("gain"),
    "before": marked("before"),
    "after": marked("after"),
    "unit": marked("unit"),
    "change": marked("difference"),
}
TEXTS = ("feature", "so_what", "gain", "unit")
FIGURES = ("before", "after")


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement. `before` and `after` are in `unit`; `missing` are codes of MISSING, and with any of them the statement is weak."""

    id: int
    segment: int
    feature: str
    so_what: str
    gain: str
    before: float | None
    after: float | None
    unit: str
    missing: tuple[str, ...]

    @property
    def weak(self) -> bool:
        """Whether the customer sees no number in it."""
        return bool(self.missing)

    @property
    def change(self) -> float:
        """The difference as a share of the greater figure, from 0 to 1 (2 where the sign turns); 0 for a weak statement."""
        if self.weak or self.before is None or self.after is None:
            return 0.0
        return abs(self.after - self.before) / max(abs(self.before), abs(self.after))

    @property
    def words(self) -> str:
        """What is said on a visit: the gain and its figures, or what there is of them."""
        said = self.gain or self.so_what or self.feature
        if self.weak or self.before is None or self.after is None:
            return said
        figures = tr("{before} → {after} {unit}", before=figure(self.before), after=figure(self.after), unit=self.unit)
        return tr("{gain}: {figures}", gain=said, figures=figures.replace(" ", formatting.NO_BREAK))


@dataclass(frozen=True, slots=True)
class SegmentValue:
    """A segment with its statements in their order."""

    id: int
    name: str
    decision: str
    statements: tuple[StatementView, ...]

    @property
    def weak(self) -> int:
        """How many of the statements are weak."""
        return sum(one.weak for one in self.statements)

    @property
    def best(self) -> tuple[StatementView, ...]:
        """At most three words to say on visits: strong ones first, by how much changes, then in their order."""
        return tuple(sorted(self.statements, key=lambda one: (one.weak, -one.change))[:BEST])


@dataclass(frozen=True, slots=True)
class Use:
    """Where a segment's words are said: its customers, and the visits planned to them from a day on for a week."""

    customers: int
    visits: int


def by_segment(session: Session) -> tuple[SegmentValue, ...]:
    """The segments of the current plan in their order, each with its statements."""
    plan = current_plan(session)
    if plan is None:
        return ()
    rows = session.scalars(select(Segment).where(Segment.plan_id == plan.id).order_by(Segment.position, Segment.id)).all()
    found = _statements(session, [row.id for row in rows])
    return tuple(SegmentValue(row.id, row.name, row.decision, tuple(found.get(row.id, ()))) for row in rows)


def use(session: Session, segment_id: int) -> Use:
    """Who hears a segment's words, and on how many visits of the next seven days."""
    from datetime import timedelta

    from workbench import clock
    from workbench.targeting.segments import counting_in

    sql, values = counting_in(session, frozenset((segment_id,)))
    connection = session.connection()
    inside = f"FROM customer c WHERE c.archived = 0 AND ({sql})"
    customers = connection.exec_driver_sql(f"SELECT count(*) {inside}", tuple(values)).scalar_one()
    today = clock.today()
    visits = connection.exec_driver_sql(
        f"SELECT count(*) FROM visit WHERE status = 'planned' AND day >= ? AND day < ? AND customer_id IN (SELECT c.id {inside})",
        (today.isoformat(), (today + timedelta(days=7)).isoformat(), *values),
    ).scalar_one()
    return Use(int(customers), int(visits))


def best_words(session: Session, customer_ids: Sequence[int]) -> str:
    """The best words for these customers: those of the segment that most of them count in and that has a statement; else ""."""
    if not customer_ids:
        return ""
    from workbench.targeting.segments import counting_in

    wanted, most, words = Counter(customer_ids), 0, ""
    marks = ", ".join("?" * len(wanted))
    for one in by_segment(session):
        if one.statements:
            sql, values = counting_in(session, frozenset((one.id,)))
            question = f"SELECT c.id FROM customer c WHERE c.id IN ({marks}) AND ({sql})"
            inside = sum(wanted[row[0]] for row in session.connection().exec_driver_sql(question, (*wanted, *values)))
            if inside > most:
                most, words = inside, one.best[0].words
    return words


def figure(value: float | None) -> str:
    """A figure of a statement with as many decimals as it has, at most three."""
    if value is None:
        return ""
    digits = next(n for n in range(4) if n == 3 or round(value, n) == round(value, 3))
    return formatting.number(value, digits)


def add(session: Session, segment_id: int, feature: str) -> int:
    """Add a statement at the end of a segment; returns its id. Raises BadInput without a feature."""
    segment = session.get_one(Segment, segment_id)
    order = _rows(session, segment.id)
    row = ValueStatement(segment_id=segment.id, position=len(order), feature=_feature(feature))
    session.add(row)
    session.flush()
    return row.id


def change(session: Session, statement_id: int, **values: object) -> int:
    """Change some of feature, so_what, gain, unit, before and after; a figure may be a number, text as typed, or None. Returns its id.

    Raises BadInput.
    """
    row = session.get_one(ValueStatement, statement_id)
    for key, value in values.items():
        if key == "feature":
            row.feature = _feature(str(value))
        elif key in FIGURES:
            setattr(row, key, _figure(value))
        elif key in TEXTS:
            setattr(row, key, _text(str(value), LONGEST_UNIT if key == "unit" else LONGEST))
        else:
            raise TypeError(key)
    return row.id


def move(session: Session, statement_id: int, by: int) -> None:
    """Move a statement by so many places within its segment; it stops at either end."""
    row = session.get_one(ValueStatement, statement_id)
    order = _rows(session, row.segment_id)
    place = order.index(row)
    order.insert(max(0, min(place + by, len(order) - 1)), order.pop(place))
    _number(order)


def remove(session: Session, statement_id: int) -> int:
    """Remove a statement; returns its segment's id."""
    row = session.get_one(ValueStatement, statement_id)
    segment = row.segment_id
    session.delete(row)
    session.flush()
    _number(_rows(session, segment))
    return segment


def missing(gain: str, before: float | None, after: float | None, unit: str) -> tuple[str, ...]:
    """What a statement lacks to be strong: codes of MISSING."""
    there = {"gain": bool(gain), "before": before is not None, "after": after is not None, "unit": bool(unit)}
    lacks = [key for key, known in there.items() if not known]
    if before is not None and before == after:
        lacks.append("change")
    return tuple(lacks)


def _rows(session: Session, segment_id: int) -> list[ValueStatement]:
    wanted = select(ValueStatement).where(ValueStatement.segment_id == segment_id)
    return list(session.scalars(wanted.order_by(ValueStatement.position, ValueStatement.id)))


def _statements(session: Session, segment_ids: Collection[int]) -> dict[int, list[StatementView]]:
    found: dict[int, list[StatementView]] = {}
    wanted = select(ValueStatement).where(ValueStatement.segment_id.in_(segment_ids))
    for row in session.scalars(wanted.order_by(ValueStatement.position, ValueStatement.id)):
        lacks = missing(row.gain, row.before, row.after, row.unit)
        view = StatementView(row.id, row.segment_id, row.feature, row.so_what, row.gain, row.before, row.after, row.unit, lacks)
        found.setdefault(row.segment_id, []).append(view)
    return found


def _number(order: Sequence[ValueStatement]) -> None:
    for position, row in enumerate(order):
        if row.position != position:
            row.position = position


def _feature(text: str) -> str:
    kept = _text(text, LONGEST)
    if not kept:
        raise BadInput(tr("A value statement needs a feature."), "", tr("Type what we offer in a few words."))
    return kept


def _text(text: str, most: int) -> str:
    kept = " ".join(text.replace("\0", "").split())
    if len(kept) > most:
        raise BadInput(tr("This is too long."), "", tr("At most {n} characters.", n=most))
    return kept


def _figure(value: object) -> float | None:
    text = unicodedata.normalize("NFKC", "" if value is None else str(value)).replace(",", "").replace("−", "-").replace("%", "").strip()
    if not text:
        return None
    try:
        number = float("".join(text.split()))
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or abs(number) > GREATEST:
        raise BadInput(tr("“{text}” is not a number.", text=str(value)[:40]), "", tr("Type digits only; the unit has its own place."))
    return number
