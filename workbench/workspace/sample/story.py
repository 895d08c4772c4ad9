"""The weeks around today, told visit by visit: last week without a log, today, and what is planned."""

from typing import NamedTuple

from workbench.workspace.sample.customers import MORITA, TANI, UEDA

Text = tuple[str, str]
NOTHING: Text = ("", "")


class Told(NamedTuple):
    """A visit of the story: `day` counts working days, `start` is the earliest minute after midnight (0: any time)."""

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
        Told(
            "Hanshin Medical Devices",
            0,
            560,
            60,
            ("Trial batch result; ask for {quarter} volumes", "試作ロットの結果、{quarter}の数量を聞く"),
        ),
        Told("Ikoma Pump Works", 0, 650, 40, LEAD_TIME),
        Told("Nara Precision Optics", 0, 790, 80, ("Proposal: inspection report bundled", "提案：検査成績書を毎ロット添付")),
        Told("Yao Spring", 0, 885, 30, ("Quarterly check-in; why no order since {quiet}?", "近況確認、{quiet}から注文がない理由"), "hand"),
        Told("Kintetsu Tooling", 0, 960, 60, ("Introduce 5-axis capacity; the subsidy ends in {end}", "5軸加工を紹介、補助金は{end}まで")),
    ),
    UEDA: (
        Told("Ibaraki Bearings", 0, 580, 90, ("Trial batch: nine medical makers as reference", "試作ロット：医療機器9社の実績を紹介")),
        Told("Sakai Plating", 0, 800, 60, ("Small lots: what after {end}?", "小ロット、{after}以降はどうするか")),
        Told("Mihara Optics", 0, 900, 60, FIRST_CALL, "first"),
    ),
    TANI: (
        Told("Higashi-Osaka Rivet", 0, 600, 60, LEAD_TIME, "overdue"),
        Told("Kashiba Optics", 0, 810, 60, FIRST_CALL, "first"),
    ),
}

AHEAD: tuple[Told, ...] = (
    Told("Toyonaka Packaging", 1, 600, 60),
    Told("Kawanishi Surgical", 2, 600, 60, TRIAL, "hand"),
    Told("Itami Dental", 3, 600, 60, TRIAL, "first", True),
    Told("Nishinomiya Pumps", 1, 590, 60),
    Told("Ashiya Dental", 1, 800, 60, TRIAL, "hand"),
    Told("Seika Biotech", 2, 630, 60, TRIAL, "hand"),
    Told("Nada Brewing Machinery", 3, 600, 30, NOTHING, "hand"),
    Told("Taisho Cranes", 3, 840, 30, NOTHING, "hand"),
    Told("Sennan Medical", 1, 600, 60, TRIAL, "hand"),
    Told("Takaishi Welding", 1, 810, 30, NOTHING, "hand"),
    Told("Yao Seals", 2, 570, 30, NOTHING, "hand"),
    Told("Kawachinagano Woodworking", 2, 660, 30, NOTHING, "hand"),
    Told("Sakurai Food Machinery", 3, 600, 30, NOTHING, "hand"),
    Told("Kashihara Pumps", 3, 785, 30, NOTHING, "hand"),
    Told("Takatsuki Laser", 4, 550, 90, ("Mirror mounts: repeat lot in 6 days", "ミラーマウント、リピート分を6日で")),
    Told("Kashiwara Instruments", 5, 620, 90, ("{quarter} volumes: bring the quote", "{quarter}の数量、見積りを持参")),
    Told("Nishiyodo Sheet Metal", 6, 580, 30, NOTHING, "hand"),
    Told("Muko Feeders", 6, 790, 30, NOTHING, "hand"),
    Told("Nara Precision Optics", 7, 570, 90, ("Decision on the proposal of last week", "前回の提案への返事"), "due", True),
    Told(
        "Hanshin Medical Devices",
        8,
        570,
        90,
        ("{quarter} order; second design team", "{quarter}分の注文、もう一つの設計チーム"),
        "due",
        True,
    ),
    Told("Kizugawa Medical", 4, 570, 90, TRIAL),
    Told("Suita Labs", 5, 570, 90),
    Told("Settsu Coating", 7, 600, 60),
    Told("Katano Springs", 7, 800, 60),
    Told("Neyagawa Gears", 8, 580, 60),
    Told("Kishiwada Hydraulics", 4, 570, 90),
    Told("Izumi Wire", 4, 800, 60),
    Told("Matsubara Castings", 5, 590, 60),
    Told("Daito Valve", 6, 560, 90),
    Told("Kadoma Electric", 6, 780, 60),
    Told("Habikino Tools", 7, 610, 60),
    Told("Ibaraki Bearings", 11, 580, 90),
    Told("Kizugawa Medical", 13, 570, 90),
    Told("Kishiwada Hydraulics", 12, 570, 90),
    Told("Suita Labs", 14, 570, 90, ("Design review of the pump head", "ポンプヘッドの設計レビュー"), "due", True),
    Told("Hanshin Medical Devices", 16, 570, 90),
    Told("Nara Precision Optics", 17, 570, 90),
)
"""Planned after today, one or two a day; the week after next only in part."""

