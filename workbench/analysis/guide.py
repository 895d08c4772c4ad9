"""Which framework? Four situations, each with one or two boards to take in depth rather than all."""

from dataclasses import dataclass, field

from workbench.strings import marked


@dataclass(frozen=True, slots=True)
class Step:
    """A board to take: the pane's name, the place in it, and why (marked)."""

    pane: str
    why: str
    where: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Situation:
    """Where the owner stands, in his words (marked), and what to take, in order: one or two boards."""

    key: str
    question: str
    why: str
    steps: tuple[Step, ...]


SITUATIONS: tuple[Situation, ...] = (
    Situation(
        "first",
        marked("We make our first strategy"),
        marked("Look at customers, rivals and yourselves first; then weigh what you saw."),
        (
            Step("three_c", marked("what customers, rivals and we do"), {"column": "customer"}),
            Step("swot", marked("what helps and what hurts"), {"column": "strengths"}),
        ),
    ),
    Situation(
        "narrow",
        marked("We serve too many kinds of customers"),
        marked("Divide the customers you have, and decide whom to serve first."),
        (
            Step("segments", marked("whom we serve first, and whom not now")),
            Step("positioning", marked("how we differ for them")),
        ),
    ),
    Situation(
        "measures",
        marked("We have many measures and no order"),
        marked("Put what you do beside product, price, place and promotion, and drop what serves nothing."),
        (
            Step("four_p", marked("what we sell, for how much, where and how it is told")),
            Step("cross_swot", marked("what follows from what we know")),
        ),
    ),
    Situation(
        "rival",
        marked("A rival takes our customers"),
        marked("Write down where the rival is strong and weak, and how it uses IT, before you answer."),
        (Step("three_c", marked("where rivals are weak and only we are strong"), {"column": "competitor", "question": "strong"}),),
    ),
)
