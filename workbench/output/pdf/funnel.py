"""Funnels drawn as vectors: bars below each other, each as wide as its value, the words in them."""

from workbench.output.funnels import FunnelSpec
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Style, one_line, width
from workbench.output.tokens import Colour

WORDS = Style(15.5, 600, "onaccent", 22)
BETWEEN = Style(13, 400, "muted", 20)
LEAST_BAR, MOST_BAR = 30.0, 46.0


def least_height(spec: FunnelSpec) -> float:
    """The height below which it cannot be read."""
    return LEAST_BAR * len(spec.stages) + (BETWEEN.height + 4) * len(spec.between)


def most_height(spec: FunnelSpec) -> float:
    """The height above which it looks lost."""
    return MOST_BAR * len(spec.stages) + (BETWEEN.height + 8) * len(spec.between)


def draw(sheet: Sheet, spec: FunnelSpec, x: float, top: float, across: float, down: float) -> None:
    """The funnel without its message, in a box of `across` by `down`."""
    spare = min((down - least_height(spec)) / max(most_height(spec) - least_height(spec), 1.0), 1.0)
    bar, gap = LEAST_BAR + (MOST_BAR - LEAST_BAR) * max(spare, 0.0), BETWEEN.height + 4 + 4 * max(spare, 0.0)
    largest = max((value for _, value in spec.stages), default=0.0) or 1.0
    narrowest = min(max((width(words, WORDS) for words, _ in spec.stages), default=0.0) + 32, across)
    y = top
    for number, (words, value) in enumerate(spec.stages):
        long = narrowest + (across - narrowest) * min(value / largest, 1.0)
        sheet.box(x + (across - long) / 2, y, long, bar, radius=4, tint=_tint(sheet, number))
        sheet.line(x + across / 2, y + (bar - WORDS.height) / 2, one_line(words, WORDS, long - 16), "middle")
        y += bar
        if number < len(spec.between):
            sheet.text(x + across / 2, y + (gap - BETWEEN.height) / 2, spec.between[number], BETWEEN, "middle", across)
            y += gap


def _tint(sheet: Sheet, number: int) -> Colour:
    """The accent, a little lighter from stage to stage; white words stay readable on the lightest."""
    share = max(1.0 - 0.1 * number, 0.76)
    red, green, blue = (part * share + (1 - share) for part in sheet.role("accent"))
    return red, green, blue
