"""What may be put on paper."""

from workbench.output.plain_text import printable, without_controls


def test_line_ends_become_blanks_and_unseen_characters_go() -> None:
    assert printable("first\r\nsecond\u2028third") == "first  second third"
    assert printable("A\u200bB\u200dC\ufeffD\0\x1b\ud800") == "ABCD"
    assert printable("❤\ufe0f 葛\U000e0100") == "❤ 葛"


def test_letters_are_composed_and_heaps_of_marks_are_cleared() -> None:
    assert printable("e\u0301 か\u3099") == "é が"
    assert len(printable("Z" + "\u0301" * 300)) <= 5


def test_no_more_than_asked_for() -> None:
    assert printable("あ" * 5_000, 100) == "あ" * 100


def test_lists_keep_line_ends_but_no_controls() -> None:
    assert without_controls("a\nb\tc\x07\0\ud800\uffff") == "a\nb\tc"
    assert without_controls("👨‍👩‍👧 の家") == "👨‍👩‍👧 の家"
