"""Strategy health: where the red thread breaks, each with its evidence and the place where it is mended. One small function a rule."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from sqlalchemy.orm import Session

from workbench import clock, formatting
from workbench.goals import kgi
from workbench.strings import ntr, tr
from workbench.thread.breaks import GRAVE, SLIGHT, Break, rows_of
from workbench.thread.health_plan import (
    actions_without_owner,
    analysis_is_late,
    overdue_actions,
    primary_segments_without_customers,
    strategies_that_lead_nowhere,
)
from workbench.thread.health_value import primary_segments_without_statement, weak_statements
from workbench.visits import capacity
from workbench.visits.team import next_working_day


def breaks(session: Session) -> tuple[Break, ...]:
    """All breaks, grave ones first, in the order of RULES."""
    found = [b for rule in RULES for b in rule(session)]
    return tuple(sorted(found, key=lambda b: b.severity != GRAVE))


def goal_is_a_draft(session: Session) -> Iterator[Break]:
    """The goal lacks a part."""
    goal = kgi.current_goal(session)
    if goal is not None and not goal.complete:
        yield Break("goal", GRAVE, tr("The goal is still a draft"), kgi.missing_sentence(goal), tr("Complete the goal"), "goals")


def visits_without_log(session: Session) -> Iterator[Break]:
    """Planned visits of past days that nobody marked."""
    rows = rows_of(session, "SELECT count(*), min(day) FROM visit WHERE status = 'planned' AND day < ?", clock.today().isoformat())
    count, first = rows[0]
    if count:
        yield Break(
            "logs",
            GRAVE,
            ntr("{n} planned visit has no log", "{n} planned visits have no log", count),
            tr("Since {day}. Without them the plan does not know who was seen.", day=formatting.day_short(date.fromisoformat(first))),
            tr("Mark the visits"),
            "plan",
            {"day": date.fromisoformat(first)},
        )


def behind_their_cadence(session: Session) -> Iterator[Break]:
    """Visited tiers whose customers were last seen longer ago than the greatest gap of their rule."""
    today = clock.today()
    rows = rows_of(
        session,
        "SELECT t.tier, c.id, c.name, julianday(?) - julianday(max(v.day)) AS days, r.greatest_gap FROM customer c JOIN customer_tier t ON "
        "t.customer_id = c.id JOIN visit_rule r ON r.tier = t.tier AND r.channel = 'visit' JOIN visit v ON v.customer_id = c.id AND v.status = 'done' "
        "WHERE c.archived = 0 AND t.tier IN ('A', 'B') GROUP BY c.id HAVING days > r.greatest_gap ORDER BY t.tier, days DESC",
        today.isoformat(),
    )
    for tier in ("A", "B"):
        late = [r for r in rows if r[0] == tier]
        if late:
            _, _, name, days, most = late[0]
            yield Break(
                f"cadence_{tier}",
                GRAVE if tier == "A" else SLIGHT,
                ntr("{n} {tier} customer is behind its cadence", "{n} {tier} customers are behind their cadence", len(late), tier=tier),
                tr("Longest: {name}, {days} (at most {most}).", name=name, days=formatting.days(int(days)), most=most),
                tr("Show them"),
                "customers",
                {"tier": tier, "cadence": "behind"},
            )


def more_hours_than_there_are(session: Session) -> Iterator[Break]:
    """Rules that need more hours than a rep, or the team, has."""
    found = capacity.capacity(session)
    over = [rep for rep in found.reps if rep.load is not None and rep.load > 1]
    if found.load is not None and found.load > 1:
        yield Break(
            "load",
            GRAVE,
            tr("The rules need {percent} of the field hours", percent=formatting.percent(found.load)),
            tr(
                "{needed} hours a month are needed, {there} are there.",
                needed=formatting.number(found.needed_hours),
                there=formatting.number(found.available_hours),
            ),
            tr("Change the rules"),
            "tiers",
        )
    elif over:
        worst = max(over, key=lambda rep: rep.load or 0)
        yield Break(
            "load",
            SLIGHT,
            tr("{name} has more visits than hours: {percent}", name=worst.name, percent=formatting.percent(worst.load or 0)),
            tr("The team has enough: hand customers over."),
            tr("Hand customers over"),
            "customers",
            {"rep": worst.rep_id},
        )


def nothing_planned(session: Session) -> Iterator[Break]:
    """Customers to visit, but no visit planned in the coming week."""
    today = clock.today()
    planned = rows_of(
        session,
        "SELECT 1 FROM visit WHERE status = 'planned' AND day BETWEEN ? AND ? LIMIT 1",
        today.isoformat(),
        (today + timedelta(days=7)).isoformat(),
    )
    visited = rows_of(
        session,
        "SELECT 1 FROM customer c JOIN customer_tier t ON t.customer_id = c.id JOIN visit_rule r ON r.tier = t.tier "
        "WHERE r.channel = 'visit' AND c.archived = 0 LIMIT 1",
    )
    following = next_working_day(session, today - timedelta(days=1))
    if visited and not planned and following is not None and following <= today + timedelta(days=7):
        yield Break(
            "plan",
            GRAVE,
            tr("No visit is planned for the next seven days"),
            tr("Tiers and rules are there; the plan turns them into days."),
            tr("Plan the visits"),
            "plan",
        )


def customers_without_place(session: Session) -> Iterator[Break]:
    """Customers to visit that are on no map."""
    rows = rows_of(
        session,
        "SELECT c.name FROM customer c LEFT JOIN customer_tier t ON t.customer_id = c.id JOIN visit_rule r ON "
        "r.tier = coalesce(t.tier, 'N') AND r.channel = 'visit' WHERE c.archived = 0 AND c.lat IS NULL ORDER BY t.rank",
    )
    if rows:
        yield Break(
            "place",
            SLIGHT,
            ntr("{n} customer to visit has no place", "{n} customers to visit have no place", len(rows)),
            tr("No route can be planned to {name}.", name=rows[0][0]),
            tr("Set the place"),
            "customers",
            {"place": "no_place"},
        )


def customers_without_rep(session: Session) -> Iterator[Break]:
    """A and B customers that nobody visits because no rep has them."""
    rows = rows_of(
        session,
        "SELECT c.name FROM customer c JOIN customer_tier t ON t.customer_id = c.id AND t.tier IN ('A', 'B') "
        "WHERE c.archived = 0 AND c.rep_id IS NULL ORDER BY t.rank",
    )
    if rows:
        yield Break(
            "rep",
            SLIGHT,
            ntr("{n} A or B customer has no rep", "{n} A or B customers have no rep", len(rows)),
            tr("Nobody goes to {name}.", name=rows[0][0]),
            tr("Choose a rep"),
            "customers",
            {"rep": 0},
        )


def a_customers_without_topics(session: Session) -> Iterator[Break]:
    """A customers with whom nothing is to be discussed: neither their own topics nor those of their rule."""
    rows = rows_of(
        session,
        "SELECT c.id, c.name FROM customer c JOIN customer_tier t ON t.customer_id = c.id AND t.tier = 'A' JOIN visit_rule r ON r.tier = 'A' "
        "WHERE c.archived = 0 AND trim(c.topics) = '' AND trim(r.topics) = '' ORDER BY t.rank",
    )
    if rows:
        alone = len(rows) == 1
        yield Break(
            "topics",
            SLIGHT,
            ntr("{n} A customer has nothing to discuss", "{n} A customers have nothing to discuss", len(rows)),
            tr("The morning sheet says nothing for {name}.", name=rows[0][1]),
            tr("Write a topic"),
            "customers" if alone else "tiers",
            {"customer": rows[0][0]} if alone else {"tier": "A"},
        )


RULES: tuple[Callable[[Session], Iterator[Break]], ...] = (
    goal_is_a_draft,
    visits_without_log,
    primary_segments_without_customers,
    overdue_actions,
    strategies_that_lead_nowhere,
    primary_segments_without_statement,
    behind_their_cadence,
    more_hours_than_there_are,
    nothing_planned,
    actions_without_owner,
    weak_statements,
    a_customers_without_topics,
    customers_without_place,
    customers_without_rep,
    analysis_is_late,
)
