"""Slack induction by string removals (Christiaens and Vanden Berghe, Transportation Science 2020) with whole day patterns. Compiled.

A client is always taken out with all its visits and put back as cheaply as they can be together.
"""

import math

from workbench.visits.search.compiler import entry, inner
from workbench.visits.search.insertion import extra_cost, keep_route, put_in
from workbench.visits.search.routes import drop_stop, evenness, refresh, uniform

MEAN_REMOVED = 10
LONGEST_STRING = 10
BLINK = 0.01
CLUSTERS, WHOLE_ROUTES = 0.05, 0.05
MOST_ABSENT_TRIED = 6
RANK_PRICE = 1e6


@entry
def total_cost(task, plan):
    """Minutes driven, evenness, days and visits left out: what the search makes small."""
    cost = plan.routes.driven.sum() + plan.clients.extra.sum()
    even = task.rules[0].even
    if even > 0.0:
        for day in range(len(plan.days)):
            cost += evenness(even, task.days[day].hours, plan.days[day].work)
    return cost


@inner
def take_out(task, plan, client):
    """Take a client out with all its visits; its routes wait for `refresh`."""
    now = plan.clients[client]
    if now.removed:
        return
    now.removed = 1
    plan.removed[plan.changed[1]] = client
    plan.changed[1] += 1
    now.kept_placed, now.kept_extra = now.placed, now.extra
    for i in range(now.placed):
        route = plan.where[client, i]
        plan.kept_where[client, i] = route
        plan.kept_answers[client, i] = plan.answers[client, i]
        keep_route(plan, route)
        drop_stop(task, plan, route, client)
    now.placed = 0


@inner
def ruin_string(task, plan, route, client, length):
    """Take out a string of a route's clients that holds a given one."""
    count, place = plan.routes[route].stops, 0
    for i in range(count):
        if plan.stops[route, i] == client:
            place = i
    low, high = max(0, place - length + 1), min(place, count - length)
    first = low + int(uniform(plan.random) * (high - low + 1))
    for i in range(length):
        plan.string[i] = plan.stops[route, first + i]
    for i in range(length):
        take_out(task, plan, plan.string[i])


@inner
def ruin(task, plan):
    """Take neighbouring strings out of the routes around a random client; now and then a cluster or a whole route."""
    random = plan.random
    seed = int(uniform(random) * len(task.clients))
    kind = uniform(random)
    if kind < CLUSTERS:
        for k in range(min(1 + int(uniform(random) * 2 * MEAN_REMOVED), task.near.shape[1])):
            take_out(task, plan, task.near[seed, k])
        return
    placed = plan.clients[seed].placed
    if kind < CLUSTERS + WHOLE_ROUTES and placed:
        route = plan.where[seed, int(uniform(random) * placed)]
        ruin_string(task, plan, route, seed, min(plan.routes[route].stops, 2 * MEAN_REMOVED))
        return
    stops = routes = 0
    for r in range(len(plan.routes)):
        if plan.routes[r].stops:
            stops += plan.routes[r].stops
            routes += 1
    longest = max(1.0, min(float(LONGEST_STRING), stops / routes if routes else 1.0))
    strings = int(1.0 + uniform(random) * (4.0 * MEAN_REMOVED / (1.0 + longest) - 1.0))
    ruined = 0
    for k in range(task.near.shape[1]):
        client = task.near[seed, k]
        if ruined >= strings or plan.changed[1] >= 3 * MEAN_REMOVED:
            break
        if plan.clients[client].removed:
            continue
        placed = plan.clients[client].placed
        if placed == 0:
            take_out(task, plan, client)
            continue
        route = plan.where[client, int(uniform(random) * placed)]
        if plan.routes[route].ruined:
            continue
        count = plan.routes[route].stops
        length = min(int(1.0 + uniform(random) * max(1.0, min(float(count), longest))), count)
        plan.routes[route].ruined = 1
        plan.ruined[ruined] = route
        ruined += 1
        ruin_string(task, plan, route, client, length)
    for i in range(ruined):
        plan.routes[plan.ruined[i]].ruined = 0


@inner
def add_absent(task, plan):
    """Give some clients with visits left out another chance."""
    clients = len(task.clients)
    start = int(uniform(plan.random) * clients)
    tried = 0
    for i in range(clients):
        client = (start + i) % clients
        if plan.clients[client].placed < task.clients[client].wanted and not plan.clients[client].removed:
            take_out(task, plan, client)
            tried += 1
            if tried == MOST_ABSENT_TRIED:
                break


@inner
def sort_removed(plan):
    """Sort the removed clients by `order`."""
    for i in range(1, plan.changed[1]):
        client = plan.removed[i]
        key = plan.clients[client].order
        j = i - 1
        while j >= 0 and plan.clients[plan.removed[j]].order > key:
            plan.removed[j + 1] = plan.removed[j]
            j -= 1
        plan.removed[j + 1] = client


