"""A start where no window can be shown."""

from pathlib import Path

import pytest

from main import main


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


def test_the_samples_documents_are_made_in_a_folder_that_is_named(own_folders: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main([]) == 0
    (folder,) = (own_folders / "documents").iterdir()
    said = capfdbinary.readouterr().out.decode()
    assert "no display" in said and str(folder) in said
    assert {path.suffix for path in folder.iterdir()} == {".asaichi", ".pdf", ".xlsx"}
    assert (folder / "morning.pdf").read_bytes().startswith(b"%PDF")
    assert main([]) == 0
    assert len(list((own_folders / "documents").iterdir())) == 2, "nothing is written over"


def test_a_named_file_gets_one_sentence(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main([str(tmp_path / "x.asaichi")]) == 1
    assert len(capfdbinary.readouterr().err.splitlines()) == 1
