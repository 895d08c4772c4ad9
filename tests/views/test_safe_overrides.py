"""A fault in an override of a Qt method does not end the program. Run in a process of its own: without the safety it is killed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
import views
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Broken(QWidget):
    def paintEvent(self, event):
        {fault}

app = QApplication([])
told = []
sys.excepthook = lambda kind, *_: told.append(kind.__name__)
broken = Broken()
broken.show()
QTimer.singleShot(50, app.quit)
app.exec()
print("alive", told[0])
"""


@pytest.mark.parametrize(("fault", "name"), [("len(3)", "TypeError"), ("1 / 0", "ZeroDivisionError"), ("raise KeyError(1)", "KeyError")])
def test_the_program_outlives_a_fault_while_painting(fault: str, name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(fault=fault)],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    assert f"alive {name}" in done.stdout
