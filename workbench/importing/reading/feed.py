"""The lines of a text file, given to a reader of rows and taken back where a quotation mark that never closes swallowed them."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence


class Feed:
    """Gives lines, remembers those given since `taken` was cleared, and gives again what is put back."""

    def __init__(self, text: Iterable[str]) -> None:
        """`text` is read once."""
        self.taken: list[str] = []
        self._text = iter(text)
        self._back: deque[str] = deque()

    def lines(self) -> Iterator[str]:
        """The lines that come next."""
        while True:
            line = self._back.popleft() if self._back else next(self._text, None)
            if line is None:
                return
            self.taken.append(line)
            yield line

    def put_back(self, lines: Sequence[str]) -> None:
        """Give these lines once more, before those that follow."""
        self._back.extendleft(reversed(lines))
