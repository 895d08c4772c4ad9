"""The sixty customers of the sample company, as one would write them down: made-up companies in real towns."""

from typing import NamedTuple

MORITA, UEDA, TANI = 0, 1, 2
MEDICAL, OPTICS, PUMPS, SPRINGS, MACHINERY = range(5)

INDUSTRIES = (
    ("Medical devices", "医療機器"),
    ("Optics", "光学"),
    ("Pumps and valves", "ポンプ・バルブ"),
    ("Springs and screws", "ばね・ねじ"),
    ("General machinery", "一般機械"),
)
PREFECTURES = {"O": ("Osaka", "大阪府"), "H": ("Hyogo", "兵庫県"), "N": ("Nara", "奈良県"), "K": ("Kyoto", "京都府")}


class SampleCustomer(NamedTuple):
    """One customer in English and Japanese. `revenue` is thousands of yen in the last full 12 months; `place` is latitude and longitude."""

    name: tuple[str, str]
    industry: int
    rep: int
    revenue: int
    prefecture: str
    city: tuple[str, str]
    street: tuple[str, str]
    place: tuple[float, float] | None
    contact: tuple[str, str]

    @property
    def key(self) -> str:
        """What the other modules call it."""
        return self.name[0]


# fmt: off
CUSTOMERS = tuple(
    SampleCustomer((en, ja), industry, rep, revenue, prefecture, city, street, place, contact)
    for en, ja, industry, rep, revenue, prefecture, city, street, place, contact in (
        ("Hanshin Medical Devices", "阪神メディカル", MEDICAL, MORITA, 68_400, "H", ("Amagasaki", "尼崎市"),
         ("Tsukaguchi-cho 1-8", "塚口町1-8"), (34.7542, 135.4129), ("T. Endo, design", "設計課 遠藤様")),
        ("Nara Precision Optics", "奈良精密光学", OPTICS, MORITA, 56_200, "N", ("Nara", "奈良市"),
         ("Sanjo-cho 2-11", "三条町2-11"), (34.6809, 135.8212), ("M. Kubo, purchasing", "購買課 久保様")),
        ("Hirano Seiki", "平野精機", MACHINERY, MORITA, 47_900, "O", ("Osaka, Hirano-ku", "大阪市平野区"),
         ("Hirano-Kamimachi 2-14", "平野上町2-14"), (34.6262, 135.5531), ("H. Nishio, purchasing", "購買課 西尾様")),
        ("Suita Labs", "吹田ラボ", MEDICAL, UEDA, 41_500, "O", ("Suita", "吹田市"),
         ("Kishibe-naka 3-6", "岸部中3-6"), (34.7778, 135.5360), ("A. Fujii, research", "研究開発部 藤井様")),
        ("Daito Valve", "大東バルブ", PUMPS, TANI, 36_800, "O", ("Daito", "大東市"),
         ("Akai 1-17", "赤井1-17"), (34.7075, 135.6196), ("S. Hamada, purchasing", "購買課 浜田様")),
        ("Kashiwara Instruments", "柏原計器", OPTICS, MORITA, 31_000, "O", ("Kashiwara", "柏原市"),
         ("Ogata 4-9", "大県4-9"), (34.5873, 135.6321), ("T. Okada, design", "設計課 岡田様")),
        ("Senri Endoscope", "千里内視鏡", MEDICAL, MORITA, 27_600, "O", ("Toyonaka", "豊中市"),
         ("Shin-Senri-Higashimachi 1-5", "新千里東町1-5"), (34.8093, 135.4956), ("N. Ogawa, design", "設計課 小川様")),
        ("Moriguchi Motors", "守口電機", MACHINERY, MORITA, 24_300, "O", ("Moriguchi", "守口市"),
         ("Dainichi-cho 3-22", "大日町3-22"), (34.7524, 135.5809), ("K. Tsuda, purchasing", "資材課 津田様")),
        ("Kizugawa Medical", "木津川メディカル", MEDICAL, UEDA, 19_700, "K", ("Kizugawa", "木津川市"),
         ("Kizu 6-3", "木津6-3"), (34.7349, 135.8220), ("E. Nomura, design", "設計課 野村様")),
        ("Ibaraki Bearings", "茨木軸受", MACHINERY, UEDA, 16_100, "O", ("Ibaraki", "茨木市"),
         ("Ai 2-4", "安威2-4"), (34.8498, 135.5635), ("S. Mori, production", "生産技術課 森様")),
        ("Takatsuki Laser", "高槻レーザー", OPTICS, MORITA, 13_400, "O", ("Takatsuki", "高槻市"),
         ("Akutagawa-cho 2-7", "芥川町2-7"), (34.8536, 135.6132), ("Y. Sakata, design", "設計課 坂田様")),
        ("Kishiwada Hydraulics", "岸和田油圧", PUMPS, TANI, 11_500, "O", ("Kishiwada", "岸和田市"),
         ("Rinkai-cho 10", "臨海町10"), (34.4764, 135.3693), ("J. Minami, purchasing", "購買課 南様")),
        ("Ikoma Pump Works", "生駒ポンプ製作所", PUMPS, MORITA, 5_000, "N", ("Ikoma", "生駒市"),
         ("Higashi-Ikoma 2-3", "東生駒2-3"), (34.6829, 135.7173), ("H. Sumi, purchasing", "購買課 角様")),
        ("Sakai Plating", "堺メッキ", MACHINERY, TANI, 4_800, "O", ("Sakai", "堺市堺区"),
         ("Chikko-Yawatamachi 3-1", "築港八幡町3-1"), (34.5983, 135.4546), ("R. Oda, owner", "社長 小田様")),
        ("Settsu Coating", "摂津コーティング", MACHINERY, UEDA, 4_600, "O", ("Settsu", "摂津市"),
         ("Torikai-naka 1-12", "鳥飼中1-12"), (34.7787, 135.5918), ("I. Hata, works", "工場長 畑様")),
        ("Hirakata Tooling", "枚方ツール", MACHINERY, MORITA, 4_400, "O", ("Hirakata", "枚方市"),
         ("Shodai-Tajika 2-8", "招提田近2-8"), (34.8427, 135.6937), ("G. Ueno, production", "製造課 上野様")),
        ("Neyagawa Gears", "寝屋川歯車", MACHINERY, UEDA, 4_200, "O", ("Neyagawa", "寝屋川市"),
         ("Shimeno 3-5", "点野3-5"), (34.7771, 135.6040), ("M. Toda, purchasing", "購買課 戸田様")),
        ("Izumi Wire", "和泉ワイヤ", MACHINERY, TANI, 4_100, "O", ("Izumi", "和泉市"),
         ("Techno-Stage 3-2", "テクノステージ3-2"), (34.4178, 135.4548), ("F. Kuwata, works", "工場長 桑田様")),
        ("Katano Springs", "交野ばね", SPRINGS, UEDA, 4_000, "O", ("Katano", "交野市"),
         ("Ikuno 2-15", "幾野2-15"), (34.7946, 135.6817), ("E. Sano, purchasing", "購買課 佐野様")),
        ("Kadoma Electric", "門真電機", MACHINERY, UEDA, 3_900, "O", ("Kadoma", "門真市"),
         ("Mitsushima 1-9", "三ツ島1-9"), (34.7212, 135.5960), ("C. Noda, design", "設計課 野田様")),
        ("Nishinomiya Pumps", "西宮ポンプ", PUMPS, UEDA, 3_800, "H", ("Nishinomiya", "西宮市"),
         ("Naruohama 2-6", "鳴尾浜2-6"), (34.6927, 135.3646), ("M. Kimura, purchasing", "購買課 木村様")),
        ("Matsubara Castings", "松原鋳造", MACHINERY, TANI, 3_700, "O", ("Matsubara", "松原市"),
         ("Miyake-naka 4-10", "三宅中4-10"), (34.5913, 135.5563), ("W. Inoue, owner", "社長 井上様")),
        ("Higashi-Osaka Rivet", "東大阪鋲螺", SPRINGS, TANI, 3_600, "O", ("Higashi-Osaka", "東大阪市"),
         ("Nagata-naka 4-2", "長田中4-2"), (34.6824, 135.5904), ("J. Abe, purchasing", "購買課 阿部様")),
        ("Habikino Tools", "羽曳野工具", MACHINERY, TANI, 3_500, "O", ("Habikino", "羽曳野市"),
         ("Kawamukai 7", "川向7"), (34.5558, 135.6210), ("Y. Maeda, works", "工場長 前田様")),
        ("Uji Molding", "宇治成形", MACHINERY, UEDA, 3_400, "K", ("", ""),
         ("Riverside estate 18", "川沿い工業団地18号"), None, ("K. Hirai, tooling", "金型課 平井様")),
        ("Toyonaka Packaging", "豊中包装機", MACHINERY, MORITA, 3_300, "O", ("Toyonaka", "豊中市"),
         ("Katsube 2-3", "勝部2-3"), (34.7771, 135.4532), ("K. Yano, design", "設計課 矢野様")),
        ("Tondabayashi Pumps", "富田林ポンプ", PUMPS, TANI, 3_200, "O", ("Tondabayashi", "富田林市"),
         ("Nakano-cho 3-11", "中野町3-11"), (34.5153, 135.6112), ("Y. Ishii, purchasing", "購買課 石井様")),
        ("Kyotanabe Machine Tool", "京田辺工機", MACHINERY, UEDA, 3_100, "K", ("Kyotanabe", "京田辺市"),
         ("Osumigaoka 5-20", "大住ケ丘5-20"), (34.8265, 135.7402), ("S. Kato, production", "製造課 加藤様")),
        ("Yawata Gauge", "八幡ゲージ", MACHINERY, MORITA, 3_000, "K", ("Yawata", "八幡市"),
         ("Iwata 8-1", "岩田8-1"), (34.8496, 135.7401), ("M. Ono, quality", "品質保証課 大野様")),
        ("Amagasaki Press", "尼崎プレス", MACHINERY, UEDA, 2_950, "H", ("Amagasaki", "尼崎市"),
         ("Nishi-Nagasu-cho 2-5", "西長洲町2-5"), (34.7252, 135.4221), ("T. Shimizu, works", "工場長 清水様")),
        ("Yao Spring", "八尾スプリング", SPRINGS, MORITA, 2_900, "O", ("Yao", "八尾市"),
         ("Wakabayashi-cho 1-20", "若林町1-20"), (34.5974, 135.5813), ("K. Ide, owner", "社長 井手様")),
        ("Kintetsu Tooling", "近鉄ツール", MACHINERY, MORITA, 2_670, "O", ("Higashi-Osaka", "東大阪市"),
         ("Takaida 3-5", "高井田3-5"), (34.6742, 135.5729), ("Y. Asano, works", "工場長 浅野様")),
        ("Seika Biotech", "精華バイオ", MEDICAL, UEDA, 2_337, "K", ("Seika", "精華町"),
         ("Hikaridai 1-7", "光台1-7"), (34.7476, 135.7677), ("R. Hoshino, research", "研究開発部 星野様")),
        ("Kawanishi Surgical", "川西サージカル", MEDICAL, MORITA, 2_063, "H", ("Kawanishi", "川西市"),
         ("Kushiro 3-13", "久代3-13"), (34.8081, 135.4080), ("M. Hayashi, design", "設計課 林様")),
        ("Kashihara Pumps", "橿原ポンプ", PUMPS, TANI, 1_815, "N", ("Kashihara", "橿原市"),
         ("Magarikawa-cho 4-4", "曲川町4-4"), (34.5132, 135.7605), ("T. Nishida, purchasing", "購買課 西田様")),
        ("Minoh Robotics", "箕面ロボティクス", MACHINERY, MORITA, 1_597, "O", ("Minoh", "箕面市"),
         ("Semba-Higashi 2-1", "船場東2-1"), (34.8238, 135.4937), ("A. Kishi, design", "設計課 岸様")),
        ("Ashiya Dental", "芦屋デンタル", MEDICAL, UEDA, 1_406, "H", ("Ashiya", "芦屋市"),
         ("Omasu-cho 5-2", "大桝町5-2"), (34.7308, 135.3071), ("N. Shirai, owner", "社長 白井様")),
        ("Kaizuka Valve", "貝塚バルブ", PUMPS, TANI, 1_237, "O", ("Kaizuka", "貝塚市"),
         ("Nishiki-Kitamachi 8", "二色北町8"), (34.4624, 135.3429), ("S. Honda, works", "工場長 本田様")),
        ("Yao Fasteners", "八尾ファスナー", SPRINGS, TANI, 1_088, "O", ("Yao", "八尾市"),
         ("Ota 3-18", "太田3-18"), (34.5909, 135.5891), ("H. Kubota, purchasing", "購買課 久保田様")),
        ("Nagaokakyo Dies", "長岡京金型", MACHINERY, UEDA, 958, "K", ("Nagaokakyo", "長岡京市"),
         ("Kotari 2-9", "神足2-9"), (34.9193, 135.6985), ("T. Matsui, tooling", "金型課 松井様")),
        ("Yao Lens", "八尾レンズ", OPTICS, TANI, 843, "O", ("Yao", "八尾市"),
         ("Oibara 5-6", "老原5-6"), (34.6087, 135.5985), ("E. Kojima, design", "設計課 小島様")),
        ("Sakurai Food Machinery", "桜井食品機械", MACHINERY, TANI, 742, "N", ("Sakurai", "桜井市"),
         ("Miwa 7-12", "三輪7-12"), (34.5302, 135.8605), ("K. Taniguchi, works", "工場長 谷口様")),
        ("Konohana Ship Fittings", "此花船具", MACHINERY, UEDA, 653, "O", ("Osaka, Konohana-ku", "大阪市此花区"),
         ("Shimaya 4-1", "島屋4-1"), (34.6728, 135.4406), ("F. Okuda, purchasing", "購買課 奥田様")),
        ("Ikeda Jigs", "池田治具", MACHINERY, MORITA, 574, "O", ("Ikeda", "池田市"),
         ("Toyoshima-Kita 1-14", "豊島北1-14"), (34.8042, 135.4342), ("S. Morimoto, owner", "社長 森本様")),
        ("Sennan Medical", "泉南メディカル", MEDICAL, TANI, 505, "O", ("Sennan", "泉南市"),
         ("Rinku-Minamihama 2", "りんくう南浜2"), (34.3819, 135.2687), ("Y. Iwai, design", "設計課 岩井様")),
        ("Nada Brewing Machinery", "灘醸造機械", MACHINERY, UEDA, 445, "H", ("Kobe, Nada-ku", "神戸市灘区"),
         ("Shinzaike-Minamimachi 3-7", "新在家南町3-7"), (34.7063, 135.2383), ("G. Aoki, works", "工場長 青木様")),
        ("Yao Seals", "八尾シール", PUMPS, TANI, 391, "O", ("Yao", "八尾市"),
         ("Ota-Shimmachi 2-2", "太田新町2-2"), (34.5953, 135.5921), ("K. Ota, purchasing", "購買課 太田様")),
        ("Tenri Fasteners", "天理ファスナー", SPRINGS, MORITA, 344, "N", ("Tenri", "天理市"),
         ("Kabata-cho 3", "嘉幡町3"), (34.5892, 135.7977), ("C. Higashi, purchasing", "購買課 東様")),
        ("Takaishi Welding", "高石溶接", MACHINERY, TANI, 303, "O", ("Takaishi", "高石市"),
         ("Takasago 1-6", "高砂1-6"), (34.5363, 135.4218), ("W. Sugi, owner", "社長 杉様")),
        ("Nishiyodo Sheet Metal", "西淀板金", MACHINERY, MORITA, 267, "O", ("Osaka, Nishiyodogawa-ku", "大阪市西淀川区"),
         ("Mitejima 5-3", "御幣島5-3"), (34.7224, 135.4569), ("T. Uchida, owner", "社長 内田様")),
        ("Taisho Cranes", "大正クレーン", MACHINERY, UEDA, 235, "O", ("Osaka, Taisho-ku", "大阪市大正区"),
         ("Tsurumachi 3-16", "鶴町3-16"), (34.6407, 135.4520), ("J. Kawai, purchasing", "購買課 川井様")),
        ("Yamato-Koriyama Screw", "大和郡山ねじ", SPRINGS, UEDA, 207, "N", ("", ""), ("Industrial estate, plot 12", "工業団地12号"), None,
         ("N. Nakai, purchasing", "購買課 中井様")),
        ("Fujiidera Stamping", "藤井寺スタンピング", MACHINERY, TANI, 182, "O", ("Fujiidera", "藤井寺市"),
         ("Koyama 6-4", "小山6-4"), (34.5834, 135.5941), ("G. Hori, works", "工場長 堀様")),
        ("Kawachinagano Woodworking", "河内長野木工機", MACHINERY, TANI, 160, "O", ("Kawachinagano", "河内長野市"),
         ("Uehara-cho 2-19", "上原町2-19"), (34.4429, 135.5483), ("H. Mineta, owner", "社長 峰田様")),
        ("Muko Feeders", "向日フィーダー", MACHINERY, MORITA, 141, "K", ("Muko", "向日市"),
         ("Morimoto-cho 4-8", "森本町4-8"), (34.9489, 135.7121), ("S. Nagai, design", "設計課 永井様")),
        ("Akashi Conveyors", "明石コンベヤ", MACHINERY, UEDA, 124, "H", ("Akashi", "明石市"),
         ("Futami-cho Higashi-Futami 5-1", "二見町東二見5-1"), (34.7010, 134.8879), ("I. Tamura, purchasing", "購買課 田村様")),
        ("Itami Dental", "伊丹デンタル", MEDICAL, MORITA, 109, "H", ("Itami", "伊丹市"),
         ("Kita-Itami 7-7", "北伊丹7-7"), (34.7982, 135.4169), ("R. Baba, design", "設計課 馬場様")),
        ("Mihara Optics", "美原光学", OPTICS, TANI, 96, "O", ("Sakai, Mihara-ku", "堺市美原区"),
         ("Mokuzai-dori 1-2", "木材通1-2"), (34.5177, 135.5732), ("T. Kagawa, purchasing", "購買課 香川様")),
        ("Kashiba Optics", "香芝光学", OPTICS, TANI, 84, "N", ("Kashiba", "香芝市"),
         ("Shimoda-Nishi 2-7", "下田西2-7"), (34.5444, 135.6999), ("A. Fukui, design", "設計課 福井様")),
        ("Hannan Dies", "阪南ダイス", MACHINERY, UEDA, 74, "O", ("Hannan", "阪南市"),
         ("Hakotsukuri 3-4", "箱作3-4"), (34.3236, 135.2050), ("Y. Kita, owner", "社長 北様")),
    )
)
# fmt: on
NUMBER = {customer.key: number for number, customer in enumerate(CUSTOMERS, 1)}
"""The row of each customer by its English name."""
