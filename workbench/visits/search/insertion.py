"""Putting a client back with all its visits at once: the cheapest place on each day, then the cheapest set of days. Compiled."""

from workbench.visits.search.arrays import NEVER, PATTERNS
from workbench.visits.search.compiler import inner
from workbench.visits.search.routes import FOREVER, add_stop, cheapest_by_length, cheapest_by_time, evenness, refresh

MOST_SKIPPED = 3


@inner
def look_at_day(task, plan, client, number, date, blink):
    """Keep the cheapest place of a client on a rep's day if it is cheaper than what is known for the date."""
    rules, wish, day = task.rules[0], task.clients[client], task.days[number]
    if day.most_visits > 0 and plan.days[number].visits >= day.most_visits:
        return
    choice = plan.choices[date]
    for r in range(day.route_from, day.route_to):
        route, now = task.routes[r], plan.routes[r]
        count = now.stops
        if count >= plan.stops.shape[1]:
            continue
        if rules.timed > 0.0:
            extra, place = cheapest_by_time(
                task.travel,
                task.clients,
                plan.stops[r],
                count,
                route.origin,
                route.goal,
                route.anchored,
                wish.node,
                wish.service,
                task.windows[task.opening[client, date]],
                rules.noon,
                rules.after,
                rules.step,
                plan.leave[r],
                plan.arrive_by[r],
                route.latest_end,
                blink,
                plan.random,
            )
        else:
            if now.load + wish.demand > route.most_load + 1e-9:
                continue
            room = route.most_length + 1e-9 - now.driven - now.served - wish.service
            extra, place = cheapest_by_length(
                task.travel,
                task.clients,
                plan.stops[r],
                count,
                route.origin,
                route.goal,
                route.anchored,
                wish.node,
                room,
                blink,
                plan.random,
            )
        if place < 0 or extra + wish.service > task.weeks[day.week] - plan.weeks[day.week]:
            continue
        minutes = extra + wish.service
        if rules.even > 0.0:
            work = plan.days[number].work
            extra += evenness(rules.even, day.hours, work + extra + wish.service) - evenness(rules.even, day.hours, work)
        if extra < choice.cost:
            choice.cost, choice.route, choice.place, choice.minutes = extra, r, place, minutes


@inner
def look_at_dates(task, plan, client, rep, blink):
    """The cheapest place of a client on each date: with one rep, or with any where `rep` is negative."""
    for date in range(task.opening.shape[1]):
        plan.choices[date].cost = FOREVER
        if task.opening[client, date] < 0:
            continue
        if rep >= 0:
            if task.day_of[rep, date] >= 0:
                look_at_day(task, plan, client, task.day_of[rep, date], date, blink)
            continue
        empty_seen = False
        for each in range(task.day_of.shape[0]):
            number = task.day_of[each, date]
            if number < 0:
                continue
            if plan.days[number].visits == 0:
                if empty_seen:
                    continue
                empty_seen = True
            look_at_day(task, plan, client, number, date, blink)


@inner
def cheapest_pattern(task, plan, client):
    """The cheapest of a client's patterns: (cost, visits), the days in `chosen`."""
    best, found = FOREVER, -1
    for pattern in range(task.clients[client].pattern_from, task.clients[client].pattern_to):
        cost = 0.0
        for i in range(task.patterns[pattern, 0], task.patterns[pattern, 1]):
            cost += plan.choices[task.pattern_days[i]].cost
            if cost >= best:
                break
        if cost < best:
            best, found = cost, pattern
    count = 0
    if found >= 0:
        for i in range(task.patterns[found, 0], task.patterns[found, 1]):
            plan.chosen[count, 0], plan.chosen[count, 1] = task.pattern_days[i], count
            count += 1
    return best, count


@inner
def kept_between(task, wish, first, second):
    """Whether a visit that stays lies between two days."""
    for i in range(wish.kept_from, wish.kept_to):
        if first < task.kept_days[i] < second:
            return True
    return False


@inner
def gaps_allow(task, wish, day):
    """Whether a day keeps the least gap to the visits that stay."""
    least = max(1, wish.least)
    for i in range(wish.kept_from, wish.kept_to):
        if abs(task.kept_days[i] - day) < least:
            return False
    return True


