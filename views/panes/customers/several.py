"""What is done with the checked customers, or with the current one: hand over, tag, tier, archive, copy, delete."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from views.panes.customers.bulk_bar import BulkBar
from workbench import formatting
from workbench.customers import commands
from workbench.customers.clipboard import rows_as_text
from workbench.customers.listing import totals
from workbench.strings import ntr, tr

if TYPE_CHECKING:
    from views.panes.customers.pane import CustomersPane

SUMMED = 2_000
"""Of so many checked rows at most, revenue and rep are told."""


class Several(QObject):
    """Belongs to the pane and fills its bulk bar."""

    def __init__(self, pane: "CustomersPane", bar: BulkBar) -> None:
        super().__init__(pane)
        self._pane, self._bar = pane, bar
        for name, slot in (
            ("tag", self._tag),
            ("tier", self._tier),
            ("archive", self.archive),
            ("copy", self.copy),
            ("hand_over", self._offer_reps),
        ):
            bar.buttons[name].clicked.connect(slot)

    def chosen(self) -> list[int]:
        """The checked customers in the order shown, else the current one."""
        pane = self._pane
        return pane.rows.checked_in_order() or ([pane.current] if pane.current is not None else [])

    @Slot()
    def tell(self) -> None:
        """Bring the bulk bar up to what is checked."""
        checked, workspace = self._pane.rows.checked_in_order(), self._pane.context.workspace
        summary = ""
        if 0 < len(checked) <= SUMMED:
            with workspace.read() as session:
                found = totals(session, checked)
            who = found.reps[0] or tr("no rep") if len(found.reps) == 1 else ntr("{n} rep", "{n} reps", len(found.reps))
            money = formatting.money_short(found.revenue, self._pane.rows.currency)
            summary = tr("{rep}, {amount}", rep=who, amount=money) if found.revenue else who
        self._bar.tell_archive(self._pane.filters().archived)
        self._bar.tell(len(checked), summary, not workspace.read_only)

    @Slot()
    def uncheck(self) -> None:
        """Leave the bulk bar."""
        self._pane.rows.set_checked(())
        self.tell()

    @Slot()
    def check_all(self) -> None:
        """Check every row shown."""
        self._pane.rows.check_rows(range(len(self._pane.rows.rows)))

    @Slot()
    def copy(self) -> None:
        """Copy the rows as a table."""
        with self._pane.context.workspace.read() as session:
            QGuiApplication.clipboard().setText(rows_as_text(session, self.chosen()))

    @Slot()
    def delete(self) -> None:
        """Delete with all that hangs on them; one undo brings everything back."""
        chosen, who = self.chosen(), self._who()
        if chosen and self._write(tr("Delete {who}", who=who), commands.delete, chosen):
            self._pane.context.offer_undo(tr("{who} deleted", who=who))

    @Slot()
    def archive(self) -> None:
        """Put away, or in the archive take out of it."""
        chosen, who = self.chosen(), self._who()
        if not chosen:
            return
        if self._pane.filters().archived:
            if self._write(tr("Take {who} out of the archive", who=who), commands.restore, chosen):
                self._pane.context.offer_undo(tr("{who} taken out of the archive", who=who))
        elif self._write(tr("Archive {who}", who=who), commands.archive, chosen):
            self._pane.context.offer_undo(tr("{who} archived; planned visits were taken out", who=who))

    @Slot()
    def _tag(self) -> None:
        self._pane.context.navigate("customer_tag", customers=self.chosen())

    @Slot()
    def _tier(self) -> None:
        self._pane.context.navigate("customer_tier", customers=self.chosen())

    @Slot()
    def _offer_reps(self) -> None:
        menu = QMenu(self._bar)
        menu.setObjectName("reps")
        for rep, name in self._pane.reps:
            menu.addAction(name.replace("&", "&&")).setData(rep)
        menu.triggered.connect(self._hand_over)
        menu.aboutToHide.connect(menu.deleteLater)
        button = self._bar.buttons["hand_over"]
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 2)))

    @Slot(QAction)
    def _hand_over(self, action: QAction) -> None:
        label = tr("Hand {who} to {rep}", who=self._who(), rep=action.text().replace("&&", "&"))
        self._write(label, commands.hand_over, self.chosen(), action.data() or None, keep=True)

    def _write(self, label: str, command: object, *args: object, keep: bool = False) -> bool:
        """One step; False after an error, which the banner tells. The rows stay checked with `keep`."""
        self._pane.change(label, command, *args)  # type: ignore[arg-type]
        done = not self._pane.banner.text()
        if done and not keep:
            self.uncheck()
        return done

    def _who(self) -> str:
        chosen = self.chosen()
        if len(chosen) == 1:
            place = self._pane.rows.row_of(chosen[0])
            line = self._pane.rows.line(place) if place >= 0 else None
            if line is not None:
                return line.name
        return ntr("{n} customer", "{n} customers", len(chosen))
