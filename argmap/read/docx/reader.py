"""Word's .docx: an Office Open XML package (ECMA-376), read part by part.

The text as read is what is taken out: the paragraphs with a blank line between them, then the notes. Tracked insertions
are text, deletions are not. Markers have no width. What is no running text (images, text boxes, comments) is a loss.
"""

from collections import Counter

from lxml import etree

from argmap.model import Document, Loss
from argmap.read._note_numbers import NoteCounter
from argmap.read._package import Package
from argmap.read.assemble import Parts, RawNote, assemble
from argmap.read.docx.by_hand import notes_by_hand
from argmap.read.docx.flow import Flow, Paragraph
from argmap.read.docx.numbering import Numbering
from argmap.read.docx.shapes import told_by_shape
from argmap.read.docx.styles import Styles
from argmap.read.docx.wordml import attribute, child, name_of
from argmap.read.prose import ProseBuilder, Series

_SERIES: tuple[Series, ...] = ("footnote", "endnote")
_PARTS = ("footnotes", "endnotes", "settings", "styles", "comments", "numbering")
_Note = tuple[str, str, Series, list[Paragraph], int]


def read_docx(data: bytes, path: str) -> Document:
    """Read a .docx; offsets count the text that is taken out of it.

    Raises:
        BrokenFileError, TooLargeError, UnknownFormatError: If it cannot be read.
    """
    package = Package(data, path)
    main = package.main()
    related: dict[str, str] = {}
    for relation in package.relations(main):
        if relation.inside:
            related.setdefault(relation.kind, relation.target)
    roots = {kind: package.xml(related[kind]) for kind in _PARTS if kind in related}
    document = package.xml(main)
    body = child(document, "body")
    if document is None or body is None:
        why = "its main part holds no body"
        raise package.broken(why)
    counters = {series: NoteCounter(series, roots.get("settings"), body) for series in _SERIES}
    numbering = Numbering(roots.get("numbering"))
    flow = Flow(Styles(roots.get("styles")), numbering, counters, _comments(roots.get("comments")))
    flow.walk(body)
    called = {series: flow.numbers(series) for series in _SERIES}
    found = [note for series in _SERIES for note in _notes(roots.get(f"{series}s"), series, called[series], flow)]
    parts = _parts(flow, found)
    parts.title = flow.title or _core_title(package)
    parts.losses.extend(_page_losses(package, main))
    parts.losses.extend(_numbering_losses(counters))
    return assemble("docx", flow.text, parts)


def _notes(root: etree._Element | None, series: Series, numbers: dict[str, str], flow: Flow) -> list[_Note]:
    """The notes of a part in the order in which they are called, uncalled ones last; their words go to the flow."""
    elements: dict[str, etree._Element] = {}
    for element in root if root is not None else ():
        key = attribute(element, "id")
        if name_of(element) == series and key is not None and attribute(element, "type") in {None, "normal"}:
            elements.setdefault(key, element)
    order = [key for key in numbers if key in elements] + [
        key for key in elements if key not in numbers and not flow.is_deleted(series, key)
    ]
    found = []
    for key in order:
        start, paragraphs = flow.walk_note(elements[key])
        found.append((key, numbers.get(key, key), series, paragraphs, start))
    return found


def _parts(flow: Flow, notes: list[_Note]) -> Parts:
    parts, text = Parts(losses=flow.losses, italics=flow.italics), flow.text
    paragraphs = flow.paragraphs
    if by_hand := notes_by_hand(text, flow.raised, paragraphs, len(notes)):
        paragraphs, parts.notes = by_hand
    for paragraph, style in zip(paragraphs, told_by_shape(text, paragraphs), strict=True):
        builder = ProseBuilder(text)
        paragraph.replay(text, builder)
        parts.close(builder, style.kind, 1 if style.title else style.level)
    for key, n, series, paragraphs, start in notes:
        builder = ProseBuilder(text)
        for number, paragraph in enumerate(paragraphs):
            if number:
                builder.blank(paragraph.start - 1, paragraph.start)
            if not number and flow.has_sign(series, key):
                paragraph.drop_sign(text, n)
            paragraph.replay(text, builder)
        parts.notes.append(RawNote(key, n, builder.finish(), start, series, None, tuple(builder.calls)))
    return parts


def _comments(root: etree._Element | None) -> dict[str, str]:
    """The words of every comment, by id."""
    words: dict[str, str] = {}
    for comment in root if root is not None else ():
        text = "".join(item.text or "" for item in comment.iter("{*}t"))
        words[attribute(comment, "id") or ""] = f"{attribute(comment, 'author') or 'somebody'}: {text}"[:300]
    return words


def _core_title(package: Package) -> str | None:
    for relation in package.relations(""):
        if relation.kind == "core-properties" and relation.inside:
            root = package.xml(relation.target)
            title = root.findtext("{http://purl.org/dc/elements/1.1/}title") if root is not None else None
            return " ".join(title.split()) or None if title else None
    return None


def _page_losses(package: Package, main: str) -> list[Loss]:
    """Page headers and footers with words in them, each wording once."""
    found: Counter[tuple[str, str]] = Counter()
    for relation in package.relations(main):
        if relation.kind in {"header", "footer"} and relation.inside:
            root = package.xml(relation.target)
            text = " ".join("".join(item.text or "" for item in root.iter("{*}t")).split()) if root is not None else ""
            if any(char.isalpha() for char in text):
                found[f"page {relation.kind}", text[:200]] += 1
    return [Loss(what=what, detail=detail) for what, detail in found]


def _numbering_losses(counters: dict[Series, NoteCounter]) -> list[Loss]:
    """What is to be said where numbers begin anew on every page, which only the laid-out page knows."""
    begun, counted = "numbers begin anew on every page", "counted through, for the file notes no page breaks"
    noted = "taken from the page breaks that Word noted when it last laid the text out"
    return [
        Loss(what=f"{series} numbering", detail=f"{begun}: {noted if counters[series].saw_pages else counted}")
        for series in _SERIES
        if counters[series].by_page
    ]
