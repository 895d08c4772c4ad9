"""Value by keys: a statement with before and after, and the 4P board with Place."""

from tests.end_to_end.keyboard import Keyboard
from tests.end_to_end.words import Words
from workbench.analysis.cards import COLUMN_NAMES
from workbench.strings import tr
from workbench.visits.rules import CHANNELS


def state_value(keys: Keyboard, words: Words) -> None:
    """A feature, what it is good for, and the customer's gain: ten days become two."""
    keys.go(tr("Value statements"))
    keys.reach(tr("New statement for {segment}", segment=words.segment))
    keys.write(words.feature)
    for name, value in (
        (tr("So what"), words.so_what),
        (tr("What the customer gains"), words.gain),
        (tr("Before"), "10"),
        (tr("After"), "2"),
        (tr("Unit"), words.unit),
    ):
        keys.reach(f"{name}: ", part=True)
        keys.press("Return")
        keys.replace(value)


def fill_four_p(keys: Keyboard, words: Words) -> None:
    """A product and a place; tier B is served from the desk."""
    keys.go(tr("4P"))
    for column, text in (("product", words.product), ("place", words.place)):
        keys.reach(tr("New card: {column}", column=tr(COLUMN_NAMES[column])))
        keys.write(text)
    keys.reach(f"{tr('Channel of tier {tier}', tier='B')}: ", part=True)
    keys.press("Return")
    keys.choose(tr(CHANNELS["desk"]))
