"""Chart specs drawn as vectors."""

from workbench.output.charts import Chart, Series
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Style, one_line, width

NAME = Style(13, 400, "muted", 19)
NOW = Style(13, 600, "accent", 19)
FIGURE = Style(15, 600, "ink", 20, tabular=True)
BESIDE = Style(13, 400, "muted", 20, tabular=True)


def draw(sheet: Sheet, chart: Chart, x: float, top: float, across: float, down: float) -> None:
    """The chart without its message, in a box of `across` by `down`."""
    (_columns if chart.kind == "columns" else _bars)(sheet, chart, x, top, across, down)


def _columns(sheet: Sheet, chart: Chart, x: float, top: float, across: float, down: float) -> None:
    count = len(chart.axis.names)
    if not count:
        return
    step = across / count
    wide = min(step * 0.62, 60)
    ground = top + down - 22
    unit = (ground - top - 36) / chart.largest()
    for one in chart.series:
        _one_series(sheet, one, x, ground, step, wide, unit)
    sheet.rule(x, ground, across, "faint", 1)
    for i, name in enumerate(chart.axis.names):
        middle = x + step * (i + 0.5)
        sheet.text(middle, ground + 3, name, NOW if i == chart.axis.now else NAME, "middle", step - 2)
        highest = max((one.values[i] or 0.0 for one in chart.series if one.look != "before"), default=0.0)
        texts = [one.texts[i] for one in chart.series if one.texts and one.texts[i]]
        alone = not any(one.texts[k] for one in chart.series if one.texts for k in (i - 1, i + 1) if 0 <= k < count)
        _label(sheet, texts, middle, ground - max(highest, 0) * unit - 25, across / 2 if alone else step - 3, (x, x + across))
    before = next((one for one in chart.series if one.look == "before"), None)
    if before is not None:
        _legend(sheet, before.name, x, top, across, at_right=_peak(chart) < count / 2)


def _peak(chart: Chart) -> int:
    values = [max(one.values[i] or 0.0 for one in chart.series if one.look != "before") for i in range(len(chart.axis.names))]
    return values.index(max(values))


def _legend(sheet: Sheet, name: str, x: float, top: float, across: float, at_right: bool) -> None:
    """What the dashed line is, in the corner away from the highest column."""
    left = x + across - width(name, NAME) - 28 if at_right else x
    sheet.path(((left, top + 12), (left + 22, top + 12)), "muted", 1.4, (5, 4))
    sheet.text(left + 28, top + 2, name, NAME)


def _label(sheet: Sheet, texts: list[str], middle: float, top: float, room: float, bounds: tuple[float, float]) -> None:
    if not texts:
        return
    first = one_line(texts[0], FIGURE, room)
    rest = one_line(f" {texts[1]}", BESIDE) if len(texts) > 1 else None
    if rest is None or first.width + rest.width > room:
        left = min(max(middle - first.width / 2, bounds[0]), bounds[1] - first.width)
        sheet.line(left, top, first)
        return
    left = middle - (first.width + rest.width) / 2
    sheet.line(left, top, first)
    sheet.line(left + first.width, top, rest)


def _one_series(sheet: Sheet, one: Series, x: float, ground: float, step: float, wide: float, unit: float) -> None:
    points = []
    for i, value in enumerate(one.values):
        if value is None:
            continue
        middle, height = x + step * (i + 0.5), value * unit
        if one.look == "target":
            sheet.rule(middle - wide / 2 - 4, ground - height, wide + 8, "ink", 2)
        elif one.look == "before":
            points.append((middle, ground - height))
        elif height > 0:
            outlined = one.look == "to_come"
            sheet.box(
                middle - wide / 2, ground - height, wide, height, "accentbg" if outlined else "accent", "accent" if outlined else "", 0.8, 3
            )
    if points:
        sheet.path(points, "muted", 1.4, (5, 4))


def _bars(sheet: Sheet, chart: Chart, x: float, top: float, across: float, down: float) -> None:
    count = len(chart.axis.names)
    if not count:
        return
    step = min(down / count, 40)
    series = chart.series[0]
    names = min(max((width(name, NAME) for name in chart.axis.names), default=0) + 12, across * 0.45)
    texts = max((width(text, FIGURE) for text in series.texts), default=0) + 10
    unit = (across - names - texts) / chart.largest()
    for i, name in enumerate(chart.axis.names):
        middle = top + step * (i + 0.5)
        sheet.text(x, middle - 9.5, name, NAME, room=names - 8)
        length = max((series.values[i] or 0.0) * unit, 1.5)
        sheet.box(x + names, middle - 7, length, 14, "accent", radius=3)
        if series.texts:
            sheet.text(x + names + length + 8, middle - 10, series.texts[i], FIGURE)
