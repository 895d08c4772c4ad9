"""What every benchmark shares: a row of the table, and timing of ours and the peer's by turns in the same run."""

import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. With a peer, `aim` and `stretch` are ratios to it; without one they are limits in `unit`."""

    name: str
    what: str
    ours: float
    unit: str
    aim: float
    stretch: float | None = None
    peer: float | None = None
    peer_what: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours in peers; None without a peer."""
        return None if self.peer is None else self.ours / self.peer

    @property
    def verdict(self) -> str:
        """How the aim was met: stretch, aim or missed."""
        reached = self.ours if self.ratio is None else self.ratio
        if self.stretch is not None and reached <= self.stretch:
            return "stretch"
        return "aim" if reached <= self.aim else "missed"


@dataclass(frozen=True, slots=True)
class Child:
    """What a process of its own told: seconds of the call, seconds from start to end, peak memory in MB, its last line on stdout."""

    seconds: float
    whole_seconds: float
    peak_mb: float
    said: str


def by_turns(rounds: int, *measures: Callable[[], float]) -> list[float]:
    """The median of each measure (seconds, or whatever it returns) after `rounds` rounds in which each has its turn."""
    taken: list[list[float]] = [[] for _ in measures]
    for _ in range(rounds):
        for measure, found in zip(measures, taken, strict=True):
            gc.collect()
            found.append(measure())
    return [statistics.median(found) for found in taken]


def seconds_of(work: Callable[[], object]) -> float:
    """Wall seconds of one call."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that `percent` of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(percent / 100 * len(ordered) + 0.5) - 1))]


CHILD = """
import json, sys, time
sys.path.insert(0, {root!r})
begin = time.perf_counter()
{code}
seconds = time.perf_counter() - begin
peak = next(int(line.split()[1]) / 1024 for line in open("/proc/self/status") if line.startswith("VmHWM"))
json.dump([seconds, peak], open({told!r}, "w"))
"""


def in_child(code: str) -> Child:
    """Run code in a fresh Python that knows the project. Peak memory is its own, children not counted. Raises RuntimeError if it fails."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"
        script = CHILD.format(root=str(ROOT), code=code, told=str(told))
        begin = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT, env=quiet_environment()
        )
        whole = time.perf_counter() - begin
        if done.returncode or not told.exists():
            raise RuntimeError(f"the measured program failed: {done.stderr.strip()[-800:] or done.stdout[-800:]}")
        seconds, peak = json.loads(told.read_text())
    return Child(seconds, whole, peak, (done.stdout.strip().splitlines() or [""])[-1])


def verb(*words: str) -> Child:
    """Run a verb of the program with --json in a process of its own. Raises RuntimeError if it fails."""
    return in_child(f"from main import main\nassert main({[*words, '--json']!r}) == 0")


def quiet_environment() -> dict[str, str]:
    """The environment of measured processes: no screen needed, no folders of the user, byte code kept as on the owner's computer."""
    home = os.environ.get("ASAICHI_HOME") or str(Path(tempfile.gettempdir()) / "asaichi-benchmarks" / "home")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"), "ASAICHI_HOME": home}
