"""`python -m tests.benchmarks [NAME] [--quick|--full] [--json]`: measure the program beside its peers and print the table."""

import argparse
import importlib
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from main import collect_less_often
from tests.benchmarks.harness import Row

BENCHMARKS = ("start", "import_csv", "import_xlsx", "tiering", "scrolling", "edit", "segments", "goals", "health", "map", "documents")
HEADINGS = ("name", "what", "ours", "peer", "ratio", "aim (stretch)", "")


def main(words: Sequence[str]) -> int:
    """Run one benchmark or all; returns 0 also where an aim is missed, since a busy machine is no mistake of the program."""
    parser = argparse.ArgumentParser(prog="run bench", description="Measure Asaichi beside its peers, by turns in the same run; medians.")
    parser.add_argument("name", nargs="?", choices=BENCHMARKS, metavar="NAME", help=f"one of {', '.join(BENCHMARKS)} (default: all)")
    rounds = parser.add_mutually_exclusive_group()
    rounds.add_argument("--quick", action="store_true", help="few rounds, about two minutes for all (default)")
    rounds.add_argument("--full", action="store_true", help="more rounds")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--list", action="store_true", help="name the benchmarks and stop")
    chosen = parser.parse_args(words)
    if chosen.list:
        print("\n".join(BENCHMARKS))
        return 0
    collect_less_often()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="asaichi-home-") as home:
        os.environ["ASAICHI_HOME"] = home
        rows = [row for name in ([chosen.name] if chosen.name else BENCHMARKS) for row in _run(name, not chosen.full)]
    print(json.dumps({"rows": [_fields(row) for row in rows]}, ensure_ascii=False) if chosen.json else table(rows))
    return 0


def _run(name: str, quick: bool) -> list[Row]:
    print(f"measuring {name} ...", file=sys.stderr, flush=True)
    return importlib.import_module(f"tests.benchmarks.{name}").run(quick)


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
