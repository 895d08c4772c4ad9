"""Visit rules: how often and how a tier is visited, changed one value at a time.

A rule never contradicts itself: least gap <= days from visit to visit <= greatest gap. A gap that would break this is refused with the
bound that fits; a new cadence takes its gaps along in proportion, so that no change waits for another. What is only unwise is told.
"""

from contextlib import nullcontext
from dataclasses import dataclass, replace
from math import ceil, floor

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import VisitRule
from workbench import formatting
from workbench.errors import BadInput
from workbench.strings import marked, tr
from workbench.visits.cadence import Cadence

UNITS = ("week", "month", "quarter")
CHANNELS = {"visit": marked("in person"), "desk": marked("phone, online")}
PERIODS = (
    *((every, "week") for every in (1, 2, 3, 4, 5, 6, 8)),
    *((every, "month") for every in (1, 2, 3, 4, 6)),
    *((every, "quarter") for every in (1, 2, 4)),
)
"""The periods that a pane offers: every n units."""

MOST_VISITS, MOST_EVERY, LONGEST_GAP, SHORTEST_MINUTES, LONGEST_MINUTES, TOPIC_LETTERS = 30, 26, 730, 5, 480, 400
LITTLE_CHOICE_DAYS, HALF_A_DAY = 1, 180


class RuleError(BadInput):
    """A value that no visit rule can have. `fits` is the nearest one that it can, None where there is none."""

    fits: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """The visit rule of a tier: `visits` in every `every` `unit`s, gaps in days (greatest 0: none), duration in minutes."""

    tier: str
    visits: int
    every: int
    unit: str
    least_gap: int
    greatest_gap: int
    duration: int
    channel: str
    topics: str

    @property
    def cadence(self) -> Cadence:
        """How often, for reckoning with days."""
        return Cadence(self.visits, self.unit, self.every)  # type: ignore[arg-type]

    @property
    def desk(self) -> bool:
        """Whether customers are called instead of visited."""
        return self.channel != "visit"


def rules(session: Session) -> tuple[Rule, ...]:
    """All visit rules, best tier first."""
    found = {
        r.tier: Rule(r.tier, r.visits, r.every, r.unit, r.least_gap, r.greatest_gap, r.duration, r.channel, r.topics)
        for r in session.scalars(select(VisitRule))
    }
    return tuple(found[tier] for tier in "ABCN" if tier in found)


def changed(rule: Rule, **values: int | str) -> Rule:
    """The rule with other values, checked; nothing is written. A new cadence takes gaps along that no longer fit. Raises RuleError."""
    new = replace(rule, **values)  # type: ignore[arg-type]
    new = replace(new, topics=" ".join(new.topics.split()))
    _check_numbers(new)
    if new.cadence != rule.cadence and not {"least_gap", "greatest_gap"} & set(values):
        new = with_gaps_that_fit(rule, new)
    _check_gaps(new, "greatest_gap" in values and "least_gap" not in values)
    return new


def change(session: Session, tier: str, **values: int | str) -> Rule:
    """Change values of a tier's rule and return it as it is now; visits of a tier sent to the desk leave the plan. Raises RuleError."""
    from workbench.visits.to_the_desk import plan_obeys  # plans are made from rules: neither could be imported first

    row = session.query(VisitRule).filter_by(tier=tier).one_or_none()
    old = next((rule for rule in rules(session) if rule.tier == tier), None)
    if row is None or old is None:
        raise RuleError(tr("There is no visit rule for tier {tier}.", tier=tier))
    new = changed(old, **values)
    with plan_obeys(session) if new.channel != old.channel else nullcontext():
        for name in ("visits", "every", "unit", "least_gap", "greatest_gap", "duration", "channel", "topics"):
            setattr(row, name, getattr(new, name))
        session.flush()
    return new


def label(old: Rule, new: Rule) -> str:
    """What a change of a rule is called in the list of steps: "B visits 45 → 60 min"."""
    tier = old.tier
    if old.cadence != new.cadence:
        return tr("{tier} visits {before} → {after}", tier=tier, before=old.cadence.describe(), after=new.cadence.describe())
    if (old.least_gap, old.greatest_gap) != (new.least_gap, new.greatest_gap):
        return tr("{tier} gaps {before} → {after} days", tier=tier, before=gaps(old), after=gaps(new))
    if old.duration != new.duration:
        return tr("{tier} visits {before} → {after} min", tier=tier, before=old.duration, after=new.duration)
    if old.channel != new.channel:
        return tr("{tier} visits {before} → {after}", tier=tier, before=tr(CHANNELS[old.channel]), after=tr(CHANNELS[new.channel]))
    return tr("What is discussed with {tier}", tier=tier)


