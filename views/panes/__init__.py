"""The panes in rail order. Each has a folder; adding one is a folder and one line here; modules are imported when a pane is first shown."""

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.strings import marked

if TYPE_CHECKING:
    from views.panes.pane import Pane

TODAY, GOALS, SITUATION, TARGET, VALUE, ACTION, REVIEW, DOCUMENTS = range(8)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the rail: its number in the product and its name."""

    number: int
    title: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A pane's place in the rail and where its class is found ("module:Class"). `hint` is the muted text in the palette."""

    name: str
    title: str
    icon: str
    step: int
    source: str
    hint: str = ""


STEPS = (
    Step(TODAY, marked("Today"), "sun"),
    Step(GOALS, marked("Goals")),
    Step(SITUATION, marked("Situation")),
    Step(TARGET, marked("Target")),
    Step(VALUE, marked("Value")),
    Step(ACTION, marked("Action")),
    Step(REVIEW, marked("Review")),
    Step(DOCUMENTS, marked("Documents"), "file-text"),
)

PANES: tuple[Place, ...] = (
    Place("today", marked("Today"), "sun", TODAY, "views.panes.today.pane:TodayPane", marked("what to do now")),
    Place("goals", marked("Goals"), "target", GOALS, "views.panes.goals.pane:GoalsPane", marked("what by when, and where we stand")),
    Place("three_c", marked("3C"), "users", SITUATION, "views.panes.three_c.pane:ThreeCPane", marked("customers, rivals and ourselves")),
    Place("swot", marked("SWOT"), "grid-2x2", SITUATION, "views.panes.swot.pane:SwotPane", marked("what helps and what hurts")),
    Place(
        "cross_swot",
        marked("Cross-SWOT"),
        "grid-2x2",
        SITUATION,
        "views.panes.cross_swot.pane:CrossSwotPane",
        marked("so what do we do?"),
    ),
    Place(
        "segments", marked("Segments"), "users", TARGET, "views.panes.segments.pane:SegmentsPane", marked("whom we serve, and whom not now")
    ),
    Place(
        "positioning",
        marked("Positioning"),
        "move",
        TARGET,
        "views.panes.positioning.pane:PositioningPane",
        marked("how we are different"),
    ),
    Place(
        "personas",
        marked("Personas"),
        "contact",
        TARGET,
        "views.panes.personas.pane:PersonasPane",
        marked("who buys, and what worries them"),
    ),
    Place(
        "value", marked("Value statements"), "gift", VALUE, "views.panes.value.pane:ValuePane", marked("what customers gain, with a number")
    ),
    Place("four_p", marked("4P"), "grid-2x2", VALUE, "views.panes.four_p.pane:FourPPane", marked("product, price, place, promotion")),
    Place(
        "customers",
        marked("Customers"),
        "users",
        ACTION,
        "views.panes.customers.pane:CustomersPane",
        marked("who they are, with orders and visits"),
    ),
    Place("tiers", marked("Tiers & rules"), "layers", ACTION, "views.panes.tiers.pane:TiersPane", marked("whom we see how often")),
    Place("plan", marked("Visit plan"), "calendar-days", ACTION, "views.panes.plan.pane:VisitPlanPane", marked("when, in which order")),
    Place("actions", marked("Actions"), "list-todo", ACTION, "views.panes.actions.pane:ActionsPane", marked("who does what by when")),
    Place(
        "documents",
        marked("Documents"),
        "file-text",
        DOCUMENTS,
        "views.panes.documents.pane:DocumentsPane",
        marked("morning sheet, strategy on a page"),
    ),
)


def place_of(name: str) -> Place | None:
    """The place of the pane called `name`, or None."""
    return next((place for place in PANES if place.name == name), None)


def load(place: Place) -> type["Pane"]:
    """Import the pane's class."""
    module, _, name = place.source.partition(":")
    return getattr(importlib.import_module(module), name)
