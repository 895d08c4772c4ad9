"""Rules of strategy health for value: primary segments to whom nothing is said, and statements without a number."""

from collections.abc import Iterator

from workbench.strings import ntr, tr
from workbench.thread.breaks import SLIGHT, Break
from workbench.thread.reading import Reading
from workbench.value.statements import MISSING


def primary_segments_without_statement(reading: Reading) -> Iterator[Break]:
    """Segments decided on as primary that have no value statement."""
    silent = [one for one in reading.primary if not one.statements]
    if silent:
        yield Break(
            "unsaid",
            SLIGHT,
            tr("The primary segment “{name}” has no value statement", name=silent[0].name)
            if len(silent) == 1
            else ntr("{n} primary segment has no value statement", "{n} primary segments have no value statement", len(silent)),
            tr("Nobody can say what these customers gain."),
            tr("Write one"),
            "value",
            {"segment": silent[0].id},
        )


def weak_statements(reading: Reading) -> Iterator[Break]:
    """Statements without a number of the customer's own."""
    weak = [one for segment in reading.values for one in segment.statements if one.weak]
    if weak:
        yield Break(
            "weak",
            SLIGHT,
            ntr("{n} value statement is weak", "{n} value statements are weak", len(weak)),
            tr("“{feature}”: no {missing}.", feature=weak[0].feature, missing=tr(", ").join(tr(MISSING[key]) for key in weak[0].missing)),
            tr("Give it a number"),
            "value",
            {"statement": weak[0].id},
        )
