"""Pages of the gallery: forms, sentences with editable parts, the sheet, empty states."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from views.widgets import (
    Button,
    Card,
    Combo,
    DateField,
    DropTarget,
    EditableCell,
    EditableText,
    EmptyState,
    Field,
    Form,
    KeyHint,
    Label,
    Link,
    SearchField,
    Sentence,
    Sheet,
    Toast,
    row,
)
from workbench.strings import language

Made = tuple[list[list[QWidget]], list[int], Callable[[QWidget], object]]
FIELDS = [
    Field("name", "Name of the company", hint_right="printed on every page", required=True),
    Field("language", "Language of screens and paper", "segmented", options=(("en", "English"), ("ja", "日本語")), span=1),
    Field("currency", "Currency", "choice", options=(("JPY", "Japanese yen, ¥"), ("EUR", "Euro, €")), span=1),
    Field(
        "month",
        "Fiscal year begins in",
        "choice",
        "The first plan: 1 October 2026 – 31 March 2027",
        options=((4, "April"), (1, "January")),
        span=1,
    ),
    Field("start", "First day", "date", "Type “fri”, “+3” or “27.11”.", span=1),
    Field("days", "Working days", "weekdays", hint_right="5 a week"),
    Field("hours", "Hours in the field", "time_range", span=1),
    Field("lunch", "Lunch", "time_range", span=1, hint_right="lunch kept free"),
    Field("goal", "Orders", "integer", bounds=(1, 999), span=1),
    Field("revenue", "Revenue", "money", span=1),
    Field("note", "Note", "multiline", placeholder="What should the rep know?", lines=2),
]
VALUES = {
    "name": "北川精密株式会社",
    "language": "en",
    "currency": "JPY",
    "month": 4,
    "start": date(2026, 11, 27),
    "days": {0, 1, 2, 3, 4},
    "hours": (1080, 540),
    "lunch": (720, 780),
    "goal": 60,
    "revenue": 479_000_000_000,
}


def _form(height: int = 34) -> Form:
    form = Form(FIELDS, columns=2, height=height)
    form.set_values(VALUES)
    form.set_error(
        "hours",
        "The day ends before it begins.",
        "Did you mean 9:00 to 18:00?",
        "Swap them",
        lambda: form.set_values({"hours": (540, 1080)}),
    )
    return form


def forms() -> Made:
    """A form in a card, a sentence, cells, single fields."""
    card = Card("New company", "enough to plan visits with")
    card.body.addWidget(_form())
    goal = Card("What by when", "A goal: number, deadline and baseline are set")
    template = (
        "{day}までに{unit}を{number}件。{old}件から伸ばす。"
        if language() == "ja"
        else "Win {number} {unit} by {day}, up from {old} in Apr – Sep."
    )
    number = EditableText(60, "int", name="orders")
    goal.body.addWidget(
        Sentence(
            template,
            {
                "number": number,
                "unit": EditableText("new orders", "text"),
                "day": EditableText(date(2027, 3, 31), "date"),
                "old": EditableText(41, "int"),
            },
        )
    )
    rules = Card("Visit rules", "click any value")
    for parts in (
        (
            EditableCell("2", "choice", options=[("2", "2 a month"), ("1", "1 a month")]),
            EditableCell(90, "int"),
            EditableCell("Next design review"),
        ),
    ):
        rules.body.addLayout(row(*parts, None, spacing=24))
    opened = EditableText(60, "int", name="open")
    fields = Card("Fields")
    left_out = Combo([("", "Leave out")])
    left_out.dashed = True
    fields.body.addLayout(row(Combo([("a", "Order date, Reiwa years"), ("b", "Customer name")], "a"), left_out, DateField(), spacing=8))
    fields.body.addWidget(SearchField("Find or do anything", "Ctrl K"))
    fields.body.addLayout(row(Label("Open:", "sentence"), opened, None))

    def after(page: QWidget) -> None:
        number.setFocus()
        opened.open_editor()

    return [[card], [goal, rules, fields]], [55, 45], after


def sheet() -> Made:
    """The sheet over a page, and a toast."""
    card = Card("Behind the sheet")
    card.body.addWidget(Label("Something that is covered by the scrim.", wrap=True))

    def after(page: QWidget) -> None:
        made = Sheet(
            page, "New company", "Enough to plan visits with. All of it can be changed later in Settings.", "Make the company", "Back"
        )
        form = _form()
        made.body.addWidget(form)
        made.set_note(form.problems_text())
        Toast.say(page, "Import of kunden.xlsx taken back", "Redo", "Ctrl Shift Z")
        made.open()

    return [[card]], [1], after


def empty() -> Made:
    """An empty state with an example, and the toast."""
    example = Card()
    for name, place, amount in (("Hansa Medizintechnik", "23552 Lübeck", "84,200"), ("Optik Bergmann", "Weimar", "31,900")):
        example.body.addLayout(row(Label(name, "muted"), None, Label(place, "muted"), 40, Label(amount, "muted", tabular=True)))
    state = EmptyState(
        "Who do you sell to?",
        "Strategy stays talk until it has names: with your customers here, Asaichi finds the few that carry the revenue and says whom to visit how often.",
        [Button("Import a list", primary=True, key="Ctrl Shift I", tall=True), Link("type one in"), KeyHint("N")],
        example,
        "For example",
        "a name is enough; place and revenue make it a plan",
        DropTarget("Or drop the file anywhere in this window", "Excel, CSV, OpenDocument, vCard or a Salesforce export"),
    )
    state.setMinimumHeight(780)
    return [[state]], [1], lambda page: Toast.say(page, "Import of kunden.xlsx taken back", "Redo", "Ctrl Shift Z")
