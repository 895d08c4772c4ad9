"""The guiding questions of the 3C board. A card may say which one it answers."""

from dataclasses import dataclass

from workbench.strings import marked


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the code that a card keeps, its column; the question, its name of a few words and its tag on a card (all marked)."""

    code: str
    column: str
    text: str
    short: str
    tag: str


QUESTIONS: tuple[Question, ...] = (
    Question(
        "struggle", "customer", marked("What do customers truly struggle with?"), marked("what they struggle with"), marked("struggle")
    ),
    Question("decide", "customer", marked("How do they decide, and who?"), marked("how they decide"), marked("deciding")),
    Question("change", "customer", marked("What is changing in their market?"), marked("what is changing"), marked("change")),
    Question("strong", "competitor", marked("Where are they strong?"), marked("where they are strong"), marked("strong")),
    Question("weak", "competitor", marked("Where are they weak?"), marked("where they are weak"), marked("weak")),
    Question("it", "competitor", marked("How do they use IT?"), marked("how they use IT"), marked("IT")),
    Question("only", "company", marked("What can only we offer?"), marked("what only we offer"), marked("only we")),
    Question("lack", "company", marked("What do customers miss with us?"), marked("what customers miss with us"), marked("missing")),
)
"""In the order in which they are asked."""

BY_CODE = {question.code: question for question in QUESTIONS}


def of_column(column: str) -> tuple[Question, ...]:
    """The questions of a column; none for those of other boards."""
    return tuple(question for question in QUESTIONS if question.column == column)
