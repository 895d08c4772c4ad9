"""A pasted answer: read in whatever form it comes, refused in one sentence, and nothing of the owner's is overwritten."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import BadInput
from workbench.strings import using_language
from workbench.value import persona_prefill, personas
from workbench.value.persona_answer import LABELS, MOST, read, take, taken_words
from workbench.value.personas import KEYS, LONGEST
from workbench.workspace import Workspace

CHATTY = """Sure! Here is the persona:

**Role:** Head of design, 8 engineers
- **Age band**: 35–50
* Interests - new alloys
3. Purchasing process: drawing; quote; trial lot
## Decision authority
- up to ¥1 million alone
- above that: the director
### Worries
1. late parts
2. audit papers

Where they look for information: trade fairs, *trade press*

Hope this helps!"""
JAPANESE = """はい、以下の通りです。
役割：設計課長
【年齢層】40代
■関心事：新素材
・購買プロセス：図面→見積り→試作
**決裁権**：100万円まで
情報源
- 展示会
- 業界紙"""


def test_chatty_markdown_is_read() -> None:
    assert read(CHATTY) == {
        "role": "Head of design, 8 engineers",
        "age": "35–50",
        "interests": "new alloys",
        "process": "drawing; quote; trial lot",
        "authority": "up to ¥1 million alone; above that: the director",
        "worries": "late parts; audit papers",
        "sources": "trade fairs, trade press",
    }


def test_japanese_is_read_in_either_language() -> None:
    for language in ("en", "ja"):
        with using_language(language):
            found = read(JAPANESE)
        assert list(found) == ["role", "age", "interests", "process", "authority", "sources"]
        assert found["role"] == "設計課長" and found["authority"] == "100万円まで" and found["sources"].startswith("展示会")


@pytest.mark.parametrize(
    "text",
    [
        '{"Role": "Designer", "worries": ["late", "papers"]}',
        'Here:\n```json\n{"persona": {"role": "Designer", "pain_points": ["late", "papers"]}}\n```\nFine?',
        'As [1] says: [{"attribute": "Role", "value": "Designer"}, {"attribute": "Worries", "value": "late; papers"}]',
        "| Attribute | Text |\n|---|---|\n| Role | Designer |\n| **Worries** | late; papers |",
        "Role\tDesigner\nWorries\tlate; papers",
        "ROLE = Designer\r\nWORRIES (most important): late; papers",
        "role：Designer\n\n\nworries\n\n• late\n• papers",
    ],
)
def test_other_forms_say_the_same(text: str) -> None:
    assert read(text) == {"role": "Designer", "worries": "late; papers"}


def test_what_says_nothing_is_left_out_and_the_first_mention_counts() -> None:
    found = read("Role: …\nAge: n/a\nIndustry: <to fill>\nInterests: 不明\nWorries: late\nWorries: early\nSources: " + "x" * 2_000)
    assert found.keys() == {"worries", "sources"} and found["worries"] == "late" and len(found["sources"]) == LONGEST


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "There is no answer yet."),
        (" \n\t", "There is no answer yet."),
        ("I cannot help with that.", "No line of this answer names an attribute."),
        ("Role:", "No line of this answer names an attribute."),
        ("x" * (MOST + 1), "This is too long for an answer."),
        ("[" * 90_000, "No line of this answer names an attribute."),
        ('{"a":' * 9_000, "No line of this answer names an attribute."),
        ("role\n" * 10_000, "No line of this answer names an attribute."),
        ("\ud800\x00\x1b[2J", "No line of this answer names an attribute."),
        ('{"role": ' + "9" * 5_000 + "}", "No line of this answer names an attribute."),
    ],
)
def test_an_empty_or_hostile_answer_is_refused_in_one_sentence(bought: Workspace, text: str, said: str) -> None:
    with bought.edit("begin") as session:
        made = persona_prefill.begin(session, 1)
    before = bought.content_hash()
    with pytest.raises(BadInput) as refused, bought.edit("take") as session:
        take(session, made, text)
    assert refused.value.what == said and "\n" not in str(refused.value) and bought.content_hash() == before


def test_ours_stays_drafts_are_replaced_and_it_is_one_step(bought: Workspace) -> None:
    with bought.edit("begin") as session:
        made = persona_prefill.begin(session, 1)
        personas.set_attribute(session, made, "age", "typed")
        personas.set_attribute(session, made, "sources", "an older draft", "draft")
    before = bought.content_hash()
    with bought.edit("take") as session:
        taken = take(session, made, "Role: theirs\nAge: theirs\nSources: newer\nDecision authority: alone")
    with bought.read() as session:
        found = personas.persona(session, made)
    assert taken.filled == ("authority", "sources") and taken.kept == ("role", "age")
    assert taken_words(taken) == ("AI draft for Decision authority, Where they look for information. Yours, and kept: Role, Age band.")
    assert found.attribute("role").text.startswith("Design (3") and found.attribute("age").text == "typed"
    assert found.attribute("sources") == personas.Attribute("sources", "newer", "draft")
    bought.undo()
    assert bought.content_hash() == before
    with bought.edit("take") as session:
        assert "Nothing to fill" in taken_words(take(session, made, "Role: theirs"))
    assert bought.content_hash() == before


WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
LABEL = st.sampled_from([word for words in LABELS.values() for word in words.split(", ")])


@given(st.lists(st.tuples(LABEL, st.sampled_from([": ", "：", " - ", "\n", " | "]), WORDS), max_size=12), WORDS)
def test_any_text_is_read_or_refused(lines: list[tuple[str, str, str]], noise: str) -> None:
    text = noise + "\n" + "\n".join(f"{label}{gap}{words}" for label, gap, words in lines)
    for pasted in (text, json.dumps({label: words for label, _, words in lines}), noise):
        try:
            found = read(pasted)
        except BadInput:
            continue
        assert found.keys() <= KEYS.keys() and all(
            0 < len(words) <= LONGEST and words.isprintable() is not None for words in found.values()
        )
        assert all("\n" not in words and words == words.strip() for words in found.values())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(st.sampled_from(sorted(KEYS)), st.tuples(st.sampled_from(["data", "field", "draft"]), st.text("ab", min_size=1))),
    st.dictionaries(st.sampled_from(sorted(KEYS)), st.text("xyz", min_size=1)),
)
def test_nothing_of_ours_is_ever_overwritten(bought: Workspace, ours: dict[str, tuple[str, str]], answer: dict[str, str]) -> None:
    with bought.edit("begin") as session:
        made = personas.add(session, 1)
        for key, (origin, text) in ours.items():
            personas.set_attribute(session, made, key, text, origin)
        before = personas.persona(session, made)
        if answer:
            taken = take(session, made, "\n".join(f"{KEYS[key]}: {text}" for key, text in answer.items()))
            assert set(taken.filled) | set(taken.kept) == set(answer)
        after = personas.persona(session, made)
    for key in KEYS:
        was, now = before.attribute(key), after.attribute(key)
        if was.own or key not in answer:
            assert now == was
        else:
            assert now == personas.Attribute(key, answer[key], "draft")
