"""A picture of all widgets and charts: python -m tests.views.widgets.gallery OUT.png [--dark] [--lang ja] [--part tables|forms|charts|parts]."""

import argparse
import os
import sys
from datetime import date

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from tests.views.widgets import gallery_forms, gallery_parts
from views.theme import install
from workbench import clock, strings

PARTS = {
    "parts": gallery_parts.parts,
    "more": gallery_parts.more,
    "tables": gallery_parts.tables,
    "charts": gallery_parts.charts,
    "forms": gallery_forms.forms,
    "sheet": gallery_forms.sheet,
    "empty": gallery_forms.empty,
}


class Page(QWidget):
    """Columns of widgets on the app colour."""

    def __init__(self, columns: list[list[QWidget]], stretch: list[int]) -> None:
        super().__init__()
        self.resize(1240, 860)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 18, 20, 18)
        row.setSpacing(14)
        for widgets, share in zip(columns, stretch, strict=True):
            column = QVBoxLayout()
            column.setSpacing(14)
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
            row.addLayout(column, share)


def page(part: str) -> QWidget:
    """One page of the gallery."""
    columns, stretch, after = PARTS[part]()
    made = Page(columns, stretch)
    made.after = after
    return made


def main(arguments: list[str] | None = None) -> int:
    """Draw one page and save it."""
    reader = argparse.ArgumentParser()
    reader.add_argument("out")
    reader.add_argument("--dark", action="store_true")
    reader.add_argument("--lang", default="en")
    reader.add_argument("--part", default="parts", choices=sorted(PARTS))
    reader.add_argument("--scale", type=float, default=1.0)
    asked = reader.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    strings.set_language(asked.lang)
    clock.set_today(date(2026, 11, 24))
    install(app, "dark" if asked.dark else "light", asked.scale)
    shown = page(asked.part)
    shown.show()
    shown.after(shown)
    app.processEvents()
    app.processEvents()
    shown.grab().save(asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
