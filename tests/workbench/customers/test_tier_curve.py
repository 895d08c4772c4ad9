"""What other thresholds would do, from memory: it must say what tiering would, for any customers."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from workbench.customers.tier_curve import CurveRow, TierCurve
from workbench.customers.tiering import CustomerRevenue, pareto_tiers

REVENUES = st.lists(st.tuples(st.integers(-20, 60), st.sampled_from([None, 1, 2]), st.booleans()), max_size=40)
PERCENT = st.integers(1, 100)
CHANNELS = ("", "visit", "desk")


def company(people: list[tuple[int, int | None, bool]], a: float, b: float) -> list[CurveRow]:
    tiers = {r.customer_id: r.tier for r in pareto_tiers([CustomerRevenue(i, p[0], p[0] == 0) for i, p in enumerate(people)], a, b)}
    return [
        CurveRow(i, revenue, rep, "B" if held else tiers[i], tiers[i], held, CHANNELS[i % 3])
        for i, (revenue, rep, held) in enumerate(people)
    ]


@given(REVENUES, PERCENT, PERCENT, PERCENT, PERCENT)
def test_counts_and_moves_are_those_of_a_tiering(people: list[tuple[int, int | None, bool]], a: int, b: int, c: int, d: int) -> None:
    (a, b), (c, d) = sorted((a, b)), sorted((c, d))
    curve = TierCurve(company(people, a, b))
    now, then = company(people, a, b), company(people, c, d)
    assert curve.now == curve.counts(a, b) == dict(Counter((r.rep_id, r.tier, r.channel) for r in now))
    assert curve.counts(c, d) == dict(Counter((r.rep_id, r.tier, r.channel) for r in then))
    expected = Counter((x.tier, y.tier) for x, y in zip(now, then, strict=True) if x.tier != y.tier)
    moved: Counter[tuple[str, str]] = Counter()
    for move in curve.moving((a, b), (c, d)):
        moved[move.before, move.after] += move.customers
        assert len(move.first) == min(3, move.customers)
        assert not any(people[key][2] for key in move.first)
    assert moved == expected


def test_revenue_of_those_who_move_is_told() -> None:
    rows = [CurveRow(i, revenue, None, tier, tier, False) for i, (revenue, tier) in enumerate([(50, "A"), (30, "A"), (15, "B"), (5, "C")])]
    (move,) = TierCurve(rows).moving((80, 95), (50, 95))
    assert (move.before, move.after, move.customers, move.revenue, move.first) == ("A", "B", 1, 30, (1,))


def test_nobody_is_no_trouble() -> None:
    curve = TierCurve([])
    assert curve.total == 0 and curve.ends(80) == 0 and curve.counts(80, 95) == {} and curve.moving((80, 95), (50, 60)) == ()


def test_trying_is_quick_at_a_hundred_thousand() -> None:
    from time import perf_counter

    curve = TierCurve(CurveRow(i, 10_000_000 // (i + 1), i % 10, "C", "C", i % 5_000 == 7) for i in range(100_000))
    begun = perf_counter()
    for a in range(60, 80):
        curve.counts(a, 95)
        curve.moving((80, 95), (a, 95))
    assert (perf_counter() - begun) / 20 < 0.05