def gaps(rule: Rule) -> str:
    """The gaps in days: "9 – 18"."""
    return f"{rule.least_gap} – {rule.greatest_gap or '…'}"


def unwise(rule: Rule) -> tuple[str, ...]:
    """What a rule may have but hardly should, one sentence each; also what an older file holds that would be refused now."""
    said = []
    try:
        _check_numbers(rule)
        _check_gaps(rule, False)
    except RuleError as error:
        return (f"{rule.tier}: {error}",)
    days = rule.cadence.days
    if not rule.desk and rule.least_gap > 0 and days - rule.least_gap < min(LITTLE_CHOICE_DAYS, days / 5):
        said.append(tr("{tier}: a least gap of {n} days leaves hardly a day to choose from.", tier=rule.tier, n=rule.least_gap))
    if not rule.desk and rule.greatest_gap and rule.greatest_gap - days < min(LITTLE_CHOICE_DAYS, days / 5):
        said.append(tr("{tier}: a greatest gap of {n} days makes customers late at once.", tier=rule.tier, n=rule.greatest_gap))
    if not rule.desk and rule.duration > HALF_A_DAY:
        said.append(tr("{tier}: {minutes} a visit fill half a day.", tier=rule.tier, minutes=formatting.duration(rule.duration)))
    if rule.desk and rule.tier == "A":
        said.append(tr("A is served from the desk: no visits are planned for those who carry most."))
    return tuple(said)


def with_gaps_that_fit(old: Rule, new: Rule) -> Rule:
    """A rule with a new cadence: gaps in proportion to it where the old ones do not fit it."""
    if new.cadence.never:
        return new
    days, share = new.cadence.days, 1.0 if old.cadence.never else new.cadence.days / old.cadence.days
    if new.least_gap <= days and (not new.greatest_gap or new.greatest_gap >= days):
        return new
    least = min(round(old.least_gap * share), floor(days))
    greatest = max(round(old.greatest_gap * share), ceil(days)) if old.greatest_gap else 0
    return replace(new, least_gap=least, greatest_gap=min(greatest, LONGEST_GAP))


def _check_numbers(rule: Rule) -> None:
    if not 1 <= rule.visits <= MOST_VISITS or not 1 <= rule.every <= MOST_EVERY or rule.unit not in UNITS:
        raise RuleError(tr("How often must be 1 to {most} visits in a period.", most=MOST_VISITS))
    if rule.cadence.days < 1:
        raise RuleError(tr("{cadence} are more than one visit a day.", cadence=rule.cadence.describe()), "", tr("Type fewer."))
    if not SHORTEST_MINUTES <= rule.duration <= LONGEST_MINUTES:
        raise _fits(tr("A visit takes from 5 minutes to 8 hours."), min(max(rule.duration, SHORTEST_MINUTES), LONGEST_MINUTES))
    if rule.channel not in CHANNELS:
        raise RuleError(tr("{value} cannot be chosen.", value=rule.channel), "", tr("Choose one of the list."))
    if len(rule.topics) > TOPIC_LETTERS:
        raise RuleError(tr("What to discuss is longer than {most} letters.", most=TOPIC_LETTERS), "", tr("Say it shorter."))


def _check_gaps(rule: Rule, greatest_is_new: bool) -> None:
    days, least, greatest = rule.cadence.days, rule.least_gap, rule.greatest_gap
    if not 0 <= least <= LONGEST_GAP or not 0 <= greatest <= LONGEST_GAP:
        raise RuleError(tr("A gap is 0 to {most} days.", most=LONGEST_GAP))
    said = {"cadence": rule.cadence.describe(), "days": formatting.number(days, 0 if round(days, 1) == round(days) else 1)}
    if least > days and not greatest_is_new:
        what = tr("{cadence} is a visit every {days} days: at least {gap} days between two cannot be kept.", gap=least, **said)
        raise _fits(what, floor(days))
    if greatest and greatest < days:
        what = tr("{cadence} is a visit every {days} days: at most {gap} days between two cannot be kept.", gap=greatest, **said)
        raise _fits(what, ceil(days))
    if greatest and least > greatest:
        raise _fits(
            tr("The least gap of {least} days is longer than the greatest of {greatest}.", least=least, greatest=greatest), greatest
        )


def _fits(what: str, value: int) -> RuleError:
    error = RuleError(what, "", tr("{n} fits.", n=value))
    error.fits = value
    return error
