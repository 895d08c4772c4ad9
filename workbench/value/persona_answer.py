"""An assistant's answer, pasted: whatever names an attribute is read, in English or Japanese, as lines, bullets, a table or JSON."""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy.orm import Session

from workbench.errors import BadInput
from workbench.strings import language, tr
from workbench.value import personas
from workbench.value.personas import KEYS, LONGEST

LABELS = {
    "role": "role, roles, job, job title, title, position, function, 役割, 役職, 職種, 職務, 立場, 肩書き",
    "age": "age, age band, age range, age group, 年齢, 年代, 年齢層",
    "industry": "industry, industry and size, industries, sector, branch, company, company size, 業種, 業界, 業種と規模, 業種・規模",
    "interests": "interests, interest, interested in, focus, goals, 関心, 興味, 関心事, 興味関心, 興味・関心, 目標",
    "process": "purchasing process, purchase process, buying process, process, how they buy, decision process, "
    "購買プロセス, 購入プロセス, 購買の流れ, 購入の流れ, 購買過程, 検討プロセス",
    "authority": "decision authority, authority, decision power, decision maker, decision making authority, decision-making authority, "
    "決裁権, 決定権, 決裁権限, 意思決定権, 意思決定権限, 決裁者",
    "worries": "worries, worry, concerns, concern, pains, pain, pain points, pain point, problems, challenges, fears, "
    "悩み, 困りごと, 困り事, 課題, 不安, 懸念, 心配, 心配事, 悩み・課題",
    "sources": "where they look for information, where they get information, sources, information sources, sources of information, source, "
    "information, media, channels, 情報源, 情報収集, 情報収集先, 情報の入手先, 情報収集の手段, 情報の集め方",
}
MOST = 100_000
DEEPEST, MOST_TRIES, LONGEST_LABEL = 12, 20, 80
LEAD = re.compile(r"^(?:[\s>#*+•‣▪◦●○■□◆◇・–—-]|\(?\d{1,2}[.)、](?=\s|\D)|[①-⑳])+")
BULLET = re.compile(r"^\s*(?:[*+•‣▪◦●○■□◆◇・–—-]|\(?\d{1,2}[.)、]|[①-⑳])")
PAIR = re.compile(r"^(?P<label>[^:：=→|\t]{1,60}?)\s*(?:[:：=→|\t]|\s[-–—]\s)\s*(?P<text>.*)$")
BRACKETED = re.compile(r"^[【「『\[《](?P<label>[^】」』\]》]{1,60})[】」』\]》]\s*[:：]?\s*(?P<text>.*)$")
MARKS = re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")
LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()]{0,600}\)")
BRACKET = re.compile(r"\s*[(（].*?[)）]\s*$")
BEGIN = re.compile(r"[{\[]+")
RULE = re.compile(r"^[\s|:*=_~-]*$")
PLACEHOLDERS = "… ... - – — n/a na none unknown tbd null ? 不明 なし 無し 特になし 未定 未記入 該当なし"
NOTHING = frozenset(PLACEHOLDERS.split())


@dataclass(frozen=True, slots=True)
class Taken:
    """Keys that the answer filled as a draft, and those that it named but that stayed, for they are the owner's."""

    filled: tuple[str, ...]
    kept: tuple[str, ...]


def take(session: Session, persona_id: int, text: str) -> Taken:
    """Fill a persona from an answer. What is our data or from the field stays as it is. Raises BadInput where nothing can be read."""
    answer = read(text)
    found = personas.persona(session, persona_id)
    sorted_out = sort_out(found, answer)
    for key in sorted_out.filled:
        personas.set_attribute(session, persona_id, key, answer[key], "draft")
    return sorted_out


def sort_out(found: personas.PersonaView, answer: dict[str, str]) -> Taken:
    """What an answer would fill of a persona, and what stays."""
    own = {one.key for one in found.attributes if one.own}
    return Taken(tuple(key for key in KEYS if key in answer and key not in own), tuple(key for key in KEYS if key in answer and key in own))


def taken_words(taken: Taken) -> str:
    """What is filled and what stays, in one or two sentences."""
    filled, kept = (tr(", ").join(tr(KEYS[key]) for key in keys) for keys in (taken.filled, taken.kept))
    if not taken.filled:
        return tr("Nothing to fill: {kept} rest on your own evidence and stay.", kept=kept)
    said = tr("AI draft for {filled}.", filled=filled)
    return tr("{said} Yours, and kept: {kept}.", said=said, kept=kept) if taken.kept else said


