"""One quick pass over the bytes of a text file: how long its lines are, whether they are UTF-8, whether it is text at all."""

import codecs
import re
from dataclasses import dataclass

from workbench.errors import BadInput
from workbench.importing.reading.source import ListFile, not_a_list
from workbench.strings import tr

LINE_LIMIT = 1_000_000
BLOCK = 1 << 18
CONTROL = bytes(c for c in range(32) if c not in (0, 9, 10, 11, 12, 13, 27, 28, 29, 30, 31))
GUARD = re.compile(rb"'\0?(?:[ \t\r\n]|\xc2\xa0|\xe3\x80\x80)*(?:[-=+@\t\r\n]|\xef\xbc[\x8b\x8d\x9d\xa0])")
"""An apostrophe before what a spreadsheet takes for a formula, in UTF-8 or UTF-16."""
PLAIN = bytes(range(128))


@dataclass(frozen=True, slots=True)
class ByteFacts:
    """What the bytes of a file say. `broken_at` is the first byte that is not UTF-8, or None; `broken` and `whole` count
    the bytes over 127 outside and inside of UTF-8 letters. `guarded`: some ' may guard a formula.
    """

    head: bytes
    ascii_only: bool
    broken_at: int | None
    broken: int
    whole: int
    nul: bool
    escapes: bool
    guarded: bool


def scan(source: ListFile) -> ByteFacts:
    """Read the file once in blocks. Raises BadInput at a line over one megabyte, and for files that are not text."""
    head, position, tail = b"", 0, 0
    nul = escapes = guarded = False
    before = b""
    letters = _Letters()
    with source.path.open("rb") as stream:
        while block := stream.read(BLOCK):
            if not position:
                head = block
                if _wide(block) is None and (wrong := _binary(block)):
                    raise not_a_list(source.name, wrong)
            first, last = _ends(block)
            tail, longest = (tail + len(block), tail + len(block)) if first < 0 else (len(block) - last - 1, tail + first)
            if longest > LINE_LIMIT:
                raise BadInput(
                    what=tr("Line {line} is longer than one megabyte.", line=_lines_before(source, position) + 1),
                    where=source.name,
                    remedy=tr("A list has one customer or order a line."),
                )
            nul = nul or b"\0" in block
            escapes = escapes or (b"\x1b" in block and (b"\x1b$" in block or b"\x1b(" in block))
            guarded = guarded or bool(GUARD.search(before + block))
            before = block[-8:]
            letters.take(block, position)
            position += len(block)
    letters.end(source, position)
    return ByteFacts(head, letters.ascii_only, letters.broken_at, letters.broken, letters.whole, nul, escapes, guarded)


class _Letters:
    """Whether the blocks of a file, one after the other, are UTF-8, and where they first are not."""

    def __init__(self) -> None:
        self.ascii_only = True
        self.broken_at: int | None = None
        self.broken = self.whole = 0
        self._strict = codecs.getincrementaldecoder("utf-8")("strict")
        self._lenient: codecs.IncrementalDecoder | None = None

    def take(self, block: bytes, position: int) -> None:
        if block.isascii() and self._lenient is None and not self._strict.getstate()[0]:
            return
        if self._lenient is None:
            waiting = self._strict.getstate()[0]
            try:
                self._strict.decode(block)
            except UnicodeDecodeError as error:
                self.broken_at = position + error.start - len(waiting)
                self._lenient = codecs.getincrementaldecoder("utf-8")("surrogateescape")
                block = waiting + block
        self.ascii_only = False
        if self._lenient is not None:
            text = self._lenient.decode(block)
            bad = len(text.encode("utf-8", "surrogateescape")) - len(text.encode("utf-8", "ignore"))
            self.broken += bad
            self.whole += _high(block) - bad

    def end(self, source: ListFile, position: int) -> None:
        waiting = self._strict.getstate()[0] if self._lenient is None else b""
        if waiting:
            self.broken_at, self.broken = position - len(waiting), self.broken + len(waiting)
        if self.broken_at:
            with source.path.open("rb") as stream:
                left = self.broken_at
                while left > 0 and (block := stream.read(min(BLOCK, left))):
                    self.whole += _high(block)
                    left -= len(block)


def _lines_before(source: ListFile, position: int) -> int:
    """How many line ends stand before a byte."""
    with source.path.open("rb") as stream:
        data = stream.read(position)
    return data.count(b"\n") or data.count(b"\r")


def _high(block: bytes) -> int:
    """How many bytes are over 127."""
    return len(block.translate(None, PLAIN))


def _ends(block: bytes) -> tuple[int, int]:
    """The first and last line end in a block, or -1."""
    first = min((p for p in (block.find(b"\n"), block.find(b"\r")) if p >= 0), default=-1)
    return first, max(block.rfind(b"\n"), block.rfind(b"\r"))


def _binary(head: bytes) -> str:
    """Why these bytes cannot be a text, or nothing."""
    control = len(head) - len(head.translate(None, CONTROL + b"\0"))
    return tr("it holds no text") if control > 16 and control > len(head) * 0.005 else ""


def _wide(head: bytes) -> str | None:
    """The UTF-16 codec that marks or zero bytes point to."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = head[:4096]
    half = max(1, len(sample) // 2)
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd + even < 4:
        return None
    if odd > half * 0.1 and even <= half * 0.02:
        return "utf-16-le"
    if even > half * 0.1 and odd <= half * 0.02:
        return "utf-16-be"
    return None


def wide_codec(facts: ByteFacts) -> str | None:
    """The UTF-16 codec of the file, or None when it is not UTF-16."""
    return _wide(facts.head)
