"""The base of every pane.

How to write a pane
-------------------
::

    class TiersPane(Pane):
        name = "tiers"                       # the line in views/panes/__init__.py holds title, icon, step and hint

        def __init__(self, context):
            super().__init__(context)        # then build widgets once, without data; no margins, the frame gives 20/18 px

        def refresh(self, changed):          # only called when shown; signals of fields and buttons are blocked meanwhile
            with self.context.workspace.read() as session:
                facts = tiering.overview(session)
            self.table.show(facts)

- `changed` holds the names of the changed tables since the last refresh, or `EVERYTHING` (contains any name) on the first one and after a
  change of language, text size or theme.
- `subtitle()` is the muted text beside the title, asked after each refresh. `title_text()` may replace the title.
- `top_buttons()` returns at most two QActions, made by `self.action(ActionSpec(...), self.slot)`; all actions made so are in the palette and
  the list of shortcuts. Their keys work while the pane is shown and no text field takes them.
- `inspector` is a widget or None; the frame shows it at the right (300 to 372 px, Ctrl+I). Set it in `__init__`.
- `take_first_focus()` gives the keyboard, after the first refresh, to what is worked on first.
- `arrive(**where)` is called after the pane is shown by `navigate(name, **where)`.
- `self.change(tr("Change tier"), tiering.override, customer_id, "B")` runs one command as one undo step and shows a WorkbenchError above the
  pane; for several commands: `with self.banner.shows_errors(), self.context.workspace.edit(tr("..."), origin=self.name) as session: ...`.
- `run(kind, function, *args, on_done=...)` starts a job that is cancelled with the pane.
- `set_text(field, text)` keeps a field that is being typed in. Call `retranslate` work in `retranslate()`: set all fixed texts there
  (the base calls it once before the first refresh and again when the language changes).
- `self.banner` (views.widgets.Banner) stands above the pane: `show_message(text, kind)`, `show_error(error)`, `clear()`.
- `chrome_changed.emit()` when subtitle, title or top buttons changed without a refresh (a selection, a period).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from views import actions
from views.actions import ActionSpec
from views.panes import Place, place_of
from views.typed import is_typed_in
from views.widgets import Banner
from workbench.strings import tr

if TYPE_CHECKING:
    from views.context import Context
    from views.jobs import Job
    from workbench.workspace import Workspace

FIELDS = (QLineEdit, QAbstractButton, QAbstractSpinBox, QAbstractSlider, QComboBox, QPlainTextEdit, QTextEdit)


class Everything(set[str]):
    """The set of all table names: contains and meets anything."""

    def __contains__(self, name: object) -> bool:
        return True

    def __bool__(self) -> bool:
        return True

    def __and__(self, other: Any) -> set[str]:
        return set(other)

    def isdisjoint(self, other: Any) -> bool:
        """Never disjoint from a set that holds anything."""
        return not other


EVERYTHING = Everything()


class Pane(QWidget):
    """One pane of the window. See the module's text for how to write one."""

    name: ClassVar[str] = ""
    more_keys: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Keys beyond the actions' own, for the list of shortcuts: key and marked words."""

    chrome_changed = Signal()

    def __init__(self, context: "Context") -> None:
        super().__init__()
        self.context = context
        self.banner = Banner(parent=self)
        self.inspector: QWidget | None = None
        self._actions: list[QAction] = []
        self.setObjectName(self.name)

    # ---- for the pane's author to override

    def refresh(self, changed: set[str]) -> None:
        """Read one dataclass and draw it. Keep selection, scroll position and the field being typed in."""

    def subtitle(self) -> str:
        """Muted text beside the title: period or count."""
        return ""

    def top_buttons(self) -> list[QAction]:
        """At most two actions shown as buttons in the top bar."""
        return []

    def arrive(self, **where: Any) -> None:
        """Go to a place inside the pane, such as `customer=7`."""

    def retranslate(self) -> None:
        """Set every fixed text in the present language."""

    # ---- for the pane's author to use

    @property
    def place(self) -> Place:
        """The pane's line in views/panes/__init__.py: title, icon, step."""
        place = place_of(self.name)
        assert place is not None
        return place

    def title_text(self) -> str:
        """The title in the present language."""
        return tr(self.place.title)

    def action(self, spec: ActionSpec, slot: Callable[[], object]) -> QAction:
        """Declare something this pane can do. `slot` is a bound method of the pane."""
        made = actions.build(spec, self, slot)
        made.setEnabled(not (spec.writes and self.context.workspace.read_only))
        self.addAction(made)
        self._actions.append(made)
        return made

    def actions_here(self) -> tuple[QAction, ...]:
        """All actions declared by `action`, for the palette and the list of shortcuts."""
        return tuple(self._actions)

    def take_first_focus(self) -> None:
        """Give the keyboard to what is worked on first, after the first refresh; a pane that says nothing leaves it to the order of the tabs."""

    def change(self, label: str, command: Callable[..., Any], *args: Any, merge: str | None = None, **named: Any) -> Any:
        """Call `command(session, *args, **named)` as one undo step. Returns its result, or None after an error, which is shown."""
        result = None
        with self.banner.shows_errors(), self.context.workspace.edit(label, merge=merge, origin=self.name) as session:
            result = command(session, *args, **named)
        return result

    def change_in_job(self, label: str, command: Callable[..., Any], *args: Any, on_done: Callable[[Any], None], **named: Any) -> None:
        """`change` for what takes long: in a job under its label in the status bar; `on_done` receives the result on the UI thread."""
        self.run("change", _edit, self.context.workspace, label, self.name, command, args, named, on_done=on_done, label=label)

    def run(self, kind: str, function: Callable[..., Any], *args: Any, on_done: Callable[[Any], None] | None = None, **more: Any) -> "Job":
        """Start slow work that ends with the pane; see `Jobs.run`. A mendable error goes to the banner unless `on_error` takes it."""
        more.setdefault("on_error", self.show_error)
        return self.context.jobs.run(f"{self.name}.{kind}", function, *args, on_done=on_done, owner=self, **more)

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Show an error that the user can mend above the pane."""
        self.banner.show_error(error)

    def set_text(self, field: QLineEdit | QPlainTextEdit, text: str) -> None:
        """Set a field's text unless the user is typing in it or it stands there already."""
        if is_typed_in(field):
            return
        if isinstance(field, QLineEdit):
            if field.text() != text:
                field.setText(text)
            field.setModified(False)
        else:
            if field.toPlainText() != text:
                field.setPlainText(text)
            field.document().setModified(False)

    # ---- for the frame

    def draw(self, changed: set[str]) -> None:
        """Refresh with the signals of fields and buttons blocked."""
        with quiet(self, *([self.inspector] if self.inspector is not None else [])):
            self.refresh(changed)

    def translate(self) -> None:
        """Set labels of actions and fixed texts in the present language."""
        for action in self._actions:
            actions.retranslate(action)
        self.retranslate()


@contextmanager
def quiet(*roots: QWidget) -> Iterator[None]:
    """Block the signals of all fields and buttons under `roots`, so that drawing looks like no user."""
    blockers: list[QSignalBlocker] = [QSignalBlocker(field) for root in roots for field in _fields(root)]
    try:
        yield
    finally:
        for blocker in blockers:
            blocker.unblock()


def _fields(root: QObject) -> list[QObject]:
    return [field for kind in FIELDS for field in root.findChildren(kind)]


def _edit(
    report: Callable[..., None],
    workspace: "Workspace",
    label: str,
    origin: str,
    command: Callable[..., Any],
    args: tuple[Any, ...],
    named: dict[str, Any],
) -> Any:
    with workspace.edit(label, origin=origin) as session:
        result = command(session, *args, **named)
        report(1.0)
        return result
