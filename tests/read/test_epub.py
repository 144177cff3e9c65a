"""EPUB: chapters in the order of the spine, notes across files, and archives that mean harm."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError, BrokenFileError, ProtectedFileError, TooLargeError, TooManyPartsError
from argmap.model import Document
from argmap.read import read
from tests.read.packing import archive
from tests.read.test_properties import holds

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="{}" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>'
)
NOTES = (
    '<section epub:type="endnotes"><h2>Endnotes</h2><ol><li id="note-1"><p>Smith, 12. <a href="c1.xhtml#noteref-1" '
    'epub:type="backlink">↩</a></p></li><li id="note-2"><p>Ibid. <a href="c2.xhtml#noteref-2" epub:type="backlink">↩</a></p></li>'
    "</ol></section>"
)


def chapter(body: str, kind: str = "bodymatter") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>c</title></head>'
        f'<body epub:type="{kind}">{body}</body></html>'
    )


def call(number: int) -> str:
    return f'<a href="endnotes.xhtml#note-{number}" id="noteref-{number}" epub:type="noteref">{number}</a>'


def book(
    chapters: Mapping[str, str],
    spine: Sequence[str] | None = None,
    *,
    guide: str = "",
    extra: Mapping[str, str] | None = None,
    attributes: Mapping[str, str] | None = None,
) -> dict[str, str | bytes]:
    """The parts of an EPUB with these chapters, in the order of the spine or else in their own."""
    attributes = attributes or {}
    items = "".join(
        f'<item id="i{n}" href="text/{name}" media-type="application/xhtml+xml" {attributes.get(name, "")}/>'
        for n, name in enumerate(chapters)
    )
    ids = {name: f"i{n}" for n, name in enumerate(chapters)}
    references = "".join(f'<itemref idref="{ids.get(name, name)}"/>' for name in spine or chapters)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>The Mill</dc:title></metadata><manifest>{items}</manifest><spine>{references}</spine>{guide}</package>"
    )
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER.format("epub/content.opf"),
        "epub/content.opf": package,
        **{f"epub/text/{name}": text for name, text in chapters.items()},
        **(extra or {}),
    }


def epub(parts: Mapping[str, str | bytes]) -> Document:
    document = read(archive(parts), "a.epub")
    holds(document)
    return document


def test_notes_in_a_file_of_their_own() -> None:
    chapters = {
        "c1.xhtml": chapter(f"<section><h2>I</h2><p>One.{call(1)}</p></section>"),
        "c2.xhtml": chapter(f"<section><h2>II</h2><p>Two.{call(2)}</p></section>"),
        "endnotes.xhtml": chapter(NOTES, "backmatter"),
    }
    document = epub(book(chapters))
    assert (document.info.format, document.info.title) == ("epub", "The Mill")
    assert [(item.id, item.text, item.markers) for item in document.sentences] == [
        ("p1.s1", "One.", ("1",)),
        ("p2.s1", "Two.", ("2",)),
    ]
    assert [(note.id, note.kind, note.text) for note in document.notes] == [
        ("1", "endnote", "Smith, 12."),
        ("2", "endnote", "Ibid."),
    ]
    assert [marker.note for marker in document.markers] == ["1", "2"]
    assert [(item.level, item.text, item.before) for item in document.headings] == [(2, "I", "p1"), (2, "II", "p2")]
    assert document.text == "I\n\nOne.\n\nII\n\nTwo.\n\nSmith, 12.\n\nIbid."
    assert document.position(0) is None
    assert not document.losses


def test_the_spine_gives_the_order() -> None:
    chapters = {name: chapter(f"<p>{name[0].upper()}.</p>") for name in ("a.xhtml", "b.xhtml", "c.xhtml")}
    document = epub(book(chapters, ["c.xhtml", "a.xhtml", "gone", "b.xhtml", "c.xhtml"]))
    assert [item.prose.text for item in document.paragraphs] == ["C.", "A.", "B."]
    assert [(loss.what, loss.detail) for loss in document.losses] == [("chapter", "'gone' is named and not there")]


def test_numbers_begin_anew_in_every_chapter() -> None:
    body = (
        '<p>Text.<a href="#fn1" class="footnote-ref" id="fnref1" epub:type="noteref">1</a></p>'
        '<section epub:type="footnotes"><aside id="fn1" epub:type="footnote"><p>Note {}.</p></aside></section>'
    )
    document = epub(book({f"c{number}.xhtml": chapter(body.format(number)) for number in (1, 2, 3)}))
    assert [(note.id, note.kind, note.text) for note in document.notes] == [
        ("1", "footnote", "Note 1."),
        ("1#2", "footnote", "Note 2."),
        ("1#3", "footnote", "Note 3."),
    ]
    assert [marker.note for marker in document.markers] == ["1", "1#2", "1#3"]


def test_links_of_old_books_without_signs() -> None:
    chapters = {
        "c.html": '<html><body><p>One.<a id="r1" href="n.html#n1"><sup>1</sup></a></p></body></html>',
        "n.html": '<html><body><h1>Notes</h1><p><a id="n1" href="c.html#r1">1.</a> Smith.</p></body></html>',
    }
    document = epub(book(chapters))
    assert [(note.n, note.text) for note in document.notes] == [("1", "Smith.")]
    assert [item.markers for item in document.sentences] == [("1",)]
    assert not document.headings


def test_what_is_around_the_text_is_told_by_its_type() -> None:
    chapters = {
        "x1.xhtml": chapter('<section epub:type="titlepage"><h1>The Mill</h1></section>', "frontmatter"),
        "x2.xhtml": chapter('<section epub:type="imprint"><p>Made by hand.</p></section>', "frontmatter"),
        "titlepage.xhtml": chapter("<p>The chapter on title pages.</p>"),
        "x3.xhtml": chapter('<nav epub:type="toc"><ol><li>I</li></ol></nav>'),
        "x4.xhtml": chapter("<p>All rights.</p>"),
    }
    guide = '<guide><reference type="copyright-page" href="text/x4.xhtml"/></guide>'
    document = epub(book(chapters, guide=guide, attributes={"x3.xhtml": 'properties="nav"'}))
    assert [item.prose.text for item in document.paragraphs] == ["The chapter on title pages."]
    assert [(loss.what, loss.detail) for loss in document.losses] == [
        ("title page", "The Mill"),
        ("imprint", "Made by hand."),
        ("imprint", "All rights."),
    ]


def test_protected_books_and_garbled_fonts() -> None:
    encryption = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">'
        '<enc:EncryptedData><enc:EncryptionMethod Algorithm="{}"/><enc:CipherData><enc:CipherReference URI="{}"/></enc:CipherData>'
        "</enc:EncryptedData></encryption>"
    )
    chapters = {"c.xhtml": chapter("<p>One.</p>")}
    drm = encryption.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "epub/text/c.xhtml")
    with pytest.raises(ProtectedFileError, match="encrypted"):
        read(archive(book(chapters, extra={"META-INF/encryption.xml": drm})), "a.epub")
    fonts = encryption.format("http://www.idpf.org/2008/embedding", "epub/fonts/a.otf")
    assert len(epub(book(chapters, extra={"META-INF/encryption.xml": fonts})).paragraphs) == 1


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"mimetype": "application/epub+zip"}, "no META-INF/container.xml"),
        ({"META-INF/container.xml": CONTAINER.format("../../etc/passwd")}, "no package document"),
        ({"META-INF/container.xml": "<container"}, "well-formed"),
        (book({}), "no chapter"),
        ({**book({"c.xhtml": "<p>x</p>"}), "epub/content.opf": "<package/>"}, "no chapter"),
        (
            {**book({"c.xhtml": "<p>x</p>"}), "epub/content.opf": '<!DOCTYPE p [<!ENTITY a "b">]><package/>'},
            "document type",
        ),
    ],
)
def test_broken_books(parts: Mapping[str, str], why: str) -> None:
    with pytest.raises(BrokenFileError, match=why):
        read(archive(parts), "a.epub")


def test_no_archive() -> None:
    with pytest.raises(BrokenFileError, match="no zip archive"):
        read(b"<html>", "a.epub")


def test_links_out_of_the_archive_lead_nowhere() -> None:
    body = '<p>One.<a href="../../../../etc/hostname#n1" epub:type="noteref">1</a></p>'
    document = epub(book({"c.xhtml": chapter(body)}))
    assert [(marker.n, marker.note) for marker in document.markers] == [("1", None)]
    assert [loss.what for loss in document.losses] == ["notes in another file"]


def test_bombs() -> None:
    parts = book({"c.xhtml": chapter("<p>One.</p>")})
    for name, size in (("epub/text/c.xhtml", 33), ("epub/big.bin", 201)):
        buffer = BytesIO(archive({key: value for key, value in parts.items() if key != name}))
        with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as file, file.open(name, "w") as part:
            for _ in range(size):
                part.write(b" " * 1_000_000)
        with pytest.raises(TooLargeError):
            read(buffer.getvalue(), "a.epub")


def test_more_files_than_any_book_has() -> None:
    with pytest.raises(TooManyPartsError, match="files"):
        read(archive({**book({"c.xhtml": ""}), **{f"{n}": "" for n in range(20_001)}}), "a.epub")


def test_a_book_of_many_notes() -> None:
    count = 2_000
    paragraphs = "".join(f"<p>The mill closed in year {n}.{call(n)}</p>" for n in range(1, count + 1))
    items = "".join(
        f'<li id="note-{n}"><p>Smith, {n}. <a href="c1.xhtml#noteref-{n}" epub:type="backlink">↩</a></p></li>'
        for n in range(1, count + 1)
    )
    chapters = {
        "c1.xhtml": chapter(paragraphs),
        "endnotes.xhtml": chapter(f'<section epub:type="endnotes"><ol>{items}</ol></section>'),
    }
    document = read(archive(book(chapters)), "a.epub")
    assert [marker.note for marker in document.markers] == [str(n) for n in range(1, count + 1)]
    assert [note.text for note in document.notes] == [f"Smith, {n}." for n in range(1, count + 1)]


@settings(deadline=None, max_examples=60)
@given(st.binary(min_size=1, max_size=6), st.integers(0, 10_000))
def test_a_damaged_book(noise: bytes, place: int) -> None:
    data = bytearray(archive(book({"c1.xhtml": chapter(f"<p>One.{call(1)}</p>"), "endnotes.xhtml": chapter(NOTES)})))
    place %= len(data)
    data[place : place + len(noise)] = noise
    try:
        document = read(bytes(data), "a.epub")
    except ArgmapError:
        return
    holds(document)


PIECES = st.lists(
    st.sampled_from(["<p>", "Mill closed. ", "&amp;", call(1), call(2), call(9), NOTES, "<h2>", "</li>", "<b>"]),
    max_size=8,
)


@settings(deadline=None, max_examples=60)
@given(PIECES, PIECES)
def test_any_chapters(first: list[str], second: list[str]) -> None:
    chapters = {"c1.xhtml": chapter("".join(first)), "endnotes.xhtml": "".join(second)}
    try:
        document = read(archive(book(chapters)), "a.epub")
    except ArgmapError:
        return
    holds(document)
