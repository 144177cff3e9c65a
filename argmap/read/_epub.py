"""EPUB 2 and 3: a zip archive of XHTML chapters, read in the order of its spine as one text.

The text as read is what is taken out: the paragraphs with a blank line between them, then the notes. Notes are found
across the chapters. What is around the text (title page, imprint, contents) is a loss; so are pictures.
"""

import posixpath
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from urllib.parse import unquote

from lxml import etree

from argmap.errors import ProtectedFileError, TooLargeError, TooManyPartsError
from argmap.model import Document, Loss, Prose, Span
from argmap.read._encoding import decode_html
from argmap.read._package import Package
from argmap.read.assemble import joined
from argmap.read.html.flow import Flow
from argmap.read.html.links import raises
from argmap.read.html.reader import elsewhere, recognise, title_of
from argmap.read.html.slanted import italic_classes, italics_of
from argmap.read.html.tree import BLOCKS, MAX_TAGS, Page, parse
from argmap.read.html.unread import GUIDE
from argmap.read.prose import Call
from argmap.read.written import Called, Italic, Item, Raised, WrittenBlock, WrittenNote, compose

_MAX_TEXT = 40_000_000
_MAX_CHAPTERS = 5_000
_CONTENT = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"})
_FONTS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
"""Ways of garbling fonts, which hide no text."""

_DC = "{http://purl.org/dc/elements/1.1/}"


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A part of the book; `around` says what it is if it is not the book's text."""

    name: str
    around: str | None = None


def read_epub(data: bytes, path: str) -> Document:
    """Read an EPUB; offsets count the text that is taken out of it.

    Raises:
        BrokenFileError, TooLargeError, TooManyPartsError: If it cannot be read.
        ProtectedFileError: If its chapters are encrypted.
    """
    package = Package(data, path, ".epub")
    name, root = _book(package)
    chapters, missing = _chapters(package, name, root)
    _refuse_encrypted(package, {chapter.name for chapter in chapters}, path)
    if not chapters:
        why = "its spine names no chapter that is there"
        raise package.broken(why)
    pages = _pages(package, chapters, path)
    notes = recognise(pages)
    slanted = _italic_classes(package, root, posixpath.dirname(name))
    written: list[WrittenBlock] = []
    found: list[WrittenNote] = []
    losses = [Loss(what="chapter", detail=f"'{part[:200]}' is named and not there") for part in missing]
    for number, chapter in enumerate(chapters):
        parts = Flow(notes, number).read()
        italics = joined(italics_of(pages[number], slanted))
        raised = joined(
            (node.inner, node.end) for node in pages[number].nodes if raises(node) and node.name not in BLOCKS
        )
        if chapter.around is None:
            written.extend(
                WrittenBlock(_items(b.prose, b.calls, italics, raised), b.kind, b.level) for b in parts.blocks
            )
            losses.extend(loss.model_copy(update={"start": None}) for loss in parts.losses)
        elif parts.blocks:
            losses.append(Loss(what=chapter.around, detail=parts.blocks[0].prose.text[:200]))
        found.extend(
            WrittenNote(n.key, n.n, [_items(n.prose, n.calls, italics)], n.series, n.label) for n in parts.notes
        )
    losses.extend(elsewhere(notes))
    title = _words(root.find(f".//{_DC}title")) or next((said for page in pages if (said := title_of(page))), None)
    return compose("epub", written, found, losses, title)


def _items(prose: Prose, calls: tuple[Call, ...], italics: Sequence[Span], raised: Sequence[Span] = ()) -> list[Item]:
    """Words and markers in order."""
    items: list[Item] = []
    slanted, lifted = prose.within(italics), prose.within(raised)
    edges = sorted({0, len(prose.text), *(call.at for call in calls), *chain.from_iterable([*slanted, *lifted])})
    waiting = deque(calls)
    for start, end in pairwise([*edges, len(prose.text)]):
        while waiting and waiting[0].at <= start:
            call = waiting.popleft()
            items.append(Called(call.key, call.n, call.series))
        if start < end:
            words = prose.text[start:end]
            items.append(
                Raised(words) if _stands_in(start, lifted) else Italic(words) if _stands_in(start, slanted) else words
            )
    return items


