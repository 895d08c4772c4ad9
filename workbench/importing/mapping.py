"""Which column becomes which field: guessed from the heading first, checked and completed by the values, each guess with its evidence."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench import formatting
from workbench.errors import BadInput
from workbench.importing.fields import Field, Kind, folded_headings
from workbench.importing.patterns import COMPANY, is_counter, plain, share
from workbench.importing.reading.header import fold_heading
from workbench.strings import tr

WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_a-zA-Z]+")
OTHER_DAYS = frozenset(
    ("created", "modified", "updated", "synced", "birth", "birthday", "since", "last", "registered", "start", "end", "expiry", "valid")
)
BY_VALUES = (("email", "email", 0.8, 88), ("lat_lng", "pair", 0.8, 80), ("phone", "phone", 0.9, 70), ("name", "company", 0.5, 72), ("customer_name", "company", 0.5, 72),
             ("day", "day", 0.9, 62))  # fmt: skip
NEEDS_VALUES = frozenset(
    ("money", "day", "latitude", "longitude", "pair", "email", "person", "name", "currency", "postal", "phone", "number", "address", "hours", "weekdays",
     "often", "minutes")
)  # fmt: skip
BY_HEADING_ALONE = frozenset(
    (
        "phone",
        "postal",
        "email",
        "person",
        "latitude",
        "longitude",
        "address",
        "currency",
        "money",
        "day",
        "hours",
        "weekdays",
        "often",
        "minutes",
    )
)
MOSTLY_DIFFERENT = 0.75
LINE_COUNTERS = frozenset(("no", "番号", "key", "property"))
PLAIN, GENERIC, ODD = 98, 82, 50
"""How sure a heading makes a field: named plainly, named as many fields are, named plainly with values that look like something else."""


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """One column of a list: its first values, the field it becomes (empty: left out), how sure that is in percent, and why."""

    column: str
    index: int
    first_values: tuple[str, ...]
    field: str
    confidence: int
    evidence: str


@dataclass(frozen=True, slots=True)
class Sample:
    """The first rows of a list, column by column, cells made plain."""

    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> "Sample":
        """A sample of some rows as wide as `columns`."""
        return cls(tuple(columns), tuple(tuple(map(plain, column)) for column in zip(*rows, strict=True)) or ((),) * len(columns))


def guess(kind: Kind, sample: Sample) -> list[ColumnGuess]:
    """The best reading of all columns as a list of this kind. A field is given to one column only."""
    offers = sorted(_offers(kind, sample), key=lambda offer: (-offer[0], offer[1]))
    odd = sorted(_odd_offers(kind, sample, {index for score, index, _, _ in offers if score > ODD}), key=lambda offer: offer[1])
    certain = [offer for offer in offers if offer[0] > 90]
    taken: dict[int, tuple[Field, int, str]] = {}
    used: set[str] = set()
    for score, index, field, evidence in [*certain, *odd, *offers, *_repeating_numbers(kind, sample)]:
        if index not in taken and field.name not in used:
            taken[index] = field, score, evidence
            used.add(field.name)
    _drop_half_names(taken)
    return [_column(sample, index, *taken.get(index, (None, 0, ""))) for index in range(len(sample.columns))]


def _column(sample: Sample, index: int, field: Field | None, confidence: int, evidence: str) -> ColumnGuess:
    first = tuple(dict.fromkeys(cell for cell in sample.cells[index][:50] if cell))[:3]
    return ColumnGuess(sample.columns[index], index, first, field.name if field else "", confidence, evidence)


def _offers(kind: Kind, sample: Sample) -> Iterable[tuple[int, int, Field, str]]:
    for index, column in enumerate(sample.columns):
        cells = sample.cells[index]
        for field in kind.fields:
            base, word = _by_heading(field, column)
            if base and (fit := _fit(kind, field, base, cells, column)):
                filled = any(cells)
                evidence = tr("The heading says so.") if base > 90 else tr("The heading holds “{word}”.", word=word)
                if filled and field.pattern in NEEDS_VALUES and field.pattern != "name":
                    evidence += " " + tr("{share} of the values fit.", share=formatting.percent(fit))
                yield min(99, round(base * (0.55 + 0.45 * fit)) + (1 if filled else -8)), index, field, evidence
        for name, pattern, least, score in BY_VALUES:
            by_value = kind.field(name)
            if by_value and (fit := share(pattern, cells)) >= least and not (pattern == "day" and _other_day(column)):
                if pattern == "phone" and not _dialled(cells):
                    continue
                yield round(score * fit), index, by_value, tr("{share} of the values look like it.", share=formatting.percent(fit))


def _odd_offers(kind: Kind, sample: Sample, understood: Collection[int]) -> Iterable[tuple[int, int, Field, str]]:
    """Columns whose heading cannot be mistaken though their values look like nothing known: the heading wins, the rows tell what is wrong."""
    for index, column in enumerate(sample.columns):
        cells = [cell for cell in sample.cells[index] if cell]
        for field in kind.fields if index not in understood and cells else ():
            if field.pattern in BY_HEADING_ALONE and _by_heading(field, column)[0] == PLAIN and share("pair", cells) <= 0.5:
                fits = tr("{share} of the values fit.", share=formatting.percent(share(field.pattern, cells)))
                yield ODD, index, field, tr("The heading says so.") + " " + fits


def _repeating_numbers(kind: Kind, sample: Sample) -> Iterable[tuple[int, int, Field, str]]:
    """Columns plainly headed as customer numbers in which some come again: taken where no other column numbers the customers."""
    field = kind.field("number")
    for index, column in enumerate(sample.columns if field else ()):
        filled = [cell for cell in sample.cells[index] if cell]
        if field and filled and _by_heading(field, column)[0] == PLAIN and len(set(filled)) >= MOSTLY_DIFFERENT * len(filled):
            yield ODD, index, field, tr("The heading says so.")


def _dialled(cells: Sequence[str]) -> bool:
    """Whether numbers begin as phone numbers do, and are no days."""
    filled = [cell for cell in cells if cell]
    return sum(cell[0] in "0+(" for cell in filled) > 0.8 * len(filled) and share("day", filled) < 0.3


def _by_heading(field: Field, column: str) -> tuple[int, str]:
    """How strongly a heading names a field, and the word that does."""
    folded = fold_heading(column)
    names, generic = folded_headings(field)
    if field.pattern == "day" and _other_day(column):
        return 0, ""
    if folded in names:
        return PLAIN, column
    if folded in generic:
        return GENERIC, column
    words = words_of(column)
    best, best_word = 0.0, ""
    for name in names:
        inside = _within(name, words) if name.isascii() else len(name) >= 2 and name in folded
        if inside and len(name) / len(folded) > best:
            best, best_word = len(name) / len(folded), name
    return (round(60 + 25 * best), best_word) if best > 0.3 else (0, "")


def words_of(heading: str) -> list[str]:
    """The words of a heading in small letters: CustomerId, customer_id and "Customer ID" are the same two."""
    return [word.casefold() for word in WORD.findall(unicodedata.normalize("NFKC", heading))]


def _within(name: str, words: list[str]) -> bool:
    for start in range(len(words)):
        joined = ""
        for word in words[start:]:
            joined += word
            if joined == name and len(name) > 2:
                return True
            if len(joined) >= len(name):
                break
    return False


def _other_day(column: str) -> bool:
    return bool(OTHER_DAYS.intersection(words_of(column))) or any(word in column for word in ("登録", "更新", "生年", "設立", "作成"))


def number_doubt(column: str, base: int, filled: Sequence[str]) -> str:
    """Why a column does not number customers though its heading may say so: "repeats", "counter", or nothing. `base` as `_by_heading` gives it."""
    repeated = len(filled) - len(set(filled))
    if repeated > max(1, 0.05 * len(filled)):
        return "repeats"
    if base < PLAIN and is_counter(filled) and (base != GENERIC or fold_heading(column) in LINE_COUNTERS):
        return "counter"
    return ""


def doubted_numbers(kind: Kind, sample: Sample, guesses: Sequence[ColumnGuess]) -> list[tuple[str, str]]:
    """Columns left out though their heading may name customer numbers, with their doubt; none where another column holds the numbers."""
    field = kind.field("number")
    if field is None or any(guess.field == "number" for guess in guesses):
        return []
    doubted = []
    for one in guesses if kind.name == "customers" else ():
        base, filled = _by_heading(field, one.column)[0], [cell for cell in sample.cells[one.index] if cell]
        if not one.field and base >= GENERIC and filled and (doubt := number_doubt(one.column, base, filled)):
            doubted.append((one.column, doubt))
    return doubted


def _fit(kind: Kind, field: Field, base: int, cells: Sequence[str], column: str) -> float:
    """The share of values that fit, 0 when the column cannot be this field."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return 1.0 if base > 90 or not cells else 0.0
    fit = share(field.pattern, filled)
    if fit < (0.5 if base > 90 else 0.7):
        return 0.0
    if field.pattern == "address" and share("pair", filled) > 0.5:
        return 0.0
    if field.name == "number" and kind.name == "customers" and number_doubt(column, base, filled):
        return 0.0
    if field.name == "row_id" and len(set(filled)) < len(filled):
        return 0.0
    return fit


