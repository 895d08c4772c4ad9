"""Rules of strategy health for the goal: is it one, is its day still to come, do its rates rest on something, are there hours for it."""

from collections.abc import Iterator

from workbench import formatting
from workbench.goals import kgi
from workbench.goals.possible import FULL, team_load
from workbench.strings import ntr, tr
from workbench.thread.breaks import GRAVE, SLIGHT, Break
from workbench.thread.reading import Reading

FEWEST_CASES = 10
"""A rate from fewer cases than these is a guess."""


def goal_is_a_draft(reading: Reading) -> Iterator[Break]:
    """The goal lacks a part."""
    goal = reading.goal
    if goal is not None and not goal.complete:
        yield Break("goal", GRAVE, tr("The goal is still a draft"), kgi.missing_sentence(goal), tr("Complete the goal"), "goals")


def deadline_is_over(reading: Reading) -> Iterator[Break]:
    """The goal's day has passed: all that follows works for a goal that is no more."""
    goal = reading.goal
    if goal is not None and goal.complete and goal.deadline is not None and goal.deadline < reading.today:
        yield Break(
            "deadline",
            GRAVE,
            tr("The deadline of the goal has passed"),
            tr("It was {goal}. Visits and actions still work for it.", goal=kgi.headline(goal, reading.currency)),
            tr("Set the next goal"),
            "goals",
        )


def rates_from_few_cases(reading: Reading) -> Iterator[Break]:
    """A rate of the funnel that the file's own deals and visits tell, but from so few that it may be anything."""
    funnel = reading.funnel
    if funnel is None:
        return
    few = [
        (stage, following, stage.rate.counted)
        for stage, following in zip(funnel.stages, funnel.stages[1:], strict=False)
        if stage.rate is not None and not stage.rate.by_hand and stage.rate.counted and 0 < stage.rate.counted.cases < FEWEST_CASES
    ]
    if few:
        stage, following, counted = min(few, key=lambda one: one[2].cases)
        yield Break(
            "rate",
            SLIGHT,
            ntr("{n} rate of the funnel rests on few cases", "{n} rates of the funnel rest on few cases", len(few)),
            tr(
                "{stage} to {following}: {hits} of {cases}. A month may need twice the visits, or half.",
                stage=stage.name,
                following=following.name,
                hits=counted.hits,
                cases=counted.cases,
            ),
            tr("Set the rate you believe in"),
            "goals",
            {"part": "funnel"},
        )


def goal_beyond_the_hours(reading: Reading) -> Iterator[Break]:
    """The funnel asks for more hours than the team, or a rep, has; not told again where the rules alone do."""
    funnel = reading.funnel
    if funnel is None or not funnel.visits:
        return
    rules = {rep.rep_id: rep.load for rep in reading.capacity.reps}
    if (reading.capacity.load or 0) > FULL:
        return
    load = team_load(reading.ground, funnel)
    over = [rep for rep in load.reps if (rep.load or 0) > FULL and (rules.get(rep.rep_id) or 0) <= FULL]
    if load.load is not None and load.load > FULL:
        yield Break(
            "possible",
            GRAVE,
            tr("The goal needs {percent} of the field hours", percent=formatting.percent(load.load)),
            tr(
                "{visits} visits a month by the funnel, {rules} by the rules.",
                visits=formatting.number(funnel.visits),
                rules=formatting.number(load.by_rules),
            ),
            tr("See what would close it"),
            "goals",
            {"part": "possible"},
        )
    elif over:
        worst = max(over, key=lambda rep: rep.load or 0)
        yield Break(
            "possible",
            SLIGHT,
            tr("The goal needs {percent} of the hours of {name}", name=worst.name, percent=formatting.percent(worst.load or 0)),
            tr("The team has enough: hand customers over, or share the funnel out otherwise."),
            tr("See what would close it"),
            "goals",
            {"part": "possible"},
        )
