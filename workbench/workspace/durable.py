"""Files that are whole or absent, whatever happens while they are written."""

import contextlib
import hashlib
import os
from pathlib import Path


def sync_file(path: Path) -> None:
    """Bring a file's bytes to the disk. Raises OSError."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Bring a folder's names to the disk; a system that cannot (Windows) does it by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def name_new(draft: Path, target: Path) -> None:
    """Give a synced draft its name, which must be free; a name that the disk does not confirm is taken back. Raises OSError."""
    os.link(draft, target)
    try:
        sync_folder(target.parent)
    except OSError:
        with contextlib.suppress(OSError):
            target.unlink()
        raise


def digest(path: Path) -> str:
    """The first half of the file's SHA-256, in hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:32]


def copy_to(source: Path, target: Path) -> None:
    """Copy bytes and bring them to the disk; `target` must not exist. Nothing is left where it fails. Raises OSError."""
    try:
        with source.open("rb") as reading, target.open("xb") as writing:
            while block := reading.read(1 << 20):
                writing.write(block)
            writing.flush()
            os.fsync(writing.fileno())
    except FileExistsError:
        raise
    except OSError:
        with contextlib.suppress(OSError):
            target.unlink(missing_ok=True)
        raise
