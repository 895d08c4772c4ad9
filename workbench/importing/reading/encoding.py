"""Which encoding a text file has: by its mark, its zero bytes, its escapes; then strict UTF-8; then the one with the fewest odd letters."""

import codecs
import re
from dataclasses import dataclass

from workbench.errors import BadInput
from workbench.importing.reading.scan import ByteFacts, wide_codec
from workbench.importing.reading.source import ListFile
from workbench.strings import marked, tr

LABELS = {
    "utf-8": marked("UTF-8"),
    "utf-8-sig": marked("UTF-8 with mark"),
    "utf-16": marked("UTF-16"),
    "utf-16-le": marked("UTF-16"),
    "utf-16-be": marked("UTF-16"),
    "iso2022_jp": marked("ISO-2022-JP"),
    "cp932": marked("Shift_JIS, Windows"),
    "euc_jp": marked("EUC-JP"),
    "cp1252": marked("Western European, Windows"),
    "latin-1": marked("Western European"),
    "mac_roman": marked("Western European, Macintosh"),
    "gb18030": marked("Chinese, simplified"),
    "big5": marked("Chinese, traditional"),
    "euc_kr": marked("Korean"),
    "cp1250": marked("Central European, Windows"),
    "cp1251": marked("Cyrillic, Windows"),
}
LADDER = ("cp932", "euc_jp", "cp1252")

LONE_KATAKANA = re.compile("(?<![\uff61-\uff9f])[\uff61-\uff9f](?![\uff61-\uff9f])")
PRIVATE = re.compile("[\ue000-\uf8ff]")
KANJI_IN_LATIN = re.compile("(?<=[A-Za-z])[\u3400-\u9fff](?=[a-z])")
TWO_HIGH = re.compile("[\u00c0-\u017f]{2}")
NO_LETTER = re.compile("[\u0080-\u00bf\u00d7\u00f7\u02c6-\u2122]")


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes become letters. `codec` is Python's name; `whole` is false when some bytes do not fit and their lines are left out."""

    codec: str
    label: str
    evidence: str
    whole: bool


def choices() -> tuple[tuple[str, str], ...]:
    """The encodings one can choose, each with its name for people."""
    return tuple((codec, tr(label)) for codec, label in LABELS.items() if codec not in ("utf-16-le", "utf-16-be", "latin-1"))


def named(codec: str) -> Encoding:
    """The encoding the owner chose. Raises BadInput when it is unknown."""
    try:
        known = codecs.lookup(codec).name.replace("_", "-")
    except LookupError:
        raise BadInput(what=tr("The encoding {name} is unknown.", name=codec)) from None
    for name, label in LABELS.items():
        if codecs.lookup(name).name.replace("_", "-") == known:
            return Encoding(name, tr(label), tr("Chosen by hand."), False)
    raise BadInput(what=tr("The encoding {name} is unknown.", name=codec))


def find_encoding(source: ListFile, facts: ByteFacts) -> Encoding:
    """The encoding of a text file with one sentence of evidence."""
    if facts.head.startswith(codecs.BOM_UTF8):
        return _found("utf-8-sig", tr("The file begins with the mark of UTF-8."), facts.broken_at is None)
    if codec := wide_codec(facts):
        sentence = (
            tr("The file begins with the mark of UTF-16.") if codec == "utf-16" else tr("Every second byte of plain letters is zero.")
        )
        return _found(codec, sentence, False)
    if facts.ascii_only and facts.escapes:
        return _found("iso2022_jp", tr("Escape sequences switch to Japanese letters."), False)
    if facts.ascii_only:
        return _found("utf-8", tr("Only plain letters, digits and signs."), True)
    if facts.broken_at is None:
        return _found("utf-8", tr("Every letter can be read as UTF-8."), True)
    if facts.broken * 20 < facts.whole:
        return _found("utf-8", tr("Nearly every letter can be read as UTF-8; lines with others are left out."), False)
    return _of_old_ones(source, facts)


def _found(codec: str, evidence: str, whole: bool) -> Encoding:
    return Encoding(codec, tr(LABELS[codec]), evidence, whole)


def _of_old_ones(source: ListFile, facts: ByteFacts) -> Encoding:
    data = _sample(source)
    scores: list[tuple[float, str]] = []
    for codec in LADDER:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        high = sum(1 for c in text if ord(c) > 127) or 1
        scores.append((oddness(text, codec) / high, codec))
    broken = tr("As UTF-8 it breaks off at byte {byte}.", byte=(facts.broken_at or 0) + 1)
    if not scores and _mostly_utf8(data, "cp1252"):
        return _found("utf-8", tr("Most letters can be read as UTF-8; lines with others are left out."), False)
    if not scores:
        return _found("cp1252", broken + " " + tr("No other encoding fits as a whole; lines that cannot be read are left out."), False)
    best = min(scores)[1]
    if _mostly_utf8(data, best):
        return _found("utf-8", tr("Most letters can be read as UTF-8; lines with others are left out."), False)
    label = tr(LABELS[best])
    return _found(best, broken + " " + tr("As {encoding} every letter can be read.", encoding=label), False)


def _mostly_utf8(data: bytes, best: str) -> bool:
    """Whether more lines with other letters are UTF-8 than not. As Western text one such line is enough: there it would be "MÃ¼ller"."""
    fitting = others = 0
    for line in data.splitlines():
        if not line.isascii():
            try:
                line.decode("utf-8")
                fitting += 1
            except UnicodeDecodeError:
                others += 1
    return fitting > 0 if best == "cp1252" else fitting > others


def _sample(source: ListFile) -> bytes:
    with source.path.open("rb") as stream:
        data = stream.read(1 << 20)
    if len(data) < source.size:
        data = data[: max(data.rfind(b"\n"), data.rfind(b"\r")) + 1] or data[:-3]
    return data


def oddness(text: str, codec: str) -> float:
    """How many letters look wrong if `text` came from `codec`: lone half-width katakana, private letters, signs among letters."""
    score = 3.0 * len(PRIVATE.findall(text))
    if codec == "cp1252":
        return score + 2 * len(NO_LETTER.findall(text)) + 2 * len(TWO_HIGH.findall(text))
    if codec == "euc_jp":
        score += 3 * sum(1 for c in text if "\uff61" <= c <= "\uff9f")
    else:
        score += 3 * len(LONE_KATAKANA.findall(text))
    return score + 2 * len(KANJI_IN_LATIN.findall(text))
