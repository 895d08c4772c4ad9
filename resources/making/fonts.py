"""Fonts for the window and the documents, with a chain that covers what customers' names bring along."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from making import licences
from making.packages import Packages

OFL = "SIL Open Font License 1.1"


@dataclass(frozen=True, slots=True)
class Family:
    """One npm package of static fonts: `faces` maps the file in the package to the name here."""

    package: str
    version: str
    folder: str
    work: str
    files: str
    faces: dict[str, str]


FAMILIES = (
    Family("@expo-google-fonts/inter", "0.4.2", "inter", "Inter 4.001, The Inter Project Authors", "fonts/Inter-*.ttf", {
        "400Regular/Inter_400Regular.ttf": "Inter-Regular.ttf",
        "500Medium/Inter_500Medium.ttf": "Inter-Medium.ttf",
        "600SemiBold/Inter_600SemiBold.ttf": "Inter-SemiBold.ttf",
        "700Bold/Inter_700Bold.ttf": "Inter-Bold.ttf",
    }),
    Family("@expo-google-fonts/noto-sans-jp", "0.4.3", "noto-sans-jp", "Noto Sans JP 2.004, Adobe and Google", "fonts/NotoSansJP-*.ttf", {
        "400Regular/NotoSansJP_400Regular.ttf": "NotoSansJP-Regular.ttf",
        "600SemiBold/NotoSansJP_600SemiBold.ttf": "NotoSansJP-SemiBold.ttf",
        "700Bold/NotoSansJP_700Bold.ttf": "NotoSansJP-Bold.ttf",
    }),
    Family("@expo-google-fonts/noto-sans", "0.4.2", "noto-sans", "Noto Sans, The Noto Project Authors", "fonts/NotoSans-*.ttf", {
        "400Regular/NotoSans_400Regular.ttf": "NotoSans-Regular.ttf",
    }),
    Family("@expo-google-fonts/noto-emoji", "0.4.7", "noto-emoji", "Noto Emoji, Google", "fonts/NotoEmoji-*.ttf", {
        "400Regular/NotoEmoji_400Regular.ttf": "NotoEmoji-Regular.ttf",
    }),
    Family("@expo-google-fonts/noto-sans-arabic", "0.4.3", "noto-sans-arabic", "Noto Sans Arabic, The Noto Project Authors",
           "fonts/NotoSansArabic-*.ttf", {"400Regular/NotoSansArabic_400Regular.ttf": "NotoSansArabic-Regular.ttf"}),
    Family("@expo-google-fonts/noto-sans-hebrew", "0.4.1", "noto-sans-hebrew", "Noto Sans Hebrew, The Noto Project Authors",
           "fonts/NotoSansHebrew-*.ttf", {"400Regular/NotoSansHebrew_400Regular.ttf": "NotoSansHebrew-Regular.ttf"}),
)
TABULAR = {"Inter-Regular.ttf": "InterTab-Regular.ttf", "Inter-SemiBold.ttf": "InterTab-SemiBold.ttf"}
DROID, DROID_VERSION = "fonts-droid-fallback", "1:6.0.1r16-1.1"


def make(store: Packages, resources: Path) -> None:
    """Write resources/fonts."""
    folder = resources / "fonts"
    folder.mkdir(exist_ok=True)
    for family in FAMILIES:
        package = store.npm(family.package, family.version)
        for inside, name in family.faces.items():
            shutil.copyfile(package / inside, folder / name)
        notice = licences.Notice(family.folder, family.work, f"npm {family.package} {family.version}", OFL, (family.files,), "none")
        licences.write(resources, notice, package / "LICENSE_FONT")
    for plain, tabular in TABULAR.items():
        with_tabular_figures(folder / plain, folder / tabular)
    inter = FAMILIES[0]
    notice = licences.Notice(
        "inter-tab", inter.work, f"npm {inter.package} {inter.version}", OFL, ("fonts/InterTab-*.ttf",),
        "figures point to Inter's own tabular glyphs; layout features removed; renamed Inter Tab",
    )
    licences.write(resources, notice, store.npm(inter.package, inter.version) / "LICENSE_FONT")
    _droid(store, resources)


def with_tabular_figures(source: Path, target: Path) -> None:
    """Copy a font so that its tabular figures are the plain ones, for writers that know no font features."""
    from fontTools.ttLib import TTFont

    font = TTFont(source, recalcTimestamp=False)
    swaps = _tabular_glyphs(font)
    for table in font["cmap"].tables:
        table.cmap = {code: swaps.get(glyph, glyph) for code, glyph in table.cmap.items()}
    for table in ("GSUB", "GPOS", "GDEF"):
        if table in font:
            del font[table]
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            text = record.toUnicode()
            record.string = text.replace("Inter", "InterTab" if record.nameID == 6 else "Inter Tab", 1)
    font.save(target)


def _tabular_glyphs(font: Any) -> dict[str, str]:
    """Plain glyph to tabular glyph, from the font's tnum feature."""
    substitutions = font["GSUB"].table
    lookups = {
        index
        for record in substitutions.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    swaps: dict[str, str] = {}
    for index in lookups:
        for subtable in substitutions.LookupList.Lookup[index].SubTable:
            swaps.update(getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {}))
    return swaps


def _droid(store: Packages, resources: Path) -> None:
    tree = store.debian(DROID, DROID_VERSION)
    shutil.copyfile(tree / "usr/share/fonts-droid-fallback/truetype/DroidSansFallback.ttf", resources / "fonts/DroidSansFallback.ttf")
    notice = licences.Notice(
        "droid-sans-fallback", "Droid Sans Fallback, Google", f"Debian {DROID} {DROID_VERSION}", "Apache License 2.0",
        ("fonts/DroidSansFallback.ttf",), "none",
    )
    licences.write(resources, notice, tree / f"usr/share/doc/{DROID}/copyright", Path("/usr/share/common-licenses/Apache-2.0"))
