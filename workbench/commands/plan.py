"""`plan`: plan the visits of the coming weeks, by search or by hand."""

import argparse
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Customer, Rep
from workbench import clock, formatting
from workbench.commands.line import Answer, Verb, day, figure, whole
from workbench.commands.opened import opened
from workbench.errors import BadInput
from workbench.strings import marked, ntr, tr
from workbench.visits.figures import PlanFigures
from workbench.visits.plan import MOST_WEEKS, Better, PlanResult, apply_plan, plan_visits
from workbench.visits.problem import HandPlan, Problem
from workbench.visits.weights import plan_weights

MOST_TOLD = 8
DEFAULT_SECONDS = 10.0
MOST_SECONDS = 3600.0
FIGURES = {"planned": "planned", "required": "required", "km": "travel_km", "minutes": "travel_minutes"}
REASONS = {
    "capacity": marked("No time free"),
    "gap": marked("Too close to another visit"),
    "window": marked("Not open while the rep works"),
    "no_place": marked("No place on the map"),
    "no_rep": marked("No rep"),
    "deadline": marked("Not by the day asked for"),
}


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the workspace")
    parser.add_argument("--from", dest="start", type=day, metavar="D", help="the first day (default: today); a past one becomes today")
    parser.add_argument("--weeks", type=whole, default=4, metavar="N", help=f"how many weeks, 1 to {MOST_WEEKS} (default: 4)")
    parser.add_argument(
        "--method",
        choices=("hand", "search"),
        default="search",
        help="search: the best plan found in the time given (default); hand: the most overdue of the best tier, then the nearest due",
    )
    parser.add_argument("--seconds", type=figure, metavar="S", help="how long to search (default: 10); the hand plan ignores it")
    parser.add_argument("--iterations", type=whole, metavar="N", help="search so many steps instead: the same plan every time")
    parser.add_argument("--seed", type=whole, default=0, metavar="N", help="where the chance of the search begins (default: 0)")
    parser.add_argument("--dry-run", action="store_true", help="tell the plan, save nothing")


def _do(words: argparse.Namespace) -> Answer:
    with opened(words.file, write=not words.dry_run) as workspace:
        with workspace.read() as session:
            result = plan_visits(session, words.start or clock.today(), words.weeks, better=_better(session, words))
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


def _better(session: Session, words: argparse.Namespace) -> Better | None:
    if words.method == "hand":
        return None
    if words.iterations is not None and words.seconds is not None:
        raise BadInput(tr("--seconds and --iterations say the same in two ways."), "", tr("Give one of them."))
    if words.iterations is not None and words.iterations < 0 or words.seconds is not None and not 0 <= words.seconds <= MOST_SECONDS:
        raise BadInput(
            tr("A search takes 0 to {most} seconds, or 0 iterations and more.", most=formatting.number(MOST_SECONDS)),
            "",
            tr("Give a number in between."),
        )
    weights = plan_weights(session)

    def better(problem: Problem, report: Callable[[float], None]) -> HandPlan:
        from workbench.visits.search.improve import plan_by_search
        from workbench.visits.search.search import Budget

        seconds = None if words.iterations is not None else DEFAULT_SECONDS if words.seconds is None else words.seconds
        return plan_by_search(problem, Budget(seconds, words.iterations), words.seed, weights)

    return better


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
