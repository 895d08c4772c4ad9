"""24 months of orders: how many a month, who ordered, and amounts that add up to each customer's revenue of the last full 12 months."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from workbench.workspace.sample.customers import CUSTOMERS, NUMBER
from workbench.workspace.sample.products import PRODUCTS, RETURNED, hundreds
from workbench.workspace.sample.timeline import QUIET_MONTH, Timeline, month_end, month_start

MONEY = 10_000
PER_MONTH = {
    **dict(zip(range(-24, -18), (9, 9, 4, 3, 4, 5), strict=True)),
    **dict(zip(range(-18, -12), (6, 6, 7, 4, 6, 7), strict=True)),
    **dict(zip(range(-12, -6), (10, 10, 5, 3, 4, 6), strict=True)),
    **dict(zip(range(-6, 0), (7, 6, 8, 5, 7, 8), strict=True)),
    0: 17,
}
"""Orders by month, counted from the plan's first month: strong autumns, thin winters."""
SINCE_FIRST_MONTH = 14

MORE = (
    "Hanshin Medical Devices",
    "Hirano Seiki",
    "Nara Precision Optics",
    "Suita Labs",
    "Daito Valve",
    "Kashiwara Instruments",
    "Senri Endoscope",
    "Kishiwada Hydraulics",
    "Hirano Seiki",
    "Hanshin Medical Devices",
    "Kishiwada Hydraulics",
    "Nara Precision Optics",
    "Moriguchi Motors",
    "Kizugawa Medical",
    "Ibaraki Bearings",
    "Takatsuki Laser",
    "Hirano Seiki",
    "Hanshin Medical Devices",
    "Suita Labs",
    "Daito Valve",
    "Kashiwara Instruments",
    "Senri Endoscope",
    "Nara Precision Optics",
    "Hirano Seiki",
    "Ikoma Pump Works",
    "Hanshin Medical Devices",
    "Settsu Coating",
    "Suita Labs",
    "Daito Valve",
    "Moriguchi Motors",
    "Neyagawa Gears",
    "Takatsuki Laser",
    "Kashiwara Instruments",
    "Izumi Wire",
)
"""Who ordered more than once in a year, in the order in which the further orders are dealt out."""
RECENT = {"Mihara Optics": -1, "Kashiba Optics": -1, "Itami Dental": -1, "Kishiwada Hydraulics": -3, "Yao Lens": -5}
"""No order before this month, counted from the plan's first."""
ENDED = {"Yao Spring": QUIET_MONTH}
"""No order after this month."""
NOT_YET = {
    "Mihara Optics",
    "Kashiba Optics",
    "Itami Dental",
    "Yao Lens",
    "Seika Biotech",
    "Sennan Medical",
    "Minoh Robotics",
    "Hannan Dies",
    "Muko Feeders",
    "Kawanishi Surgical",
    "Sakurai Food Machinery",
    "Takaishi Welding",
}
"""No customers of ours in the year before."""
LATELY = (
    "Suita Labs",
    "Neyagawa Gears",
    "Kashiwara Instruments",
    "Daito Valve",
    "Seika Biotech",
    "Takatsuki Laser",
    "Sakai Plating",
    "Ibaraki Bearings",
    "Izumi Wire",
    "Kizugawa Medical",
    "Settsu Coating",
    "Uji Molding",
    "Nara Precision Optics",
    "Kadoma Electric",
    "Hanshin Medical Devices",
    "Katano Springs",
    "Habikino Tools",
    "Minoh Robotics",
    "Suita Labs",
    "Daito Valve",
)
"""Who ordered after the last full month."""
YEAR_BEFORE = {"Takatsuki Laser": 6_800, "Ikoma Pump Works": 14_200, "Kishiwada Hydraulics": 5_400, "Yao Spring": 4_100}
"""Thousands of yen in the 12 months before the last 12."""
HIRANO_SLEEVES = ("Hirano Seiki", 34, 2_400_000)


@dataclass(frozen=True, slots=True)
class SampleOrder:
    """One order; its lines are product (English, Japanese), yen, yen of profit, pieces, and days after the order."""

    customer: str
    day: date
    yen: int
    number: str = ""
    lines: tuple[tuple[tuple[str, str], int, int, int, int], ...] = ()


def make_orders(days: Timeline, random: Random) -> list[SampleOrder]:
    """All orders by day, numbered through each year."""
    month = days.months
    slots = {m: _days_of_month(days, m, random) for m in range(month - 24, month + 1)}
    year = _deal(slots, range(month - 12, month), random)
    before = _deal(slots, range(month - 24, month - 12), random, before=True)
    lately = [(name, day) for name, day in zip(LATELY, slots[month], strict=False)]
    orders = _price(year, {c.key: c.revenue for c in CUSTOMERS}, days, random)
    orders += _price(before, {c.key: YEAR_BEFORE.get(c.key, round(c.revenue * random.uniform(0.7, 1.0))) for c in CUSTOMERS}, days, random)
    usual = {o.customer: o.yen for o in orders}
    orders += [SampleOrder(name, day, hundreds(usual[name] * random.uniform(0.7, 1.1))) for name, day in lately]
    orders.sort(key=lambda o: (o.day, NUMBER[o.customer]))
    numbered: list[SampleOrder] = []
    last: dict[int, int] = {}
    for order in orders:
        last[order.day.year] = last.get(order.day.year, 100) + 1
        number = f"K{order.day.year % 100:02d}-{last[order.day.year]}"
        numbered.append(replace(order, number=number, lines=_lines(order, days, random)))
    return numbered


