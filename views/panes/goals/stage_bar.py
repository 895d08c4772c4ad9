"""A stage of the funnel as a bar with its name in it; it opens a menu of what can be done with the stage, and renames it in place."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu, QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.icons import paint_icon
from views.theme.paint import LEFT, draw_text, focus_ring, rounded, text_width
from views.widgets.base import bounds, follow_theme, tip
from workbench.goals.funnel import FEWEST_STAGES, MOST_STAGES
from workbench.goals.stages import NAME_LETTERS
from workbench.strings import marked, tr

NARROWEST = 0.44
"""The last bar's part of the width."""
MENU = (
    ("rename", marked("Rename")),
    ("add", marked("Add a stage before it")),
    ("up", marked("Move up")),
    ("down", marked("Move down")),
    ("remove", marked("Remove the stage")),
)


class StageBar(QAbstractButton):
    """`asked(place, what)` for add, up, down and remove; `renamed(place, name)`."""

    asked = Signal(int, str)
    renamed = Signal(int, str)

    def __init__(self, place: int, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place, self.count, self.writes = place, count, True
        self._name, self._own_name = "", ""
        self._editor: QLineEdit | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)
        follow_theme(self)

    def show_stage(self, name: str, own_name: str, writes: bool) -> None:
        """Show another name."""
        self._name, self._own_name, self.writes = name, own_name, writes
        self.setAccessibleName(tr("Stage {name}", name=name))
        self.setEnabled(writes)
        self.update()

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), current_theme().px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(int(text_width(self._name, current_theme().font("strong"))) + 40, 150), current_theme().px(24))

    def can(self, what: str) -> bool:
        """Whether something of MENU can be done with it."""
        last = self.place == self.count - 1
        return {
            "rename": True,
            "add": self.count < MOST_STAGES,
            "up": self.place > 0 and not last,
            "down": self.place < self.count - 2,
            "remove": self.count > FEWEST_STAGES and not last,
        }[what]

    @Slot()
    def open_menu(self) -> None:
        """Offer what can be done."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for what, text in MENU:
            action = menu.addAction(tr(text))
            action.setData(what)
            action.setEnabled(self.can(what))
        menu.triggered.connect(self._chosen)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        if action.data() == "rename":
            self.open_editor()
        else:
            self.asked.emit(self.place, action.data())

    def open_editor(self) -> None:
        """Type another name in place: Enter takes it, Esc leaves it."""
        if self._editor is not None:
            return
        line = self._editor = QLineEdit(self)
        line.setMaxLength(NAME_LETTERS)
        line.setAccessibleName(tr("Name of the stage"))
        line.setText(self._own_name or self._name)
        line.selectAll()
        line.installEventFilter(self)
        line.setGeometry(0, 0, max(self.width(), 120), self.height())
        line.show()
        line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._close(True)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close(False)
                return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() == QEvent.Type.FocusOut:
            self._close(True)
        return False

    def _close(self, take: bool) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        editor.removeEventFilter(self)
        text = editor.text().strip()
        editor.hide()
        editor.deleteLater()
        self.setFocus()
        if take and text != (self._own_name or self._name):
            self.renamed.emit(self.place, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        share = 1 - (1 - NARROWEST) * self.place / max(self.count - 1, 1)
        font = theme.font("strong")
        wide = max(rect.width() * share, min(text_width(self._name, font) + 38, rect.width()))
        box = QRectF(0, 0, wide, rect.height())
        rounded(painter, box, theme.colour("accent"), None, 4)
        room = box.adjusted(10, 0, -24, 0)
        fits = draw_text(painter, room, self._name, "onaccent", font, LEFT, background="accent")
        self.setToolTip("" if fits else tip(self._name))
        if self.writes:
            spot = QRectF(box.right() - 20, box.center().y() - 7, 14, 14)
            paint_icon(painter, spot, "ellipsis", theme.colour("onaccent"))
        if self.hasFocus():
            focus_ring(painter, box, 4)
