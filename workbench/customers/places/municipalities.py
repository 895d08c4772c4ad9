"""Which municipality a folded address begins with, in the several ways people write it."""

import re
from dataclasses import dataclass
from functools import cache

from workbench.customers.places import prefectures, store
from workbench.customers.places.folding import fold_japanese
from workbench.customers.places.place import Place
from workbench.customers.places.towns import Town, towns_of

_COUNTY = re.compile(r"^[^市区町村]+?郡(?=.+[町村]$)")
_CITY_OF_WARD = re.compile(r"^(.+市)(.+区)$")
_ALSO = {"丹波篠山市": "篠山市", "三宅村": "三宅島三宅村", "八丈町": "八丈島八丈町"}
_WARD = re.compile(r"^[^\d]{1,4}?区")


@dataclass(frozen=True, slots=True)
class Found:
    """`members` are places in `store.municipalities`: one, or all wards of a city. The town, when known, lies in the first."""

    members: tuple[int, ...]
    town: Town | None = None

    def place(self) -> Place:
        """The town's point, else the middle of the municipality."""
        rows = [store.municipalities()[member] for member in self.members]
        prefecture, name = rows[0][:2]
        if self.town:
            lat, lng, label = self.town.lat, self.town.lng, f"{prefecture}{name}{self.town.name}"
            return Place(lat / store.DEGREES, lng / store.DEGREES, "town", "gazetteer", label)
        if len(rows) > 1 and (city := _CITY_OF_WARD.match(name)):
            name = city[1]
        lat, lng = round(sum(row[2] for row in rows) / len(rows)), round(sum(row[3] for row in rows) / len(rows))
        return Place(lat / store.DEGREES, lng / store.DEGREES, "city", "gazetteer", f"{prefecture}{name}")


def find(number: int, rest: str, near: int | None) -> Found | None:
    """The municipality and town that `rest` begins with, inside prefecture `number` (0: anywhere).

    `near` is the municipality of the postal code; it decides between namesakes. None when nothing fits or namesakes remain, as for
    a ward's name alone.
    """
    fallback: Found | None = None
    for spellings in (_spellings(), _wards()):
        for end in range(min(len(rest), 12), 1, -1):
            members = spellings.get(rest[:end], ())
            if number:
                members = tuple(member for member in members if prefecture_number(member) == number)
            if members:
                found = _town(members, rest[end:], near)
                if found and found.town:
                    return found
                fallback = fallback or (found if number or rest[:end] not in _wards() else None)
    return fallback


def _town(members: tuple[int, ...], rest: str, near: int | None) -> Found | None:
    """The best town among municipalities of one spelling; without a town, the municipality itself when it is only one."""
    ward = _WARD.match(rest) if len(members) > 1 else None
    for text in (rest[ward.end() :], rest) if ward else (rest,):
        hits = [(town.length, member, town) for member in members if (town := towns_of(member).find(text))]
        longest = max((hit[0] for hit in hits), default=0)
        hits = [hit for hit in hits if hit[0] == longest]
        chosen = hits[0] if len(hits) == 1 else next((hit for hit in hits if hit[1] == near), None)
        if chosen:
            return Found((chosen[1],), chosen[2])
    if len(members) == 1 or len({_city(member) for member in members}) == 1:
        return Found(members)
    return Found((near,)) if near is not None and near in members else None


@cache
def prefecture_number(member: int) -> int:
    """The official number of a municipality's prefecture."""
    return prefectures.number_of(store.municipalities()[member][0])


@cache
def _city(member: int) -> str:
    prefecture, name = store.municipalities()[member][:2]
    city = _CITY_OF_WARD.match(name)
    return prefecture + (city[1] if city else name)


@cache
def _spellings() -> dict[str, tuple[int, ...]]:
    """Folded name, name without its county, former name, and city without its ward -> municipalities."""
    known: dict[str, list[int]] = {}
    for member, (_, name, _, _) in enumerate(store.municipalities()):
        forms = {name, _COUNTY.sub("", name)}
        if city := _CITY_OF_WARD.match(name):
            forms.add(city[1])
        forms.add(_ALSO.get(name, name))
        for form in forms:
            known.setdefault(fold_japanese(form), []).append(member)
    return {form: tuple(members) for form, members in known.items()}


@cache
def _wards() -> dict[str, tuple[int, ...]]:
    """A ward's name alone -> municipalities."""
    known: dict[str, list[int]] = {}
    for member, (_, name, _, _) in enumerate(store.municipalities()):
        if city := _CITY_OF_WARD.match(name):
            known.setdefault(fold_japanese(city[2]), []).append(member)
    return {form: tuple(members) for form, members in known.items()}
