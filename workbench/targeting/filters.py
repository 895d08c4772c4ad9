"""The filter of a segment: a small tree of conditions, kept as JSON in `Segment.filter`, asked as SQL with bound values."""

import json
from dataclasses import dataclass
from typing import Any, Union

from workbench.errors import BadInput
from workbench.strings import tr
from workbench.targeting.fields import FIELDS, Value, is_value

HOWS = ("and", "or", "not")
DEEPEST, MOST_NODES = 8, 200


class FilterError(BadInput):
    """A filter that cannot be read or kept."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One question to a customer; `value` is of the field's kind: text, tier, size, id of a rep (0: none), ten-thousandths, days or count."""

    field: str
    comparison: str
    value: Value


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions and groups: `how` is "and" (all hold), "or" (any holds) or "not" (none holds). Empty groups inside a filter say nothing."""

    how: str = "and"
    parts: tuple[Union["Condition", "Group"], ...] = ()


Node = Condition | Group


@dataclass(frozen=True, slots=True)
class Read:
    """A filter as found in a file: its tree, or why it cannot be read. Neither: there is none yet."""

    tree: Group | None = None
    problem: str = ""


def read(text: str) -> Read:
    """The filter kept in `text`, whatever stands there."""
    try:
        return Read(loaded(text) if text.strip() else None)
    except FilterError as error:
        return Read(None, str(error))


def loaded(text: str) -> Group:
    """The tree of a JSON text. Raises FilterError for anything but a sound filter."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise _unreadable() from None
    tree = _node(found, 0, [MOST_NODES])
    return tree if isinstance(tree, Group) else Group("and", (tree,))


def dumped(tree: Group | None) -> str:
    """The JSON text of a tree, empty for none. Raises FilterError for a tree that could not be read again."""
    if tree is None or (not tree.parts and tree.how == "and"):
        return ""
    text = json.dumps(_plain(tree), ensure_ascii=False, separators=(",", ":"))
    loaded(text)
    return text


def pruned(node: Node | None) -> Node | None:
    """The tree without empty groups; None when nothing is asked."""
    if not isinstance(node, Group):
        return node
    parts = tuple(kept for part in node.parts if (kept := pruned(part)) is not None)
    return Group(node.how, parts) if parts else None


def _plain(node: Node) -> dict[str, Any]:
    if isinstance(node, Condition):
        return {"field": node.field, "is": node.comparison, "value": node.value}
    return {node.how: [_plain(part) for part in node.parts]}


def _node(found: object, depth: int, left: list[int]) -> Node:
    left[0] -= 1
    if not isinstance(found, dict) or depth > DEEPEST or left[0] < 0:
        raise _unreadable()
    if set(found) == {"field", "is", "value"}:
        field, comparison, value = found["field"], found["is"], found["value"]
        known = FIELDS.get(field) if isinstance(field, str) else None
        if known is None or comparison not in known.comparisons or not is_value(known.kind, value):
            raise _unreadable()
        return Condition(field, comparison, value)
    how = next(iter(found), None)
    parts = found.get(how)
    if len(found) != 1 or how not in HOWS or not isinstance(parts, list):
        raise _unreadable()
    return Group(how, tuple(_node(part, depth + 1, left) for part in parts))


def _unreadable() -> FilterError:
    return FilterError(tr("This filter cannot be read."), "", tr("Build it anew."))