def _drop_half_names(taken: dict[int, tuple[Field, int, str]]) -> None:
    """A column 名 or 姓 alone is no person's name."""
    halves = [index for index, (field, _, _) in taken.items() if field.name in ("first_name", "last_name")]
    if len(halves) == 1:
        del taken[halves[0]]


def with_choices(kind: Kind, guesses: Sequence[ColumnGuess], choices: Mapping[str, str]) -> list[ColumnGuess]:
    """The guesses with the owner's own `choices` (field to column; an empty column leaves the field out). Raises BadInput for unknown names."""
    fields = {guess.index: guess.field for guess in guesses}
    names = {guess.column: guess.index for guess in guesses} | {fold_heading(guess.column): guess.index for guess in guesses}
    chosen: set[int] = set()
    for field, column in choices.items():
        if kind.field(field) is None:
            raise BadInput(
                tr("The field {name} is unknown.", name=field),
                "",
                tr("Known fields: {names}.", names=", ".join(f.name for f in kind.fields)),
            )
        for index, name in list(fields.items()):
            if name == field:
                fields[index] = ""
        if column in ("", "-"):
            continue
        at = names.get(column, names.get(fold_heading(column)))
        if at is None and column.isdigit() and 0 < int(column) <= len(guesses):
            at = guesses[int(column) - 1].index
        if at is None:
            raise BadInput(
                tr("The list has no column {name}.", name=column),
                "",
                tr("Its columns: {names}.", names=", ".join(g.column for g in guesses)[:200]),
            )
        fields[at] = field
        chosen.add(at)
    result = []
    for one in guesses:
        now = fields[one.index]
        if one.index in chosen:
            result.append(ColumnGuess(one.column, one.index, one.first_values, now, 100, tr("Chosen by hand.")))
        elif now != one.field:
            result.append(ColumnGuess(one.column, one.index, one.first_values, "", 0, ""))
        else:
            result.append(one)
    return result


