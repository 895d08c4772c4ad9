"""Who made this, from what, under which licences."""

import sys
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from views.widgets import Label, Sheet
from workbench.strings import tr

if TYPE_CHECKING:
    from views.context import Context


class AboutDialog(Sheet):
    """A few lines about the program."""

    def __init__(self, context: "Context", host: QWidget) -> None:
        super().__init__(host, tr("About Asaichi"), tr("朝一, first thing in the morning"), primary=tr("Close"), width=520)
        self.cancel.hide()
        self.accepted.connect(self.done)
        for text in (
            tr("Decide whom to sell to, turn it into this week’s visits, and let every Monday correct the plan."),
            tr("Works without a network. One company, one file, saved after every change."),
            tr(
                "Free software under the MIT licence. Fonts, icons and places have licences of their own; they stand in resources/licences."
            ),
        ):
            self.body.addWidget(Label(text, wrap=True))
        self.body.addWidget(Label(tr("Made with {parts}", parts=", ".join(parts())), "caption", wrap=True))


def parts() -> tuple[str, ...]:
    """The versions that matter in a report."""
    named = [f"Python {sys.version.split()[0]}", f"Qt {qVersion()}"]
    for package in ("SQLAlchemy", "reportlab"):
        try:
            named.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return tuple(named)
