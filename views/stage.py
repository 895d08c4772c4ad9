"""The middle of the window: makes panes when first shown, refreshes the visible one, remembers which hidden ones are stale."""

import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from views import panes
from views.panes.pane import EVERYTHING, Pane
from views.theme import current_theme
from views.widgets import ScrollArea
from views.widgets.layouts import FOOT
from workbench.errors import WorkbenchError
from workbench.strings import tr

if TYPE_CHECKING:
    from views.context import Context

_log = logging.getLogger(__name__)
MARGINS = (20, 18, 20, FOOT)
WIDE, NARROW = 1700, 1100


class Slip(QWidget):
    """One pane with its banner above and its inspector at the right."""

    def __init__(self, pane: Pane, parent: QWidget) -> None:
        super().__init__(parent)
        self.pane = pane
        gutter = current_theme().size("gutter")
        across = QHBoxLayout(self)
        left, top, right, bottom = MARGINS
        across.setContentsMargins(left, top, right, 0 if any(area.runs_down for area in pane.findChildren(ScrollArea)) else bottom)
        across.setSpacing(gutter)
        down = QVBoxLayout()
        down.setSpacing(gutter)
        down.addWidget(pane.banner)
        down.addWidget(pane, 1)
        across.addLayout(down, 1)
        if pane.inspector is not None:
            pane.inspector.setParent(self)
            across.addWidget(pane.inspector)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The inspector takes 300 px in the smallest window and 372 px from 1700 px on."""
        super().resizeEvent(event)
        if self.pane.inspector is not None:
            theme = current_theme()
            low, high = theme.size("inspector_min"), theme.size("inspector_max")
            share = (self.window().width() - NARROW) / (WIDE - NARROW)
            self.pane.inspector.setFixedWidth(round(low + (high - low) * min(1.0, max(0.0, share))))


class Stage(QStackedWidget):
    """Holds the panes. `shown(pane)` after a change of pane, `refreshed(pane)` after each refresh, `settled()` when nothing visible is stale."""

    shown = Signal(object)
    refreshed = Signal(object)
    settled = Signal()

    def __init__(self, context: "Context", parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self._slips: dict[str, Slip] = {}
        self._stale: dict[str, set[str]] = {}
        self._greeted: set[str] = set()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.refresh_visible)

    @property
    def pane(self) -> Pane | None:
        """The pane shown."""
        slip = self.currentWidget()
        return slip.pane if isinstance(slip, Slip) else None

    @property
    def made(self) -> tuple[Pane, ...]:
        """The panes that exist so far."""
        return tuple(slip.pane for slip in self._slips.values())

    @property
    def busy(self) -> bool:
        """Whether the visible pane waits for its refresh."""
        return self._later.isActive() or (self.pane is not None and self.pane.name in self._stale)

    def show_pane(self, name: str, where: dict[str, Any]) -> None:
        """Show the pane called `name`, made now if it is the first time, and let it arrive at `where`."""
        place = panes.place_of(name)
        if place is None:
            return
        if name not in self._slips:
            pane = panes.load(place)(self.context)
            pane.translate()
            slip = Slip(pane, self)
            pane.chrome_changed.connect(self._chrome_changed)
            self._slips[name] = slip
            self._stale[name] = EVERYTHING
            self.addWidget(slip)
            self._place_inspector(slip)
        self.setCurrentWidget(self._slips[name])
        pane = self._slips[name].pane
        self.shown.emit(pane)
        told = name in self._stale and not where
        self.refresh_visible()
        if where:
            pane.arrive(**where)
        if not told:
            self.refreshed.emit(pane)

    @Slot()
    def _chrome_changed(self) -> None:
        if self.pane is not None:
            self.refreshed.emit(self.pane)

    def announce(self, tables: set[str]) -> None:
        """Rows of these tables changed: every pane becomes stale, the visible one is refreshed once before the next paint."""
        for name in self._slips:
            before = self._stale.get(name, set())
            self._stale[name] = EVERYTHING if before is EVERYTHING or tables is EVERYTHING else before | tables
        self._later.start(0)

    def translate(self) -> None:
        """The language changed: fixed texts now, contents with the next refresh."""
        for pane in self.made:
            pane.translate()
            pane.banner.clear()
        self.announce(EVERYTHING)

    def apply_inspector(self) -> None:
        """Show or hide the inspectors as the setting says."""
        for slip in self._slips.values():
            self._place_inspector(slip)

    def _place_inspector(self, slip: Slip) -> None:
        from views.settings import INSPECTOR

        if slip.pane.inspector is not None:
            slip.pane.inspector.setVisible(self.context.settings.get(INSPECTOR))

    @Slot()
    def refresh_visible(self) -> None:
        """Refresh the visible pane if it is stale. A refresh that fails shows that pane's banner; the others go on."""
        pane = self.pane
        if pane is not None:
            changed = self._stale.pop(pane.name, None)
            if changed is not None:
                self._refresh(pane, changed)
        self._later.stop()
        self.settled.emit()

    def _greet(self, pane: Pane) -> None:
        """The keyboard goes to what is worked on first, unless it is in use outside the pane."""
        focused = QApplication.focusWidget()
        if focused is None or not focused.isVisible() or focused is self or pane.isAncestorOf(focused):
            pane.take_first_focus()

    def _refresh(self, pane: Pane, changed: set[str]) -> None:
        try:
            pane.draw(changed)
            if pane.name not in self._greeted:
                self._greeted.add(pane.name)
                self._greet(pane)
        except WorkbenchError as error:
            pane.show_error(error)
        except Exception:
            _log.exception("pane %s was not drawn", pane.name)
            pane.banner.show_message(
                tr("This pane could not be drawn; your data is safe."), "warn", tr("Look into another pane and come back.")
            )
        self.refreshed.emit(pane)
