"""Documents as files."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from workbench.documents.exports import FORMATS, export
from workbench.errors import BadInput
from workbench.workspace import Workspace

Company = Callable[..., Workspace]


@pytest.mark.parametrize(("document", "fmt"), [(document, fmt) for document, formats in FORMATS.items() for fmt in formats])
def test_every_document_is_written_in_every_format(company: Company, tmp_path: Path, document: str, fmt: str) -> None:
    path = tmp_path / f"out.{fmt}"
    result = export(company(), document, fmt, path)
    assert result.path == path and path.stat().st_size > 60
    assert (result.pages is None) == (fmt != "pdf") and (result.rows is None) == (fmt == "pdf")
    if fmt == "pdf":
        assert len(PdfReader(path).pages) == result.pages
        assert result.pages == 1 or document == "strategy-document"


@pytest.mark.parametrize(
    ("document", "fmt", "words"), [("mornings", "pdf", "There is no document"), ("morning", "xlsx", "is not made as xlsx")]
)
def test_an_unknown_document_or_format_is_refused(company: Company, tmp_path: Path, document: str, fmt: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        export(company(), document, fmt, tmp_path / "out")


def test_one_rep_by_name_in_any_case_or_by_key(company: Company, tmp_path: Path) -> None:
    workspace = company(reps=3)
    for rep in ("s. morita 1", "2"):
        assert export(workspace, "morning", "pdf", tmp_path / "out.pdf", rep=rep).pages == 1
        assert "S. Morita 1" in PdfReader(tmp_path / "out.pdf").pages[0].extract_text()
    with pytest.raises(BadInput, match="There is no rep Nobody"):
        export(workspace, "morning", "pdf", tmp_path / "out.pdf", rep="Nobody")


def test_the_customer_list_has_tier_revenue_and_visits(company: Company, tmp_path: Path) -> None:
    workspace = company()
    result = export(workspace, "customers", "csv", tmp_path / "out.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))))
    assert len(rows) == result.rows == 6
    first = rows[0]
    assert (first["Name"], first["Tier"], first["Revenue"], first["Rep"]) == ("Hanshin Medical Devices", "A", "100000000", "S. Morita")
    assert (first["Last visit"], first["Next visit"], first["Last order"], first["Latitude"]) == (
        "2026-11-11",
        "2026-11-24",
        "2026-11-11",
        "34.7527",
    )
    export(workspace, "customers", "xlsx", tmp_path / "out.xlsx")
    sheet = CalamineWorkbook.from_path(tmp_path / "out.xlsx").get_sheet_by_index(0).to_python()
    assert sheet[1][1] == "Hanshin Medical Devices" and sheet[1][17] == 100_000_000 and sheet[1][19].isoformat() == "2026-11-11"


def test_hostile_names_leave_as_text(company: Company, tmp_path: Path) -> None:
    names = ("=1+1", "@SUM(1)", "＝1＋1", "\t=1", "-2+3+cmd|' /C calc'!A0")
    workspace = company(names=names)
    export(workspace, "customers", "csv", tmp_path / "out.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"), newline="")))
    assert sorted(row["Name"] for row in rows if row["Name"] != "Hirano Seiki") == sorted(f"'{name}" for name in names)
