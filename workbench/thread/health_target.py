"""Rules of strategy health for whom we serve: segments decided on, found among the customers, and worked on."""

from collections.abc import Iterator

from workbench.strings import ntr, tr
from workbench.thread.breaks import GRAVE, SLIGHT, Break
from workbench.thread.reading import Reading


def primary_segments_without_customers(reading: Reading) -> Iterator[Break]:
    """Segments decided on as primary in which nobody counts."""
    from workbench.targeting.segments import counting_in

    empty = []
    for one in reading.primary:
        sql, values = counting_in(reading.session, frozenset((one.id,)))
        if not reading.rows(f"SELECT 1 FROM customer c WHERE c.archived = 0 AND ({sql}) LIMIT 1", *values):
            empty.append(one)
    if empty:
        yield Break(
            "segment",
            GRAVE,
            tr("The primary segment “{name}” has no customers", name=empty[0].name)
            if len(empty) == 1
            else ntr("{n} primary segment has no customers", "{n} primary segments have no customers", len(empty)),
            tr("Whom its strategies are for, nobody can say."),
            tr("Mend its filter"),
            "segments",
            {"segment": empty[0].id},
        )


def segments_undecided(reading: Reading) -> Iterator[Break]:
    """Segments on which nothing is decided while others are decided on."""
    undecided = [one for one in reading.values if not one.decision]
    if undecided and len(undecided) < len(reading.values):
        yield Break(
            "undecided",
            SLIGHT,
            ntr("{n} segment is undecided", "{n} segments are undecided", len(undecided)),
            tr("Primary, secondary or not now: “{name}” is neither.", name=undecided[0].name),
            tr("Decide on it"),
            "segments",
            {"segment": undecided[0].id},
        )


def primary_segments_that_nothing_serves(reading: Reading) -> Iterator[Break]:
    """Segments decided on as primary at which no strategy is aimed and for which no open action is done."""
    served = {segment.id for one in reading.strategies for segment in one.segments}
    served |= {one.segment.id for one in reading.actions if one.segment is not None}
    idle = [one for one in reading.primary if one.id not in served]
    if idle:
        yield Break(
            "idle",
            SLIGHT,
            tr("Nothing is done for the primary segment “{name}”", name=idle[0].name)
            if len(idle) == 1
            else ntr("Nothing is done for {n} primary segment", "Nothing is done for {n} primary segments", len(idle)),
            tr("No strategy is aimed at it and no open action serves it."),
            tr("Aim something at it"),
            "segments",
            {"segment": idle[0].id},
        )
