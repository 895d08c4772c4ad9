"""A file whose rules ask for no visits (it may come from elsewhere): every pane and document opens, nothing divides by zero."""

from datetime import date

import pytest

from models import Customer, CustomerTier, VisitRule
from tests.views.driving import Drive
from views.panes import PANES
from workbench.customers.sheet import customer_sheet
from workbench.visits.plan import plan_visits


@pytest.mark.parametrize("name", ["visits", "every"])
def test_everything_opens_when_no_visits_are_asked_for(drive: Drive, name: str) -> None:
    with drive.workspace.edit("none") as session:
        for rule in session.query(VisitRule):
            setattr(rule, name, 0)
    for place in PANES:
        drive.open(place.name)
    for document in ("strategy", "morning", "customers"):
        pane = drive.open("documents", document=document)
        assert pane._made
    with drive.workspace.read() as session:
        first_of = {tier: session.query(Customer.id).join(CustomerTier).filter(CustomerTier.tier == tier).first() for tier in "ABC"}
        planned = plan_visits(session, date(2026, 11, 30), 4)
    assert not planned.plan.left_out
    for found in first_of.values():
        drive.open("customers", customer=found[0])
        with drive.workspace.read() as session:
            assert customer_sheet(session, found[0]).due is None
