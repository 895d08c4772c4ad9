"""Which face prints what."""

import logging

import pytest

from workbench.output import fonts


def names(text: str, weight: int = 400) -> list[str]:
    chain = fonts.chain(weight)
    return [face.name for face in chain.faces(chain.with_missing_marked(text))]


def test_each_script_finds_its_face() -> None:
    assert names("Aé") == ["Inter-Regular"] * 2
    assert names("阪髙𠮷", 600) == ["NotoSansJP-SemiBold"] * 3
    assert names("한简") == ["DroidSansFallback"] * 2
    assert names("👍") == ["NotoEmoji-Regular"]
    assert names("שع") == ["NotoSansHebrew-Regular", "NotoSansArabic-Regular"]


def test_a_character_without_a_face_is_marked_and_logged_by_its_code(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "workbench.output.fonts"):
        assert fonts.Chain(400, False).with_missing_marked("a\ue000b") == "a〓b"
    assert "U+E000" in caplog.text


def test_tabular_figures_are_equally_wide() -> None:
    tab = fonts.chain(400, tabular=True)
    assert len({face.width(char) for char, face in zip("0123456789", tab.faces("0123456789"), strict=True)}) == 1
    assert len({fonts.face("Inter-Regular").width(char) for char in "0123456789"}) > 1


def test_right_to_left_is_seen_joined_and_turned() -> None:
    assert fonts.right_to_left("abc مثال") and not fonts.right_to_left("阪神 abc")
    joined = fonts.joined("مثال")
    assert joined != "مثال" and fonts.in_visual_order(joined) == joined[::-1]
