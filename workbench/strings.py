"""Words on screen, on paper and on the command line in the chosen language. English is the source; gettext catalogues hold the rest."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = {"en": "English", "ja": "日本語"}
CONTEXT = "\x04"
CATALOGUES = Path(__file__).parent.parent / "resources" / "translations"

_default = "en"
_here: ContextVar[str | None] = ContextVar("language", default=None)


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    file = CATALOGUES / code / "asaichi.mo"
    if not file.exists():
        return gettext.NullTranslations()
    with file.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def language() -> str:
    """The code of the language in use here: `en` or `ja`."""
    return _here.get() or _default


def set_language(code: str) -> None:
    """Use `code` from now on in the whole process; an unknown code means English."""
    global _default
    _default = code if code in LANGUAGES else "en"


@contextmanager
def using_language(code: str) -> Iterator[None]:
    """Use `code` inside the block, in this thread only: a document may speak another language than the screen."""
    token = _here.set(code if code in LANGUAGES else "en")
    try:
        yield
    finally:
        _here.reset(token)


def tr(message: str, /, **fields: object) -> str:
    """`message` in the language in use, with its named fields filled in. Words that mean two things are told apart by what stands before
    CONTEXT in them, as in "4P" + CONTEXT + "Place"; it is never shown."""
    text = _catalogue(language()).gettext(message) if message else ""
    text = text.partition(CONTEXT)[2] or text
    return text.format(**fields) if fields else text


def ntr(one: str, many: str, n: int, /, **fields: object) -> str:
    """`one` or `many` by the language's rule for `n`; `{n}` in it is `n`, with separators of thousands."""
    return _catalogue(language()).ngettext(one, many, n).format(**{"n": f"{n:,}", **fields})


def marked(message: str) -> str:
    """Mark a string for translation without translating it: constants are made before the language is known; show them with `tr`."""
    return message
