"""Today: the next thing to do, and what the day and the week hold."""

from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy.orm import Session

from workbench import clock, formatting
from workbench.goals.kgi import Goal, current_goal
from workbench.goals.progress import Progress, progress
from workbench.strings import ntr, tr
from workbench.thread.breaks import Break
from workbench.thread.health import breaks
from workbench.thread.links import Link, links
from workbench.visits.calendar import monday_of
from workbench.visits.day import DayView, day_view
from workbench.visits.team import load_team
from workbench.workspace.workspace import company_of


@dataclass(frozen=True, slots=True)
class NextThing:
    """What to do now: a short imperative, why, and the button with where it leads (`pane` may be a dialog such as import)."""

    title: str
    why: str
    button: str
    pane: str
    where: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WeekLine:
    """Visits of this week: `done` and `planned` (done ones included) so far, `last` done last week. `tier` is empty for all."""

    tier: str
    done: int
    planned: int
    last: int


@dataclass(frozen=True, slots=True)
class Today:
    """All that the pane shows. `week_note` names a holiday of the week."""

    company: str
    currency: str
    next: NextThing
    goal: Goal | None
    progress: Progress | None
    week: tuple[WeekLine, ...]
    week_note: str
    day: DayView
    links: tuple[Link, ...]
    health: tuple[Break, ...]


def today(session: Session) -> Today:
    """Read everything that Today shows."""
    company = company_of(session)
    goal = current_goal(session)
    day = day_view(session, clock.today())
    course = progress(session, goal) if goal else None
    found = breaks(session, course.split if course else None)
    return Today(
        company.name,
        company.currency,
        next_thing(session, goal, day, found),
        goal,
        course,
        _week(session),
        _week_note(session),
        day,
        links(session),
        found,
    )


def next_thing(session: Session, goal: Goal | None, day: DayView, health: tuple[Break, ...]) -> NextThing:
    """The first of these that is not done: customers, tiers, logs, a plan, the goal, the morning sheets; else look ahead."""
    some = lambda sql: session.connection().exec_driver_sql(f"SELECT EXISTS ({sql})").scalar_one() == 1  # noqa: E731
    broken = {b.rule: b for b in health}
    if not some("SELECT 1 FROM customer WHERE archived = 0"):
        return NextThing(
            tr("Bring in your customers"),
            tr("A list from your accounts or a spreadsheet is enough; names, places and sales are found in it."),
            tr("Import a list"),
            "import",
        )
    if not some("SELECT 1 FROM customer_tier"):
        return NextThing(
            tr("See who carries your revenue"), tr("The tiers say whom to visit how often."), tr("Tier the customers"), "tiers"
        )
    if "logs" in broken:
        count = (
            session.connection()
            .exec_driver_sql("SELECT count(*) FROM visit WHERE status = 'planned' AND day < ?", (clock.today().isoformat(),))
            .scalar_one()
        )
        return NextThing(
            ntr("Mark {n} visit as done or missed", "Mark {n} visits as done or missed", count),
            broken["logs"].detail,
            tr("Open the visit plan"),
            "plan",
            broken["logs"].where,
        )
    if "plan" in broken:
        return NextThing(
            tr("Plan the coming weeks"), tr("Nobody has a visit in the next seven days."), tr("Open the visit plan"), "plan", {"plan": True}
        )
    if goal is not None and not goal.complete:
        return NextThing(
            tr("Say what you want to reach"),
            tr("A number, a deadline and what it was before: then every week can be compared with it."),
            tr("Complete the goal"),
            "goals",
        )
    if day.visits:
        return NextThing(
            tr("Print this morning's sheets"),
            ntr("{n} visit today, a page for each rep.", "{n} visits today, a page for each rep.", day.visits),
            tr("Open the documents"),
            "documents",
            {"document": "morning", "day": day.day},
        )
    if day.next_working_day is not None:
        why = tr("{name} today.", name=day.closed_name) if day.closed_name else tr("No visits today.")
        return NextThing(
            tr("Look at {day}", day=formatting.day_long(day.next_working_day)),
            why,
            tr("Open its morning sheets"),
            "documents",
            {"document": "morning", "day": day.next_working_day},
        )
    return NextThing(tr("Nothing waits"), tr("Everything is marked and planned."), tr("Open the visit plan"), "plan")


def _week(session: Session) -> tuple[WeekLine, ...]:
    monday = monday_of(clock.today())
    rows = (
        session.connection()
        .exec_driver_sql(
            "SELECT coalesce(t.tier, 'N'), sum(v.status = 'done' AND v.day >= :monday), sum(v.status IN ('planned', 'done') AND v.day >= :monday), "
            "sum(v.status = 'done' AND v.day < :monday) FROM visit v LEFT JOIN customer_tier t ON t.customer_id = v.customer_id "
            "WHERE v.day BETWEEN :before AND :sunday GROUP BY 1 ORDER BY 1",
            {
                "monday": monday.isoformat(),
                "before": (monday - timedelta(days=7)).isoformat(),
                "sunday": (monday + timedelta(days=6)).isoformat(),
            },
        )
        .fetchall()
    )
    lines = [WeekLine(r[0], r[1], r[2], r[3]) for r in rows if r[2] or r[3]]
    return (WeekLine("", sum(x.done for x in lines), sum(x.planned for x in lines), sum(x.last for x in lines)), *lines)


def _week_note(session: Session) -> str:
    monday = monday_of(clock.today())
    calendar = load_team(session, monday, monday + timedelta(days=6)).calendar
    closed = [(day, name) for n in range(5) if (name := calendar.closed_name(day := monday + timedelta(days=n)))]
    if not closed:
        return ""
    day, name = closed[0]
    return tr("{weekday}: {name}", weekday=formatting.weekday_long(day.weekday()), name=name)
