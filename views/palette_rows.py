"""The rows of the palette: a list model of hits under group headings, and the delegate that paints them."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from views.palette_hits import CUSTOMER, DO, PANE, Found, Hit, Span
from views.theme import current_theme
from views.theme.icons import paint_icon
from views.theme.paint import CENTRE, RIGHT, draw_text, key_box, key_width, rounded, text_width, tier_square
from workbench.strings import marked, ntr, tr

TITLES = {CUSTOMER: marked("Customers"), PANE: marked("Panes"), DO: marked("Do")}
HEADING, ROW, TALL = 33, 38, 46
SIDE, SIGN, TEXT = 20, 22, 54
Index = QModelIndex | QPersistentModelIndex


class PaletteModel(QAbstractListModel):
    """Hits under their headings. A heading is a string, a hit is a Hit."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Hit | str] = []
        self.customers = 0

    def show(self, found: Found) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.customers = found.customers
        self.rows = []
        group = ""
        for hit in found.hits:
            if hit.group != group:
                group = hit.group
                self.rows.append(group)
            self.rows.append(hit)
        self.endResetModel()

    def hit(self, row: int) -> Hit | None:
        """The hit in this row; None for a heading."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, Hit) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Headings and hits."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for screen readers and tooltips; painting takes the hit itself."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return " ".join(part for part in (row.title, row.hint, row.second) if part) if isinstance(row, Hit) else tr(TITLES[row])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if isinstance(self.rows[index.row()], Hit) else Qt.ItemFlag.NoItemFlags


class PaletteDelegate(QStyledItemDelegate):
    """Paints headings, hits of one line and customers of two."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Heights of the drawing."""
        model = index.model()
        row = model.rows[index.row()] if isinstance(model, PaletteModel) else ""
        height = (TALL if row.group == CUSTOMER else ROW) if isinstance(row, Hit) else HEADING
        return QSize(200, current_theme().px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        model = index.model()
        assert isinstance(model, PaletteModel)
        box, row = QRectF(option.rect), model.rows[index.row()]
        painter.save()
        if isinstance(row, Hit):
            current = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_hit(painter, box, row, current)
        else:
            self._paint_heading(painter, box, row, model)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, group: str, model: PaletteModel) -> None:
        theme = current_theme()
        line = box.adjusted(SIDE, 8, -SIDE, 0)
        draw_text(painter, line, tr(TITLES[group]), "muted", theme.font("heading"), background="surface")
        if group == CUSTOMER and model.customers:
            shown = sum(isinstance(row, Hit) and row.group == CUSTOMER for row in model.rows)
            words = ntr("{shown} of {n}", "{shown} of {n}", model.customers, shown=shown)
            draw_text(painter, line, words, "muted", theme.font("caption"), RIGHT, background="surface")

    def _paint_hit(self, painter: QPainter, box: QRectF, hit: Hit, current: bool) -> None:
        theme = current_theme()
        ground = "accentbg" if current else "surface"
        if current:
            painter.fillRect(box, theme.colour("accentbg"))
            painter.fillRect(QRectF(box.x(), box.y(), 3, box.height()), theme.colour("accent"))
        self._paint_sign(painter, QRectF(box.x() + SIDE, box.y(), SIGN, box.height()), hit, ground)
        right = self._paint_end(painter, box, hit, current, ground)
        words = QRectF(box.x() + TEXT, box.y(), right - box.x() - TEXT - 12, box.height())
        if hit.group == CUSTOMER and hit.second:
            half = words.height() / 2
            self._paint_title(painter, QRectF(words.x(), words.y() + 4, words.width(), half - 3), hit, ground, 600)
            second = QRectF(words.x(), words.y() + half, words.width(), half - 5)
            draw_text(painter, second, hit.second, "muted", theme.font("caption"), background=ground)
        else:
            self._paint_title(painter, words, hit, ground, 600 if hit.group == CUSTOMER else 500)

    def _paint_sign(self, painter: QPainter, box: QRectF, hit: Hit, ground: str) -> None:
        theme = current_theme()
        if hit.group == CUSTOMER:
            tier_square(painter, box, hit.sign)
            return
        square = QRectF(box.center().x() - 9, box.center().y() - 9, 18, 18)
        if hit.group == PANE:
            rounded(painter, square, None, theme.colour("faint"), 9)
        else:
            rounded(painter, square, theme.colour("sunken"), None, 4)
        if hit.sign.isdigit():
            draw_text(painter, square, hit.sign, "muted", theme.font("tier", weight=600), CENTRE, elide=False, background=ground)
        else:
            paint_icon(painter, square.adjusted(3.5, 3.5, -3.5, -3.5), hit.sign, theme.colour("muted"))

    def _paint_end(self, painter: QPainter, box: QRectF, hit: Hit, current: bool, ground: str) -> float:
        theme = current_theme()
        right = box.right() - SIDE
        keys = hit.keys or (tr("Enter") if current else "")
        if keys:
            width = key_width(keys)
            key_box(painter, QRectF(right - width, box.y(), width, box.height()), keys)
            right -= width + 8
        if hit.end:
            font = theme.font("caption")
            width = min(text_width(hit.end, font) + 1, box.width() / 3)
            draw_text(painter, QRectF(right - width, box.y(), width, box.height()), hit.end, "muted", font, RIGHT, background=ground)
            right -= width + 8
        return right

    def _paint_title(self, painter: QPainter, box: QRectF, hit: Hit, ground: str, weight: int) -> None:
        theme = current_theme()
        left, end = box.x(), box.right()
        for text, marked_part in pieces(hit.title, hit.spans):
            if left >= end:
                return
            font = theme.font("body", weight=600 if marked_part else weight)
            width = min(text_width(text, font) + 0.5, end - left)
            draw_text(
                painter, QRectF(left, box.y(), width, box.height()), text, "accent" if marked_part else "ink", font, background=ground
            )
            if marked_part:
                line = box.center().y() + theme.text_px("body") * 0.62
                painter.fillRect(QRectF(left, line, width, 1.5), theme.colour("accent"))
            left += width
        if hit.hint and end - left > 30:
            draw_text(painter, QRectF(left + 5, box.y(), end - left - 5, box.height()), hit.hint, "muted", background=ground)


def pieces(text: str, spans: tuple[Span, ...]) -> list[tuple[str, bool]]:
    """`text` cut into parts, each with whether it is a match."""
    parts, at = [], 0
    for start, stop in spans:
        if start > at:
            parts.append((text[at:start], False))
        if stop > max(start, at):
            parts.append((text[max(start, at) : stop], True))
        at = max(at, stop)
    if at < len(text):
        parts.append((text[at:], False))
    return parts
