"""The role in a contact as it stands in a list: “T. Endo, design” is design, “購買課 久保様” is 購買課. A name is never taken for one."""

import re
import unicodedata
from functools import lru_cache

APART = re.compile(r"[,，、;；/／|()（）\[\]「」【】:：\n\t]| - | – ")
ROLES = """
accounting accounts administration administrative admin assembly buyer buying ceo cfo chairman chief commercial coo cto design
designer development director drawing engineer engineering executive export facilities facility factory finance foreman founder
general it lab laboratory logistics maintenance management manager managing manufacturing marketing materials mechanical
metrology operations operator owner partner planning plant president principal procurement product production project proprietor
prototyping purchaser purchasing qa qc quality r&d rd research researcher safety sales secretary shop site sourcing store strategic
superintendent supervisor supply supplier technical technician technology technologist test tooling vice warehouse works workshop
assurance inspection control procurements chain officer head lead leader
"""
BETWEEN = "and of & + the for in assistant deputy senior junior group team department dept. dept section division"
WORDS, BESIDE = frozenset(ROLES.split()), frozenset(BETWEEN.split())
"""Words that make a role, and words that it may hold besides."""
JAPANESE = re.compile(
    "(?:代表|取締役|社長|会長|専務|常務|執行役員|役員|支配人|店長|所長|支店長|支社長|工場長|院長|部長|次長|課長|係長|主任|主査|主幹|班長|室長|"
    "リーダー|マネージャー|マネジャー|オーナー|担当|責任者|副|本|第|[一二三四五六七八九十0-9]+|"
    "購買|調達|資材|仕入|外注|設計|開発|研究|技術|製造|生産|品質|品証|保証|検査|管理|保全|設備|施設|工務|金型|試作|加工|組立|物流|倉庫|"
    "営業|販売|企画|総務|経理|財務|人事|情報|システム|商品|製品|業務|工場|推進|統括|事業|購買品|部門|部|課|室|係|科|グループ|チーム|センター|本部)+"
)


def role_of(contact: str) -> str:
    """The role, "" where none can be told from a name for sure."""
    for whole in _pieces(contact):
        for part in (whole, *whole.split(" ")) if not whole.isascii() else (whole,):
            if _is_role(part):
                return part
    return ""


def without_role(contact: str) -> tuple[str, ...]:
    """The pieces of a contact that are no role: names of persons, as far as one can tell."""
    pieces = []
    for whole in _pieces(contact):
        parts = whole.split(" ") if not whole.isascii() else [whole]
        pieces += [part for part in parts if part and not _is_role(part)]
    return tuple(pieces)


def _pieces(contact: str) -> list[str]:
    return [" ".join(piece.split()) for piece in APART.split(contact if contact.isascii() else unicodedata.normalize("NFKC", contact))]


@lru_cache(maxsize=4096)
def _is_role(text: str) -> bool:
    if JAPANESE.fullmatch(text):
        return any(not letter.isdigit() and letter not in "第副本一二三四五六七八九十" for letter in text)
    words = text.casefold().split()
    return bool(WORDS.intersection(words)) and all(word in WORDS or word in BESIDE for word in words)
