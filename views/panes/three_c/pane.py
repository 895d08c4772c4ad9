"""3C: customer, competitor, company, each with its guiding questions; rivals by name; what is worth sending to SWOT."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QWidget

from views.actions import ActionSpec
from views.context import Context
from views.panes.boards import menu
from views.panes.boards.changes import short
from views.panes.boards.menu import Entry
from views.panes.boards.pane import BoardPane
from views.panes.three_c.follows import FollowsCard
from views.panes.three_c.rivals import RivalsCard
from views.widgets import Choice, Face, Look, Prompt
from workbench.analysis import cards, questions, rivals
from workbench.analysis.cards import BOARDS, COLUMN_NAMES, CardView, place_name
from workbench.strings import marked, ntr, tr

SEND = ActionSpec("send_to_swot", marked("Send to SWOT"), ("S",), "send", hint=marked("say what the card is for us"), writes=True)
NEW_RIVAL = ActionSpec("new_rival", marked("Name a rival"), ("R",), "swords", writes=True)
SUBTITLES = {
    "customer": marked("what they need"),
    "competitor": marked("strong, weak, IT"),
    "company": marked("what only we offer"),
}
LETTERS = {"strengths": "S", "weaknesses": "W", "opportunities": "O", "threats": "T"}


class ThreeCPane(BoardPane):
    """The 3C board."""

    name = "three_c"
    thread_knot = "three_c"
    board_key = "3c"

    def __init__(self, context: Context) -> None:
        self._rivals: tuple[rivals.RivalView, ...] = ()
        super().__init__(context)
        self.board.choices = self._choices

    def actions_of_board(self) -> None:
        super().actions_of_board()
        self.action(SEND, self.send)
        self.action(NEW_RIVAL, self.new_rival)

    def looks(self) -> list[Look]:
        return [Look(key, tr(COLUMN_NAMES[key]), tr(SUBTITLES[key]), "accent", False) for key in BOARDS["3c"]]

    def start_words(self) -> tuple[str, str]:
        return (
            tr("Write down what you know before you decide. A card with a figure or a source weighs more than an opinion."),
            tr("For example, under Customer: “Design reviews wait for our price”, evidence “9 first calls”."),
        )

    def face(self, card: CardView) -> Face:
        first, *more = [f"↗ {tr(COLUMN_NAMES[other.column])}" for other in card.sent] or [""]
        marks = list(more)
        if card.rival:
            marks.append(card.rival)
        if card.question:
            marks.append(tr(questions.BY_CODE[card.question].tag))
        return Face(card.id, card.text, card.evidence, card.weight, tuple(marks), first)

    def prompts(self) -> dict[str, list[Prompt]]:
        answers: dict[str, int] = {}
        for card in self.cards.cards:
            answers[card.question] = answers.get(card.question, 0) + 1
        return {key: [Prompt(q.code, tr(q.text), answers.get(q.code, 0)) for q in questions.of_column(key)] for key in BOARDS["3c"]}

    def side_cards(self) -> list[QWidget]:
        self.follows, self.rivals = FollowsCard(), RivalsCard()
        self.follows.card_wanted.connect(self._to_card)
        self.rivals.named.connect(self._name_rival)
        self.rivals.renamed.connect(self._rename_rival)
        self.rivals.removed.connect(self._remove_rival)
        return [self.follows, self.rivals]

    def retranslate(self) -> None:
        super().retranslate()
        self.follows.retranslate()
        self.rivals.retranslate()

    def read(self, session: Any) -> None:
        self._rivals = rivals.rivals(session)

    def show_side(self, writes: bool) -> None:
        self.follows.show_board(self.cards)
        self.rivals.show_rivals(self._rivals, writes)

    # ---- choices on a card

    def _choices(self, face: Face, column: str) -> Sequence[Choice]:
        card = self.views.get(face.id)
        if card is None:
            return ()
        asked = [("", tr("no question")), *((q.code, tr(q.short)) for q in questions.of_column(column))]
        made = [Choice("question", tr("The question it answers"), asked, card.question)]
        if column == "competitor" and self._rivals:
            names: list[tuple[int | None, str]] = [(None, tr("no rival")), *((one.id, one.name) for one in self._rivals)]
            made.append(Choice("rival_id", tr("The rival it is about"), names, card.rival_id))
        return made

    def entries(self, ids: tuple[int, ...]) -> list[Entry]:
        card = self.views[ids[0]]
        made = [Entry(tr("Send to SWOT"), under=self._columns(ids))]
        if len(ids) == 1:
            asked = [("", tr("no question")), *((q.code, tr(q.short)) for q in questions.of_column(card.column))]
            made.append(
                Entry(
                    tr("The question it answers"),
                    under=tuple(Entry(text, ("set", card.id, "question", code), checked=card.question == code) for code, text in asked),
                )
            )
            if card.column == "competitor" and self._rivals:
                names: list[tuple[int | None, str]] = [(None, tr("no rival")), *((one.id, one.name) for one in self._rivals)]
                made.append(
                    Entry(
                        tr("The rival it is about"),
                        under=tuple(Entry(name, ("set", card.id, "rival_id", key), checked=card.rival_id == key) for key, name in names),
                    )
                )
        return made

    def _columns(self, ids: tuple[int, ...]) -> tuple[Entry, ...]:
        return tuple(Entry(tr(COLUMN_NAMES[key]), ("send", ids, key), letter) for key, letter in LETTERS.items())

    def do_entry(self, what: str, *told: Any) -> None:
        if what == "send":
            self.send_to(tuple(told[0]), told[1])
        elif what == "set":
            self._edited(told[0], {told[1]: told[2]})
        else:
            super().do_entry(what, *told)

    @Slot()
    def send(self) -> None:
        """Ask for the SWOT column of the selected cards."""
        ids = self.board.selected()
        if not ids:
            return
        shown = menu.build(self._columns(ids), self)
        shown.triggered.connect(self._chosen)
        shown.aboutToHide.connect(shown.deleteLater)
        item = self.board.items[ids[0]]
        shown.popup(item.mapToGlobal(QPoint(12, item.height())))

    def send_to(self, ids: tuple[int, ...], column: str) -> None:
        """Copy cards to a SWOT column; both ends keep the link."""
        place = place_name(column)
        label = (
            tr("Send “{text}” to {place}", text=short(self.views[ids[0]].text), place=place)
            if len(ids) == 1
            else ntr("Send {n} card to {place}", "Send {n} cards to {place}", len(ids), place=place)
        )
        made = self.change(label, cards.send, ids, column)
        if made:
            self.context.offer_undo(ntr("{n} card sent to {place}", "{n} cards sent to {place}", len(made), place=place))
        elif made is not None:
            self.banner.show_message(tr("It stands in {place} already.", place=place))

    @Slot(int)
    def _to_card(self, card: int) -> None:
        self.board.select(card)

    # ---- rivals

    @Slot()
    def new_rival(self) -> None:
        """The keyboard goes to where rivals are named."""
        self.side.ensureWidgetVisible(self.rivals)
        self.rivals.begin()

    @Slot(str)
    def _name_rival(self, name: str) -> None:
        self.change(tr("Name rival {name}", name=short(name)), rivals.add_rival, name)

    @Slot(int, str)
    def _rename_rival(self, rival: int, name: str) -> None:
        self.change(tr("Rename rival {name}", name=short(name)), rivals.rename_rival, rival, name)

    @Slot(int)
    def _remove_rival(self, rival: int) -> None:
        known = next((one for one in self._rivals if one.id == rival), None)
        if known is not None:
            self.change(tr("Remove rival {name}", name=short(known.name)), rivals.remove_rival, rival)
            self.context.offer_undo(tr("Rival {name} removed", name=short(known.name)))
