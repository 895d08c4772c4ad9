"""The lock beside a month's name: a fixed month is not moved by the others."""

from PySide6.QtWidgets import QWidget

from views.widgets.button import IconButton
from workbench.strings import tr


class MonthLock(IconButton):
    """Keeps a month from being moved by the others."""

    def __init__(self, place: int, chart: QWidget) -> None:
        super().__init__("lock-open", "", size=22, parent=chart)
        self.place = place
        self.setCheckable(True)

    def show_state(self, fixed: bool, label: str) -> None:
        """Say whether the month is fixed."""
        self.setChecked(fixed)
        self.set_icon("lock" if fixed else "lock-open")
        self.set_name(tr("{month} is fixed: let it move again", month=label) if fixed else tr("Fix {month}", month=label))