@inner
def cheapest_days(task, plan, client):
    """The cheapest days for a client's due days, some of them left out where that is cheaper: (cost, visits), the days in `chosen`.

    Dynamic programming over the due days in order: `value[j, day]` is the least cost of answering due day j on a day, all before it settled.
    """
    rules, wish = task.rules[0], task.clients[client]
    wanted = wish.wanted
    least, greatest, absence = max(1, wish.least), wish.greatest, wish.absence
    best, best_due, best_day = wanted * absence, -1, -1
    for j in range(wanted):
        due = task.dues[wish.due_from + j]
        for day in range(due.low, due.high + 1):
            plan.value[j, day] = FOREVER
            cost = plan.choices[day].cost
            if cost >= FOREVER or not gaps_allow(task, wish, day):
                continue
            cost += rules.early * abs(day - due.day)
            if day > due.latest:
                cost += rules.late
            if wish.liked and not (wish.liked >> task.weekday[day]) & 1:
                cost += rules.same
            if due.stands >= 0 and due.stands != day:
                cost += rules.move
            value, came = cost + j * absence, -1
            for i in range(max(0, j - MOST_SKIPPED), j):
                earlier = task.dues[wish.due_from + i]
                skipped = (j - i - 1) * absence
                for before in range(earlier.low, min(earlier.high, day - least) + 1):
                    total = plan.value[i, before] + skipped + cost
                    if total >= value:
                        continue
                    if greatest > 0 and day - before > greatest and not kept_between(task, wish, before, day):
                        continue
                    if task.weekday[before] != task.weekday[day]:
                        total += rules.same
                    if total < value:
                        value, came = total, i * NEVER + before
            plan.value[j, day] = value
            plan.came_from[j, day] = came
            total = value + (wanted - 1 - j) * absence
            if total < best:
                best, best_due, best_day = total, j, day
    count = 0
    while best_due >= 0:
        plan.chosen[count, 0], plan.chosen[count, 1] = best_day, best_due
        count += 1
        came = plan.came_from[best_due, best_day]
        if came < 0:
            break
        best_due, best_day = came // NEVER, came % NEVER
    return best, count


@inner
def keep_route(plan, number):
    """Remember a route as it is before its first change, so that the change can be taken back."""
    now = plan.routes[number]
    if now.dirty:
        return
    now.dirty = 1
    plan.dirty[plan.changed[0]] = number
    plan.changed[0] += 1
    now.kept_stops = now.stops
    for i in range(now.stops):
        plan.kept_stops[number, i] = plan.stops[number, i]


@inner
def extra_cost(task, plan, client):
    """What the days of a client's visits cost beside the driving, and those left out."""
    rules, wish, placed = task.rules[0], task.clients[client], plan.clients[client].placed
    cost = (wish.wanted - placed) * wish.absence
    if wish.kind == PATTERNS:
        return cost
    earlier = -1
    for i in range(placed - 1, -1, -1):
        due = task.dues[wish.due_from + plan.answers[client, i]]
        day = task.days[task.routes[plan.where[client, i]].day].date
        cost += rules.early * abs(day - due.day)
        if day > due.latest:
            cost += rules.late
        if wish.liked and not (wish.liked >> task.weekday[day]) & 1:
            cost += rules.same
        if due.stands >= 0 and due.stands != day:
            cost += rules.move
        if earlier >= 0 and task.weekday[earlier] != task.weekday[day]:
            cost += rules.same
        earlier = day
    return cost


@inner
def put_in(task, plan, client, blink):
    """Plan all visits of a client as cheaply as they can be together."""
    wish = task.clients[client]
    count = 0
    if wish.kind == PATTERNS:
        look_at_dates(task, plan, client, -1, blink)
        _, count = cheapest_pattern(task, plan, client)
    else:
        best, rep = wish.wanted * wish.absence, -1
        for r in range(wish.rep_from, wish.rep_to):
            look_at_dates(task, plan, client, task.reps[r], blink)
            cost, count = cheapest_days(task, plan, client)
            if cost < best:
                best, rep = cost, task.reps[r]
        if rep >= 0 and wish.rep_to - wish.rep_from > 1:
            look_at_dates(task, plan, client, rep, 0.0)
            _, count = cheapest_days(task, plan, client)
    placed, later = 0, -1
    for i in range(count):
        date = plan.chosen[i, 0]
        choice = plan.choices[date]
        week = task.days[task.routes[choice.route].day].week
        if placed and choice.minutes > task.weeks[week] - plan.weeks[week]:
            continue
        if placed and 0 < wish.greatest < later - date and not kept_between(task, wish, date, later):
            continue
        later = date
        keep_route(plan, choice.route)
        add_stop(task, plan, choice.route, choice.place, client)
        refresh(task, plan, choice.route)
        plan.where[client, placed] = choice.route
        plan.answers[client, placed] = plan.chosen[i, 1]
        placed += 1
    plan.clients[client].placed = placed
    plan.clients[client].extra = extra_cost(task, plan, client)
