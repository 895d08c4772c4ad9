"""Our own lists come back whole, and lists of several encodings lose only the lines that cannot be read."""

import pytest

from workbench.documents.exports import export
from workbench.importing.kinds import KNOWN
from workbench.importing.reading import open_table
from workbench.importing.run import import_list, plan_import
from workbench.workspace import NewCompany, Workspace

ROWS = (
    "Customer number,Customer name,Local name,Phone,Note,City,Latitude,Longitude,Tags,Opening hours,Closed weekday,Visit frequency,Visit duration\n"
    "K1,=cmd|' /C calc'!A0,＝x,+420 111 222 333,-note,Praha,50.08,14.43,\"a, b\",\"Mon-Fri 9:00-12:00, 13:00-17:00\",水,every 3 weeks,45分\nK2,'quoted',,+420 111 222 334,@x,Brno,,,,,土日,2/month,\n"
)
TERMS = "SELECT number, {} FROM {} JOIN customer ON customer.id = customer_id"
FIELDS = "number, name, name_local, phone, note, city, lat, lng"


def _rows(session) -> list[tuple]:
    db = session.connection()
    hours = sorted(map(tuple, db.exec_driver_sql(TERMS.format('weekday, start, "end"', "customer_hours"))))
    rules = sorted(map(tuple, db.exec_driver_sql(TERMS.format("visits, every, unit, duration", "customer_rule"))))
    assert len(hours) == 18 and rules == [("K1", 1, 3, "week", 45), ("K2", 2, 1, "month", None)]
    return [*sorted(map(tuple, db.exec_driver_sql(f"SELECT {FIELDS} FROM customer"))), *hours, *rules]


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_our_own_list_comes_back_whole(tmp_path, listed, language: str, form: str) -> None:
    seen = []
    out = tmp_path / f"out.{form}"
    with Workspace.create(tmp_path / "a.asaichi", NewCompany(language=language)) as first:
        import_list(first, listed(ROWS))
        export(first, "customers", form, out)
        again = plan_import(first, out)
        assert again.kind == "customers" and (again.counts.added, again.counts.updated, again.counts.unchanged) == (0, 0, 2)
        with first.read() as session:
            seen.append(_rows(session))
    with Workspace.create(tmp_path / "b.asaichi", NewCompany(language=language)) as second:
        import_list(second, out)
        with second.read() as session:
            seen.append(_rows(session))
    assert seen[0] == seen[1] and seen[0][0][1].startswith("=cmd") and seen[0][1][1] == "'quoted'"


def test_lines_of_other_encodings_are_told_and_the_rest_is_read_as_utf8(workspace, listed) -> None:
    text = (
        b"Name,City\n" + "Müller,Köln\n".encode() + "Jäger,Zürich\n".encode("latin-1") + "北川,大阪\n".encode("cp932") + b"Smith,London\n"
    )
    preview = plan_import(workspace, listed(text))
    assert preview.encoding == "utf-8"
    assert [(p.line, p.code) for p in preview.problems] == [(3, "unreadable"), (4, "unreadable")]
    assert [one.name for one in preview.first_customers] == ["Müller", "Smith"]


@pytest.mark.parametrize(("codec", "text"), [
    ("cp932", "得意先名,市\nﾅｺﾞﾔ工業,大阪\n北川精密,京都\n"), ("cp1252", "Firma,Ort\nMüller,Köln\nJäger,Zürich\n"),
])  # fmt: skip
def test_a_list_of_one_old_encoding_stays_what_it_is(listed, codec: str, text: str) -> None:
    assert open_table(listed(text, encoding=codec), known=KNOWN).encoding.codec == codec
