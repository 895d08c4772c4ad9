"""When, how often and how long the customers of a list are visited: read from its cells, compared with what is there, written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from workbench.customers.hours import Window
from workbench.importing.preview import KeptField
from workbench.importing.problems import Problem
from workbench.importing.reading import Piece
from workbench.importing.values.frequency import NotOften, Often, often_cell, parse_minutes, parse_often
from workbench.importing.values.opening import NotHours, hours_cell, parse_hours, parse_weekdays
from workbench.strings import tr

FIELDS = ("hours", "closed", "often", "minutes")
ALL_DAY = ((0, 24 * 60),)
Hours = dict[int, tuple[Window, ...]]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a row or a customer says, None where nothing: windows of each weekday, closed weekdays, how often, minutes a visit."""

    hours: Hours | None = None
    closed: frozenset[int] | None = None
    often: Often | None = None
    minutes: int | None = None

    @property
    def said(self) -> bool:
        """Whether it says anything."""
        return self != NOTHING


NOTHING = Terms()


class TermsReader:
    """Reads the cells of one list."""

    def __init__(self, at: Mapping[str, int | None]) -> None:
        """`at` tells in which columns the fields stand."""
        self._at = {name: at[name] for name in FIELDS if at[name] is not None}

    def read(self, piece: Piece, faults: list[Problem]) -> list[Terms] | None:
        """The terms of each row, None where the list has no such column; what cannot be read is added to `faults`."""
        if not self._at:
            return None
        return [self._row(row, line, faults) for row, line in zip(piece.rows, piece.lines, strict=True)]

    def _row(self, row: Sequence[str], line: int, faults: list[Problem]) -> Terms:
        found: dict[str, Any] = {}
        for name, index in self._at.items():
            cell = row[index].strip() if index is not None else ""
            if cell:
                try:
                    found[name] = READ[name](cell)
                except (NotHours, NotOften):
                    faults.append(Problem(line, _why(name, cell[:60]), "left_empty", cell))
        terms = Terms(**found)
        if terms.closed and not any(_closing(terms.hours or {}, terms.closed).values()):
            faults.append(Problem(line, tr("The day on which it closes does not leave any open weekday."), "left_empty", ""))
            return Terms(terms.hours, None, terms.often, terms.minutes)
        return terms


READ: dict[str, Callable[[str], Any]] = {"hours": parse_hours, "closed": parse_weekdays, "often": parse_often, "minutes": parse_minutes}


def _why(name: str, text: str) -> str:
    if name == "hours":
        return tr("These are no opening hours: {text}. Left empty.", text=text)
    if name == "closed":
        return tr("No weekday is named here: {text}. Left empty.", text=text)
    if name == "often":
        return tr("This does not say how often: {text}. Left empty.", text=text)
    return tr("This is no duration of a visit: {text}. Left empty.", text=text)


def _closing(hours: Hours, closed: frozenset[int]) -> Hours:
    """The hours with some weekdays closed; a customer without hours is open all day on the others."""
    return {day: () if day in closed else (hours.get(day, ()) if hours else ALL_DAY) for day in range(7)}


def existing_terms(session: Session, ids: Iterable[int]) -> dict[int, Terms]:
    """What customers have now, of hours, how often and minutes."""
    wanted, hours = set(ids), dict[int, Hours]()
    db = session.connection()
    for key, day, start, end in db.exec_driver_sql('SELECT customer_id, weekday, start, "end" FROM customer_hours ORDER BY start'):
        if key in wanted:
            week = hours.setdefault(key, {})
            week[day] = (*week.get(day, ()), *(((start, end),) if start < end else ()))
    rules = {
        row[0]: row[1:]
        for row in db.exec_driver_sql("SELECT customer_id, visits, every, unit, duration FROM customer_rule")
        if row[0] in wanted
    }
    found = {}
    for key in hours.keys() | rules.keys():
        visits, every, unit, minutes = rules.get(key, (None, None, None, None))
        often = (visits, every, unit) if visits is not None and every is not None and unit is not None else None
        found[key] = Terms(hours.get(key), None, often, minutes)
    return found


def changed_terms(now: Terms, there: Terms, by_hand: frozenset[str], line: int = 0, customer: str = "") -> tuple[Terms, list[KeptField]]:
    """What a row would change, and what it may not because it was set by hand. What it leaves empty changes nothing."""
    hours, kept = None, list[KeptField]()
    if now.hours is not None or now.closed:
        hours = _closing(now.hours or there.hours or {}, now.closed or frozenset())
        if hours_cell(hours) == hours_cell(there.hours or {}) or not any(hours.values()):
            hours = None
    often = now.often if now.often != there.often else None
    minutes = now.minutes if now.minutes != there.minutes else None
    if hours is not None and "hours" in by_hand:
        kept.append(KeptField(line, customer, "hours", hours_cell(there.hours or {}), hours_cell(hours)))
        hours = None
    if "rule" in by_hand and often is not None:
        kept.append(KeptField(line, customer, "often", often_cell(*there.often) if there.often else "", often_cell(*often)))
        often = None
    if "rule" in by_hand and minutes is not None:
        kept.append(KeptField(line, customer, "minutes", str(there.minutes or ""), str(minutes)))
        minutes = None
    return Terms(hours, None, often, minutes), kept


def write_terms(session: Session, terms: Sequence[tuple[int, Terms]]) -> None:
    """Write what `changed_terms` gave, by customer. With a new cadence the gaps follow the tier again."""
    db = session.connection()
    week = [
        (key, day, *window)
        for key, one in terms
        if one.hours is not None
        for day in range(7)
        for window in one.hours.get(day, ()) or ((0, 0),)
    ]
    again = [(key,) for key in dict.fromkeys(row[0] for row in week)]
    if week:
        db.exec_driver_sql("DELETE FROM customer_hours WHERE customer_id = ?", again)
        db.exec_driver_sql('INSERT INTO customer_hours (customer_id, weekday, start, "end") VALUES (?, ?, ?, ?)', week)
    ruled = [(key, one) for key, one in terms if one.often is not None or one.minutes is not None]
    for key, one in ruled:
        if db.exec_driver_sql("SELECT 1 FROM customer_rule WHERE customer_id = ?", (key,)).first() is None:
            db.exec_driver_sql("INSERT INTO customer_rule (customer_id, weekdays, preferred) VALUES (?, 127, 0)", (key,))
        if one.often is not None:
            db.exec_driver_sql(
                "UPDATE customer_rule SET visits = ?, every = ?, unit = ?, least_gap = NULL, greatest_gap = NULL WHERE customer_id = ?",
                (*one.often, key),
            )
        if one.minutes is not None:
            db.exec_driver_sql("UPDATE customer_rule SET duration = ? WHERE customer_id = ?", (one.minutes, key))
