"""Actions: who does what by when, as a table with what is overdue first, or as a board by status; and what the plan takes for granted."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from views.actions import ActionSpec
from views.context import Context
from views.panes.actions import words
from views.panes.actions.board import ActionBoard
from views.panes.actions.taken import AssumptionsCard
from views.panes.pane import Pane
from views.panes.thread_knots import knots
from views.panes.thread_links import ThreadLinks
from views.theme import current_theme
from views.widgets import Card, Column, Combo, DataTable, LineEdit, RowsModel, ScrollArea, SegmentedControl, ThreadStrip, row
from workbench import formatting
from workbench.actions import actions, assumptions
from workbench.actions.actions import STATUSES, ActionView
from workbench.actions.overview import ActionsView, actions_view
from workbench.strings import marked, ntr, tr
from workbench.thread.around import ACTION, NOTHING, around

NEW = ActionSpec("new_action", marked("Add an action"), ("N",), "plus", hint=marked("with owner and day"), writes=True)
DONE = ActionSpec("action_done", marked("Action done, or not yet"), ("D",), "check", writes=True)
LATER = ActionSpec("action_later", marked("Put the action off by a week"), ("W",), "calendar-clock", writes=True)
DROP = ActionSpec("action_dropped", marked("Drop the action, or take it up"), ("Del",), "ban", writes=True)
VIEWS = ActionSpec("action_views", marked("Table or board"), ("V",), "columns-3")
SERVED = ActionSpec("to_served", marked("Go to what the action serves"), ("G",), "arrow-up-right", hint=marked("its strategy or segment"))
ASSUME = ActionSpec("new_assumption", marked("Add an assumption"), ("A",), "lightbulb", writes=True)
SIDE, SIDE_BY_SIDE = 318, 900
ANYBODY, NOBODY = -1, 0

COLUMNS: tuple[Column[ActionView], ...] = (
    Column("title", marked("What is done"), words.title, fixed=True, sort=lambda view: view.title.casefold()),
    Column("owner", marked("Owner"), words.owner, 110, sort=lambda view: view.owner.short_name if view.owner else None),
    Column("due", marked("Due"), words.due, 148, sort=lambda view: view.due, tabular=True),
    Column("status", marked("Status"), words.status, 104, sort=lambda view: list(STATUSES).index(view.status)),
)


def _key(view: ActionView) -> int:
    return view.id


class ActionsPane(Pane):
    """Table or board at the left, assumptions at the right (below where it is narrow)."""

    name = "actions"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._view: ActionsView | None = None
        self._current: int | None = None
        self._new = self.action(NEW, self.add)
        for spec, slot in (
            (DONE, self.done),
            (LATER, self.later),
            (DROP, self.drop),
            (VIEWS, self.switch),
            (SERVED, self.to_served),
            (ASSUME, self.assume),
        ):
            self.action(spec, slot)
        self.strip = ThreadStrip()
        self.strip.clicked.connect(self._to_pane)
        self.look, self.whose, self.serving = SegmentedControl(), Combo(), Combo()
        self.look.chosen.connect(self._looked)
        self.whose.chosen.connect(self._filtered)
        self.serving.chosen.connect(self._filtered)
        self.rows: RowsModel[ActionView] = RowsModel(COLUMNS, _key)
        self.table, self.board = DataTable(self.rows, two_lines=True), ActionBoard()
        self.table.row_current.connect(self._take)
        self.table.row_activated.connect(self._open)
        self.board.current_changed.connect(self._take)
        self.board.opened.connect(self._open)
        self.board.moved.connect(self._set_status)
        self.line = LineEdit(height=34)
        self.line.returnPressed.connect(self._add_line)
        self.card, self.board_area = Card(flush=True), ScrollArea()
        self.board_area.body.setContentsMargins(12, 0, 12, 12)
        self.board_area.body.addWidget(self.board, 1)
        for part in (self.whose, self.serving, self.look):
            self.card.add_to_header(part)
        self.card.context.hide()
        self.card.body.addWidget(self.table, 1)
        self.card.body.addWidget(self.board_area, 1)
        foot = row(self.line)
        foot.setContentsMargins(12, 8, 12, 12)
        self.card.body.addLayout(foot)
        self.taken, self.side = AssumptionsCard(), ScrollArea()
        self.taken.opened.connect(self._open_assumption)
        self.taken.wanted.connect(self._assume)
        self.taken.reviewed.connect(self._review)
        self.thread_card, self.thread_links = Card(edge="thread"), ThreadLinks()
        self.thread_links.wanted.connect(self._go)
        self.thread_card.body.addWidget(self.thread_links)
        self.side.body.addWidget(self.thread_card)
        self.side.body.addWidget(self.taken)
        self.side.body.addStretch(1)
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(14)
        self.columns.addWidget(self.card, 3)
        self.columns.addWidget(self.side, 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.strip)
        outer.addLayout(self.columns, 1)

    def take_first_focus(self) -> None:
        (self.table if self.rows.rows else self.line).setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.card.set_heading(tr("Actions"))
        self.look.set_options([("table", tr("Table")), ("board", tr("Board"))])
        self.look.setAccessibleName(tr("Table or board"))
        self.whose.setAccessibleName(tr("Whose actions"))
        self.serving.setAccessibleName(tr("What they serve"))
        self.table.setAccessibleName(tr("Actions"))
        self.table.set_empty_text(tr("No action yet. A strategy without one stays on paper."))
        self.line.setPlaceholderText(tr("+ Type an action, Enter adds it"))
        self.line.setAccessibleName(tr("New action"))
        self.taken.retranslate()
        self.thread_links.retranslate()
        self.thread_card.set_heading(tr("This action"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = current_theme()
        wide = self.width() >= theme.px(SIDE_BY_SIDE)
        self.columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self.side.setMinimumWidth(theme.px(SIDE) if wide else 0)
        self.side.setMaximumWidth(theme.px(SIDE) if wide else 16_777_215)

    # ---- drawing

    def subtitle(self) -> str:
        if self._view is None:
            return ""
        live = [one for one in self._view.actions if one.live]
        late = sum(one.overdue > 0 for one in live)
        said = ntr("{n} to do", "{n} to do", len(live), n=formatting.number(len(live))) if live else ""
        return tr(", ").join(part for part in (said, ntr("{n} overdue", "{n} overdue", late) if late else "") if part)

    def top_buttons(self) -> list[QAction]:
        return [self._new]

    def refresh(self, changed: set[str]) -> None:
        with self.context.workspace.read() as session:
            self._view = actions_view(session)
        view = self._view
        self.strip.set_knots(knots(view.links, "actions"))
        whose = [(ANYBODY, tr("Everybody")), *((one.id, one.name) for one in view.owners), (NOBODY, tr("Nobody"))]
        self.whose.set_options(whose, self.whose.value() if self.whose.value() is not None else ANYBODY)
        serving = [(0, tr("All strategies")), *((one.id, words.served(one)) for one in view.strategies)]
        self.serving.set_options(serving, self.serving.value() or 0)
        self.line.setEnabled(not self.context.workspace.read_only)
        self.taken.show_assumptions(view.assumptions, not self.context.workspace.read_only)
        self._show()

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        whose, serving = self.whose.value(), self.serving.value()
        shown = [
            one
            for one in view.actions
            if (whose in (None, ANYBODY) or (one.owner.id if one.owner else NOBODY) == whose)
            and (not serving or (one.strategy is not None and one.strategy.id == serving))
        ]
        self.rows.set_rows(shown)
        self.board.show_actions(shown, not self.context.workspace.read_only)
        if self._current not in {one.id for one in shown}:
            self._current = shown[0].id if shown else None
        self.table.set_current(self._current)
        self.board.set_current(self._current)
        self._show_thread()
        on_board = self.look.value() == "board"
        self.table.setVisible(not on_board)
        self.board_area.setVisible(on_board)

    def _show_thread(self) -> None:
        """What the current action serves, up to the goal, and the visit that it leads to."""
        found = NOTHING
        if self._current is not None:
            with self.context.workspace.read() as session:
                found = around(session, ACTION, self._current)
        self.thread_links.show_around(found)
        self.thread_card.setVisible(found != NOTHING)

    # ---- the user's

    @Slot(object)
    def _looked(self, _look: str) -> None:
        self._show()
        self._to_list()

    @Slot(object)
    def _filtered(self, _value: object) -> None:
        self._show()

    @Slot(object)
    def _take(self, action: int) -> None:
        self._current = action
        self._show_thread()
        self.board_area.ensureVisible(0, round(self.board.box(action).bottom()), 0, 60)

    @Slot(object)
    def _open(self, action: int) -> None:
        self._current = action
        self.context.navigate("action", action=action)

    @Slot()
    def switch(self) -> None:
        """From the table to the board, and back."""
        self.look.set_value("table" if self.look.value() == "board" else "board")
        self._looked("")

    def _to_list(self) -> None:
        (self.board if self.look.value() == "board" else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _now(self) -> ActionView | None:
        current = self.board.current if self.look.value() == "board" else self.table.current_key()
        return self._view.action(current) if self._view else None

    @Slot()
    def add(self) -> None:
        """Ask for a new action."""
        whose = self.whose.value()
        self.context.navigate("action", strategy=self.serving.value() or None, rep=whose if whose and whose > 0 else None)

    @Slot()
    def _add_line(self) -> None:
        title, whose = self.line.text(), self.whose.value()
        if not title.strip():
            return
        made = self.change(
            tr("Action “{title}”", title=title.strip()),
            actions.add,
            title,
            strategy=self.serving.value() or None,
            rep=whose if whose and whose > 0 else None,
        )
        if made is not None:
            self.line.set_value("")
            self._current = made
            self._show()

    @Slot(int, str)
    def _set_status(self, action: int, status: str) -> None:
        one = self._view.action(action) if self._view else None
        if one is not None:
            self.change(tr("“{title}”: {status}", title=one.title, status=tr(STATUSES[status])), actions.change, action, status=status)

    @Slot()
    def done(self) -> None:
        """The current action is done; a done one is to do again."""
        one = self._now()
        if one is not None:
            self._set_status(one.id, "open" if one.status == "done" else "done")

    @Slot()
    def drop(self) -> None:
        """Drop the current action, or take a dropped one up again."""
        one = self._now()
        if one is not None:
            self._set_status(one.id, "open" if one.status == "dropped" else "dropped")

    @Slot()
    def later(self) -> None:
        """Put the current action off by a week."""
        one = self._now()
        if one is not None:
            day = actions.following(one.due)
            self.change(tr("“{title}” until {day}", title=one.title, day=formatting.day_short(day)), actions.change, one.id, due=day)

    @Slot()
    def assume(self) -> None:
        """Ask for a new assumption."""
        self.context.navigate("assumption")

    @Slot(str)
    def _assume(self, subject: str) -> None:
        self.context.navigate("assumption", subject=subject)

    @Slot(int)
    def _open_assumption(self, assumption: int) -> None:
        self.context.navigate("assumption", assumption=assumption)

    @Slot(int)
    def _review(self, assumption: int) -> None:
        one = next((one for one in self._view.assumptions if one.id == assumption), None) if self._view else None
        if one is not None:
            self.taken.go_to(assumption)
            self.change(tr("“{text}” still holds", text=one.text), assumptions.review, assumption)
            self.context.offer_undo(tr("Reviewed: it still holds"))

    # ---- going

    def arrive(self, action: int | None = None, strategy: int | None = None, assumption: int | None = None, **where: Any) -> None:
        """`action` marks it; `strategy` shows those that serve it; `assumption` gives it the keyboard."""
        if assumption is not None:
            self._to_assumption(assumption)
            return
        if action is not None:
            self.whose.set_value(ANYBODY)
            self.serving.set_value(0)
            self._current = action
        elif strategy is not None:
            self.whose.set_value(ANYBODY)
            self.serving.set_value(strategy)
        self._show()
        self._to_list()

    def _to_assumption(self, assumption: int) -> None:
        line = self.taken.lines.get(assumption)
        if line is not None:
            self.taken.go_to(assumption)
            self.side.ensureWidgetVisible(line)

    @Slot()
    def to_served(self) -> None:
        """Up the thread: to the strategy or the segment that the current action serves."""
        one = self._now()
        if one is not None and one.strategy is not None:
            self.context.navigate("cross_swot", strategy=one.strategy.id)
        elif one is not None and one.segment is not None:
            self.context.navigate("segments", segment=one.segment.id)

    @Slot(str, object)
    def _go(self, pane: str, where: dict[str, object]) -> None:
        self.context.navigate(pane, **where)

    @Slot(object)
    def _to_pane(self, pane: str) -> None:
        if pane != self.name:
            self.context.navigate(pane)
