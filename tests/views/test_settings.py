"""The window's settings."""

from pathlib import Path

import pytest

from views.settings import LANGUAGE, TEXT_SIZE, WINDOW, Settings


def test_a_value_survives_a_restart(tmp_path: Path) -> None:
    Settings(tmp_path / "w.json").set(TEXT_SIZE, 115)
    assert Settings(tmp_path / "w.json").get(TEXT_SIZE) == 115


def test_a_value_of_the_wrong_kind_is_the_default(tmp_path: Path) -> None:
    (tmp_path / "w.json").write_text('{"text_size": "large", "language": "xx", "window": {"x": 1}}', encoding="utf-8")
    settings = Settings(tmp_path / "w.json")
    assert (settings.get(TEXT_SIZE), settings.get(LANGUAGE), settings.get(WINDOW)) == (100, "system", [])


@pytest.mark.parametrize("damaged", ["", "[1, 2]", "{", "\ufeff"])
def test_a_damaged_file_counts_as_empty_and_is_written_anew(tmp_path: Path, damaged: str) -> None:
    (tmp_path / "w.json").write_text(damaged, encoding="utf-8")
    settings = Settings(tmp_path / "w.json")
    settings.set(LANGUAGE, "ja")
    assert Settings(tmp_path / "w.json").get(LANGUAGE) == "ja"


def test_a_value_out_of_the_choices_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        Settings(tmp_path / "w.json").set(TEXT_SIZE, 400)


def test_recent_files_are_newest_first_and_only_those_that_exist(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "w.json")
    for name in ("a", "b", "c", "a"):
        (tmp_path / name).touch()
        settings.remember_file(tmp_path / name)
    (tmp_path / "b").unlink()
    assert [path.name for path in settings.recent_files()] == ["a", "c"]


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings = Settings(tmp_path / "file" / "w.json")
    settings.set(LANGUAGE, "ja")
    assert settings.get(LANGUAGE) == "ja"
