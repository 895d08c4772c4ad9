"""Icons: drawable, and coloured by whoever draws them."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

ICONS = sorted((Path(__file__).parents[2] / "resources" / "icons").glob("*.svg"))


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_plain_svg_in_the_current_colour(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke") == "currentColor"
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(|<script|<image|href", text)
    assert QSvgRenderer(QByteArray(text.replace("currentColor", "#000000").encode())).isValid()


def test_the_icons_of_the_rail_are_there() -> None:
    names = {path.stem for path in ICONS}
    assert {"sun", "target", "layers", "users", "calendar-check", "file-text", "route", "undo-2", "redo-2", "search"} <= names
