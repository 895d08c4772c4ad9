"""Charts, painted with QPainter so that starting the window imports no chart library. Each has a name and says in words what it shows.

- Pareto: bars by customer, cumulated curve, two thresholds to drag (`trying(a, b)`, `released(a, b)`).
- MonthBars: a goal by month with grips (`trying(index, target)`, `released(index, target)`).
- ProgressLine: actual against the line of the plan, with an optional band.
"""

from views.charts.base import Chart, Handle, line, nice_steps, pen
from views.charts.month_bars import Month, MonthBars
from views.charts.pareto import Pareto, ParetoRow
from views.charts.progress_line import ProgressLine

__all__ = [
    "Chart",
    "Handle",
    "Month",
    "MonthBars",
    "Pareto",
    "ParetoRow",
    "ProgressLine",
    "line",
    "nice_steps",
    "pen",
]
