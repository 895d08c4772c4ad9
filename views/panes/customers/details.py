"""The details in the customer's sheet, each edited where it stands."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from views.panes.customers.sections import FormCell, NoteField
from views.widgets import EditableCell, Label, Link, row
from workbench import formatting
from workbench.customers import commands, details, placing
from workbench.customers.hours import hours_words
from workbench.customers.sheet import CustomerSheet
from workbench.output.qr import stop_link
from workbench.strings import marked, tr

if TYPE_CHECKING:
    from views.panes.pane import Pane

FIRST = ("address", "city", "contact", "phone", "rep", "hours", "tags", "place")
MORE = ("name_local", "number", "industry", "email", "postal_code", "prefecture", "country", "topics")
LABELS = {**details.FIELDS, "rep": marked("Rep"), "hours": marked("Opening hours"), "tags": marked("Tags"), "place": marked("Place")}
LABEL_WIDTH = 84


class DetailsGrid(QWidget):
    """Writes through the pane: one field, one undo step. `More details` shows the rest."""

    def __init__(self, pane: "Pane", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._sheet: CustomerSheet | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._names: dict[str, Label] = {}
        self.cells: dict[str, EditableCell] = {}
        self._first, self._more = self._grid(FIRST), self._grid(MORE)
        self.all, self.route, self.again = Link(role="caption_strong"), Link(role="caption_strong"), Link(role="caption_strong")
        self.on_map = Link(role="caption_strong")
        self.on_map.clicked.connect(self._ask_map)
        self.all.clicked.connect(self._toggle)
        self.route.clicked.connect(self._open_route)
        self.again.clicked.connect(self._place_again)
        self.note_name, self.note = Label(role="caption"), NoteField()
        self.note.left.connect(self._note_left)
        column.addWidget(self._first)
        column.addWidget(self._more)
        column.addLayout(row(self.all, None, self.again, self.route, spacing=14))
        column.addLayout(row(None, self.on_map))
        column.addSpacing(4)
        column.addWidget(self.note_name)
        column.addWidget(self.note)
        self._more.hide()

    def _grid(self, names: tuple[str, ...]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for place, name in enumerate(names):
            self._names[name] = Label(role="caption", elide=True)
            self._names[name].setFixedWidth(LABEL_WIDTH)
            cell = FormCell() if name == "hours" else EditableCell(kind="choice" if name == "rep" else "text", shown=self._shown(name))
            cell.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            cell.setProperty("field", name)
            cell.committed.connect(self._committed)
            cell.refused.connect(self._refused)
            if isinstance(cell, FormCell):
                cell.asked.connect(self._ask_hours)
            self.cells[name] = cell
            grid.addWidget(self._names[name], place, 0)
            grid.addWidget(cell, place, 1)
        return holder

    def _shown(self, name: str) -> Any:
        return self._place_shown if name == "place" else None

    def _place_shown(self, _value: str) -> str:
        return placing.place_words(self._sheet.precision, self._sheet.source) if self._sheet is not None else ""

    def retranslate(self) -> None:
        """Words in the present language."""
        for name, label in self._names.items():
            label.setText(tr(LABELS[name]))
            self.cells[name].set_name(tr(LABELS[name]))
        self.all.set_text(tr("Less") if self._more.isVisibleTo(self) else tr("More details"))
        self.route.set_text(tr("Open route"))
        self.again.set_text(tr("Place from the address"))
        self.on_map.set_text(tr("Show its place on the map"))
        self.note_name.setText(tr("Note"))
        self.note.setAccessibleName(tr("Note"))

    def show_sheet(self, sheet: CustomerSheet, reps: list[tuple[Any, str]], writable: bool) -> None:
        """Show a customer; what is being typed stays."""
        self._sheet = sheet
        self.cells["rep"].set_options(reps)
        values: dict[str, Any] = {
            **sheet.fields,
            "rep": sheet.rep_id or 0,
            "tags": ", ".join(sheet.tags),
            "hours": hours_words(sheet.hours),
        }
        values["place"] = f"{sheet.lat:.6f}, {sheet.lng:.6f}" if sheet.lat is not None and sheet.lng is not None else ""
        for name, cell in self.cells.items():
            cell.empty = tr("no place yet") if name == "place" else "–"
            cell.setEnabled(writable)
            cell.set_value(values[name])
        way = tr("{km}, {time}", km=formatting.distance(sheet.leg.km), time=formatting.duration(sheet.leg.minutes)) if sheet.leg else ""
        self.route.setToolTip(tr("From the office: {way}", way=way) if way else "")
        self.route.setVisible(sheet.lat is not None)
        self.on_map.setVisible(writable and sheet.lat is None)
        self.again.setVisible(
            writable and sheet.precision != "exact" and any(sheet.fields[name] for name in ("address", "city", "postal_code"))
        )
        self.note.setReadOnly(not writable)
        self.note.show_note(sheet.fields["note"])

    # ---- the user's

    @Slot(object)
    def _committed(self, value: Any) -> None:
        sender = self.sender()
        if self._sheet is None or not isinstance(sender, EditableCell):
            return
        name, customer = sender.property("field"), self._sheet.id
        label = tr("Change {field} of {name}", field=tr(LABELS[name]), name=self._sheet.name)
        if name == "rep":
            self._pane.change(label, details.set_rep, customer, value or None)
        elif name == "tags":
            self._pane.change(label, commands.set_tags, customer, value)
        elif name == "place":
            self._pane.change(label, placing.place_from_text, customer, value)
        else:
            self._pane.change(label, details.set_field, customer, name, value)
        if self._pane.banner.text():
            self._pane.draw({"customer"})

    @Slot(str)
    def _refused(self, why: str) -> None:
        self._pane.banner.show_message(why, "warn")

    @Slot(str)
    def _note_left(self, text: str) -> None:
        if self._sheet is not None:
            label = tr("Change {field} of {name}", field=tr(LABELS["note"]), name=self._sheet.name)
            self._pane.change(label, details.set_field, self._sheet.id, "note", text)

    @Slot()
    def _ask_hours(self) -> None:
        if self._sheet is not None:
            self._pane.context.navigate("customer_hours", customer=self._sheet.id)

    @Slot()
    def _toggle(self) -> None:
        self._more.setVisible(not self._more.isVisibleTo(self))
        self.retranslate()

    @Slot()
    def _place_again(self) -> None:
        if self._sheet is not None:
            self._pane.change(tr("Place {name} from the address", name=self._sheet.name), placing.place_from_address, self._sheet.id)

    @Slot()
    def _ask_map(self) -> None:
        if self._sheet is not None:
            self._pane.context.navigate(self._pane.name, customer=self._sheet.id, placing=True)

    @Slot()
    def _open_route(self) -> None:
        if self._sheet is not None and self._sheet.lat is not None and self._sheet.lng is not None:
            QDesktopServices.openUrl(QUrl(stop_link((self._sheet.lat, self._sheet.lng))))
