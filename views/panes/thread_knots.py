"""The red thread as knots for the strip at the top of a pane."""

from collections.abc import Iterable, Sequence

from views.widgets import Knot
from workbench import formatting
from workbench.strings import ntr, tr
from workbench.thread.links import Link

MOST, AROUND = 5, 2
"""A longer thread shows the goal and so many links on either side of the pane's own; what is loose beyond is one knot at the end."""


def knots(links: Iterable[Link], current: str) -> list[Knot]:
    """A knot a link; tiers and rules share one. `current` is the key of the pane's own link."""
    known = {link.key: link for link in links}
    keys = [key for key in known if not (key == "rules" and "tiers" in known)]
    own = "tiers" if current == "rules" else current
    shown = _near(keys, own)
    made = [Knot(_words(key, known), known[key].pane, key == own, _loose(key, known) and key != own, not known[key].count) for key in shown]
    beyond = [key for key in keys if key not in shown and _loose(key, known)]
    if beyond:
        made.append(Knot(ntr("{n} loose end", "{n} loose ends", len(beyond)), known[beyond[0]].pane, False, True))
    return made


def with_own(links: Iterable[Link], after: str, title: str, pane: str) -> list[Knot]:
    """The same with a knot for a pane that is no link of its own, behind the link `after`, or behind the goal where that is not there."""
    made = [knot._replace(current=False) for knot in knots(links, after)]
    place = next((n for n, knot in enumerate(made, 1) if knot.target == after), 1)
    return [*made[:place], Knot(title, pane, True), *made[place:]]


def _near(keys: Sequence[str], own: str) -> list[str]:
    if len(keys) <= MOST:
        return list(keys)
    place = keys.index(own) if own in keys else 0
    first = max(1, min(place - AROUND, len(keys) - 2 * AROUND))
    return [keys[0], *keys[first : max(place + AROUND + 1, first + 2 * AROUND)]]


def _loose(key: str, known: dict[str, Link]) -> bool:
    keys = (key, "rules") if key == "tiers" else (key,)
    return any(known[k].broken for k in keys if k in known)


def _words(key: str, known: dict[str, Link]) -> str:
    link = known[key]
    if key == "goal":
        return tr("Goal: {goal}", goal=link.note)
    if key == "three_c":
        return tr("3C · {cards}", cards=link.note)
    if key == "swot":
        return link.name
    if key == "strategies":
        return ntr("{n} strategy", "{n} strategies", link.count)
    if key == "segments":
        return ntr("{n} segment", "{n} segments", link.count)
    if key == "actions":
        return ntr("{n} open action", "{n} open actions", link.count)
    if key == "customers":
        return ntr("{n} customer", "{n} customers", link.count, n=formatting.number(link.count))
    if key == "tiers":
        rules = known["rules"].count if "rules" in known else 0
        tiers = ntr("{n} tier", "{n} tiers", link.count)
        return tr("{tiers}, {rules}", tiers=tiers, rules=ntr("{n} rule", "{n} rules", rules)) if rules else tiers
    if key == "visits":
        return (
            ntr("{n} visit planned", "{n} visits planned", link.count, n=formatting.number(link.count))
            if link.count
            else tr("no visit planned")
        )
    if key == "logs":
        return (
            tr("Logs: {note}", note=link.note)
            if link.broken
            else ntr("{n} visit logged", "{n} visits logged", link.count, n=formatting.number(link.count))
        )
    return tr("{name} {n}", name=link.name, n=formatting.number(link.count))
