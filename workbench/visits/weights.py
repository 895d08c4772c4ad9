"""What the owner finds important in a plan beside required visits and little driving."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.workspace.workspace import company_of

MOST_WEIGHT = 4


@dataclass(frozen=True, slots=True)
class Weights:
    """How much even days and the same weekday for a customer matter beside driving, 0 (not at all) to MOST_WEIGHT."""

    even: int = 2
    same: int = 1


def plan_weights(session: Session) -> Weights:
    """The weights of this company."""
    company = company_of(session)
    return Weights(company.weight_even, company.weight_same)
