"""Names fold to one spelling, and a search finds them."""

import pytest

from models import Customer
from workbench.customers.folding import fold_name, search_text
from workbench.customers.search import find
from workbench.workspace import Workspace


@pytest.mark.parametrize(
    "one,other",
    [
        ("株式会社北川精密", "㈱北川 精密"),
        ("ＡＢＣ工業（株）", "abc工業"),
        ("Miller & Sons Inc.", "miller & sons"),
        ("Optik Bergmann GmbH", "OPTIK BERGMANN"),
    ],
)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_different_companies_stay_different() -> None:
    assert len({fold_name(n) for n in ("Costa", "Incline", "Company", "Agora", "Co", "株式会社")}) == 6


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    with workspace.edit("fill") as session:
        for name, local in (("Hanshin Medical", "阪神メディカル"), ("Nakahana Springs", "中花スプリング"), ("100 % Wool_Works", "")):
            session.add(Customer(name=name, name_local=local, folded=fold_name(name), search=search_text(name, local)))
    return workspace


@pytest.mark.parametrize(
    "typed,names",
    [
        ("han", ["Hanshin Medical", "Nakahana Springs"]),
        ("阪", ["Hanshin Medical"]),
        ("spr hana", ["Nakahana Springs"]),
        ("ﾒﾃﾞｨｶﾙ", ["Hanshin Medical"]),
        ("%", ["100 % Wool_Works"]),
        ("_", ["100 % Wool_Works"]),
        ("'", []),
        ("  ", []),
    ],
)
def test_a_search_finds_by_any_part(filled: Workspace, typed: str, names: list[str]) -> None:
    with filled.read() as session:
        count, found = find(session, typed)
    assert [f.name for f in found] == names and count == len(names)
