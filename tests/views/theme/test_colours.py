"""Contrast of every pair of text and ground that is painted, and the theme's live change."""

import itertools

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from views.theme import ROLES, Theme, current_theme
from views.theme.icons import FOLDER, icon
from views.theme.paint import CENTRE, CHIPS, RIGHT, draw_text, recording, text_width
from views.theme.tokens import tokens

PAIRS = [
    *itertools.product(("ink", "muted", "accent", "thread", "good", "warn"), ("surface",)),
    *itertools.product(("ink", "muted", "accent"), ("app", "accentbg", "sunken")),
    *((ink, ground) for ground, ink in CHIPS.values()),
    *itertools.product(("onaccent",), ("accent", "thread", "good", "A", "B", "C", "D", "muted")),
    *itertools.product(("A", "B", "C", "D", "strength", "weakness", "opportunity", "threat"), ("surface",)),
    ("surface", "ink"),
]


def _light(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_light(QColor(one)), _light(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(ink: str, ground: str, dark: bool) -> None:
    colours = tokens(dark).colours
    assert _contrast(colours[ink], colours[ground]) >= 4.5


def test_the_theme_turns_dark_and_back_and_says_so(qtbot: QtBot) -> None:
    theme = current_theme()
    light = theme.colour("app").name()
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    try:
        assert theme.dark
        assert theme.colour("app").name().upper() == tokens(True).colours["app"]
    finally:
        theme.set_mode("light")
    assert theme.colour("app").name() == light


def test_text_sizes_are_exact_in_points_and_grow_with_the_text(qapp: object) -> None:
    theme = Theme()
    assert theme.font("caption").pointSizeF() == pytest.approx(11.5 * 0.75)
    theme.text_scale = 1.5
    theme._fonts.clear()
    assert theme.font("body").pointSizeF() == pytest.approx(13 * 0.75 * 1.5)
    assert theme.size("row") == 48


def test_tabular_figures_are_of_one_width(qapp: object) -> None:
    font = current_theme().font("body", tabular=True)
    assert text_width("1111", font) == pytest.approx(text_width("8888", font))


@pytest.mark.parametrize("role", sorted(ROLES))
def test_every_role_of_text_uses_a_weight_that_is_shipped(role: str) -> None:
    assert ROLES[role].weight in (400, 500, 600, 700)


def test_draw_text_tells_what_it_painted_and_whether_it_was_cut(qapp: object) -> None:
    picture = QImage(300, 40, QImage.Format.Format_ARGB32)
    painter = QPainter(picture)
    with recording() as seen:
        assert draw_text(painter, QRectF(0, 0, 300, 20), "short", "ink", background="surface")
        assert not draw_text(painter, QRectF(0, 0, 40, 20), "a long name of a customer", "muted", align=RIGHT)
        assert not draw_text(painter, QRectF(0, 0, 40, 20), "a long name of a customer", align=CENTRE, elide=False)
    painter.end()
    assert [(p.elided, p.clipped) for p in seen] == [(False, False), (True, False), (False, True)]
    assert seen[1].shown.endswith("…")
    assert seen[0].background == current_theme().colour("surface")


def test_an_icon_takes_the_colour_of_its_role(qapp: object) -> None:
    picture = icon("check", "thread", 32).pixmap(32, 32).toImage()
    inked = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert current_theme().colour("thread").name() in inked
    assert (FOLDER / "check.svg").exists()
