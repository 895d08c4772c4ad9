"""What is loaded when: the business without Qt, and nothing heavy before it is needed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("pandas", "reportlab", "folium", "numba", "numpy", "pypdf", "pypdfium2", "pyqtgraph", "PIL", "openpyxl", "xlsxwriter")
HEAVY += ("python_calamine", "holidays", "clevercsv", "segno")
QT = ("PySide6", "shiboken6")
WALK = """
import importlib, json, pkgutil, sys
for room in {rooms!r}:
    package = importlib.import_module(room)
    for module in pkgutil.walk_packages(package.__path__, room + "."):
        if ".visits.search" not in module.name:  # imported where a plan is searched for, by nothing else
            importlib.import_module(module.name)
print(json.dumps(sorted({{name.split(".")[0] for name in sys.modules}})))
"""


def loaded_by(*rooms: str) -> set[str]:
    """The top-level modules that a fresh Python holds after importing every module of the rooms."""
    done = subprocess.run([sys.executable, "-c", WALK.format(rooms=rooms)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


@pytest.fixture(scope="module")
def business() -> set[str]:
    """What all of models and workbench load."""
    return loaded_by("models", "workbench")


@pytest.mark.parametrize("module", HEAVY + QT)
def test_the_business_loads_nothing_heavy_and_no_qt(business: set[str], module: str) -> None:
    assert "sqlalchemy" in business
    assert module not in business


def test_qt_is_told_from_no_qt() -> None:
    assert "PySide6" in loaded_by("views.theme") or "PySide6" in loaded_by("views.widgets")
