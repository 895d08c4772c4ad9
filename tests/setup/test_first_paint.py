"""The window shows Today with its data before anything heavy is loaded."""

from pathlib import Path

from tests.benchmarks.start import first_paint
from workbench.workspace.sample import create_sample


def test_today_is_painted_with_its_data_and_nothing_heavy(tmp_path: Path) -> None:
    create_sample(tmp_path / "sample.asaichi", "en").close()
    start = first_paint(tmp_path / "sample.asaichi")
    assert (start.pane, start.waiting, start.heavy) == ("today", False, ())
