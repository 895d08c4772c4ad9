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


def test_what_matches_out_of_sight_is_told(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        text = search_text("Uji Molding", "宇治成形", "Riverside estate 18", "K. Hirai, tooling")
        person, street = "K. Hirai, tooling", "Riverside estate 18"
        session.add(Customer(name="Uji Molding", name_local="宇治成形", folded="uji molding", contact=person, address=street, search=text))
    with workspace.read() as session:
        told = [find(session, typed)[1][0].beside for typed in ("hirai", "uji river", "uji", "宇治")]
    assert told == ["K. Hirai, tooling", "Riverside estate 18", "", ""]
