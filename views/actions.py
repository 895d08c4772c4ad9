"""Everything the window can do, declared once: menu, buttons, palette, shortcuts and the list of shortcuts share these actions."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from workbench.strings import marked, tr


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing that can be done. `label` and `hint` are marked strings; the first of `keys` is the one shown.

    `menu` names the menu it stands in ("" = none), `writes` switches it off in a file opened to look at, `needs_file` on the welcome
    page, `palette` offers it under Do. `primary` draws its button filled (at most one a screen).
    """

    name: str
    label: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    menu: str = ""
    hint: str = ""
    writes: bool = False
    needs_file: bool = True
    palette: bool = True
    primary: bool = False


MENUS = (("file", marked("File")), ("edit", marked("Edit")), ("view", marked("View")), ("help", marked("Help")))

FRAME_ACTIONS = (
    ActionSpec("new_company", marked("New company"), ("Ctrl+N",), "building-2", "file", needs_file=False),
    ActionSpec("open", marked("Open a file …"), ("Ctrl+O",), "folder-open", "file", needs_file=False),
    ActionSpec(
        "import", marked("Import a list"), ("Ctrl+Shift+I",), "download", "file", marked("customers or orders from CSV or Excel"), True
    ),
    ActionSpec("company", marked("Company and team"), ("Ctrl+Shift+T",), "users", "file", marked("reps, working days, closed days, hours")),
    ActionSpec("save_copy", marked("Save a copy …"), ("Ctrl+Shift+S",), "copy", "file"),
    ActionSpec("backups", marked("Show my backups"), (), "history", "file"),
    ActionSpec("check", marked("Check the file"), (), "shield", "file"),
    ActionSpec("close_file", marked("Close the file"), ("Ctrl+W",), "x", "file"),
    ActionSpec("quit", marked("Quit"), ("Ctrl+Q",), "log-out", "file", needs_file=False, palette=False),
    ActionSpec("undo", marked("Undo"), ("Ctrl+Z",), "undo-2", "edit", writes=True),
    ActionSpec("redo", marked("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", "edit", writes=True),
    ActionSpec("new_visit", marked("Add a visit"), (), "calendar-plus", "edit", marked("to a customer, on a day, at a time"), True),
    ActionSpec(
        "preferences", marked("Preferences"), ("Ctrl+,",), "settings", "edit", marked("language, theme, paper, text size"), needs_file=False
    ),
    ActionSpec("palette", marked("Find or do anything"), ("Ctrl+K",), "search", "view", palette=False),
    ActionSpec("inspector", marked("Show or hide the inspector"), ("Ctrl+I",), "panel-right", "view"),
    ActionSpec("theme", marked("Switch between light and dark"), (), "moon", "view", needs_file=False),
    ActionSpec("next_region", marked("Next part of the window"), ("F6",), "", "view", palette=False),
    ActionSpec("guide", marked("Which framework?"), (), "compass", "help", marked("one or two boards for where you stand")),
    ActionSpec("shortcuts", marked("Shortcuts"), ("F1",), "keyboard", "help", needs_file=False),
    ActionSpec("about", marked("About Asaichi"), (), "info", "help", needs_file=False),
)

_SPEC = "spec"


def build(spec: ActionSpec, parent: QObject, slot: Callable[[], object]) -> QAction:
    """Make the QAction of a spec. `slot` is a bound method; the label is set by `retranslate`."""
    action = QAction(parent)
    action.setObjectName(spec.name)
    action.setProperty(_SPEC, spec)
    action.setShortcuts([QKeySequence(key) for key in spec.keys])
    action.triggered.connect(slot)
    retranslate(action)
    return action


def spec_of(action: QAction) -> ActionSpec:
    """The declaration an action was built from."""
    return action.property(_SPEC)


def retranslate(action: QAction, label: str = "") -> None:
    """Set text and tooltip in the present language; `label` replaces the declared one (Undo names its step)."""
    text = label or tr(spec_of(action).label)
    action.setText(text.replace("&", "&&"))
    keys = keys_text(action)
    action.setToolTip(f"{text} ({keys})" if keys else text)


def plain_text(action: QAction) -> str:
    """The label as people read it, without the mnemonic escape."""
    return action.text().replace("&&", "&")


def keys_text(action: QAction) -> str:
    """The first shortcut as shown in a key box: "Ctrl K"."""
    shortcuts = action.shortcuts()
    return shown_keys(shortcuts[0].toString(QKeySequence.SequenceFormat.PortableText)) if shortcuts else ""


def shown_keys(keys: str) -> str:
    """ "Ctrl+Shift+H" as "Ctrl Shift H", "Ctrl+Return" as "Ctrl ↵"."""
    return keys.replace("Return", "↵").replace("++", "+Plus").replace("+", " ").replace("Plus", "+")
