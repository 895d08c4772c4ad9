"""One spelling for what people write in many: both the gazetteer's names and the addresses pass through here before they are compared."""

import re
import unicodedata

_OLD_KANJI = (
    "亞圍壹榮驛應櫻假會懷覺樂陷歡氣戲據挾區徑溪輕藝儉圈權嚴恆國齋雜蠶殘兒實釋從縱敍燒條剩壤釀眞盡醉髓聲竊淺錢禪爭插騷屬對滯擇單斷癡鑄敕鐵傳黨鬪屆腦廢發蠻拂邊瓣寶沒滿藥餘樣亂"
    "兩禮靈爐灣惡醫飮營圓歐奧價繪擴學罐勸觀歸犧擧狹驅莖經繼缺劍檢顯廣鑛碎劑參慘絲辭舍壽澁肅將證乘疊孃觸寢圖穗樞齊攝戰潛雙莊裝藏續體臺澤膽彈蟲廳鎭點燈盜獨貳霸賣髮祕佛變辯豐飜"
    "默與譽謠覽獵勵齡勞壓爲隱衞鹽毆穩畫壞殼嶽卷關顏僞舊峽曉勳惠螢鷄縣險獻驗效號濟册棧贊齒濕寫收獸處稱奬淨繩讓囑愼粹隨數靜專踐纖壯搜總臟墮帶瀧擔團遲晝聽遞轉當稻讀惱拜麥拔濱竝"
    "辨舖襃萬譯豫搖來龍壘隸戀樓鰺鶯蠣攪竈灌諫頸礦蘂靱賤壺礪檮濤邇蠅檜儘藪籠彌髙﨑嶋嶌濵邉曾塲栁桒槇渕瀨薗埜舘嵜"
)
_NEW_KANJI = (
    "亜囲壱栄駅応桜仮会懐覚楽陥歓気戯拠挟区径渓軽芸倹圏権厳恒国斎雑蚕残児実釈従縦叙焼条剰壌醸真尽酔髄声窃浅銭禅争挿騒属対滞択単断痴鋳勅鉄伝党闘届脳廃発蛮払辺弁宝没満薬余様乱"
    "両礼霊炉湾悪医飲営円欧奥価絵拡学缶勧観帰犠挙狭駆茎経継欠剣検顕広鉱砕剤参惨糸辞舎寿渋粛将証乗畳嬢触寝図穂枢斉摂戦潜双荘装蔵続体台沢胆弾虫庁鎮点灯盗独弐覇売髪秘仏変弁豊翻"
    "黙与誉謡覧猟励齢労圧為隠衛塩殴穏画壊殻岳巻関顔偽旧峡暁勲恵蛍鶏県険献験効号済冊桟賛歯湿写収獣処称奨浄縄譲嘱慎粋随数静専践繊壮捜総臓堕帯滝担団遅昼聴逓転当稲読悩拝麦抜浜並"
    "弁舗褒万訳予揺来竜塁隷恋楼鯵鴬蛎撹竃潅諌頚砿蕊靭賎壷砺梼涛迩蝿桧侭薮篭弥高崎島島浜辺曽場柳桑槙淵瀬園野館崎"
)
_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_SAME_KANA = {ord(a): ord(b) for a, b in zip("ヶガが之の乃ッっゃゅょャュョヵ", "ケケケノノノツツヤユヨヤユヨカ", strict=True)}
_DASHES = {ord(dash): "-" for dash in "‐‑‒–—―−－─━"}
_TABLE: dict[int, int | str | None] = {
    **_HIRAGANA,
    **{ord(old): ord(new) for old, new in zip(_OLD_KANJI, _NEW_KANJI, strict=True)},
    **_SAME_KANA,
    **_DASHES,
    **dict.fromkeys((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))),
    ord("字"): None,
    **{ord(space): None for space in " \t\r\n\u3000"},
}
_NUMERALS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
_KANJI_NUMBER = re.compile("[〇一二三四五六七八九十]+")
_LONG_DASH = re.compile(r"(?<=\d)ー")


def fold_japanese(text: str) -> str:
    """NFKC, variant kanji, kana, dashes and numbers in one spelling; spaces, 大字 and 字 dropped; 丁目 becomes 丁."""
    text = unicodedata.normalize("NFKC", text).replace("大字", "").translate(_TABLE).replace("丁目", "丁").replace("番地", "番")
    text = _KANJI_NUMBER.sub(_number, text)
    return _LONG_DASH.sub("-", text) if "ー" in text else text


def fold_latin(text: str) -> str:
    """Lower case without accents and punctuation, words parted by one space; letters of other scripts are kept."""
    text = unicodedata.normalize("NFKD", text.casefold().translate(_LATIN))
    text = "".join(letter if letter.isalnum() else " " for letter in text if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", " ".join(text.split()))


_LATIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "'": "", "’": "", ".": "", "ð": "d", "þ": "th"})


def _number(match: re.Match[str]) -> str:
    """二十三 -> 23, 一〇 -> 10, 三 -> 3."""
    text = match[0]
    if "十" not in text:
        return "".join(str(_NUMERALS[digit]) for digit in text)
    tens, _, ones = text.partition("十")
    if "十" in ones or len(tens) > 1 or len(ones) > 1:
        return text
    return str((_NUMERALS[tens] if tens else 1) * 10 + (_NUMERALS[ones] if ones else 0))
