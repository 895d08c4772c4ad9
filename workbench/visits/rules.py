"""Visit rules: how often and how a tier is visited, changed one value at a time."""

from sqlalchemy.orm import Session

from models import VisitRule
from workbench.errors import BadInput
from workbench.strings import marked, tr
from workbench.visits.cadence import Cadence

UNITS = {"week": marked("week"), "month": marked("month"), "quarter": marked("quarter")}
CHANNELS = {"visit": marked("in person"), "desk": marked("from the desk")}

BOUNDS = {"visits": (1, 30), "every": (1, 26), "least_gap": (0, 365), "greatest_gap": (1, 730), "duration": (5, 600)}
"""Least and greatest value of each number of a rule."""


def set_rule(session: Session, tier: str, field: str, value: int | str) -> None:
    """Change one value of a tier's rule. Raises BadInput for what no rule can be: out of bounds, or gaps that contradict the cadence."""
    rule = session.query(VisitRule).filter_by(tier=tier).one()
    if field in BOUNDS:
        low, high = BOUNDS[field]
        if not isinstance(value, int) or not low <= value <= high:
            raise BadInput(tr("This must lie between {low} and {high}.", low=low, high=high), "", tr("Type another number."))
    elif field == "unit" and value not in UNITS or field == "channel" and value not in CHANNELS:
        raise BadInput(tr("{value} cannot be chosen.", value=value), "", tr("Choose one of the list."))
    setattr(rule, field, value.strip() if isinstance(value, str) else value)
    if rule.least_gap > rule.greatest_gap:
        raise BadInput(
            tr(
                "The least gap of {least} days is longer than the greatest of {greatest}.", least=rule.least_gap, greatest=rule.greatest_gap
            ),
            "",
            tr("Change the other one first."),
        )
    days = Cadence(rule.visits, rule.unit, rule.every).days  # type: ignore[arg-type]
    if rule.least_gap > days:
        raise BadInput(
            tr(
                "With at least {least} days between visits, the cadence of {days} days cannot be kept.",
                least=rule.least_gap,
                days=round(days),
            ),
            "",
            tr("Make the gap shorter, or the visits fewer."),
        )
