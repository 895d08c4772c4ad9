"""Calendars as iCalendar files (RFC 5545): UTF-8, CRLF, lines folded at 75 octets, texts escaped, times as on the wall."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from workbench.output.plain_text import without_controls

LONGEST_LINE = 75
"""Octets of a line, its end not counted."""
MOST_LETTERS = 8_000
_PRODUCT = "-//Asaichi//Visits//EN"


@dataclass(frozen=True, slots=True)
class Event:
    """One appointment. Times are minutes after midnight of `day`; `modified` is UTC as 2026-11-24T07:58:12Z. The `uid` never changes, the
    `sequence` never falls: a second import then changes the event, and takes a cancelled one away."""

    uid: str
    sequence: int
    modified: str
    day: date
    start: int
    end: int
    summary: str
    location: str = ""
    description: str = ""
    geo: tuple[float, float] | None = None
    cancelled: bool = False


def calendar(name: str, events: Iterable[Event]) -> bytes:
    """A calendar with a name and these events."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for event in events:
        lines += _lines(event)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def escaped(text: str) -> str:
    """A text as a value: backslash, semicolon, comma and line ends escaped, other control characters left out."""
    text = text[:MOST_LETTERS]
    for line_end in ("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"):
        text = text.replace(line_end, "\n")
    text = without_controls(text)
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> bytes:
    """A line with its end, broken after at most 75 octets and never inside a letter; each further line begins with a blank."""
    parts: list[bytes] = [b""]
    for letter in line:
        octets = letter.encode()
        if len(parts[-1]) + len(octets) > LONGEST_LINE:
            parts.append(b" ")
        parts[-1] += octets
    return b"\r\n".join(parts) + b"\r\n"


def _lines(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"SEQUENCE:{event.sequence}"
    stamp = event.modified.replace("-", "").replace(":", "")
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"DTSTART:{_at(event.day, event.start)}"
    yield f"DTEND:{_at(event.day, event.end)}"
    yield f"SUMMARY:{escaped(event.summary)}"
    if event.location.strip():
        yield f"LOCATION:{escaped(event.location)}"
    if event.description.strip():
        yield f"DESCRIPTION:{escaped(event.description)}"
    if event.geo is not None:
        yield f"GEO:{event.geo[0]:.6f};{event.geo[1]:.6f}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def _at(day: date, minutes: int) -> str:
    return f"{datetime(day.year, day.month, day.day) + timedelta(minutes=minutes):%Y%m%dT%H%M%S}"