def _days_of_month(days: Timeline, month: int, random: Random) -> list[date]:
    """One day for each order of a month, sorted. The current months share what came since the plan's first."""
    first, last = month_start(days.plan_first, month), month_end(days.plan_first, month)
    count = PER_MONTH.get(month, 0)
    yesterday = days.today - timedelta(days=1)
    if month >= 1:
        this_month = days.calendar.working_days(month_start(days.today), yesterday)
        late = SINCE_FIRST_MONTH if days.months == 1 else min(3, len(this_month))
        count = late if month == days.months else SINCE_FIRST_MONTH - late
        last = min(last, yesterday)
        if not count:
            return []
    worked = days.worked(first, last)
    return sorted(random.choice(worked) for _ in range(count))


def _deal(slots: dict[int, list[date]], months: range, random: Random, before: bool = False) -> list[tuple[str, date]]:
    """Give each day to a customer: everybody once, then those who order more, spread over the year."""
    free = sorted((day, month) for month in months for day in slots[month])
    names = [c.key for c in CUSTOMERS if not (before and c.key in NOT_YET)]
    wanted = names + [name for name in MORE * 2 if name in names]
    counts: dict[str, int] = {}
    for name in wanted[: len(free)]:
        counts[name] = counts.get(name, 0) + 1
    bound = {} if before else {**RECENT, **ENDED}
    dealt = []
    for name in sorted(counts, key=lambda n: (n not in bound, -counts[n], NUMBER[n])):
        low, high = (-99, 99) if before else (RECENT.get(name, -99), ENDED.get(name, 99))
        for turn in range(counts[name]):
            allowed = [slot for slot in free if low <= slot[1] <= high] or free
            aim = (turn + random.random()) / counts[name] * len(allowed)
            slot = allowed[min(int(aim), len(allowed) - 1)]
            free.remove(slot)
            dealt.append((name, slot[0]))
    return dealt


def _price(dealt: list[tuple[str, date]], thousands: dict[str, int], days: Timeline, random: Random) -> list[SampleOrder]:
    """Amounts in yen that add up to the customer's sum."""
    by_name: dict[str, list[date]] = {}
    for name, day in dealt:
        by_name.setdefault(name, []).append(day)
    orders = []
    for name, ordered in by_name.items():
        ordered.sort()
        left, fixed = thousands[name] * 1000, None
        if name == HIRANO_SLEEVES[0] and len(ordered) > 1 and thousands[name] == CUSTOMERS[NUMBER[name] - 1].revenue:
            story = days.ago(HIRANO_SLEEVES[1])
            if month_start(story) == month_start(ordered[-1]):
                fixed = HIRANO_SLEEVES[2]
                orders.append(SampleOrder(name, story, fixed))
                ordered, left = ordered[:-1], left - fixed
        weights = [random.uniform(0.6, 1.4) for _ in ordered]
        for place, day in enumerate(ordered):
            yen = left if place == len(ordered) - 1 else hundreds(left * weights[place] / sum(weights[place:]))
            left -= yen
            orders.append(SampleOrder(name, day, yen))
    return orders


def _lines(order: SampleOrder, days: Timeline, random: Random) -> tuple[tuple[tuple[str, str], int, int, int, int], ...]:
    """One to three products, now and then a return later in the same month; together they make the order's amount."""
    products = PRODUCTS[CUSTOMERS[NUMBER[order.customer] - 1].industry]
    margin = random.uniform(0.24, 0.41)
    wanted = 1 if order.yen < 400_000 or order.yen == HIRANO_SLEEVES[2] else random.randint(1, 3)
    chosen = [products[0]] if order.yen == HIRANO_SLEEVES[2] else random.sample(products, wanted)
    returned = 0
    last = min(month_end(order.day), days.today - timedelta(days=1))
    later = [d for d in days.calendar.working_days(order.day + timedelta(days=4), last) if (d - order.day).days <= 16]
    if order.yen > 1_000_000 and later and random.random() < 0.12:
        returned = hundreds(order.yen * random.uniform(0.03, 0.09))
    left, lines = order.yen + returned, []
    for place, (name, price) in enumerate(chosen):
        yen = left if place == len(chosen) - 1 else hundreds(left * random.uniform(0.3, 0.6))
        left -= yen
        lines.append((name, yen, round(yen * margin), max(1, round(yen / price)), 0))
    if returned:
        name, price = chosen[-1]
        back = (random.choice(later) - order.day).days
        title = name[0] + RETURNED[0], name[1] + RETURNED[1]
        lines.append((title, -returned, -round(returned * margin), -max(1, round(returned / price)), back))
    return tuple(lines)
