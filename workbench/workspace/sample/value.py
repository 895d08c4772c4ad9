"""What Kitagawa's customers gain, and its 4P board."""

from typing import NamedTuple

from sqlalchemy.orm import Session

from workbench.analysis import cards
from workbench.targeting.segments import segments
from workbench.value import statements

Text = tuple[str, str]
NONE: Text = ("", "")


class SampleStatement(NamedTuple):
    """A statement for the segment at place `segment`; without figures it is weak."""

    segment: int
    feature: Text
    so_what: Text
    gain: Text
    before: float | None = None
    after: float | None = None
    unit: Text = NONE


DAYS: Text = ("days", "日")
MEDICAL, OPTICS, PUMPS = range(3)
STATEMENTS = (
    SampleStatement(
        MEDICAL,
        ("Titanium prototypes in 48 hours", "チタン試作を48時間で"),
        ("the next design review has a part on the table", "次の設計レビューに実物を出せる"),
        ("Waiting for a prototype", "試作を待つ日数"),
        10,
        2,
        DAYS,
    ),
    SampleStatement(
        MEDICAL,
        ("Audit file with every lot, JIS Q 13485", "JIS Q 13485の監査書類を毎ロット添付"),
        ("no one gathers papers before an audit", "監査前に書類を集めなくてよい"),
        ("Hours spent on papers before an audit", "監査前の書類準備"),
        16,
        4,
        ("hours", "時間"),
    ),
    SampleStatement(
        MEDICAL,
        ("Prices from the drawing within a day", "図面から1日で見積り"),
        ("design reviews no longer wait for our price", "見積り待ちで設計レビューが止まらない"),
        ("Days from drawing to price", "図面から見積りまで"),
        4,
        1,
        DAYS,
    ),
    SampleStatement(
        OPTICS,
        ("Inspection report with every repeat lot", "リピート品に毎回検査成績書"),
        ("incoming inspection can be skipped", "受入検査を省ける"),
        ("Incoming inspection of a lot", "1ロットの受入検査"),
        3,
        0.5,
        ("hours", "時間"),
    ),
    SampleStatement(
        OPTICS,
        ("98.6 % first-pass yield on micron tolerances", "ミクロン精度で直行率98.6%"),
        ("fewer barrels are sent back", "鏡筒の返品が減る"),
        ("Parts sent back", "返品率"),
        4.2,
        1.4,
        ("% of parts", "%"),
    ),
    SampleStatement(
        PUMPS,
        ("Yearly frame with call-offs", "年間枠と分割納入"),
        ("less stock of spools on their shelves", "スプールの在庫が減る"),
        ("Stock of spools", "スプールの在庫"),
        6,
        3,
        ("weeks", "週分"),
    ),
)


class SampleCard(NamedTuple):
    """A card of the 4P board."""

    column: str
    text: Text
    weight: int
    evidence: Text = NONE


FOUR_P = (
    SampleCard(
        "product", ("Titanium prototypes in small lots, 1 to 20 pieces", "チタン試作、1～20個の小ロット"), 5, ("strategy SO", "SO戦略")
    ),
    SampleCard(
        "product", ("Inspection report with every lot", "毎ロットに検査成績書"), 4, ("9 of 12 buyers ask", "購買担当12人中9人の要望")
    ),
    SampleCard("price", ("Prototype price within a day, setup included", "試作は1日で見積り、段取り費込み"), 4, ("price table", "価格表")),
    SampleCard(
        "price", ("Yearly frame: 4 % below single orders", "年間枠は単発より4%安く"), 3, ("order lines, last year", "昨年の受注明細")
    ),
    SampleCard("place", ("A and B in person, C by phone and online", "AとBは訪問、Cは電話とオンライン"), 4, ("visit rules", "訪問基準")),
    SampleCard(
        "place", ("Drawings come in through the quote form", "図面は見積りフォームで受ける"), 3, ("31 of 74 enquiries", "引合い74件中31件")
    ),
    SampleCard(
        "promotion", ("Sample box of titanium parts at the first visit", "初回訪問にチタン部品のサンプル箱"), 4, ("actions", "アクション")
    ),
    SampleCard("promotion", ("Hirano Seiki as reference for optics", "光学の導入事例に平野精機"), 3, ("agreed in spring", "春に了承済み")),
)


def fill_four_p(session: Session, text: int) -> None:
    """Write the board's cards."""
    for one in FOUR_P:
        made = cards.add(session, one.column, one.text[text])
        cards.edit(session, made, evidence=one.evidence[text], weight=one.weight)
    session.flush()


def fill_statements(session: Session, text: int) -> None:
    """Write the statements of the segments that are there already."""
    known = [one.id for one in segments(session)]
    for one in STATEMENTS:
        made = statements.add(session, known[one.segment], one.feature[text])
        figures = {"before": one.before, "after": one.after}
        statements.change(session, made, so_what=one.so_what[text], gain=one.gain[text], unit=one.unit[text], **figures)
    session.flush()
