"""What the pane of segments reads: all segments at once, and what hangs on the present one."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.analysis.strategies import strategies
from workbench.targeting.choices import Choices, choices
from workbench.targeting.scoring import Matrix, matrix
from workbench.targeting.segments import Member, Overview, members, overview
from workbench.thread.around import SEGMENT, Around, around
from workbench.thread.links import Link, links
from workbench.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Following:
    """What hangs on a segment: its first customers by revenue, and the strategies, rules, actions and visit around it on the thread."""

    segment: int
    members: tuple[Member, ...]
    around: Around
    aimed: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the pane draws but what hangs on the present segment."""

    overview: Overview
    matrix: Matrix
    choices: Choices
    links: tuple[Link, ...]


def read(_report: Callable[..., None], workspace: Workspace) -> Shown:
    """Read it, here or in a job."""
    with workspace.read() as session:
        found = overview(session)
        return Shown(found, matrix(session, found), choices(session), links(session, boards=True))


def read_following(_report: Callable[..., None], workspace: Workspace, segment: int) -> Following:
    """Read what hangs on a segment, here or in a job."""
    with workspace.read() as session:
        aimed = any(served.id == segment for one in strategies(session) for served in one.segments)
        return Following(segment, members(session, segment), around(session, SEGMENT, segment), aimed)
