"""Strategy health: where the red thread breaks, each with its evidence and the place where it is mended. One small function a rule."""

from collections.abc import Callable, Iterator

from sqlalchemy.orm import Session

from workbench.goals.split import Split
from workbench.thread import (
    health_actions,
    health_board,
    health_customers,
    health_goal,
    health_target,
    health_value,
    health_visits,
)
from workbench.thread.breaks import GRAVE, Break
from workbench.thread.reading import Reading

RULES: tuple[Callable[[Reading], Iterator[Break]], ...] = (
    health_goal.goal_is_a_draft,
    health_goal.deadline_is_over,
    health_visits.visits_without_log,
    health_target.primary_segments_without_customers,
    health_actions.overdue_actions,
    health_customers.customers_of_reps_who_left,
    health_board.strategies_that_lead_nowhere,
    health_target.primary_segments_that_nothing_serves,
    health_value.primary_segments_without_statement,
    health_visits.behind_their_cadence,
    health_visits.more_hours_than_there_are,
    health_goal.goal_beyond_the_hours,
    health_visits.nothing_planned,
    health_actions.actions_without_owner,
    health_actions.actions_without_day,
    health_actions.actions_that_serve_nothing,
    health_board.strategies_without_cards,
    health_board.weighty_cards_unused,
    health_board.strategies_on_guesses,
    health_value.weak_statements,
    health_target.segments_undecided,
    health_visits.visits_to_the_desk,
    health_visits.place_says_nothing,
    health_customers.a_customers_without_topics,
    health_customers.customers_without_place,
    health_customers.customers_without_rep,
    health_customers.rules_that_cannot_be_kept,
    health_customers.tiers_are_old,
    health_goal.rates_from_few_cases,
    health_actions.assumptions_not_reviewed,
    health_board.analysis_is_late,
)


def breaks(session: Session, months: Split | None = None) -> tuple[Break, ...]:
    """All breaks, grave ones first, in the order of RULES. `months` of the goal save reading them again."""
    reading = Reading(session, months)
    found = [one for rule in RULES for one in rule(reading)]
    return tuple(sorted(found, key=lambda one: one.severity != GRAVE))
