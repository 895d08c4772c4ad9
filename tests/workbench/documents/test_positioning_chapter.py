"""The chapter of the positioning map: there where the map is, not before."""

from pathlib import Path

from workbench.documents.strategy_document.positioning import positioning_chapter
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample


def test_the_chapter_is_there_where_the_map_is(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.read() as session:
        assert positioning_chapter(session) is None
    with create_sample(tmp_path / "kitagawa.asaichi") as sample, sample.read() as session:
        chapter = positioning_chapter(session)
    assert chapter is not None and chapter.message.startswith("Rivals lead on each axis")
