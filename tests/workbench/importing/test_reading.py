"""Lists are understood without questions, and hostile ones refused in one sentence."""

import io
import os
import sqlite3
import zipfile
from pathlib import Path

import pytest

from workbench.errors import WorkbenchError
from workbench.importing.kinds import KNOWN
from workbench.importing.reading import Table, open_table

JAPANESE = "得意先コード,得意先名,住所\n01,㈱髙島商店,大阪市北区\n02,ﾔﾏﾀﾞ工業,京都市\n"


def rows(table: Table) -> list[list[str]]:
    return [list(row) for piece in table.pieces() for row in piece.rows]


@pytest.mark.parametrize(("encoding", "found"), [
    ("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("utf-16-le", "utf-16-le"), ("cp932", "cp932"), ("euc_jp", "euc_jp"),
])  # fmt: skip
def test_encodings(listed, encoding: str, found: str) -> None:
    text = JAPANESE if encoding != "euc_jp" else JAPANESE.replace("㈱髙", "高")
    table = open_table(listed(text, encoding=encoding), known=KNOWN)
    assert table.encoding.codec == found
    assert table.encoding.evidence
    assert table.columns == ("得意先コード", "得意先名", "住所")
    assert rows(table)[1][1] == "ﾔﾏﾀﾞ工業"


def test_western_letters(listed) -> None:
    table = open_table(listed("Name,City\nMüller & Söhne,Köln\nCafé René,Orléans\n", encoding="cp1252"))
    assert table.encoding.codec == "cp1252"
    assert rows(table)[1] == ["Café René", "Orléans"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators(listed, separator: str) -> None:
    text = (
        separator.join(["code", "name", "city"])
        + "\n"
        + "".join(separator.join([str(n), f'"A{separator} {n}"', "Osaka"]) + "\n" for n in range(20))
    )
    table = open_table(listed(text))
    assert table.dialect.separator == separator
    assert rows(table)[3] == ["3", f"A{separator} 3", "Osaka"]


def test_titles_above_the_headings_are_not_data(listed) -> None:
    table = open_table(listed("受注明細書\n期間,2025/10/01,2026/10/31\n\n" + JAPANESE), known=KNOWN)
    assert table.header.line == 4
    assert len(rows(table)) == 2


def test_line_numbers_are_those_of_the_file(listed) -> None:
    table = open_table(listed('code,name\n1,"a\nb"\n\n2,c\n3,d,e\n4,f\n'))
    pieces = list(table.pieces())
    assert [line for piece in pieces for line in piece.lines] == [2, 5, 7]
    assert [problem.line for piece in pieces for problem in piece.problems] == [6]


@pytest.mark.parametrize(("name", "columns"), [
    ("csvkit/test_utf16_big.csv", 3), ("csvkit/mac_newlines.csv", 3), ("csvkit/test_header_newline.csv", 3), ("csvkit/no_header_row.csv", 3),
    ("clevercsv/imdb.csv", 44), ("clevercsv/airedale.csv", 8), ("csvkit/test.xls", 8), ("csvkit/realdata/ne_1033_data.xlsx", 14),
])  # fmt: skip
def test_messy_files(shared: Path, name: str, columns: int) -> None:
    table = open_table(shared / "2_messy_csv" / name, known=KNOWN)
    assert len(table.columns) == columns
    assert sum(len(piece.problems) for piece in table.pieces()) == 0


def workbook(sheet: bytes, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        archive.writestr(name, sheet)
    return out.getvalue()


BOMB = workbook(b"<row>" + b"A" * 210_000_000)
HOSTILE = {
    "empty.csv": b"",
    "database.csv": b"SQLite format 3\0" + bytes(5000),
    "binary.csv": bytes(range(256)) * 400,
    "line.csv": b"name\n" + b"x" * 3_000_000,
    "columns.csv": (",".join(f"c{n}" for n in range(1001)) + "\n" + "x," * 1000 + "x\n").encode(),
    "text.xlsx": b"name\nx\n",
    "bomb.xlsx": BOMB,
    "laughs.xlsx": workbook(b'<!DOCTYPE x [<!ENTITY a "ha">]><worksheet>&a;</worksheet>'),
    "archive.xlsx": workbook(b"x").replace(b"xl/workbook.xml", b"xx/workbook.xml"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_one_sentence(listed, name: str) -> None:
    path = listed(HOSTILE[name], name)
    with pytest.raises(WorkbenchError) as refused:
        list(open_table(path).pieces())
    assert "\n" not in str(refused.value)


def test_a_pipe_and_a_folder_do_not_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (tmp_path / "pipe.csv", tmp_path, tmp_path / "nothing.csv"):
        with pytest.raises(WorkbenchError):
            open_table(path)


def test_a_workbook_gives_the_sheet_that_is_asked_for(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "two.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Empty")
        sheet = book.add_worksheet("Kunden")
        sheet.write_row(0, 0, ["Code", "Name"])
        sheet.write_row(1, 0, [7, "=1+1 Works"])
        book.add_worksheet("Other").write_row(0, 0, ["Name", "City"])
    assert open_table(path).sheet == "Kunden"
    assert rows(open_table(path))[0][0] == "7"
    assert open_table(path, sheet="Other").columns == ("Name", "City")
    with pytest.raises(WorkbenchError):
        open_table(path, sheet="None")


def test_a_list_that_changed_under_us_is_not_read_on(listed) -> None:
    path = listed(JAPANESE)
    table = open_table(path)
    path.write_text("other,thing\n1,2\n3,4\n", encoding="utf-8")
    with pytest.raises(WorkbenchError):
        list(table.pieces())


def test_sqlite_is_not_mistaken_for_a_list(tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE a(b)")
    db.commit()
    db.close()
    with pytest.raises(WorkbenchError, match="SQLite"):
        open_table(path)
