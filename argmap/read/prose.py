"""Building clean text that remembers where each character stood."""

import re
from dataclasses import dataclass
from typing import Literal

from argmap.model import Prose, Run

Series = Literal["footnote", "endnote"]

# Words with a single blank between them are one piece: nothing in it has to be folded. The group is not possessive, for
# Python before 3.11.5 keeps the blank of a repetition that failed.
_PIECE = re.compile(
    r"[^\s\u00ad\u200b\u2060\ufeff]++(?: [^\s\u00ad\u200b\u2060\ufeff]++)*|\s++|[\u00ad\u200b\u2060\ufeff]++"
)
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_CLOSING = frozenset(".,;:!?)]}”’»")
_SENTENCE_END = frozenset(".!?…)]”’»\"'")


@dataclass(frozen=True, slots=True)
class Call:
    """A note called in the text: `key` is the reader's name for the note, `n` what is printed if nothing answers."""

    key: str
    n: str
    at: int
    start: int
    end: int
    series: Series = "footnote"


class ProseBuilder:
    """Collects clean text piece by piece, left to right, from a text as read.

    White space is folded to one blank and trimmed at both ends; characters that nobody sees (soft hyphens, zero-width
    spaces) are left out; a marker leaves no gap behind.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, int, int, int]] = []
        self._blank: tuple[int, int] | None = None
        self._marked: tuple[int, int] | None = None
        self._gap_before_mark = False
        self.calls: list[Call] = []

    def copy(self, start: int, end: int) -> None:
        """Take `[start, end)` of the text as it stands, white space folded."""
        for piece in _PIECE.finditer(self._text, start, end):
            word = piece.group()
            if word[0].isspace():
                self.blank(*piece.span())
            elif word[0] not in _INVISIBLE:
                self._flush(word[0])
                self._add(word, *piece.span())

    def put(self, clean: str, start: int, end: int) -> None:
        """Let `clean` stand for `[start, end)`, indivisibly: an entity, an escape."""
        if not clean:
            return
        if clean.isspace():
            self.blank(start, end)
            return
        self._flush(clean[0])
        self._add(clean, start, end, exact=len(clean) == end - start)

    def blank(self, start: int, end: int) -> None:
        """White space at `[start, end)`; it is written when something follows."""
        self._blank = (self._blank[0] if self._blank and self._marked is None else start, end)

    def mark(self, key: str, n: str, start: int, end: int, series: Series = "footnote") -> None:
        """Note a marker at `[start, end)` of the text as read."""
        self.calls.append(Call(key, n, self._length, start, end, series))
        if self._marked is None:
            self._gap_before_mark = self._blank is not None
        self._marked = (start, end)

    def finish(self) -> Prose:
        """The prose collected so far."""
        runs = tuple(Run(at=at, length=length, start=start, end=end) for at, length, start, end in self._runs)
        return Prose(text="".join(self._parts), runs=runs)

    def _flush(self, following: str) -> None:
        """Write the pending blank, if it is one that a reader would see."""
        blank, marked = self._blank, self._marked
        self._blank = self._marked = None
        if not self._length:
            return
        if blank is not None:
            dropped = marked is not None and self._gap_before_mark and following in _CLOSING
            if not dropped:
                self._add(" ", *blank)
        elif marked is not None and following.isupper() and self._parts[-1][-1] in _SENTENCE_END:
            self._add(" ", *marked)

    def _add(self, clean: str, start: int, end: int, *, exact: bool = True) -> None:
        length = len(clean)
        exact = exact and length == end - start
        if exact and self._runs:
            at, run, first, last = self._runs[-1]
            if last == start and run == last - first:
                self._runs[-1] = (at, run + length, first, end)
                self._parts.append(clean)
                self._length += length
                return
        self._runs.append((self._length, length, start, end))
        self._parts.append(clean)
        self._length += length
