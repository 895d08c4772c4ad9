"""What can be done on the cross-SWOT pane, for palette and shortcuts."""

from views.actions import ActionSpec
from workbench.strings import marked

NEW = ActionSpec("new_strategy", marked("Make a strategy"), ("N",), "plus", hint=marked("of two SWOT cards"), writes=True)
SUGGESTED = ActionSpec("use_suggestion", marked("Use the suggested pair"), ("U",), "lightbulb", writes=True)
UP = ActionSpec("strategy_up", marked("Move the strategy up"), ("Alt+Up",), "arrow-up", writes=True)
DOWN = ActionSpec("strategy_down", marked("Move the strategy down"), ("Alt+Down",), "arrow-down", writes=True)
REMOVE = ActionSpec("remove_strategy", marked("Remove the strategy"), ("Alt+Del",), "trash-2", writes=True)
