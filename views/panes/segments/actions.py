"""What can be done in the pane of segments."""

from views.actions import ActionSpec
from workbench.strings import marked

NEW = ActionSpec("new_segment", marked("New segment"), ("N",), "plus", hint=marked("a filter over your customers"), writes=True)
UP = ActionSpec("segment_up", marked("Count the segment earlier"), ("Alt+Up",), "arrow-up", writes=True)
DOWN = ActionSpec("segment_down", marked("Count the segment later"), ("Alt+Down",), "arrow-down", writes=True)
REMOVE = ActionSpec("remove_segment", marked("Remove the segment"), ("Del",), "trash-2", writes=True)
CUSTOMERS = ActionSpec("segment_customers", marked("Show the segment’s customers"), ("C",), "users")
CRITERION = ActionSpec(
    "new_criterion",
    marked("Add a criterion of your own"),
    ("Shift+N",),
    "plus",
    hint=marked("what else segments are scored on"),
    writes=True,
)
