"""Writing the sample company into an empty workspace."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from models import Customer, CustomerHours, CustomerTag, Deal, OrderLine, Visit
from models.base import Base
from workbench import clock
from workbench.customers.folding import fold_name, search_text
from workbench.workspace.sample import details
from workbench.workspace.sample.ahead import plan_ahead
from workbench.workspace.sample.boards import fill_boards
from workbench.workspace.sample.company import fill_company, sample_company
from workbench.workspace.sample.customers import CUSTOMERS, INDUSTRIES, NUMBER, PREFECTURES, SampleCustomer
from workbench.workspace.sample.deals import SampleDeal, make_deals
from workbench.workspace.sample.funnel import fill_funnel
from workbench.workspace.sample.orders import MONEY, SampleOrder, make_orders
from workbench.workspace.sample.personas import fill_personas
from workbench.workspace.sample.positioning import fill_positioning
from workbench.workspace.sample.segments import fill_segments
from workbench.workspace.sample.strategies import fill_strategies
from workbench.workspace.sample.terms import fill_terms
from workbench.workspace.sample.tiers import fill_tiers
from workbench.workspace.sample.timeline import Timeline, closed_ranges
from workbench.workspace.sample.value import fill_four_p, fill_statements
from workbench.workspace.sample.visits import SampleVisit, make_visits
from workbench.workspace.workspace import Workspace

PIECES = 10_000
NOTHING = ("", "")
Row = dict[str, Any]


def create_sample(path: Path | str, language: str = "en", today: date | None = None) -> Workspace:
    """Make the sample company's workspace at `path` and open it. Raises BadInput where a file is there already."""
    day = today or clock.today()
    with clock.fixed_today(day):
        return Workspace.create(path, sample_company(language), fill=lambda session: fill_sample(session, language, day))


def fill_sample(session: Session, language: str, today: date) -> None:
    """Turn the first rows of a new workspace into the sample company as it is on `today`: the same day gives the same rows."""
    text = 1 if language == "ja" else 0
    closed = {
        date.fromordinal(day): name
        for first, last, name in closed_ranges(today, language)
        for day in range(first.toordinal(), last.toordinal() + 1)
    }
    days = Timeline(today, closed)
    random = Random(f"Kitagawa Precision {today.isoformat()}")
    reps = fill_company(session, language, days)
    orders = make_orders(days, random)
    visits = make_visits(days, random)
    seen: dict[str, date] = {}
    for order in reversed(orders):
        seen[order.customer] = order.day
    for visit in reversed(visits):
        key = CUSTOMERS[visit.customer - 1].key
        seen[key] = min(visit.day, seen.get(key, visit.day))
    keys = _add(session, Customer, [_customer(n, c, reps, text, days, seen.get(c.key)) for n, c in enumerate(CUSTOMERS, 1)])
    _add(session, CustomerTag, _tags(text))
    _add(session, CustomerHours, _hours())
    _add(session, OrderLine, [row for order in orders for row in _order_lines(order, text)])
    _add(session, Visit, [_visit(v, reps, text, days) for v in visits])
    _add(session, Deal, [_deal(d, reps, text, days) for d in make_deals(orders, days, random)])
    fill_tiers(session, keys, text, days)
    session.flush()
    fill_four_p(session, text)
    fill_boards(session, text, days)
    fill_segments(session, text)
    fill_statements(session, text)
    fill_positioning(session, text)
    fill_personas(session, text)
    fill_funnel(session)
    fill_terms(session, reps, text, days)
    fill_strategies(session, reps, text, days)
    plan_ahead(session, days)


def _add(session: Session, table: type[Base], rows: Sequence[Row]) -> list[int]:
    """Write rows in one go with keys from 1; the tables are empty."""
    keyed = [{"id": key, **row} for key, row in enumerate(rows, 1)]
    session.execute(insert(table.__table__), keyed)  # type: ignore[arg-type]
    return [row["id"] for row in keyed]


def _customer(number: int, customer: SampleCustomer, reps: list[int], text: int, days: Timeline, first_seen: date | None) -> Row:
    name, other = customer.name[text], customer.name[1 - text]
    prefecture, city = PREFECTURES[customer.prefecture][text], customer.city[text]
    street, contact = customer.street[text], customer.contact[text]
    note = days.dated(details.NOTES.get(customer.key, NOTHING), text)
    lat, lng = customer.place or (None, None)
    return {
        "number": f"C{number:03d}",
        "name": name,
        "name_local": other,
        "folded": fold_name(name),
        "search": search_text(name, other, prefecture, city, street, contact, note),
        "industry": INDUSTRIES[customer.industry][text],
        "country": "JP",
        "postal_code": "",
        "prefecture": prefecture,
        "city": city,
        "address": street,
        "lat": lat,
        "lng": lng,
        "place_precision": "exact" if customer.place else "",
        "place_source": "list" if customer.place else "",
        "contact": contact,
        "phone": f"06-0000-{1000 + number * 140:04d}",
        "email": _email(customer),
        "note": note,
        "rep_id": reps[customer.rep],
        "topics": days.dated(details.TOPICS.get(customer.key, NOTHING), text),
        "archived": False,
        "hand_edited": "",
        "first_seen": first_seen,
    }


def _email(customer: SampleCustomer) -> str:
    person = customer.contact[0].split(",")[0].split(". ")[1].lower()
    return f"{person}@{customer.key.lower().replace(' ', '-')}.example"


def _tags(text: int) -> list[Row]:
    return [{"customer_id": NUMBER[name], "tag": tag[text]} for tag, names in details.TAGS for name in names]


def _hours() -> list[Row]:
    return [
        {"customer_id": NUMBER[name], "weekday": weekday, "start": start, "end": end}
        for name, week in details.HOURS.items()
        for weekday, window in enumerate(week)
        for start, end in (_around_lunch(*window) if name in details.SHUT_AT_LUNCH else (window,))
    ]


def _around_lunch(start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]]:
    first, last = details.LUNCH
    return (start, first), (last, end)


def _order_lines(order: SampleOrder, text: int) -> list[Row]:
    return [
        {
            "customer_id": NUMBER[order.customer],
            "order_number": order.number,
            "line_key": f"{order.number}/{place}",
            "day": date.fromordinal(order.day.toordinal() + later),
            "amount": yen * MONEY,
            "profit": profit * MONEY,
            "quantity": pieces * PIECES,
            "product": product[text],
        }
        for place, (product, yen, profit, pieces, later) in enumerate(order.lines, 1)
    ]


def _visit(visit: SampleVisit, reps: list[int], text: int, days: Timeline) -> Row:
    return {
        "customer_id": visit.customer,
        "rep_id": reps[visit.rep],
        "day": visit.day,
        "start": visit.start,
        "end": visit.end,
        "status": visit.status,
        "locked": visit.locked,
        "travel_minutes": visit.travel_minutes,
        "travel_km": visit.travel_km,
        "topics": days.dated(visit.topics, text),
        "note": days.dated(visit.note, text),
        "why": visit.why,
    }


def _deal(deal: SampleDeal, reps: list[int], text: int, days: Timeline) -> Row:
    return {
        "customer_id": deal.customer,
        "rep_id": reps[CUSTOMERS[deal.customer - 1].rep],
        "title": days.dated(deal.title, text),
        "stage": deal.stage,
        "amount": deal.yen * MONEY,
        "opened": deal.opened,
        "closed": deal.closed,
        "lost_reason": deal.reason[text],
    }
