"""Two segments over made-up customers."""

from datetime import date

import pytest

from models import Customer, Deal, OrderLine, Segment
from models.base import MONEY_SCALE
from workbench.targeting.filters import Condition, Group, dumped
from workbench.workspace import Workspace

CONTACTS = ("T. Endo, design", "A. Fujii, design", "N. Ogawa (Design)", "購買課 久保様", "Hayashi, Mika", "")


@pytest.fixture
def bought(workspace: Workspace) -> Workspace:
    """Six customers of medicine with orders and lost deals, and one of optics."""
    with workspace.edit("fill") as session:
        for number, contact in enumerate((*CONTACTS, "Kubo"), 1):
            name = f"Nakamura {number}"
            industry = "Medical" if number <= len(CONTACTS) else "Optics"
            session.add(Customer(id=number, name=name, folded=name.lower(), search=name, industry=industry, contact=contact))
            for month in (1, 3, 5) if number < 6 else ():
                day = date(2026, month, 1)
                session.add(OrderLine(customer_id=number, day=day, amount=number * MONEY_SCALE, product="Pin" if number > 1 else "Jaw"))
            reason = ("Price", "Price", "PRICE: too dear", "Lead time", "", "Nakamura 3 talked")[number - 1] if number < 7 else ""
            if reason:
                closed = {"opened": date(2026, 1, 1), "closed": date(2026, 1, 1 + number)}
                session.add(Deal(customer_id=number, title="d", stage="lost", amount=1, lost_reason=reason, **closed))
        for place, industry in enumerate(("Medical", "Optics")):
            found = dumped(Group("and", (Condition("industry", "is", industry),)))
            session.add(Segment(id=place + 1, plan_id=1, position=place, name=industry, filter=found))
    return workspace
