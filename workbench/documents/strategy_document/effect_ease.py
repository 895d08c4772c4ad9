"""Strategies by effect and ease: a field of five by five, the numbers of the strategies in it; best at the top right."""

from collections.abc import Sequence

from workbench.analysis.strategies import StrategyView
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Style
from workbench.strings import tr

STEPS = 5
HEIGHT, FOOT, LEFT = 236.0, 24.0, 24.0
SIDE = 24.0
MOST_IN_A_CELL = 3
AXIS = Style(13, 400, "muted", 19)
FIGURE = Style(13, 600, "onaccent", SIDE, tabular=True)
LOOSE = Style(13, 600, "muted", SIDE, tabular=True)
MORE = Style(12, 400, "muted", SIDE)


def paint(strategies: Sequence[StrategyView], across: float, sheet: Sheet, x: float, top: float) -> None:
    """Draw it `across` wide and HEIGHT high. Strategies that lead nowhere are outlined."""
    left, wide, high = x + LEFT, across - LEFT, HEIGHT - FOOT
    step, rise = wide / STEPS, high / STEPS
    sheet.box(left + wide - 2 * step, top, 2 * step, 2 * rise, fill="accentbg")
    for line in range(1, STEPS):
        sheet.rule(left, top + line * rise, wide)
        sheet.upright(left + line * step, top, high)
    sheet.box(left, top, wide, high, stroke="faint", thick=0.9)
    for value in range(1, STEPS + 1):
        sheet.text(left - 8, top + (STEPS - value + 0.5) * rise - 9.5, str(value), AXIS, "right")
        sheet.text(left + (value - 0.5) * step, top + high + 3, str(value), AXIS, "middle")
    cells: dict[tuple[int, int], list[int]] = {}
    for number, one in enumerate(strategies, 1):
        cells.setdefault((one.ease, one.effect), []).append(number)
    for (ease, effect), numbers in cells.items():
        _cell(sheet, strategies, numbers, left + (ease - 0.5) * step, top + (STEPS - effect + 0.5) * rise - SIDE / 2, step)


def _cell(sheet: Sheet, strategies: Sequence[StrategyView], numbers: Sequence[int], middle: float, top: float, room: float) -> None:
    shown = numbers[: MOST_IN_A_CELL if len(numbers) <= MOST_IN_A_CELL else MOST_IN_A_CELL - 1]
    gap = min(SIDE + 2, (room - SIDE) / MOST_IN_A_CELL)
    spots = len(shown) + (len(shown) < len(numbers))
    x = middle - (spots - 1) * gap / 2 - SIDE / 2
    for number in shown:
        loose = strategies[number - 1].leads_nowhere
        if loose:
            sheet.box(x + 0.8, top + 0.8, SIDE - 1.6, SIDE - 1.6, fill="surface", stroke="muted", thick=1.4, radius=SIDE / 2)
        else:
            sheet.box(x, top, SIDE, SIDE, fill="accent", radius=SIDE / 2)
        sheet.text(x + SIDE / 2, top, str(number), LOOSE if loose else FIGURE, "middle")
        x += gap
    if len(shown) < len(numbers):
        sheet.text(x + SIDE / 2, top, f"+{len(numbers) - len(shown)}", MORE, "middle")


def caption_words() -> str:
    """What the axes are."""
    return tr("Effect upwards, ease to the right")
