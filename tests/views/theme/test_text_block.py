"""Wrapped text: no word stands alone on the last line where the lines above can spare some."""

from PySide6.QtWidgets import QApplication

from views.theme.text_block import LONELY, Run, TextBlock

SENTENCE = "Longest: Hirano Seiki, 27 days in the whole of the year (at most 18)."


def test_a_word_alone_on_the_last_line_gets_company_without_a_line_more(qapp: QApplication) -> None:
    mended = 0
    for width in range(120, 420, 7):
        plain, kept = (TextBlock([Run(SENTENCE)], "body", width, balanced=balanced) for balanced in (False, True))
        assert (kept.lines, kept.height, kept.width) == (plain.lines, plain.height, width)
        assert kept.natural_width <= width
        mended += kept.lines > 1 and plain._last_width < LONELY * width <= kept._last_width
    assert mended > 0


def test_company_is_not_bought_with_a_split_katakana_word(qapp: QApplication) -> None:
    text = "前回ロットは不良ゼロで好評"
    for width in range(60, 200, 2):
        kept = TextBlock([Run(text)], "caption_ink", width)
        plain = TextBlock([Run(text)], "caption_ink", width, balanced=False)
        starts = [[block._layout.lineAt(n).textStart() for n in range(block.lines)] for block in (kept, plain)]
        assert text.index("ロで") not in starts[0] or starts[0] == starts[1]


def test_what_cannot_be_broken_better_stays_as_it_was(qapp: QApplication) -> None:
    plain, kept = (TextBlock([Run("Ahead.\nYes")], "body", 300, balanced=balanced) for balanced in (False, True))
    assert (kept.lines, kept.natural_width) == (plain.lines, plain.natural_width)
