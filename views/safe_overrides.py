"""Keeps a fault in one of our overrides of Qt's methods from ending the program.

On Python before 3.12 the binding of Qt crashes where an override (`paintEvent`, `data` ...) lets an exception pass that the interpreter
itself raised, such as a TypeError or a ZeroDivisionError: it takes the exception's bare text for an exception object. An exception that
passed a handler is whole. So every override in a class of ours is called through one; it then reaches the window's report as it should.
"""

import builtins
import functools
import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any

# fmt: off
OVERRIDES = frozenset((
    "event", "eventFilter", "paint", "sizeHint", "minimumSizeHint", "heightForWidth", "hasHeightForWidth", "data", "setData", "flags",
    "rowCount", "columnCount", "headerData", "index", "canFetchMore", "fetchMore", "focusNextPrevChild", "createEditor", "setEditorData",
    "setModelData", "helpEvent", "addItem", "count", "itemAt", "takeAt", "setGeometry", "minimumSize", "expandingDirections", "lessThan",
    "filterAcceptsRow", "mimeData", "sizeHintForColumn", "sizeHintForRow", "boundingRect", "initStyleOption",
))
# fmt: on


def install() -> None:
    """Watch the making of classes from now on; nothing is done on a Python that needs none of it."""
    if sys.version_info < (3, 12) and builtins.__build_class__ is _build:
        builtins.__build_class__ = _build_safely


def is_override(name: str) -> bool:
    """Whether Qt calls a method of this name."""
    return name in OVERRIDES or name.endswith("Event")


def whole(override: Callable[..., Any]) -> Callable[..., Any]:
    """`override`, called through a handler that makes a passing exception whole."""

    @functools.wraps(override)
    def through(*args: Any, **named: Any) -> Any:
        try:
            return override(*args, **named)
        except Exception:
            raise

    return through


_build = builtins.__build_class__


def _build_safely(*args: Any, **named: Any) -> Any:
    made = _build(*args, **named)
    shiboken = getattr(sys.modules.get("shiboken6"), "Shiboken", None)
    if shiboken is not None and isinstance(made, type) and issubclass(made, shiboken.Object):
        for name, value in list(vars(made).items()):
            if isinstance(value, FunctionType) and is_override(name):
                setattr(made, name, whole(value))
    return made
