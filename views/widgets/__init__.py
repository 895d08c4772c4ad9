"""The parts every pane is built of. Signals are user-only: setting a value from code never emits. Texts come translated from the owner,
who sets them again in its `retranslate`; colours come from the theme by role, and every widget follows a change of theme by itself.

Words
- Label(text, role, tone="", wrap=False, elide=False, align, tabular): roles body strong medium muted caption caption_ink caption_strong heading
  message lead title sentence number headline figure link. `set_text`, `set_runs([strong("54"), " of ", Run("60", "muted")])`, `set_tone("thread")`.
- Link(text, role="link", tone="accent"): `clicked`. KeyHint("Ctrl K", "find"). Chip(text, kind): plain good warn thread accent; `set_text(text, kind)`.
- TierSquare(letter).
Doing
- Button(text, primary, small, key, icon, tall, menu): `clicked`, `set_text`. IconButton(icon, name, shortcut): name is read out and the tooltip.
- ToggleChip(text, checked, key), CheckRow(text, checked, end, tier, mark), RadioRow(title, text, chip_text, chip_kind): `clicked`, `isChecked`.
- SegmentedControl([(value, text)], value, tall, stretch): `chosen(value)`, `value()`, `set_value`, `set_options`. Combo: the same, plus `edited(value)`.
Fields (all: `edited(value)`, `value()`, `set_value`, `problem()`, `set_wrong(bool)`)
- LineEdit(text, placeholder, key, height), TextArea(text, placeholder, lines), SearchField(placeholder, key="/"): `submitted(text)`.
- IntegerField(low, high), MoneyField(currency) in ten-thousandths, TimeField in minutes, DateField (typed days, calendar), TimeRange, Weekdays (frozenset).
- Form([Field(name, label, kind, help, options, bounds, hint_right, required, span)], columns): `values()`, `set_values({})`, `check()`, `edited(name, value)`,
  `set_error(name, reason, guess, fix, on_fix)`, `clear_errors()`, `problems_text()`, `problems_changed(n)`, `control(name)`, `set_options`.
- EditableText(value, kind, options, currency, low, high, shown, name): part of a sentence; EditableCell: the same in a table. kinds text int money date
  time choice; `committed(value)`, `refused(text)`, `value()`, `set_value`. Sentence(tr("Win {n} by {day}."), {"n": widget, "day": widget}).
Arranging
- Card(heading, context, flush, edge, top): `body` layout, `add_to_header(widget)`, `set_message(text)`, `set_heading`, `set_context`, `set_current`.
- TwoColumns(left, right, side, room, one, grows): `left`, `right`. ScrollArea(): `body`, `content`. FlowLayout(parent, gap, row_gap). Hairline(vertical). row(w1, w2, None, 12, spacing=8): a QHBoxLayout.
- FigureTile(label, value, Change(text, against, tone)), FigureBand([tiles]): `add`, `add_end(button)`.
Saying
- Banner(): `show_error(error)`, `show_message(text, kind, more, action, on_action)`, `with banner.shows_errors():`, `clear()`. FieldError().
- Toast.say(host, text, action, key, on_action). EmptyState(title, text, buttons, example, example_title, example_note, extra). DropTarget(title, text).
- Sheet(host, title, subtitle, primary, cancel, width, flush, height): `body`, `footer`, `note`, `primary`, `cancel`, `open()`, `done()`; `accepted`, `rejected`, `closed`.
Showing
- DataTable(model, two_lines, inset): `row_current(key)`, `row_activated(key)`, `checked_changed`, `set_current(key)`, `current_key()`,
  `set_empty_text`. RowsModel([Column(key, title, cell, width, right, sort, hidden, fixed, strong, tone)],
  key, checkable): `set_rows(rows)`, `set_checked(keys)`. `cell(row)` gives a text or Cell(text, second, tier, chip, tone, strong).
- FacetList(heading, context, single): `set_rows([Facet(value, text, count, tier)])`, `chosen(values)`, `set_values`.
- TargetBar(value, target, planned, maximum, judged, text), LoadBar(percent, then), PartsBar([Part(label, value, colour)], capacity), IntervalBar(low, value,
  high): `set_values` / `set_parts`. target_tone(value, target), load_tone(percent): colour roles.
- ThreadStrip([Knot(text, target, current, loose)]): `clicked(target)`, `set_knots`, `set_chip(text, kind)`.
- Board([Look(key, title, subtitle, tone)], across): columns of cards driven by keys and mouse; views/widgets/board.py tells all.
- Timeline([Moment(kind, when, title, text, target)]): kinds met absent order lost; `clicked(target)`.
Making one: PaintedWidget (follows theme, `retranslate`), views.theme.paint (draw_text, chip, tier_square, key_box, rounded ...), views.charts.
"""

from importlib import import_module

# Module -> what it offers. Each is imported when a pane first asks for it, so that the window opens sooner.
_HOMES = {
    "views.theme.text_block": "Run strong",
    "views.widgets.banner": "Banner",
    "views.widgets.bars": "IntervalBar LoadBar Part PartsBar TargetBar load_tone target_tone",
    "views.widgets.base": "PaintedWidget follow_theme tip",
    "views.widgets.board": "Board",
    "views.widgets.board_card": "Face",
    "views.widgets.board_column": "Look Prompt",
    "views.widgets.board_editor": "Choice",
    "views.widgets.button": "Button IconButton Link ToggleChip",
    "views.widgets.card": "Card",
    "views.widgets.choices": "CheckRow RadioRow SegmentedControl",
    "views.widgets.combo": "Combo",
    "views.widgets.dates": "DateField",
    "views.widgets.editable": "EditableCell EditableText",
    "views.widgets.empty_state": "DropTarget EmptyState",
    "views.widgets.facets": "Facet FacetList",
    "views.widgets.fields": "IntegerField LineEdit MoneyField SearchField TextArea TimeField",
    "views.widgets.figure": "Change FigureBand FigureTile",
    "views.widgets.form": "Field FieldError Form",
    "views.widgets.label": "Label",
    "views.widgets.layouts": "FlowLayout Hairline ScrollArea Sentence row",
    "views.widgets.sheet": "Sheet",
    "views.widgets.small": "Chip KeyHint TierSquare",
    "views.widgets.table": "Cell Column DataTable Role RowsModel",
    "views.widgets.thread_strip": "Knot ThreadStrip",
    "views.widgets.timeline": "Moment Timeline",
    "views.widgets.toast": "Toast",
    "views.widgets.two_columns": "TwoColumns side_width",
    "views.widgets.weekdays": "TimeRange Weekdays",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}
__all__ = sorted(_HOME)


def __getattr__(name: str) -> object:
    """The widget called `name`, from its own module."""
    if name not in _HOME:
        raise AttributeError(name)
    globals()[name] = made = getattr(import_module(_HOME[name]), name)
    return made