def _stands_in(place: int, stretches: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(stretches, place, key=lambda stretch: stretch[0]) - 1
    return index >= 0 and place < stretches[index][1]


def _book(package: Package) -> tuple[str, etree._Element]:
    """The package document, by its name."""
    container = package.xml("META-INF/container.xml")
    if container is None:
        why = "it has no META-INF/container.xml"
        raise package.broken(why)
    for item in container.iter("{*}rootfile"):
        name = posixpath.normpath(unquote(item.get("full-path", "")))
        root = package.xml(name, with_doctype=True)
        if root is not None:
            return name, root
    why = "its container names no package document that is there"
    raise package.broken(why)


def _italic_classes(package: Package, root: etree._Element, folder: str) -> set[str]:
    """The classes that the book's style sheets set in italics."""
    sheets = {
        _inside(folder, item.get("href", "")) for item in root.iter("{*}item") if item.get("media-type") == "text/css"
    }
    texts = (package.content(sheet).decode("utf-8", "replace") for sheet in sorted(sheets & set(package.names)))
    return {one for text in texts for one in italic_classes(text)}


def _words(element: etree._Element | None) -> str | None:
    return (" ".join((element.text or "").split()) or None) if element is not None else None


def _chapters(package: Package, name: str, root: etree._Element) -> tuple[list[_Chapter], list[str]]:
    """The chapters in the order in which they are read, and the names of those that are not there.

    Chapters outside of the reading order, such as notes that pop up, come last.
    """
    folder = posixpath.dirname(name)
    manifest = {item.get("id", ""): item for item in root.iter("{*}item")}
    around = _guide(folder, root)
    found: dict[str, _Chapter] = {}
    missing = []
    references = sorted(root.iter("{*}itemref"), key=lambda reference: reference.get("linear") == "no")
    for reference in references:
        item = manifest.get(reference.get("idref", ""))
        part = _inside(folder, item.get("href", "")) if item is not None else reference.get("idref", "")
        if item is None or part not in package.names:
            missing.append(part)
        elif item.get("media-type") in _CONTENT:
            said = "table of contents" if "nav" in item.get("properties", "").split() else around.get(part)
            found.setdefault(part, _Chapter(part, said))
    return list(found.values()), missing


def _guide(folder: str, root: etree._Element) -> dict[str, str]:
    """What whole chapters are, by the guide of EPUB 2."""
    return {
        _inside(folder, item.get("href", "")): GUIDE[kind]
        for item in root.iter("{*}reference")
        if (kind := item.get("type", "").lower()) in GUIDE and "#" not in item.get("href", "")
    }


def _inside(folder: str, href: str) -> str:
    """The name of a part to which a link leads."""
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def _refuse_encrypted(package: Package, chapters: set[str], path: str) -> None:
    encryption = package.xml("META-INF/encryption.xml")
    for data in encryption.iter("{*}EncryptedData") if encryption is not None else ():
        method = next((item.get("Algorithm", "") for item in data.iter("{*}EncryptionMethod")), "")
        parts = {_inside("", item.get("URI", "")) for item in data.iter("{*}CipherReference")}
        if method not in _FONTS and parts & chapters:
            raise ProtectedFileError(path, "EPUB")


def _pages(package: Package, chapters: list[_Chapter], path: str) -> list[Page]:
    if len(chapters) > _MAX_CHAPTERS:
        raise TooManyPartsError(path, "chapters", _MAX_CHAPTERS)
    pages: list[Page] = []
    size = tags = 0
    for text, chapter in zip(_texts(package, chapters, path), chapters, strict=True):
        size += len(text)
        if size > _MAX_TEXT:
            raise TooLargeError(path, _MAX_TEXT)
        pages.append(parse(text, chapter.name, path))
        tags += len(pages[-1].nodes)
        if tags > MAX_TAGS:
            raise TooManyPartsError(path, "tags", MAX_TAGS)
    return pages


def _texts(package: Package, chapters: list[_Chapter], path: str) -> Iterator[str]:
    for chapter in chapters:
        yield decode_html(package.content(chapter.name), f"{path}: {chapter.name}").replace("\x00", "")
