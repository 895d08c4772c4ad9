"""Splitting a target: parts in whole steps that always add up to it. Pure figures, nothing is read."""

from collections.abc import Sequence


def shared_out(total: int, weights: Sequence[float], step: int) -> list[int]:
    """`total` in proportion to `weights` (alike where all are 0), in whole steps; what is less than a step goes to the last part.

    Reckons with whole numbers only, so that the parts add up to the last unit whatever the size of the total.
    """
    if not weights:
        return []
    scaled = [max(round(weight * 1_000_000), 0) for weight in weights]
    if not any(scaled):
        scaled = [1] * len(scaled)
    steps, whole = total // step, sum(scaled)
    parts = [steps * weight // whole for weight in scaled]
    order = sorted(range(len(scaled)), key=lambda i: (-(steps * scaled[i] % whole), i))
    for place in order[: steps - sum(parts)]:
        parts[place] += 1
    made = [part * step for part in parts]
    made[-1] += total - steps * step
    return made


def filled(total: int, kept: Sequence[int | None], weights: Sequence[float], step: int) -> list[int] | None:
    """Parts that add up to `total`: those of `kept` stay, the others (None) share the rest by weight. None where the rest does not fit."""
    rest = total - sum(part for part in kept if part is not None)
    free = [place for place, part in enumerate(kept) if part is None]
    if rest < 0 or (not free and rest):
        return None
    made = [part or 0 for part in kept]
    for place, part in zip(free, shared_out(rest, [weights[i] for i in free], step), strict=True):
        made[place] = part
    return made
