"""The strip shows the goal, the neighbours of the pane's own knot, and how many ends are loose beyond."""

from views.panes.thread_knots import knots
from workbench.thread.links import Link

PANES = {"goal": "goals", "strategies": "cross_swot", "rules": "tiers", "visits": "plan", "logs": "plan"}
KEYS = ("goal", "three_c", "swot", "strategies", "segments", "actions", "customers", "tiers", "rules", "visits", "logs")


def thread(*loose: str, keys: tuple[str, ...] = KEYS) -> list[Link]:
    return [Link(key, key.title(), f"{key} note", 2, key in loose, PANES.get(key, key)) for key in keys]


def test_a_short_thread_is_shown_whole_as_before() -> None:
    made = knots(thread(keys=("goal", "customers", "tiers", "rules", "visits", "logs")), "tiers")
    assert [knot.text for knot in made] == [
        "Goal: goal note",
        "2 customers",
        "2 tiers, 2 rules",
        "2 visits planned",
        "2 visits logged",
    ]
    assert [knot.current for knot in made] == [False, False, True, False, False]


def test_a_long_thread_keeps_the_goal_and_the_neighbours() -> None:
    made = knots(thread(), "strategies")
    assert [knot.target for knot in made] == ["goals", "three_c", "swot", "cross_swot", "segments", "actions"]
    assert [knot.target for knot in knots(thread(), "three_c")] == ["goals", "three_c", "swot", "cross_swot", "segments"]
    assert [knot.target for knot in knots(thread(), "logs")] == ["goals", "customers", "tiers", "plan", "plan"]


def test_what_is_loose_beyond_is_one_knot_that_leads_there() -> None:
    made = knots(thread("logs", "rules", "swot"), "strategies")
    assert [(knot.text, knot.target) for knot in made if knot.loose] == [("Swot", "swot"), ("2 loose ends", "tiers")]


def test_its_own_knot_is_never_dashed() -> None:
    [own] = [knot for knot in knots(thread("strategies"), "strategies") if knot.current]
    assert not own.loose


def test_a_link_that_holds_nothing_yet_is_hollow() -> None:
    links = [Link(link.key, link.name, link.note, int(link.key == "customers"), False, link.pane) for link in thread()]
    assert [knot.target for knot in knots(links, "logs") if not knot.empty] == ["customers"]
