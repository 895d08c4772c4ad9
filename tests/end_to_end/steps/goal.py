"""Goals by keys: the sentence, the months, the funnel, and a way to make it possible."""

from datetime import date

from tests.end_to_end.keyboard import Keyboard
from tests.end_to_end.words import Words
from workbench import formatting
from workbench.goals.funnel import NAMES, NEW_CUSTOMERS, PROPOSAL, VISIT
from workbench.strings import tr

FEBRUARY = date(2027, 2, 1)


def set_goal(keys: Keyboard, words: Words) -> None:
    """Win 120 new customers by 31 March, up from 4."""
    keys.go(tr("Goals"))
    keys.reach(tr("What is counted"), part=True)
    keys.press("Return")
    keys.choose(tr("new customers"))
    for part, value in ((tr("Number"), "120"), (tr("Deadline"), "2027-03-31"), (tr("Baseline"), "4")):
        keys.reach(f"{part}: ", part=True)
        keys.press("Return")
        keys.replace(value)
    keys.reach(f"{tr('Direction of the company')}: ", part=True)
    keys.press("Return")
    keys.replace(words.direction)


def split_months(keys: Keyboard) -> None:
    """February gets two more, the others make up for it; then it is fixed."""
    name = formatting.month_short(FEBRUARY)
    keys.reach(tr("{month}: target {target}", month=name, target=""), part=True)
    keys.press("Up", "Up")
    keys.reach(tr("Fix {month}", month=name))
    keys.press("Space")


def fill_funnel(keys: Keyboard) -> None:
    """Half of the visits lead to a proposal, a fifth of those to a new customer."""
    visits, proposals, last = tr(NAMES[VISIT]), tr(NAMES[PROPOSAL]), tr(NEW_CUSTOMERS)
    for stage, after, rate in ((visits, proposals, "50"), (proposals, last, "20")):
        keys.reach(tr("Rate from {stage} to {next}", stage=stage, next=after), part=True)
        keys.press("Return")
        keys.replace(rate)


def make_possible(keys: Keyboard) -> None:
    """Too many hours: another way is looked at, the first one taken, and taken back."""
    keys.reach(tr("First visits online"), part=True)
    keys.press("Down", "Up")
    keys.reach(tr("Change the channel"))
    keys.press("Return")
    keys.press("Ctrl+Z")
