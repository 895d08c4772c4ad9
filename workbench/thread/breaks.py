"""A break in the red thread."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

GRAVE, SLIGHT = "grave", "slight"


@dataclass(frozen=True, slots=True)
class Break:
    """One break. `detail` is its evidence, `mend` names the way to mend it, `pane` and `where` are its place for `navigate`."""

    rule: str
    severity: str
    message: str
    detail: str
    mend: str
    pane: str
    where: dict[str, object] = field(default_factory=dict)


def rows_of(session: Session, sql: str, *values: object) -> list[Any]:
    """The rows of a question in plain SQL."""
    return list(session.connection().exec_driver_sql(sql, values).fetchall())
