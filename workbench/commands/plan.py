"""`plan`: plan the visits of the coming weeks by the hand plan."""

import argparse
from datetime import datetime, time, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Customer, Rep
from workbench import clock, formatting
from workbench.commands.line import Answer, Verb, day, figure, whole
from workbench.commands.opened import opened
from workbench.strings import marked, ntr, tr
from workbench.visits.figures import PlanFigures
from workbench.visits.plan import MOST_WEEKS, PlanResult, apply_plan, plan_visits

MOST_TOLD = 8
FIGURES = {"planned": "planned", "required": "required", "km": "travel_km", "minutes": "travel_minutes"}
REASONS = {
    "capacity": marked("No time free"),
    "gap": marked("Too close to another visit"),
    "window": marked("Not open while the rep works"),
    "no_place": marked("No place on the map"),
    "no_rep": marked("No rep"),
}


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the workspace")
    parser.add_argument("--from", dest="start", type=day, metavar="D", help="the first day (default: today); a past one becomes today")
    parser.add_argument("--weeks", type=whole, default=4, metavar="N", help=f"how many weeks, 1 to {MOST_WEEKS} (default: 4)")
    parser.add_argument(
        "--method", choices=("hand",), default="hand", help="by hand: the most overdue of the best tier, then the nearest due"
    )
    parser.add_argument("--seconds", type=figure, help="how long to search; the hand plan needs none and ignores it")
    parser.add_argument("--dry-run", action="store_true", help="tell the plan, save nothing")


def _do(words: argparse.Namespace) -> Answer:
    with opened(words.file, write=not words.dry_run) as workspace:
        with workspace.read() as session:
            result = plan_visits(session, words.start or clock.today(), words.weeks)
            answer = _answer(session, result)
            if not session.scalar(select(Rep.id).where(Rep.active).limit(1)):
                answer["note"] = tr(
                    "This company has no rep: add one in Company and team; a new company gets one with new FILE --rep NAME."
                )
        if not words.dry_run:
            label = ntr("Plan {n} week of visits", "Plan {n} weeks of visits", words.weeks)
            with workspace.edit(label) as session:
                answer["changed"] = apply_plan(session, result)
    return answer


def _figures(figures: PlanFigures) -> dict[str, object]:
    return {
        "required": figures.required,
        "planned": figures.planned,
        "travel_minutes": figures.travel_minutes,
        "travel_km": round(figures.travel_km, 1),
        "cadence_kept": round(figures.cadence_kept, 1),
    }


def _answer(session: Session, result: PlanResult) -> Answer:
    names = {row.id: row.name for row in session.execute(select(Customer.id, Customer.name))}
    reps = {row.id: row.name for row in session.execute(select(Rep.id, Rep.name))}
    at = lambda date, minute: (datetime.combine(date, time()) + timedelta(minutes=minute)).isoformat(timespec="minutes")  # noqa: E731
    return {
        **_figures(result.figures),
        "left_out": [
            {"customer": names.get(left.customer_id, ""), "why": left.code, "text": left.sentence} for left in result.plan.left_out
        ],
        "violations": len(result.violations),
        "hand_plan": {**_figures(result.hand_plan), "left_out": result.hand_plan.left_out},
        "seconds": round(result.seconds, 3),
        "visits": [
            {
                "date": v.day.isoformat(),
                "start": at(v.day, v.start),
                "end": at(v.day, v.end),
                "rep": reps.get(v.rep_id, ""),
                "customer": names.get(v.customer_id, ""),
                "travel_minutes": v.travel_minutes,
                "locked": v.locked,
            }
            for v in result.plan.visits
        ],
        "first": result.first.isoformat(),
        "last": result.last.isoformat(),
    }


def _say(answer: Answer) -> str:
    left = answer["left_out"]
    assert isinstance(left, list)
    if "note" in answer:
        return str(answer["note"])
    lines = [
        tr(
            "{planned} of {required} visits planned, {km} km, {minutes} minutes of driving.",
            **{name: formatting.number(answer[key]) for name, key in FIGURES.items()},  # type: ignore[arg-type]
        )
    ]
    return "\n".join([*lines, *_left_out(left)])


def _left_out(left: list[dict[str, str]]) -> list[str]:
    """Customers left out, each once, grouped by reason: the first ones with the sentence on their first visit, the rest counted."""
    lines: list[str] = []
    groups: dict[str, dict[str, list[str]]] = {}
    for item in left:
        groups.setdefault(item["why"], {}).setdefault(item["customer"], []).append(item["text"])
    for why, customers in groups.items():
        visits = sum(map(len, customers.values()))
        of = ntr("{n} customer", "{n} customers", len(customers))
        lines.append(
            ntr(
                "{reason}: {n} visit of {customers} left out.",
                "{reason}: {n} visits of {customers} left out.",
                visits,
                reason=tr(REASONS.get(why, why)),
                customers=of,
            )
        )
        for name, texts in list(customers.items())[:MOST_TOLD]:
            times = ntr("{n} visit", "{n} visits", len(texts))
            lines.append(f"  {name}: {texts[0]}" + (f" ({times})" if len(texts) > 1 else ""))
        if len(customers) > MOST_TOLD:
            more = ntr("{n} more customer; --json names all.", "{n} more customers; --json names all.", len(customers) - MOST_TOLD)
            lines.append(f"  {more}")
    return lines


VERB = Verb("plan", "plan the visits of the coming weeks", _arguments, _do, _say)