def read(text: str) -> dict[str, str]:
    """The attributes that an answer names, by key; the first mention counts. Raises BadInput where there are none."""
    if not text.strip():
        raise BadInput(tr("There is no answer yet."), "", tr("Copy the assistant’s answer, then paste it here."))
    if len(text) > MOST:
        raise BadInput(tr("This is too long for an answer."), "", tr("Paste only the lines that name attributes."))
    found: dict[str, str] = {}
    for key, words in _pairs(text):
        kept = _value(words)
        if kept and key not in found:
            found[key] = kept
    if not found:
        raise BadInput(
            tr("No line of this answer names an attribute."), "", tr("Expected are lines such as “{label}: …”.", label=tr(KEYS["role"]))
        )
    return found


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    decoder = json.JSONDecoder()
    for start in [match.start() for match in BEGIN.finditer(text)][:MOST_TRIES]:
        try:
            pairs = list(_inside(decoder.raw_decode(text, start)[0], DEEPEST))
        except (ValueError, RecursionError):
            continue
        if pairs:
            yield from pairs
            return
    yield from _lines(text)


def _inside(found: object, deep: int) -> Iterator[tuple[str, str]]:
    """Pairs of a JSON document: keys that name attributes, wherever they stand, or entries that hold a name and a text."""
    if deep == 0:
        return
    if isinstance(found, dict):
        texts = [value for value in found.values() if isinstance(value, str)]
        named = next((key for value in texts[:1] if (key := _key(value))), None)
        if named and len(texts) > 1 and not any(_key(str(name)) for name in found):
            yield named, texts[1]
            return
        for name, value in found.items():
            key = _key(str(name))
            if key:
                yield key, _flat(value, deep)
            else:
                yield from _inside(value, deep - 1)
    elif isinstance(found, list):
        for value in found:
            yield from _inside(value, deep - 1)


def _flat(value: object, deep: int) -> str:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return _joined([_flat(one, deep - 1) for one in value] if deep else [])
    return "" if value is None or isinstance(value, bool) else str(value)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of lines. Lines below a label belong to it until the next one, a heading, or what follows a gap and is no bullet."""
    key, parts, gap = None, list[str](), False
    for line in text.splitlines():
        bare = LEAD.sub("", LINK.sub(r"\1", line).strip().strip("|")).strip()
        if RULE.match(bare) or bare.startswith("```"):
            gap = True
            continue
        named = _labelled(bare)
        ended = line.lstrip().startswith("#") or (gap and parts and not BULLET.match(line))
        if key and (named or ended):
            yield key, _joined(parts)
            key, parts = None, []
        if named:
            key, parts = named[0], [named[1]] if named[1] else []
        elif key:
            parts.append(bare)
        gap = False
    if key:
        yield key, _joined(parts)


def _labelled(line: str) -> tuple[str, str] | None:
    bare = MARKS.sub("", line).strip()
    for shape in (BRACKETED, PAIR):
        match = shape.match(bare)
        key = _key(match["label"]) if match else None
        if match and key:
            return key, match["text"].strip(" \t|")
    key = _key(bare.rstrip(":："))
    return (key, "") if key else None


def _key(label: str) -> str | None:
    known, short = _known(language()), label[:LONGEST_LABEL]
    return known.get(_label(short)) or known.get(_label(BRACKET.sub("", short)))


def _label(text: str) -> str:
    flat = unicodedata.normalize("NFKC", MARKS.sub("", text)).casefold().replace("_", " ").replace("’", "'")
    return " ".join(LEAD.sub("", flat).strip(" :-\"'「」【】").split())


@lru_cache(maxsize=4)
def _known(language_in_use: str) -> dict[str, str]:
    """Labels as they are compared, those of the language in use among them."""
    known = {_label(word): key for key, words in LABELS.items() for word in words.split(", ")}
    return known | {_label(tr(name)): key for key, name in KEYS.items()}


def _joined(parts: list[str]) -> str:
    return tr("; ").join(part.strip().rstrip(";；") for part in parts if part.strip())


def _value(text: str) -> str:
    kept = personas.clean(MARKS.sub("", text)).strip(' "“”「」|')
    if kept.casefold().strip(" .。") in NOTHING or kept.casefold() in NOTHING or re.fullmatch(r"[<＜\[].*[>＞\]]", kept):
        return ""
    return kept if len(kept) <= LONGEST else f"{kept[: LONGEST - 1].rstrip()}…"
