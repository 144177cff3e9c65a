"""JATS and OpenDocument: their XML is tagged as a tree before Pandoc gets it."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from argmap.errors import BrokenFileError, TooManyPartsError, UnknownFormatError
from argmap.read._package import Package
from argmap.read.pandoc.tags import Tag, Tagged, Tagger

_MAX_TAGS = 2_000_000
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_ODT_PARTS = ("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml")
_NO_STYLES = (
    f'<office:document-styles xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">'
    "<office:font-face-decls/><office:styles/><office:automatic-styles/><office:master-styles/></office:document-styles>"
)
"""What Pandoc must have; files that programs other than word processors made may lack it."""

_ODT_MIMETYPE = "application/vnd.oasis.opendocument.text"


def tag_odt(data: bytes, path: str) -> Tagged:
    """An .odt with every note's number, sign and series tagged; pictures and everything else that is no text stay out.

    Raises:
        BrokenFileError, TooLargeError, TooManyPartsError: As `Package` does.
        UnknownFormatError: A table or a presentation.
    """
    package = Package(data, path, ".odt")
    content = package.xml("content.xml")
    if content is None:
        why = "it has no content.xml"
        raise BrokenFileError(path, ".odt", why)
    if content.find(f"{{{_OFFICE}}}body/{{{_OFFICE}}}text") is None:
        raise UnknownFormatError(path, "this is an OpenDocument file, but no text")
    tagger = Tagger(etree.tostring(content, encoding="unicode"))
    losses = list(_odt_losses(content))
    for number, note in enumerate(content.iter(f"{{{_TEXT}}}note")):
        _tag_odt_note(note, number, tagger)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _ODT_MIMETYPE, zipfile.ZIP_STORED)
        for name in _ODT_PARTS:
            root = content if name == "content.xml" else package.xml(name)
            if root is not None:
                archive.writestr(name, etree.tostring(root, encoding="UTF-8", xml_declaration=True))
            elif name == "styles.xml":
                archive.writestr(name, _NO_STYLES)
    return Tagged(buffer.getvalue(), "odt", tagger, tuple(losses))


def _tag_odt_note(note: etree._Element, number: int, tagger: Tagger) -> None:
    citation = note.find(f"{{{_TEXT}}}note-citation")
    body = note.find(f"{{{_TEXT}}}note-body")
    if body is None:
        return
    printed = _words(citation) if citation is not None else ""
    series = "endnote" if note.get(f"{{{_TEXT}}}note-class") == "endnote" else "footnote"
    tag = Tag("note", f"{note.get(f'{{{_TEXT}}}id')} {number}", printed[:20] or None, series)  # type: ignore[arg-type]  # one of two
    first = next(body.iter(f"{{{_TEXT}}}p", f"{{{_TEXT}}}h"), None)
    if first is None:
        first = etree.SubElement(body, f"{{{_TEXT}}}p")
    _put_first(first, tagger.tag(tag))


def _put_first(element: etree._Element, words: str) -> None:
    element.text = words + (element.text or "")


def _odt_losses(content: etree._Element) -> Iterator[tuple[str, str]]:
    for comment in content.iter(f"{{{_OFFICE}}}annotation"):
        yield "comment", _words(comment)[:300]
    for region in content.iter(f"{{{_TEXT}}}deletion"):
        if _words(region):
            yield "tracked deletion", "left out; tracked insertions are read as text"
            break


def tag_jats(text: str, path: str) -> Tagged:
    """JATS with every `<fn>` tagged, those that nobody calls called at the end, and the `<ref-list>` as paragraphs.

    Raises:
        BrokenFileError: Not well-formed, or with a document type of its own.
        TooManyPartsError: More elements than argmap takes.
    """
    if text.count("<") > _MAX_TAGS:
        raise TooManyPartsError(path, "tags", _MAX_TAGS)
    root = _jats_root(text, path)
    tagger = Tagger(text)
    _tag_jats_notes(root, tagger)
    for references in root.iter("ref-list"):
        _as_section(references)
    return Tagged(etree.tostring(root, encoding="UTF-8"), "jats", tagger)


def _jats_root(text: str, path: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenFileError(path, "JATS", f"not well-formed XML: {' '.join(str(error).split())[:200]}") from None
    if "<!ENTITY" in text:
        why = "it declares entities of its own"
        raise BrokenFileError(path, "JATS", why)
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = etree.QName(element).localname if "jats" in element.tag[:60] else element.tag
    return root


def _tag_jats_notes(root: etree._Element, tagger: Tagger) -> None:
    called: set[str] = set()
    signs: dict[str, str] = {}
    for call in root.iter("xref"):
        if call.get("ref-type") in {"fn", "table-fn"} and (rid := call.get("rid")):
            called.add(rid)
            signs.setdefault(rid, _words(call)[:20])
    uncalled = []
    for number, note in enumerate(root.iter("fn")):
        key = note.get("id") or f"fn {number}"
        label = note.find("label")
        sign = _words(label)[:20] if label is not None else ""
        if label is not None:
            _remove(label)
        listed = (parent := note.getparent()) is not None and parent.tag in {
            "fn-group",
            "table-wrap-foot",
            "author-notes",
        }
        role = "note" if key in called or not listed else "words"
        first = next(note.iter("p"), None)
        if first is None:
            first = etree.SubElement(note, "p")
        _put_first(first, tagger.tag(Tag(role, key, sign.strip("[]().") or signs.get(key) or None)))  # type: ignore[arg-type]  # one of two
        if role == "words":
            uncalled.append(note)
    _call_at_end(root, uncalled)


def _call_at_end(root: etree._Element, notes: list[etree._Element]) -> None:
    """Pandoc reads a listed note only where it is called: put the uncalled ones into a last paragraph."""
    body = root.find("body")
    if body is None or not notes:
        return
    last = etree.SubElement(body, "p")
    for note in notes:
        _remove(note)
        last.append(note)


def _remove(element: etree._Element) -> None:
    """Take an element out, but not the words behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
        element.tail = None
    parent.remove(element)


def _as_section(references: etree._Element) -> None:
    """A list of references as a section of paragraphs: Pandoc keeps it as data only."""
    references.tag = "sec"
    for reference in references.findall("ref"):
        words = [_reference_words(item) for item in reference if item.tag != "label"]
        tail = reference.tail
        reference.clear()
        reference.tag, reference.tail = "p", tail
        reference.text = " ".join(word for word in words if word)


def _reference_words(citation: etree._Element) -> str:
    """Its words as they stand; those of an `element-citation`, which has none between its fields, with commas."""
    if citation.tag in {"element-citation", "citation-alternatives", "nlm-citation"}:
        fields = [_words(field, " ") for field in citation]
        return ", ".join(field for field in fields if field)
    return _words(citation)


def _words(element: etree._Element, between: str = "") -> str:
    """All words inside an element, white space folded."""
    return " ".join(between.join(str(piece) for piece in element.itertext()).split())
