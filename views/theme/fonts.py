"""The shipped fonts: registered once, so that a machine without any font shows every letter."""

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FOLDER = Path(__file__).parents[2] / "resources" / "fonts"
FIRST = ("Inter", "Noto Sans JP")


@cache
def families() -> tuple[str, ...]:
    """Register every font file of resources/fonts and return the families, first choice first."""
    found: list[str] = []
    for file in sorted(FOLDER.glob("*.ttf")):
        if file.name.startswith("InterTab"):  # for PDFs only
            continue
        number = QFontDatabase.addApplicationFont(str(file))
        found += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    rest = [name for name in dict.fromkeys(found) if not name.startswith(FIRST)]
    return (*FIRST, *rest)


def make(size_px: float, weight: int, tabular: bool, spacing_percent: float = 100, capitals: bool = False) -> QFont:
    """A font of `size_px` at 96 dpi, set in points so that 11.5 stays 11.5."""
    font = QFont(list(families()))
    font.setPointSizeF(size_px * 72 / 96)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("cv11"), 1)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    if spacing_percent != 100:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing_percent)
    if capitals:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
    return font
