"""What the characters of a PDF mean where its fonts say it badly: ligatures, TeX's own codes, expert sets, loose accents.

TeX's old bitmap fonts name no characters, so that their codes are all there is: those of Knuth's layout (OT1) or of the
Cork one (T1), told apart by where the ligatures are. Adobe's expert sets put old-style figures and small capitals into
the area for private use, word processors the bullets of their symbol fonts. TeX prints many an accented letter as an
accent and a letter, one over the other.
"""

import unicodedata
from collections.abc import Mapping
from typing import Literal

Layout = Literal["unicode", "ot1", "t1"]
_Table = Mapping[str, str]

_HYPHENS = "\x02\u00ad\u2010\u2011"
"""PDFium's sign for a hyphen at a line end, and hyphens that stand on the page as any other."""

_OT1_LIGATURES = "\x0b\x0c\r\x0e\x0f"
_T1_LIGATURES = "\x1b\x1c\x1d\x1e\x1f"
_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl")
_OT1: _Table = {
    **dict(zip(_OT1_LIGATURES, _LIGATURES, strict=True)),
    **dict(zip("\x10\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f", "ı`´ˇ˘¯˚¸ßæœøÆŒØ", strict=True)),
    **dict(zip('\\"{|_}\x7f', "“”–—˙˝¨", strict=True)),
}
_T1: _Table = {
    **dict(zip(_T1_LIGATURES, _LIGATURES, strict=True)),
    **dict(zip("\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x19\x7f", "‚‹›“”„«»–—ı-", strict=True)),
}
_TABLES: Mapping[Layout, _Table] = {"unicode": {}, "ot1": _OT1, "t1": _T1}
_EXPERT: _Table = {
    **{chr(0xF730 + digit): str(digit) for digit in range(10)},
    **{chr(0xF761 + letter): chr(ord("a") + letter) for letter in range(26)},
    **dict(zip("\uf0b7\uf0a7\uf0d8\uf0a8", "•▪‣◦", strict=True)),
}
_COMBINING: _Table = dict(zip("`´ˆ^˜~¯˘˙¨˚˝ˇ¸˛", map(chr, (
    0x300, 0x301, 0x302, 0x302, 0x303, 0x303, 0x304, 0x306, 0x307, 0x308, 0x30A, 0x30B, 0x30C, 0x327, 0x328,
)), strict=True))  # fmt: skip
_PRESENTATION = range(0xFB00, 0xFB07)
_MEANINGLESS = frozenset({"Cc", "Cs", "Cn", "Co"})


def layout_of(text: str, before: Layout) -> Layout:
    """Which layout a page's nameless codes have; that of the page before where it has none."""
    knuth = sum(text.count(char) for char in _OT1_LIGATURES)
    cork = sum(text.count(char) for char in (*_T1_LIGATURES, "\x10", "\x11"))
    if not knuth and not cork:
        return before
    return "ot1" if knuth >= cork else "t1"


def meaning(char: str, layout: Layout) -> str | None:
    """What a character says; None for one whose font alone knows it."""
    if char in _HYPHENS:
        return "-"
    if ord(char) in _PRESENTATION:
        return unicodedata.normalize("NFKC", char)
    known = _TABLES[layout].get(char) or _EXPERT.get(char)
    if known:
        return known
    return None if unicodedata.category(char) in _MEANINGLESS else char


def accented(accent: str, letter: str) -> str | None:
    """An accent over a letter as one character; None where they are no such pair."""
    mark = _COMBINING.get(accent)
    if mark is None or len(letter) != 1 or not letter.isalpha():
        return None
    whole = unicodedata.normalize("NFC", {"ı": "i", "ȷ": "j"}.get(letter, letter) + mark)
    return whole if len(whole) == 1 else None
