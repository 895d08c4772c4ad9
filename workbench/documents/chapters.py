"""The chapters of the strategy document."""

from workbench.strings import marked

CHAPTERS = {
    "goal": marked("Goal and months"),
    "three_c": marked("3C"),
    "swot": marked("SWOT"),
    "strategies": marked("Strategies"),
    "segments": marked("Segments"),
    "positioning": marked("Positioning"),
    "personas": marked("Personas"),
    "value": marked("What they gain"),
    "four_p": marked("4P"),
    "rules": marked("Tiers and rules"),
    "actions": marked("Actions"),
    "assumptions": marked("Assumptions"),
}
"""Their keys and names, in their order."""
