"""Tiers of the sample company: the figures decide, but for two customers that are held by hand."""

from sqlalchemy.orm import Session

from models import CustomerTier
from workbench.customers.tiering import pareto_tiers, revenues
from workbench.workspace.sample.company import revenue_months
from workbench.workspace.sample.customers import CUSTOMERS, NUMBER
from workbench.workspace.sample.timeline import Timeline, month_start

Text = tuple[str, str]
A_UP_TO, B_UP_TO = 12, 31

HELD: dict[str, tuple[str, Text]] = {
    "Kintetsu Tooling": ("B", ("The subsidy for 5-axis work runs until {end}", "5軸加工の補助金が{end}まであるため")),
    "Yao Spring": ("C", ("No order since {quiet}", "{quiet}から注文がないため")),
}
"""Tier by hand and its reason."""
MOVED = {
    "Kishiwada Hydraulics": ("B", "A"),
    "Takatsuki Laser": ("B", "A"),
    "Ikoma Pump Works": ("A", "B"),
    "Yao Spring": ("B", "C"),
    "Kintetsu Tooling": ("C", "B"),
}
"""Who changed tier since the plan began: from and to."""


def tier_of(name: str) -> str:
    """The tier that counts today."""
    if name in HELD:
        return HELD[name][0]
    return "A" if NUMBER[name] <= A_UP_TO else "B" if NUMBER[name] <= B_UP_TO else "C"


def fill_tiers(session: Session, keys: list[int], text: int, days: Timeline) -> None:
    """Tier everybody by the revenue of the last full 12 months."""
    names = {key: customer.key for key, customer in zip(keys, CUSTOMERS, strict=True)}
    this_month = days.worked(month_start(days.today), days.today)[0]
    changed = {
        "Kishiwada Hydraulics": this_month,
        "Takatsuki Laser": days.plan_first,
        "Ikoma Pump Works": days.plan_first,
        "Yao Spring": max(days.plan_first, days.ago(50)),
        "Kintetsu Tooling": max(days.plan_first, days.ago(29)),
    }
    for row in pareto_tiers(revenues(session, *revenue_months(days.today))):
        name = names[row.customer_id]
        tier, reason = HELD.get(name, (row.tier, ("", "")))
        session.add(
            CustomerTier(
                customer_id=row.customer_id,
                tier=tier,
                by_figures=row.tier,
                revenue=row.revenue,
                rank=row.rank,
                share_before=row.share_before,
                share=row.share,
                override_reason=days.dated(reason, text),
                previous=MOVED[name][0] if name in MOVED else "",
                changed_on=changed.get(name),
            )
        )
