"""The quality of a proposed plan, figure by figure beside the hand plan's, with the hand plan's rule."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from views.widgets import Card, Label
from workbench import formatting
from workbench.strings import tr
from workbench.visits.hand_plan import RULE
from workbench.visits.quality import Quality

RIGHT = Qt.AlignmentFlag.AlignRight


class ComparisonCard(Card):
    """A row a figure: this plan, by hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._rows: list[tuple[Label, Label, Label]] = []
        self._heads = (Label(role="caption"), Label(role="caption", align=RIGHT), Label(role="caption", align=RIGHT))
        for column, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, column)
        self.rule = Label(role="caption", wrap=True)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.rule)

    def retranslate(self) -> None:
        """Words in the present language."""
        self.set_heading(tr("Beside the plan by hand"))
        self._heads[1].setText(tr("This plan"))
        self._heads[2].setText(tr("By hand"))
        self.rule.setText(tr("By hand: {rule}", rule=tr(RULE)))

    def show_quality(self, ours: Quality, by_hand: Quality) -> None:
        """Show both."""
        names, now, then = _names(ours), _figures(ours), _figures(by_hand)
        while len(self._rows) < len(now):
            made = (
                Label(role="muted", elide=True),
                Label(role="strong", align=RIGHT, tabular=True),
                Label(role="muted", align=RIGHT, tabular=True),
            )
            for column, label in enumerate(made):
                self._grid.addWidget(label, len(self._rows) + 1, column)
            self._rows.append(made)
        for place, labels in enumerate(self._rows):
            for label, texts in zip(labels, (names, now, then), strict=True):
                label.setVisible(place < len(now))
                if place < len(now) and label.text() != texts[place]:
                    label.setText(texts[place])


def _names(quality: Quality) -> list[str]:
    return [
        tr("Required visits"),
        tr("Planned"),
        tr("Left out"),
        tr("Driving"),
        tr("Distance"),
        tr("Visits a day"),
        tr("Cadence kept"),
        *(tr("Load of {rep}", rep=rep.name) for rep in quality.loads),
    ]


def _figures(quality: Quality) -> list[str]:
    figures = quality.figures
    return [
        formatting.number(figures.required),
        formatting.number(figures.planned),
        formatting.number(figures.left_out),
        formatting.duration(figures.travel_minutes),
        formatting.distance(figures.travel_km),
        formatting.number(quality.visits_a_day, 1),
        formatting.percent(figures.cadence_kept / 100),
        *("–" if rep.load is None else formatting.percent(rep.load) for rep in quality.loads),
    ]
