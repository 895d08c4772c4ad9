"""Counted words."""

from workbench.strings import CONTEXT, ntr, tr, using_language


def test_large_counts_are_written_with_separators_and_choose_their_word() -> None:
    assert ntr("{n} customer", "{n} customers", 1) == "1 customer"
    assert ntr("{n} customer", "{n} customers", 100_000) == "100,000 customers"
    with using_language("ja"):
        assert "100,000" in ntr("{n} customer", "{n} customers", 100_000)


def test_words_that_mean_two_things_are_told_apart_by_their_context() -> None:
    place = f"4P{CONTEXT}Place"
    assert tr(place) == "Place" and tr("Place {given}", given=CONTEXT) == f"Place {CONTEXT}"
    with using_language("ja"):
        assert (tr(place), tr("Place")) == ("流通", "場所")
