"""Everything out and in again, and what is refused on the way in."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbench.documents.everything import everything_bytes, read_everything, workspace_from
from workbench.documents.exports import export
from workbench.errors import BadInput
from workbench.workspace import NewCompany, Workspace
from workbench.workspace.sample import create_sample


def written(workspace: Workspace, tmp_path: Path) -> Path:
    path = tmp_path / "everything.json"
    export(workspace, "everything", "json", path)
    return path


def test_a_round_trip_keeps_every_row_and_key(company: Callable[..., Workspace], tmp_path: Path) -> None:
    workspace = company(stops=5, reps=2)
    result = export(workspace, "everything", "json", tmp_path / "everything.json")
    with workspace_from(tmp_path / "everything.json", tmp_path / "again.asaichi") as again:
        assert again.content_hash() == workspace.content_hash()
        with again.read() as session:
            content, rows = everything_bytes(session)
        assert content == (tmp_path / "everything.json").read_bytes() and rows == result.rows
        assert again.history() == ()


def test_an_empty_workspace_goes_round_too(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "new.asaichi", NewCompany()) as workspace:
        path = written(workspace, tmp_path)
        with workspace_from(path, tmp_path / "again.asaichi") as again:
            assert again.content_hash() == workspace.content_hash()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_sample_company_goes_round(tmp_path: Path, language: str) -> None:
    with create_sample(tmp_path / "sample.asaichi", language) as workspace:
        with workspace_from(written(workspace, tmp_path), tmp_path / "again.asaichi") as again:
            assert again.content_hash() == workspace.content_hash()


def test_text_of_any_script_goes_round(company: Callable[..., Workspace], tmp_path: Path) -> None:
    workspace = company(names=('"quoted"\\ \u2028 line', "𠮷野家 👨‍👩‍👧", "\u202eevil", "\x07\x1b\x7f", "=1+1"))
    with workspace_from(written(workspace, tmp_path), tmp_path / "again.asaichi") as again:
        assert again.content_hash() == workspace.content_hash()


Change = Callable[[dict[str, Any]], object]


def cell(table: str, column: str, value: object) -> Change:
    def change(document: dict[str, Any]) -> None:
        given = document["tables"][table]
        given["rows"][0][given["columns"].index(column)] = value

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda d: d.update(format="other"), "not a JSON document"),
        (lambda d: d.update(version=99), "another version"),
        (lambda d: d.update(version=True), "another version"),
        (lambda d: d.update(tables=[]), "not a JSON document"),
        (lambda d: d["tables"].update(sqlite_master={"columns": [], "rows": []}), "tables are not those"),
        (lambda d: d["tables"].pop("rep"), "tables are not those"),
        (lambda d: d["tables"]["rep"].update(columns=["id", "name); DROP TABLE rep;--"]), "other columns"),
        (lambda d: d["tables"]["rep"]["columns"].append("evil"), "other columns"),
        (lambda d: d["tables"]["rep"].update(columns=[["id"]]), "other columns"),
        (lambda d: d["tables"]["rep"].update(rows={}), "no columns and rows"),
        (lambda d: d["tables"]["rep"]["rows"].append([1]), "as many values"),
        (lambda d: d["tables"]["rep"]["rows"].append(None), "as many values"),
        (lambda d: d["tables"]["company"].update(rows=[]), "exactly one company"),
        (lambda d: d["tables"]["rep"]["rows"].append(d["tables"]["rep"]["rows"][0]), "twice"),
        (cell("customer", "name", "nul\0byte"), "name cannot be"),
        (cell("customer", "name", None), "name cannot be"),
        (cell("customer", "name", 5), "name cannot be"),
        (cell("customer", "name", ["x"]), "name cannot be"),
        (cell("customer", "name", "\ud800"), "name cannot be"),
        (cell("customer", "archived", True), "archived cannot be"),
        (cell("customer", "archived", 2), "archived cannot be"),
        (cell("customer", "lat", 91), "lat cannot be"),
        (cell("customer", "id", 2**63), "id cannot be"),
        (cell("customer", "id", "1"), "id cannot be"),
        (cell("customer", "rep_id", 999_999), "leads to nothing"),
        (cell("visit", "day", "2026-02-30"), "day cannot be"),
        (cell("visit", "day", "20261124"), "day cannot be"),
        (cell("visit", "status", "dreamt"), "status cannot be"),
        (cell("visit", "start", -1), "start cannot be"),
        (cell("order_line", "amount", 1.5), "amount cannot be"),
        (cell("company", "near_kmh", 0), "near_kmh cannot be"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_sentence(
    company: Callable[..., Workspace], tmp_path: Path, change: Change, words: str
) -> None:
    path = written(company(), tmp_path)
    document = json.loads(path.read_text("utf-8"))
    change(document)
    path.write_text(json.dumps(document), "utf-8")
    with pytest.raises(BadInput, match=words) as told:
        workspace_from(path, tmp_path / "again.asaichi")
    assert "\n" not in str(told.value)
    assert not (tmp_path / "again.asaichi").exists()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[" * 200_000, b'{"format":' * 50_000, b'{"format": ' + b"9" * 50_000 + b"}", b"\xff\xfe\x00", b"null", b"[]", b'{"format": NaN}',
        b'{"format": 1e999}', bytes(5_000),
    ],
)  # fmt: skip
def test_hostile_bytes_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.json").write_bytes(content)
    with pytest.raises(BadInput):
        read_everything(tmp_path / "x.json")


def test_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe.json")
    for path in (tmp_path / "none.json", tmp_path, tmp_path / "pipe.json"):
        with pytest.raises(BadInput):
            read_everything(path)
