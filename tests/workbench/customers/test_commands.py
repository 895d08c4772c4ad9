"""Customers and their orders by hand: what is kept, what is refused, and that undo brings everything back."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from models import Customer, CustomerHours, CustomerTag, CustomerTier, OrderLine, Rep, Visit
from tests.conftest import TODAY
from workbench.customers import commands, details, hours, orders, placing
from workbench.customers.listing import Filters, lines, shelf
from workbench.customers.orders import Line, Order
from workbench.errors import BadInput, CannotDo
from workbench.workspace import Workspace


def add(workspace: Workspace, *names: str) -> list[int]:
    with workspace.edit("add") as session:
        return [commands.add_customer(session, {"name": name}, 1) for name in names]


def shown(workspace: Workspace, text: str = "", filters: Filters = Filters()) -> list[int]:  # noqa: B008
    with workspace.read() as session:
        return [key for piece in shelf(session, filters, "name", False).pieces(text) for key in piece]


def customer(session: Session, customer_id: int) -> Customer:
    return session.get_one(Customer, customer_id)


def test_a_new_customer_is_found_and_placed_from_its_address(workspace: Workspace) -> None:
    with workspace.edit("add") as session:
        made = commands.add_customer(
            session, {"name": "  株式会社 北川精密 ", "city": "大阪市北区", "prefecture": "大阪府", "address": "梅田1丁目"}, 1
        )
    with workspace.read() as session:
        row = customer(session, made)
        assert (row.name, row.folded, row.place_precision, row.place_source) == ("株式会社 北川精密", "北川精密", "town", "gazetteer")
        assert row.first_seen == TODAY and row.lat is not None and abs(row.lat - 34.7) < 0.1
    assert shown(workspace, "梅田") == [made] and shown(workspace, "神戸") == []


def test_a_customer_needs_a_name_and_leaves_nothing_behind_without(workspace: Workspace) -> None:
    before = workspace.content_hash()
    with pytest.raises(BadInput, match="needs a name"), workspace.edit("add") as session:
        commands.add_customer(session, {"name": " \t ", "city": "Osaka"})
    assert workspace.content_hash() == before


def test_a_number_belongs_to_one_customer(workspace: Workspace) -> None:
    first, second = add(workspace, "Alder", "Birch")
    with workspace.edit("number") as session:
        details.set_field(session, first, "number", "C7")
    with pytest.raises(BadInput, match="Alder"), workspace.edit("number") as session:
        details.set_field(session, second, "number", "C7")


def test_an_edited_field_is_marked_and_searched_at_once(workspace: Workspace) -> None:
    (one,) = add(workspace, "Alder")
    with workspace.edit("edit") as session:
        details.set_field(session, one, "contact", "Ｈ. Ｎishio")
        details.set_field(session, one, "name", "Alder Ltd.")
    with workspace.read() as session:
        assert customer(session, one).hand_edited == "contact name" and customer(session, one).folded == "alder"
    assert shown(workspace, "nishio") == [one]


@pytest.mark.parametrize("field,text", [("email", "no at sign"), ("name", ""), ("phone", "0" * 201), ("note", "a\0b")])
def test_what_cannot_be_kept_is_refused(workspace: Workspace, field: str, text: str) -> None:
    (one,) = add(workspace, "Alder")
    with pytest.raises(BadInput), workspace.edit("edit") as session:
        details.set_field(session, one, field, text)


def test_typing_the_same_again_is_no_step(workspace: Workspace) -> None:
    (one,) = add(workspace, "Alder")
    with workspace.edit("edit") as session:
        details.set_field(session, one, "name", " Alder ")
    assert [step.label for step in workspace.history()] == ["add"]


def test_pasted_coordinates_hold_against_a_changed_address(workspace: Workspace) -> None:
    (one,) = add(workspace, "Alder")
    with workspace.edit("place") as session:
        placing.place_from_text(session, one, "34.70, 135.50")
        details.set_field(session, one, "city", "京都市下京区")
    with workspace.read() as session:
        row = customer(session, one)
        assert (row.lat, row.lng, row.place_precision, row.place_source, row.hand_edited) == (34.7, 135.5, "exact", "pasted", "place city")
    with workspace.edit("again") as session:
        placing.place_from_address(session, one)
    with workspace.read() as session:
        row = customer(session, one)
        assert row.place_precision == "city" and row.lat is not None and row.lat > 34.9 and row.hand_edited == "city"


def test_who_has_no_place_is_found_until_it_is_placed(workspace: Workspace) -> None:
    one, two = add(workspace, "Birch", "Alder")
    assert shown(workspace, filters=Filters(places=frozenset({"no_place"}))) == [two, one]
    with workspace.edit("place") as session:
        placing.place_from_text(session, two, "N34.7 E135.5")
    with pytest.raises(CannotDo), workspace.edit("again") as session:
        placing.place_from_address(session, one)
    assert shown(workspace, filters=Filters(places=frozenset({"no_place"}))) == [one]


def test_hours_of_a_week(workspace: Workspace) -> None:
    (one,) = add(workspace, "Alder")
    week = {0: ((540, 1020),), 1: ((540, 1020),), 2: ((540, 1020),), 3: (), 4: ((570, 720), (780, 1020))}
    with workspace.edit("hours") as session:
        hours.set_hours(session, one, week)
    with workspace.read() as session:
        kept = hours.hours_of(session, one)
        assert kept == {**week, 5: (), 6: ()} and hours.hours_words(kept) == "Mon–Wed 9–17, Fri 09:30–12:00 and 13–17"
    with pytest.raises(BadInput), workspace.edit("hours") as session:
        hours.set_hours(session, one, {0: ((600, 540),)})
    with workspace.edit("hours") as session:
        hours.set_hours(session, one, {})
    with workspace.read() as session:
        assert session.query(CustomerHours).count() == 0


def test_archiving_takes_the_planned_visits_and_undo_brings_them_back(workspace: Workspace) -> None:
    one, two = add(workspace, "Alder", "Birch")
    with workspace.edit("visits") as session:
        for day in (TODAY - timedelta(days=3), TODAY + timedelta(days=3)):
            session.add(Visit(customer_id=one, rep_id=1, day=day, start=600, end=660))
    before = workspace.content_hash()
    with workspace.edit("archive") as session:
        assert commands.archive(session, [one]) == 1
    assert shown(workspace) == [two] and shown(workspace, filters=Filters(archived=True)) == [one]
    workspace.undo()
    assert workspace.content_hash() == before
    workspace.redo()
    with workspace.edit("restore") as session:
        commands.restore(session, [one])
    assert shown(workspace) == [one, two]


def test_a_deleted_customer_takes_everything_along_and_comes_back_whole(workspace: Workspace) -> None:
    one, two = add(workspace, "Alder", "Birch")
    with workspace.edit("fill") as session:
        commands.add_tag(session, [one, two], "trial")
        commands.set_tier(session, [one], "A", "strategic")
        orders.save_order(session, one, Order(TODAY, "", (Line("Sleeve", 12_345),)))
        hours.set_hours(session, one, {0: ((540, 600),)})
        session.add(Visit(customer_id=one, rep_id=1, day=TODAY, start=600, end=660))
    before = workspace.content_hash()
    with workspace.edit("delete") as session:
        commands.delete(session, [one])
    with workspace.read() as session:
        assert [session.query(kind).count() for kind in (Customer, CustomerTag, CustomerTier, OrderLine, CustomerHours, Visit)] == [
            1,
            1,
            0,
            0,
            0,
            0,
        ]
    workspace.undo()
    assert workspace.content_hash() == before


def test_bulk_changes_touch_the_chosen_ones_only(workspace: Workspace) -> None:
    one, two, three = add(workspace, "Alder", "Birch", "Cedar")
    with workspace.edit("rep") as session:
        session.add(Rep(name="K. Ueda"))
        session.flush()
        commands.hand_over(session, [one, two], 2)
        commands.add_tag(session, [two, three], " vendor  list ")
        commands.set_tier(session, [three], "B", "asked for it")
    with workspace.read() as session:
        assert [customer(session, i).rep_id for i in (one, two, three)] == [2, 2, 1]
        assert [customer(session, i).hand_edited for i in (one, three)] == ["rep", ""]
        assert commands.tags_on(session, [one, two, three]) == {"vendor list": 2}
        assert {i: line.tier for i, line in lines(session, [one, two, three]).items()} == {one: "N", two: "N", three: "B"}
    with pytest.raises(BadInput, match="reason"), workspace.edit("tier") as session:
        commands.set_tier(session, [one], "A", " ")
    with workspace.edit("tag") as session:
        commands.remove_tag(session, [two], "vendor list")
        commands.set_tags(session, three, "5-axis、 trial , 5-axis")
    with workspace.read() as session:
        assert commands.tags_on(session, [two, three]) == {"5-axis": 1, "trial": 1}


def test_namesakes_are_found_across_legal_forms(workspace: Workspace) -> None:
    (one,) = add(workspace, "株式会社北川精密")
    with workspace.read() as session:
        assert [n.id for n in commands.namesakes(session, "㈱北川 精密")] == [one]
        assert commands.namesakes(session, "北川") == ()


def test_an_order_by_hand_is_exact_and_can_be_mended(workspace: Workspace) -> None:
    (one,) = add(workspace, "Alder")
    with workspace.edit("order") as session:
        key = orders.save_order(session, one, Order(TODAY, "", (Line("Sleeve", 12_345_6789, 10_000, -1), Line("Return", -5_0001))))
    with workspace.read() as session:
        kept = orders.read_order(session, one, key)
        assert kept is not None and kept.number == "261124-1" and kept.amount == 12_345_6789 - 5_0001
        assert kept.lines[0] == Line("Sleeve", 12_345_6789, 10_000, -1)
        assert session.query(CustomerTier).one().tier == "C", "a prospect with an order is a customer"
    with workspace.edit("order") as session:
        key = orders.save_order(session, one, Order(TODAY - timedelta(days=1), "S 9", (Line("Sleeves", 7),)), key)
    with workspace.read() as session:
        assert session.query(OrderLine).count() == 1 and orders.read_order(session, one, key) == Order(
            date(2026, 11, 23), "S 9", (Line("Sleeves", 7),)
        )
    with workspace.edit("order") as session:
        orders.delete_order(session, one, key)
    with workspace.read() as session:
        assert orders.read_order(session, one, key) is None and session.query(CustomerTier).one().tier == "N"


@pytest.mark.parametrize(
    "order",
    [
        Order(TODAY, "", ()),
        Order(TODAY + timedelta(days=1), "", (Line("", 1),)),
        Order(TODAY, "", (Line("", 10**18),)),
        Order(TODAY, "S1", (Line("", 1),)),
    ],
)
def test_orders_that_cannot_be(workspace: Workspace, order: Order) -> None:
    (one,) = add(workspace, "Alder")
    with workspace.edit("order") as session:
        orders.save_order(session, one, Order(TODAY, "S1", (Line("", 1),)))
    with pytest.raises(BadInput), workspace.edit("order") as session:
        orders.save_order(session, one, order)


def test_a_new_customer_without_a_rep_gets_the_only_one(workspace: Workspace) -> None:
    with workspace.edit("add") as session:
        made = commands.add_customer(session, {"name": "Alder"})
        session.add(Rep(name="Ueda", short_name="Ueda", position=1))
        session.flush()
        free = commands.add_customer(session, {"name": "Birch"})
    with workspace.read() as session:
        assert (customer(session, made).rep_id, customer(session, free).rep_id) == (1, None)