WITHOUT_LOG = (
    Told("Kashiwara Instruments", 1, 560, 90),
    Told("Hirakata Tooling", 1, 665, 60),
    Told("Daito Valve", 1, 810, 90),
    Told("Yao Fasteners", 1, 900, 30),
    Told("Suita Labs", 2, 585, 90),
    Told("Kizugawa Medical", 2, 790, 90),
    Told("Takatsuki Laser", 2, 940, 90),
    Told("Ikeda Jigs", 2, 600, 30),
    Told("Hannan Dies", 3, 600, 20, NOTHING, "hand", phone=True),
    Told("Yawata Gauge", 3, 620, 60),
    Told("Kaizuka Valve", 3, 840, 30),
    Told("Kyotanabe Machine Tool", 4, 600, 60),
    Told("Tenri Fasteners", 4, 650, 30),
    Told("Tondabayashi Pumps", 4, 600, 60),
    Told("Fujiidera Stamping", 4, 930, 30),
    Told("Amagasaki Press", 5, 620, 60),
    Told("Konohana Ship Fittings", 5, 840, 30),
)
"""Last week, counted back from its last working day: planned, and nobody has said what came of it."""

LOGGED = (
    Told("Kishiwada Hydraulics", 3, 580, 90, ("Valve spools for the new press line", "新プレスライン用バルブスプール")),
    Told("Yao Lens", 1, 600, 60, FIRST_CALL, "hand"),
    Told("Minoh Robotics", 2, 820, 45, NOTHING, "hand"),
    Told("Akashi Conveyors", 3, 800, 20, NOTHING, "hand", phone=True),
)
"""Done in the working days just before today, with a log."""

LAST_SEEN = {
    "Hanshin Medical Devices": (13, 13),
    "Nara Precision Optics": (11, 11),
    "Hirano Seiki": (27, 27),
    "Suita Labs": (14, 14),
    "Daito Valve": (15, 15),
    "Kashiwara Instruments": (15, 15),
    "Senri Endoscope": (22, 22),
    "Moriguchi Motors": (20, 20),
    "Kizugawa Medical": (15, 15),
    "Ibaraki Bearings": (14, 14),
    "Takatsuki Laser": (14, 14),
    "Kishiwada Hydraulics": (21, 21),
    "Ikoma Pump Works": (32, 32),
    "Sakai Plating": (28, 28),
    "Higashi-Osaka Rivet": (33, 33),
    "Kintetsu Tooling": (29, 29),
    "Yao Spring": (85, 85),
    "Toyonaka Packaging": (26, 30),
    "Nishinomiya Pumps": (26, 30),
    "Amagasaki Press": (29, 30),
    "Nagaokakyo Dies": (109, 109),
    "Yamato-Koriyama Screw": (118, 118),
    "Nishiyodo Sheet Metal": (124, 124),
    "Uji Molding": (28, 30),
    "Yao Lens": (100, 110),
    "Minoh Robotics": (88, 98),
    "Akashi Conveyors": (90, 100),
}
"""Days from the last visit with a log (before `LOGGED`) to today, from and to."""
NEXT_WEEK_B, LAST_WEEK_B, OTHER_C = (18, 26), (28, 30), (84, 89)
NEVER_SEEN = {"Mihara Optics", "Kashiba Optics", "Itami Dental"}

HIRANO = (
    (27, True, ("Wants inspection reports with each lot", "検査成績書を毎ロット付けてほしいとのこと")),
    (42, True, ("Drawing review, sleeves rev. C", "スリーブ改訂Cの図面確認")),
    (60, False, ("Left samples at the gate", "不在。守衛所に見本を預けた")),
    (74, True, ("Sleeves move from Settsu Micro to us", "スリーブを摂津マイクロから当社へ切り替え")),
)
"""The last visits to Hirano Seiki: days ago, met or absent, what came of it."""