@inner
def order_removed(task, plan):
    """Sort the removed clients: by chance, by what is at stake, far first, or near first."""
    kind = uniform(plan.random) * 11.0
    for i in range(plan.changed[1]):
        client = plan.removed[i]
        wish = task.clients[client]
        if kind < 4.0:
            key = uniform(plan.random)
        elif kind < 8.0:
            key = -(wish.demand + wish.service) * wish.wanted - RANK_PRICE * wish.rank
        elif kind < 10.0:
            key = -wish.away
        else:
            key = wish.away
        plan.clients[client].order = key
    sort_removed(plan)


@inner
def take_back(task, plan):
    """Undo the last ruin and recreate."""
    for i in range(plan.changed[1]):
        client = plan.removed[i]
        now = plan.clients[client]
        now.placed, now.extra = now.kept_placed, now.kept_extra
        for v in range(now.placed):
            plan.where[client, v] = plan.kept_where[client, v]
            plan.answers[client, v] = plan.kept_answers[client, v]
    for i in range(plan.changed[0]):
        route = plan.dirty[i]
        now = plan.routes[route]
        plan.days[task.routes[route].day].visits += now.kept_stops - now.stops
        now.stops = now.kept_stops
        for k in range(now.stops):
            plan.stops[route, k] = plan.kept_stops[route, k]
        refresh(task, plan, route)


@inner
def forget(plan):
    """Begin anew with nothing removed and nothing changed."""
    for i in range(plan.changed[1]):
        plan.clients[plan.removed[i]].removed = 0
    for i in range(plan.changed[0]):
        plan.routes[plan.dirty[i]].dirty = 0
    plan.changed[0] = plan.changed[1] = 0


@inner
def any_absent(task, plan):
    """Whether a visit is left out."""
    for client in range(len(task.clients)):
        if plan.clients[client].placed < task.clients[client].wanted:
            return True
    return False


@inner
def copy_into(plan, best):
    """Make `best` equal to the plan."""
    for route in range(len(plan.routes)):
        best.counts[route] = plan.routes[route].stops
        for i in range(best.counts[route]):
            best.stops[route, i] = plan.stops[route, i]
    for client in range(len(plan.clients)):
        best.placed[client] = plan.clients[client].placed
        for i in range(best.placed[client]):
            best.where[client, i] = plan.where[client, i]
            best.answers[client, i] = plan.answers[client, i]


@entry
def anneal(task, plan, best, cost, best_cost, iterations, hot, cold):
    """Ruin and recreate `iterations` times while the temperature falls from `hot` to `cold` minutes.

    `plan` ends as the last plan taken, `best` as the best one seen. Returns the cost of both.
    """
    absent = any_absent(task, plan)
    for step in range(iterations):
        heat = hot * (cold / hot) ** (step / iterations)
        forget(plan)
        ruin(task, plan)
        if absent:
            add_absent(task, plan)
        for i in range(plan.changed[0]):
            refresh(task, plan, plan.dirty[i])
        order_removed(task, plan)
        for i in range(plan.changed[1]):
            put_in(task, plan, plan.removed[i], BLINK)
        new = total_cost(task, plan)
        if new < cost - heat * math.log(uniform(plan.random) + 1e-300):
            cost = new
            absent = any_absent(task, plan)
            if cost < best_cost - 1e-9:
                best_cost = cost
                copy_into(plan, best)
        else:
            take_back(task, plan)
    return cost, best_cost


@entry
def reckon(task, plan):
    """Reckon everything anew from the stops. Returns the cost."""
    plan.weeks[:] = 0.0
    for day in range(len(plan.days)):
        plan.days[day].work, plan.days[day].visits = task.days[day].work, task.days[day].visits
        plan.weeks[task.days[day].week] += task.days[day].work
    for route in range(len(plan.routes)):
        now = plan.routes[route]
        now.driven = now.served = 0.0
        plan.days[task.routes[route].day].visits += now.stops
        refresh(task, plan, route)
    for client in range(len(task.clients)):
        plan.clients[client].extra = extra_cost(task, plan, client)
    return total_cost(task, plan)


@entry
def fill(task, plan, best):
    """Put in all clients with visits left out, those with most at stake first; `best` becomes the plan. Returns the cost."""
    forget(plan)
    for client in range(len(task.clients)):
        if plan.clients[client].placed < task.clients[client].wanted:
            take_out(task, plan, client)
            wish = task.clients[client]
            plan.clients[client].order = -RANK_PRICE * wish.rank - wish.wanted * 1e3 - wish.away
    for i in range(plan.changed[0]):
        refresh(task, plan, plan.dirty[i])
    sort_removed(plan)
    for i in range(plan.changed[1]):
        put_in(task, plan, plan.removed[i], 0.0)
    forget(plan)
    copy_into(plan, best)
    return total_cost(task, plan)
