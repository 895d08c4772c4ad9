"""The chapter of the personas: origin and share told, left out where nothing is known or where it is not wanted, hostile text as typed."""

import io
from datetime import date
from pathlib import Path

from pypdf import PdfReader

from models import Segment
from workbench.documents.strategy_document.document import strategy_document, strategy_document_pdf
from workbench.documents.strategy_document.personas import personas_chapter
from workbench.targeting import commands
from workbench.value import personas
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample

TODAY = date(2026, 11, 24)
HOSTILE = (
    "<b>bold</b> & <i>AT&T</i>",
    '"quoted" %s {field} \\n (paren)',
    "朝一の営業会議、「48時間試作」で勝つ。",
    "שלום עולם",
    "🚀 go 👩‍🔬",
    "=HYPERLINK(1)",
    "word " * 190,
    "W" * 900,
)


def printed(workspace: Workspace, *without: str) -> tuple[str, dict[str, int]]:
    """All that is printed, without blanks, and where each chapter begins."""
    with workspace.read() as session:
        document = strategy_document(session, TODAY, without=without)
    made = strategy_document_pdf(document)
    pages = PdfReader(io.BytesIO(made.content)).pages
    return "".join("".join(page.extract_text().split()) for page in pages), made.begins


def test_each_attribute_is_printed_with_its_origin_and_the_share_is_told(tmp_path: Path) -> None:
    with create_sample(tmp_path / "kitagawa.asaichi", "en", TODAY) as sample:
        text, begins = printed(sample)
        assert begins["positioning"] <= begins["personas"] <= begins["value"]
        for words in (
            "2personas;13of16attributesrestonownevidence(81%)",
            "Medicaldevices:6of8attributesrestonownevidence(75%)",
            "Design(6of9contacts),research(2),owner(1)ourdata",
            "fromthefield",
            "AnAIdraftisanassistant’sguess",
        ):
            assert words in text, words
        text, begins = printed(sample, "personas")
        assert begins["personas"] == 0 and "restonownevidence" not in text


def test_nobody_known_is_no_chapter(workspace: Workspace) -> None:
    with workspace.edit("Begin") as session:
        made = personas.add(session, commands.add(session, "Medical"))
        assert personas_chapter(session) is None
        personas.set_attribute(session, made, "role", "Head of design")
        chapter = personas_chapter(session)
    assert chapter is not None and chapter.message == "1 persona; 1 of 1 attributes rest on own evidence (100\u00a0%)"
    assert "AIdraft" not in printed(workspace)[0]


def test_hostile_text_is_printed_as_typed(workspace: Workspace) -> None:
    with workspace.edit("Hostile") as session:
        segment = commands.add(session, "Segment")
        session.get_one(Segment, segment).name = "<u>S</u>\n& more"
        made = personas.add(session, segment, "<h1>Name</h1> & co")
        for key, words in zip(personas.KEYS, HOSTILE, strict=True):
            personas.set_attribute(session, made, key, words, "draft")
    text, _ = printed(workspace)
    for words in (
        "<b>bold</b>&<i>AT&T</i>",
        '"quoted"%s{field}\\n(paren)',
        "「48時間試作」で勝つ。",
        "=HYPERLINK(1)",
        "word" * 20,
        "W" * 900,
    ):
        assert "".join(words.split()) in text, words
    assert "<u>S</u>&more" in text and "<H1>NAME</H1>&CO" in text
