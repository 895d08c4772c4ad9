"""Public holidays of a year, kept in the state folder: the library that knows them takes a quarter of a second to load."""

import json
import os
from contextlib import suppress
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from workbench.folders import state_dir


def read(country: str, year: int, language: str) -> dict[date, str] | None:
    """The holidays kept for this year, None where there are none or they were made with another version of the library."""
    file = _file(country, year, language)
    if file is None:
        return None
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        if kept["made_with"] != _library():
            return None
        return {date.fromisoformat(day): str(name) for day, name in kept["days"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def keep(country: str, year: int, language: str, days: dict[date, str]) -> None:
    """Keep the holidays of this year; a folder that cannot be written is no reason to fail."""
    file = _file(country, year, language)
    if file is None:
        return
    text = json.dumps({"made_with": _library(), "days": {day.isoformat(): name for day, name in days.items()}}, ensure_ascii=False)
    beside = file.with_suffix(f".{os.getpid()}.new")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, file)


def _file(country: str, year: int, language: str) -> Path | None:
    if not (country.isascii() and country.isalpha() and language.isascii() and language.isalpha()):
        return None
    return state_dir() / "holidays" / f"{country}-{year}-{language}.json"


@cache
def _library() -> str:
    """What changes with every version of the library: when its file was installed, and its size."""
    spec = find_spec("holidays")
    if spec is None or spec.origin is None:
        return ""
    look = Path(spec.origin).with_name("version.py").stat()
    return f"{look.st_mtime_ns}-{look.st_size}"
