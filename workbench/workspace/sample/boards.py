"""What Kitagawa wrote on its boards: 3C and SWOT, its rivals, and a snapshot from the first week of the analysis.

The boards are first filled as they stood then, frozen, and then edited to what they are today.
"""

from datetime import timedelta
from typing import NamedTuple

from sqlalchemy.orm import Session

from models import Plan
from workbench import clock
from workbench.analysis import cards, rivals, snapshots
from workbench.workspace.sample.timeline import Timeline

Text = tuple[str, str]
NONE: Text = ("", "")
BEGUN, FROZEN, WEEKS = 12, 6, 3
"""Days since the time box was opened and since the snapshot was taken, and the weeks it takes."""

SETTSU, NANIWA, METAL = range(3)
RIVALS: tuple[Text, ...] = (("Settsu Micro", "摂津マイクロ"), ("Naniwa Seiko", "浪速精工"), ("Metal Net 24", "メタルネット24"))


class Told(NamedTuple):
    """A card. `late` ones were written after the snapshot; `sent` is the SWOT column to which a 3C card went."""

    column: str
    text: Text
    weight: int
    evidence: Text = NONE
    question: str = ""
    rival: int | None = None
    late: bool = False
    sent: str = ""


MICRON: Text = ("Micron tolerance on titanium, 98.6 % first-pass yield", "チタンをミクロン精度で、直行率98.6%")
QUOTES: Text = ("Quotes take four days", "見積りに4日かかる")

THREE_C: tuple[Told, ...] = (
    Told(
        "customer",
        ("Medical makers bring prototyping back to Kansai", "医療機器メーカーの試作が関西に戻っている"),
        5,
        ("METI survey", "経産省の調査"),
        "change",
        sent="opportunities",
    ),
    Told(
        "customer",
        ("Design reviews wait for our price", "当社の見積りを待って設計レビューが止まる"),
        4,
        ("9 first calls", "初回訪問9件"),
        "struggle",
    ),
    Told(
        "customer",
        ("They need an inspection report with every lot", "毎ロットの検査成績書がほしい"),
        4,
        ("Hirano Seiki, Nara Precision Optics", "平野精機、奈良精密光学"),
        "struggle",
    ),
    Told(
        "customer",
        ("Designers choose, purchasing only signs", "選ぶのは設計、購買は判を押すだけ"),
        3,
        ("visit notes", "訪問メモ"),
        "decide",
    ),
    Told("customer", ("Lots shrink to 5 to 20 pieces", "ロットは5～20個まで小さくなった"), 3, NONE, "change"),
    Told(
        "competitor",
        ("Rivals quote by fax; buyers want same-day answers", "競合の見積りはFAX。購買は即日回答を望む"),
        4,
        ("4 buyers told so", "購買担当4人の話"),
        "it",
        SETTSU,
        sent="opportunities",
    ),
    Told(
        "competitor",
        ("No 13485, so no medical parts after the prototype", "13485がなく、試作の先の医療部品は受けられない"),
        4,
        ("their web site", "同社サイト"),
        "weak",
        NANIWA,
    ),
    Told("competitor", ("Small lots wait three weeks", "小ロットは3週間待ち"), 4, ("Hirano Seiki", "平野精機"), "weak", SETTSU, True),
    Told("competitor", ("Cheaper from 500 pieces on", "500個からは当社より安い"), 3, ("2 lost deals", "失注2件"), "strong", NANIWA),
    Told(
        "competitor",
        ("Price on the web at once, but steel only", "ウェブで即時見積り、ただし鉄のみ"),
        3,
        ("tried it", "実際に試した"),
        "it",
        METAL,
    ),
    Told("company", MICRON, 5, ("inspection log, last quarter", "前四半期の検査記録"), "only", sent="strengths"),
    Told("company", ("JIS Q 13485 audit passed", "JIS Q 13485の審査に合格"), 4, ("certificate", "認証書"), "only", sent="strengths"),
    Told(
        "company",
        ("Ten-day lead time, six for repeat orders", "納期10日、リピートは6日"),
        3,
        ("212 jobs", "212件の実績"),
        "only",
        sent="strengths",
    ),
    Told("company", ("Two machines stand free for prototypes", "試作用に2台を空けている"), 3, ("load, last quarter", "前四半期の稼働率")),
)
SWOT: tuple[Told, ...] = (
    Told("weaknesses", ("One rep carries 61 % of revenue", "売上の61%を1人の営業が担う"), 4, ("tiers", "顧客ランク")),
    Told("weaknesses", QUOTES, 4, ("3 of 9 lost deals name it", "失注9件のうち3件の理由")),
    Told("weaknesses", ("No English drawings", "英語の図面がない"), 2),
    Told("opportunities", ("Subsidy for 5-axis machines until {end}", "5軸加工機の補助金、{end}まで"), 3, ("Mirasapo", "ミラサポ")),
    Told("threats", ("Sakai Plating may stop small lots", "堺メッキが小ロットをやめるかもしれない"), 4, ("supplier talk", "外注先との話")),
    Told(
        "threats",
        ("Buyers merge vendor lists in {after}", "{after}に購買が取引先を集約"),
        3,
        ("2 A customers", "Aランク2社"),
        late=True,
    ),
)
EARLIER_MICRON: Text = ("Micron tolerance on titanium", "チタンをミクロン精度で")
DROPPED = Told("strengths", ("Friendly people on the phone", "電話の応対が親切"), 2)
NAME: Text = ("After the first week", "1週目を終えて")


