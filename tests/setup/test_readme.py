"""What the README says of the program: its verbs and its pictures."""

import re
from pathlib import Path

from views.screenshot import README_PANES, VERB
from workbench.commands import line

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_names_every_verb_and_no_other() -> None:
    table = README.split("| verb | does |", 1)[1].split("\n\n", 1)[0]
    named = [re.match(r"[a-z]+", code).group() for row in table.splitlines()[2:] for code in re.findall(r"`([^`]+)`", row.split(" | ")[0])]
    assert sorted(named) == sorted(verb.name for verb in (*line.verbs(), VERB))


def test_every_picture_shown_is_made_and_there() -> None:
    shown = re.findall(r"!\[[^\]]+\]\((resources/pictures/[^)]+)\)", README)
    assert sorted(shown) == sorted(f"resources/pictures/{pane}.png" for pane in README_PANES)
    assert sorted(path.name for path in (ROOT / "resources/pictures").iterdir()) == sorted(f"{pane}.png" for pane in README_PANES)
    for path in shown:
        head = (ROOT / path).read_bytes()[:24]
        assert head[1:4] == b"PNG" and (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (1440, 900)
