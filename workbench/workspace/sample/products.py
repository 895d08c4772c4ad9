"""What Kitagawa Precision makes, by the industry that buys it: name and the price of a piece in yen."""

from workbench.workspace.sample.customers import MACHINERY, MEDICAL, OPTICS, PUMPS, SPRINGS

Product = tuple[tuple[str, str], int]

PRODUCTS: dict[int, tuple[Product, ...]] = {
    MEDICAL: (
        (("Titanium barrels", "チタン筒"), 18_500),
        (("Forceps jaws", "鉗子先端部品"), 6_400),
        (("Endoscope sleeves", "内視鏡スリーブ"), 9_800),
        (("Guide pins", "ガイドピン"), 1_250),
        (("Pump housings, prototype", "ポンプハウジング試作"), 46_000),
    ),
    OPTICS: (
        (("Mirror mounts", "ミラーマウント"), 14_200),
        (("Lens barrels", "レンズ鏡筒"), 11_600),
        (("Aperture rings", "絞りリング"), 3_900),
        (("Encoder hubs", "エンコーダハブ"), 7_700),
    ),
    PUMPS: (
        (("Impeller shafts", "羽根車シャフト"), 8_600),
        (("Valve spools", "バルブスプール"), 5_200),
        (("Seal seats", "シールシート"), 1_900),
        (("Bonnets", "ボンネット"), 12_400),
    ),
    SPRINGS: (
        (("Forming dies", "成形金型"), 68_000),
        (("Header punches", "ヘッダーパンチ"), 4_300),
        (("Feed rollers", "送りローラー"), 9_100),
    ),
    MACHINERY: (
        (("Spindle sleeves", "スピンドルスリーブ"), 16_000),
        (("Guide plates", "ガイドプレート"), 4_000),
        (("Gear blanks", "歯車素材"), 6_800),
        (("Shafts, prototype", "シャフト試作"), 38_000),
        (("Gauge blocks", "ブロックゲージ"), 9_500),
    ),
}
RETURNED = (" (returned)", "（返品）")


def hundreds(yen: float) -> int:
    """An amount in whole hundreds of yen."""
    return round(yen / 100) * 100
