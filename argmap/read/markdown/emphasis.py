"""Which `*`, `_` and `~~` are emphasis: the delimiter stack of CommonMark 0.31, section 6.2."""

import unicodedata
from dataclasses import dataclass, field
from typing import Protocol


class Stretch(Protocol):
    """Something with a place that can shrink from both ends."""

    start: int
    end: int


@dataclass(slots=True)
class Delimiter:
    """A run of one character. What becomes emphasis is cut off its `stretch`: what is left is text."""

    char: str
    length: int
    can_open: bool
    can_close: bool
    stretch: Stretch


def delimiter(char: str, stretch: Stretch, before: str, after: str) -> Delimiter:
    """A run between two characters (a blank stands for the ends of the text)."""
    left = not after.isspace() and (not _punctuation(after) or before.isspace() or _punctuation(before))
    right = not before.isspace() and (not _punctuation(before) or after.isspace() or _punctuation(after))
    inner = char == "_"  # an underscore inside a word is a letter
    opens = left and (not inner or not right or _punctuation(before))
    closes = right and (not inner or not left or _punctuation(after))
    return Delimiter(char, stretch.end - stretch.start, opens, closes, stretch)


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


@dataclass(slots=True)
class _Stack:
    """Delimiters as a doubly linked list; `floors` say below which index no opener for a closer is to be found."""

    items: list[Delimiter]
    back: list[int]
    forth: list[int]
    floors: dict[tuple[str, bool, int], int] = field(default_factory=dict)
    italics: list[tuple[int, int]] = field(default_factory=list)

    def remove(self, index: int) -> None:
        before, behind = self.back[index], self.forth[index]
        if before >= 0:
            self.forth[before] = behind
        if behind < len(self.items):
            self.back[behind] = before


def match_delimiters(items: list[Delimiter]) -> list[tuple[int, int]]:
    """Pair openers with closers and cut the paired characters off their stretches. Linear time.

    Returns:
        What stands in italics: the stretches between single characters.
    """
    stack = _Stack(items, list(range(-1, len(items) - 1)), list(range(1, len(items) + 1)))
    index = 0
    while index < len(items):
        closer = items[index]
        opener = _opener(stack, index) if closer.can_close else None
        if opener is not None:
            index = _pair(stack, opener, index)
            continue
        if closer.can_close:
            stack.floors[_key(closer)] = stack.back[index]
            if not closer.can_open:
                stack.remove(index)
        index = stack.forth[index]
    return stack.italics


def _key(closer: Delimiter) -> tuple[str, bool, int]:
    return closer.char, closer.can_open, closer.length % 3


def _opener(stack: _Stack, index: int) -> int | None:
    closer = stack.items[index]
    floor = stack.floors.get(_key(closer), -1)
    place = stack.back[index]
    while place > floor:
        opener = stack.items[place]
        if opener.char == closer.char and opener.can_open and _fit(opener, closer):
            return place
        place = stack.back[place]
    return None


def _fit(opener: Delimiter, closer: Delimiter) -> bool:
    """The "multiple of 3" rule; strikeout takes equal runs only."""
    if closer.char == "~":
        return opener.length == closer.length
    both = opener.can_close or closer.can_open
    return not (both and (opener.length + closer.length) % 3 == 0 and (opener.length % 3 or closer.length % 3))


def _pair(stack: _Stack, opener: int, closer: int) -> int:
    """Cut a pair; returns the index at which to go on."""
    first, last = stack.items[opener].stretch, stack.items[closer].stretch
    used = 2 if min(first.end - first.start, last.end - last.start) >= 2 else 1  # noqa: PLR2004 - ** or *
    if used == 1:
        stack.italics.append((first.end, last.start))
    first.end -= used
    last.start += used
    stack.forth[opener], stack.back[closer] = closer, opener
    if first.start == first.end:
        stack.remove(opener)
    if last.start < last.end:
        return closer
    stack.remove(closer)
    return stack.forth[closer]
