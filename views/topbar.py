"""The bar above a pane: title, period, the search that opens the palette, and at most two buttons."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from views import actions
from views.theme import current_theme
from views.theme.paint import draw_text, focus_ring, key_box, key_width, rounded
from views.widgets import Button, Label
from workbench.strings import tr

FIND_WIDTH, FIND_NARROW = 300, 170
BUTTON_LIMIT = 2


class FindField(QAbstractButton):
    """Looks like the search field it opens."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setMinimumWidth(FIND_NARROW)
        self.setMaximumWidth(FIND_WIDTH)

    def sizeHint(self) -> QSize:
        """300 px where there is room."""
        return QSize(FIND_WIDTH, current_theme().px(30))

    def translate(self) -> None:
        """Words in the present language."""
        self.setText(tr("Find or do anything"))
        self.setAccessibleName(self.text())
        self.setToolTip(f"{self.text()} (Ctrl K)")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Field with placeholder and key box."""
        theme, painter, box = current_theme(), QPainter(self), QRectF(self.rect())
        rounded(painter, box, theme.colour("app"), theme.colour("line"), theme.size("control"))
        key = key_width("Ctrl K")
        key_box(painter, QRectF(self.width() - 11 - key, 0, key, self.height()), "Ctrl K")
        draw_text(painter, QRectF(11, 0, self.width() - 33 - key, self.height()), self.text(), "muted", background="app")
        if self.hasFocus():
            focus_ring(painter, box, theme.size("control"))


class TopBar(QWidget):
    """`find_asked` opens the palette, `menu_asked` the company's menu (on Today)."""

    find_asked = Signal()
    menu_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = Label("", "title", parent=self)
        self.subtitle = Label("", "muted", elide=True, parent=self)
        self.find_field = FindField(self)
        self.find_field.clicked.connect(self.find_asked)
        self.company = Button("", menu=True, parent=self)
        self.company.clicked.connect(self.menu_asked)
        self.company.hide()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(20, 0, 20, 0)
        self._layout.setSpacing(14)
        self._layout.addWidget(self.title)
        self._layout.addWidget(self.subtitle, 1)
        self._layout.addWidget(self.find_field)
        self._layout.addWidget(self.company)
        self._buttons: list[Button] = []
        self._shown: list[QAction] = []
        current_theme().changed.connect(self._restyle)
        self._restyle()

    def tell(self, title: str, subtitle: str, buttons: list[QAction], company: str) -> None:
        """Show what belongs to the pane. `company` is the name on the menu button, "" hides it."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.company.setVisible(bool(company))
        if company:
            self.company.set_text(company if len(company) <= 28 else f"{company[:27]}…")
            self.company.setAccessibleName(tr("Menu"))
            self.company.setToolTip(company)
        if buttons != self._shown:
            self._replace(buttons[:BUTTON_LIMIT])
        for button, action in zip(self._buttons, self._shown, strict=False):
            button.set_text(actions.plain_text(action))
            button.setToolTip(action.toolTip())
            button.setEnabled(action.isEnabled())

    def translate(self) -> None:
        """Fixed words in the present language."""
        self.find_field.translate()
        self.setAccessibleName(tr("Title and search"))

    def _replace(self, buttons: list[QAction]) -> None:
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._shown = list(buttons)
        self._buttons = []
        for action in buttons:
            button = Button(actions.plain_text(action), primary=actions.spec_of(action).primary, parent=self)
            button.clicked.connect(action.trigger)
            self._layout.addWidget(button)
            self._buttons.append(button)

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(current_theme().size("topbar"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface with a hairline below."""
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
