"""Rules of strategy health for the customers, their tiers and the rules of these."""

from collections.abc import Iterator
from datetime import date

from workbench import formatting
from workbench.strings import ntr, tr
from workbench.thread.breaks import GRAVE, SLIGHT, Break
from workbench.thread.reading import Reading
from workbench.visits.rules import rules, unwise

STALE_DAYS = 92
"""Tiers older than a quarter say who carried the revenue, not who does."""


def customers_without_place(reading: Reading) -> Iterator[Break]:
    """Customers to visit that are on no map."""
    channel, values = reading.channel
    rows = reading.rows(
        "SELECT c.name FROM customer c LEFT JOIN customer_tier t ON t.customer_id = c.id JOIN visit_rule r ON "
        f"r.tier = coalesce(t.tier, 'N') WHERE c.archived = 0 AND c.lat IS NULL AND {channel} = 'visit' ORDER BY t.rank",
        *values,
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


def customers_without_rep(reading: Reading) -> Iterator[Break]:
    """A and B customers that nobody visits because no rep has them."""
    rows = reading.rows(
        "SELECT c.name FROM customer c JOIN customer_tier t ON t.customer_id = c.id AND t.tier IN ('A', 'B') "
        "WHERE c.archived = 0 AND c.rep_id IS NULL ORDER BY t.rank"
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


def customers_of_reps_who_left(reading: Reading) -> Iterator[Break]:
    """Customers that still belong to a rep who makes no visits any more: no plan goes to them."""
    rows = reading.rows(
        "SELECT r.id, r.name, count(*) FROM customer c JOIN rep r ON r.id = c.rep_id WHERE c.archived = 0 AND r.active = 0 "
        "GROUP BY r.id ORDER BY 3 DESC, r.id"
    )
    if rows:
        rep, name, _ = rows[0]
        yield Break(
            "gone",
            GRAVE,
            ntr(
                "{n} customer belongs to a rep who makes no visits",
                "{n} customers belong to a rep who makes no visits",
                sum(row[2] for row in rows),
            ),
            tr("No plan goes to the customers of {name}.", name=name),
            tr("Hand customers over"),
            "customers",
            {"rep": rep},
        )


def a_customers_without_topics(reading: Reading) -> Iterator[Break]:
    """A customers with whom nothing is to be discussed: neither their own topics nor those of their rule."""
    rows = reading.rows(
        "SELECT c.id, c.name FROM customer c JOIN customer_tier t ON t.customer_id = c.id AND t.tier = 'A' JOIN visit_rule r ON r.tier = 'A' "
        "WHERE c.archived = 0 AND trim(c.topics) = '' AND trim(r.topics) = '' ORDER BY t.rank"
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


def tiers_are_old(reading: Reading) -> Iterator[Break]:
    """Tiers made longer ago than a quarter."""
    rows = reading.rows("SELECT tiered_on FROM tiering WHERE tiered_on IS NOT NULL AND EXISTS (SELECT 1 FROM customer_tier)")
    made = date.fromisoformat(rows[0][0]) if rows else reading.today
    age = (reading.today - made).days
    if age > STALE_DAYS:
        yield Break(
            "tiers",
            SLIGHT,
            ntr("The tiers are {n} day old", "The tiers are {n} days old", age),
            tr("They were made on {day}: orders since then change no rank.", day=formatting.day(made)),
            tr("Tier again"),
            "tiers",
        )


def rules_that_cannot_be_kept(reading: Reading) -> Iterator[Break]:
    """Visit rules that contradict themselves, or make customers late at once."""
    said = [(rule.tier, sentence) for rule in rules(reading.session) for sentence in unwise(rule)]
    if said:
        tier, sentence = said[0]
        yield Break(
            "rule",
            SLIGHT,
            ntr("{n} visit rule can hardly be kept", "{n} visit rules can hardly be kept", len({one for one, _ in said})),
            sentence,
            tr("Change the rule"),
            "tiers",
            {"tier": tier},
        )
