"""What the owner types on the afternoon, in his language. Every sentence of `typed()` must be found in the strategy document."""

from dataclasses import astuple, dataclass

CUSTOMERS = {
    "en": "Company,City,Industry\n"
    "Aoba Medical,Osaka,Medical devices\nHinata Clinic Supply,Osaka,Medical devices\nMinato Optics,Kyoto,Optics\n"
    "Kita Lens,Kyoto,Optics\nYodo Machine,Sakai,General machinery\nNada Pumps,Kobe,General machinery\n",
    "ja": "会社名,市区町村,業種\n"
    "青葉メディカル,大阪市北区,医療機器\n日向クリニックサプライ,大阪市北区,医療機器\n湊光学,京都市,光学\n"
    "北レンズ,京都市,光学\n淀機械,堺市,一般機械\n灘ポンプ,神戸市,一般機械\n",
}


@dataclass(frozen=True, slots=True)
class Words:
    """One afternoon in one language."""

    direction: str
    struggle: str
    rival: str
    rival_weak: str
    rival_it: str
    only_we: str
    only_we_evidence: str
    weakness: str
    opportunity: str
    opportunity_evidence: str
    pasted_one: str
    pasted_two: str
    strategy: str
    segment: str
    industry: str
    reason: str
    axis_low: str
    axis_high: str
    feature: str
    so_what: str
    gain: str
    unit: str
    product: str
    place: str
    action: str
    assumption: str
    assumption_evidence: str

    def typed(self) -> tuple[str, ...]:
        """Every sentence."""
        return astuple(self)


WORDS = {
    "en": Words(
        direction="Be the first address for titanium in Kansai",
        struggle="Design reviews wait for our price",
        rival="Sakai Kogyo",
        rival_weak="No prototypes under fifty pieces",
        rival_it="Orders still come by fax",
        only_we="Micron tolerance on titanium",
        only_we_evidence="inspection log 2026",
        weakness="Quotes take ten days",
        opportunity="Surgical robots need small lots",
        opportunity_evidence="three first calls in May",
        pasted_one="Copper price rises",
        pasted_two="Young machinists leave",
        strategy="Offer prototypes within two days to robot makers",
        segment="Robot makers",
        industry="Medical devices",
        reason="They pay for speed and come back",
        axis_low="slow",
        axis_high="within days",
        feature="Prototype in 48 hours",
        so_what="the review is not held up",
        gain="weeks saved per design round",
        unit="days",
        product="Prototype kit with inspection sheet",
        place="Small orders go through the desk",
        action="Call the three robot makers",
        assumption="Titanium stays available",
        assumption_evidence="supplier letter of October",
    ),
    "ja": Words(
        direction="関西でチタン加工の第一候補になる",
        struggle="設計審査が見積もり待ちになる",
        rival="堺工業",
        rival_weak="五十個未満の試作は受けない",
        rival_it="注文は今もファックスで受けている",
        only_we="チタンのミクロン公差",
        only_we_evidence="検査記録2026年",
        weakness="見積もりに十日かかる",
        opportunity="手術ロボットは小ロットを求める",
        opportunity_evidence="五月の初回訪問三件",
        pasted_one="銅の価格が上がる",
        pasted_two="若い職人が離れる",
        strategy="ロボットメーカーに二日で試作を届ける",
        segment="ロボットメーカー",
        industry="医療機器",
        reason="速さに対価を払い、繰り返し注文する",
        axis_low="遅い",
        axis_high="数日で届く",
        feature="四十八時間で試作",
        so_what="設計審査が止まらない",
        gain="設計一巡あたりの短縮",
        unit="日",
        product="検査表付きの試作セット",
        place="小口注文は内勤で受ける",
        action="ロボットメーカー三社に電話する",
        assumption="チタンは引き続き手に入る",
        assumption_evidence="十月の仕入先の書面",
    ),
}
