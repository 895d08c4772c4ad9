"""Whom Kitagawa serves: four segments over its own customers, what is decided on each and why, and the scores that its owner gave."""

from typing import NamedTuple

from sqlalchemy.orm import Session

from workbench.goals.kgi import current_plan
from workbench.targeting import commands, criteria
from workbench.targeting.filters import Condition, Group
from workbench.workspace.sample.customers import INDUSTRIES, MACHINERY, MEDICAL, OPTICS, PUMPS
from workbench.workspace.sample.details import FIVE_AXIS

Text = tuple[str, str]


class SampleSegment(NamedTuple):
    """`scores` are rivalry, reach and fit by hand; 0 leaves a score to the figures."""

    name: Text
    note: Text
    decision: str
    reason: Text
    scores: tuple[int, int, int]


SEGMENTS = (
    SampleSegment(
        INDUSTRIES[MEDICAL],
        (
            "Design teams that need titanium parts for a prototype within days, and an audit file with them",
            "数日以内にチタンの試作部品と監査書類を必要とする設計チーム",
        ),
        "primary",
        (
            "13485 audit passed, rivals quote by fax; prototyping comes back to Kansai",
            "13485監査に合格、競合はFAX見積り。試作が関西に戻ってくる",
        ),
        (3, 3, 0),
    ),
    SampleSegment(
        INDUSTRIES[OPTICS],
        (
            "Makers of mounts and barrels that buy repeat lots with an inspection report",
            "検査成績書付きでリピート注文する、マウントや鏡筒のメーカー",
        ),
        "primary",
        ("Vendor lists merge in April; the inspection report keeps us on them", "4月に取引先が集約される。検査成績書があれば残れる"),
        (3, 5, 0),
    ),
    SampleSegment(
        INDUSTRIES[PUMPS],
        ("Regular buyers of spools and shafts, price first", "スプールとシャフトの定期購入先。価格重視"),
        "secondary",
        ("Keep the yearly frames, no new ones before spring", "年間枠は維持、春までは新規を追わない"),
        (2, 4, 3),
    ),
    SampleSegment(
        INDUSTRIES[MACHINERY],
        (
            "Everybody’s customers: many, small, hard to win on anything but price",
            "どこの会社も狙う層。数は多いが小口で、価格以外では勝ちにくい",
        ),
        "later",
        ("Subsidy for 5-axis machines ends in March; look again with the new plan", "5軸加工機の補助金が3月で終わる。次の営業戦略で見直す"),
        (1, 2, 2),
    ),
)


def fill_segments(session: Session, text: int) -> None:
    """Write them into the sample's plan, over customers, tags and tiers that are there already."""
    plan = current_plan(session)
    assert plan is not None
    made = [commands.add(session, one.name[text], _tree(place, text), one.decision, one.reason[text]) for place, one in enumerate(SEGMENTS)]
    kinds = {kind.kind: kind.id for kind in criteria.criteria(session, plan.id)}
    for segment_id, one in zip(made, SEGMENTS, strict=True):
        commands.set_note(session, segment_id, one.note[text])
        for kind, score in zip(("rivalry", "reach", "fit"), one.scores, strict=True):
            if score:
                criteria.set_score(session, segment_id, kinds[kind], score)
    session.flush()


def _tree(place: int, text: int) -> Group:
    """The filters: an industry; for pumps only who ordered lately; for machinery without those who asked for 5 axes."""
    first = Condition("industry", "is", INDUSTRIES[(MEDICAL, OPTICS, PUMPS, MACHINERY)[place]][text])
    if place == 2:
        return Group("and", (first, Condition("last_order", "within", 180)))
    if place == 3:
        return Group("and", (first, Group("not", (Condition("tag", "has", FIVE_AXIS[text]), Condition("tier", "is", "A")))))
    return Group("and", (first,))
