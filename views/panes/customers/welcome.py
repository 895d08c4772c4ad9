"""What the customers pane shows before there is anybody: why names matter, and what becomes of a list."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.icons import paint_icon
from views.theme.paint import LEFT, RIGHT, draw_text, hairline, rounded, text_width, tier_square
from views.widgets import Button, DropTarget, EmptyState, FlowLayout, KeyHint, Label, Link, PaintedWidget, row
from workbench import formatting
from workbench.strings import language, marked, tr
from workbench.visits.cadence import Cadence

ROWS = (
    (marked("Hansa Medical"), marked("Lübeck"), 84_200, "A"),
    (marked("Bergmann Optics"), marked("Weimar"), 31_900, "A"),
    (marked("Krause Springs"), marked("Lüdenscheid"), 2_150, "C"),
)
ARROW, HEAD, LINE = 50, 30, 36


class ListExample(PaintedWidget):
    """Three rows of a list, and the same three as they are read: tier, share of the revenue, how often they are visited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currency = "JPY"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _input(self) -> int:
        return current_theme().px(14 + HEAD + 3 * LINE + 6)

    def sizeHint(self) -> QSize:
        return QSize(500, 2 * self._input() + current_theme().px(ARROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, tall = current_theme(), QPainter(self), self._input()
        unit = tr("Revenue, {currency}", currency=formatting.currency_symbol(self.currency, language()))
        before = QRectF(0, 0, self.width(), tall)
        rounded(painter, before, theme.colour("app"), theme.colour("line"), theme.size("card"))
        given = [(tr(name), tr(place), formatting.number(revenue)) for name, place, revenue, _ in ROWS]
        self._table(painter, before, (tr("Name"), tr("Place"), unit), given, 0)
        middle = tall + theme.px(ARROW) / 2
        paint_icon(painter, QRectF(18, middle - 12, 24, 24), "arrow-down", theme.colour("muted"))
        words = QRectF(50, middle - 10, self.width() - 60, 20)
        draw_text(painter, words, tr("becomes, once it is read"), "muted", theme.font("caption"), background="surface")
        after = QRectF(0, tall + theme.px(ARROW), self.width(), tall)
        rounded(painter, after, None, theme.colour("line"), theme.size("card"))
        whole = sum(revenue for _, _, revenue, _ in ROWS)
        often = {"A": Cadence(2, "month").describe(), "C": Cadence(1, "quarter").describe()}
        read = [(tr(name), formatting.percent(revenue / whole), often[tier]) for name, _, revenue, tier in ROWS]
        self._table(painter, after, (tr("Customer"), tr("Of revenue"), tr("How often")), read, 26)

    def _table(self, painter: QPainter, box: QRectF, heads: tuple[str, str, str], rows: list[tuple[str, str, str]], indent: int) -> None:
        """Three columns; with an `indent` the tier stands before the name and the second column at the right."""
        theme = current_theme()
        left, width, y = box.x() + 18, box.width() - 36, box.y() + theme.px(8)
        ground, done = ("surface", True) if indent else ("app", False)
        first = max(text_width(cells[0], theme.font("strong")) for cells in (heads, *rows)) + indent + 4
        middle = max(text_width(cells[1], theme.font("body", tabular=True)) for cells in (heads, *rows)) + 6
        last = max(text_width(cells[2], theme.font("caption_strong", tabular=True)) for cells in (heads, *rows))
        last += min(36, max(8, width - first - middle - last)) if done else 12
        at = left + (width - last - middle if done else min(width * 0.5, width - last - middle))
        spans = ((left + indent, at - left - indent - 4), (at, middle if done else width - last - at + left), (left, width))
        for place, cells in enumerate((heads, *rows)):
            tall = theme.px(HEAD if place == 0 else LINE)
            for column, (text, (x, room)) in enumerate(zip(cells, spans, strict=True)):
                tone = "muted" if place == 0 or not done else "ink"
                font = theme.font("caption_strong" if place == 0 else "strong" if done and column == 0 else "body", tabular=column > 0)
                align = RIGHT if column == 2 or (done and column == 1) else LEFT
                draw_text(painter, QRectF(x, y, room, tall), text, tone, font, align, background=ground)
            if place and done:
                tier_square(painter, QRectF(left, y, theme.px(18), tall), ROWS[place - 1][3])
            y += tall
            if place < len(rows):
                hairline(painter, left, y, left + width, y)


class CustomersEmpty(QWidget):
    """Why, an example, and the three ways in. `import_wanted`, `new_wanted`."""

    import_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bring, self.type_in, self.either = Button(primary=True, key="Ctrl Shift I", tall=True), Link(), Label(role="muted")
        self.bring.clicked.connect(self.import_wanted)
        self.type_in.clicked.connect(self.new_wanted)
        other = QWidget()
        other.setLayout(row(self.either, self.type_in, KeyHint("N"), spacing=5))
        self.drop, self.example = DropTarget("", ""), ListExample()
        ways = QWidget()
        flow = FlowLayout(ways, gap=14, row_gap=10)
        flow.addWidget(self.bring)
        flow.addWidget(other)
        self.state = EmptyState("", "", (ways,), self.example, " ", " ", self.drop)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.state)

    def retranslate(self) -> None:
        """Words in the present language."""
        self.state.set_texts(
            tr("Who do you sell to?"),
            tr(
                "Strategy stays talk until it has names: with your customers here, Asaichi finds the few that carry the revenue and says whom "
                "to visit how often."
            ),
            tr("For example"),
            tr("a name is enough; place and revenue make it a plan"),
        )
        self.bring.set_text(tr("Import a list"))
        self.either.setText(tr("or"))
        self.type_in.set_text(tr("type one in"))
        self.drop.title.setText(tr("Or drop the file anywhere in this window"))
        self.drop.text.setText(tr("Excel, CSV or OpenDocument"))
        self.example.update()

    def allow(self, writable: bool, currency: str) -> None:
        """Switch the ways in off in a file opened to look at; the example speaks the company's currency."""
        self.bring.setEnabled(writable)
        self.type_in.setEnabled(writable)
        self.example.currency = currency
