"""All shortcuts, made from the same declarations as menu and palette."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QWidget

from views import actions
from views.widgets import KeyHint, Label, Sheet
from workbench.strings import marked, tr

if TYPE_CHECKING:
    from views.context import Context

EVERYWHERE = (
    ("Tab", marked("Next control")),
    ("Esc", marked("Leave a field, a sheet or the palette")),
    ("Enter", marked("Open or take over")),
)


class ShortcutsDialog(Sheet):
    """Two columns: keys of the window, keys of the pane shown."""

    def __init__(
        self,
        context: "Context",
        host: QWidget,
        window_actions: tuple[QAction, ...] = (),
        pane_actions: tuple[QAction, ...] = (),
        more_keys: tuple[tuple[str, str], ...] = (),
    ) -> None:
        super().__init__(host, tr("Shortcuts"), primary=tr("Close"), width=780)
        self.cancel.hide()
        self.accepted.connect(self.done)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(7)
        lines = [(actions.keys_text(a), tr(actions.spec_of(a).label)) for a in window_actions if actions.keys_text(a)]
        here = [(actions.keys_text(a), tr(actions.spec_of(a).label)) for a in pane_actions if actions.keys_text(a)]
        here += [(keys, tr(text)) for keys, text in more_keys]
        right = [(keys, tr(text)) for keys, text in EVERYWHERE]
        half = (len(lines) + len(here) + len(right) + 1) // 2
        self._fill(grid, 0, tr("Window"), lines[:half], 0)
        after = self._fill(grid, 2, tr("Window, further"), lines[half:], 0) if lines[half:] else 0
        if here:
            after = self._fill(grid, 2, tr("This pane"), here, after)
        self._fill(grid, 2, tr("Everywhere"), right, after)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.body.addLayout(grid)

    def _fill(self, grid: QGridLayout, column: int, title: str, lines: list[tuple[str, str]], row: int) -> int:
        grid.addWidget(Label(title, "heading"), row, column, 1, 2)
        for keys, text in lines:
            row += 1
            grid.addWidget(KeyHint(keys), row, column)
            grid.addWidget(Label(text, wrap=True), row, column + 1)
        return row + 1
