"""Is the goal possible? The hours that rules and funnel need a month against the hours there are, by rep and for the team."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.goals.funnel import Funnel
from workbench.goals.ground import Ground
from workbench.visits.capacity import Counts, RuleNeed, capacity_of

NEW_BUYER = "N"
USUAL_MINUTES = 60
FULL = 1.0 + 1e-9


@dataclass(frozen=True, slots=True)
class RepLoad:
    """Hours a month: what a rep's customers and his share of the further visits need, and what he has."""

    rep_id: int
    name: str
    short_name: str
    needed: float
    available: float

    @property
    def load(self) -> float | None:
        """Needed as a share of available; None where no hours are available."""
        return self.needed / self.available if self.available else None

    @property
    def over(self) -> bool:
        """Whether it needs more hours than there are."""
        return self.load > FULL if self.load is not None else self.needed > 0


@dataclass(frozen=True, slots=True)
class TeamLoad:
    """`by_rules` are the visits and calls that the rules ask for, `beyond` the visits that the funnel asks for beyond them; both a month.

    Customers without a rep count for the team only. Visits beyond the rules are shared out as the funnel is, each as long as the rule for new
    buyers says, driving included.
    """

    reps: tuple[RepLoad, ...]
    by_rules: float
    beyond: float
    beyond_hours: float
    needed: float
    available: float

    @property
    def load(self) -> float | None:
        """Needed as a share of available; None where no hours are available."""
        return self.needed / self.available if self.available else None

    @property
    def worst(self) -> float:
        """The highest load anywhere, the team's included."""
        return max([self.load or 0.0, *(rep.load or 0.0 for rep in self.reps)])

    @property
    def over(self) -> bool:
        """Whether anybody or the team needs more hours than there are."""
        return self.worst > FULL

    def of(self, rep_id: int) -> RepLoad | None:
        """One rep's load."""
        return next((rep for rep in self.reps if rep.rep_id == rep_id), None)


def team_load(
    ground: Ground,
    funnel: Funnel | None,
    *,
    visits: int | None = None,
    counts: Counts | None = None,
    needs: Sequence[RuleNeed] | None = None,
) -> TeamLoad:
    """The load as it stands, or with other visits, customers by rep and tier, or rules; nothing is read or written."""
    needs = ground.needs if needs is None else needs
    counts = ground.counts if counts is None else counts
    base = capacity_of(ground.team, counts, needs, ground.travel, ground.drives, ground.weeks, ground.own)
    asked = visits if visits is not None else (funnel.visits or 0) if funnel else 0
    beyond = max(asked - base.visits, 0.0)
    hours = beyond * minutes_of_new(needs, ground.travel) / 60
    shares = {share.rep_id: share.percent / 100 for share in funnel.reps} if funnel else {}
    reps = tuple(
        RepLoad(rep.rep_id, rep.name, rep.short_name, rep.needed_hours + hours * shares.get(rep.rep_id, 0.0), rep.available_hours)
        for rep in base.reps
    )
    return TeamLoad(reps, base.visits, beyond, hours, base.needed_hours + hours, base.available_hours)


def minutes_of_new(needs: Sequence[RuleNeed], travel: float) -> float:
    """How long a visit beyond the rules takes, driving included: as the rule for new buyers says."""
    rule = next((need for need in needs if need.tier == NEW_BUYER), None)
    if rule is None:
        return USUAL_MINUTES + travel
    return rule.minutes + (0.0 if rule.desk else travel)
