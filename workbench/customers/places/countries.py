"""Countries by code or name, and the states of those that addresses name them for."""

from functools import cache

from workbench.customers.places import store
from workbench.customers.places.folding import fold_japanese, fold_latin

_NICKNAMES = {
    "usa": "US",
    "us": "US",
    "united states of america": "US",
    "america": "US",
    "uk": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "great britain": "GB",
    "korea": "KR",
    "south korea": "KR",
    "republic of korea": "KR",
    "holland": "NL",
    "uae": "AE",
    "czechia": "CZ",
    "czech republic": "CZ",
    "viet nam": "VN",
    "russia": "RU",
    "deutschland": "DE",
    "espana": "ES",
    "italia": "IT",
    "osterreich": "AT",
    "schweiz": "CH",
    "suisse": "CH",
    "belgique": "BE",
    "nederland": "NL",
    "brasil": "BR",
    "nippon": "JP",
    "米国": "US",
    "アメリカ": "US",
    "英国": "GB",
    "イギリス": "GB",
    "独": "DE",
    "仏": "FR",
    "豪州": "AU",
    "韓国": "KR",
    "中国": "CN",
    "香港": "HK",
    "台湾": "TW",
    "マカオ": "MO",
}
_STATES = {
    "CA": {
        "01": "ab alberta",
        "02": "bc british columbia",
        "03": "mb manitoba",
        "04": "nb new brunswick",
        "05": "nl newfoundland",
        "07": "ns nova scotia",
        "08": "on ontario",
        "09": "pe prince edward island",
        "10": "qc quebec",
        "11": "sk saskatchewan",
    },
    "AU": {
        "01": "act australian capital territory",
        "02": "nsw new south wales",
        "03": "nt northern territory",
        "04": "qld queensland",
        "05": "sa south australia",
        "06": "tas tasmania",
        "07": "vic victoria",
        "08": "wa western australia",
    },
}


@cache
def code_of(text: str) -> str:
    """The two-letter code for a code or a name in English or Japanese; "" when it is none."""
    return _codes().get(fold_latin(text)) or _codes().get(fold_japanese(text)) or ""


@cache
def name_of(code: str) -> str:
    """The English name of a country code."""
    return _rows().get(code, ("", code))[1]


@cache
def state_of(country: str, text: str) -> str:
    """The gazetteer's region code of a state or province, "" when it is none it knows."""
    return _state_codes(country).get(fold_latin(text), "")


@cache
def _rows() -> dict[str, tuple[str, str, str]]:
    rows = (line.split("\t") for line in store.text("countries.tsv.xz").splitlines())
    return {code: (three, english, japanese) for code, three, english, japanese in rows}


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for code, (three, english, japanese) in _rows().items():
        for spelling in (fold_latin(code), fold_latin(three), fold_latin(english), fold_japanese(japanese)):
            codes.setdefault(spelling, code)
    codes.pop("", None)
    return codes | {fold_japanese(name) if not name.isascii() else name: code for name, code in _NICKNAMES.items()}


@cache
def _state_codes(country: str) -> dict[str, str]:
    if country == "US":
        pairs = {(row[2], row[3]) for row in store.zip_codes()}
        return {fold_latin(spelling): state for state, name in pairs for spelling in (state, name)}
    codes = {}
    for code, words in _STATES.get(country, {}).items():
        short, _, name = words.partition(" ")
        codes[short] = codes[name] = code
    return codes
