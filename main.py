"""Asaichi: the window, or a verb without it."""

import sys


def main(words: list[str]) -> int:
    """Open the window without words, else run the verb they name; returns the exit code."""
    if not words or not words[0].strip("-").isalpha() and not words[0].startswith("-"):
        from views.app import open_window

        return open_window(words)
    from workbench.commands import line

    also = []
    if "screenshot" in words or "--help" in words or "-h" in words:
        from views.screenshot import VERB

        also.append(VERB)
    return line.run(words, also)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
