"""What belongs to the window and not to the file: language, theme, text size, sizes, recent files. Each declared once, with type and default."""

import json
import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from workbench import folders

T = TypeVar("T")
_log = logging.getLogger(__name__)
RECENT_LIMIT = 9


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting: its key in the file, its default (which also fixes the type) and, if not free, the values it may have."""

    key: str
    default: T
    choices: tuple[T, ...] = ()

    def accepts(self, value: object) -> bool:
        """Whether a value read from the file has the right type and is among the choices."""
        if isinstance(self.default, bool) != isinstance(value, bool) or not isinstance(value, type(self.default)):
            return False
        return not self.choices or value in self.choices


LANGUAGE = Setting("language", "system", ("system", "en", "ja"))
THEME = Setting("theme", "system", ("system", "light", "dark"))
TEXT_SIZE = Setting("text_size", 100, (90, 100, 115, 130))
WINDOW: Setting[list[int]] = Setting("window", [])
MAXIMISED = Setting("maximised", False)
INSPECTOR = Setting("inspector", True)
LAST_FILE = Setting("last_file", "")
RECENT: Setting[list[str]] = Setting("recent", [])
LAST_FOLDER = Setting("last_folder", "")
CUSTOMER_COLUMNS: Setting[list[str]] = Setting("customer_columns", [])
"""The columns shown in the customers table; empty while none were chosen."""
CUSTOMER_MAP = Setting("customer_map", False)
"""Whether the map stands over the customers table."""
PLAN_SECONDS = Setting("plan_seconds", 10, (5, 10, 30, 60))
"""How long a better visit plan is searched for."""
MADE: Setting[list[dict[str, Any]]] = Setting("made", [])


class Settings(QObject):
    """The user's settings in one small JSON file. `changed` carries the key; a damaged file counts as empty."""

    changed = Signal(str)

    def __init__(self, path: Path | None = None) -> None:
        super().__init__()
        self.path = path or folders.config_dir() / "window.json"
        self._values: dict[str, Any] = self._load()

    def get(self, setting: Setting[T]) -> T:
        """The kept value, or the default when there is none or it has the wrong type."""
        value = self._values.get(setting.key, setting.default)
        return value if setting.accepts(value) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Keep a value; writes the file and announces the key when it differs. Raises ValueError for a value of the wrong kind."""
        if not setting.accepts(value):
            raise ValueError(f"setting {setting.key} does not take this value")
        if self._values.get(setting.key) == value:
            return
        self._values[setting.key] = value
        self._save()
        self.changed.emit(setting.key)

    def remember_file(self, path: Path) -> None:
        """Put a workspace first among the recent files and make it the one opened next time."""
        text = str(path.resolve())
        recent = [text, *(p for p in self.get(RECENT) if p != text)][:RECENT_LIMIT]
        self.set(RECENT, recent)
        self.set(LAST_FILE, text)

    def recent_files(self) -> tuple[Path, ...]:
        """Recent workspaces that still exist, newest first."""
        return tuple(p for p in map(Path, self.get(RECENT)) if p.is_file())

    def _load(self) -> dict[str, Any]:
        try:
            values = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return values if isinstance(values, dict) else {}

    def _save(self) -> None:
        beside = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), encoding="utf-8")
            os.replace(beside, self.path)
        except OSError as error:
            _log.info("settings were not written: %s", error.strerror)
