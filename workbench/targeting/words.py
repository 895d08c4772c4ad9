"""A filter as a sentence: "industry is Medical devices and revenue is above ¥ 5 million"."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench import formatting
from workbench.strings import ntr, tr
from workbench.targeting.fields import FIELDS, SIZES
from workbench.targeting.filters import Condition, Group, Node, pruned


@dataclass(frozen=True, slots=True)
class Names:
    """What the values of a filter are called: the currency of amounts and the reps by id."""

    currency: str = "JPY"
    reps: Mapping[int, str] = field(default_factory=dict)


def sentence(tree: Group | None, names: Names) -> str:
    """The whole filter in words; empty when nothing is asked."""
    kept = pruned(tree)
    return "" if kept is None else _words(kept, names, outermost=True)


def _words(node: Node, names: Names, outermost: bool = False) -> str:
    if isinstance(node, Condition):
        return condition_words(node, names)
    inside = (tr(" and ") if node.how == "and" else tr(" or ")).join(_words(part, names) for part in node.parts)
    if node.how == "not":
        return tr("not ({conditions})", conditions=inside)
    return inside if outermost or len(node.parts) == 1 else tr("({conditions})", conditions=inside)


def condition_words(node: Condition, names: Names) -> str:
    """One condition in words."""
    name, value = tr(FIELDS[node.field].name), value_words(node, names)
    if node.field == "last_order" and node.comparison == "never":
        return tr("there has never been an order")
    if node.field in ("won", "lost"):
        return _deals(node, int(node.value))
    return {
        "is": lambda: tr("{field} is {value}", field=name, value=value),
        "is_not": lambda: tr("{field} is not {value}", field=name, value=value),
        "contains": lambda: tr("{field} contains “{value}”", field=name, value=value),
        "has": lambda: tr("the tag “{value}” is on it", value=value),
        "has_not": lambda: tr("the tag “{value}” is not on it", value=value),
        "above": lambda: tr("{field} is above {value}", field=name, value=value),
        "below": lambda: tr("{field} is below {value}", field=name, value=value),
        "within": lambda: tr("the last order is within {value}", value=value),
        "before": lambda: tr("the last order is more than {value} ago", value=value),
    }[node.comparison]()


def value_words(node: Condition, names: Names) -> str:
    """The value of a condition as people read it."""
    kind, value = FIELDS[node.field].kind, node.value
    if kind == "size":
        return tr(SIZES[str(value)])
    if kind == "tier":
        return tr("N (prospect)") if value == "N" else str(value)
    if kind == "rep":
        return names.reps.get(int(value), tr("a rep who is gone")) if value else tr("nobody")
    if kind == "money":
        return formatting.money_short(int(value), names.currency)
    return formatting.days(int(value)) if kind == "days" else str(value)


def _deals(node: Condition, count: int) -> str:
    if node.field == "won":
        if node.comparison == "at_least":
            return ntr("at least {n} deal was won", "at least {n} deals were won", count)
        return ntr("fewer than {n} deal was won", "fewer than {n} deals were won", count)
    if node.comparison == "at_least":
        return ntr("at least {n} deal was lost", "at least {n} deals were lost", count)
    return ntr("fewer than {n} deal was lost", "fewer than {n} deals were lost", count)
