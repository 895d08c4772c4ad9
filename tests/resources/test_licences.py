"""Whatever is bundled from elsewhere has its licence beside it."""

from pathlib import Path

import pytest

RESOURCES = Path(__file__).parents[2] / "resources"
OURS = ("licences", "translations", "pictures", "making", "make.py", "tokens.json", "__pycache__")


def bundled() -> list[Path]:
    return [path for path in sorted(RESOURCES.rglob("*")) if path.is_file() and path.relative_to(RESOURCES).parts[0] not in OURS]


def notices() -> list[Path]:
    return sorted((RESOURCES / "licences").glob("*/NOTICE.txt"))


def patterns(notice: Path) -> list[str]:
    return [line.removeprefix("Files: ") for line in notice.read_text(encoding="utf-8").splitlines() if line.startswith("Files: ")]


def test_every_bundled_file_is_covered_by_a_notice() -> None:
    covered = {path for notice in notices() for pattern in patterns(notice) for path in RESOURCES.glob(pattern)}
    assert [str(path.relative_to(RESOURCES)) for path in bundled() if path not in covered] == []


@pytest.mark.parametrize("notice", notices(), ids=lambda path: path.parent.name)
def test_a_notice_names_its_work_and_brings_the_licence(notice: Path) -> None:
    text = notice.read_text(encoding="utf-8")
    assert all(f"{field}: " in text for field in ("Work", "Package", "Licence", "Changes"))
    assert len((notice.parent / "LICENSE.txt").read_text(encoding="utf-8")) > 300
    assert patterns(notice)
    assert all(list(RESOURCES.glob(pattern)) for pattern in patterns(notice))


def test_the_bundle_stays_small() -> None:
    assert sum(path.stat().st_size for path in bundled()) < 36_000_000
