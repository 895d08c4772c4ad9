"""Pages of the gallery: small parts, tables, charts."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from views.charts import Month, MonthBars, Pareto, ParetoRow, ProgressLine
from views.theme.text_block import strong
from views.widgets import (
    Banner,
    Button,
    Card,
    Cell,
    Change,
    CheckRow,
    Chip,
    Column,
    DataTable,
    Facet,
    FacetList,
    FigureBand,
    FigureTile,
    FlowLayout,
    Hairline,
    IconButton,
    KeyHint,
    Knot,
    Label,
    Link,
    LoadBar,
    Moment,
    Part,
    PartsBar,
    RadioRow,
    RowsModel,
    SearchField,
    SegmentedControl,
    TargetBar,
    ThreadStrip,
    TierSquare,
    Timeline,
    ToggleChip,
    row,
)
from workbench.errors import BadInput
from workbench.strings import language

Made = tuple[list[list[QWidget]], list[int], Callable[[QWidget], object]]

CUSTOMERS = [
    ("A", "Hanshin Medical Devices", "阪神メディカル", "Medical devices", "Amagasaki", "Morita", 68.4, "12 d", "", "Today"),
    ("A", "Nara Precision Optics", "奈良精密光学", "Optics", "Nara", "Morita", 56.2, "9 d", "", "Today"),
    ("A", "Hirano Seiki", "平野精機", "General machinery", "Osaka Hirano", "Morita", 47.9, "26 d", "thread", ""),
    ("A", "Suita Labs", "吹田ラボ", "Medical devices", "Suita", "Ueda", 41.5, "17 d", "", "1 Dec"),
    ("B", "Ikoma Pump Works", "生駒ポンプ製作所", "Pumps and valves", "Ikoma", "Morita", 5.0, "31 d", "", "Today"),
    (
        "C",
        "A customer with a name that is a good deal too long for its column",
        "八尾スプリング",
        "Springs",
        "Yao",
        "Ueda",
        1.2,
        "85 d",
        "",
        "24 Nov",
    ),
    ("N", "Itami Dental <b>not bold</b>", "伊丹デンタル", "Medical devices", "Itami", "Ueda", None, "", "", ""),
]


def t(english: str, japanese: str) -> str:
    """The text in the language of the gallery."""
    return japanese if language() == "ja" else english


def nothing(page: QWidget) -> None:
    """No more to do once the page is shown."""


def parts() -> Made:
    """Labels, chips, buttons, bars, strips."""
    strip = ThreadStrip(
        [
            Knot(t("Goal: 60 new orders", "目標：新規受注60件"), current=True),
            Knot(t("4 strategies", "戦略 4件")),
            Knot(t("2 segments", "重点セグメント 2件")),
            Knot(t("60 customers", "顧客 60社")),
            Knot(t("17 visits without a log", "記録のない訪問 17件"), loose=True),
        ]
    )
    strip.set_chip(t("Trying A at 75 %, nothing saved yet", "Aを75%で試しています。まだ保存していません"), "warn")
    goal = Card(t("Goal of the half", "下期の目標"), t("127 days left", "残り127日"))
    goal.body.addLayout(row(Label("31", "figure"), Label(t("of 60 new orders", "/ 60件の新規受注"), "muted"), None, spacing=5))
    goal.body.addWidget(TargetBar(31, 28, maximum=60, judged=False, text="31 of 60"))
    words = Label(wrap=True)
    words.set_runs(
        [
            strong(t("Ahead of the line by 3.", "計画線を3件上回っています。")),
            " ",
            t("Likely to end at ", "着地見込みは"),
            strong("54–67"),
            ".",
        ]
    )
    goal.body.addWidget(words)
    week = Card(t("This week", "今週"), t("Monday was a holiday", "月曜は祝日、4日間"))
    for name, done, target, planned in (("Visits", 0, 24, 24), ("Proposals", 3, 9, 7), ("Orders", 0, 3, 1)):
        week.body.addLayout(
            row(Label(name), TargetBar(done, target, planned, maximum=target * 1.15), Label(f"{done} / {target}", "muted", tabular=True))
        )
    load = Card(t("Is it possible?", "実行できるか"), t("field hours a month", "月あたりの外勤時間"))
    for name, now, then in (("S. Morita", 111, 98), ("K. Ueda", 92, None), ("R. Tani", 98, 96)):
        load.body.addLayout(row(Label(name), LoadBar(now, then), Label(f"{now} %", "strong", "thread" if now > 100 else "", tabular=True)))
    load.body.addWidget(Hairline())
    for title, line, chip, kind in (
        (
            t("Hand two customers to Tani", "2社を谷へ引き継ぐ"),
            "Moriguchi Motors (A) and Kintetsu Tooling (B). Morita 98 %, Tani 96 %; no visit is lost.",
            t("closes it", "解消"),
            "good",
        ),
        (
            t("A visits of 75 minutes", "A訪問を75分に"),
            "Keeps every visit; leaves no time for the shop floor.",
            t("still 104 %", "なお104%"),
            "warn",
        ),
    ):
        load.body.addWidget(RadioRow(title, line, chip, kind, checked=kind == "good"))
    small = Card(t("Signs", "記号"), "chips, keys, steps")
    small.body.addLayout(
        row(
            *[
                Chip(text, kind)
                for text, kind in (
                    ("plain", "plain"),
                    ("all in time", "good"),
                    ("3 never called", "warn"),
                    ("8 days late", "thread"),
                    ("proposal", "accent"),
                )
            ],
            None,
        )
    )
    small.body.addLayout(
        row(
            *[TierSquare(letter) for letter in "ABCDN"],
            KeyHint("Ctrl K"),
            KeyHint("Enter", "confirm"),
            None,
        )
    )
    small.body.addLayout(
        row(
            Button("Open visit log", primary=True, key="Enter"),
            Button("Compare"),
            Button("Off"),
            Button("Tag", small=True),
            Button("Kitagawa", menu=True),
            IconButton("pencil", "Edit"),
            None,
        )
    )
    small.body.itemAt(2).layout().itemAt(2).widget().setEnabled(False)
    flow = QWidget()
    layout = FlowLayout(flow, 6, 6)
    for text, on in (("T. Okada, design", True), ("M. Hara, purchasing", False), ("Q1 volumes", True), ("Report with each lot", False)):
        layout.addWidget(ToggleChip(text, on))
    small.body.addWidget(flow)
    small.body.addLayout(
        row(
            SegmentedControl([("m", t("Morita 5", "森田 5")), ("u", "Ueda 3"), ("t", "Tani 2")], "m"),
            Link(t("Confirm visits", "訪問を確認")),
            None,
        )
    )
    small.body.addWidget(
        PartsBar([Part("A 50 h", 50, "A"), Part("B 30 h", 30.1, "B"), Part("C", 3.2, "C"), Part("New buyers 43 h", 42.8, "muted")], 132)
    )
    banner = Banner()
    banner.show_error(BadInput("The day ends before it begins.", "S. Morita, Monday", "Swap the two times."), t("Swap them", "入れ替える"))
    good = Banner()
    good.show_message("9 visits confirmed.", "good")
    following = Card(t("Next", "次にすること"), edge="thread")
    following.body.setSpacing(0)
    following.body.addWidget(Label(t("Confirm 17 visits from last week", "先週の訪問17件を確認する"), "message"))
    following.body.addWidget(
        Label("14 are on the tracks you imported. Two minutes, and the review at 8:30 has its figures.", "muted", wrap=True)
    )
    return [[strip, following, small, banner, good], [goal, week, load]], [60, 40], nothing


def more() -> Made:
    """Figures, facets, timeline, check rows."""
    band = FigureBand(
        [
            FigureTile("Promised visits", "23 of 25", Change("+3", "by hand 20")),
            FigureTile("Driving", "11 h 15", Change("−36 %", "by hand 17 h 40")),
            FigureTile("Load of the reps", "91–96 %", Change("even", "by hand 71–118 %")),
        ]
    )
    band.add_end(Button("Compare"))
    band.add_end(Button("Re-plan", primary=True))
    facets = Card(flush=False)
    views = FacetList("Saved views", single=True)
    views.set_rows([Facet(1, "All customers", "60"), Facet(2, "A and behind", "3"), Facet(3, "No proposal yet", "22")])
    views.set_values([1])
    tiers = FacetList("Tier", "share, number")
    tiers.set_rows([Facet("A", "81 %", "12", "A"), Facet("B", "15 %", "19", "B"), Facet("C", "4 %", "29", "C")])
    tiers.set_values(["B"])
    facets.body.addWidget(views)
    facets.body.addWidget(tiers)
    history = Card("Visits and deals", "14 visits, 5 orders in 12 months")
    history.body.addWidget(
        Timeline(
            [
                Moment("met", "28 Oct", "Met.", "Wants inspection reports with each lot", 1),
                Moment("order", "21 Oct", "Order", "spindle sleeves, ¥ 2.4 million"),
                Moment("lost", "2 Oct", "Lost", "guide plates: quote took four days, and a longer text that has to wrap on a second line"),
                Moment("absent", "25 Sep", "Absent.", "Left samples at the gate"),
            ]
        )
    )
    checks = Card("Promised and due", "the first two are kept on today's round")
    for text, on in (("Send 13485 certificate to Hanshin", True), ("Quote to Nara Precision Optics", False)):
        checks.body.addWidget(CheckRow(text, on, "today at 9:20", mark="good"))
    top = Card("Tier A", top="A")
    top.body.addWidget(Label("12 customers", "number"))
    current = Card("Largest deviations", "measured in orders they cost")
    current.set_current(True)
    current.body.addWidget(Label("Tani visits, but the visits do not become proposals", "message"))
    types = Card("Type")
    for role in (
        "headline",
        "figure",
        "number",
        "title",
        "message",
        "lead",
        "strong",
        "medium",
        "body",
        "muted",
        "caption",
        "caption_strong",
        "heading",
        "link",
    ):
        types.body.addWidget(Label(f"{role} 朝一で決める 31 of 60", role))
    return [[band, history, checks, types], [facets, top, current]], [70, 30], nothing


def tables() -> Made:
    """Tables with one and two lines."""
    two = Card(flush=True)
    columns = [
        Column("tier", "", lambda r: Cell(tier=r[0]), 28, fixed=True),
        Column("name", "Customer", lambda r: Cell(r[1], r[2], strong=True), sort=lambda r: r[1], fixed=True),
        Column("segment", "Segment", lambda r: Cell(r[3], r[4]), 140, sort=lambda r: r[3]),
        Column("rep", "Rep", lambda r: r[5], 66, sort=lambda r: r[5]),
        Column("sum", "¥ million", lambda r: "" if r[6] is None else f"{r[6]:.1f}", 90, True, sort=lambda r: r[6]),
        Column("last", "Last visit", lambda r: Cell(r[7], chip=r[8]), 86, True),
        Column("next", "Next", lambda r: Cell(r[9], tone="" if r[9] == "Today" else "muted", strong=r[9] == "Today"), 70, True),
    ]
    model = RowsModel(columns, lambda r: r[1], checkable=True)
    model.set_rows(CUSTOMERS)
    model.set_checked(["Hirano Seiki", "Suita Labs"])
    table = DataTable(model, two_lines=True)
    table.horizontalHeader().show_sorted([column.key for column in model.columns].index("sum"), Qt.SortOrder.DescendingOrder)
    table.set_current("Hirano Seiki")
    table.setMinimumHeight(370)
    tools = row(SearchField(t("Name, place, person or note", "名称・地名・担当者・メモ")), Button("Columns"), Button("Map"))
    tools.setContentsMargins(14, 10, 14, 10)
    two.body.addLayout(tools)
    two.body.addWidget(table)
    one = Card("Visits today", "51 km, 1 h 49 driving, back at 17:40", flush=True)
    plain = RowsModel(
        [
            Column("t", "Time", lambda r: r[0], 80, tabular=True, strong=True),
            Column("c", "Customer", lambda r: Cell(r[2], tier=r[1])),
            Column("w", "Way", lambda r: r[3], 120, True, tone="muted"),
        ],
        lambda r: r[0],
    )
    plain.set_rows(
        [
            ("09:20", "A", "Hanshin Medical Devices", "14 km, 28 min"),
            ("10:50", "B", "Ikoma Pump Works", "6 km, 15 min"),
            ("13:10", "A", "Nara Precision Optics", "18 km, 34 min"),
        ]
    )
    second = DataTable(plain, inset=16)
    second.setMinimumHeight(140)
    one.body.addWidget(second)
    empty = Card("Left out", flush=True)
    none = DataTable(RowsModel([Column("a", "What", str)], str))
    none.set_empty_text("Nothing was left out.")
    none.setMinimumHeight(90)
    empty.body.addWidget(none)
    return [[two, one, empty]], [1], nothing


def charts() -> Made:
    """All charts."""
    money = (
        [68.4, 56.2, 47.9, 41.5, 36.8, 31.0, 27.6, 24.3, 19.7, 16.1, 13.4, 11.5]
        + [5 - i * 0.13 for i in range(19)]
        + [2.3 * 0.94**i for i in range(29)]
    )
    who = Card("Who carries the revenue", "¥ 487.5 million, 60 customers by revenue")
    who.body.addWidget(Label("12 customers bring 81 % of the revenue, the last 29 bring 4 %", "message"))
    pareto = Pareto()
    pareto.set_rows([ParetoRow("Hanshin" if not i else "", value, "¥ 68 m") for i, value in enumerate(money)])
    pareto.set_thresholds(80, 95)
    pareto.try_thresholds(75, 95)
    pareto.setMinimumHeight(230)
    who.body.addWidget(pareto)
    months = Card("Month by month", "")
    months.add_to_header(SegmentedControl(["Evenly", "Last year’s seasonality", "By hand"], "Last year’s seasonality"))
    months.body.addWidget(Label("More than half of the goal falls in October and November", "message"))
    bars = MonthBars()
    names = t("Oct Nov Dec Jan Feb Mar", "10月 11月 12月 1月 2月 3月").split()
    bars.set_months(
        [
            Month(name, target, done, last, place == 1)
            for place, (name, target, done, last) in enumerate(
                zip(names, (16, 16, 8, 5, 6, 9), (17, 14, None, None, None, None), (10, 10, 5, 3, 4, 6), strict=True)
            )
        ]
    )
    bars.setMinimumHeight(190)
    months.body.addWidget(bars)
    line = Card("Orders so far")
    progress = ProgressLine()
    progress.set_lines(
        [(0, 0), (0.2, 7), (0.35, 13), (0.5, 19), (0.7, 25), (1, 31)],
        [(0, 0), (0.5, 18), (1, 28)],
        [(0, t("Oct", "10月")), (0.5, t("Nov", "11月"))],
    )
    line.body.addWidget(progress)
    close = Pareto()
    close.set_rows([ParetoRow(f"Customer {i}", 1000 / (i + 1), "¥ 1 m") for i in range(5000)])
    close.set_thresholds(92, 95)
    close.setMinimumHeight(200)
    other = Card("Five thousand customers")
    other.body.addWidget(close)
    return [[who, months], [line, other]], [62, 38], nothing
