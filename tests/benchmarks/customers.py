"""100,000 made-up customers of 13 columns in mixed scripts, as CSV, XLSX and as a workspace: the same on every machine."""

import csv
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

COUNT = 100_000
VERSION = 1
HEADINGS = ("Customer ID", "Company", "Contact", "Industry", "Postal code", "Prefecture", "City", "Address", "Phone", "Email", "Latitude", "Longitude", "Note")  # fmt: skip
COLUMNS = ("number", "name", "contact", "industry", "postal_code", "prefecture", "city", "address", "phone", "email", "lat", "lng", "note")

KANJI = "東西南北中央新大小高松竹梅山川田島森林石金銀青赤白光朝日月星海空富士和平安福吉永長"
KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノマミムメモラリルレロ"
LATIN = (
    "Alder",
    "Birch",
    "Cedar",
    "Delta",
    "Elm",
    "Fjord",
    "Garnet",
    "Harbour",
    "Iris",
    "Juniper",
    "Kestrel",
    "Linden",
    "Maple",
    "Nordic",
    "Orchard",
)
EUROPEAN = ("Müller", "Søren", "Łukasz", "Çelik", "Núñez", "Žižka", "Ångström", "Dvořák", "O’Brien", "Æbelø")
GREEK = ("Αθήνα", "Ήλιος", "Θάλασσα", "Ωμέγα")
TRADES = ("Dental clinic", "Metal parts", "食品", "建設", "Logistics", "印刷", "Software", "医療", "Textiles", "化学")
FAMILY = ("Sato", "Suzuki", "田中", "高橋", "渡辺", "伊藤", "Kitagawa", "Müller", "García", "Papadopoulos")
TOWNS = (
    ("大阪府", "大阪市北区", "梅田", 34.70, 135.50), ("大阪府", "堺市堺区", "北瓦町", 34.57, 135.48), ("兵庫県", "神戸市中央区", "三宮町", 34.69, 135.19),
    ("京都府", "京都市下京区", "烏丸通", 35.00, 135.76), ("東京都", "千代田区", "丸の内", 35.68, 139.77), ("北海道", "札幌市中央区", "大通西", 43.06, 141.35),
    ("福岡県", "福岡市博多区", "博多駅前", 33.59, 130.42), ("愛知県", "名古屋市中村区", "名駅", 35.17, 136.88),
)  # fmt: skip


def rows(count: int = COUNT) -> Iterator[tuple[str, ...]]:
    """The customers as the cells of a list, a fixed sequence."""
    pick = random.Random(20_261_124)
    for n in range(count):
        prefecture, city, town, lat, lng = pick.choice(TOWNS)
        kind = n % 4
        if kind == 0:
            name = f"株式会社{''.join(pick.choices(KANJI, k=3))}{''.join(pick.choices(KANA, k=4))}{n}"
        elif kind == 1:
            name = f"{pick.choice(LATIN)} & {pick.choice(LATIN)} Co., Ltd. {n}"
        elif kind == 2:
            name = f"{pick.choice(EUROPEAN)} {pick.choice(LATIN)} GmbH {n}"
        else:
            name = f"{pick.choice(GREEK)} {''.join(pick.choices(KANA, k=6))}有限会社{n}"
        yield (
            f"K{n:06}",
            name,
            f"{pick.choice(FAMILY)} {pick.choice(FAMILY)}",
            pick.choice(TRADES),
            f"{pick.randrange(100, 999)}-{pick.randrange(10_000):04}",
            prefecture,
            city,
            f"{town}{pick.randrange(1, 9)}丁目{pick.randrange(1, 30)}-{pick.randrange(1, 30)}",
            f"0{pick.randrange(1, 10)}-{pick.randrange(10_000):04}-{pick.randrange(10_000):04}",
            f"contact{n}@example.com",
            f"{lat + pick.uniform(-0.2, 0.2):.6f}",
            f"{lng + pick.uniform(-0.2, 0.2):.6f}",
            f"Prefers {pick.choice(('mornings', 'the telephone', '午後の訪問', 'a short visit'))}, since {pick.randrange(1990, 2026)}",
        )


def folder() -> Path:
    """Where the made files are kept between runs; safe to delete."""
    path = Path(tempfile.gettempdir()) / "asaichi-benchmarks" / f"v{VERSION}"
    path.mkdir(parents=True, exist_ok=True)
    return path


def csv_file(count: int = COUNT) -> Path:
    """The list as UTF-8 CSV, made once."""
    path = folder() / f"customers-{count}.csv"
    if not path.exists():
        draft = path.with_suffix(".new")
        with draft.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADINGS)
            writer.writerows(rows(count))
        draft.replace(path)
    return path


def xlsx_file(count: int = COUNT) -> Path:
    """The list as XLSX with coordinates as numbers, made once."""
    path = folder() / f"customers-{count}.xlsx"
    if not path.exists():
        import xlsxwriter

        draft = path.with_suffix(".new")
        with xlsxwriter.Workbook(str(draft), {"constant_memory": True}) as book:
            sheet = book.add_worksheet("Customers")
            sheet.write_row(0, 0, HEADINGS)
            for n, row in enumerate(rows(count), 1):
                sheet.write_row(n, 0, [*row[:10], float(row[10]), float(row[11]), row[12]])
        draft.replace(path)
    return path
