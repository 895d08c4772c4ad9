"""Who buys in Kitagawa's primary segments: what its own file says, what its owner knows from the field, and what an assistant guessed."""

from typing import NamedTuple

from sqlalchemy.orm import Session

from workbench.strings import using_language
from workbench.targeting.segments import segments
from workbench.value import persona_prefill, personas

Text = tuple[str, str]
LANGUAGES = ("en", "ja")


class SamplePersona(NamedTuple):
    """A persona of the segment at place `segment`; `known` is from the field, `guessed` an AI draft, the rest our data."""

    segment: int
    name: Text
    known: dict[str, Text]
    guessed: dict[str, Text]


PERSONAS = (
    SamplePersona(
        0,
        ("Head of design, medical devices", "医療機器の設計課長"),
        {
            "authority": (
                "Names the supplier alone up to ¥1 million; above it the director of development signs",
                "100万円までは一人で発注先を決める。それを超えると開発担当役員の決裁",
            ),
            "worries": (
                "Waiting for a prototype before the design review, papers before an audit, a price that takes days",
                "設計レビューまでに試作が届くか、監査前の書類準備、見積り待ち",
            ),
        },
        {
            "age": ("About 35 to 50, an engineer since university", "35～50歳くらい、大学卒業以来の技術者"),
            "sources": (
                "Trade fairs for medical parts, two engineering journals, colleagues in other design teams",
                "医療機器の部品展示会、技術誌2誌、他社の設計仲間",
            ),
        },
    ),
    SamplePersona(
        1,
        ("Design and purchasing, optics", "光学の設計と購買"),
        {
            "authority": (
                "A round of three decides: purchasing, the head of design and quality",
                "購買、設計部長、品質保証の三者で決める",
            ),
            "sources": ("The vendor list, trial lots, reports of other buyers", "取引先リスト、試作ロット、ほかの購買担当の評判"),
        },
        {
            "age": ("Designers about 30 to 45, buyers older", "設計は30～45歳くらい、購買はその上"),
        },
    ),
)


def fill_personas(session: Session, text: int) -> None:
    """Write them over segments, customers, orders and deals that are there already."""
    known = [one.id for one in segments(session)]
    with using_language(LANGUAGES[text]):
        for one in PERSONAS:
            made = persona_prefill.begin(session, known[one.segment], one.name[text])
            for origin, attributes in (("field", one.known), ("draft", one.guessed)):
                for key, words in attributes.items():
                    personas.set_attribute(session, made, key, words[text], origin)
    session.flush()
