"""How wide text runs in Helvetica (Arial and its free copies have the same advance widths), without any font file."""

import unicodedata
from functools import lru_cache

# Advance widths in thousandths of the size, for the characters from space to tilde.
_REGULAR_WIDTHS = """
278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278
584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944
667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500
278 556 500 722 500 500 500 334 260 334 584
"""
_BOLD_WIDTHS = """
278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333
584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944
667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556
333 611 556 778 556 556 500 389 280 389 584
"""
_REGULAR = tuple(map(int, _REGULAR_WIDTHS.split()))
_BOLD = tuple(map(int, _BOLD_WIDTHS.split()))
_PUNCTUATION = {"–": 556, "—": 1000, "‘": 278, "’": 278, "“": 500, "”": 500, "…": 1000, "·": 333, "›": 333}
_WIDE = 1000
_ORDINARY = 30
# Letters that no letter of the tables is the base of, by their widths in Liberation Sans, rounded up.
_LETTERS = {
    **dict.fromkeys("ŒÆЖШЩЮФЫЂЉЊѢǄǅǼ", 1050),
    **dict.fromkeys("œæжшщюмфыљњæǆ", 945),
    **dict.fromkeys("ΩΦΨΘΞОМДѠ", 850),
}
_OTHER = 640  # about the mean of Greek and Cyrillic capitals and small letters, rounded up


@lru_cache(maxsize=4096)
def advance(character: str, *, bold: bool = False) -> int:
    """The advance width of one character, in thousandths of the font size; 0 for marks that stand on another."""
    table = _BOLD if bold else _REGULAR
    index = ord(character) - 32
    if 0 <= index < len(table):
        return table[index]
    if character in _PUNCTUATION:
        return _PUNCTUATION[character]
    if character in _LETTERS:
        return _LETTERS[character]
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return _WIDE
    base = ord(unicodedata.normalize("NFD", character)[0]) - 32
    return table[base] if 0 <= base < len(table) else _OTHER


@lru_cache(maxsize=8192)
def _short_word(word: str, bold: bool) -> int:  # noqa: FBT001 - remembered calls are quicker by position
    return sum(advance(character, bold=bold) for character in word)


def word_advance(word: str, *, bold: bool = False) -> int:
    """The advance width of a word, in thousandths of the font size; those of ordinary words are remembered."""
    if len(word) <= _ORDINARY:
        return _short_word(word, bold)
    return sum(advance(character, bold=bold) for character in word)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line in points, set in `size` points."""
    words = text.split(" ")
    spaces = (len(words) - 1) * advance(" ", bold=bold)
    return (spaces + sum([word_advance(word, bold=bold) for word in words])) * size / 1000
