"""Lines: measured, broken and cut."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.output.pdf.line_breaks import lines
from workbench.output.pdf.text import Style, fitted, one_line, paragraph

STYLE = Style(16)


def texts(text: str, room: float, most: int = 0) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in paragraph(text, STYLE, room, most)]


def test_words_stay_whole_and_japanese_breaks_anywhere_but_before_closing_marks() -> None:
    assert texts("A prototype in 48 hours", 100) == ["A prototype", "in 48 hours"]
    for line in texts("東京の会議で、資料を配った。「これは」と言って、ラーメンを食べた。", 112):
        assert line[0] not in "、。」ーっ" and line[-1] not in "「"


@pytest.mark.parametrize(
    ("text", "room", "broken"),
    [
        ("関西で「48時間試作」といえば北川精密", 256, ["関西で「48時間試作」といえば", "北川精密"]),
        (
            "一度読み取れば、4か所すべてが順にスマートフォンで開きます。",
            160,
            ["一度読み取れば、", "4か所すべてが順に", "スマートフォンで", "開きます。"],
        ),
        ("負荷は訪問基準による稼働時間比。", 208, ["負荷は訪問基準による", "稼働時間比。"]),
        ("北川精密株式会社", 80, ["北川精密株", "式会社"]),
    ],
)
def test_japanese_is_broken_between_words_where_it_can_be(text: str, room: float, broken: list[str]) -> None:
    assert texts(text, room) == broken


def test_no_line_more_than_allowed_is_taken_for_the_sake_of_a_word() -> None:
    text = "一度読み取れば、4か所すべてが順にスマートフォンで開きます。"
    assert len(texts(text, 160, 3)) == 3 and "".join(texts(text, 160, 3)) == text


def test_a_line_is_never_wider_than_its_room() -> None:
    for room in (40, 90, 200):
        for line in paragraph("Donaudampfschifffahrtsgesellschaft 東大阪鋲螺製作所 and-more-words 1,234,567", STYLE, room):
            assert line.width <= room + 0.01


def test_what_does_not_fit_ends_in_an_ellipsis_and_nothing_else_does() -> None:
    long = one_line("Hanshin Medical Devices", STYLE, 100)
    assert long.cut and long.width <= 100 and long.pieces[-1].text.endswith("…")
    assert not one_line("Hanshin", STYLE, 100).cut
    assert texts("one two three four five six", 60, 2)[-1].endswith("…")


def test_text_is_set_smaller_before_it_is_cut() -> None:
    room = one_line("Hanshin Medical Devices", STYLE).width * 0.9
    (line,) = fitted("Hanshin Medical Devices", STYLE, room, 1)
    assert not line.cut and line.width <= room and line.pieces[0].style.size < 16


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.floats(1, 50))
def test_breaking_loses_nothing_but_blanks(text: str, room: float) -> None:
    ranges = lines(text, [7.0] * len(text), room)
    assert "".join(text[a:b] for a, b in ranges).replace(" ", "") == text.replace(" ", "")
    assert all(b - a <= max(1, room // 7) for a, b in ranges)
