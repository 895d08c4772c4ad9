"""What the rules of strategy health read, each thing once: they are asked one after another and most of them look at the same rows."""

from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy.orm import Session

from models import Plan
from workbench import clock
from workbench.actions.actions import ActionView, actions
from workbench.analysis import strategies
from workbench.analysis.strategies import StrategyView
from workbench.analysis.time_box import TimeBox, time_box
from workbench.goals import kgi
from workbench.goals.funnel import Funnel, funnel
from workbench.goals.ground import Ground, ground
from workbench.goals.kgi import Goal
from workbench.goals.split import Split
from workbench.targeting.asking import Sql
from workbench.value.statements import SegmentValue, by_segment
from workbench.visits.capacity import Capacity, capacity_of
from workbench.visits.channel import OF_RULE, channel_sql
from workbench.workspace.workspace import company_of


class Reading:
    """One look at the file. What a rule asks for is read at the first asking and kept for the others; `months` are the goal's where known."""

    def __init__(self, session: Session, months: Split | None = None) -> None:
        self.session = session
        self._months = months
        self.today: date = clock.today()

    def rows(self, sql: str, *values: object) -> list[Any]:
        """The rows of a question in plain SQL."""
        return list(self.session.connection().exec_driver_sql(sql, values).fetchall())

    @cached_property
    def plan(self) -> Plan | None:
        """The current plan."""
        return kgi.current_plan(self.session)

    @cached_property
    def goal(self) -> Goal | None:
        """The goal of the current plan, complete or a draft."""
        return kgi.current_goal(self.session)

    @cached_property
    def currency(self) -> str:
        """The company's."""
        return company_of(self.session).currency

    @cached_property
    def ground(self) -> Ground:
        """Team, rules, customers and rates; what an order brings where the goal is in money."""
        return ground(self.session, leads=False, average=self.goal is not None and self.goal.metric not in kgi.COUNTED)

    @cached_property
    def channel(self) -> Sql:
        """SQL for how `customer c` with its tier's `visit_rule r` is served, and its values."""
        return channel_sql(self.session, OF_RULE)

    @cached_property
    def capacity(self) -> Capacity:
        """The hours that the rules need, and those there are."""
        base = self.ground
        return capacity_of(base.team, base.counts, base.needs, base.travel, base.drives, base.weeks)

    @cached_property
    def funnel(self) -> Funnel | None:
        """The funnel of the goal, None for a draft."""
        return funnel(self.session, self.goal.id, self.ground, self._months) if self.goal is not None and self.goal.complete else None

    @cached_property
    def time_box(self) -> TimeBox:
        """The time box of the analysis."""
        return time_box(self.session)

    @cached_property
    def thought_out(self) -> bool:
        """Whether the time for thinking is over, or none was set: what the boards lack now will not come by itself."""
        return self.time_box.state != "open"

    @cached_property
    def strategies(self) -> tuple[StrategyView, ...]:
        """By effect times ease."""
        return strategies.strategies(self.session)

    @cached_property
    def actions(self) -> tuple[ActionView, ...]:
        """Those still to be done, overdue ones first."""
        return tuple(one for one in actions(self.session) if one.live)

    @cached_property
    def values(self) -> tuple[SegmentValue, ...]:
        """Value statements by segment."""
        return by_segment(self.session)

    @property
    def primary(self) -> tuple[SegmentValue, ...]:
        """The segments decided on as primary."""
        return tuple(one for one in self.values if one.decision == "primary")
