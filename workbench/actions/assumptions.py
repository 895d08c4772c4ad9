"""Assumptions: what the plan takes for granted about market, rivals and ourselves, and when the owner last said that it holds."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Assumption
from workbench import clock
from workbench.errors import BadInput
from workbench.goals.kgi import current_plan
from workbench.strings import marked, tr
from workbench.workspace.workspace import company_of

SUBJECTS = {"market": marked("Market"), "rivals": marked("Rivals"), "ourselves": marked("Ourselves")}
LONGEST_TEXT = 500


@dataclass(frozen=True, slots=True)
class AssumptionView:
    """One assumption. `evidence` says what it rests on; `review_due` that nobody has said in this quarter that it holds."""

    id: int
    subject: str
    text: str
    evidence: str
    reviewed_on: date | None = None
    review_due: bool = False


def assumptions(session: Session) -> tuple[AssumptionView, ...]:
    """Those of the current plan, by subject in the order of SUBJECTS."""
    plan = current_plan(session)
    if plan is None:
        return ()
    rows = session.scalars(select(Assumption).where(Assumption.plan_id == plan.id).order_by(Assumption.position, Assumption.id))
    since = quarter_first(clock.today(), company_of(session).fiscal_month)
    views = [
        AssumptionView(row.id, row.subject, row.text, row.evidence, row.reviewed_on, row.reviewed_on is None or row.reviewed_on < since)
        for row in rows
    ]
    return tuple(sorted(views, key=lambda view: list(SUBJECTS).index(view.subject)))


def quarter_first(day: date, fiscal_month: int) -> date:
    """The first day of the quarter that holds `day`, where the year begins with the month `fiscal_month`."""
    month = day.month - (day.month - fiscal_month) % 3
    return date(day.year - (month < 1), month + 12 * (month < 1), 1)


def add(session: Session, subject: str, text: str, evidence: str = "") -> int:
    """Add one to the current plan, reviewed today. Returns its id. Raises BadInput without text."""
    plan = current_plan(session)
    if plan is None:
        raise BadInput(tr("There is no plan yet."))
    last = session.scalar(select(Assumption.position).where(Assumption.plan_id == plan.id).order_by(Assumption.position.desc()).limit(1))
    row = Assumption(
        plan_id=plan.id, position=0 if last is None else last + 1, subject=_subject(subject), text=_text(text), evidence=evidence.strip()
    )
    row.reviewed_on = clock.today()
    session.add(row)
    session.flush()
    return row.id


def change(session: Session, assumption: int, subject: str, text: str, evidence: str) -> None:
    """Write it otherwise, which reviews it too. Raises BadInput for an empty text."""
    row = session.get_one(Assumption, assumption)
    row.subject, row.text, row.evidence = _subject(subject), _text(text), " ".join(evidence.split())[:LONGEST_TEXT]
    row.reviewed_on = clock.today()


def review(session: Session, assumption: int) -> None:
    """Say that it still holds today."""
    session.get_one(Assumption, assumption).reviewed_on = clock.today()


def remove(session: Session, assumption: int) -> None:
    """Remove it."""
    session.delete(session.get_one(Assumption, assumption))


def _subject(subject: str) -> str:
    if subject not in SUBJECTS:
        raise BadInput(tr("An assumption is about the market, the rivals or ourselves."))
    return subject


def _text(text: str) -> str:
    words = " ".join(text.split())
    if not words or len(words) > LONGEST_TEXT:
        raise BadInput(tr("Say the assumption in one sentence."), "", tr("At most {n} letters.", n=LONGEST_TEXT))
    return words
