"""The documents made last, kept in the window's settings: where each was written, when and how long it was. Nothing of what is in them."""

from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from views.settings import MADE, Settings
from workbench import clock

MOST_KEPT = 40


@dataclass(frozen=True, slots=True)
class Made:
    """One document. `workspace` is the id of the file it came from; `pages` of a PDF or `rows` of a list, the other None."""

    workspace: str
    document: str
    path: str
    at: str
    pages: int | None
    rows: int | None

    @property
    def when(self) -> datetime:
        """When it was written, local time."""
        return datetime.fromisoformat(self.at)

    @property
    def missing(self) -> bool:
        """Whether it is not there any more."""
        return not Path(self.path).is_file()


def remember(settings: Settings, workspace: str, document: str, path: Path, pages: int | None, rows: int | None) -> None:
    """Put a document first; one written to the same place before gives way."""
    made = Made(workspace, document, str(path), clock.now().isoformat(timespec="seconds"), pages, rows)
    others = [one for one in _all(settings) if one.path != made.path]
    settings.set(MADE, [asdict(one) for one in (made, *others)][:MOST_KEPT])


def forget(settings: Settings, path: str) -> None:
    """Take a document out of the list; its file stays as it is."""
    settings.set(MADE, [asdict(one) for one in _all(settings) if one.path != path])


def made_last(settings: Settings, workspace: str) -> tuple[Made, ...]:
    """The documents made from a workspace, newest first."""
    return tuple(one for one in _all(settings) if one.workspace == workspace)


def _all(settings: Settings) -> list[Made]:
    """What is kept and can be read; damaged entries are passed over."""
    return [made for entry in settings.get(MADE) if (made := _read(entry)) is not None]


def _read(entry: object) -> Made | None:
    try:
        made = Made(**entry)  # type: ignore[arg-type]
        made.when  # noqa: B018
    except (TypeError, ValueError):
        return None
    words = (made.workspace, made.document, made.path)
    counts = (made.pages, made.rows)
    whole = all(isinstance(word, str) for word in words) and all(count is None or type(count) is int for count in counts)
    return made if whole else None
