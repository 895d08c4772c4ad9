"""The parts every pane is built of. User-only signals: setting a value from code never emits."""

from views.theme.text_block import Run, strong
from views.widgets.banner import Banner
from views.widgets.bars import IntervalBar, LoadBar, Part, PartsBar, TargetBar, WeightDots, load_tone, target_tone
from views.widgets.base import PaintedWidget, follow_theme, tip
from views.widgets.button import Button, IconButton, Link, ToggleChip
from views.widgets.card import Card
from views.widgets.choices import CheckRow, RadioRow, SegmentedControl
from views.widgets.combo import Combo
from views.widgets.dates import DateField
from views.widgets.editable import EditableCell, EditableText
from views.widgets.empty_state import DropTarget, EmptyState
from views.widgets.facets import Facet, FacetList
from views.widgets.fields import IntegerField, LineEdit, MoneyField, SearchField, TextArea, TimeField
from views.widgets.figure import Change, FigureBand, FigureTile
from views.widgets.form import Field, FieldError, Form
from views.widgets.label import Label
from views.widgets.layouts import FlowLayout, Hairline, ScrollArea, Sentence, Splitter, row
from views.widgets.overlay import Sheet, Toast
from views.widgets.small import Chip, KeyHint, StepNumber, TierSquare
from views.widgets.table import Cell, Column, DataTable, Role, RowsModel
from views.widgets.thread_strip import Knot, ThreadStrip
from views.widgets.timeline import Moment, Timeline
from views.widgets.weekdays import TimeRange, Weekdays

__all__ = [
    "Banner", "Button", "Card", "Cell", "Change", "CheckRow", "Chip", "Column", "Combo", "DataTable", "DateField", "DropTarget", "EditableCell",
    "EditableText", "EmptyState", "Facet", "FacetList", "Field", "FieldError", "FigureBand", "FigureTile", "FlowLayout", "Form", "Hairline",
    "IconButton", "IntegerField", "IntervalBar", "KeyHint", "Knot", "Label", "LineEdit", "Link", "LoadBar", "Moment", "MoneyField", "PaintedWidget",
    "Part", "PartsBar", "RadioRow", "Role", "RowsModel", "Run", "ScrollArea", "SearchField", "SegmentedControl", "Sentence", "Sheet", "Splitter",
    "StepNumber", "TargetBar", "TextArea", "ThreadStrip", "TierSquare", "TimeField", "TimeRange", "Timeline", "Toast", "ToggleChip", "WeightDots",
    "Weekdays", "Column", "follow_theme", "load_tone", "row", "strong", "target_tone", "tip",
]
