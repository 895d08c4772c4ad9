"""Rows of a small company for the tests: a rep at an office in Osaka, customers around it, visits."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Customer, CustomerTier, Rep, Visit, VisitRule
from workbench.workspace.workspace import company_of

MONDAY = date(2026, 11, 30)


def settle(session: Session, *, field_hours: float = 0.0) -> Rep:
    """Put the office in Osaka and give back the first rep."""
    company = company_of(session)
    company.office_lat, company.office_lng = 34.7, 135.5
    rep = session.scalars(select(Rep)).one()
    rep.field_hours = field_hours
    session.flush()
    return rep


def add_customer(
    session: Session, name: str, tier: str = "A", rep: Rep | None = None, lat: float | None = 34.7, lng: float = 135.55
) -> Customer:
    customer = Customer(
        name=name, folded=name.lower(), search=name.lower(), lat=lat, lng=lng if lat else None, rep_id=rep.id if rep else None
    )
    session.add(customer)
    session.flush()
    if tier:
        session.add(CustomerTier(customer_id=customer.id, tier=tier, by_figures=tier, revenue=0, rank=1, share_before=0.0, share=0.0))
    session.flush()
    return customer


def add_visit_row(
    session: Session,
    customer: Customer,
    day: date,
    start: int = 600,
    *,
    status: str = "planned",
    locked: bool = False,
    minutes: int = 60,
    rep_id: int = 1,
) -> Visit:
    visit = Visit(customer_id=customer.id, rep_id=rep_id, day=day, start=start, end=start + minutes, status=status, locked=locked)
    session.add(visit)
    session.flush()
    return visit


def change_rule(session: Session, tier: str, **values: object) -> None:
    rule = session.scalars(select(VisitRule).where(VisitRule.tier == tier)).one()
    for name, value in values.items():
        setattr(rule, name, value)
    session.flush()
