"""Why a rep does not go out on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy.orm import Session

from workbench.visits.team import load_team


@dataclass(frozen=True, slots=True)
class Pause:
    """`kind`: a public holiday or own closed day with its name, a weekday the company does not work, or a day off of the rep."""

    kind: Literal["closed", "weekday", "rep"]
    name: str


def pause_on(session: Session, rep_id: int, day: date) -> Pause | None:
    """Why the rep does not go out on that day, None on a working day. Holidays are named in the language in use."""
    team = load_team(session, day, day)
    rep = team.rep(rep_id)
    if name := team.calendar.closed_name(day):
        return Pause("closed", name)
    if rep is None or rep.works_on(team.calendar, day):
        return None
    return Pause("rep" if team.calendar.is_working(day) else "weekday", "")
