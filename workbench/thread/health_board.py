"""Rules of strategy health for the situation: the time for thinking, and strategies with what they are made of and lead to."""

from collections.abc import Iterator

from workbench import formatting
from workbench.analysis.strategies import StrategyView, kind_of, swot_cards
from workbench.strings import ntr, tr
from workbench.thread.breaks import SLIGHT, Break
from workbench.thread.reading import Reading

WEIGHTY = 4


def analysis_is_late(reading: Reading) -> Iterator[Break]:
    """The time box of the analysis has run out and was not closed."""
    box = reading.time_box
    if box.state == "late" and box.last is not None:
        yield Break(
            "time_box",
            SLIGHT,
            ntr("The analysis is {n} day over its time", "The analysis is {n} days over its time", -box.days_left),
            tr("It was to close on {day}. What is not known by now will not be known next week.", day=formatting.day_short(box.last)),
            tr("Close it"),
            "swot",
        )


def strategies_that_lead_nowhere(reading: Reading) -> Iterator[Break]:
    """Strategies that neither a segment nor an action carries."""
    loose = [one for one in reading.strategies if one.leads_nowhere]
    if loose:
        alone = len(loose) == 1
        yield Break(
            "strategy",
            SLIGHT,
            tr("“{strategy}” leads nowhere", strategy=_named(loose[0]))
            if alone
            else ntr("{n} strategy leads nowhere", "{n} strategies lead nowhere", len(loose)),
            tr("No segment and no action serves it.")
            if alone
            else tr("No segment and no action serves “{strategy}”.", strategy=_named(loose[0])),
            tr("Link or drop it"),
            "cross_swot",
            {"strategy": loose[0].id},
        )


def strategies_without_cards(reading: Reading) -> Iterator[Break]:
    """Strategies that cross nothing any more, because a card of theirs was dropped from the board or changed its column."""
    bare = [one for one in reading.strategies if not kind_of(one.cards)]
    if bare:
        yield Break(
            "cards",
            SLIGHT,
            ntr("{n} strategy has lost its cards", "{n} strategies have lost their cards", len(bare)),
            tr("“{strategy}” crosses nothing any more: its reason is gone from the board.", strategy=_named(bare[0])),
            tr("Pick its cards anew"),
            "cross_swot",
            {"strategy": bare[0].id},
        )


def weighty_cards_unused(reading: Reading) -> Iterator[Break]:
    """SWOT cards of weight 4 or 5 that no strategy uses, once there are strategies and the time for thinking is over."""
    if not reading.strategies or not reading.thought_out:
        return
    used = {card.id for strategy in reading.strategies for card in strategy.cards}
    unused = sorted(
        (card for card in swot_cards(reading.session) if card.weight >= WEIGHTY and card.id not in used), key=lambda c: -c.weight
    )
    if unused:
        yield Break(
            "unused",
            SLIGHT,
            ntr("{n} weighty SWOT card changes nothing", "{n} weighty SWOT cards change nothing", len(unused)),
            tr("No strategy uses “{card}”, weight {weight}.", card=unused[0].text, weight=unused[0].weight),
            tr("Cross it, or weigh it less"),
            "swot",
            {"card": unused[0].id},
        )


def strategies_on_guesses(reading: Reading) -> Iterator[Break]:
    """Strategies made of cards without evidence, once the time for thinking is over."""
    if not reading.thought_out:
        return
    rows = reading.rows("SELECT id FROM card WHERE board = 'swot' AND trim(evidence) = ''")
    unproven = {row[0] for row in rows}
    resting = [(one, card) for one in reading.strategies for card in one.cards if card.id in unproven]
    if resting:
        strategy, card = resting[0]
        count = len({one.id for one, _ in resting})
        yield Break(
            "unproven",
            SLIGHT,
            ntr("{n} strategy rests on a card without evidence", "{n} strategies rest on cards without evidence", count),
            tr("“{strategy}”: who says that “{card}”?", strategy=_named(strategy), card=card.text),
            tr("Write down the evidence"),
            "swot",
            {"card": card.id},
        )


def _named(one: StrategyView) -> str:
    return tr("{kind} {text}", kind=one.kind, text=one.text)
