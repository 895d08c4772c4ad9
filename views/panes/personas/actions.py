"""What can be done with personas by keys, in the palette and in the list of shortcuts."""

from views.actions import ActionSpec
from workbench.strings import marked

NEW = ActionSpec("new_persona", marked("Add a persona"), ("N",), "user-plus", hint=marked("filled from our own data"), writes=True)
BRIEF = ActionSpec("copy_brief", marked("Copy a brief"), ("Ctrl+Shift+C",), "copy", hint=marked("figures for an AI assistant, no names"))
PASTE = ActionSpec("paste_answer", marked("Paste an answer"), ("Ctrl+Shift+V",), "clipboard", hint=marked("as AI draft"), writes=True)
KEYS_HERE = (
    ("Enter", marked("Write it, then the next attribute")),
    ("Shift Enter", marked("New line in an attribute")),
    ("Esc", marked("Take back what was typed")),
)
