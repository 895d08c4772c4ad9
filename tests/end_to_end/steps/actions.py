"""Actions and assumptions by keys, and what health says of the plan."""

from tests.end_to_end.keyboard import Keyboard
from tests.end_to_end.words import Words
from workbench.strings import tr


def add_action(keys: Keyboard, words: Words) -> None:
    """An action for the strategy, due in two weeks; its owner is the one rep."""
    keys.go(tr("Actions"))
    keys.find(tr("Add an action"))
    keys.reach(tr("What is done"))
    keys.type(words.action)
    keys.reach(tr("Which strategy or segment it serves"))
    keys.pick(f"SO {words.strategy}")
    keys.reach(tr("Due"))
    keys.type("+2w")
    keys.press("Ctrl+Return")


def assume(keys: Keyboard, words: Words) -> None:
    """An assumption about the market with what it rests on."""
    keys.find(tr("Add an assumption"))
    keys.reach(tr("What the plan takes for granted"))
    keys.type(words.assumption)
    keys.reach(tr("What it rests on"))
    keys.write(words.assumption_evidence)
