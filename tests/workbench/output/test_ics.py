"""Calendars: lines of at most 75 octets that are never broken inside a letter, values escaped, read back as they were typed."""

import random
from datetime import date

import pytest

from workbench.output.ics import LONGEST_LINE, Event, calendar, escaped, folded
from workbench.output.plain_text import without_controls

DAY = date(2026, 11, 24)


def unfolded(content: bytes) -> list[str]:
    assert content.endswith(b"\r\n") and b"\n" not in content.replace(b"\r\n", b"") and b"\r" not in content.replace(b"\r\n", b"")
    return content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def unescaped(value: str) -> str:
    out, place = "", 0
    while place < len(value):
        if value[place] == "\\":
            place += 1
            out += "\n" if value[place] in "nN" else value[place]
        else:
            assert value[place] not in ",;"
            out += value[place]
        place += 1
    return out


def event(**values: object) -> Event:
    made = {"uid": "visit-1@a", "sequence": 3, "modified": "2026-11-24T07:58:12Z", "day": DAY, "start": 560, "end": 630, "summary": "S"}
    return Event(**{**made, **values})  # type: ignore[arg-type]


def values_of(content: bytes, name: str) -> list[str]:
    return [line.split(":", 1)[1] for line in unfolded(content) if line.startswith(f"{name}:")]


def test_an_event_has_all_that_a_calendar_needs() -> None:
    content = calendar("Visits, S. Morita", [event(geo=(34.5, 135.25), location="Osaka", description="Ask")])
    assert unfolded(content) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Asaichi//Visits//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Visits\\, S. Morita",
        "BEGIN:VEVENT",
        "UID:visit-1@a",
        "SEQUENCE:3",
        "DTSTAMP:20261124T075812Z",
        "LAST-MODIFIED:20261124T075812Z",
        "DTSTART:20261124T092000",
        "DTEND:20261124T103000",
        "SUMMARY:S",
        "LOCATION:Osaka",
        "DESCRIPTION:Ask",
        "GEO:34.500000;135.250000",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    assert values_of(calendar("x", [event(cancelled=True)]), "STATUS") == ["CANCELLED"]


def test_a_visit_over_midnight_ends_on_the_next_day() -> None:
    assert values_of(calendar("x", [event(start=1430, end=1450)]), "DTEND") == ["20261125T001000"]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("a,b;c\\d", "a\\,b\\;c\\\\d"),
        ("one\r\ntwo\rthree\nfour", "one\\ntwo\\nthree\\nfour"),
        ("a\u2028b\x85c", "a\\nb\\nc"),
        ("\0\x07x", "x"),
    ],
)
def test_texts_are_escaped(typed: str, value: str) -> None:
    assert escaped(typed) == value


@pytest.mark.parametrize("letter", ["a", "é", "朝", "𠮷", "\u0301"])
@pytest.mark.parametrize("length", [1, 74, 75, 76, 149, 400])
def test_lines_are_folded_between_letters(letter: str, length: int) -> None:
    line = letter * length
    parts = folded(line).split(b"\r\n")
    assert parts[-1] == b"" and all(len(part) <= LONGEST_LINE for part in parts)
    assert all(part.decode() for part in parts[:-1]) and all(part[:1] == b" " for part in parts[1:-1])
    assert folded(line).replace(b"\r\n ", b"").decode() == f"{line}\r\n"


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_typed_is_read_back(seed: int) -> None:
    chance = random.Random(seed)
    odd = (",", ";", "\\", "\n", "\r\n", "\\n", "END:VEVENT", "BEGIN:VALARM", "\t", ":", '"', "朝一", "😀", "\u202e", "=1+1", "\ud800")
    texts = ["".join(chance.choice((*odd, chr(chance.randrange(32, 0x2FFFF)))) for _ in range(chance.randrange(1, 200))) for _ in range(3)]
    content = calendar(texts[0], [event(summary=texts[0], location=f"x{texts[1]}", description=f"x{texts[2]}")])
    assert all(len(line) <= LONGEST_LINE for line in content.split(b"\r\n"))
    for name, typed in (("SUMMARY", texts[0]), ("LOCATION", f"x{texts[1]}"), ("DESCRIPTION", f"x{texts[2]}")):
        (read,) = values_of(content, name)
        kept = typed.replace("\r\n", "\n")
        for line_end in "\r\v\f\x85\u2028\u2029":
            kept = kept.replace(line_end, "\n")
        assert unescaped(read) == without_controls(kept)
    assert [line for line in unfolded(content) if line.startswith(("BEGIN", "END"))] == [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
