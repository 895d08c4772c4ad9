"""Sentences and specs that the strategy on a page and the strategy document share."""

from collections.abc import Sequence

from workbench import formatting
from workbench.actions.actions import ActionView
from workbench.documents.goal_line import GoalStanding
from workbench.goals.funnel import Funnel, Stage
from workbench.goals.rates import Rate
from workbench.goals.words import funnel_message, unit_of, was_words
from workbench.output.funnels import FunnelSpec
from workbench.strings import ntr, tr
from workbench.targeting.segments import SegmentView, Win

RANKS = ("primary", "secondary", "", "later")


def funnel_spec(found: Funnel | None) -> FunnelSpec | None:
    """The funnel as it is drawn; None without figures."""
    if found is None or found.lacks or any(stage.month is None for stage in found.stages):
        return None
    return FunnelSpec(
        funnel_message(found),
        tuple((_stage_words(stage), float(stage.month or 0)) for stage in found.stages),
        tuple(rate_sentence(stage.rate) for stage in found.stages[:-1]),
    )


def _stage_words(stage: Stage) -> str:
    name = stage.name if stage.own_name else stage.name.lower()
    month = formatting.number(stage.month or 0)
    if stage.week is None:
        return tr("{month} {stage} a month", month=month, stage=name)
    return tr("{month} {stage} a month, {week} a week", month=month, stage=name, week=formatting.number(stage.week))


def rate_sentence(rate: Rate | None) -> str:
    """38 % lead on (23–54 %, 9 of 24); by hand without an interval."""
    if rate is None or rate.value is None:
        return ""
    share = formatting.percent(rate.value)
    if rate.by_hand or rate.counted is None:
        return tr("{share} lead on (by hand)", share=share)
    return tr(
        "{share} lead on ({range}, {hits} of {cases})",
        share=share,
        range=percents(rate.low, rate.high),
        hits=formatting.number(rate.counted.hits),
        cases=formatting.number(rate.counted.cases),
    )


def percents(low: float, high: float) -> str:
    """23–54 %."""
    return f"{formatting.number(low * 100)}–{formatting.percent(high)}"


def win_words(win: Win | None, short: bool = False) -> str:
    """44 %, or with the interval and the cases; empty without decided deals."""
    if win is None:
        return ""
    if short:
        return formatting.percent(win.rate)
    return tr("{range}, {won} of {decided}", range=percents(win.low, win.high), won=win.won, decided=win.decided)


def by_decision(segments: Sequence[SegmentView]) -> list[SegmentView]:
    """Primary ones first, then secondary, undecided, not now; each in the owner's order."""
    return sorted(segments, key=lambda one: RANKS.index(one.decision) if one.decision in RANKS else 2)


def changed_months(found: GoalStanding, currency: str) -> str:
    """What begun months were to bring before: "Nov: 15 until 8 Nov (a large order moved)."; empty where none was changed."""
    shown = unit_of(found.goal, currency)
    parts = []
    for month in found.progress.months:
        for was in month.was:
            name, words = formatting.month_short(month.first), was_words(was, shown)
            if was.reason:
                parts.append(tr("{month}: {words} ({reason})", month=name, words=words, reason=was.reason))
            else:
                parts.append(tr("{month}: {words}", month=name, words=words))
    return tr("{parts}.", parts=tr("; ").join(parts)) if parts else ""


def due_words(action: ActionView) -> str:
    """12 Dec; how late it is where it is overdue; empty without a day."""
    if action.due is None:
        return ""
    if action.overdue:
        return ntr("{n} day late", "{n} days late", action.overdue)
    return formatting.day_short(action.due)
