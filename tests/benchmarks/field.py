"""The search planner on field companies, beside the hand plan and, where it is installed, PyVRP per day with patterns outside.

Every size runs in a process of its own, all planners with the same seconds, the same travel minutes and the same independent checker.
"""

import json
import sys
import time
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from statistics import mean

from tests.benchmarks.field_problems import field_company
from tests.benchmarks.harness import Row, in_child
from workbench.visits.checker import check
from workbench.visits.figures import figures_of
from workbench.visits.hand_plan import plan_by_hand
from workbench.visits.problem import HandPlan, Problem

SIZES = ((60, 1), (200, 3), (500, 5), (2000, 10))
SECONDS, FULL_SECONDS = 10.0, 60.0
COMPANIES, COMPANY_REPS = 20, 2
LOADS = (150, 270, 360)
"""Customers of a random company: about 4, 7 and 8 visits a rep and day; with 360 the reps are too few."""
PEER = "pyvrp==0.14.1"
AIM_BESIDE_HAND = 0.85
MOST_MEMORY_MB = 600
FIRST_PLAN_MS = 1000


@dataclass(frozen=True, slots=True)
class Outcome:
    """Figures of a plan; `violations` are those that the planner made, `first_ms` is the time to the first complete plan."""

    driving: int
    visits: int
    left_out: int
    violations: int
    first_ms: float = 0.0

    @property
    def a_visit(self) -> float:
        """Driving minutes a visit."""
        return self.driving / max(1, self.visits)


def run(quick: bool, seconds: float | None = None) -> list[Row]:
    """Each size beside its peers, then random companies of three loads beside the hand plan. Quick: three sizes, five companies a load."""
    each = seconds or (SECONDS if quick else FULL_SECONDS)
    if not find_spec("pyvrp"):
        print(f"without {PEER}, which is not installed (pip install {PEER})", file=sys.stderr)
    rows = []
    for customers, reps in SIZES[: 3 if quick else None]:
        rows += _size(customers, reps, each)
    for customers in LOADS:
        rows += _companies(customers, 5 if quick else COMPANIES, min(each, SECONDS))
    return rows


def _companies(customers: int, count: int, seconds: float) -> list[Row]:
    """Random companies of one load beside the hand plan: what it saves falls as the days fill up, so each load has rows of its own."""
    found = [measured(field_company(seed, customers, COMPANY_REPS), seconds) for seed in range(1, 1 + count)]
    ours, hand = (mean(outcome.a_visit for outcome in side) for side in zip(*found, strict=True))
    visits, theirs = (sum(outcome.visits for outcome in side) for side in zip(*found, strict=True))
    fewer = sum(mine.visits < other.visits for mine, other in found)
    name = f"field.hand.{customers}/{COMPANY_REPS}"
    what = f"driving a visit, mean of {count} companies of {customers} customers and {COMPANY_REPS} reps, {seconds:g} s: {visits} visits"
    return [
        Row(name, what, ours, "min", AIM_BESIDE_HAND, None, hand, f"the hand plan: {theirs} visits"),
        Row(f"{name}.visits", "companies with fewer visits than by hand", fewer, "", 0),
        Row(f"{name}.violations", "broken rules", sum(mine.violations for mine, _ in found), "", 0),
    ]


def measured(problem: Problem, seconds: float) -> tuple[Outcome, Outcome]:
    """The search's outcome and the hand plan's. Compiling is not counted; the first complete plan is what the search begins with."""
    from workbench.visits.search.improve import plan_by_search
    from workbench.visits.search.search import Budget

    plan_by_search(field_company(1, 5, 1), Budget(iterations=2))
    begin = time.perf_counter()
    hand = plan_by_hand(problem)
    first = 1000 * (time.perf_counter() - begin)
    return outcome_of(problem, plan_by_search(problem, Budget(seconds=seconds), 1), first), outcome_of(problem, hand, first)


def outcome_of(problem: Problem, plan: HandPlan, first_ms: float = 0.0) -> Outcome:
    """The figures of a plan, checked."""
    figures = figures_of(problem, plan)
    broken = sum(not each.from_input for each in check(problem, plan.visits))
    return Outcome(figures.travel_minutes, figures.planned, figures.left_out, broken, first_ms)


def told(customers: int, reps: int, seconds: float) -> None:
    """Print the outcomes of a size as JSON: what the measured process says."""
    print(json.dumps([asdict(outcome) for outcome in measured(field_company(1, customers, reps), seconds)]))


def _size(customers: int, reps: int, seconds: float) -> list[Row]:
    child = in_child(f"from tests.benchmarks.field import told\ntold({customers}, {reps}, {seconds})")
    ours, hand = (Outcome(**outcome) for outcome in json.loads(child.said))
    name, size = f"field.{customers}/{reps}", f"{customers:,} customers, {reps} rep(s), {seconds:g} s"
    rows = [
        Row(name, f"driving a visit, {size}: {ours.driving:,} min, {ours.visits} visits, {ours.left_out} left out", ours.a_visit, "min",
            AIM_BESIDE_HAND, None, hand.a_visit,
            f"the hand plan: {hand.driving:,} min, {hand.visits} visits, {hand.left_out} left out"),
        Row(f"{name}.first", "to the first complete plan", ours.first_ms, "ms", FIRST_PLAN_MS),
        Row(f"{name}.memory", "most memory of the process", child.peak_mb, "MB", MOST_MEMORY_MB),
        Row(f"{name}.violations", "broken rules", ours.violations, "", 0),
    ]  # fmt: skip
    if find_spec("pyvrp"):
        from tests.benchmarks.field_pyvrp import plan_by_pyvrp

        problem = field_company(1, customers, reps)
        peer = outcome_of(problem, plan_by_pyvrp(problem, seconds))
        said = (
            f"PyVRP a day, patterns outside: {peer.driving:,} min, {peer.visits} visits, {peer.left_out} left out, {peer.violations} broken"
        )
        rows.append(Row(f"{name}.pyvrp", f"driving a visit, {size}", ours.a_visit, "min", 1.0, None, peer.a_visit, said))
    return rows
