"""Charts: what dragging and keys tell, what they say in words, that nothing sticks out."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from views.charts import Month, MonthBars, Pareto, ParetoRow, ProgressLine, nice_steps
from views.theme.paint import recording

VALUES = [50, 20, 10, 10, 5, 3, 1, 1]


@pytest.fixture
def pareto(qtbot: QtBot) -> Pareto:
    chart = Pareto()
    qtbot.addWidget(chart)
    chart.set_rows([ParetoRow(f"Customer {i}", value, f"¥ {value}") for i, value in enumerate(VALUES)])
    chart.set_thresholds(80, 95)
    chart.resize(780, 230)
    chart.show()
    return chart


def test_thresholds_cut_where_they_are_crossed_and_equal_values_share_a_tier(pareto: Pareto) -> None:
    assert pareto.counts((80, 95)) == (4, 1, 3)
    assert pareto.counts((50, 100)) == (1, 7, 0)
    assert pareto.counts((70, 99)) == (2, 6, 0)


def test_dragging_a_threshold_tries_and_letting_go_releases(qtbot: QtBot, pareto: Pareto) -> None:
    tried: list[tuple[int, int]] = []
    let_go: list[tuple[int, int]] = []
    pareto.trying.connect(lambda a, b: tried.append((a, b)))
    pareto.released.connect(lambda a, b: let_go.append((a, b)))
    pareto.try_thresholds(78, 95)
    pareto.set_thresholds(80, 95)
    assert tried == []
    handle = pareto._a
    start = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    down = round(pareto.y_of(60) - pareto.y_of(80))
    qtbot.mouseMove(handle, start + QPoint(0, down))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start)
    assert tried
    assert abs(tried[-1][0] - 60) <= 1
    assert let_go == [tried[-1]]
    assert pareto.saved == (80, 95)


def test_keys_move_a_threshold_and_escape_brings_it_back(qtbot: QtBot, pareto: Pareto) -> None:
    tried: list[tuple[int, int]] = []
    pareto.trying.connect(lambda a, b: tried.append((a, b)))
    qtbot.keyClick(pareto._a, Qt.Key.Key_Down)
    qtbot.keyClick(pareto._a, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert pareto._a.accessibleName() == "A ends at 74\u00a0%"
    qtbot.keyClick(pareto._b, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(pareto._a, Qt.Key.Key_Escape)
    assert tried == [(79, 95), (74, 95), (74, 100), (80, 95)]


def test_a_threshold_cannot_pass_the_other(qtbot: QtBot, pareto: Pareto) -> None:
    for _ in range(6):
        qtbot.keyClick(pareto._a, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert pareto.tried == (95, 95)


def test_the_pareto_says_in_words_what_it_shows(pareto: Pareto) -> None:
    assert pareto.accessibleName()
    assert pareto.accessibleDescription().startswith("A 4, B 1, C 3")


def test_month_grips_try_and_release(qtbot: QtBot) -> None:
    bars = MonthBars()
    qtbot.addWidget(bars)
    bars.set_months([Month("Oct", 16, 17, 10), Month("Nov", 16, 14, 10, True), Month("Dec", 8, None, 5)])
    bars.resize(600, 190)
    bars.show()
    assert list(bars._handles) == [2]
    tried: list[tuple[int, float]] = []
    let_go: list[tuple[int, float]] = []
    bars.trying.connect(lambda place, value: tried.append((place, value)))
    bars.released.connect(lambda place, value: let_go.append((place, value)))
    bars.set_target(2, 9)
    assert tried == []
    qtbot.keyClick(bars._handles[2], Qt.Key.Key_Up)
    assert (tried, let_go) == ([(2, 10)], [(2, 10)])
    assert "Dec: target 10" in bars.accessibleDescription()
    assert "Nov: 14 of 16" in bars.accessibleDescription()


def test_nothing_is_painted_outside_its_chart(qtbot: QtBot, pareto: Pareto) -> None:
    months = MonthBars()
    months.set_months([Month(name, 16, done, 10, name == "Nov") for name, done in (("Oct", 17), ("Nov", 14), ("Dec", None), ("Jan", None))])
    line = ProgressLine()
    line.set_lines([(0, 0), (1, 31)], [(0, 0), (1, 28)], [(0, "Oct"), (0.9, "March")])
    for chart in (pareto, months, line):
        qtbot.addWidget(chart)
        chart.resize(520, 200)
        with recording() as seen:
            chart.grab()
        assert seen
        for painted in seen:
            assert not painted.clipped, painted
        assert chart.accessibleName()
        assert chart.accessibleDescription()


@pytest.mark.parametrize(("most", "steps"), [(17, [5, 10, 15]), (9, [5]), (3, [1, 2, 3]), (250, [100, 200]), (0, [])])
def test_grid_lines_stand_at_round_values(most: float, steps: list[float]) -> None:
    assert nice_steps(most) == steps


def test_charts_start_without_a_chart_library() -> None:
    found = subprocess.run(
        [sys.executable, "-c", "import sys, views.charts, views.widgets; print('pyqtgraph' in sys.modules or 'numpy' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == "False"
