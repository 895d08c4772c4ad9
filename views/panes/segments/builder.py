"""A filter built by clicking: rows of field, comparison and value, in groups of which all, any or none hold."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from views.panes.segments.values import ValueField
from views.theme import current_theme
from views.theme.paint import rounded
from views.widgets import Combo, IconButton, Link, PaintedWidget, row
from views.widgets.base import bounds
from workbench.strings import marked, tr
from workbench.targeting.choices import Choices
from workbench.targeting.fields import COMPARISONS, FIELDS
from workbench.targeting.filters import DEEPEST, Condition, Group, Node

HOWS = {"and": marked("all of these hold"), "or": marked("any of these holds"), "not": marked("none of these holds")}
SPOT = "spot"
Path = tuple[int, ...]


def at(tree: Group, path: Path) -> Node:
    """The node at a path of places."""
    node: Node = tree
    for place in path:
        assert isinstance(node, Group)
        node = node.parts[place]
    return node


def changed(tree: Group, path: Path, change: Callable[[Node], Node | None]) -> Group:
    """The tree with the node at `path` changed, or taken away where the change gives None."""
    if not path:
        made = change(tree)
        return made if isinstance(made, Group) else Group()
    place, *rest = path
    below = tree.parts[place]
    if rest:
        assert isinstance(below, Group)
        new: Node | None = changed(below, tuple(rest), change)
    else:
        new = change(below)
    parts = (*tree.parts[:place], *(() if new is None else (new,)), *tree.parts[place + 1 :])
    return Group(tree.how, parts)


class GroupBox(PaintedWidget):
    """The ground of a group; one inside another stands on sunken ground."""

    def __init__(self, inner: bool) -> None:
        super().__init__()
        self._inner = inner
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*((12, 8, 8, 8) if inner else (0, 0, 0, 0)))
        self.column.setSpacing(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._inner:
            theme = current_theme()
            rounded(QPainter(self), bounds(self), theme.colour("app"), theme.colour("line"), theme.size("control"))


class FilterBuilder(QWidget):
    """`changed(tree)` when the user built another filter. `show_filter(tree, choices, writes)` keeps the keyboard where it was."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree, self._choices = Group(), Choices("JPY", (), (), (), ())
        self._shape: object = None
        self._writes = False
        self._values: dict[Path, ValueField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def retranslate(self) -> None:
        """Everything is made anew in the present language."""
        self._shape = None

    def show_filter(self, tree: Group | None, choices: Choices, writes: bool) -> None:
        """Show another filter; the same shape keeps its fields."""
        shown = tree or Group()
        shape = (_shape(shown), choices, writes)
        self._tree, self._choices, self._writes = shown, choices, writes
        if shape != self._shape:
            self._shape = shape
            self._build(writes)
        for path, field in self._values.items():
            node = at(shown, path)
            assert isinstance(node, Condition)
            field.show_value(node)

    def _build(self, writes: bool) -> None:
        focused = QApplication.focusWidget()
        spot = focused.property(SPOT) if focused is not None and self.isAncestorOf(focused) else None
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._values = {}
        made = self._group(self._tree, ())
        made.setEnabled(writes)
        self._column.addWidget(made)
        if spot is not None:
            self._focus(made, spot)

    def _focus(self, made: QWidget, spot: str) -> None:
        parts = {widget.property(SPOT): widget for widget in made.findChildren(QWidget) if widget.property(SPOT)}
        place, _, _part = spot.partition(":")
        for wanted in (spot, f"{place.rpartition('.')[0]}:add", ":add"):
            if wanted in parts:
                parts[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _group(self, group: Group, path: Path) -> QWidget:
        box = GroupBox(bool(path))
        how = self._combo([(key, tr(name)) for key, name in HOWS.items()], group.how, path, "how", tr("How the conditions go together"))
        how.chosen.connect(self._how_chosen)
        box.column.addLayout(row(how, None, *([self._remover(path, tr("Remove the group"))] if path else [])))
        for place, part in enumerate(group.parts):
            below = (*path, place)
            box.column.addWidget(self._group(part, below) if isinstance(part, Group) else self._condition(part, below))
        add, more = self._link(tr("+ Condition"), path, "add"), self._link(tr("+ Group"), path, "group")
        add.clicked.connect(self._add)
        more.clicked.connect(self._add_group)
        more.setVisible(len(path) < DEEPEST - 3)
        box.column.addLayout(row(add, more, None, spacing=16))
        return box

    def _condition(self, node: Condition, path: Path) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        names = [name for name in FIELDS if name in self._choices.fields() or name == node.field]
        field = self._combo([(name, _capital(tr(FIELDS[name].name))) for name in names], node.field, path, "field", tr("Field"))
        field.chosen.connect(self._field_chosen)
        comparisons = [(name, tr(COMPARISONS[name])) for name in FIELDS[node.field].comparisons]
        comparison = self._combo(comparisons, node.comparison, path, "is", tr("Comparison"))
        comparison.chosen.connect(self._comparison_chosen)
        value = self._values[path] = ValueField(node, self._choices)
        value.edited.connect(self._value_typed)
        value.setProperty("path", list(path))
        if value.focus_part is not None:
            self._mark(value.focus_part, path, "value")
        across.addWidget(field, 3)
        across.addWidget(comparison, 3)
        across.addWidget(value, 4)
        across.addWidget(self._remover(path, tr("Remove the condition")))
        return line

    def _combo(self, options: list[tuple[str, str]], value: str, path: Path, what: str, name: str) -> Combo:
        made = Combo(options, value, name=name)
        if what != "how":
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._mark(made, path, what)
        return made

    def _link(self, text: str, path: Path, what: str) -> Link:
        made = Link(text, role="caption_strong")
        self._mark(made, path, what)
        return made

    def _remover(self, path: Path, name: str) -> IconButton:
        made = IconButton("x", name)
        self._mark(made, path, "remove")
        made.clicked.connect(self._remove)
        return made

    @staticmethod
    def _mark(widget: QWidget, path: Path, what: str) -> None:
        widget.setProperty(SPOT, f"{'.'.join(map(str, path))}:{what}")
        widget.setProperty("path", list(path))

    # ---- what the user does

    def _change(self, change: Callable[[Node], Node | None]) -> None:
        """Show the new filter at once, so that a second click does not build on the one before."""
        sender = self.sender()
        assert isinstance(sender, QWidget)
        new = changed(self._tree, tuple(sender.property("path")), change)
        self.show_filter(new, self._choices, self._writes)
        self.changed.emit(new)

    @Slot(object)
    def _how_chosen(self, how: str) -> None:
        self._change(lambda node: Group(how, node.parts) if isinstance(node, Group) else node)

    @Slot(object)
    def _field_chosen(self, field: str) -> None:
        self._change(lambda node: self._choices.begin(field))

    @Slot(object)
    def _comparison_chosen(self, comparison: str) -> None:
        self._change(lambda node: Condition(node.field, comparison, node.value) if isinstance(node, Condition) else node)

    @Slot(object)
    def _value_typed(self, value: Any) -> None:
        self._change(lambda node: Condition(node.field, node.comparison, value) if isinstance(node, Condition) else node)

    @Slot()
    def _remove(self) -> None:
        self._change(lambda node: None)

    @Slot()
    def _add(self) -> None:
        new = self._choices.begin(self._fresh_field())
        self._change(lambda node: Group(node.how, (*node.parts, new)) if isinstance(node, Group) else node)

    @Slot()
    def _add_group(self) -> None:
        new = Group("or", (self._choices.begin(self._fresh_field()),))
        self._change(lambda node: Group(node.how, (*node.parts, new)) if isinstance(node, Group) else node)

    def _fresh_field(self) -> str:
        """The first field that is not asked yet."""
        asked, names = set(_fields(self._tree)), self._choices.fields()
        return next((name for name in names if name not in asked), names[0])


def _shape(node: Node) -> object:
    """What decides which fields are shown: everything but the values."""
    if isinstance(node, Condition):
        return (node.field, node.comparison)
    return (node.how, tuple(_shape(part) for part in node.parts))


def _fields(node: Node) -> list[str]:
    return [node.field] if isinstance(node, Condition) else [name for part in node.parts for name in _fields(part)]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
