"""Asaichi: the window, or a verb without it."""

import gc
import os
import sys
from contextlib import nullcontext, suppress


def main(words: list[str]) -> int:
    """Open the window without words or with a file, else run the verb they name; returns the exit code."""
    collect_less_often()
    if not words or (not words[0].strip("-").isalpha() and not words[0].startswith("-")):
        if not has_display():
            from workbench.commands.no_display import without_display

            return without_display(words)
        from views.app import open_window

        return open_window(words)
    from workbench.commands import line

    also = []
    if words[0] not in {verb.name for verb in line.verbs()} or "--help" in words or "-h" in words:
        with nullcontext() if words[0] == "screenshot" else suppress(ImportError):
            from views.screenshot import VERB

            also.append(VERB)
    return line.run(words, also)


def collect_less_often() -> None:
    """Let the collector of cycles look less often: lists of 100,000 rows hold none, and while modules load it finds nothing."""
    gc.set_threshold(50_000, 20, 20)


def has_display() -> bool:
    """Whether a window can be shown: always but on Linux without X or Wayland, unless Qt was told another platform."""
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
