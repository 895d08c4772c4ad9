"""The hand plan of one rep: a route for each day worked, and the customers that wait to be put on one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from workbench.visits.day_route import NOWHERE, DayRoute, Stop
from workbench.visits.left_out import LeftOutReasons
from workbench.visits.problem import ALL_DAY, LeftOut, PlanCustomer, PlannedVisit, PlanRep, Problem, Span, Windows
from workbench.visits.roads import FIRST_CUSTOMER, Roads
from workbench.visits.travel import Place
from workbench.visits.waiting import Waiting
from workbench.visits.week_hours import WeekHours

MOST_LOOKED_AT = 400
"""Of more customers due on one day, only the most urgent are looked at: a fresh import of 100,000 must not stop the planner."""
DAYS_TRIED_AGAIN = 20
MOST_TRIED_AGAIN = 1000


class RepPlanner:
    """One rep's window: a route a worked day, and the customers that wait for a visit."""

    def __init__(
        self,
        problem: Problem,
        rep: PlanRep,
        own: list[Waiting],
        customers: dict[int, PlanCustomer],
    ) -> None:
        self.problem, self.rep, self.customers = problem, rep, customers
        self.kept = [visit for visit in problem.kept if visit.rep_id == rep.id]
        placed = dict.fromkeys([waiting.customer.id for waiting in own] + [visit.customer_id for visit in self.kept])
        self.node = {customer_id: number for number, customer_id in enumerate(placed, start=FIRST_CUSTOMER)}
        self.roads = Roads(problem.travel, rep, [self.place(customer_id) for customer_id in self.node])
        self.planned: dict[tuple[int, date], date] = {}
        self.days = self._routes()
        self.workable = frozenset(self.days)
        self.week = WeekHours(problem, rep, self.days)
        self.short_of_hours: set[int] = set()
        self.waiting = own
        for waiting in own:
            waiting.go_with(self.node[waiting.customer.id], self.free_weekdays(waiting.customer))

    def place(self, customer_id: int) -> Place | None:
        """Where a customer is."""
        customer = self.customers.get(customer_id)
        return customer.place if customer else None

    def know(self, customer_id: int) -> int:
        """The number of a customer on this rep's roads, also of one that another rep was to visit."""
        if customer_id not in self.node:
            self.node[customer_id] = self.roads.add(self.place(customer_id))
        return self.node[customer_id]

    def _routes(self) -> dict[date, DayRoute]:
        fixed: dict[date, list[Stop]] = defaultdict(list)
        for visit in self.kept:
            node = self.node[visit.customer_id] if self.place(visit.customer_id) else NOWHERE
            fixed[visit.day].append(Stop(visit.customer_id, node, visit.end - visit.start, (ALL_DAY,), visit.start, fixed=True))
        routes = {}
        for offset in range((self.problem.last - self.problem.first).days + 1):
            day = self.problem.first + timedelta(days=offset)
            hours = self.rep.hours[day.weekday()]
            closed = day in self.problem.closed or day in self.rep.away
            if hours and day.weekday() in self.problem.weekdays and not closed:
                routes[day] = DayRoute(self.roads, hours, self.problem.lunch, fixed[day], self.rep.most_visits)
        return routes

    def free_weekdays(self, customer: PlanCustomer) -> frozenset[int]:
        """The weekdays on which a day with this visit alone would hold it."""
        known: dict[tuple[Span, Windows], bool] = {}
        free = []
        for weekday in self.problem.weekdays:
            hours, windows = self.rep.hours[weekday], customer.opening[weekday]
            if hours is None or not windows:
                continue
            if (hours, windows) not in known:
                known[hours, windows] = self._fits_alone(customer, hours, windows)
            if known[hours, windows]:
                free.append(weekday)
        return frozenset(free)

    def _fits_alone(self, customer: PlanCustomer, hours: Span, windows: Windows) -> bool:
        route = DayRoute(self.roads, hours, self.problem.lunch, [])
        node = self.node[customer.id]
        return route.insert(Stop(customer.id, node, customer.duration, windows), route.detour(node, customer.duration))

    def fill_days(self) -> None:
        """For each day: the most overdue customer of the best tier first, then the nearest that is due, until the day is full."""
        begins: dict[int, date] = {}

        def begin(waiting: Waiting) -> None:
            if waiting.due:
                begins[waiting.customer.id] = waiting.from_day(waiting.due[0], self.problem.first, self.workable)

        for waiting in self.waiting:
            begin(waiting)
        timed = [waiting for waiting in self.waiting if waiting.customer.deadline]
        for day, route in self.days.items():
            for waiting in timed:
                if waiting.give_up(day):
                    begin(waiting)
            ready = [
                waiting
                for waiting in self.waiting
                if waiting.due and begins[waiting.customer.id] <= day and waiting.is_free(day) and waiting.gaps_allow(day)
            ]
            for waiting in self._fill(day, route, ready):
                begin(waiting)

    def _fill(self, day: date, route: DayRoute, ready: list[Waiting]) -> list[Waiting]:
        pool = sorted(ready, key=lambda waiting: waiting.urgency(day))[:MOST_LOOKED_AT]
        done: list[Waiting] = []
        while pool:
            first = pool.pop(0)
            if self._put(day, route, first, first.due[0]):
                done.append(first)
                break
        while pool:
            near = []
            for order, waiting in enumerate(pool):
                options = route.detour(waiting.node, waiting.customer.duration)
                if options:
                    near.append((options[0][0], order, waiting))
            near.sort(key=lambda entry: entry[:2])
            pool = []
            for index, (_, _, waiting) in enumerate(near):
                if self._put(day, route, waiting, waiting.due[0]):
                    done.append(waiting)
                    rest = near[index + 1 :]
                    rest.sort(key=lambda entry: entry[1])
                    pool = [entry[2] for entry in rest]
                    break
        return done

    def _put(self, day: date, route: DayRoute, waiting: Waiting, due: date) -> bool:
        customer = waiting.customer
        stop = Stop(customer.id, waiting.node, customer.duration, customer.windows(day))
        options, left = route.detour(waiting.node, customer.duration), self.week.left(day)
        affordable = [option for option in options if option[0] + customer.duration <= left]
        if not route.insert(stop, affordable):
            if len(affordable) < len(options):
                self.short_of_hours.add(customer.id)
            return False
        self.week.changed(day)
        waiting.add(day, due)
        self.planned[customer.id, day] = due
        return True

    def try_days_before(self) -> None:
        """Try what is left on the days nearest to its due day that its gaps allow, not earlier than half its cadence."""
        rest = [(waiting.customer.tier_rank, due, waiting.customer.id, waiting) for waiting in self.waiting for due in waiting.left]
        nearest: dict[date, list[date]] = {}
        for _, due, _, waiting in sorted(rest, key=lambda entry: entry[:3])[:MOST_TRIED_AGAIN]:
            if due not in nearest:
                nearest[due] = sorted(self.days, key=lambda day: (abs((day - due).days), day))[:DAYS_TRIED_AGAIN]
            earliest, minutes = due - timedelta(days=int(waiting.customer.cadence.days / 2)), waiting.customer.duration
            for day in nearest[due]:
                fits = minutes <= self.days[day].free_minutes() and earliest <= day <= waiting.deadline(due) and waiting.is_free(day)
                if fits and waiting.gaps_allow(day) and self._put(day, self.days[day], waiting, due):
                    break

    def visits(self, answers: dict[int, date | None]) -> list[PlannedVisit]:
        """All visits of the rep, kept ones included, with the drive to each."""
        by_day: dict[date, list[PlannedVisit]] = defaultdict(list)
        late = {waiting.customer.id for waiting in self.waiting if waiting.was_late}
        for day, route in self.days.items():
            for stop in route.stops():
                if not stop.fixed:
                    due = self.planned[stop.customer, day]
                    why = self._why(self.customers[stop.customer], due, stop.customer in late)
                    by_day[day].append(PlannedVisit(stop.customer, self.rep.id, day, stop.start, stop.end, 0, 0.0, False, due, why))
        for kept in self.kept:
            answered = answers.get(kept.id)
            customer = self.customers.get(kept.customer_id)
            why = self._why(customer, answered, False) if customer and answered else "hand"
            by_day[kept.day].append(
                PlannedVisit(kept.customer_id, self.rep.id, kept.day, kept.start, kept.end, 0, 0.0, True, answered, why, kept.id)
            )
        done = {visit.id for visit in self.kept if visit.done}
        return [visit for day in by_day.values() for visit in self._with_drives(day) if visit.visit_id not in done]

    def _why(self, customer: PlanCustomer, due: date, was_late: bool) -> str:
        if not customer.seen_before and due == customer.due[0]:
            return "first"
        return "overdue" if was_late and due == customer.due[0] else "due"

    def _with_drives(self, visits: list[PlannedVisit]) -> Iterator[PlannedVisit]:
        here = self.rep.start
        for visit in sorted(visits, key=lambda visit: (visit.start, visit.end, visit.customer_id)):
            place = self.place(visit.customer_id)
            leg = self.problem.travel.leg(here, place)
            here = place or here
            yield replace(visit, travel_minutes=leg.minutes, travel_km=leg.km)

    def left_out(self, unmet: Iterable[Waiting]) -> list[LeftOut]:
        """What found no room with this rep, with the reason."""
        reasons = LeftOutReasons(self.problem, self.rep, self.days, frozenset(self.short_of_hours))
        return [reasons.of(waiting, due) for waiting in unmet for due in waiting.left]
