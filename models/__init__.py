"""The rows of a workspace file, one subject a module. Importing this package knows every table."""

from models.action import Action, Assumption
from models.base import Base
from models.board import Card, Rival, Snapshot, Strategy, StrategyCard
from models.company import ClosedDay, Company, Rep, RepAbsence, RepHours
from models.customer import Customer, CustomerClosed, CustomerHours, CustomerRule, CustomerTag, ImportMemory, OrderLine
from models.deal import Deal
from models.goal import FunnelShare, FunnelStage, Kgi, KgiMonth, KgiMonthChange
from models.plan import Plan
from models.target import Axis, AxisPoint, Criterion, Segment, SegmentScore, StrategySegment
from models.tier import CustomerTier, Tiering, VisitRule
from models.value import Persona, PersonaAttribute, ValueStatement
from models.visit import ExtraVisit, Visit

__all__ = [
    "ValueStatement",
    "PersonaAttribute",
    "Persona",
    "AxisPoint",
    "Axis",
    "Action",
    "Assumption",
    "Base",
    "Card",
    "ClosedDay",
    "Company",
    "Criterion",
    "Customer",
    "CustomerClosed",
    "CustomerRule",
    "ExtraVisit",
    "RepAbsence",
    "CustomerHours",
    "CustomerTag",
    "CustomerTier",
    "Deal",
    "FunnelShare",
    "FunnelStage",
    "ImportMemory",
    "Kgi",
    "KgiMonth",
    "KgiMonthChange",
    "OrderLine",
    "Plan",
    "Rep",
    "RepHours",
    "Rival",
    "Segment",
    "SegmentScore",
    "Snapshot",
    "Strategy",
    "StrategyCard",
    "StrategySegment",
    "Tiering",
    "Visit",
    "VisitRule",
]

for _table in Base.metadata.tables.values():
    _table.dialect_options["sqlite"]["strict"] = True
