"""What is laid one below the other, recorded, so that it can be laid in more than one place before one of them is chosen."""

from collections.abc import Callable
from dataclasses import dataclass, field

from workbench.output.pdf.flow import Brick, Flow, Stack


@dataclass(slots=True)
class Passage:
    """The steps of laying a part of a document. It does as a flow would; `across` and `high` are the room of a page."""

    across: float
    high: float
    steps: list[Callable[[Flow], None]] = field(default_factory=list)

    def need(self, height: float, least: float = 0.0) -> None:
        """See Flow.need."""
        self.steps.append(lambda flow: flow.need(height, least))

    def space(self, height: float) -> None:
        """See Flow.space."""
        self.steps.append(lambda flow: flow.space(height))

    def gap(self, height: float) -> None:
        """See Flow.gap."""
        self.steps.append(lambda flow: flow.gap(height))

    def heading(self, key: str, title: str, level: int, brick: Brick) -> None:
        """See Flow.heading."""
        self.steps.append(lambda flow: flow.heading(key, title, level, brick))

    def put(self, *bricks: Brick, gap: float = 8.0) -> None:
        """See Flow.put."""
        self.columns(Stack(bricks, gap=gap))

    def columns(self, *stacks: Stack) -> None:
        """See Flow.columns."""
        self.steps.append(lambda flow: flow.columns(*stacks))

    def lay(self, flow: Flow) -> None:
        """Lay it there."""
        for step in self.steps:
            step(flow)
