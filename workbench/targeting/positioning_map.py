"""Reading the positioning map: who stands where, which axes say the same, where it is empty, and how we differ in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Axis, AxisPoint, Rival, Segment
from workbench import formatting
from workbench.goals.kgi import current_plan
from workbench.strings import tr
from workbench.targeting.field import CLOSE, apart, correlation, emptiest
from workbench.targeting.positioning import MIDDLE, Kind

MARGIN = 0.05
"""Who is less than this beyond the others stands level with them."""
LOW_SIDE, HIGH_SIDE = 0.4, 0.6


@dataclass(frozen=True, slots=True)
class AxisView:
    """An axis with the words at its two ends."""

    id: int
    name: str
    low: str
    high: str

    def end(self, value: float) -> str:
        """What the side on which a value lies is called."""
        high = value >= MIDDLE
        return (self.high if high else self.low) or (tr("more {axis}", axis=self.name) if high else tr("less {axis}", axis=self.name))

    def words(self, value: float) -> str:
        """A place on the axis in words."""
        if LOW_SIDE < value < HIGH_SIDE:
            return tr("between “{low}” and “{high}”", low=self.end(0.0), high=self.end(1.0))
        return tr("towards “{end}”", end=self.end(value))


@dataclass(frozen=True, slots=True)
class PointView:
    """Somebody on the map. `x` and `y` are None while not placed on the drawn axes; `decision` is a segment's."""

    kind: Kind
    id: int | None
    name: str
    x: float | None
    y: float | None
    decision: str = ""

    @property
    def at(self) -> tuple[float, float] | None:
        """The place, or None while one of the two is missing."""
        return None if self.x is None or self.y is None else (self.x, self.y)


@dataclass(frozen=True, slots=True)
class Alike:
    """Two axes that say nearly the same: Pearson's `r` over `points` places."""

    first: AxisView
    second: AxisView
    r: float
    points: int


@dataclass(frozen=True, slots=True)
class Spot:
    """The emptiest place near a primary segment's ideal, with the rival that is nearest to it."""

    x: float
    y: float
    segment: str
    rival: str


@dataclass(frozen=True, slots=True)
class PositioningMap:
    """All axes, the two drawn ones first, and everybody, ourselves first; `alike` names the pairs of axes to warn about."""

    axes: tuple[AxisView, ...]
    points: tuple[PointView, ...]
    alike: tuple[Alike, ...]
    spot: Spot | None

    @property
    def placed(self) -> tuple[PointView, ...]:
        """Who has a place."""
        return tuple(point for point in self.points if point.at is not None)

    @property
    def missing(self) -> tuple[PointView, ...]:
        """Who has none yet."""
        return tuple(point for point in self.points if point.at is None)

    def of(self, kind: Kind) -> tuple[PointView, ...]:
        """Everybody of a kind."""
        return tuple(point for point in self.points if point.kind == kind)


def positioning(session: Session) -> PositioningMap:
    """The current plan's map; empty without a plan."""
    plan = current_plan(session)
    if plan is None:
        return PositioningMap((), (), (), None)
    rows = session.scalars(select(Axis).where(Axis.plan_id == plan.id).order_by(Axis.position, Axis.id))
    axes = tuple(AxisView(row.id, row.name, row.low, row.high) for row in rows)
    values: dict[tuple[int | None, int | None], dict[int, float]] = {}
    for row in session.scalars(select(AxisPoint).where(AxisPoint.axis_id.in_([axis.id for axis in axes]))):
        values.setdefault((row.rival_id, row.segment_id), {})[row.axis_id] = row.value
    keys = [axis.id for axis in axes[:2]] if len(axes) > 1 else [0, 0]

    def point(kind: Kind, whose: int | None, name: str, decision: str = "") -> PointView:
        own = values.get((whose if kind == "rival" else None, whose if kind == "segment" else None), {})
        return PointView(kind, whose, name, own.get(keys[0]), own.get(keys[1]), decision)

    segments = session.scalars(select(Segment).where(Segment.plan_id == plan.id).order_by(Segment.position, Segment.id))
    points = (
        point("we", None, tr("Ourselves")),
        *(point("rival", row.id, row.name) for row in session.scalars(select(Rival).order_by(Rival.id))),
        *(point("segment", row.id, row.name, row.decision) for row in segments),
    )
    return PositioningMap(axes, points, _alike(axes, list(values.values())), spot(points))


