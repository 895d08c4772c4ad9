"""The rows of a workspace file, one subject a module. Importing this package knows every table."""

from models.base import Base
from models.company import ClosedDay, Company, Rep, RepHours
from models.customer import Customer, CustomerHours, CustomerTag, ImportMemory, OrderLine
from models.deal import Deal
from models.goal import Kgi
from models.plan import Plan
from models.tier import CustomerTier, Tiering, VisitRule
from models.visit import Visit

__all__ = [
    "Base",
    "ClosedDay",
    "Company",
    "Customer",
    "CustomerHours",
    "CustomerTag",
    "CustomerTier",
    "Deal",
    "ImportMemory",
    "Kgi",
    "OrderLine",
    "Plan",
    "Rep",
    "RepHours",
    "Tiering",
    "VisitRule",
    "Visit",
]

for _table in Base.metadata.tables.values():
    _table.dialect_options["sqlite"]["strict"] = True
