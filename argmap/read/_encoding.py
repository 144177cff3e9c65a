"""Bytes to text: UTF-8, or UTF-16 and UTF-32 where they say so themselves. Nothing else is guessed into a text."""

import codecs
import re

from charset_normalizer import from_bytes

from argmap.errors import EncodingError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,500}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:\-]{1,40})"""
    rb"""|<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w.:\-]{1,40})""",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"iso-?8859-?\d{1,2}|latin-?\d|windows-?\d{3,4}|cp-?\d{3,4}|x-cp\d{4}|koi8-?[ru]|mac(?:intosh|-?roman)|x-mac-roman|shift[_-]?jis"
    r"|x-sjis|euc-?(?:jp|kr)|gb(?:2312|k|18030)|big5|iso-2022-jp|us-ascii|ascii",
    re.IGNORECASE,
)
_WINDOWS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
"""What the WHATWG's standard reads under these names, for that is what such files are written in."""

_HEAD = 4096
_CANDIDATES = [
    "cp1252",
    "cp1250",
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1254",
    "mac_roman",
    "shift_jis",
    "gb18030",
    "big5",
    "euc_kr",
]
_NAMES = {
    "cp1252": "WINDOWS-1252",
    "cp1250": "WINDOWS-1250",
    "cp1251": "WINDOWS-1251",
    "cp1253": "WINDOWS-1253",
    "cp1254": "WINDOWS-1254",
    "koi8_r": "KOI8-R",
    "mac_roman": "MACINTOSH",
    "shift_jis": "SHIFT_JIS",
    "gb18030": "GB18030",
    "big5": "BIG5",
    "euc_kr": "EUC-KR",
}
_SAMPLE = 20_000
_WESTERN_SHARE = 0.25
_UTF8_MAJORITY = 2


def decode(data: bytes, path: str) -> str:
    """The text of a file without its byte order mark, otherwise character for character.

    Raises:
        EncodingError: Naming the first bad byte and the encoding that it looks like.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, path, len(mark))
    return _strict(data, "utf-8", path, 0)


def decode_html(data: bytes, path: str) -> str:
    """The text of a page: as `decode` or, where it is no UTF-8, in the encoding that its head declares.

    Raises:
        EncodingError: If it is in neither.
    """
    try:
        return decode(data, path)
    except EncodingError:
        declared = _declared(data)
        if declared is None:
            raise
        try:
            return data.decode(declared)
        except UnicodeDecodeError:
            pass
        raise


def _declared(data: bytes) -> str | None:
    """The encoding that the head of a page declares, by Python's name for it."""
    match = _DECLARED.search(data[:_HEAD])
    label = (match.group(1) or match.group(2)).decode("ascii", "ignore") if match else ""
    if not _LABELS.fullmatch(label):
        return None
    try:
        name = codecs.lookup(label.removeprefix("x-")).name
    except LookupError:
        return None
    return _WINDOWS.get(name, name)


def _strict(data: bytes, encoding: str, path: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        guess = _guess(data, error.start) if encoding == "utf-8" else None
        raise EncodingError(path, error.start + skipped, guess) from None


def _guess(data: bytes, bad: int) -> str | None:
    """The likeliest encoding of bytes that are no UTF-8, by a name that iconv knows; None where none is likely."""
    sample = data[max(0, bad - _SAMPLE // 2) : bad + _SAMPLE // 2]
    if b"\x00" in sample:
        return None
    if _is_damaged_utf8(sample):
        return None
    high = [byte for byte in sample if byte > 0x7F]  # noqa: PLR2004 - the end of ASCII
    if len(high) < _WESTERN_SHARE * len(sample) and _reads_as(sample, "cp1252"):
        # A few accents in Latin text: too few for statistics, and in Western Europe's alphabets the rule.
        return "WINDOWS-1252" if any(byte < 0xA0 for byte in high) else "ISO-8859-1"  # noqa: PLR2004 - C1 in Latin-1
    best = from_bytes(sample, cp_isolation=_CANDIDATES).best()
    return _NAMES.get(best.encoding) if best else None


def _is_damaged_utf8(sample: bytes) -> bool:
    """Whether most of what is not ASCII are characters of UTF-8: a few bad bytes make no other encoding."""
    text = sample.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(not char.isascii() for char in text) - bad
    return good > _UTF8_MAJORITY * bad


def _reads_as(sample: bytes, encoding: str) -> bool:
    try:
        sample.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
