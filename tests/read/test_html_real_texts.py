"""Pages and books outside of the repository: counts, numbers and ids only."""

import re
from html import unescape
from pathlib import Path

import pytest

from argmap.model import Document, digest
from argmap.read import read
from tests.read.packing import archive
from tests.read.test_epub import book
from tests.read.test_properties import holds

_FIRST = (
    "titlepage",
    "imprint",
    "dedication",
    "epigraph",
    "preface",
    "introduction",
    "translator",
    "halftitle",
    "chapter",
)
_CALL = re.compile(r'<a href="endnotes\.xhtml#(note-\d+)"[^>]*>(\d+)</a>')
_ITEM = re.compile(r'<li id="(note-\d+)"[^>]*>(.*?)\n\t{4}</li>', re.DOTALL)
_LINKS = re.compile(r'<a [^>]*epub:type="(?:backlink|noteref)".*?</a>', re.DOTALL)


def _signature(document: Document) -> list[object]:
    return [
        len(document.paragraphs),
        [(sentence.id, digest(sentence.text), sentence.markers) for sentence in document.sentences],
        [(note.id, note.n, note.kind, digest(note.text)) for note in document.notes],
        [(marker.n, marker.note, marker.sentence) for marker in document.markers],
    ]


@pytest.mark.parametrize("name", ["seed.html", "seed.epub"])
def test_the_essay_is_the_same_text(data: Path, name: str) -> None:
    tika = next((data / "essay").glob("000_*.txt"))
    expected = read(tika.read_bytes(), tika.name)
    document = read((data / "essay" / name).read_bytes(), name)
    assert (len(document.paragraphs), len(document.sentences), len(document.notes), len(document.markers)) == (
        29,
        146,
        26,
        26,
    )
    assert _signature(document) == _signature(expected)
    holds(document)


def _files(folder: Path) -> dict[str, str]:
    """A book's files in their reading order."""

    def place(path: Path) -> tuple[int, int]:
        rank = next((n for n, name in enumerate(_FIRST) if path.stem.startswith(name)), len(_FIRST))
        return rank, int(re.sub(r"\D", "", path.stem) or 0)

    paths = sorted(folder.glob("*.xhtml"), key=place)
    return {path.name: path.read_text(encoding="utf-8") for path in paths}


@pytest.mark.parametrize(
    ("author", "calls", "items"),
    [
        ("friedrich-engels", 142, 142),
        ("john-maynard-keynes", 171, 171),
        ("r-h-tawney", 436, 436),
        ("edward-gibbon", 3650, 0),
    ],
)
def test_every_note_of_a_book(data: Path, author: str, calls: int, items: int) -> None:
    files = _files(next((data / "books").glob(f"{author}*")))
    document = read(archive(book(files)), "book.epub")
    called = [match for text in files.values() for match in _CALL.findall(text)]
    texts = dict(_ITEM.findall(files.get("endnotes.xhtml", "")))
    assert (len(called), len(texts)) == (len(document.markers), len(document.notes)) == (calls, items)
    assert [marker.n for marker in document.markers] == [n for _, n in called]
    assert all((marker.note == marker.n) if items else marker.note is None for marker in document.markers)
    for note in document.notes:
        assert _letters(note.text) == _letters(_words(texts[f"note-{note.n}"]))
    assert "imprint" in {loss.what for loss in document.losses}


def _words(source: str) -> str:
    """What a page says without its links to and from notes."""
    return unescape(re.sub(r"<[^>]*>", "", _LINKS.sub("", source)))


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def test_every_paragraph_of_a_chapter(data: Path) -> None:
    for path in sorted((data / "books").glob("*/chapter-*.xhtml"))[::4]:
        source = path.read_text(encoding="utf-8")
        document = read(source.encode(), path.name)
        body = _words(source[source.index("<body") :])
        read_words = [item.prose.text for item in document.paragraphs] + [item.text for item in document.headings]
        assert sorted(_letters("".join(read_words))) == sorted(_letters(body)), path


def test_endnotes_alone(data: Path) -> None:
    files = sorted((data / "notes" / "se-ibid").glob("*.xhtml"))
    assert len(files) == 8
    for path in files:
        source = path.read_text(encoding="utf-8")
        document = read(source.encode(), path.name)
        assert [note.n for note in document.notes] == [name[5:] for name, _ in _ITEM.findall(source)]
        assert all(note.kind == "endnote" for note in document.notes)
        assert all(marker.note == marker.n and marker.sentence is None for marker in document.markers)
        assert not document.paragraphs
        assert not document.losses
