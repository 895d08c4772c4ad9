"""What months, funnel and hours say, in sentences."""

from collections.abc import Callable
from math import ceil

from models.base import MONEY_SCALE
from workbench import formatting
from workbench.goals.funnel import Funnel, Stage
from workbench.goals.kgi import METRICS, MONEY, Goal, amount
from workbench.goals.overview import GoalsOverview
from workbench.goals.possible import FULL, TeamLoad
from workbench.goals.progress import Progress, likely
from workbench.goals.rates import ORDER, PROPOSAL, VISIT
from workbench.goals.split import Was
from workbench.goals.ways import CADENCE, CHANNEL, DEADLINE, FIRST_VISITS, HAND_OVER, SHORTER, Way
from workbench.strings import language, marked, ntr, tr

MOST_NAMED = 3
SCALES = (
    (10**10, 10**9, marked("billion {symbol}")),
    (10**6, 10**6, marked("million {symbol}")),
    (10**4, 10**3, marked("thousand {symbol}")),
)
JAPANESE_SCALES = ((10**10, 10**8, "億円"), (10**6, 10**4, "万円"))
"""From so many units of the currency on, in what figures beside bars are written."""
MUCH = 0.05


def unit_of(goal: Goal, currency: str) -> Callable[[int], str]:
    """How the goal's months and sums are written."""
    metric = "revenue" if goal.metric == "growth" else goal.metric
    return lambda value: amount(metric or "orders", value, currency)


def chart_unit(goal: Goal, currency: str, top: int) -> tuple[Callable[[int], str], str]:
    """Short figures beside bars, all in one unit, and that unit ("million ¥"; empty for counts). `top` is the greatest of them."""
    if goal.metric not in MONEY and goal.metric != "growth":
        return unit_of(goal, currency), ""
    symbol, units = formatting.currency_symbol(currency, language()), abs(top) / MONEY_SCALE
    japanese = language() == "ja" and currency == "JPY"
    scales = JAPANESE_SCALES if japanese else SCALES
    size, name = next(((size, name) for least, size, name in scales if units >= least), (1, ""))
    digits = 1 if size > 1 and units / size < 100 else 0
    unit = tr(name, symbol=symbol) if name else symbol
    return (lambda value: formatting.number(value / MONEY_SCALE / size, digits)), unit


def was_words(was: Was, shown: Callable[[int], str]) -> str:
    """ "15 until 8 Aug"."""
    return tr("{target} until {day}", target=shown(was.target), day=formatting.day_short(was.until))


