"""From the start of the process to the first painted Today with the sample company, beside a bare window that imports sqlalchemy.orm."""

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.harness import ROOT, Row, by_turns, quiet_environment, verb

HEAVY = ("pandas", "pyqtgraph", "reportlab", "folium", "numba", "numpy")

OURS = """
import json, sys, time
sys.path.insert(0, {root!r})
from views import panes
load = panes.load

def watched(place):
    kind = load(place)
    paint = kind.paintEvent
    def painted(self, event):
        paint(self, event)
        kind.paintEvent = paint
        from PySide6.QtCore import QTimer
        QTimer.singleShot(0, told)
    kind.paintEvent = painted
    return kind

def told():
    at = time.monotonic()
    from PySide6.QtWidgets import QApplication
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible() and hasattr(w, "frame")]
    shown = windows[0].frame.stage
    heavy = [name for name in {heavy!r} if name in sys.modules]
    print(json.dumps([at, shown.pane.name, shown.busy, heavy]), flush=True)
    windows[0].close()

panes.load = watched
from main import main
sys.exit(main([{file!r}]))
"""

BARE = """
import json, sys, time
import sqlalchemy.orm
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Label(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, told)

def told():
    print(json.dumps([time.monotonic(), "label", False, []]), flush=True)
    window.close()

app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.setCentralWidget(Label("Asaichi"))
window.show()
sys.exit(app.exec())
"""


@dataclass(frozen=True, slots=True)
class FirstPaint:
    """Seconds from the start of the process; the pane painted; whether it still waited for its data; heavy modules loaded by then."""

    seconds: float
    pane: str
    waiting: bool
    heavy: tuple[str, ...]


def run(quick: bool) -> list[Row]:
    """Warm starts by turns."""
    with tempfile.TemporaryDirectory() as name:
        sample = Path(name) / "sample.asaichi"
        verb("new", str(sample), "--sample")
        first_paint(sample), bare_paint()
        ours, peer = by_turns(7 if quick else 21, lambda: checked(first_paint(sample)), lambda: bare_paint().seconds)
    return [
        Row(
            "start",
            "process start to the first painted Today, warm",
            ours,
            "s",
            1.6,
            1.3,
            peer,
            "a bare window that imports sqlalchemy.orm",
        )
    ]


def checked(start: FirstPaint) -> float:
    """The seconds of a start that showed Today with its data and loaded nothing heavy; raises RuntimeError otherwise."""
    if start.pane != "today" or start.waiting or start.heavy:
        raise RuntimeError(f"not a start that counts: {start}")
    return start.seconds


def first_paint(file: Path) -> FirstPaint:
    """Start the program on `file` and watch Today being painted for the first time."""
    return _start(OURS.format(root=str(ROOT), file=str(file), heavy=HEAVY))


def bare_paint() -> FirstPaint:
    """Start the bare window."""
    return _start(BARE)


def _start(code: str) -> FirstPaint:
    begin = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT, env=quiet_environment(), timeout=60
    )
    if not done.stdout.strip():
        raise RuntimeError(f"the window was not painted: {done.stderr.strip()[-800:]}")
    at, pane, waiting, heavy = json.loads(done.stdout.strip().splitlines()[-1])
    return FirstPaint(at - begin, pane, waiting, tuple(heavy))
