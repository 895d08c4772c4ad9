"""The kinds of lists that can come in. A new kind is one file here, one line below, and its planner in `planning/`."""

from workbench.errors import BadInput
from workbench.importing.fields import Kind, known_headings
from workbench.importing.kinds.customers import CUSTOMERS
from workbench.importing.kinds.orders import ORDERS
from workbench.strings import tr

KINDS: dict[str, Kind] = {kind.name: kind for kind in (CUSTOMERS, ORDERS)}
KNOWN = known_headings(tuple(KINDS.values()))

__all__ = ["CUSTOMERS", "KINDS", "KNOWN", "ORDERS", "kind_named"]


def kind_named(name: str) -> Kind:
    """The kind of this name. Raises BadInput when there is none."""
    if name not in KINDS:
        raise BadInput(tr("The kind {name} is unknown.", name=name), "", tr("Known kinds: {names}.", names=", ".join(KINDS)))
    return KINDS[name]
