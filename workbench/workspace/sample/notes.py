"""What reps wrote down after a visit, in both languages."""

from workbench.workspace.sample.customers import MACHINERY, MEDICAL, OPTICS, PUMPS, SPRINGS

Text = tuple[str, str]

MET: tuple[Text, ...] = (
    ("Repeat order likely next month; wants the price held", "来月リピートの見込み。価格据え置きを希望"),
    ("New buyer; walked him through our catalogue", "担当交代。製品カタログを一通り説明"),
    ("Stock is high, nothing before the end of the quarter", "在庫多め。四半期末までは動きなし"),
    ("Asked for a quote by Friday, 200 pieces", "金曜までに200個の見積りを依頼された"),
    ("Happy with the last lot, no rejects", "前回ロットは不良ゼロで好評"),
    ("Two burrs in the last lot; we exchange them", "前回ロットにバリ2個。交換で対応"),
    ("Compares us with Webparts on price, values our lead time", "ウェブパーツと価格を比較中。納期は当社を評価"),
    ("Drawing review, two tolerances can be relaxed", "図面確認。公差2か所は緩められる"),
    ("Wants the lead-time guarantee in writing", "納期保証を書面で欲しいとのこと"),
    ("Shop tour agreed for next month", "来月の工場見学が決まった"),
    ("Budget for the new line is decided next quarter", "新ラインの予算は来四半期に決まる"),
    ("Second plant also buys turned parts; asked for a name", "第二工場でも旋盤品を購入。担当者の紹介を頼んだ"),
    ("Short visit; all parts on schedule", "短時間の訪問。納期はすべて予定どおり"),
    ("Asks for material certificates with every delivery", "納品ごとに材料証明書を希望"),
    ("Rival quoted nine days, we offered six", "他社は9日、当社は6日で提案"),
    ("Design review moved by a week", "設計レビューが1週間延期"),
)
BY_INDUSTRY: dict[int, tuple[Text, ...]] = {
    MEDICAL: (
        ("Prototype needed before the design review; 48 hours convinced them", "設計レビュー前に試作が必要。48時間が決め手"),
        ("Asked for our ISO 13485 certificate", "ISO 13485の認証書を求められた"),
        ("Titanium surface better than their own spec", "チタンの表面粗さは先方規格以上"),
        ("Second design team is interested in trial batches", "もう一つの設計チームも試作ロットに関心"),
    ),
    OPTICS: (
        ("Wants the inspection report in the box with each lot", "毎ロット、箱に検査成績書を入れてほしい"),
        ("Mirror mounts held two microns, asks for a repeat lot", "ミラーマウントは2ミクロン以内。リピートの相談"),
        ("Incoming inspection takes them three hours a month", "受入検査に月3時間かかっている"),
    ),
    PUMPS: (
        ("Stainless shafts: lead time matters more than price", "ステンレスシャフトは価格より納期重視"),
        ("Lost a lot to a rival because our quote took four days", "見積りに4日かかり他社に流れた"),
    ),
    SPRINGS: (
        ("Punch life doubled with our coating partner", "コーティング協力先でパンチ寿命が倍に"),
        ("Tooling budget is spent until spring", "金型予算は春まで使い切り"),
    ),
    MACHINERY: (
        ("Sleeves rev. C approved", "スリーブ改訂Cを承認"),
        ("Looks for 5-axis capacity from next quarter", "来四半期からの5軸加工の外注先を探している"),
        ("Overhaul in summer, spare shafts needed before", "夏に定期修理。その前に予備シャフトが必要"),
    ),
}
BY_PHONE: tuple[Text, ...] = (
    ("By phone: nothing new, call again next quarter", "電話：変わりなし。次の四半期にまた連絡"),
    ("By phone: sends a drawing next week", "電話：来週図面を送るとのこと"),
    ("By phone: stock lasts until the new year", "電話：在庫は年明けまである"),
    ("Online call: shown the same-day quote page", "オンライン：即日見積りのページを紹介"),
)
MISSED: tuple[Text, ...] = (
    ("Called away to the works; new date agreed", "工場対応で不在。日程を改めた"),
    ("Left samples at the gate", "不在。守衛所に見本を預けた"),
    ("Off sick; will ring back", "体調不良で休み。折り返し連絡をもらう"),
)
LATELY: dict[str, Text] = {
    "Kishiwada Hydraulics": (
        "Third order since {summer}; a new press line follows",
        "{summer}から3件目の注文。新しいプレスラインも稼働予定",
    ),
    "Yao Lens": ("First visit: buyer wants to see a sample first", "初回訪問。まず見本を見たいとのこと"),
    "Minoh Robotics": ("Two test pieces for the wrist joint", "手首関節のテストピース2個"),
    "Senri Endoscope": (
        "Next design review not fixed yet; ask again in two weeks",
        "次の設計レビューは未定。2週間後にもう一度確認",
    ),
    "Moriguchi Motors": ("Shaft prototype runs on the test bench", "試作シャフトは試験機で評価中"),
    "Amagasaki Press": ("Guide plates: price decides, lead time does not help", "ガイドプレートは価格次第。納期では動かない"),
    "Suita Labs": ("In the clean room all morning; new date agreed", "午前中ずっとクリーンルーム。日程を改めた"),
    "Kashiwara Instruments": ("Prototype passed; wants prices for {quarter}", "試作は合格。{quarter}の価格を知りたい"),
    "Kizugawa Medical": (
        "Guide pins approved; next part needs a prototype before the review",
        "ガイドピンは承認。次の部品はレビュー前に試作が必要",
    ),
    "Akashi Conveyors": ("Rollers fine; next need in half a year", "ローラー好調。次は半年後の予定"),
}
"""What came of the visits just before today."""
LAST: dict[str, Text] = {
    "Hanshin Medical Devices": (
        "Trial batch is in their lab; promised the 13485 certificate",
        "試作ロットは先方で評価中。13485認証書を送ると約束",
    ),
    "Nara Precision Optics": (
        "Three hours a month go into incoming inspection; promised a quote with report",
        "受入検査に月3時間。検査成績書付きの見積りを約束",
    ),
    "Suita Labs": (
        "Pump head goes into the next design review; wants a 48-hour prototype",
        "ポンプヘッドは次の設計レビューへ。48時間試作を希望",
    ),
    "Daito Valve": ("Yearly frame for spools is on the director's desk", "スプールの年間枠は部長決裁待ち"),
    "Ibaraki Bearings": ("Asked who else in medicine buys from us", "医療機器での納入実績を聞かれた"),
    "Takatsuki Laser": ("Mirror mounts again, wants them in six days", "ミラーマウントを再注文、6日で欲しいとのこと"),
    "Ikoma Pump Works": ("Second lot lost: our quote came on the fourth day", "第2ロットも失注。見積りが4日目になった"),
    "Kintetsu Tooling": (
        "Subsidy for two 5-axis machines; looks for a partner until they run",
        "5軸加工機2台の補助金。立ち上がりまで外注先を探している",
    ),
    "Sakai Plating": ("Small lots are fine until {end}; after that the line is rebuilt", "小ロットは{end}まで対応可。その後ラインを改修"),
    "Higashi-Osaka Rivet": ("Ten days are too long for header punches", "ヘッダーパンチの10日は長すぎるとのこと"),
    "Yao Spring": ("By phone: stock is enough, no plans", "電話：在庫は十分、予定なし"),
    "Kawanishi Surgical": ("By phone: knows Itami Dental, will put in a word", "電話：伊丹デンタルに紹介してくれるとのこと"),
}
"""What came of the last visit with a log."""
