"""Files whole or not at all, and safe names."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from workbench.errors import BadInput, CannotDo
from workbench.output.files import file_name, write_whole


def test_writes_and_replaces_and_leaves_no_other_file(tmp_path: Path) -> None:
    path = tmp_path / "strategy.pdf"
    write_whole(path, b"old")
    write_whole(path, b"new" * 100_000)
    assert path.read_bytes() == b"new" * 100_000
    assert os.listdir(tmp_path) == ["strategy.pdf"]


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
@pytest.mark.parametrize(
    ("code", "words"), [(errno.ENOSPC, "disk is full"), (errno.EIO, "could not be written"), (errno.EROFS, "may not be written")]
)
def test_a_failing_disk_is_told_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, words: str
) -> None:
    path = tmp_path / "strategy.pdf"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(CannotDo, match=words):
        write_whole(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old" and os.listdir(tmp_path) == ["strategy.pdf"]


def test_short_writes_are_carried_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:7]))
    write_whole(tmp_path / "a.csv", b"0123456789" * 10)
    assert (tmp_path / "a.csv").read_bytes() == b"0123456789" * 10


def test_a_folder_a_missing_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "none" / "a.pdf", tmp_path / "pipe", tmp_path / "nul\0"):
        with pytest.raises(BadInput):
            write_whole(path, b"x")


@pytest.mark.parametrize("name", ["company.asaichi", "customers.csv"])
def test_no_document_takes_the_place_of_a_workspace(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    sqlite3.connect(path).execute("CREATE TABLE kept (a)").connection.close()
    before = path.read_bytes()
    with pytest.raises(BadInput, match="holds a workspace"):
        write_whole(path, b"%PDF")
    assert path.read_bytes() == before and os.listdir(tmp_path) == [name]


def test_names_never_are_paths_or_devices() -> None:
    assert file_name("Kitagawa Precision – Strategy") == "Kitagawa-Precision-Strategy"
    assert file_name("北川精密 朝の訪問表") == "北川精密-朝の訪問表"
    assert file_name("CON") == "asaichi-CON" and file_name("nul") == "asaichi-nul" and file_name("COM¹") != "COM1"
    for text in (
        "../../../../tmp/pwned",
        "C:\\Windows\\x:stream",
        'a/b\\c:d*e?f"g<h>i|j',
        ".",
        "\u3000\u00a0 ",
        "",
        "あ" * 5_000,
        "x\0y\x1b",
        "CON.xlsx",
    ):
        name = file_name(text)
        assert 0 < len(name) <= 80 and not set(name) & set('/\\:*?"<>|.\0\x1b ') and name[0] != "-" and len(name.encode()) <= 200