def _alike(axes: Sequence[AxisView], people: Sequence[dict[int, float]]) -> tuple[Alike, ...]:
    found = []
    for one, other in combinations(axes, 2):
        pairs = [(own[one.id], own[other.id]) for own in people if one.id in own and other.id in own]
        r = correlation(pairs)
        if r is not None and abs(r) >= CLOSE:
            found.append(Alike(one, other, r, len(pairs)))
    return tuple(found)


def spot(points: Sequence[PointView]) -> Spot | None:
    """The emptiest spot near the ideal of a primary segment."""
    ideals = [(point, point.at) for point in points if point.kind == "segment" and point.decision == "primary" and point.at is not None]
    rivals = [(point, point.at) for point in points if point.kind == "rival" and point.at is not None]
    found = emptiest([at for _, at in ideals], [at for _, at in rivals])
    if found is None:
        return None
    (x, y), ideal, rival = found
    return Spot(x, y, ideals[ideal][0].name, rivals[rival][0].name)


def difference(seen: PositioningMap) -> str:
    """How we differ from the rivals, in one sentence; what is missing for it where something is."""
    ours = next((point.at for point in seen.of("we")), None)
    rivals = [(point.name, point.at) for point in seen.of("rival") if point.at is not None]
    if ours is None:
        return tr("Place yourselves first.")
    if not rivals:
        return tr("Place a rival, then the map tells how you differ.")
    ahead = [_beyond(axis, ours[n], [at[n] for _, at in rivals]) for n, axis in enumerate(seen.axes[:2])]
    nearest = min(rivals, key=lambda one: apart(one[1], ours))[0]
    if all(ahead):
        return tr("No rival is as far towards “{one}”, nor towards “{other}”.", one=ahead[0], other=ahead[1])
    if any(ahead):
        level = seen.axes[ahead.index("")]
        return tr("No rival is as far towards “{one}”; on {axis} we stand among them.", one=ahead[0] or ahead[1], axis=level.name)
    if not any(_as_far(at[0], ours[0]) and _as_far(at[1], ours[1]) for _, at in rivals):
        one, other = (axis.end(value) for axis, value in zip(seen.axes[:2], ours, strict=True))
        return tr("Rivals lead on each axis, but none is as far towards “{one}” and “{other}” at once.", one=one, other=other)
    return tr("On neither axis do we stand out; {rival} is nearest to us.", rival=nearest)


def _as_far(theirs: float, ours: float) -> bool:
    return theirs > ours - MARGIN if ours >= MIDDLE else theirs < ours + MARGIN


def _beyond(axis: AxisView, ours: float, rivals: Sequence[float]) -> str:
    if ours >= max(rivals) + MARGIN:
        return axis.end(1.0)
    return axis.end(0.0) if ours <= min(rivals) - MARGIN else ""


def alike_words(one: Alike) -> str:
    """A pair of axes that say the same, as a warning."""
    return tr(
        "{one} and {other} say nearly the same (r = {r} over {n} points): the map needs only one of them.",
        one=one.first.name,
        other=one.second.name,
        r=formatting.number(one.r, 2),
        n=one.points,
    )


def spot_words(seen: PositioningMap) -> str:
    """Where it is emptiest near a primary segment's ideal, or what is missing to tell."""
    if seen.spot is not None:
        across, up = seen.axes[0].words(seen.spot.x), seen.axes[1].words(seen.spot.y)
        return tr(
            "Emptiest near the ideal of {segment}: {across}, {up}. {rival} is the nearest rival there.",
            segment=seen.spot.segment,
            across=across,
            up=up,
            rival=seen.spot.rival,
        )
    if not any(point.decision == "primary" for point in seen.points):
        return tr("Decide on a primary segment, then the free field shows.")
    if not any(point.decision == "primary" and point.at for point in seen.points):
        return tr("Place the ideal of a primary segment, then the free field shows.")
    if not any(point.at for point in seen.of("rival")):
        return tr("Without a rival on the map all of it looks free.")
    return tr("Rivals stand close around every primary segment’s ideal: no free field.")
