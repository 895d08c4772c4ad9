"""Scrolling and searching the customers table at 100,000 rows, beside a bare QTableView over a paged Python model."""

import random
import sqlite3
import tempfile
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView

from tests.benchmarks.customers import COLUMNS, COUNT
from tests.benchmarks.harness import Row, percentile
from tests.benchmarks.large_company import create
from tests.benchmarks.tiering import retier
from tests.benchmarks.window import shown

PAGE = 200
WORDS = (
    "s",
    "株",
    "ma",
    "大阪",
    "müller",
    "北瓦町",
    "harbour",
    "garcía",
    "堺市",
    "k0999",
    "アイ",
    "ωμ",
    "orchard",
    "梅田3丁目",
    "contact7",
    "午後の訪問",
)


class PagedModel(QAbstractTableModel):
    """The bare peer: pages of 200 rows read by key as they are needed, texts only."""

    def __init__(self, path: Path, columns: int) -> None:
        super().__init__()
        self.db = sqlite3.connect(path)
        self.columns = COLUMNS[:columns]
        self.pages: dict[int, list[tuple[Any, ...]]] = {}

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else COUNT

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        page, place = divmod(index.row(), PAGE)
        rows = self.pages.get(page)
        if rows is None:
            sql = f"SELECT {', '.join(self.columns)} FROM customer WHERE id > ? ORDER BY id LIMIT {PAGE}"
            rows = self.pages[page] = self.db.execute(sql, (page * PAGE,)).fetchall()
        return str(rows[place][index.column()])


def run(quick: bool) -> list[Row]:
    """Pictures at pseudo-random places by turns, then searches as they are typed."""
    positions = 200 if quick else 1_000
    with tempfile.TemporaryDirectory() as name:
        workspace = create(Path(name) / "large.asaichi")
        retier(workspace, 80, 95)
        with shown(workspace, "customers") as window:
            table = max(window.frame.stage.pane.findChildren(QTableView), key=lambda view: view.width() * view.height())
            model = table.model()
            if model.rowCount() != COUNT:
                raise RuntimeError(f"the table shows {model.rowCount()} rows")
            columns = sum(not table.isColumnHidden(place) for place in range(model.columnCount()))
            bare = QTableView()
            bare.setModel(PagedModel(workspace.path, columns))
            bare.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
            bare.verticalHeader().hide()
            bare.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
            bare.resize(table.size())
            for place in range(columns):
                bare.setColumnWidth(place, table.viewport().width() // columns)
            bare.show()
            ours, peer = scrolled(positions, table, bare)
            bare.close()
            typed = searched(window, 50 if quick else 200)
    what = f"scrolling 100,000 customers, {columns} columns, a picture"
    return [
        Row("scrolling", what, percentile(ours, 50), "ms", 1.2, None, percentile(peer, 50), "bare QTableView, paged Python model"),
        Row("scrolling.p99", "the same, 99th percentile", percentile(ours, 99), "ms", 33),
        Row("scrolling.search", "from a key in the search to the painted list, 95th percentile", percentile(typed, 95), "ms", 30),
    ]


def scrolled(positions: int, *views: QTableView) -> list[list[float]]:
    """Milliseconds of each picture of each view, place by place."""
    pick = random.Random(3)
    taken: list[list[float]] = [[] for _ in views]
    for _ in range(positions):
        share = pick.random()
        for view, found in zip(views, taken, strict=True):
            picture = QPixmap(view.viewport().size())
            begin = time.perf_counter()
            bar = view.verticalScrollBar()
            bar.setValue(round(share * bar.maximum()))
            view.viewport().render(picture)
            found.append((time.perf_counter() - begin) * 1000)
    return taken


def searched(window: Any, count: int) -> list[float]:
    """Milliseconds of each key typed into the search of the customers pane, until the hits on screen are painted.

    Hits below the screen follow in slices while the window answers; they are waited for before the next key.
    """
    from views.settle import settle

    pane = window.frame.stage.pane
    field = next(field for field in pane.findChildren(QLineEdit) if field.isVisible())
    taken: list[float] = []
    for word in WORDS * (1 + count // len(WORDS)):
        field.clear()
        settle(window)
        for key in word:
            begin = time.perf_counter()
            QTest.keyClicks(field, key) if key.isascii() else field.insert(key)
            if not key.isascii():
                field.textEdited.emit(field.text())
            QCoreApplication.processEvents()
            taken.append((time.perf_counter() - begin) * 1000)
            while pane.finder.busy:
                settle(window)
            if len(taken) >= count:
                return taken
    return taken
