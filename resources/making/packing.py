"""How the data files are packed."""

import lzma
from pathlib import Path


def pack(target: Path, content: bytes) -> None:
    """Write one packed file."""
    target.write_bytes(lzma.compress(content, preset=9 | lzma.PRESET_EXTREME, check=lzma.CHECK_CRC32))
