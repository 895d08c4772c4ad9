"""Who may write: a lock of the operating system beside the file. A lock left by a killed program never blocks; a clean close removes the file."""

import json
import os
import platform
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from workbench.errors import CannotDo
from workbench.strings import tr
from workbench.workspace import trouble


class OpenElsewhere(CannotDo):
    """Another window or program may write this file."""


def lock_path(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


class WriterLock:
    """The right to write one workspace file, held until `release`."""

    def __init__(self, path: Path) -> None:
        """Take the lock at once or raise OpenElsewhere, which names the holder."""
        self._file = lock_path(path)
        self._lock = FileLock(self._file, timeout=0, thread_local=False, fallback_to_soft=False)
        try:
            self._lock.acquire()
            self._file.write_text(json.dumps({"pid": os.getpid(), "computer": platform.node()}), encoding="utf-8")
        except Timeout:
            raise OpenElsewhere(
                tr("{name} is open in another window ({holder}).", name=path.name, holder=self._holder()),
                "",
                tr("Close it there, or open it here to look only."),
            ) from None
        except OSError as error:
            self.release()
            raise trouble.of_system(error, path) from None

    def _holder(self) -> str:
        try:
            said = json.loads(self._file.read_text(encoding="utf-8"))
            return tr("program {pid} on {computer}", pid=int(said["pid"]), computer=str(said["computer"])[:60])
        except (OSError, ValueError, KeyError, TypeError):
            return tr("name unknown")

    def release(self) -> None:
        """Give the right up and remove the lock file while it is still held; the library notices a name that moved under it."""
        if self._lock.is_locked:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
            self._lock.release(force=True)

    def __enter__(self) -> "WriterLock":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.release()
