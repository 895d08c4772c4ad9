"""The target by keys: a strategy of two cards, a segment, its scores and decision, the map."""

from tests.end_to_end.keyboard import Keyboard
from tests.end_to_end.words import Words
from workbench.strings import tr


def make_strategy(keys: Keyboard, words: Words) -> None:
    """The strength crossed with the opportunity, written, with effect 5 and ease 4."""
    keys.go(tr("Cross-SWOT"))
    pair = f"S {words.only_we} × O {words.opportunity}"
    keys.walk("Right", pair)
    keys.press("Return")
    keys.type(words.strategy)
    keys.reach(tr("Effect"))
    keys.press("5")
    keys.reach(tr("Ease"))
    keys.press("4")
    keys.reach(tr("Make the strategy"))
    keys.press("Return")


def make_segment(keys: Keyboard, words: Words) -> None:
    """A segment of one industry; a second condition is added and taken out again."""
    keys.go(tr("Segments"))
    keys.reach(tr("Make the first segment"))
    keys.press("Return", "Return")
    keys.replace(words.segment)
    keys.reach(tr("Value"))
    keys.pick(words.industry)
    keys.reach(tr("+ Condition"))
    keys.press("Return")
    keys.reach(tr("Remove the condition"))
    keys.press("Return")


def decide(keys: Keyboard, words: Words) -> None:
    """Scored by hand where the file has no figure, then primary, with a reason."""
    keys.reach(tr("{criterion} of {segment}", criterion=tr("Rivalry"), segment=words.segment), part=True)
    keys.press("Return")
    keys.choose("4")
    keys.reach(tr("Decision"))
    keys.press("Right")
    keys.reach(tr("Why"))
    keys.type(words.reason)
    keys.press("Tab")


def aim_the_strategy(keys: Keyboard, words: Words) -> None:
    """The strategy, which is open still, is aimed at the segment."""
    keys.go(tr("Cross-SWOT"))
    keys.reach(tr("Aimed at {segment}", segment=words.segment))
    keys.press("Space")


def draw_the_map(keys: Keyboard, words: Words) -> None:
    """Two axes with ends named anew; the rival and the segment's ideal are placed, ourselves moved."""
    keys.go(tr("Positioning"))
    keys.reach(tr("Begin with two axes"))
    keys.press("Return")
    axis = tr("Speed of delivery")
    for name, end in ((tr("{axis}, lower end", axis=axis), words.axis_low), (tr("{axis}, upper end", axis=axis), words.axis_high)):
        keys.reach(name, part=True)
        keys.press("Return")
        keys.replace(end)
    for name in (words.rival, tr("Ideal of {segment}", segment=words.segment)):
        keys.reach(tr("Place {name}", name=name))
        keys.press("Return")
    keys.reach(tr("Ourselves"))
    keys.press("Shift+Right", "Up")
