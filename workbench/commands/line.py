"""From words on the command line to one answer: a JSON object or a few lines on stdout, or one sentence on stderr."""

import argparse
import errno
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from workbench import clock, log
from workbench.errors import BadInput, WorkbenchError
from workbench.strings import tr

Answer = dict[str, object]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: its name, one line of help, its arguments, and what it does. `say` makes the lines for people out of the answer."""

    name: str
    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    do: Callable[[argparse.Namespace], Answer]
    say: Callable[[Answer], str]


class _Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(f"{message[:1].upper()}{message[1:].rstrip('.')}.", "", f"See `{self.prog} --help`.")


def day(text: str) -> date:
    """A day written as 2026-12-01, of a year in which the calendar can count back and on."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a day like 2026-12-01") from None
    if not 1900 <= found.year < 2200:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day of 1900 to 2199")
    return found


def figure(text: str) -> float:
    """A number written as 80 or 80.5."""
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a number like 80 or 80.5") from None


def whole(text: str) -> int:
    """A whole number."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a whole number") from None


def verbs() -> tuple[Verb, ...]:
    """All verbs in the order in which `--help` lists them."""
    from workbench.commands import check, export, health, history, importing, new, plan, tier

    return (
        new.VERB,
        importing.VERB,
        tier.VERB,
        plan.VERB,
        export.VERB,
        health.VERB,
        check.CHECK,
        check.BACKUP,
        check.RESTORE,
        history.VERB,
    )


def parser(also: Sequence[Verb] = ()) -> argparse.ArgumentParser:
    """The parser of all verbs; `also` are those that need a screen toolkit and come from outside."""
    whole = _Parser(prog="run", description="Asaichi without its window. Without a verb the window opens.", allow_abbrev=False)
    several = whole.add_subparsers(dest="verb", metavar="VERB", required=True, parser_class=_Parser)
    for verb in (*verbs(), *also):
        one = several.add_parser(verb.name, help=verb.help, description=verb.help, allow_abbrev=False)
        verb.arguments(one)
        one.add_argument("--today", type=day, metavar="D", help="the day it is, like 2026-11-24 (default: the clock)")
        one.add_argument("--json", action="store_true", help="answer with one JSON object")
        one.set_defaults(do=verb.do, say=verb.say)
    return whole


def run(words: Sequence[str], also: Sequence[Verb] = ()) -> int:
    """Run one verb; returns the exit code: 0, 2 for bad input, 1 where it could not be done. Nothing is raised but SystemExit for help."""
    log.start()
    try:
        chosen = parser(also).parse_args(words)
        clock.set_today(chosen.today)
        answer = chosen.do(chosen)
        text = json.dumps(answer, ensure_ascii=False) if chosen.json else chosen.say(answer)
    except WorkbenchError as error:
        return _tell(str(error), error.exit_code)
    except KeyboardInterrupt:
        return _tell(tr("Stopped; nothing was changed."), 1)
    except (MemoryError, RecursionError):
        return _tell(tr("This is too large to be handled here; nothing was changed."), 1)
    except Exception as error:
        logging.getLogger("asaichi").error("a verb failed", exc_info=error)
        return _tell(
            tr(
                "This is a mistake in the program ({kind}). The log in {folder} says more.",
                kind=type(error).__name__,
                folder=str(log.folder()),
            ),
            1,
        )
    return _answer(text)


def _answer(text: str) -> int:
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.buffer.write((text + "\n").encode("utf-8", "replace"))
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        return _tell(tr("It was done, but the answer could not be written: {reason}.", reason=os.strerror(error.errno or 0)), 1)
    return 0


def _tell(sentence: str, code: int) -> int:
    with suppress(OSError, AttributeError):
        sys.stderr.buffer.write((sentence + "\n").encode("utf-8", "replace"))
        sys.stderr.flush()
    return code
