"""Morning sheets of ten reps, the strategy on a page and the strategy document, beside a plain reportlab document of the same lines, fonts, pages and codes."""

import io
import json
import tempfile
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Rep, Visit
from tests.benchmarks.harness import Child, Row, by_turns, in_child
from tests.benchmarks.large_company import create
from workbench import clock
from workbench.documents import exports

REPS, VISITS_A_DAY = 10, 9
MOST = {"strategy-document": 2}
PEER = "plain reportlab, the same pages and fonts"

OURS = """
from datetime import date
from pathlib import Path
from time import perf_counter
from workbench.documents import exports
from workbench.workspace import Workspace
with Workspace.open(Path({path!r}), write=False) as workspace:
    started = perf_counter()
    exports.render(workspace, {document!r}, "pdf", exports.Asked(date.fromisoformat({day!r})))
    print(perf_counter() - started)
"""

BARE = """
from time import perf_counter
started = perf_counter()
from tests.benchmarks.plain_document import draw
draw({lines!r}, {out!r})
print(perf_counter() - started)
"""


def run(quick: bool) -> list[Row]:
    """Each document, ours and the peer's, in a process of its own; the modules that it needs are imported within the time."""
    day = working_day()
    found = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ten_reps = folder / "ten.asaichi"
        with create(ten_reps, 400) as workspace, workspace.edit("Ten reps") as session:
            ten_days_out(session, day)
        sample = folder / "sample.asaichi"
        from workbench.workspace.sample import create_sample

        create_sample(sample, "en").close()
        for document, file, codes, what in (
            ("morning", ten_reps, VISITS_A_DAY + 1, "morning sheets of ten reps"),
            ("strategy", sample, 0, "strategy on a page"),
            ("strategy-document", sample, 0, "strategy document"),
        ):
            lines = folder / f"{document}.json"
            pages = lines_of(file, document, day, codes, lines)
            ours, peer = by_turns(
                5 if quick else 15,
                lambda document=document, file=file: told(in_child(OURS.format(path=str(file), document=document, day=day.isoformat()))),
                lambda lines=lines: told(in_child(BARE.format(lines=str(lines), out=str(folder / "bare.pdf")))),
            )
            found.append(Row(f"documents.{document}", f"{what}, {pages} pages", ours, "s", MOST.get(document, 3), None, peer, PEER))
            if document == "morning":
                found.append(Row("documents.ten", "the ten sheets altogether", ours, "s", 1.5))
    return found


def told(child: Child) -> float:
    """The seconds that the child printed."""
    return float(child.said)


def working_day() -> date:
    """Today, or the Monday after a weekend."""
    today = clock.today()
    return today + timedelta(days=(7 - today.weekday()) % 7 if today.weekday() > 4 else 0)


def ten_days_out(session: Session, day: date) -> None:
    """Ten reps with nine visits each on `day`, all customers seen four weeks before."""
    session.add_all(Rep(name=f"Rep {n} 担当{n}", short_name=f"Rep {n}", position=n) for n in range(1, REPS))
    session.flush()
    seen = day - timedelta(days=28)
    for place, rep in enumerate(session.scalars(select(Rep.id).order_by(Rep.id))):
        for stop in range(VISITS_A_DAY):
            customer, start = 1 + place * VISITS_A_DAY + stop, 540 + stop * 50
            session.add(Visit(customer_id=customer, rep_id=rep, day=seen, start=start, end=start + 30, status="done"))
            session.add(Visit(customer_id=customer, rep_id=rep, day=day, start=start, end=start + 30, travel_minutes=15, travel_km=6.5))


def lines_of(file: Path, document: str, day: date, codes: int, out: Path) -> int:
    """Write what our document says, page by page, for the peer to draw; returns the number of pages."""
    import pypdf

    from workbench.workspace import Workspace

    with Workspace.open(file, write=False) as workspace:
        made = exports.render(workspace, document, "pdf", exports.Asked(day))
    reader = pypdf.PdfReader(io.BytesIO(made.content))
    pages = [[line for line in page.extract_text().splitlines() if line.strip()] for page in reader.pages]
    box = reader.pages[0].mediabox
    out.write_text(json.dumps({"width": float(box.width), "height": float(box.height), "pages": pages, "codes": codes}), encoding="utf-8")
    return len(pages)
