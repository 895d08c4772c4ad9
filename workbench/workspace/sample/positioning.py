"""How Kitagawa differs: three axes, and where it, its rivals and the segments' ideals stand on them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import AxisPoint, Rival, Segment
from workbench.targeting.positioning import add_axis

Text = tuple[str, str]

AXES: tuple[tuple[Text, Text, Text], ...] = (
    (("Delivery", "納期"), ("three weeks", "3週間"), ("48 hours", "48時間")),
    (("Precision", "精度"), ("as drawn", "図面どおり"), ("micron, with audit file", "ミクロン精度、監査書類付き")),
    (("Price", "価格"), ("lowest quote", "最安値"), ("twice that", "その2倍")),
)
OURSELVES = (0.8, 0.76, 0.66)
RIVALS = ((0.26, 0.86, 0.8), (0.42, 0.44, 0.38), (0.88, 0.2, 0.12))
IDEALS = ((0.92, 0.9, 0.75), (0.56, 0.72, 0.58), (0.48, 0.3, 0.22), (0.62, 0.12, 0.1))
"""On each axis: the rivals in the order of the 3C board, the segments in theirs."""


def fill_positioning(session: Session, text: int) -> None:
    """Write axes and points over rivals and segments that are there already."""
    axes = [add_axis(session, name[text], low[text], high[text]) for name, low, high in AXES]
    rivals = list(session.scalars(select(Rival.id).order_by(Rival.id)))
    segments = list(session.scalars(select(Segment.id).order_by(Segment.position, Segment.id)))
    stands: list[tuple[int | None, int | None, tuple[float, ...]]] = [(None, None, OURSELVES)]
    stands += [(rival, None, own) for rival, own in zip(rivals, RIVALS, strict=True)]
    stands += [(None, segment, own) for segment, own in zip(segments, IDEALS, strict=True)]
    session.add_all(
        AxisPoint(axis_id=axis, rival_id=rival, segment_id=segment, value=value)
        for rival, segment, own in stands
        for axis, value in zip(axes, own, strict=True)
    )
    session.flush()
