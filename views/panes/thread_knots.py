"""The red thread as knots for the strip at the top of a pane."""

from collections.abc import Iterable

from views.widgets import Knot
from workbench import formatting
from workbench.strings import ntr, tr
from workbench.thread.links import Link


def knots(links: Iterable[Link], current: str) -> list[Knot]:
    """A knot a link; tiers and rules share one. `current` is the key of the pane's own link."""
    known = {link.key: link for link in links}
    made = []
    for key, link in known.items():
        if key == "rules" and "tiers" in known:
            continue
        keys = (key, "rules") if key == "tiers" else (key,)
        loose = any(known[k].broken for k in keys if k in known) and current not in keys
        made.append(Knot(_words(key, known), link.pane, current in keys, loose))
    return made


def _words(key: str, known: dict[str, Link]) -> str:
    link = known[key]
    if key == "goal":
        return tr("Goal: {goal}", goal=link.note)
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
