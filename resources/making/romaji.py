"""Kana in Latin letters, as on signs: Hepburn without marks for long vowels."""

import re

_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト", "n": "ナニヌネノ", "h": "ハヒフヘホ", "m": "マミムメモ", "r": "ラリルレロ",
    "g": "ガギグゲゴ", "z": "ザジズゼゾ", "d": "ダヂヅデド", "b": "バビブベボ", "p": "パピプペポ",
}
_LETTERS = {kana: consonant + vowel for consonant, row in _ROWS.items() for kana, vowel in zip(row, "aiueo", strict=True)}
_LETTERS |= {"シ": "shi", "チ": "chi", "ツ": "tsu", "フ": "fu", "ジ": "ji", "ヂ": "ji", "ヅ": "zu", "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヲ": "o"}
_LETTERS |= {"ヴ": "vu", "ー": "", "ン": "n"}
_SMALL = {"ャ": "ya", "ュ": "yu", "ョ": "yo", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o"}


def romaji(kana: str) -> str:
    """`オオサカ` as `Osaka`; empty where something is not kana."""
    made = ""
    double = False
    for letter in kana:
        if letter == "ッ":
            double = True
            continue
        if letter in _SMALL:
            tail = _SMALL[letter]
            made = (made[:-1] + (tail[1:] if made.endswith(("shi", "chi", "ji")) else tail)) if made else tail
            continue
        if letter not in _LETTERS:
            return ""
        said = _LETTERS[letter]
        if double and said:
            made += "t" if said.startswith("ch") else said[0]
            double = False
        made += said
    made = re.sub(r"n(?=[bmp])", "m", made)
    made = re.sub(r"o[uo]", "o", made)
    made = re.sub(r"(?<=[yhj])uu", "u", made)
    return made.capitalize()
