"""What many ask of a file, asked once: in a session that only reads nothing changes under the answer."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from sqlalchemy.orm import Session

from workbench import clock

KEPT = "kept"
"""Where a reading session keeps its answers; a session that edits has none."""

Answer = TypeVar("Answer")


def once_a_read(ask: Callable[[Session], Answer]) -> Callable[[Session], Answer]:
    """`ask(session)`, whose answer is kept as long as a reading session lasts and the day stays the same."""

    @wraps(ask)
    def asked(session: Session) -> Answer:
        kept = session.info.get(KEPT)
        if kept is None:
            return ask(session)
        known = ask, clock.today()
        if known not in kept:
            kept[known] = ask(session)
        answer: Answer = kept[known]
        return answer

    return asked
