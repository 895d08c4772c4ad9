"""A break in the red thread."""

from dataclasses import dataclass, field

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
