"""`python -m tests.benchmarks [NAME] [--quick|--full] [--json]`: measure the program beside its peers and print the table.

The planner's benchmarks also take `--seconds`, and `pvrp` files of one's own: `pvrp --instance FILE [FILE ...] --seconds 10 --seed 1`.
"""

import argparse
import importlib
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from main import collect_less_often
from tests.benchmarks.harness import Row

BENCHMARKS = (
    "start",
    "import_csv",
    "import_xlsx",
    "tiering",
    "scrolling",
    "edit",
    "segments",
    "goals",
    "health",
    "map",
    "plan_pane",
    "documents",
    "pvrp",
    "field",
    "growth",
)
SEARCHING = ("pvrp", "field")
"""Those that search for a given number of seconds."""
HEADINGS = ("name", "what", "ours", "peer", "ratio", "aim (stretch)", "")


def main(words: Sequence[str]) -> int:
    """Run one benchmark or all; returns 0 also where an aim is missed, since a busy machine is no mistake of the program."""
    parser = argparse.ArgumentParser(prog="run bench", description="Measure Asaichi beside its peers, by turns in the same run; medians.")
    parser.add_argument("name", nargs="?", choices=BENCHMARKS, metavar="NAME", help=f"one of {', '.join(BENCHMARKS)} (default: all)")
    rounds = parser.add_mutually_exclusive_group()
    rounds.add_argument("--quick", action="store_true", help="few rounds, at most two minutes each (default)")
    rounds.add_argument("--full", action="store_true", help="more rounds")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--seconds", type=_seconds, help=f"how long to search each time ({', '.join(SEARCHING)})")
    parser.add_argument("--seed", type=int, default=1, help="seed of the search, with --instance (1)")
    parser.add_argument("--instance", nargs="+", type=Path, metavar="FILE", help="pvrp: solve these files and tell their costs")
    parser.add_argument("--list", action="store_true", help="name the benchmarks and stop")
    chosen = parser.parse_args(words)
    if chosen.instance and chosen.name != "pvrp":
        parser.error("--instance belongs to pvrp")
    if chosen.seconds and chosen.name not in SEARCHING:
        parser.error(f"--seconds belongs to {' and '.join(SEARCHING)}")
    if chosen.list:
        print("\n".join(BENCHMARKS))
        return 0
    collect_less_often()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="asaichi-home-") as home:
        os.environ["ASAICHI_HOME"] = home
        if chosen.instance:
            return _solve(chosen.instance, chosen.seconds, chosen.seed, chosen.json)
        names = [chosen.name] if chosen.name else BENCHMARKS
        rows = [row for name in names for row in _run(name, not chosen.full, chosen.seconds)]
    print(json.dumps({"rows": [_fields(row) for row in rows]}, ensure_ascii=False) if chosen.json else table(rows))
    return 0


def _run(name: str, quick: bool, seconds: float | None) -> list[Row]:
    print(f"measuring {name} ...", file=sys.stderr, flush=True)
    module = importlib.import_module(f"tests.benchmarks.{name}")
    return module.run(quick, seconds) if name in SEARCHING else module.run(quick)


def _seconds(word: str) -> float:
    value = float(word)
    if not 0 < value <= 86_400:
        raise argparse.ArgumentTypeError("more than 0 seconds, at most a day")
    return value


def _solve(files: Sequence[Path], seconds: float | None, seed: int, as_json: bool) -> int:
    from tests.benchmarks.pvrp import SECONDS, UnreadableInstance, solve

    try:
        found = [asdict(each) for each in solve(files, seconds or SECONDS, seed)]
    except UnreadableInstance as error:
        print(error, file=sys.stderr)
        return 2
    if as_json:
        print(json.dumps({"instances": found}, ensure_ascii=False))
    else:
        for each in found:
            print(f"{each['name']}: {each['cost']:.2f}, {'feasible' if each['feasible'] else 'NOT feasible'}, {each['seconds']:.1f} s")
    return 0


def _fields(row: Row) -> dict[str, object]:
    return {
        "name": row.name, "what": row.what, "ours": row.ours, "unit": row.unit, "peer": row.peer, "peer_what": row.peer_what,
        "ratio": row.ratio, "aim": row.aim, "stretch": row.stretch, "verdict": row.verdict,
    }  # fmt: skip


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table that can be read as it is."""
    cells = [HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADINGS))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in cells]
    return "\n".join([lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]])


def _cells(row: Row) -> tuple[str, ...]:
    times = "" if row.ratio is not None else f" {row.unit}"
    stretch = f" ({row.stretch:g})" if row.stretch is not None else ""
    peer = "" if row.peer is None else f"{_figure(row.peer, row.unit)}, {row.peer_what}"
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    return row.name, row.what, _figure(row.ours, row.unit), peer, ratio, f"{row.aim:g}{stretch}{times}", row.verdict


def _figure(value: float, unit: str) -> str:
    return f"{value:.3g} {unit}" if value < 1000 else f"{value:.0f} {unit}"


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    sys.exit(main(sys.argv[1:]))
