"""What the pane of segments reads: all segments at once, and what hangs on the present one."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.analysis.strategies import StrategyView, strategies
from workbench.targeting.choices import Choices, choices
from workbench.targeting.scoring import Matrix, matrix
from workbench.targeting.segments import Member, Overview, members, overview
from workbench.thread.links import Link, links
from workbench.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Following:
    """What hangs on a segment: its first customers by revenue and the strategies aimed at it."""

    segment: int
    members: tuple[Member, ...]
    strategies: tuple[StrategyView, ...]


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
        aimed = tuple(one for one in strategies(session) if any(served.id == segment for served in one.segments))
        return Following(segment, members(session, segment), aimed)
