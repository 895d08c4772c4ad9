"""Changing the funnel: its stages, their rates, and who carries which share. All functions take a session inside an edit."""

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from models import Action, FunnelShare, FunnelStage, Rep
from workbench.errors import BadInput
from workbench.goals.funnel import DEFAULT, FEWEST_STAGES, MOST_STAGES, stage_rows
from workbench.goals.rates import OWN
from workbench.strings import tr

NAME_LETTERS = 40
OF_STAGE = "stage:"
"""Before the id of a stage: how an action names the stage that it is to move."""


def add_stage(session: Session, goal_id: int, before: int) -> None:
    """Put an own stage before stage number `before` (0: the first, at most before the last). Raises BadInput where there are six already."""
    rows = stored_rows(session, goal_id)
    if len(rows) >= MOST_STAGES:
        raise BadInput(tr("A funnel has at most {n} stages.", n=MOST_STAGES), "", tr("Remove one first."))
    rows.insert(min(max(before, 0), len(rows) - 1), FunnelStage(kgi_id=goal_id, position=0, kind=OWN))
    _number(session, rows)


def rename_stage(session: Session, goal_id: int, place: int, name: str) -> None:
    """Call a stage something else; an empty name gives it its usual one back."""
    word = " ".join(name.split())
    if len(word) > NAME_LETTERS:
        raise BadInput(tr("A stage's name has at most {n} letters.", n=NAME_LETTERS), "", tr("Say it shorter."))
    _row(stored_rows(session, goal_id), place).name = word
    session.flush()


def remove_stage(session: Session, goal_id: int, place: int) -> None:
    """Take a stage out; actions that were to move it move nothing then. Raises BadInput for the last one, which is the goal itself, and where
    only two are left."""
    rows = stored_rows(session, goal_id)
    row = _row(rows, place)
    if len(rows) <= FEWEST_STAGES:
        raise BadInput(tr("A funnel has at least {n} stages.", n=FEWEST_STAGES))
    if row is rows[-1]:
        raise BadInput(tr("The last stage is the goal itself."))
    rows.remove(row)
    if place:
        rows[place - 1].rate = None
    session.execute(update(Action).where(Action.kpi == f"{OF_STAGE}{row.id}").values(kpi=""))
    session.delete(row)
    _number(session, rows)


def move_stage(session: Session, goal_id: int, place: int, to: int) -> None:
    """Put a stage elsewhere before the last one; rates by hand of the stages whose next one changed are asked anew."""
    rows = stored_rows(session, goal_id)
    row = _row(rows, place)
    if row is rows[-1] or not 0 <= to < len(rows) - 1:
        raise BadInput(tr("The last stage is the goal itself."))
    after = {id(one): rows[i + 1] for i, one in enumerate(rows[:-1])}
    rows.remove(row)
    rows.insert(to, row)
    for i, one in enumerate(rows[:-1]):
        if after[id(one)] is not rows[i + 1]:
            one.rate = None
    _number(session, rows)


def set_rate(session: Session, goal_id: int, place: int, rate: float | None) -> None:
    """Set by hand which share of a stage reaches the next one; None counts it from the file's visits and deals. Raises BadInput beyond 0 to 1."""
    rows = stored_rows(session, goal_id)
    if place >= len(rows) - 1:
        raise BadInput(tr("The last stage is the goal itself."))
    if rate is not None and not 0.001 <= rate <= 1:
        raise BadInput(tr("A rate lies between 0.1 and 100 percent."), "", tr("Type how many of a hundred lead on."))
    _row(rows, place).rate = rate
    session.flush()


def set_share(session: Session, goal_id: int, rep_id: int, percent: float) -> None:
    """Give a rep another share of the funnel; the others share the rest as before. Raises BadInput beyond 0 to 100, and for the only rep."""
    reps = {rep.id: rep.field_hours for rep in session.scalars(select(Rep).where(Rep.active).order_by(Rep.position, Rep.id))}
    if rep_id not in reps or not 0 <= percent <= 100:
        raise BadInput(tr("A share lies between 0 and 100 percent."))
    others = [key for key in reps if key != rep_id]
    if not others and percent != 100:
        raise BadInput(tr("The only rep carries everything."))
    from workbench.goals.ground import ground

    rows = {row.rep_id: row for row in session.scalars(select(FunnelShare).where(FunnelShare.kgi_id == goal_id))}
    before = {key: row.percent for key, row in rows.items()} if any(row.percent for row in rows.values()) else {}
    before = before or {rep.id: rep.hours_a_week for rep in ground(session).reps}
    whole = sum(before.get(key, 0.0) for key in others)
    for key in reps:
        part = percent if key == rep_id else (100 - percent) * (before.get(key, 0.0) / whole if whole else 1 / len(others))
        if key in rows:
            rows[key].percent = part
        else:
            session.add(FunnelShare(kgi_id=goal_id, rep_id=key, percent=part))
    session.flush()


def share_by_hours(session: Session, goal_id: int) -> None:
    """Let the reps' field hours decide their shares again."""
    session.execute(delete(FunnelShare).where(FunnelShare.kgi_id == goal_id))


def stored_rows(session: Session, goal_id: int) -> list[FunnelStage]:
    """The stages as rows; the default ones are stored first."""
    rows = stage_rows(session, goal_id)
    if not rows:
        rows = [FunnelStage(kgi_id=goal_id, position=place, kind=kind) for place, kind in enumerate(DEFAULT)]
        session.add_all(rows)
        session.flush()
    return rows


def _row(rows: list[FunnelStage], place: int) -> FunnelStage:
    if not 0 <= place < len(rows):
        raise BadInput(tr("This stage is not there any more."))
    return rows[place]


def _number(session: Session, rows: list[FunnelStage]) -> None:
    for place, row in enumerate(rows):
        row.position = place
        session.add(row)
    session.flush()
