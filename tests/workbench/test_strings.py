"""Counted words."""

from workbench.strings import ntr, using_language


def test_large_counts_are_written_with_separators_and_choose_their_word() -> None:
    assert ntr("{n} customer", "{n} customers", 1) == "1 customer"
    assert ntr("{n} customer", "{n} customers", 100_000) == "100,000 customers"
    with using_language("ja"):
        assert "100,000" in ntr("{n} customer", "{n} customers", 100_000)
