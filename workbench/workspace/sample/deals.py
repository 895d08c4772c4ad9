"""Deals: open ones, orders won, and lost ones with their reasons."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from workbench.workspace.sample.customers import CUSTOMERS, NUMBER
from workbench.workspace.sample.orders import SampleOrder
from workbench.workspace.sample.products import PRODUCTS, hundreds
from workbench.workspace.sample.timeline import Timeline, month_start

Text = tuple[str, str]

TALKS, PROPOSALS = 19, 19
OPEN_YEN = 61_000_000
TOLD_OPEN = (
    ("Hirano Seiki", ("Sleeves, repeat order", "スリーブ、リピート注文"), "proposal", 3_100_000, 27),
    ("Hirano Seiki", ("Gauge blocks, trial", "ブロックゲージ、試作"), "talk", 1_900_000, 27),
    ("Nara Precision Optics", ("Inspection report bundled, mirror mounts", "検査成績書付きミラーマウント"), "proposal", 4_800_000, 11),
    ("Kashiwara Instruments", ("Titanium barrel, prototype batch", "チタン筒、試作ロット"), "proposal", 3_600_000, 15),
    ("Hanshin Medical Devices", ("Trial batch, {quarter} volumes", "試作ロット、{quarter}の数量"), "proposal", 5_200_000, 13),
    ("Kintetsu Tooling", ("5-axis capacity, two machines", "5軸加工、2台分の枠"), "talk", 2_200_000, 29),
)
"""Customer, title, stage, yen, days since it was opened."""
KINDS: tuple[Text, ...] = ((", repeat lot", "、リピート"), (", trial batch", "、試作ロット"), (", small lot", "、小ロット"))
PROTOTYPE = "prototype"

QUOTE: Text = ("Slow quote", "見積りの遅れ")
PRICE: Text = ("Price", "価格")
LEAD_TIME: Text = ("Lead time", "納期")
RIVAL: Text = ("Rival", "競合")
LOST_IN_PLAN = (
    ("Hirano Seiki", ("Guide plates", "ガイドプレート"), 53, 1_200_000, ("Slow quote: it took four days", "見積りの遅れ。4日かかった")),
    ("Ikoma Pump Works", ("Impeller shafts, first lot", "羽根車シャフト、第1ロット"), 47, 2_600_000, QUOTE),
    ("Ikoma Pump Works", ("Impeller shafts, second lot", "羽根車シャフト、第2ロット"), 32, 2_400_000, QUOTE),
    ("Kashiwara Instruments", ("Guide plates, 200 pieces", "ガイドプレート200個"), 15, 800_000, QUOTE),
    ("Kadoma Electric", ("Gear blanks", "歯車素材"), 40, 900_000, PRICE),
    ("Neyagawa Gears", ("Gear blanks, yearly frame", "歯車素材、年間枠"), 36, 1_700_000, PRICE),
    ("Amagasaki Press", ("Guide plates", "ガイドプレート"), 26, 600_000, PRICE),
    ("Uji Molding", ("Ejector pins", "エジェクタピン"), 43, 500_000, LEAD_TIME),
    ("Kyotanabe Machine Tool", ("Spindle sleeves", "スピンドルスリーブ"), 22, 1_100_000, LEAD_TIME),
    ("Ashiya Dental", ("Implant drivers", "インプラントドライバー"), 19, 700_000, RIVAL),
)
"""Customer, title, days ago, yen, reason."""
LOST_BEFORE = 26


@dataclass(frozen=True, slots=True)
class SampleDeal:
    """One deal; `customer` is the row of the customer."""

    customer: int
    title: Text
    stage: str
    yen: int
    opened: date
    closed: date | None = None
    reason: Text = ("", "")


def make_deals(orders: list[SampleOrder], days: Timeline, random: Random) -> list[SampleDeal]:
    """Open, won and lost deals of the last year and a half."""
    return _open(days, random) + _won(orders, days, random) + _lost(days, random)


def _title(name: str, random: Random) -> Text:
    product = random.choice(PRODUCTS[CUSTOMERS[NUMBER[name] - 1].industry])[0]
    kind = random.choice(KINDS) if PROTOTYPE not in product[0] else ("", "")
    return product[0] + kind[0], product[1] + kind[1]


def _open(days: Timeline, random: Random) -> list[SampleDeal]:
    deals = [SampleDeal(NUMBER[n], title, stage, yen, days.ago(ago)) for n, title, stage, yen, ago in TOLD_OPEN]
    left = {"talk": TALKS, "proposal": PROPOSALS}
    for deal in deals:
        left[deal.stage] -= 1
    stages = [stage for stage, count in left.items() for _ in range(count)]
    weights = [random.uniform(0.4, 1.6) for _ in stages]
    rest = OPEN_YEN - sum(d.yen for d in deals)
    names = random.sample([c.key for c in CUSTOMERS[2:46]], len(stages))
    for place, (stage, name) in enumerate(zip(stages, names, strict=True)):
        yen = rest if place == len(stages) - 1 else hundreds(rest * weights[place] / sum(weights[place:]) / 100) * 100
        rest -= yen
        deals.append(SampleDeal(NUMBER[name], _title(name, random), stage, yen, days.ago(random.randint(3, 45))))
    return deals


def _won(orders: list[SampleOrder], days: Timeline, random: Random) -> list[SampleDeal]:
    """Every order since the half before began was a deal once."""
    since = month_start(days.plan_first, -6)
    won = []
    for order in orders:
        if order.day >= since:
            product = order.lines[0][0]
            opened = days.ago((days.day_zero - order.day).days + random.randint(9, 60))
            won.append(SampleDeal(NUMBER[order.customer], product, "won", order.yen, opened, order.day))
    return won


def _lost(days: Timeline, random: Random) -> list[SampleDeal]:
    lost = []
    for name, title, ago, yen, reason in LOST_IN_PLAN:
        closed = max(days.ago(min(ago, (days.day_zero - days.plan_first).days)), days.plan_first)
        lost.append(SampleDeal(NUMBER[name], title, "lost", yen, closed - timedelta(days=random.randint(7, 30)), closed, reason))
    for _ in range(LOST_BEFORE):
        name = random.choice(CUSTOMERS[:50]).key
        closed = days.ahead_of(days.plan_first, -random.randint(1, 120))
        reason = random.choice((QUOTE, PRICE, PRICE, LEAD_TIME, RIVAL))
        lost.append(
            SampleDeal(
                NUMBER[name],
                _title(name, random),
                "lost",
                random.randrange(300_000, 2_500_000, 100_000),
                closed - timedelta(days=random.randint(10, 45)),
                closed,
                reason,
            )
        )
    return lost
