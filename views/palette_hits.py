"""What the palette finds: customers, panes and actions that match the typed text, best first, with the matching letters."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction

from views import actions
from views.panes import PANES, STEPS
from workbench import clock
from workbench.customers import search
from workbench.formatting import clock_time, day_short
from workbench.strings import tr

if TYPE_CHECKING:
    from views.context import Context
    from views.panes.pane import Pane

CUSTOMER, PANE, DO = "customer", "pane", "do"
LIMITS = {CUSTOMER: 4, PANE: 4, DO: 6}
ONLY_LIMIT = 30
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """One row. `spans` are the matching letters of `title`; `end` is muted text at the right, `keys` a chord; `more` what Tab offers."""

    group: str
    title: str
    hint: str
    run: Callable[[], object]
    spans: tuple[Span, ...] = ()
    sign: str = ""
    end: str = ""
    keys: str = ""
    second: str = ""
    more: tuple["Hit", ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """All hits in the order shown. `customers` is how many customers match, shown or not."""

    hits: tuple[Hit, ...]
    customers: int = 0


def fold(text: str) -> tuple[str, list[int]]:
    """`text` without case and width, and for each folded letter the index of the letter it came from."""
    letters, origin = [], []
    for index, letter in enumerate(text):
        for part in unicodedata.normalize("NFKC", letter).casefold():
            letters.append(part)
            origin.append(index)
    return "".join(letters), origin


def match(title: str, words: Sequence[str]) -> tuple[int, tuple[Span, ...]] | None:
    """How well all `words` (folded) stand in `title`: 0 at its start, 1 at the start of a word, 2 inside; with their places. None: not all."""
    folded, origin = fold(title)
    rank, spans = 0, []
    for word in words:
        at = folded.find(word)
        start = next((i for i in range(len(folded)) if folded.startswith(word, i) and (i == 0 or not folded[i - 1].isalnum())), -1)
        at = start if start >= 0 else at
        if at < 0:
            return None
        rank = max(rank, 0 if at == 0 else 1 if start >= 0 else 2)
        spans.append((origin[at], origin[at + len(word) - 1] + 1))
    return rank, tuple(sorted(spans))


@dataclass(frozen=True, slots=True)
class Trigger:
    """Runs an action, in its pane if it belongs to one."""

    action: QAction
    navigate: Callable[..., None]
    pane: str = ""

    def __call__(self) -> None:
        if self.pane:
            self.navigate(self.pane)
        self.action.trigger()


@dataclass(frozen=True, slots=True)
class Go:
    """Navigates."""

    navigate: Callable[..., None]
    name: str
    where: tuple[tuple[str, Any], ...] = ()

    def __call__(self) -> None:
        self.navigate(self.name, **dict(self.where))


def find(context: "Context", text: str, window_actions: Sequence[QAction], made: Sequence["Pane"]) -> Found:
    """Everything that matches `text`. A leading ">" asks only for actions, "@" only for customers."""
    only = {">": DO, "@": CUSTOMER}.get(text[:1], "")
    words = fold(text[1:] if only else text)[0].split()
    hits: list[Hit] = []
    customers = 0
    if context.workspace is not None and only in ("", CUSTOMER) and (words or only):
        found = _customers(context, " ".join(words), ONLY_LIMIT if only else LIMITS[CUSTOMER])
        hits += found.hits
        customers = found.customers
    if context.workspace is not None and not only:
        hits += _ranked([(hit, "") for hit in _panes(context)], words, LIMITS[PANE] if words else len(PANES))
    if only in ("", DO):
        hits += _ranked(_actions(context, window_actions, made), words, ONLY_LIMIT if only else LIMITS[DO])
    return Found(tuple(hits), customers)


def _ranked(candidates: list[tuple[Hit, str]], words: Sequence[str], limit: int) -> list[Hit]:
    rows = []
    for order, (hit, source) in enumerate(candidates):
        found = match(hit.title, words)
        if found is None and (other := match(f"{hit.hint} {source}", words)) is not None:
            found = (3 + other[0], ())
        if found is not None:
            rows.append((found[0], order, _with_spans(hit, found[1])))
    return [row[2] for row in sorted(rows, key=lambda row: row[:2])[:limit]]


def _with_spans(hit: Hit, spans: tuple[Span, ...]) -> Hit:
    return Hit(hit.group, hit.title, hit.hint, hit.run, spans, hit.sign, hit.end, hit.keys, hit.second, hit.more)


def _panes(context: "Context") -> list[Hit]:
    icons = {step.number: step.icon or str(step.number) for step in STEPS}
    firsts = {place.step: place.name for place in reversed(PANES)}
    return [
        Hit(
            PANE,
            tr(place.title),
            tr(place.hint),
            Go(context.navigate, place.name),
            sign=icons[place.step],
            keys=f"Alt {place.step}" if firsts[place.step] == place.name else "",
        )
        for place in PANES
    ]


def _actions(context: "Context", window_actions: Sequence[QAction], made: Sequence["Pane"]) -> list[tuple[Hit, str]]:
    rows = [(action, "") for action in window_actions] + [(action, pane.name) for pane in made for action in pane.actions_here()]
    hits = []
    for action, pane in rows:
        spec = actions.spec_of(action)
        if spec.palette and action.isEnabled():
            run = Trigger(action, context.navigate, pane)
            hint = tr(spec.hint)
            hits.append(
                (
                    Hit(DO, actions.plain_text(action), hint, run, sign=spec.icon or "arrow-right", keys=actions.keys_text(action)),
                    spec.label,
                )
            )
    return hits


def _customers(context: "Context", text: str, limit: int) -> Found:
    with context.workspace.read() as session:
        count, rows = search.find(session, text, limit)
    words = text.split()
    hits = []
    for row in rows:
        found = match(row.name, words)
        go = Go(context.navigate, "customers", (("customer", row.id),))
        second = tr(", ").join(part for part in (row.name_local, row.place, row.rep, row.beside) if part)
        hits.append(
            Hit(CUSTOMER, row.name, "", go, found[1] if found else (), row.tier, _when(row), "", second, _what_can_be_done(context, row))
        )
    return Found(tuple(hits), count)


def _when(row: search.Found) -> str:
    if row.next_visit == clock.today():
        return tr("today {time}", time=clock_time(row.start)) if row.start else tr("today")
    if row.next_visit is not None:
        return tr("next visit {day}", day=day_short(row.next_visit))
    return tr("visited {day}", day=day_short(row.last_visit)) if row.last_visit is not None else ""


def _what_can_be_done(context: "Context", row: search.Found) -> tuple[Hit, ...]:
    offers: list[tuple[str, str, str, tuple[tuple[str, Any], ...]]] = [
        ("customers", "contact", tr("Open the sheet of {name}", name=row.name), (("customer", row.id),))
    ]
    if row.next_visit is not None:
        offers.append(("plan", "calendar-days", tr("Show the next visit to {name} in the plan", name=row.name), (("day", row.next_visit),)))
    if not context.workspace.read_only:
        offers += [
            ("add_visit", "calendar-plus", tr("Add a visit to {name}", name=row.name), (("customer", row.id),)),
            ("order", "plus", tr("Add an order of {name}", name=row.name), (("customer", row.id),)),
            ("customer_hours", "clock", tr("Change the opening hours of {name}", name=row.name), (("customer", row.id),)),
            ("customer_tier", "layers", tr("Hold {name} at a tier", name=row.name), (("customers", (row.id,)),)),
        ]
    return tuple(Hit(DO, title, "", Go(context.navigate, to, where), sign=icon) for to, icon, title, where in offers)
