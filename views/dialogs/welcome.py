"""The first window: three doors, a place to drop a list, recent files. The red thread rises above them as an arc."""

from math import cos, pi, sin
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from views.settings import LANGUAGE
from views.theme import current_theme
from views.theme.paint import CENTRE, LEFT, RIGHT, draw_text, hairline
from views.widgets import Button, Card, DropTarget, Label, Link, ScrollArea, SegmentedControl, row
from views.widgets.base import PaintedWidget
from workbench.strings import LANGUAGES, language, marked, tr

if TYPE_CHECKING:
    from views.context import Context

KNOTS = (
    marked("Goal"),
    marked("Strategy"),
    marked("Segment"),
    marked("Tier"),
    marked("Visit rule"),
    marked("Visit"),
    marked("Log"),
    marked("KPI"),
    marked("Review"),
)


class _Arc(PaintedWidget):
    """The thread as a half circle with its knots; the goal is filled. The name stands inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(250)
        self.setMaximumHeight(390)
        self.setAccessibleName("Asaichi")

    def sizeHint(self) -> QSize:
        return QSize(900, 360)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base, radius = self.height() - 26.0, min(self.height() - 70.0, 290.0)
        middle = QPointF(self.width() / 2, base)
        hairline(painter, 0, int(base), self.width(), int(base))
        painter.setPen(QPen(theme.colour("thread"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(QRectF(middle.x() - radius, base - radius, 2 * radius, 2 * radius), 0, 180 * 16)
        for number, name in enumerate(KNOTS):
            angle = pi - pi * number / (len(KNOTS) - 1)
            spot = QPointF(middle.x() + radius * cos(angle), base - radius * sin(angle))
            painter.setBrush(theme.colour("thread" if number == 0 else "app"))
            painter.setPen(QPen(theme.colour("thread"), 1.5))
            painter.drawEllipse(spot, 5.5, 5.5)
            self._name_knot(painter, number, tr(name), spot)
        self._title(painter, middle, radius)

    def _name_knot(self, painter: QPainter, number: int, name: str, spot: QPointF) -> None:
        theme, half = current_theme(), (len(KNOTS) - 1) / 2
        box = QRectF(spot.x() - 60, spot.y() - 32, 120, 20)
        align = CENTRE
        if number < half:
            box, align = QRectF(spot.x() - 174, spot.y() - 20, 160, 20), RIGHT
        elif number > half:
            box, align = QRectF(spot.x() + 14, spot.y() - 20, 160, 20), LEFT
        first = number == 0
        draw_text(painter, box, name, "ink" if first else "muted", theme.font("body", 600 if first else 400), align, background="app")

    def _title(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        theme = current_theme()
        top, wide = middle.y() - radius * 0.62, radius * 1.5
        box = QRectF(middle.x() - wide / 2, top, wide, 50)
        draw_text(painter, box, "Asaichi", "ink", theme.font("headline", 700), CENTRE, background="app")
        box = box.translated(0, 44)
        draw_text(painter, box, tr("朝一, first thing in the morning"), "muted", theme.font("body"), CENTRE, background="app")
        lines = (tr("Decide whom to sell to, turn it into this week’s visits,"), tr("and let every Monday correct the plan."))
        for place, line in enumerate(lines):
            draw_text(painter, box.translated(0, 40 + 24 * place), line, "ink", theme.font("lead", 400), CENTRE, background="app")


class _Door(Card):
    """One door: a title, what is behind it, a button."""

    def __init__(self, primary: bool = False, key: str = "") -> None:
        super().__init__()
        self.title, self.text = Label(role="message"), Label(role="muted", wrap=True)
        self.button = Button("", primary=primary, key=key)
        self.body.addWidget(self.title)
        self.body.addWidget(self.text)
        self.body.addStretch(1)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)


class WelcomePage(ScrollArea):
    """Shown while no file is open."""

    def __init__(self, context: "Context") -> None:
        super().__init__()
        self.context = context
        self.setObjectName("welcome")
        self.languages = SegmentedControl(list(LANGUAGES.items()))
        self.languages.chosen.connect(self._choose_language)
        inside = QWidget()
        inside.setMaximumWidth(1060)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(_Arc(), 1)
        grid = QGridLayout()
        grid.setSpacing(14)
        self.sample, self.new, self.open_file = _Door(), _Door(True, "Ctrl N"), _Door(False, "Ctrl O")
        for place, door in enumerate((self.sample, self.new, self.open_file)):
            grid.addWidget(door, 0, place)
            grid.setColumnStretch(place, 1)
        self.drop = DropTarget("", "")
        self.drop.setMinimumHeight(120)
        self.recent = Card()
        self.recent_rows = QVBoxLayout()
        self.recent_rows.setSpacing(6)
        self.recent.body.addLayout(self.recent_rows)
        self.recent.body.addStretch(1)
        grid.addWidget(self.drop, 1, 0)
        grid.addWidget(self.recent, 1, 1, 1, 2)
        column.addLayout(grid)
        self.foot = Label(role="caption", align=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.foot)
        self.body.setContentsMargins(28, 20, 28, 20)
        self.body.addLayout(row(None, self.languages))
        self.body.addLayout(row(None, inside, None))
        self.body.itemAt(1).layout().setStretch(1, 100)
        self.sample.button.clicked.connect(self._open_sample)
        self.new.button.clicked.connect(self._new_company)
        self.open_file.button.clicked.connect(self._open_file)
        self._retranslate()

    def refresh(self) -> None:
        """Show the recent files and the language as they are now."""
        self.languages.set_value(language())
        while self.recent_rows.count():
            if (widget := self.recent_rows.takeAt(0).widget()) is not None:
                widget.hide()
                widget.deleteLater()
        files = self.context.settings.recent_files()
        for path in files[:5]:
            link = Link(path.name)
            link.setProperty("path", str(path))
            link.setToolTip(str(path))
            link.clicked.connect(self._open_recent)
            self.recent_rows.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        if not files:
            self.recent_rows.addWidget(Label(tr("Files that you open stand here the next time."), "muted", wrap=True))
        self._retranslate()

    def _retranslate(self) -> None:
        self.languages.setAccessibleName(tr("Language"))
        self.sample.title.setText(tr("Look around"))
        self.sample.text.setText(tr("Kitagawa Precision, a made-up parts maker in Osaka: 60 customers, 3 reps, a plan in its eighth week."))
        self.sample.button.set_text(tr("Open the sample company"))
        self.new.title.setText(tr("Start with your own"))
        self.new.text.setText(tr("A few short answers, then your customer list. The first plan stands in about an hour."))
        self.new.button.set_text(tr("New company"))
        self.open_file.title.setText(tr("Go on where you left off"))
        self.open_file.text.setText(tr("A company is one file. Open it and go on; nothing leaves this computer."))
        self.open_file.button.set_text(tr("Open a file …"))
        self.drop.title.setText(tr("Or drop a customer list here"))
        self.drop.text.setText(tr("Excel, CSV or OpenDocument, in any encoding. It opens as a new company."))
        self.recent.set_heading(tr("Recent"))
        self.foot.setText(tr("Works without a network. One company, one file, saved after every change."))

    @Slot(object)
    def _choose_language(self, code: str) -> None:
        self.context.settings.set(LANGUAGE, code)
        self.refresh()

    @Slot()
    def _open_sample(self) -> None:
        self.context.navigate("sample")

    @Slot()
    def _new_company(self) -> None:
        self.context.navigate("new_company")

    @Slot()
    def _open_file(self) -> None:
        self.context.navigate("open")

    @Slot()
    def _open_recent(self) -> None:
        sender = self.sender()
        if isinstance(sender, Link):
            self.context.navigate("open", path=Path(sender.property("path")))
