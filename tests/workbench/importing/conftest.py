"""Small lists, written for one test each."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def listed(tmp_path: Path) -> Callable[..., Path]:
    """Write a list and return its path."""

    def write(text: str | bytes, name: str = "list.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write
