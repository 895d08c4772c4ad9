"""The days around today, told visit by visit: what is done, missed or without a log, today, and what is planned next."""

from typing import NamedTuple

from workbench.workspace.sample.customers import MORITA, TANI, UEDA

Text = tuple[str, str]
NOTHING: Text = ("", "")


class Told(NamedTuple):
    """A visit of the story: `day` counts working days from today (back from it for those that are over), `start` is the earliest minute after
    midnight (0: any time)."""

    customer: str
    day: int
    start: int
    minutes: int
    topics: Text = NOTHING
    why: str = "due"
    locked: bool = False
    phone: bool = False


FIRST_CALL: Text = ("Inspection report with each lot; sample box", "毎ロットの検査成績書、見本箱を持参")
TRIAL: Text = ("48-hour prototype trial; sample box", "48時間試作のお試し、見本箱を持参")
LEAD_TIME: Text = ("Lead-time guarantee 10 → 6 days", "納期保証を10日から6日へ")

TODAY = {
    MORITA: (
        Told("Ikoma Pump Works", 0, 540, 60, LEAD_TIME),
        Told("Nara Precision Optics", 0, 630, 90, ("Proposal: inspection report bundled", "提案：検査成績書を毎ロット添付")),
        Told("Yao Spring", 0, 825, 30, ("Why no order since {quiet}?", "{quiet}から注文がない理由"), "hand"),
        Told("Kintetsu Tooling", 0, 880, 60, ("5-axis capacity; subsidy ends in {end}", "5軸加工の枠、補助金は{end}まで")),
    ),
    UEDA: (
        Told("Ibaraki Bearings", 0, 550, 90, ("Nine medical makers as reference", "医療機器9社の納入実績を紹介")),
        Told("Suita Labs", 0, 780, 90, ("48-hour prototype of the pump head", "ポンプヘッドの48時間試作"), "overdue"),
        Told("Settsu Coating", 0, 900, 60, LEAD_TIME),
    ),
    TANI: (
        Told("Higashi-Osaka Rivet", 0, 570, 60, LEAD_TIME, "overdue"),
        Told("Kashiba Optics", 0, 780, 60, FIRST_CALL, "hand"),
    ),
}

AHEAD: tuple[Told, ...] = (
    Told(
        "Hanshin Medical Devices",
        2,
        600,
        90,
        ("Trial batch result; ask for {quarter} volumes", "試作ロットの結果、{quarter}の数量を聞く"),
        "due",
        True,
    ),
    Told("Neyagawa Gears", 3, 600, 60, LEAD_TIME),
    Told("Daito Valve", 2, 600, 90, ("Yearly frame for spools: what did the director say?", "スプールの年間枠、部長の判断は？")),
    Told("Mihara Optics", 9, 870, 60, FIRST_CALL, "hand", True),
    Told("Nara Precision Optics", 10, 570, 90, ("Decision on the proposal", "提案への返事"), "due", True),
    Told("Suita Labs", 11, 570, 90, ("Design review of the pump head", "ポンプヘッドの設計レビュー"), "due", True),
)
"""Planned after today, and what is fixed later on."""
TOLD_DAYS, PLANNED_DAYS = 4, 28
"""Working days told from today on, and the days after them that are planned by the rules."""
FORGOTTEN = {"Hirano Seiki"}
"""Due, and in nobody's plan."""

WITHOUT_LOG = (
    Told("Habikino Tools", 5, 600, 60),
    Told("Tondabayashi Pumps", 5, 780, 60),
    Told("Takatsuki Laser", 4, 570, 90),
    Told("Kadoma Electric", 4, 600, 60),
    Told("Kyotanabe Machine Tool", 4, 780, 60),
)
"""Last week, counted back from its last working day: planned, and nobody has said what came of it."""
LOGGED = (
    Told("Senri Endoscope", 5, 600, 90),
    Told("Moriguchi Motors", 5, 800, 90),
    Told("Amagasaki Press", 5, 780, 60),
    Told("Kishiwada Hydraulics", 4, 580, 90, ("Valve spools for the new press line", "新プレスライン用バルブスプール")),
    Told("Minoh Robotics", 3, 900, 20, phone=True),
    Told("Akashi Conveyors", 2, 900, 20, phone=True),
)
"""Done last week, counted likewise, with a log."""
MISSED = (Told("Suita Labs", 5, 590, 90),)
"""Driven to in vain last week, counted likewise."""
LATELY = (
    Told("Kashiwara Instruments", 3, 580, 90),
    Told("Kizugawa Medical", 3, 570, 90),
    Told("Yao Lens", 3, 600, 60, FIRST_CALL, "hand"),
)
"""Done with a log, counted in working days back from today."""

LAST_SEEN = {
    "Hanshin Medical Devices": (11, 11),
    "Nara Precision Optics": (12, 12),
    "Hirano Seiki": (27, 27),
    "Daito Valve": (11, 11),
    "Ibaraki Bearings": (14, 14),
    "Ikoma Pump Works": (32, 32),
    "Kintetsu Tooling": (29, 29),
    "Toyonaka Packaging": (12, 14),
    "Yawata Gauge": (12, 15),
    "Settsu Coating": (28, 29),
    "Neyagawa Gears": (26, 28),
    "Katano Springs": (25, 26),
    "Nishinomiya Pumps": (22, 23),
    "Uji Molding": (29, 30),
    "Hirakata Tooling": (12, 14),
    "Sakai Plating": (24, 25),
    "Izumi Wire": (20, 22),
    "Matsubara Castings": (12, 14),
    "Higashi-Osaka Rivet": (42, 42),
    "Yao Spring": (85, 85),
    "Nagaokakyo Dies": (109, 109),
    "Yamato-Koriyama Screw": (118, 118),
    "Nishiyodo Sheet Metal": (124, 124),
}
"""Days from the last visit to today, from and to, where nothing above tells of it."""
BEFORE = {
    "Suita Labs": (11, 13),
    "Takatsuki Laser": (11, 13),
    "Kadoma Electric": (24, 27),
    "Kyotanabe Machine Tool": (24, 27),
    "Habikino Tools": (24, 27),
    "Tondabayashi Pumps": (24, 27),
    "Yao Lens": (88, 98),
    "Minoh Robotics": (84, 98),
    "Akashi Conveyors": (84, 98),
}
"""Days from the visit before to one that is told above; by the cadence where it is not said."""
NEVER_SEEN = {"Mihara Optics", "Kashiba Optics", "Itami Dental"}


def spread(number: int) -> tuple[int, int]:
    """The same for the other customers, who are rung up: even over a quarter."""
    low = 4 + number * 29 % 80
    return low, low + 6


HIRANO = (
    (27, True, ("Wants inspection reports with each lot", "検査成績書を毎ロット付けてほしいとのこと")),
    (42, True, ("Drawing review, sleeves rev. C", "スリーブ改訂Cの図面確認")),
    (60, False, ("Left samples at the gate", "不在。守衛所に見本を預けた")),
    (74, True, ("Sleeves move from Settsu Micro to us", "スリーブを摂津マイクロから当社へ切り替え")),
)
"""The last visits to Hirano Seiki: days ago, met or absent, what came of it."""
