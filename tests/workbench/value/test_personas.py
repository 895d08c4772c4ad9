"""Personas: what our data says of them, the share with own evidence, and every command taken back by undo."""

import pytest

from models import Customer, Persona, PersonaAttribute, Segment
from workbench.errors import BadInput
from workbench.value import persona_prefill, personas
from workbench.value.persona_facts import facts
from workbench.value.persona_roles import role_of, without_role
from workbench.value.persona_worries import split, worries
from workbench.value.statements import StatementView
from workbench.workspace import Workspace


def told(workspace: Workspace, segment: int = 1) -> tuple[personas.PersonaView, ...]:
    with workspace.read() as session:
        return next(one for one in personas.by_segment(session) if one.id == segment).personas


def begun(workspace: Workspace, segment: int = 1) -> int:
    with workspace.edit("begin") as session:
        return persona_prefill.begin(session, segment)


def texts(found: personas.PersonaView) -> dict[str, str]:
    return {one.key: one.text for one in found.attributes if one.text}


def test_a_new_persona_says_what_the_segments_own_customers_say(bought: Workspace) -> None:
    begun(bought)
    (found,) = told(bought)
    assert found.name == "Buyer in Medical"
    assert texts(found) == {
        "role": "Design (3 of 4 contacts), 購買課 (1)",
        "industry": "Medical (6 of 6 customers)",
        "interests": "Ordered: Pin (4 of 6 customers), Jaw (1)",
        "process": "An order every 60\u00a0days (median of 5 customers); 3\u00a0days from first talk to decision (median of 5 deals)",
        "worries": "Price (3 of 5 lost deals), Lead time (1), Nakamura 3 talked (1)",
    }
    assert {one.origin for one in found.attributes if one.text} == {"data"} and personas.own_share((found,)) == 1


def test_customers_that_are_archived_or_of_another_segment_say_nothing(bought: Workspace) -> None:
    with bought.edit("archive") as session:
        session.get_one(Customer, 4).archived = True
    with bought.read() as session:
        found = facts(session, 1)
    assert found.customers == 5 and [word for word, _ in found.roles.counts] == ["design"] and found.lost.whole == 4


def test_a_segment_without_customers_begins_empty_and_an_empty_share_is_no_share(bought: Workspace) -> None:
    with bought.edit("alone") as session:
        session.add(Segment(id=3, plan_id=1, position=2, name="Nobody"))
    begun(bought, 3)
    (found,) = told(bought, 3)
    assert not texts(found) and personas.own_share((found,)) is None and personas.share_words((found,)) == ""


def test_what_the_owner_types_is_from_the_field_and_stays_when_our_data_comes_again(bought: Workspace) -> None:
    made = begun(bought)
    with bought.edit("type") as session:
        personas.set_attribute(session, made, "worries", "  Papers\nfor the audit ")
        personas.set_attribute(session, made, "age", "about 40", "draft")
        personas.set_attribute(session, made, "role", "")
    found = told(bought)[0]
    assert found.attribute("worries") == personas.Attribute("worries", "Papers for the audit", "field")
    assert personas.share_words((found,)) == "4 of 5 attributes rest on own evidence (80\u00a0%)"
    with bought.edit("again") as session:
        session.get_one(Customer, 7).industry = "Medical"
        again = persona_prefill.prefill(session, made)
    assert again.written == ("role", "industry", "interests") and again.kept == ("worries",)
    found = told(bought)[0]
    assert found.attribute("worries").text == "Papers for the audit" and found.attribute("industry").text == "Medical (7 of 7 customers)"
    with bought.edit("this one") as session:
        persona_prefill.take_again(session, made, "worries")
        persona_prefill.take_again(session, made, "age")
    found = told(bought)[0]
    assert found.attribute("worries").text.startswith("Price (3 of 5") and found.attribute("age").origin == "draft"


def test_each_command_is_one_step_back(bought: Workspace) -> None:
    begun(bought)
    second = begun(bought)
    states = [bought.content_hash()]

    def step(command, *args: object) -> None:
        with bought.edit("step") as session:
            command(session, *args)
        states.append(bought.content_hash())

    step(personas.rename, second, "Head of design")
    step(personas.set_attribute, second, "sources", "Trade fairs")
    step(personas.remove, told(bought)[0].id)
    assert [one.name for one in told(bought)] == ["Head of design"]
    with bought.read() as session:
        assert session.query(Persona).one().position == 0
        assert {row.persona_id for row in session.query(PersonaAttribute)} == {second}
    while len(states) > 1:
        assert bought.content_hash() == states.pop()
        bought.undo()
    assert bought.content_hash() == states[0] and [one.name for one in told(bought)] == ["Buyer in Medical", "Buyer in Medical 2"]


def test_a_segment_takes_its_personas_with_it(bought: Workspace) -> None:
    begun(bought)
    with bought.edit("remove") as session:
        session.delete(session.get_one(Segment, 1))
    with bought.read() as session:
        assert not session.query(Persona).count() and not session.query(PersonaAttribute).count()


def test_what_is_too_long_is_refused_and_an_empty_name_comes_from_the_segment(bought: Workspace) -> None:
    made = begun(bought)
    with pytest.raises(BadInput, match="too long"), bought.edit("long") as session:
        personas.set_attribute(session, made, "role", "x" * (personas.LONGEST + 1))
    with pytest.raises(BadInput, match="too long"), bought.edit("long") as session:
        personas.rename(session, made, "x" * (personas.LONGEST_NAME + 1))
    with bought.edit("name") as session:
        personas.rename(session, made, "Mika")
        personas.rename(session, made, " ")
    assert told(bought)[0].name == "Buyer in Medical"


@pytest.mark.parametrize(
    ("contact", "role"),
    [
        ("T. Endo, design", "design"),
        ("S. Mori (Head of Design)", "Head of Design"),
        ("Purchasing: Kubo", "Purchasing"),
        ("Endo, Taro", ""),
        ("Bob Design", ""),
        ("", ""),
        ("of", ""),
        ("購買課 久保様", "購買課"),
        ("第二設計課 大野様", "第二設計課"),
        ("代表取締役社長　白井様", "代表取締役社長"),
        ("設計課大野様", ""),
        ("林様", ""),
    ],
)
def test_a_role_is_told_from_a_name_or_not_at_all(contact: str, role: str) -> None:
    assert role_of(contact) == role
    assert role not in without_role(contact) or not role


def statement(number: int, feature: str, unit: str = "", before: float = 2, after: float = 1) -> StatementView:
    return StatementView(number, 1, feature, "", "gain" if unit else "", before, after, unit, () if unit else ("unit",))


def test_a_worry_is_answered_by_a_statement_that_shares_a_word_or_else_by_one_counted_in_time(bought: Workspace) -> None:
    made = begun(bought)
    with bought.edit("worries") as session:
        personas.set_attribute(session, made, "worries", "Audit papers (3 of 6), slow quotes (2), 見積りの遅れ、Rival (1)")
    found = told(bought)[0]
    known = (
        statement(1, "Audit file with every lot", "hours", 16, 4),
        statement(2, "Prototypes in 48 hours", "days", 10, 2),
        statement(3, "図面から1日で見積り", "回"),
    )
    assert [(one.text, [s.id for s in one.statements]) for one in worries(found, known)] == [
        ("Audit papers", [1]),
        ("Slow quotes", [2]),
        ("見積りの遅れ", [3]),
        ("Rival", []),
    ]
    assert split("") == ()
