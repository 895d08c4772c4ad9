"""Where a line may end: at blanks, and between Japanese characters except before closing marks and after opening ones."""

from functools import cache

_NOT_FIRST = frozenset(
    "、。，．・：；？！ー―～」』）〉》】〕］｝’”々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ゛゜‐゠–…‥％℃°,.:;?!)]}%»›"
    "、。｡､」ｧｨｩｪｫｬｭｮｯｰﾞﾟ"
)
_NOT_LAST = frozenset("「『（〈《【〔［｛‘“￥＄£€$¥([{«‹")
_WIDE = (("\u2e80", "\ua4cf"), ("\uf900", "\ufaff"), ("\ufe30", "\ufe4f"), ("\uff00", "\uffef"), ("\U0001f300", "\U0003ffff"))


@cache
def _wide(char: str) -> bool:
    return any(first <= char <= last for first, last in _WIDE)


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between two neighbouring characters."""
    if after == " ":
        return False
    if before == " ":
        return True
    if after in _NOT_FIRST or before in _NOT_LAST or (before.isdigit() and _wide(after)):
        return False
    if _wide(before) or _wide(after):
        return True
    return before in "-–—/" and after.isalpha()


def lines(text: str, widths: list[float], room: float) -> list[tuple[int, int]]:
    """Start and end of each line of `text` so that none is wider than `room`; blanks at a line's end hang over.

    A word that is wider than a line is cut where the line is full.
    """
    if sum(widths) <= room:
        return [(0, _without_blanks(text, 0, len(text)))]
    found: list[tuple[int, int]] = []
    start, used, chance, i = 0, 0.0, 0, 0
    while i < len(text):
        if i > start and may_break(text[i - 1], text[i]):
            chance = i
        if used + widths[i] > room and text[i] != " " and i > start:
            end = chance if chance > start else i
            found.append((start, _without_blanks(text, start, end)))
            start = i = end
            used, chance = 0.0, end
            continue
        used += widths[i]
        i += 1
    if start < len(text) or not found:
        found.append((start, _without_blanks(text, start, len(text))))
    return found


def _without_blanks(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end
