"""`tier`: tier all customers."""

import argparse
from decimal import Decimal
from pathlib import Path

from workbench import formatting
from workbench.commands.line import Answer, Verb, day, figure
from workbench.commands.opened import opened
from workbench.customers import tiering
from workbench.money import decimal_text
from workbench.strings import ntr, tr


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the workspace")
    parser.add_argument(
        "--a", type=figure, metavar="PERCENT", help="A ends at this share of the revenue (default: as in the file, 80 at first)"
    )
    parser.add_argument("--b", type=figure, metavar="PERCENT", help="B ends at this share (default: as in the file, 95 at first)")
    span = parser.add_mutually_exclusive_group()
    span.add_argument("--as-of", type=day, metavar="D", help="the 12 months to the last full month by this day")
    span.add_argument("--all-time", action="store_true", help="all orders in the file")


def _do(words: argparse.Namespace) -> Answer:
    with opened(words.file, write=True) as workspace:
        with workspace.edit(tr("Tier the customers")) as session:
            result = tiering.retier(session, words.a, words.b, words.as_of, words.all_time)
    answer: Answer = {
        "tiers": {t: {"customers": s.customers, "revenue": decimal_text(s.revenue)} for t, s in result.tiers.items()},
        "revenue": decimal_text(result.revenue),
        "prospects": result.prospects,
        "changed": result.changed,
        "first": result.first and result.first.isoformat(),
        "last": result.last and result.last.isoformat(),
    }
    answer["tiers"]["C"]["prospects"] = result.prospects  # type: ignore[index]
    if result.first and result.newest_order and result.newest_order < result.first:
        answer["note"] = tr(
            "The newest order is of {day}, before the span that counts. Try --as-of {iso} or --all-time.",
            day=formatting.day(result.newest_order),
            iso=result.newest_order.isoformat(),
        )
    return answer


def _say(answer: Answer) -> str:
    tiers = answer["tiers"]
    assert isinstance(tiers, dict)
    lines = [
        ntr(
            "{tier}: {n} customer, revenue {revenue}",
            "{tier}: {n} customers, revenue {revenue}",
            s["customers"],
            tier=t,
            revenue=_grouped(s["revenue"]),
        )
        for t, s in tiers.items()
    ]
    return "\n".join([*lines, *([str(answer["note"])] if "note" in answer else [])])


def _grouped(text: str) -> str:
    """A decimal number with separators of thousands."""
    return f"{Decimal(text):,f}"


VERB = Verb("tier", "tier all customers by revenue", _arguments, _do, _say)
