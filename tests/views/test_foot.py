"""Columns that scroll run down to the foot of the window; what does not scroll keeps a margin."""

from PySide6.QtCore import Qt

from tests.views.driving import Drive
from views.widgets import ScrollArea


def test_the_columns_scroll_down_to_the_foot_of_the_window(drive: Drive) -> None:
    for name in ("value", "goals", "segments", "positioning"):
        pane = drive.open(name)
        slip = pane.parentWidget()
        columns = [
            area
            for area in pane.findChildren(ScrollArea)
            if area.isVisible() and area.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        ]
        feet = [area.mapTo(slip, area.rect().bottomLeft()).y() for area in columns]
        assert feet and min(feet) == slip.rect().bottom(), name
    pane = drive.open("documents")
    assert pane.mapTo(pane.parentWidget(), pane.rect().bottomLeft()).y() == pane.parentWidget().rect().bottom() - 18