def standing_words(goal: Goal, found: Progress, currency: str, ends: bool = True) -> str:
    """ "31 today, ahead by 3; likely to end at 54–67"; `ends` says the latter."""
    shown = unit_of(goal, currency)
    gap, actual = shown(abs(found.ahead)), shown(found.actual)
    nothing = abs(found.ahead) < max(found.split.step // 2, found.target // 200)
    words = tr("{actual} today, on the line", actual=actual) if nothing else ""
    if not words and found.ahead > 0:
        words = tr("{actual} today, ahead by {gap}", actual=actual, gap=gap)
    words = words or tr("{actual} today, behind by {gap}", actual=actual, gap=gap)
    end = likely(goal, found, currency) if ends else ""
    return tr("{words}; likely to end at {range}", words=words, range=end) if end else words


def months_message(found: Progress, shown: Callable[[int], str]) -> str:
    """The title over the months: where most of it falls."""
    months = found.months
    if len(months) > 1 and len({m.target for m in months[:-1]}) == 1 and abs(months[0].target - months[-1].target) <= found.split.step:
        return tr("Each month brings the same")
    best = sorted(sorted(months, key=lambda m: -m.target)[:2], key=lambda m: m.first)
    if len(months) >= 4 and 2 * sum(m.target for m in best) > found.target:
        first, second = (formatting.month_name(m.first.month) for m in best)
        return tr("More than half of the goal falls in {first} and {second}", first=first, second=second)
    top = max(months, key=lambda m: m.target)
    return tr(
        "{month} carries most: {part} of {target}",
        month=formatting.month_long(top.first),
        part=shown(top.target),
        target=shown(found.target),
    )


def months_note(goal: Goal, found: Progress, shown: Callable[[int], str], unit: str = "") -> str:
    """ "16 + 16 + 8 + 5 + 6 + 9 = 60 new orders, split as last year's 38. Drag a bar: the other months make up the difference."""
    metric = tr(METRICS["revenue" if goal.metric == "growth" else goal.metric or "orders"])
    parts = (
        " + ".join(shown(m.target) for m in found.months) if len(found.months) <= 6 else ntr("{n} month", "{n} months", len(found.months))
    )
    metric = tr("{unit} of {metric}", unit=unit, metric=metric) if unit else metric
    words = {"parts": parts, "total": shown(found.target), "metric": metric}
    if found.split.mode == "hand":
        said = tr("{parts} = {total} {metric}, split by hand.", **words)
    elif found.seasonal:
        said = tr(
            "{parts} = {total} {metric}, split as last year's {before}.", before=shown(sum(m.last_year for m in found.months)), **words
        )
    elif found.split.mode == "season":
        said = tr("{parts} = {total} {metric}, split evenly: last year had too few orders.", **words)
    else:
        said = tr("{parts} = {total} {metric}, split evenly.", **words)
    return tr("{said} Drag a bar: the other months make up the difference.", said=said)


def funnel_message(funnel: Funnel) -> str:
    """The title over the funnel: what an average month needs, if the first rate holds."""
    if funnel.lacks == "average":
        return tr("No order of the last 12 months says what an average one brings")
    first, last = funnel.stages[0], funnel.stages[-1]
    if funnel.lacks or first.month is None or last.month is None:
        lacking = next((s for s in funnel.stages if s.rate and not s.rate.value), None)
        return tr("How many {stage} lead on? Type a rate", stage=_low(lacking or first))
    rate = first.rate.value if first.rate and first.rate.value else 0.0
    return tr(
        "{orders} {last} a month need {visits} {first}, if {rate} of them lead on",
        orders=formatting.number(last.month),
        last=_low(last),
        visits=formatting.number(first.month),
        first=_low(first),
        rate=formatting.percent(rate),
    )


def _low(stage: Stage) -> str:
    return stage.name if stage.own_name else stage.name.lower()


def rate_words(stage: Stage, after: Stage) -> str:
    """Where a rate comes from: "9 of 24 visits", "by hand"."""
    rate = stage.rate
    if rate is None:
        return ""
    if rate.by_hand:
        return tr("by hand")
    if rate.counted is None:
        known = (stage.kind, after.kind) in ((VISIT, PROPOSAL), (PROPOSAL, ORDER), (VISIT, ORDER))
        return tr("no case in the last 12 months") if known else tr("a rate by hand, please")
    figures = {"hits": formatting.number(rate.counted.hits), "cases": formatting.number(rate.counted.cases)}
    if stage.kind == PROPOSAL:
        return tr("{hits} of {cases} decided deals", **figures)
    return tr("{hits} of {cases} logged visits", **figures)


def ends_words(shown: GoalsOverview) -> str:
    """What the month would need at both ends of the interval, with its hours."""
    if shown.funnel is None or shown.funnel.ends is None or shown.ends is None:
        return ""
    ends, (low, high) = shown.funnel.ends, shown.ends
    stages = shown.funnel.stages
    return tr(
        "If {low} of the {stage} led on, the goal would need {many} {first}, {hours} of the hours; at {high} only {few}, {less}.",
        low=formatting.percent(ends.low),
        many=formatting.number(ends.at_low),
        stage=_low(stages[ends.place]),
        first=_low(stages[0]),
        hours=percent_up(low.load or 0.0),
        high=formatting.percent(ends.high),
        few=formatting.number(ends.at_high),
        less=percent_up(high.load or 0.0),
    )


def percent_up(load: float) -> str:
    """A load in percent; above all there is it is never rounded down to it."""
    return formatting.percent(ceil(load * 100 - 1e-6) / 100 if FULL < load < 1.01 else load)


def enough_words(load: TeamLoad) -> tuple[str, str]:
    """Whether it is enough, in two pieces: the plain one and the one to stand out."""
    over = [rep.short_name for rep in load.reps if rep.over]
    if load.load is not None and load.load > FULL:
        hours = formatting.number(load.needed - load.available)
        return "", tr("{hours} hours a month too many for the team.", hours=hours)
    if not over:
        return tr("Enough for the team, and for everybody in it."), ""
    return tr("Enough for the team, "), tr("not for {names}.", names=tr(", ").join(over))


def way_title(way: Way) -> str:
    """A way in a few words."""
    if way.kind == HAND_OVER:
        takers = {one.to_name for one in way.handed}
        count = len(way.handed)
        if len(takers) == 1:
            return ntr("Hand {n} customer to {name}", "Hand {n} customers to {name}", count, name=next(iter(takers)))
        return ntr("Hand {n} customer over", "Hand {n} customers over", count)
    if way.kind == DEADLINE and way.deadline:
        return tr("Until {day}", day=formatting.day(way.deadline))
    rule = way.rule
    assert rule is not None
    if way.kind == CHANNEL:
        return tr("First visits online") if way.tier == "N" else tr("{tier} by phone and online", tier=way.tier)
    if way.kind == CADENCE:
        return tr("{tier} {cadence}", tier=way.tier, cadence=rule.cadence.describe())
    if way.kind == FIRST_VISITS:
        return tr("First visits of {n} minutes", n=rule.duration)
    return tr("{tier} visits of {n} minutes", tier=way.tier, n=rule.duration)


def way_text(way: Way, load: TeamLoad) -> str:
    """What a way saves and what it costs."""
    saves = formatting.number(way.saves, 1)
    over = tr(", ").join(rep.short_name for rep in load.reps if rep.over)
    relieves = formatting.number(way.relieves, 1)
    if way.kind == HAND_OVER:
        named = [tr("{name} ({tier}) to {rep}", name=one.name, tier=one.tier, rep=one.to_name) for one in way.handed[:MOST_NAMED]]
        rest = len(way.handed) - len(named)
        if rest:
            named.append(ntr("{n} more", "{n} more", rest))
        return tr(
            "{names}. Takes {hours} hours a month off {over}; no visit is lost.", names=tr(", ").join(named), hours=relieves, over=over
        )
    if way.kind == CADENCE and way.before and way.rule:
        fewer = load.by_rules - way.then.by_rules
        if way.saves < MUCH:
            return tr(
                "{n} visits a month fewer by the rules, but the goal needs them with others: it saves no hour.", n=formatting.number(fewer)
            )
        return tr("{n} visits a month fewer by the rules. Saves {hours} hours.", n=formatting.number(fewer), hours=saves)
    saved = tr("Saves {hours} hours a month", hours=saves)
    if over and way.relieves > MUCH:
        saved = tr("{saved}, {own} of them for {over}", saved=saved, own=relieves, over=over)
    costs = {
        CHANNEL: tr("no driving, and nobody sees the plant"),
        SHORTER: tr("keeps every visit"),
        FIRST_VISITS: tr("keeps every visit"),
        DEADLINE: tr("fewer orders a month"),
    }
    return tr("{saved}; {cost}.", saved=saved, cost=costs[way.kind])


def way_outcome(way: Way) -> tuple[str, str]:
    """The chip of a way: what it leads to, and its kind."""
    if way.closes:
        return tr("closes it"), "good"
    return tr("still {load}", load=percent_up(way.then.worst)), "warn"


def way_button(way: Way) -> str:
    """What the button says that takes it."""
    return {
        HAND_OVER: tr("Hand over"),
        CHANNEL: tr("Change the channel"),
        CADENCE: tr("Change the cadence"),
        SHORTER: tr("Shorten the visits"),
        FIRST_VISITS: tr("Shorten the visits"),
        DEADLINE: tr("Move the deadline"),
    }[way.kind]
