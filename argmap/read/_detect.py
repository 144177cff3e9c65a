"""What a file is: by its first bytes, by what stands in it, and only then by its name."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from argmap.errors import BrokenFileError, EmptyFileError, TooLargeError, TooManyPartsError, UnknownFormatError
from argmap.model import Format
from argmap.read._encoding import decode, decode_html
from argmap.read.pandoc.detect import pandoc_format
from argmap.read.plain.reader import has_numbered_notes

ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"

_EPUB_TYPE = b"mimetypeapplication/epub+zip"
_EPUB = b"META-INF/container.xml"
_MIMETYPE, _CONTENT, _WORD = b"mimetype", b"content.xml", b"word/document.xml"
_ZIP_NAME = 60
"""The bytes at a zip's beginning in which its first part's name stands."""


_MAX_TEXT = 20_000_000
"""The largest text, in bytes: ten times the longest of novels."""

_MAX_LINES = 300_000
_HEAD = 2048

_SIGNATURES = (
    (b"{\\rtf", "an RTF file (open it in a word processor and save it as .docx)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word .doc or a file with a password (save it as .docx without one)"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"RIFF", "an image, a film or a sound (RIFF)"),
    (b"BM", "a BMP image"),
    (b"\x1f\x8b", "a gzip archive (unpack it first)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive (unpack it first)"),
    (b"Rar!\x1a\x07", "a RAR archive (unpack it first)"),
    (b"BZh", "a bzip2 archive (unpack it first)"),
    (b"\xfd7zXZ\x00", "an xz archive (unpack it first)"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
)
_WAYS = {
    ".xml": "XML (turn it into Markdown first)",
    ".doc": "an old Word file (save it as .docx)",
    ".rtf": "an RTF file (open it in a word processor and save it as .docx)",
}
_NOT_PACKED = {
    ".docx": "it is no zip archive, which every .docx is",
    ".epub": "it is no zip archive, which every .epub is",
    ".odt": "it is no zip archive, which every .odt is",
    ".pdf": "it does not begin as every PDF does",
}
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".qmd", ".rmd"})

_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht"})
_HTML = re.compile(
    r"\s{0,1000}(?:<\?xml[^<>]{0,300}>\s{0,1000})?(?:(?><!--.{0,2000}?-->)\s{0,1000}){0,9}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_BYTES = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_XML = re.compile(r"\s{0,1000}<\?xml\b")
_TIKA_MARKER = re.compile(r"\[(?:foot|end)noteRef:\s?[^\]\s]{1,12}\]")
_MARKDOWN_NOTE = re.compile(r"^ {0,3}\[\^[^\]\s]{1,80}\]:", re.MULTILINE)
_MARKDOWN_INLINE_NOTE = re.compile(r"\w[.,;!?”’\"]{0,3}\^\[[^\]\s]")
_MARKDOWN_SIGN = re.compile(
    r"\[\^[^\]\s]{1,80}\]|^#{1,6}[ \t]+\S|\]\(https?://|^(?:```|~~~)|\A---[ \t]*\r?\n(?:title|author)\s?:",
    re.MULTILINE,
)


_INVISIBLE = " \t\r\n\x0b\x0c\u00a0\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Recognised:
    """A format, and the decoded text where the format is one of text."""

    format: Format
    text: str = ""


def detect(data: bytes, path: str) -> Recognised:
    """Tell the format and decode it if it is text.

    Raises:
        EmptyFileError, EncodingError, UnknownFormatError, BrokenFileError, TooLargeError, TooManyPartsError: As they say.
    """
    if not data.strip():
        raise EmptyFileError(path)
    suffix = PurePath(path).suffix.lower()
    if data.startswith((ZIP, _EMPTY_ZIP)):
        return Recognised(_packed_format(data, suffix))
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return Recognised("pdf")
    _refuse_binary(data, path)
    _refuse_named(data, suffix, path)
    text = _decoded(data, suffix, path)
    if _HTML.match(text) or (suffix in _HTML_SUFFIXES and not _TIKA_MARKER.search(text)):
        return Recognised("html", text)
    if suffix not in _MARKDOWN_SUFFIXES and not _TIKA_MARKER.search(text) and (form := pandoc_format(text, suffix)):
        return Recognised(form, text)
    _refuse_markup(text, suffix, path)
    return Recognised(_text_format(text, suffix), text)


def _decoded(data: bytes, suffix: str, path: str) -> str:
    if len(data) > _MAX_TEXT:
        raise TooLargeError(path, _MAX_TEXT)
    page = suffix in _HTML_SUFFIXES or _HTML_BYTES.search(data[:_HEAD])
    text = decode_html(data, path) if page else decode(data, path)
    if text.count("\n") > _MAX_LINES:
        raise TooManyPartsError(path, "lines", _MAX_LINES)
    if not text.strip():
        raise EmptyFileError(path)
    _refuse_control_characters(text, path)
    return text


def _packed_format(data: bytes, suffix: str) -> Format:
    if suffix == ".epub" or _EPUB in data or _EPUB_TYPE in data[:200]:
        return "epub"
    open_document = _MIMETYPE in data[:_ZIP_NAME] and _CONTENT in data and _WORD not in data
    return "odt" if suffix == ".odt" or open_document else "docx"


def _refuse_binary(data: bytes, path: str) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature) and not _only_letters(signature, data):
            raise UnknownFormatError(path, f"this is {name}")


def _only_letters(signature: bytes, data: bytes) -> bool:
    """Whether a signature of plain letters ("BM", "RIFF") begins what is in truth a text."""
    return signature.isalnum() and not any(byte in data[:64] for byte in b"\x00\x01\x02\x03\x04")


def _refuse_named(data: bytes, suffix: str, path: str) -> None:
    """Refuse what is named as a packed format and is none."""
    if suffix in _NOT_PACKED:
        if not data[:1000].decode("utf-8", "ignore").strip(_INVISIBLE):
            raise EmptyFileError(path)
        raise BrokenFileError(path, suffix, _NOT_PACKED[suffix])


def _refuse_control_characters(text: str, path: str) -> None:
    head = text[:100_000]
    control = sum(char < " " and char not in "\t\n\r\x0b\x0c\x1a\x1b" for char in head)
    if "\x00" in text or control > len(head) // 100:
        raise UnknownFormatError(path, "this is no text but binary data")


def _refuse_markup(text: str, suffix: str, path: str) -> None:
    way = None
    if _XML.match(text):
        way = _WAYS[".xml"]
    elif suffix in _WAYS and not _TIKA_MARKER.search(text):
        way = _WAYS[suffix]
    if way:
        raise UnknownFormatError(path, f"this looks like {way}")


def _text_format(text: str, suffix: str) -> Format:
    tika = bool(_TIKA_MARKER.search(text))
    if tika and not (suffix in _MARKDOWN_SUFFIXES and _MARKDOWN_NOTE.search(text)):
        return "tika"
    if suffix in _MARKDOWN_SUFFIXES or _MARKDOWN_NOTE.search(text) or _MARKDOWN_INLINE_NOTE.search(text):
        return "markdown"
    # A heading's mark or a stray "[^7]" says less than notes that stand there, numbered by hand.
    return "markdown" if _MARKDOWN_SIGN.search(text) and not has_numbered_notes(text) else "text"
