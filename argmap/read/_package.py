"""The zip archive and the XML of an Office Open XML file or an EPUB, opened as what it is: a stranger's."""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import KeysView
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from argmap.errors import BrokenFileError, TooLargeError, TooManyPartsError, UnknownFormatError

MAX_PART = 32_000_000
"""The largest part that is unpacked, in bytes: three times the longest of novels. As a tree it takes 20 to 60 times that."""

_MAX_TAGS = 1_000_000
"""In one part: some 800,000 words as Word writes them, or 170,000 paragraphs of nothing."""

_MAX_PARTS = 20_000
_ENTRY = b"PK\x01\x02"
_MAX_WHOLE = 200_000_000
_BOMB_RATIO = 50
_CHUNK = 1_000_000
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    OverflowError,
    KeyError,
    IndexError,
    MemoryError,
)
_KINDS = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
}


_MIMETYPES = {
    "application/vnd.oasis.opendocument.text": "OpenDocument text, .odt (save it as .docx in your word processor)",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another: its type's last word ("footnotes"), its target, whether that is a part."""

    kind: str
    target: str
    inside: bool


class Package:
    """The parts of a .docx, or of another such archive, by name.

    Raises:
        BrokenFileError, TooLargeError, TooManyPartsError, UnknownFormatError: On opening, and on reading a part.
    """

    def __init__(self, data: bytes, path: str, format_name: str = ".docx") -> None:
        self._path = path
        self._format = format_name
        if data.count(_ENTRY) > _MAX_PARTS:
            raise TooManyPartsError(path, "files in the archive", _MAX_PARTS)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        except _BROKEN as error:
            why = f"the zip archive is damaged or cut short ({_one_line(error)}); if it was sent or downloaded, fetch it again"
            raise self.broken(why) from None
        unpacked = sum(info.file_size for info in self._parts.values())
        if unpacked > _MAX_WHOLE and unpacked > _BOMB_RATIO * len(data):
            raise TooLargeError(path, _MAX_WHOLE)

    @property
    def names(self) -> KeysView[str]:
        """The names of all parts."""
        return self._parts.keys()

    def content(self, name: str) -> bytes:
        """A part as it is.

        Raises:
            KeyError: If there is no such part.
        """
        return self._unpack(self._parts[name])

    def main(self) -> str:
        """The name of the part that holds the text."""
        for relation in self.relations(""):
            known = relation.kind == "officeDocument" and relation.inside and relation.target in self._parts
            if known and not relation.target.startswith(("xl/", "ppt/")):
                return relation.target
        if "word/document.xml" in self._parts:
            return "word/document.xml"
        if any(name.startswith("word/") for name in self._parts):
            why = "it has no word/document.xml"
            raise self.broken(why)
        raise UnknownFormatError(self._path, f"this is {self._other_kind()}")

    def _other_kind(self) -> str:
        """What an archive without a Word document is."""
        if "mimetype" in self._parts:
            kind = self._unpack(self._parts["mimetype"])[:100].decode("ascii", "replace")
            return _MIMETYPES.get(kind.strip(), "a zip archive and no Word document")
        known = (kind for name, kind in _KINDS.items() if name in self._parts)
        return next(known, "a zip archive and no Word document (unpack it first)")

    def relations(self, part: str) -> list[Relation]:
        """What a part links to; "" stands for the package itself."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return []
        found = []
        for item in root.iter("{*}Relationship"):
            target = unquote(item.get("Target", ""))
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            kind = item.get("Type", "").rstrip("/").rpartition("/")[2]
            found.append(Relation(kind, full, item.get("TargetMode") != "External"))
        return found

    def xml(self, name: str, *, with_doctype: bool = False) -> etree._Element | None:
        """The root of a part; None where there is no such part. A document type is refused, unless it declares nothing."""
        info = self._parts.get(name)
        if info is None:
            return None
        data = self._unpack(info)
        if (b"<!DOCTYPE" in data[:100_000] and not with_doctype) or b"<!ENTITY" in data:
            raise self._declares(name)
        if data.count(b"<") > _MAX_TAGS:
            raise TooManyPartsError(self._path, "tags in one part", _MAX_TAGS)
        try:
            root = etree.fromstring(data, _parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            why = f"{name} is not well-formed XML: {_one_line(error)}"
            raise self.broken(why) from None
        if root.getroottree().docinfo.internalDTD is not None and not with_doctype:
            raise self._declares(name)
        return root

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        if info.file_size > MAX_PART:
            raise TooLargeError(self._path, MAX_PART)
        if info.flag_bits & 1:
            why = "it is encrypted"
            raise self.broken(why)
        chunks, size = [], 0
        try:
            with self._zip.open(info) as file:
                while chunk := file.read(_CHUNK):
                    size += len(chunk)
                    if size > MAX_PART:
                        raise TooLargeError(self._path, MAX_PART)
                    chunks.append(chunk)
        except _BROKEN as error:
            why = f"{info.filename} is damaged: {_one_line(error)}"
            raise self.broken(why) from None
        return b"".join(chunks)

    def _declares(self, name: str) -> BrokenFileError:
        return self.broken(f"{name} declares a document type, which no {self._format} does")

    def broken(self, why: str) -> BrokenFileError:
        """The error for a damaged file."""
        return BrokenFileError(self._path, self._format, why)


def _parser() -> etree.XMLParser:
    """A parser that expands nothing, fetches nothing, and keeps libxml2's limits on depth and size."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
