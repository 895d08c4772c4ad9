"""What Kitagawa does about its situation: four cross-SWOT strategies, the actions that carry them, and what is taken for granted.

The fourth strategy leads nowhere, one action is late, one assumption was last looked at before the quarter: strategy health has something to say.
"""

from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Action, Assumption, Card, FunnelStage, Plan, Segment, Strategy, StrategyCard, StrategySegment
from workbench.actions.assumptions import quarter_first
from workbench.actions.kpi import GOAL
from workbench.goals.rates import PROPOSAL, VISIT
from workbench.goals.stages import OF_STAGE
from workbench.workspace.sample.customers import MORITA, TANI, UEDA
from workbench.workspace.sample.timeline import Timeline
from workbench.workspace.workspace import company_of

Text = tuple[str, str]
MEDICAL, OPTICS = ("Medical devices", "医療機器"), ("Optics", "光学")
SO, WO, ST, WT = range(4)


class SampleStrategy(NamedTuple):
    """`inner` and `outer` are a column of the SWOT board and the place of the card in it."""

    text: Text
    inner: tuple[str, int]
    outer: tuple[str, int]
    effect: int
    ease: int
    segment: Text | None = None


class SampleAction(NamedTuple):
    """`due` counts working days from today; `done` ones were finished on their day. `moves` is a kind of stage, or the goal."""

    title: Text
    rep: int
    due: int
    strategy: int | None
    note: Text = ("", "")
    status: str = "open"
    segment: Text | None = None
    moves: str = ""


STRATEGIES = (
    SampleStrategy(
        ("Be the 48-hour prototype shop for medical devices", "医療機器の「48時間試作」といえば北川精密、になる"),
        ("strengths", 0),
        ("opportunities", 0),
        5,
        4,
        MEDICAL,
    ),
    SampleStrategy(("Same-day quotes from a price table", "単価表で見積りを即日回答"), ("weaknesses", 1), ("opportunities", 1), 4, 4),
    SampleStrategy(
        ("Bundle inspection reports to stay on merged lists", "検査成績書を添付し、集約後の取引先に残る"),
        ("strengths", 1),
        ("threats", 1),
        4,
        3,
        OPTICS,
    ),
    SampleStrategy(("Share a line with Sakai Plating", "堺メッキとラインを共同利用"), ("weaknesses", 0), ("threats", 0), 2, 2),
)
ACTIONS = (
    SampleAction(("Send the 13485 certificate to Hanshin", "阪神メディカルに13485の認証書を送る"), MORITA, 2, SO, moves=GOAL),
    SampleAction(("Quote to Nara Precision Optics", "奈良精密光学への見積り"), MORITA, -5, WO, ("Mirror mounts, three lot sizes", "ミラーマウント、3ロット分"), moves=GOAL),
    SampleAction(("Sample box and report to every first call", "初回訪問には見本箱と検査成績書を持参"), TANI, 3, ST, moves=VISIT),
    SampleAction(
        ("Price table for same-day quotes", "即日回答のための単価表をつくる"),
        MORITA,
        13,
        WO,
        ("Titanium and stainless first; 80 % of last year’s quotes", "まずチタンとステンレス。昨年の見積りの8割をカバー"),
        "doing",
        moves=PROPOSAL,
    ),
    SampleAction(("Trial batch with nine medical makers", "医療機器9社と試作ロット"), UEDA, 18, SO, status="doing", moves=PROPOSAL),
    SampleAction(("Bundle the inspection report", "検査成績書の添付を標準にする"), TANI, 28, ST, moves=GOAL),
    SampleAction(
        ("Ask medical buyers for their next design review", "医療機器の購買に次の設計レビューの日程を聞く"), UEDA, -12, None, status="done", segment=MEDICAL, moves=VISIT
    ),
)  # fmt: skip
ASSUMPTIONS = (
    ("market", ("Medical makers bring prototyping back to Kansai", "医療機器メーカーの試作が関西に戻る"), ("METI survey", "経産省の調査")),
    ("market", ("Titanium stays within 10 % of today’s price", "チタンの価格は今の10%以内で推移する"), ("", "")),
    ("rivals", ("Rivals go on quoting by fax", "競合は見積りをFAXで続ける"), ("four buyers told so", "購買担当4人の話")),
    ("ourselves", ("Two machines stay free for prototypes", "試作用に2台を空けておける"), ("load of the last quarter", "前四半期の稼働率")),
)


def fill_strategies(session: Session, reps: list[int], text: int, days: Timeline) -> None:
    """Write them over the SWOT board, the segments and the funnel of the sample's plan, which are there already."""
    plan = session.query(Plan).one()
    cards = {
        (card.column, card.position): card.id for card in session.scalars(select(Card).where(Card.plan_id == plan.id, Card.board == "swot"))
    }
    segments = {row.name: row.id for row in session.scalars(select(Segment).where(Segment.plan_id == plan.id))}
    made = []
    for position, one in enumerate(STRATEGIES):
        kind = one.inner[0][0].upper() + one.outer[0][0].upper()
        row = Strategy(plan_id=plan.id, kind=kind, text=one.text[text], effect=one.effect, ease=one.ease, position=position)
        session.add(row)
        session.flush()
        made.append(row.id)
        session.add_all(StrategyCard(strategy_id=row.id, card_id=cards[place]) for place in (one.inner, one.outer))
        if one.segment is not None:
            session.add(StrategySegment(strategy_id=row.id, segment_id=segments[one.segment[text]]))
    moved = {GOAL: GOAL, **{row.kind: f"{OF_STAGE}{row.id}" for row in session.scalars(select(FunnelStage))}}
    for position, action in enumerate(ACTIONS):
        due = _day(days, action.due)
        session.add(
            Action(
                plan_id=plan.id,
                position=position,
                title=action.title[text],
                note=action.note[text],
                strategy_id=None if action.strategy is None else made[action.strategy],
                segment_id=None if action.segment is None else segments[action.segment[text]],
                rep_id=reps[action.rep],
                due=due,
                status=action.status,
                kpi=action.moves and moved[action.moves],
                done_on=due if action.status == "done" else None,
            )
        )
    _fill_assumptions(session, plan.id, text, days.today)
    session.flush()


def _fill_assumptions(session: Session, plan: int, text: int, today: date) -> None:
    """Those with evidence were looked at last week, the others before the quarter began."""
    began = quarter_first(today, company_of(session).fiscal_month)
    for position, (subject, said, evidence) in enumerate(ASSUMPTIONS):
        reviewed = max(began, today - timedelta(days=8)) if evidence[text] else began - timedelta(days=20)
        session.add(
            Assumption(plan_id=plan, position=position, subject=subject, text=said[text], evidence=evidence[text], reviewed_on=reviewed)
        )


def _day(days: Timeline, count: int) -> date:
    return days.ahead(count) if count > 0 else days.ahead_of(days.day_zero, count)