def fill_boards(session: Session, text: int, days: Timeline) -> None:
    """Write the boards of the sample's plan, its rivals, the time box and the snapshot."""
    plan = session.query(Plan).one()
    plan.analysis_first, plan.analysis_weeks = days.today - timedelta(days=BEGUN), WEEKS
    named = [rivals.add_rival(session, name[text]) for name in RIVALS]
    made = {told: _write(session, told, text, days, named) for told in (*THREE_C, *SWOT) if not told.late}
    dropped = _write(session, DROPPED, text, days, named)
    micron, quotes = (next(made[told] for told in made if told.text == wanted) for wanted in (MICRON, QUOTES))
    cards.edit(session, micron, text=EARLIER_MICRON[text], weight=4)
    cards.set_weight(session, [quotes], 3)
    session.flush()
    for told in made:
        if told.sent:
            cards.send(session, [made[told]], told.sent)
    session.flush()
    _order(session)
    with clock.fixed_today(days.today - timedelta(days=FROZEN)):
        snapshots.take(session, NAME[text])
    for card in (micron, next(c.id for c in cards.board(session, "swot").cards if c.source and c.source.id == micron)):
        cards.edit(session, card, text=MICRON[text], weight=5)
    cards.set_weight(session, [quotes], 4)
    cards.remove(session, [dropped])
    for place, told in enumerate((*THREE_C, *SWOT)):
        if told.late:
            at = sum(one.column == told.column for one in (*THREE_C, *SWOT)[:place])
            _write(session, told, text, days, named, at)
    session.flush()


def _write(session: Session, told: Told, text: int, days: Timeline, named: list[int], at: int | None = None) -> int:
    rival = named[told.rival] if told.rival is not None else None
    card = cards.add(session, told.column, days.dated(told.text, text), at=at, question=told.question, rival_id=rival)
    cards.edit(session, card, evidence=told.evidence[text], weight=told.weight)
    session.flush()
    return card


def _order(session: Session) -> None:
    """The card that was dropped later stood last; the subsidy stands after what came from the 3C board."""
    for column in ("strengths", "opportunities"):
        own = [card.id for card in cards.board(session, "swot").column(column).cards if card.source is None]
        cards.move(session, own, column, len(cards.board(session, "swot").column(column).cards))
        session.flush()
