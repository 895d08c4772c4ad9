"""The card of the documents made last: open one again, show its folder, or take it from the list where it is gone."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from views.made_documents import Made
from views.widgets import Card, Hairline, IconButton, Label, Link
from views.widgets.base import tip
from workbench import clock, formatting
from workbench.strings import ntr, tr

MOST_SHOWN = 3


class MadeLast(Card):
    """Hidden while nothing was made. `forget_wanted(path)` takes one from the list."""

    forget_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._holder: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_made(self, made: tuple[Made, ...], folder: Path, titles: Mapping[str, str]) -> None:
        """Show the newest; `folder` is where documents of this company usually go, `titles` name them."""
        self.set_heading(tr("Made last"))
        self.set_context(tr("in {folder}", folder=short_folder(folder)))
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget()
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 2)
        for number, one in enumerate(made[:MOST_SHOWN]):
            grid.addWidget(Hairline(), 2 * number, 0, 1, 5)
            grid.setRowMinimumHeight(2 * number + 1, 26)
            self._row(grid, 2 * number + 1, one, folder, titles)
        self.body.addWidget(self._holder)
        self.setVisible(bool(made))

    def _row(self, grid: QGridLayout, line: int, one: Made, folder: Path, titles: Mapping[str, str]) -> None:
        path = Path(one.path)
        missing = one.missing
        name = Label(short_name(path, folder), "muted" if missing else "strong", elide=True)
        name.setToolTip(tip(one.path))
        about = tr("missing") if missing else amount(one) or titles.get(one.document, "")
        if path.parent != folder and not missing:
            about = tr("{amount}, in {folder}", amount=about, folder=short_folder(path.parent))
        told = Label(about, "muted", elide=not missing, tone="warn" if missing else "")
        grid.addWidget(name, line, 0)
        grid.addWidget(told, line, 1)
        grid.addWidget(Label(when(one), "muted", tabular=True), line, 2)
        if missing:
            forget = Link(tr("Forget it"))
            forget.setAccessibleName(tr("Forget {name}", name=path.name))
            forget.clicked.connect(partial(self._forget, one.path))
            grid.addWidget(forget, line, 3, 1, 2)
            return
        again, place = Link(tr("Open")), IconButton("folder-open", tr("Show {name} in its folder", name=path.name), size=24)
        again.setAccessibleName(tr("Open {name}", name=path.name))
        again.clicked.connect(partial(open_path, path))
        place.clicked.connect(partial(open_path, path.parent))
        grid.addWidget(again, line, 3)
        grid.addWidget(place, line, 4)

    def _forget(self, path: str) -> None:
        self.forget_wanted.emit(path)


def open_path(path: Path) -> None:
    """Let the system open a file or a folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def short_folder(folder: Path) -> str:
    """The last two parts of a folder: Documents / Kitagawa."""
    return " / ".join(part for part in (folder.parent.name, folder.name) if part)


def short_name(path: Path, folder: Path) -> str:
    """The file's name, without the company's where its folder tells that already."""
    return path.name.removeprefix(f"{folder.name}-") if path.parent == folder else path.name


def amount(one: Made) -> str:
    """How long it is: 3 pages, 60 rows."""
    if one.pages is not None:
        return ntr("{n} page", "{n} pages", one.pages)
    return ntr("{n} row", "{n} rows", one.rows) if one.rows is not None else ""


def when(one: Made) -> str:
    """07:52 today, Fri 07:52 within a week, else the day."""
    at, today = one.when, clock.today()
    time = formatting.clock_time(at.hour * 60 + at.minute)
    if at.date() == today:
        return time
    if today - timedelta(days=7) < at.date() < today:
        return tr("{weekday} {time}", weekday=formatting.weekday_short(at.weekday()), time=time)
    return formatting.day_short(at.date()) if at.year == today.year else formatting.day(at.date())
