"""The towns of one municipality, and the longest of them that an address begins with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from workbench.customers.places import prefectures, store
from workbench.customers.places.folding import fold_japanese

_CHOME = re.compile(r"^(.+?)\d+丁$")
_BARE_NUMBER = re.compile(r"\d{1,2}(?=-|ノ|$)")
_AFTER_NAME = re.compile("[-\\d番第ノ甲乙丙丁,(]|$")
_KYOTO_STREETS = re.compile("上ケ?ル|下ケ?ル|[東西]入ル?")
_NO_TOWN = "（大字なし）"


@dataclass(frozen=True, slots=True)
class Town:
    """A point in ten-thousandths of a degree. `name` as the gazetteer writes it. `length` counts the letters that matched."""

    name: str
    lat: int
    lng: int
    length: int


class Towns:
    """Towns by their folded names. A town known by its chome only also answers to its bare name, with their mean."""

    def __init__(self, lines: str, lat: int, lng: int) -> None:
        self._known: dict[str, tuple[str, int, int]] = {}
        parts: dict[str, list[tuple[str, int, int]]] = {}
        for name, key, north, east in _rows(lines):
            entry = (name, lat + north, lng + east)
            self._known.setdefault(key, entry)
            if chome := _CHOME.match(key):
                parts.setdefault(chome[1], []).append(entry)
        for key, entries in parts.items():
            if key not in self._known:
                self._known[key] = (_without_chome(entries[0][0]), _mean(e[1] for e in entries), _mean(e[2] for e in entries))
        self._longest = max(map(len, self._known), default=0)
        self._loose = {key.removesuffix("町"): entry for key, entry in self._known.items() if key.endswith("町") and len(key) > 2}

    def find(self, rest: str) -> Town | None:
        """The town that `rest` (folded, without the municipality) begins with; "町1-8" also means 町一丁目."""
        found = self._longest_start(rest)
        if "入" in rest or "上" in rest or "下" in rest:
            for street in _KYOTO_STREETS.finditer(rest):
                found = self._longest_start(rest[street.end() :]) or found
        return found or self._without_machi(rest)

    def _longest_start(self, rest: str) -> Town | None:
        best = ""
        length = 0
        known = self._known
        for end in range(min(len(rest), self._longest), 0, -1):
            start = rest[:end]
            if start in known and not (start[-1].isdigit() and rest[end : end + 1].isdigit()) and (end > 1 or _AFTER_NAME.match(rest, end)):
                best, length = start, end
                break
        for number in _BARE_NUMBER.finditer(rest, 1, self._longest + 2):
            start = rest[: number.end()] + "丁"
            if number.end() > length and start in known:
                best, length = start, number.end()
        return Town(*known[best], length) if best else None

    def _without_machi(self, rest: str) -> Town | None:
        for end in range(min(len(rest), self._longest), 1, -1):
            entry = self._loose.get(rest[:end])
            if entry and _AFTER_NAME.match(rest, end):
                return Town(*entry, end)
        return None


@cache
def towns_of(municipality: int) -> Towns:
    """The towns of a municipality, by its place in `store.municipalities`."""
    prefecture, name, lat, lng = store.municipalities()[municipality]
    return Towns(store.prefecture_towns(prefectures.number_of(prefecture))[name], lat, lng)


def _rows(lines: str) -> Iterator[tuple[str, str, int, int]]:
    """Name, folded name and offsets; a line that begins with + is a part of the town above it."""
    town = ""
    for line in lines.splitlines():
        name, north, east = line.split("\t")
        if name.startswith("+"):
            name = town + name[1:]
        else:
            town = name = "" if name == _NO_TOWN else name
        if name:
            yield name, fold_japanese(name), int(north), int(east)


def _without_chome(name: str) -> str:
    return re.sub("[0-9〇一二三四五六七八九十]+丁目?$", "", name)


def _mean(values: Iterator[int]) -> int:
    listed = list(values)
    return round(sum(listed) / len(listed))
