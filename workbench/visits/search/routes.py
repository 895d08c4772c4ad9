"""One route: when its stops can be reached, what it costs, taking stops out and putting them in. Compiled."""

import numpy as np

from workbench.visits.search.compiler import inner

FOREVER = 1e9
SHIFT_A, SHIFT_B, SHIFT_C, SHIFT_D = np.uint64(12), np.uint64(25), np.uint64(27), np.uint64(11)
FACTOR = np.uint64(2685821657736338717)


@inner
def uniform(random):
    """A random number from 0 to below 1 (xorshift64*)."""
    x = random[0]
    x ^= x >> SHIFT_A
    x ^= x << SHIFT_B
    x ^= x >> SHIFT_C
    random[0] = x
    return float((x * FACTOR) >> SHIFT_D) / 9007199254740992.0


@inner
def arrive(noon, after, leave, minutes):
    """When a drive ends that starts at `leave`; it pauses for lunch."""
    if minutes == 0.0 or noon >= after:
        return leave + minutes
    if noon <= leave < after:
        return after + minutes
    if leave < noon and leave + minutes > noon:
        return leave + minutes + after - noon
    return leave + minutes


@inner
def leave_by(noon, after, limit, minutes):
    """The latest start of a drive that ends no later than `limit`."""
    if minutes == 0.0 or noon >= after or limit <= noon or limit - minutes >= after:
        return limit - minutes
    return (noon if limit < after else limit - (after - noon)) - minutes


@inner
def first_start(windows, noon, after, step, minutes, arrival):
    """The earliest start of a visit after an arrival that some window holds whole, -1 where there is none."""
    for w in range(windows.shape[0]):
        start = max(arrival, windows[w, 0])
        start = np.ceil(start / step) * step
        if noon < after and start < after and start + minutes > noon:
            start = np.ceil(after / step) * step
        if start + minutes <= windows[w, 1]:
            return start
    return -1.0


@inner
def last_start(windows, noon, after, step, minutes, end):
    """The latest start of a visit that is over by `end`, -1 where there is none."""
    for w in range(windows.shape[0] - 1, -1, -1):
        start = np.floor((min(windows[w, 1], end) - minutes) / step) * step
        if noon < after and start < after and start + minutes > noon:
            start = np.floor((noon - minutes) / step) * step
        if start >= windows[w, 0]:
            return start
    return -1.0


@inner
def evenness(even, hours, work):
    """What a day of so many minutes costs for being long."""
    return even * work * work / (2.0 * hours) if hours > 0.0 else 0.0


@inner
def refresh(task, plan, number):
    """Reckon a route anew from its stops, and bring its day's minutes along."""
    rules, route, now = task.rules[0], task.routes[number], plan.routes[number]
    count = now.stops
    stops = plan.stops[number]
    today = plan.days[route.day]
    week = task.days[route.day].week
    today.work -= now.driven + now.served
    plan.weeks[week] -= now.driven + now.served
    driven = served = load = 0.0
    here = route.origin
    for i in range(count):
        client = task.clients[stops[i]]
        driven += task.travel[here, client.node]
        here = client.node
        served += client.service
        load += client.demand
    if count or route.anchored:
        driven += task.travel[here, route.goal]
    now.driven, now.served, now.load = driven, served, load
    today.work += driven + served
    plan.weeks[week] += driven + served
    if rules.timed == 0.0:
        return
    noon, after, step = rules.noon, rules.after, rules.step
    date = task.days[route.day].date
    leave, arrive_by = plan.leave[number], plan.arrive_by[number]
    time, here = route.begin, route.origin
    leave[0] = time
    for i in range(count):
        client = task.clients[stops[i]]
        windows = task.windows[task.opening[stops[i], date]]
        time = (
            first_start(windows, noon, after, step, client.service, arrive(noon, after, time, task.travel[here, client.node]))
            + client.service
        )
        here = client.node
        leave[i + 1] = time
    limit, here = route.deadline, route.goal
    arrive_by[count] = limit
    for i in range(count - 1, -1, -1):
        client = task.clients[stops[i]]
        windows = task.windows[task.opening[stops[i], date]]
        end = min(route.latest_end, leave_by(noon, after, limit, task.travel[client.node, here]))
        limit, here = last_start(windows, noon, after, step, client.service, end), client.node
        arrive_by[i] = limit


@inner
def drop_stop(task, plan, number, client):
    """Take a client out of a route; `refresh` must follow."""
    stops, count = plan.stops[number], plan.routes[number].stops
    shift = 0
    for i in range(count):
        if shift:
            stops[i - 1] = stops[i]
        elif stops[i] == client:
            shift = 1
    plan.routes[number].stops = count - shift
    plan.days[task.routes[number].day].visits -= shift


@inner
def add_stop(task, plan, number, place, client):
    """Put a client into a route at a place; `refresh` must follow."""
    stops, count = plan.stops[number], plan.routes[number].stops
    for i in range(count, place, -1):
        stops[i] = stops[i - 1]
    stops[place] = client
    plan.routes[number].stops = count + 1
    plan.days[task.routes[number].day].visits += 1


@inner
def cheapest_by_length(travel, nodes, stops, count, origin, goal, anchored, node, room, blink, random):
    """Where a stop costs least extra driving, less than `room` minutes: (minutes, place), place -1 where nowhere."""
    best, place = room, -1
    here = origin
    to_it = travel[here, node]
    for i in range(count + 1):
        following = nodes[stops[i]].node if i < count else goal
        extra = to_it + travel[node, following]
        if count > 0 or anchored:
            extra -= travel[here, following]
        if extra < best and uniform(random) >= blink:
            best, place = extra, i
        here = following
        to_it = travel[here, node]
    return best, place


@inner
def cheapest_by_time(
    travel,
    nodes,
    stops,
    count,
    origin,
    goal,
    anchored,
    node,
    minutes,
    windows,
    noon,
    after,
    step,
    leave,
    arrive_by,
    latest_end,
    blink,
    random,
):
    """Where a stop costs least extra driving and keeps all times: (minutes, place), place -1 where nowhere."""
    best, place = FOREVER, -1
    here = origin
    to_it = travel[here, node]
    for i in range(count + 1):
        following = nodes[stops[i]].node if i < count else goal
        from_it = travel[node, following]
        extra = to_it + from_it
        if count > 0 or anchored:
            extra -= travel[here, following]
        if extra < best and uniform(random) >= blink:
            start = first_start(windows, noon, after, step, minutes, arrive(noon, after, leave[i], to_it))
            if 0.0 <= start <= latest_end - minutes and arrive(noon, after, start + minutes, from_it) <= arrive_by[i]:
                best, place = extra, i
        here = following
        to_it = travel[here, node]
    return best, place
