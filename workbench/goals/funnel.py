"""The funnel: backwards from an average month of the goal to the visits it asks for, by rep and by week."""

from dataclasses import dataclass, replace
from math import ceil

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import FunnelShare, FunnelStage, Kgi
from models.base import MONEY_SCALE
from workbench.goals.ground import Ground
from workbench.goals.month_parts import shared_out
from workbench.goals.rates import ORDER, OWN, PROPOSAL, VISIT, Rate, counted_rate
from workbench.goals.split import COUNTED, Split, month_days, split
from workbench.strings import marked, tr

NAMES = {VISIT: marked("Visits"), PROPOSAL: marked("Proposals"), ORDER: marked("Orders"), OWN: marked("Stage")}
NEW_CUSTOMERS = marked("New customers")
DEFAULT = (VISIT, PROPOSAL, ORDER)
FEWEST_STAGES, MOST_STAGES = 2, 6


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: what an average month and a week need of it, for the team and by rep (in the order of `Funnel.reps`), None where a rate below
    is unknown. `rate` leads to the next stage; the last one has none."""

    place: int
    kind: str
    name: str
    own_name: str
    rate: Rate | None
    month: int | None
    week: int | None
    reps: tuple[int, ...]
    rep_weeks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A rep's part of the funnel in percent; all add up to 100."""

    rep_id: int
    name: str
    short_name: str
    percent: float


@dataclass(frozen=True, slots=True)
class Ends:
    """What the first stage would need at both ends of a rate's interval, the rate that rests on the fewest cases."""

    place: int
    low: float
    at_low: int
    high: float
    at_high: int
    uncertain: bool


@dataclass(frozen=True, slots=True)
class Funnel:
    """`lacks` says why there are no figures: average (no order tells what one brings), rate (one is unknown), or empty."""

    stages: tuple[Stage, ...]
    reps: tuple[Share, ...]
    shares_by_hand: bool
    orders_a_month: float | None
    lacks: str
    ends: Ends | None

    @property
    def visits(self) -> int | None:
        """What a month asks of the first stage."""
        return self.stages[0].month


def funnel(session: Session, goal_id: int, ground: Ground, found: Split | None = None) -> Funnel | None:
    """The funnel of a complete goal, None for a draft. `found` saves reading its months again."""
    found = found or split(session, goal_id)
    if found is None:
        return None
    metric = session.get_one(Kgi, goal_id).metric or "orders"
    orders, lacks = _orders_a_month(metric, found, ground)
    stages = _with_figures(_stages(session, goal_id, metric, ground), orders)
    shares, by_hand = _shares(session, goal_id, ground)
    if not lacks and stages[0].month is None:
        lacks = "rate"
    return Funnel(
        tuple(_by_rep(stage, [share.percent for share in shares], ground.weeks) for stage in stages),
        shares,
        by_hand,
        orders,
        lacks,
        _ends(stages),
    )


def stage_rows(session: Session, goal_id: int) -> list[FunnelStage]:
    """The stored stages in their order; none while the default ones stand."""
    return list(session.scalars(select(FunnelStage).where(FunnelStage.kgi_id == goal_id).order_by(FunnelStage.position, FunnelStage.id)))


def stage_name(kind: str, metric: str) -> str:
    """What a stage of a kind is called that has no name of its own."""
    return tr(NEW_CUSTOMERS if kind == ORDER and metric == "new_customers" else NAMES.get(kind, NAMES[OWN]))


def average_month(found: Split) -> float:
    """What an average month is to bring, in ten-thousandths; part months count by their days."""
    months = sum(part.days / month_days(part.first) for part in found.parts)
    return found.total / months


def need_before(need: int, rate: float) -> int:
    """How many of a stage it takes for `need` of the next: ceil(need / rate), safe from binary fractions."""
    return ceil(round(need / rate, 9))


def first_stage(funnel: Funnel, orders: float) -> int | None:
    """What the first stage would need for other orders a month."""
    return _with_figures(list(funnel.stages), orders)[0].month


def _orders_a_month(metric: str, found: Split, ground: Ground) -> tuple[float | None, str]:
    month = average_month(found)
    if metric in COUNTED:
        return month / MONEY_SCALE, ""
    average = ground.average and (ground.average.profit if metric == "profit" else ground.average.revenue)
    return (month / average, "") if average and average > 0 else (None, "average")


def _stages(session: Session, goal_id: int, metric: str, ground: Ground) -> list[Stage]:
    rows = stage_rows(session, goal_id)
    plain = [(row.kind, row.name, row.rate) for row in rows] or [(kind, "", None) for kind in DEFAULT]
    made = []
    for place, (kind, name, by_hand) in enumerate(plain):
        rate = None
        if place + 1 < len(plain):
            rate = Rate(by_hand, True) if by_hand is not None else counted_rate(ground.rates.get((kind, plain[place + 1][0])))
        made.append(Stage(place, kind, name or stage_name(kind, metric), name, rate, None, None, (), ()))
    return made


def _with_figures(stages: list[Stage], orders: float | None) -> list[Stage]:
    """Backwards: n[last] = ceil(orders), n[i] = ceil(n[i + 1] / rate[i])."""
    need = None if orders is None else ceil(round(orders, 9))
    made = [replace(stages[-1], month=need)]
    for stage in reversed(stages[:-1]):
        value = stage.rate.value if stage.rate else None
        need = None if need is None or not value else need_before(need, value)
        made.insert(0, replace(stage, month=need))
    return made


def _by_rep(stage: Stage, percents: list[float], weeks: float) -> Stage:
    if stage.month is None:
        return stage
    reps = tuple(shared_out(stage.month, percents, 1)) if percents else ()
    rep_weeks = tuple(ceil(round(n / weeks, 9)) if weeks else 0 for n in reps)
    return replace(stage, reps=reps, rep_weeks=rep_weeks, week=sum(rep_weeks))


def _shares(session: Session, goal_id: int, ground: Ground) -> tuple[tuple[Share, ...], bool]:
    """By hand where any is set, else by field hours."""
    rows = {row.rep_id: row.percent for row in session.scalars(select(FunnelShare).where(FunnelShare.kgi_id == goal_id))}
    weights = [rows.get(rep.id, 0.0) for rep in ground.reps]
    by_hand = sum(weights) > 0
    if not by_hand:
        weights = [rep.hours_a_week for rep in ground.reps]
    whole = sum(weights)
    return tuple(
        Share(rep.id, rep.name, rep.short_name, 100 * weight / whole if whole else 100 / len(ground.reps))
        for rep, weight in zip(ground.reps, weights, strict=True)
    ), by_hand


def _ends(stages: list[Stage]) -> Ends | None:
    known = [s for s in stages if s.rate and s.rate.counted and not s.rate.by_hand and s.rate.value]
    if not known or stages[0].month is None:
        return None
    stage = min(known, key=lambda s: s.rate.counted.cases if s.rate and s.rate.counted else 0)
    assert stage.rate is not None
    low, high = (_first_at(stages, stage.place, value) for value in (stage.rate.low, stage.rate.high))
    return Ends(stage.place, stage.rate.low, low, stage.rate.high, high, stage.rate.uncertain)


def _first_at(stages: list[Stage], place: int, rate: float) -> int:
    need = stages[place + 1].month or 0
    for stage in reversed(stages[: place + 1]):
        value = rate if stage.place == place else stage.rate.value if stage.rate else None
        need = need_before(need, value or 1.0)
    return need
