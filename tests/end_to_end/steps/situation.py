"""The situation by keys: the guide, the 3C board with a rival and its questions, the SWOT board, the time box."""

from PySide6.QtGui import QGuiApplication

from tests.end_to_end.keyboard import Keyboard
from tests.end_to_end.words import Words
from workbench import clock, formatting
from workbench.analysis.questions import BY_CODE
from workbench.strings import tr


def begin_by_the_guide(keys: Keyboard, words: Words) -> int:
    """From the guide's question to the first card; returns the keys that it took beside the words themselves."""
    before = keys.pressed
    keys.find(tr("Which framework?"))
    keys.press("1", "Return")
    keys.write(words.struggle)
    return keys.pressed - before - len(words.struggle) - len(tr("Which framework?"))


def write_three_c(keys: Keyboard, words: Words) -> None:
    """The guiding questions answered, the rival named and chosen on its card, one card weighed and given its evidence."""
    for code, answer in (("weak", words.rival_weak), ("it", words.rival_it), ("only", words.only_we)):
        keys.reach(tr(BY_CODE[code].text))
        keys.press("Return")
        keys.write(answer)
    keys.press("Up", "5", "E")
    keys.write(words.only_we_evidence)
    keys.press("Esc", "R")
    keys.write(words.rival)
    to_card(keys, tr("Competitor"), words.rival_weak)
    keys.press("Return")
    keys.reach(tr("The rival it is about"))
    keys.pick(words.rival)
    keys.press("Return")


def send_to_swot(keys: Keyboard, words: Words) -> None:
    """What only we offer is a strength."""
    to_card(keys, tr("Company"), words.only_we)
    keys.press("S")
    keys.choose(tr("Strengths"))


def write_swot(keys: Keyboard, words: Words) -> None:
    """A weakness and a weighed opportunity with evidence are typed, two threats pasted."""
    keys.go(tr("SWOT"))
    keys.reach(tr("New card: {column}", column=tr("Weaknesses")))
    keys.write(words.weakness)
    keys.reach(tr("New card: {column}", column=tr("Opportunities")))
    keys.write(words.opportunity)
    keys.press("Up", "4", "E")
    keys.write(words.opportunity_evidence)
    QGuiApplication.clipboard().setText(f"{words.pasted_one}\n{words.pasted_two}\n")
    keys.reach(tr("New card: {column}", column=tr("Threats")))
    keys.press("Ctrl+V")


def close_the_analysis(keys: Keyboard) -> None:
    """The time box is begun and closed; the snapshot is opened and left."""
    keys.reach(tr("Begin today"))
    keys.press("Return")
    keys.reach(tr("Close the analysis"))
    keys.press("Return")
    keys.reach(tr("Snapshot of {day}", day=formatting.day(clock.today())), part=True)
    keys.press("Return", "Esc")


def to_card(keys: Keyboard, column: str, text: str) -> None:
    """Tab to the column's open line, then up to the card."""
    keys.reach(tr("New card: {column}", column=column))
    keys.walk("Up", text)
