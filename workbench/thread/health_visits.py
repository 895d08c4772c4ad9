"""Rules of strategy health for the visits: planned, logged, in time, within the hours, and to those who are visited at all."""

from collections.abc import Iterator
from datetime import date, timedelta

from workbench import formatting
from workbench.strings import ntr, tr
from workbench.thread.breaks import GRAVE, SLIGHT, Break
from workbench.thread.reading import Reading
from workbench.visits.team import next_working_day


def visits_without_log(reading: Reading) -> Iterator[Break]:
    """Planned visits of past days that nobody marked."""
    count, first = reading.rows("SELECT count(*), min(day) FROM visit WHERE status = 'planned' AND day < ?", reading.today.isoformat())[0]
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


def behind_their_cadence(reading: Reading) -> Iterator[Break]:
    """A and B customers, visited in person, that were last seen longer ago than the greatest gap of their rule."""
    channel, values = reading.channel
    rows = reading.rows(
        "SELECT t.tier, c.name, julianday(?) - julianday(max(v.day)) AS days, r.greatest_gap FROM customer c JOIN customer_tier t ON "
        "t.customer_id = c.id JOIN visit_rule r ON r.tier = t.tier JOIN visit v ON v.customer_id = c.id AND v.status = 'done' WHERE c.archived = 0 "
        f"AND t.tier IN ('A', 'B') AND {channel} = 'visit' GROUP BY c.id HAVING days > r.greatest_gap ORDER BY t.tier, days DESC",
        reading.today.isoformat(),
        *values,
    )
    for tier in ("A", "B"):
        late = [row for row in rows if row[0] == tier]
        if late:
            _, name, days, most = late[0]
            yield Break(
                f"cadence_{tier}",
                GRAVE if tier == "A" else SLIGHT,
                ntr("{n} {tier} customer is behind its cadence", "{n} {tier} customers are behind their cadence", len(late), tier=tier),
                tr("Longest: {name}, {days} (at most {most}).", name=name, days=formatting.days(int(days)), most=most),
                tr("Show them"),
                "customers",
                {"tier": tier, "cadence": "behind"},
            )


def more_hours_than_there_are(reading: Reading) -> Iterator[Break]:
    """Rules that need more hours than a rep, or the team, has."""
    found = reading.capacity
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
            {"part": "rules"},
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


def nothing_planned(reading: Reading) -> Iterator[Break]:
    """Customers to visit, but no visit planned in the coming week."""
    today = reading.today
    last = today + timedelta(days=7)
    planned = reading.rows(
        "SELECT 1 FROM visit WHERE status = 'planned' AND day BETWEEN ? AND ? LIMIT 1", today.isoformat(), last.isoformat()
    )
    channel, values = reading.channel
    visited = reading.rows(
        "SELECT 1 FROM customer c JOIN customer_tier t ON t.customer_id = c.id JOIN visit_rule r ON r.tier = t.tier "
        f"WHERE c.archived = 0 AND {channel} = 'visit' LIMIT 1",
        *values,
    )
    following = next_working_day(reading.session, today - timedelta(days=1)) if visited and not planned else None
    if following is not None and following <= last:
        yield Break(
            "plan",
            GRAVE,
            tr("No visit is planned for the next seven days"),
            tr("Tiers and rules are there; the plan turns them into days."),
            tr("Plan the visits"),
            "plan",
            {"plan": True},
        )


def visits_to_the_desk(reading: Reading) -> Iterator[Break]:
    """Visits still planned to customers that Place, or their tier's rule, serves from the desk. Those locked or put there by hand are meant."""
    channel, values = reading.channel
    rows = reading.rows(
        "SELECT v.day, v.id, c.name FROM visit v JOIN customer c ON c.id = v.customer_id LEFT JOIN customer_tier t ON t.customer_id = c.id "
        "LEFT JOIN visit_rule r ON r.tier = coalesce(t.tier, 'N') WHERE v.status = 'planned' AND v.day >= ? AND v.locked = 0 AND v.why <> 'hand' "
        f"AND {channel} = 'desk' ORDER BY v.day, v.start, v.id",
        reading.today.isoformat(),
        *values,
    )
    if rows:
        day, visit, name = rows[0]
        yield Break(
            "channel",
            SLIGHT,
            ntr("{n} planned visit goes to a desk customer", "{n} planned visits go to desk customers", len(rows)),
            tr(
                "{name} is served by phone and online, and yet visited on {day}.",
                name=name,
                day=formatting.day_short(date.fromisoformat(day)),
            ),
            tr("Plan again, or lock it"),
            "plan",
            {"day": date.fromisoformat(day), "visit": visit},
        )


def place_says_nothing(reading: Reading) -> Iterator[Break]:
    """Customers of a tier or segment are served from the desk, while the 4P board is in use and its Place says nothing on it."""
    plan = reading.plan
    columns = {
        row[0] for row in reading.rows('SELECT DISTINCT "column" FROM card WHERE board = ? AND plan_id = ?', "4p", plan.id if plan else 0)
    }
    if not columns or "place" in columns:
        return
    channel, values = reading.channel
    rows = reading.rows(
        "SELECT count(*) FROM customer c JOIN customer_tier t ON t.customer_id = c.id JOIN visit_rule r ON r.tier = t.tier "
        f"WHERE c.archived = 0 AND {channel} = 'desk'",
        *values,
    )
    if count := rows[0][0]:
        yield Break(
            "four_p",
            SLIGHT,
            tr("4P says nothing on Place"),
            ntr(
                "{n} customer is served from the desk; nobody reads why.",
                "{n} customers are served from the desk; nobody reads why.",
                count,
            ),
            tr("Say whom you serve how"),
            "four_p",
            {"column": "place"},
        )
