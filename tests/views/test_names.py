"""Attributes of widgets must not take the names of Qt's own methods: Qt calls some of them from C++ (`metric`, `size`) and would crash."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QWidget

VIEWS = Path(__file__).parents[2] / "views"
QT_NAMES = {name for kind in (QWidget, QObject) for name in dir(kind) if not name.startswith("__")}
HARMLESS = {"title", "text"}


def widget_classes(tree: ast.Module) -> list[ast.ClassDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.bases]


def shadowed(path: Path) -> list[str]:
    """Attributes set on self that hide a method of QWidget, in classes that are widgets."""
    found = []
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for kind in widget_classes(tree):
        bases = {base.id if isinstance(base, ast.Name) else getattr(base, "attr", "") for base in kind.bases}
        if bases <= {"QObject", "NamedTuple", "Exception", "Protocol", "Enum", "Handler"} or kind.decorator_list:
            continue
        for node in ast.walk(kind):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
            for target in (part for one in targets for part in (one.elts if isinstance(one, ast.Tuple) else [one])):
                own = isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id == "self"
                if own and target.attr in QT_NAMES - HARMLESS:
                    found.append(f"{path.name}:{node.lineno} {kind.name}.{target.attr}")
    return found


@pytest.mark.parametrize("path", sorted(VIEWS.rglob("*.py")), ids=lambda path: path.relative_to(VIEWS).as_posix())
def test_no_attribute_hides_a_method_of_qt(path: Path) -> None:
    assert not shadowed(path)


def test_the_check_knows_the_names_that_crash() -> None:
    assert {"metric", "size", "event"} <= QT_NAMES
    assert hasattr(QMainWindow, "menuBar") and hasattr(QAbstractButton, "text")


@pytest.mark.parametrize("path", sorted(VIEWS.rglob("*.py")), ids=lambda path: str(path.relative_to(VIEWS)))
def test_nobody_walks_the_focus_chain_of_qt(path: Path) -> None:
    """The binding takes the widget it returns for a child of the one asked; live widgets are then collected as garbage."""
    calls = [node.attr for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)]
    assert not {"nextInFocusChain", "previousInFocusChain"} & set(calls)
