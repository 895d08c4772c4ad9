"""The facets at the left of the table: what is shown, by tier, segment, industry, rep, cadence, place and tag."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.widgets import Facet, FacetList, ScrollArea
from workbench import formatting
from workbench.customers.facets import Choice, Facets
from workbench.customers.listing import Filters
from workbench.strings import marked, tr

ALL, ARCHIVED = "all", "archived"
HEADINGS = {
    "tiers": marked("Tier"), "segments": marked("Segment"), "industries": marked("Industry"), "reps": marked("Rep"), "cadences": marked("Cadence"), "places": marked("Place"),
    "tags": marked("Tag"),
}  # fmt: skip
TRANSLATED = ("cadences", "places")
WIDTH = 172


class FacetPanel(QWidget):
    """`changed()` when the user chose; `filters()` is what is chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = ScrollArea()
        area.body.setContentsMargins(16, 12, 14, 14)
        area.body.setSpacing(13)
        outer.addWidget(area)
        self.views = FacetList(single=True)
        self.views.chosen.connect(self._view_chosen)
        area.body.addWidget(self.views)
        self.lists = {key: FacetList() for key in HEADINGS}
        for facet in self.lists.values():
            facet.hide()
            facet.chosen.connect(self._chosen)
            area.body.addWidget(facet)
        area.body.addStretch(1)
        self._shown: Facets | None = None
        self._awaited: dict[str, frozenset[Any]] = {}
        self.retranslate()

    def retranslate(self) -> None:
        """Headings in the present language."""
        self.views.set_heading(tr("Show"))
        for key, heading in HEADINGS.items():
            self.lists[key].set_heading(tr(heading), tr("share, number") if key == "tiers" else "")
        if self._shown is not None:
            self.show_facets(self._shown)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_facets(self, facets: Facets) -> None:
        """Show these counts; what is checked stays checked."""
        self._shown = facets
        self.views.set_rows([
            Facet(ALL, tr("All customers"), formatting.number(facets.customers)),
            Facet(ARCHIVED, tr("Archived"), formatting.number(facets.archived)),
        ])  # fmt: skip
        if not self.views.values():
            self.views.set_values((ALL,))
        for key, facet in self.lists.items():
            choices: tuple[Choice, ...] = getattr(facets, key)
            facet.set_rows([_row(key, choice) for choice in choices])
            facet.setVisible(len(choices) > 1 or bool(choices and key == "tags"))
        awaited, self._awaited = self._awaited, {}
        for key, values in awaited.items():
            self.lists[key].set_values(values)
        if any(values - set(self.lists[key].values()) for key, values in awaited.items()):
            self.changed.emit()

    def filters(self) -> Filters:
        """What is chosen."""
        chosen = {key: self._awaited.get(key) or frozenset(facet.values()) for key, facet in self.lists.items()}
        return Filters(**chosen, archived=ARCHIVED in self.views.values())

    def choose(self, archived: bool = False, **chosen: Iterable[Any]) -> None:
        """Choose exactly these, without a signal: `choose(tiers=("A",))`. What is not counted yet is checked once it is."""
        self._awaited = {key: frozenset(values) for key, values in chosen.items()} if self._shown is None else {}
        self.views.set_values((ARCHIVED if archived else ALL,))
        for key, facet in self.lists.items():
            facet.set_values(chosen.get(key, ()))

    @Slot(object)
    def _chosen(self, _values: object) -> None:
        self._awaited = {}
        self.changed.emit()

    @Slot(object)
    def _view_chosen(self, values: tuple[str, ...]) -> None:
        if values == (ALL,):
            self.choose()
        self.changed.emit()


def _row(key: str, choice: Choice) -> Facet:
    count = formatting.number(choice.count)
    if key == "tiers":
        words = tr("Prospects") if choice.value == "N" else formatting.percent((choice.share or 0) / 100)
        return Facet(choice.value, words, count, str(choice.value))
    if key == "segments" and not choice.value:
        return Facet(0, tr("In none"), count)
    name = tr(choice.name) if key in TRANSLATED else choice.name
    return Facet(choice.value, name or tr("No rep"), count)
