"""Customers as points of a map."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from workbench.customers.listing import marks_for
from workbench.maps.marks import MapPoint

MOST = 5_000
"""So many at most; the map says where there are more."""
PIECE = 500


def map_points(session: Session, ids: Sequence[int]) -> tuple[MapPoint, ...]:
    """Those of the first MOST customers that have a place, in their order."""
    wanted = ids[:MOST]
    found: dict[int, MapPoint] = {}
    for start in range(0, len(wanted), PIECE):
        some = tuple(wanted[start : start + PIECE])
        rows = session.connection().exec_driver_sql(
            "SELECT c.id, c.lat, c.lng, coalesce(t.tier, 'N'), c.name FROM customer c LEFT JOIN customer_tier t ON t.customer_id = c.id "
            f"WHERE c.lat IS NOT NULL AND c.lng IS NOT NULL AND c.id IN ({marks_for(some)})",
            some,
        )
        found |= {row[0]: MapPoint(*row) for row in rows}
    return tuple(found[i] for i in wanted if i in found)
