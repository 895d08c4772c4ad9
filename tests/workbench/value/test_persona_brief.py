"""The brief: counts, medians and lost reasons in groups of five or more, and no name, whatever the names are."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import Customer, Deal, Segment
from workbench.customers.folding import fold_name
from workbench.strings import using_language
from workbench.value import persona_prefill, personas
from workbench.value.persona_answer import read
from workbench.value.persona_brief import brief
from workbench.value.persona_facts import Tally
from workbench.value.persona_groups import LEAST, Names, grouped
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample

NOBODY = Names((), ())


def written(workspace: Workspace, segment: int = 1) -> str:
    with workspace.edit("begin") as session:
        made = persona_prefill.begin(session, segment)
    with workspace.read() as session:
        return brief(session, made)


def test_small_groups_are_merged_and_names_left_out(bought: Workspace) -> None:
    with bought.edit("note") as session:
        session.get_one(Segment, 1).note = "Asked for by Fujii"
    text = written(bought)
    assert "- 6 customers" in text and "Industries: Medical 6" in text
    assert "Why deals were lost: others 5" in text and "Roles" not in text and "Pin" not in text
    assert "Median time between two orders: 60\u00a0days" in text and "about 3" not in text
    for name in ("Nakamura", "Endo", "Fujii", "Ogawa", "久保", "Hayashi", "Mika", "Jaw", "購買"):
        assert name not in text, name


def test_a_reason_that_the_whole_file_knows_may_be_named_in_a_merged_group(bought: Workspace) -> None:
    with bought.edit("more") as session:
        for number in range(3):
            session.add(Deal(customer_id=7, title=f"d{number}", stage="lost", amount=1, opened=date(2026, 1, 1), lost_reason="price"))
    assert "Why deals were lost: Price and others together 5" in written(bought)


def test_fewer_than_five_customers_give_no_figures(bought: Workspace) -> None:
    text = written(bought, 2)
    assert "fewer than 5 customers, so no figures are given" in text and not re.search(
        r"\d+ customers$|Industries|Median", text, re.MULTILINE
    )


def test_a_segment_called_after_a_customer_keeps_its_name_back(bought: Workspace) -> None:
    with bought.edit("name") as session:
        session.get_one(Customer, 2).name = "Hanshin Medical Devices Ltd."
        session.get_one(Segment, 1).name = "Such as Hanshin medical devices"
    text = written(bought)
    assert "its name is kept back" in text and "Hanshin" not in text


@pytest.mark.parametrize("language", ["en", "ja"])
def test_it_asks_for_what_lacks_own_evidence_in_a_form_that_is_read_again(bought: Workspace, language: str) -> None:
    with bought.edit("begin") as session:
        made = persona_prefill.begin(session, 1)
        for key in personas.KEYS:
            if key not in ("age", "sources"):
                personas.set_attribute(session, made, key, "known")
    with bought.read() as session, using_language(language):
        asked = brief(session, made).strip().splitlines()[-2:]
        assert list(read("\n".join(line.replace("…", "answer") for line in asked))) == ["age", "sources"]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_brief_of_the_sample_names_a_customer_or_contact(tmp_path: Path, language: str) -> None:
    with create_sample(tmp_path / "k.asaichi", language) as sample, using_language(language):
        with sample.read() as session:
            people = [(row.name, row.name_local, row.contact) for row in session.query(Customer)]
            segments = [row.id for row in session.query(Segment)]
        for segment in segments:
            text = written(sample, segment)
            for company, local, contact in people:
                person = contact.split(",")[0].split(". ")[-1] if language == "en" else contact.split(" ")[-1].rstrip("様")
                assert company not in text and local not in text
                assert not re.search(rf"\b{re.escape(person)}\b", text) if person.isascii() else person not in text or len(person) < 2


@given(
    st.lists(st.tuples(st.text("abc ", min_size=1, max_size=3), st.integers(1, 12)), max_size=8, unique_by=lambda one: one[0]),
    st.sets(st.text("abc", min_size=1, max_size=3)),
)
def test_every_group_has_five_and_together_they_are_the_whole(counts: list[tuple[str, int]], common: set[str]) -> None:
    counts.sort(key=lambda one: -one[1])
    whole = sum(count for _, count in counts)
    groups = grouped(Tally(tuple(counts), whole), NOBODY, common)
    assert all(group.count >= LEAST for group in groups)
    assert sum(group.count for group in groups) == (whole if whole >= LEAST else 0)


@given(st.text(min_size=1, max_size=20), st.text(max_size=10), st.text(max_size=10))
def test_a_companys_name_is_found_in_any_text_that_holds_it(name: str, before: str, after: str) -> None:
    known = Names((name,), ())
    if len(fold_name(name)) >= 2 and fold_name(name).isalnum():
        assert known.inside(f"{before} {name} {after}")


@pytest.mark.parametrize(
    ("company", "person", "text", "held"),
    [
        ("IT", "", "titanium", False),
        ("IT", "", "sold to IT.", True),
        ("北川精密 株式会社", "", "北川精密向け", True),
        ("", "T. Endo, design", "Endoscope design", False),
        ("", "T. Endo, design", "asked by ENDO", True),
        ("", "購買課 久保様", "購買課と設計課", False),
        ("", "購買課 久保様", "久保さんの話", True),
        ("", "購買課 林様", "農林水産", False),
        ("", "Jana Nováková, nákup", "pro Janu a novákovou: Nováková", True),
    ],
)
def test_names_are_told_from_other_words(company: str, person: str, text: str, held: bool) -> None:
    assert Names((company,), (person,)).inside(text) == held
