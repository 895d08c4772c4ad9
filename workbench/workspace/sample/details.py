"""What else is known of single customers: topics, notes, tags, opening windows."""

Text = tuple[str, str]

TOPICS: dict[str, Text] = {
    "Hanshin Medical Devices": ("{quarter} volumes; 48 hours for the second design team", "{quarter}の数量、第二設計チームにも48時間試作"),
    "Nara Precision Optics": ("Inspection report bundled with each lot", "毎ロットに検査成績書を添付する提案"),
    "Hirano Seiki": ("Inspection report with each lot", "毎ロットの検査成績書"),
    "Suita Labs": ("Design review of the pump head", "ポンプヘッドの設計レビュー"),
    "Senri Endoscope": ("Date of the next design review", "次の設計レビューの日程"),
    "Moriguchi Motors": ("Shaft prototype, volumes for {after}", "シャフト試作、{after}からの数量"),
    "Takatsuki Laser": ("Mirror mounts: repeat lot in 6 days", "ミラーマウント、リピート分を6日で"),
    "Daito Valve": ("Stainless spools: yearly frame", "ステンレススプールの年間枠"),
    "Kizugawa Medical": ("48-hour prototypes before the review", "レビュー前の48時間試作"),
    "Kintetsu Tooling": ("5-axis capacity; the subsidy ends in {end}", "5軸加工の枠、補助金は{end}まで"),
    "Hirakata Tooling": ("5-axis: two test pieces", "5軸加工、テストピース2個"),
    "Sakai Plating": ("Small lots: what after {end}?", "小ロット、{after}以降はどうするか"),
}
NOTES: dict[str, Text] = {
    "Hanshin Medical Devices": (
        "Our largest customer. Ring before you come; the gate asks for the rep's licence plate.",
        "最大の得意先。訪問前に電話を。守衛所で車両番号を聞かれる。",
    ),
    "Nara Precision Optics": ("Decides in a round of three: Kubo, the design head, quality.", "久保様、設計部長、品質保証の三者で決める。"),
    "Hirano Seiki": ("Moved the sleeves from Settsu Micro to us in {sleeves}.", "{sleeves}にスリーブを摂津マイクロから当社へ切り替え。"),
    "Suita Labs": ("Clean room: no deliveries after 15:00.", "クリーンルームのため15時以降の納品は不可。"),
    "Sakai Plating": (
        "Supplier and customer: plates our shafts, buys racks from us.",
        "仕入先でもある。シャフトのめっきを依頼し、治具を買ってもらう。",
    ),
    "Kintetsu Tooling": ("Gets a subsidy for 5-axis machines until {end}.", "{end}まで5軸加工機の補助金を受けている。"),
    "Yao Spring": ("The owner thinks of handing over to his daughter.", "社長は娘さんへの引き継ぎを考えている。"),
    "Ikoma Pump Works": ("Lost two lots on quote time; wants answers the same day.", "見積りの遅れで2ロット失注。即日回答を求めている。"),
    "Takatsuki Laser": ("Mirror mounts doubled this year.", "ミラーマウントの注文が今年倍増。"),
    "Yamato-Koriyama Screw": ("The list gave no town; ask Nakai where to park.", "名簿に町名なし。場所は中井様に確認。"),
    "Uji Molding": ("Moves to a new works; address to follow.", "工場移転中。新住所は後日連絡。"),
    "Mihara Optics": ("Ordered through the website, never visited.", "ウェブから注文。まだ訪問していない。"),
    "Kashiba Optics": ("Ordered through the website, never visited.", "ウェブから注文。まだ訪問していない。"),
    "Itami Dental": ("Came by word of mouth from Kawanishi Surgical.", "川西サージカルの紹介。"),
}
TRIAL, FIVE_AXIS, VENDOR = ("trial batch", "試作ロット"), ("5-axis", "5軸加工"), ("vendor list", "取引先登録")
TAGS: tuple[tuple[Text, tuple[str, ...]], ...] = (
    (
        TRIAL,
        (
            "Hanshin Medical Devices",
            "Suita Labs",
            "Senri Endoscope",
            "Kizugawa Medical",
            "Itami Dental",
            "Seika Biotech",
            "Ashiya Dental",
            "Sennan Medical",
            "Kawanishi Surgical",
        ),
    ),
    (FIVE_AXIS, ("Kintetsu Tooling", "Hirakata Tooling", "Moriguchi Motors", "Minoh Robotics")),
    (
        VENDOR,
        (
            "Takatsuki Laser",
            "Nara Precision Optics",
            "Hirano Seiki",
            "Ibaraki Bearings",
            "Daito Valve",
            "Kashiwara Instruments",
            "Kishiwada Hydraulics",
        ),
    ),
)
CLOSED = (0, 0)
HOURS: dict[str, tuple[tuple[int, int], ...]] = {
    "Hirano Seiki": ((540, 1020),) * 4 + (CLOSED,),
    "Sakai Plating": ((600, 960),) * 5,
    "Kizugawa Medical": ((540, 900),) * 5,
    "Suita Labs": ((540, 900),) * 5,
    "Yao Spring": ((780, 1020),) * 5,
    "Kashihara Pumps": ((540, 1020),) * 5,
    "Ibaraki Bearings": ((510, 720),) * 5,
    "Ashiya Dental": ((780, 1050),) * 5,
}
"""Opening windows, Monday to Friday, in minutes after midnight."""

SHUT_AT_LUNCH, LUNCH = frozenset({"Kashihara Pumps", "Sakai Plating"}), (720, 780)
"""Who closes from noon to one."""
