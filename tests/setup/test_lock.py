"""The lock files: exact versions with hashes, no address, the versions that pyproject.toml asks for."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GROUPS = {"requirements.lock": None, "tests/requirements.lock": "tests", "tests/benchmarks/requirements.lock": "benchmarks"}


def pins(lock: str) -> dict[str, str]:
    """Name and exact version of each package of a lock."""
    return dict(re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / lock).read_text(), re.MULTILINE))


@pytest.mark.parametrize("lock", GROUPS)
def test_each_package_is_exact_and_has_hashes(lock: str) -> None:
    blocks = re.split(r"\n(?=\S)", (ROOT / lock).read_text().strip())
    assert len(blocks) == len(pins(lock)) > 0
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", GROUPS)
def test_no_address_stands_in_a_lock(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links|--trusted-host| @ ", text)


@pytest.mark.parametrize(("lock", "group"), GROUPS.items())
def test_a_lock_holds_what_the_project_asks_for(lock: str, group: str | None) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = project["project"]["dependencies"] if group is None else project["dependency-groups"][group]
    locked = {f"{name.lower().replace('_', '-')}=={version}" for name, version in pins(lock).items()}
    assert {requirement.lower().replace("_", "-") for requirement in asked} <= locked


def test_the_locks_agree() -> None:
    ours = pins("requirements.lock")
    for lock in GROUPS:
        assert {name: version for name, version in pins(lock).items() if ours.get(name, version) != version} == {}


def test_what_is_installed_is_what_is_locked() -> None:
    installed = {distribution.name.lower().replace("_", "-"): distribution.version for distribution in metadata.distributions()}
    locked = pins("requirements.lock") | pins("tests/requirements.lock")
    assert {name: installed[name] for name, version in locked.items() if installed.get(name, version) != version} == {}