def name_like(sample: Sample, guesses: Sequence[ColumnGuess]) -> int | None:
    """The column that most looks like names, where no heading says so; None when none does. Columns with another meaning but places are passed over."""
    best, best_score = None, 0.35
    for guess_ in guesses:
        filled = [cell for cell in sample.cells[guess_.index] if cell]
        if not filled or guess_.field not in ("", "city", "name_local", "contact") or len(filled) < len(sample.cells[guess_.index]) * 0.7:
            continue
        if words_of(guess_.column)[-1:] in (["id"], ["key"], ["type"], ["email"]) or share("web", filled) > 0.2:
            continue
        if share("name", filled) < 0.9 or share("money", filled) > 0.2 or share("day", filled) > 0.2 or share("email", filled) > 0.2:
            continue
        length = sum(map(len, filled)) / len(filled)
        if not 2 <= length <= 60:
            continue
        varied = len(set(filled)) / len(filled)
        kana = sum(bool(re.fullmatch(r"[\u3040-\u30ff\s・]+", cell)) for cell in filled) / len(filled)
        company = sum(bool(COMPANY.search(cell)) for cell in filled) / len(filled)
        score = varied - 0.4 * kana + company - 0.02 * guess_.index - (0.3 if length > 30 else 0) + (0.1 if guess_.field == "city" else 0)
        if score > best_score:
            best, best_score = guess_.index, score
    return best
