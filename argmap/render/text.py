"""User text made fit to draw: one line, printable, shortened, wrapped by its measured width."""

import re

from argmap.render.metrics import advance, width, word_advance

# These turn round the order of all that follows, also of other texts; they are nothing to be seen, and go.
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
# What XML 1.0 forbids, what would move the cursor or hide, and what is not text: each becomes a visible replacement.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
# The last two code points of every plane are no characters either.
_REPLACED = _TURNING | {(plane << 16) + last: "\ufffd" for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)}

ELLIPSIS = "…"


def clean(text: str) -> str:
    """The text on one line: runs of white space become one space, characters that cannot be shown U+FFFD."""
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return " ".join(_UNPRINTABLE.sub("\ufffd", line).translate(_REPLACED).split())


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut after a whole word where one ends in the last third, with an ellipsis."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    word_end = head.rfind(" ")
    return (head[:word_end] if word_end > limit * 2 // 3 else head).rstrip(" ,;:.–—-") + ELLIPSIS


def wrap(text: str, limit: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Cleaned text in lines no wider than `limit` points; a word that is too long by itself is broken."""
    room = limit * 1000 / size
    space = advance(" ", bold=bold)
    lines: list[str] = []
    used = 0.0
    for word in text.split(" "):
        length = word_advance(word, bold=bold)
        if lines and used + space + length <= room:
            lines[-1] += " " + word
            used += space + length
        elif length <= room:
            lines.append(word)
            used = length
        else:
            broken = _pieces(word, room, bold=bold)
            lines += (piece for piece, _ in broken)
            used = broken[-1][1]
    return tuple(lines)


def hung(begin: str, text: str, limit: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """As `wrap`, with a mark before the text; its further lines stand below the first one's words, not below the mark."""
    room = width(begin, size, bold=bold)
    first, *further = wrap(text, limit - room, size, bold=bold)
    blank = "\u00a0" * round(room / width(" ", size, bold=bold))
    return begin + first, *(blank + line for line in further)


def _pieces(word: str, room: float, *, bold: bool) -> list[tuple[str, float]]:
    """A long word cut into pieces that fit, each with its width; marks stay with the letter that they stand on."""
    pieces = []
    start, used = 0, 0.0
    for index, character in enumerate(word):
        length = advance(character, bold=bold)
        if used + length > room and index > start and length:
            pieces.append((word[start:index], used))
            start, used = index, 0.0
        used += length
    return [*pieces, (word[start:], used)]
