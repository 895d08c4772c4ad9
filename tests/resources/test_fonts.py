"""Fonts: what customers' names contain has a glyph somewhere in the chain, and figures of Inter Tab stand in columns."""

from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
CHAIN = ("Inter-Regular", "NotoSansJP-Regular", "NotoSans-Regular", "DroidSansFallback", "NotoEmoji-Regular", "NotoSansArabic-Regular",
         "NotoSansHebrew-Regular")
SAMPLES = {
    "rare name kanji": "髙﨑𠮷𩸽邉濵",
    "company forms": "株式会社㈱㈲有限会社①②〒",
    "Latin with accents": "Łódź Ørsted Müller Nguyễn São",
    "Greek and Cyrillic": "Ελλάδα Москва",
    "Hangul": "서울특별시 주식회사",
    "simplified Chinese": "北京市朝阳区 有限公司",
    "Arabic": "شركة القاهرة",
    "Hebrew": "תל אביב",
    "signs": "¥€£ → ✓ ・「」、。～ー",
    "emoji": "😀🍣",
}


@cache
def letters(name: str) -> frozenset[int]:
    with TTFont(FONTS / f"{name}.ttf", lazy=True) as font:
        return frozenset(font.getBestCmap())


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_chain_has_every_letter_of(sample: str) -> None:
    missing = [letter for letter in SAMPLES[sample] if not any(ord(letter) in letters(name) for name in CHAIN)]
    assert missing == []


@pytest.mark.parametrize("weight", ["Regular", "SemiBold", "Bold"])
def test_each_japanese_weight_has_the_name_kanji(weight: str) -> None:
    assert {ord(letter) for letter in "髙﨑𠮷株式会社浜松市"} <= letters(f"NotoSansJP-{weight}")


@pytest.mark.parametrize("path", sorted(FONTS.glob("*.ttf")), ids=lambda path: path.stem)
def test_a_font_has_outlines_that_documents_can_embed(path: Path) -> None:
    with TTFont(path, lazy=True) as font:
        assert "glyf" in font


@pytest.mark.parametrize("weight", ["Regular", "SemiBold"])
def test_figures_of_inter_tab_are_equally_wide(weight: str) -> None:
    with TTFont(FONTS / f"InterTab-{weight}.ttf", lazy=True) as font:
        names = font.getBestCmap()
        assert len({font["hmtx"][names[ord(digit)]][0] for digit in "0123456789"}) == 1
        assert font["name"].getDebugName(1).startswith("Inter Tab")
