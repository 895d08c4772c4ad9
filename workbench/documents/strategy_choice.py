"""Which blocks the strategy on a page has, in which order: goal, whom, what, how, who, what next."""

from collections.abc import Sequence

from workbench import formatting
from workbench.documents.strategy import StrategyPage
from workbench.documents.strategy_blocks import Block, ChartBlock, FunnelBlock, SayingsBlock, TableBlock
from workbench.documents.strategy_words import due_words, win_words
from workbench.output.pdf.parts import Cell
from workbench.strings import tr
from workbench.targeting.segments import DECISIONS

FULL = 8
MOST_SEGMENTS, MOST_STRATEGIES, MOST_ACTIONS, MOST_ASSUMPTIONS = 4, 5, 4, 4


def blocks_of(page: StrategyPage) -> Sequence[Block]:
    """The blocks that have something to say, in reading order: two beside each other. Where the plan says little, the figures say more."""
    found: list[Block] = []
    if page.months:
        found.append(ChartBlock(tr("Month by month"), page.months, page.changed))
    if page.gains and page.strategies:
        found.append(_strategies(page))
    elif page.revenue:
        found.append(ChartBlock(tr("Revenue by month"), page.revenue))
    if page.segments:
        found.append(_segments(page))
    elif page.industries:
        found.append(_industries(page))
    if page.gains:
        texts, weak = zip(*page.gains, strict=True)
        found.append(SayingsBlock(tr("What they gain"), tuple(("", text) for text in texts), weak))
    elif page.strategies:
        found.append(_strategies(page))
    elif page.largest:
        found.append(_largest(page))
    if page.tiers:
        found.append(_tiers(page))
    if page.funnel:
        found.append(FunnelBlock(tr("From goal to week"), page.funnel))
    elif page.topics:
        found.append(SayingsBlock(tr("What we say"), page.topics))
    if page.actions:
        found.append(_actions(page))
    if page.assumptions:
        found.append(_assumptions(page))
    return [*found, *_more(page)[: max(FULL - len(found), 0)]]


def _more(page: StrategyPage) -> list[Block]:
    """What fills the page where the plan is not complete yet."""
    found: list[Block] = []
    if page.gains and page.strategies and page.revenue:
        found.append(ChartBlock(tr("Revenue by month"), page.revenue))
    if page.reps:
        found.append(_reps(page))
    if page.weeks:
        found.append(ChartBlock(tr("The weeks ahead"), page.weeks))
    if page.funnel and page.topics:
        found.append(SayingsBlock(tr("What we say"), page.topics))
    if page.strategies and page.largest:
        found.append(_largest(page))
    return found


def _segments(page: StrategyPage) -> Block:
    rows = []
    for place, one in enumerate(page.segments[:MOST_SEGMENTS], 1):
        chosen = one.decision in ("primary", "secondary")
        rows.append(
            (
                Cell(str(place) if chosen else "", bold=True, role="thread"),
                Cell(one.name, below=tr(DECISIONS[one.decision]) if one.decision else "", bold=chosen, muted=one.decision == "later"),
                Cell(formatting.number(one.customers), muted=one.decision == "later"),
                Cell(formatting.percent(one.share) if one.share > 0 else "", muted=one.decision == "later"),
                Cell(win_words(one.win, short=True), muted=one.decision == "later"),
            )
        )
    columns = (("", False), (tr("Segment"), False), (tr("Customers"), True), (tr("Revenue"), True), (tr("Win rate"), True))
    return TableBlock(tr("Who we sell to"), columns, tuple(rows))


def _strategies(page: StrategyPage) -> Block:
    shown = page.strategies[:MOST_STRATEGIES]
    return SayingsBlock(tr("What we do"), tuple(("", one.text) for one in shown), tuple(one.leads_nowhere for one in shown), bold=True)


def _actions(page: StrategyPage) -> Block:
    rows = tuple(
        (
            Cell(one.title, below=one.owner.name if one.owner else tr("nobody yet"), bold=True),
            Cell(due_words(one), role="thread" if one.overdue else ""),
        )
        for one in page.actions[:MOST_ACTIONS]
    )
    return TableBlock(tr("First actions"), ((tr("Action"), False), (tr("By"), True)), rows)


def _assumptions(page: StrategyPage) -> Block:
    rows = tuple((Cell(one.text, below=one.evidence or tr("no evidence yet")),) for one in page.assumptions[:MOST_ASSUMPTIONS])
    return TableBlock(tr("What we take for granted"), ((tr("Assumption"), False),), rows)


def _share(value: float) -> Cell:
    return Cell(formatting.percent(value) if value else "")


def _industries(page: StrategyPage) -> Block:
    rows = tuple(
        (
            Cell(one.name, bold=not one.is_rest and i < 2, muted=one.is_rest),
            Cell(formatting.number(one.customers)),
            Cell(formatting.number(one.best) if one.best else ""),
            _share(one.share),
        )
        for i, one in enumerate(page.industries)
    )
    columns = ((tr("Industry"), False), (tr("Customers"), True), (tr("A and B"), True), (tr("Revenue"), True))
    return TableBlock(tr("Who we sell to"), columns, rows)


def _largest(page: StrategyPage) -> Block:
    rows = tuple(
        (
            Cell(one.tier, tier=True),
            Cell(one.name, bold=i < 2),
            _share(one.share),
            Cell(formatting.day_short(one.next_visit) if one.next_visit else "–", muted=one.next_visit is None),
        )
        for i, one in enumerate(page.largest[: max(len(page.industries), 4)])
    )
    columns = (("", False), (tr("Customer"), False), (tr("Revenue"), True), (tr("Next visit"), True))
    return TableBlock(tr("The largest"), columns, rows)


def _tiers(page: StrategyPage) -> Block:
    rows = tuple(
        (
            Cell(one.letter, tier=True),
            Cell(
                formatting.number(one.customers)
                if not one.share
                else tr("{customers}, {share}", customers=formatting.number(one.customers), share=formatting.percent(one.share))
            ),
            Cell(one.cadence),
            Cell(one.channel, muted=not one.in_person),
            Cell(formatting.number(one.visits) if one.visits >= 0.5 else ""),
        )
        for one in page.tiers
    )
    columns = (("", False), (tr("Customers, share"), False), (tr("Cadence"), False), (tr("Channel"), False), (tr("Visits"), True))  # fmt: skip
    return TableBlock(tr("How we reach them"), columns, rows, page.load)


def _reps(page: StrategyPage) -> Block:
    rows = tuple(
        (
            Cell(one.name, bold=True),
            Cell(formatting.number(one.customers) if one.customers else ""),
            Cell(formatting.number(one.planned) if one.planned else ""),
            Cell(formatting.percent(one.load) if one.load is not None else ""),
        )
        for one in page.reps
    )
    columns = ((tr("Rep"), False), (tr("To visit"), True), (tr("Planned"), True), (tr("Load"), True))
    return TableBlock(tr("Who goes"), columns, rows, tr("Visits planned in the next four weeks; load of the field hours by the rules."))
