"""Sheets over the window, opened by `navigate(name, **where)`. Adding one is one file and one line here; imported when first opened.

A dialog is a `views.widgets.Sheet` built with `(context, host, **where)`: `super().__init__(host, tr("Import a list"), ...)`. The window calls
`open()`; the dialog ends itself with `done()`. Slow work: `context.jobs.run(..., owner=self)`, cancelled when it closes. `needs_file`
dialogs are not offered on the welcome page, where `context.workspace` is None. `sample` are arguments with which the layout test opens it.
"""

import importlib
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any


@dataclass(frozen=True, slots=True)
class DialogPlace:
    """A dialog's name and where its class is found ("module:Class")."""

    name: str
    source: str
    needs_file: bool = True


_DECLARED = (
    DialogPlace("new_company", "views.dialogs.new_company:NewCompanyDialog", False),
    DialogPlace("company", "views.dialogs.company:CompanyDialog"),
    DialogPlace("import", "views.dialogs.import_list:ImportDialog"),
    DialogPlace("backups", "views.dialogs.backups:BackupsDialog"),
    DialogPlace("preferences", "views.dialogs.preferences:PreferencesDialog", False),
    DialogPlace("shortcuts", "views.dialogs.shortcuts:ShortcutsDialog", False),
    DialogPlace("about", "views.dialogs.about:AboutDialog", False),
    DialogPlace("new_customer", "views.panes.customers.customer_form:CustomerForm"),
    DialogPlace("order", "views.panes.customers.order_form:OrderForm"),
    DialogPlace("customer_hours", "views.panes.customers.hours_form:HoursForm"),
    DialogPlace("customer_rule", "views.panes.customers.rule_form:RuleForm"),
    DialogPlace("customer_closed", "views.panes.customers.closed_form:ClosedForm"),
    DialogPlace("ask_visit", "views.panes.ask_visit:AskVisitSheet"),
    DialogPlace("customer_tier", "views.panes.customers.several_forms:TierForm"),
    DialogPlace("customer_tag", "views.panes.customers.several_forms:TagForm"),
    DialogPlace("add_visit", "views.panes.plan.add:AddVisitSheet"),
    DialogPlace("tier_by_hand", "views.panes.tiers.by_hand:ByHandSheet"),
    DialogPlace("action", "views.panes.actions.sheet:ActionSheet"),
    DialogPlace("assumption", "views.panes.actions.assumption_sheet:AssumptionSheet"),
    DialogPlace("guide", "views.panes.boards.guide_sheet:GuideSheet"),
    DialogPlace("snapshot", "views.panes.boards.snapshot_sheet:SnapshotSheet"),
    DialogPlace("persona_answer", "views.panes.personas.answer_sheet:AnswerSheet"),
    DialogPlace("error", "views.dialogs.error_report:ErrorDialog", False),
)

DIALOGS: tuple[DialogPlace, ...] = tuple(d for d in _DECLARED if find_spec(d.source.partition(":")[0]) is not None)


def dialog_of(name: str) -> DialogPlace | None:
    """The dialog called `name`, or None."""
    return next((place for place in DIALOGS if place.name == name), None)


def load(place: DialogPlace) -> Any:
    """Import the dialog's class."""
    module, _, name = place.source.partition(":")
    return getattr(importlib.import_module(module), name)
