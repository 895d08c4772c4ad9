"""The first customers that come of a list, as a small table that shows only what the list tells."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from views.widgets import Hairline, Label
from workbench import formatting
from workbench.importing.preview import CustomerLine, ImportPreview
from workbench.strings import tr

MOST = 5


def first_customers(preview: ImportPreview, currency: str) -> QWidget:
    """The customers with their place, rep, orders, revenue and last order."""
    found = preview.first_customers[:MOST]
    cells = [_cells(one, currency) for one in found]
    titles = (tr("Number"), tr("Customer"), tr("Place"), tr("Rep"), tr("Orders"), tr("Revenue"), tr("Last order"))
    shown = [place for place in range(len(titles)) if any(line[place] for line in cells)]
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(5)
    grid.addWidget(Label(tr("The first customers from it"), "heading"), 0, 0, 1, len(shown))
    for column, place in enumerate(shown):
        right = place >= 4
        grid.setColumnStretch(column, {1: 3, 2: 2}.get(place, 0))
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        grid.addWidget(Label(titles[place], "caption", align=align), 1, column)
        for line, one in enumerate(cells):
            role = "strong" if place == 1 else "body" if place == 5 else "muted"
            grid.addWidget(Label(one[place], role, elide=not right, align=align, tabular=right), 2 * line + 3, column)
    for line in range(len(cells)):
        grid.addWidget(Hairline(), 2 * line + 2, 0, 1, len(shown))
    return box


def _cells(one: CustomerLine, currency: str) -> tuple[str, ...]:
    return (
        one.number,
        one.name,
        one.place,
        one.rep,
        formatting.number(one.orders) if one.orders else "",
        formatting.money(one.revenue, currency, 0) if one.revenue else "",
        formatting.day(date.fromisoformat(one.last_order)) if one.last_order else "",
    )
