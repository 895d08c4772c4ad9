"""The documents made last: newest first, a file's own, damaged entries passed over."""

from pathlib import Path

from views import made_documents
from views.settings import MADE, Settings


def test_the_newest_is_first_and_one_written_again_stands_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "w.json")
    for name in ("a.pdf", "b.pdf", "a.pdf"):
        made_documents.remember(settings, "one", "morning", tmp_path / name, 3, None)
    made_documents.remember(settings, "two", "customers", tmp_path / "c.csv", None, 60)
    again = Settings(tmp_path / "w.json")
    assert [Path(made.path).name for made in made_documents.made_last(again, "one")] == ["a.pdf", "b.pdf"]
    [other] = made_documents.made_last(again, "two")
    assert (other.rows, other.pages, other.when.isoformat()[:4], other.missing) == (60, None, other.at[:4], True)


def test_one_can_be_forgotten_and_the_list_has_an_end(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "w.json")
    for number in range(made_documents.MOST_KEPT + 5):
        made_documents.remember(settings, "one", "morning", tmp_path / f"{number}.pdf", 1, None)
    made_documents.forget(settings, str(tmp_path / "44.pdf"))
    kept = made_documents.made_last(settings, "one")
    assert len(kept) == made_documents.MOST_KEPT - 1 and Path(kept[0].path).name == "43.pdf"


def test_damaged_entries_are_passed_over(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "w.json")
    made_documents.remember(settings, "one", "morning", tmp_path / "a.pdf", 1, None)
    [good] = settings.get(MADE)
    settings.set(MADE, [{"path": 3}, "x", {**good, "at": "soon"}, {**good, "pages": "many"}, good])  # type: ignore[list-item]
    assert len(made_documents.made_last(settings, "one")) == 1
