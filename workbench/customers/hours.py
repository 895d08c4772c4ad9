"""The opening windows that a customer has on each weekday."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

from sqlalchemy.orm import Session

from models import Customer, CustomerHours
from workbench import formatting
from workbench.customers.details import mark_edited
from workbench.errors import BadInput
from workbench.strings import tr

Window = tuple[int, int]
"""Opening and closing, minutes after midnight."""


def hours_of(session: Session, customer_id: int) -> dict[int, tuple[Window, ...]]:
    """The windows of each weekday (Monday 0) in order, none where closed; empty when the customer is always open."""
    query = session.query(CustomerHours).filter(CustomerHours.customer_id == customer_id)
    hours: dict[int, tuple[Window, ...]] = {}
    for row in query.order_by(CustomerHours.weekday, CustomerHours.start):
        hours[row.weekday] = (*hours.get(row.weekday, ()), *(((row.start, row.end),) if row.start < row.end else ()))
    return hours


def set_hours(session: Session, customer_id: int, hours: Mapping[int, Sequence[Window]]) -> None:
    """Keep the windows of a week; those that touch or overlap become one. A weekday that is missing counts as closed; an empty mapping means
    always open.

    Raises BadInput when a window ends before it begins, or when every day is closed.
    """
    for weekday, windows in hours.items():
        if not all(0 <= opens < closes <= 24 * 60 for opens, closes in windows):
            raise BadInput(tr("The hours end before they begin."), formatting.weekday_long(weekday), tr("Give the earlier time first."))
    if hours and not any(hours.values()):
        raise BadInput(tr("The customer would never be open."), "", tr("Open at least one weekday, or archive the customer."))
    if hours_words(hours) != hours_words(hours_of(session, customer_id)):
        mark_edited(session.get_one(Customer, customer_id), "hours")
    wanted: dict[tuple[int, int], int] = {}
    for day in range(7 if hours else 0):
        wanted.update({(day, opens): closes for opens, closes in joined(hours.get(day, ())) or ((0, 0),)})
    for row in session.query(CustomerHours).filter(CustomerHours.customer_id == customer_id):
        end = wanted.pop((row.weekday, row.start), None)
        if end is None:
            session.delete(row)
        elif row.end != end:
            row.end = end
    session.add_all(CustomerHours(customer_id=customer_id, weekday=day, start=start, end=end) for (day, start), end in wanted.items())


def joined(windows: Iterable[Window]) -> tuple[Window, ...]:
    """The same windows in order, those that touch or overlap made one."""
    whole: list[Window] = []
    for opens, closes in sorted(windows):
        if whole and opens <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(closes, whole[-1][1]))
        else:
            whole.append((opens, closes))
    return tuple(whole)


def hours_words(hours: Mapping[int, Sequence[Window]]) -> str:
    """The week in few words: "Mon–Thu 9–12 and 13–17, Fri 9–12"."""
    if not hours:
        return tr("always open")
    groups: list[tuple[int, int, tuple[Window, ...]]] = []
    for day in range(7):
        windows = tuple(hours.get(day, ()))
        if not windows:
            continue
        if groups and groups[-1][1] == day - 1 and groups[-1][2] == windows:
            groups[-1] = (groups[-1][0], day, windows)
        else:
            groups.append((day, day, windows))
    return tr(", ").join(tr("{days} {hours}", days=_days(first, last), hours=_windows(windows)) for first, last, windows in groups)


def _windows(windows: Sequence[Window]) -> str:
    spans = [tr("{from_}–{to}", **_span(window)) for window in windows]
    return reduce(lambda hours, more: tr("{hours} and {more}", hours=hours, more=more), spans)


def _days(first: int, last: int) -> str:
    start, end = formatting.weekday_short(first), formatting.weekday_short(last)
    return start if first == last else tr("{first}–{last}", first=start, last=end)


def _span(window: Window) -> dict[str, str]:
    """Both ends alike: 9 and 17, or 08:30 and 17:00."""
    whole = all(minute % 60 == 0 for minute in window)
    first, last = (str(minute // 60) if whole else formatting.clock_time(minute) for minute in window)
    return {"from_": first, "to": last}
