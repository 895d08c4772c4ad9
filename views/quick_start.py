"""Imported before anything of Qt, so that the window opens sooner.

The binding of Qt looks through the source of every module imported after it, in search of its optional features. That takes a millisecond
a module, a third of the start. We use none of them, so what needs no Qt is imported first and the search is switched off for the rest.
"""

import sys

import workbench.workspace  # noqa: F401  (before Qt, see above)


def _search_no_sources() -> None:
    import PySide6.QtCore  # noqa: F401

    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _uses_no_feature


def _uses_no_feature(_module: object) -> bool:
    return False


_search_no_sources()
