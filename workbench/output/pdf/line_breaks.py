"""Where a line may end: at blanks, and between Japanese characters except before closing marks and after opening ones.

Among those places the ones between words are taken where it costs no line. No dictionary: the change of script tells most words apart.
"""

from functools import cache

_NOT_FIRST = frozenset(
    "、。，．・：；？！ー―～」』）〉》】〕］｝’”々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ゛゜‐゠–…‥％℃°,.:;?!)]}%»›"
    "、。｡､」ｧｨｩｪｫｬｭｮｯｰﾞﾟ"
)
_NOT_LAST = frozenset("「『（〈《【〔［｛‘“￥＄£€$¥([{«‹")
LEAST_FILLED = 0.66
"""A line is not ended earlier than this for the sake of a word."""

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


@cache
def _kind(char: str) -> str:
    """What a character is written in: "hira", "kata", "kanji" or "" for all else."""
    if "\u3041" <= char <= "\u309f":
        return "hira"
    if "\u30a0" <= char <= "\u30ff" or "\uff66" <= char <= "\uff9f":
        return "kata"
    return "kanji" if _wide(char) and char.isalpha() else ""


def _between_words(text: str, at: int) -> bool:
    """Whether a line may end before `text[at]` and a word probably ends there too: at blanks, after marks, where the script changes.

    Japanese words begin with what is not hiragana and go on in it: 訪問基準による|稼働時間, but 4か所 and お客様 stay whole.
    """
    before, after = text[at - 1], text[at]
    if not may_break(before, after):
        return False
    left, right = _kind(before), _kind(after)
    if left == right or not left or (left != "hira" and right == "hira"):
        return not left or not right
    if before == "か" and at > 1 and text[at - 2].isdigit():
        return False
    return before not in "おご"


def lines(text: str, widths: list[float], room: float, most: int = 0) -> list[tuple[int, int]]:
    """Start and end of each line of `text` so that none is wider than `room`; blanks at a line's end hang over.

    A word that is wider than a line is cut where the line is full. Japanese is broken between words where that takes at most one line
    more, and no more than `most` (0: any number).
    """
    if sum(widths) <= room:
        return [(0, _without_blanks(text, 0, len(text)))]
    full = _filled(text, widths, room, False)
    if any(map(_wide, text)):
        kept = _filled(text, widths, room, True)
        if len(kept) <= max(len(full), min(most or len(full) + 1, len(full) + 1)):
            return kept
    return full


def _filled(text: str, widths: list[float], room: float, whole_words: bool) -> list[tuple[int, int]]:
    """Each line as full as it gets; with `whole_words` it may stay a third empty for the sake of a word."""
    found: list[tuple[int, int]] = []
    start, used, chance, word, i = 0, 0.0, 0, 0, 0
    while i < len(text):
        if i > start and may_break(text[i - 1], text[i]):
            chance = i
            if whole_words and used >= room * LEAST_FILLED and _between_words(text, i):
                word = i
        if used + widths[i] > room and text[i] != " " and i > start:
            end = word if word > start else chance if chance > start else i
            found.append((start, _without_blanks(text, start, end)))
            start = i = end
            used, chance, word = 0.0, end, end
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
