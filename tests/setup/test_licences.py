"""Every package of the locks may be used by an MIT program: at least one of its licences is permitted."""

import re
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "tests/requirements.lock", "tests/benchmarks/requirements.lock")
PERMITTED = re.compile(
    r"\b(MIT|MIT-CMU|HPND|0?BSD|ISC|Apache|PSFL?|Python Software Foundation|CNRI-Python|LGPL|Lesser General|MPL|Mozilla|Zlib|CC0|Public Domain|Unicode)",
    re.IGNORECASE,
)
FORBIDDEN = re.compile(
    r"\bA?GPL|\b(?<!Lesser )(?<!Library or Lesser )General Public|\bSSPL|\bProprietary|\bCommercial|\bNon-?commercial", re.IGNORECASE
)


def is_permitted(licence: str) -> bool:
    """Whether one alternative of an expression such as `MIT OR GPL-3.0-only` holds permitted parts only."""
    alternatives = re.split(r"\s+OR\s+", licence)
    return any(all(_part(part) for part in re.split(r"\s+AND\s+", alternative)) for alternative in alternatives)


def _part(text: str) -> bool:
    return bool(PERMITTED.search(text)) and not FORBIDDEN.search(text)


def licences_of(distribution: metadata.Distribution) -> list[str]:
    """What a package says of itself: the expression alone where there is one, else free text (its first line) and classifiers."""
    about = distribution.metadata
    if expression := about.get("License-Expression"):
        return [expression]
    said = [(about.get("License") or "").strip().split("\n")[0]]
    said += [classifier.split(" :: ")[-1] for classifier in about.get_all("Classifier") or [] if classifier.startswith("License :: ")]
    return [text for text in said if text]


def locked_names() -> list[str]:
    """The packages of all locks."""
    found = (re.findall(r"^([\w.-]+)==", (ROOT / lock).read_text(), re.MULTILINE) for lock in LOCKS)
    return sorted({name for names in found for name in names})


@pytest.mark.parametrize("name", locked_names())
def test_a_package_has_a_permitted_licence(name: str) -> None:
    try:
        distribution = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        pytest.skip(f"{name} is not of this system or of the benchmarks only")
    said = licences_of(distribution)
    assert said, f"{name} names no licence"
    assert any(is_permitted(text) for text in said), f"{name}: {said}"


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("GNU Library or Lesser General Public License (LGPL)", True),
        ("Apache-2.0 AND CNRI-Python", True),
        ("GPL-3.0-only", False),
        ("GNU General Public License v3 (GPLv3)", False),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("Some licence of our own", False),
    ],
)
def test_alternatives_and_parts_are_told_apart(licence: str, expected: bool) -> None:
    assert is_permitted(licence) is expected
