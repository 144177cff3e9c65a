"""The real texts outside of the repository: counts, numbers and ids only."""

import re
import zipfile
from pathlib import Path

import pytest

from argmap.model import Document, digest
from argmap.read import read
from argmap.read.sentences import split
from tests.read.test_properties import holds

_REFERENCE = re.compile(rb"<w:(?:foot|end)noteReference\b")


def _essay(folder: Path, pattern: str) -> Document:
    path = next(folder.glob(pattern))
    return read(path.read_bytes(), str(path))


def _unmarked(text: str) -> str:
    return re.sub(r"\\(?=[^\w\s])", "", text)


def _as_plain(document: Document, width: int) -> str:
    """The essay as plain text with bracketed notes at the end, wrapped, as Pandoc writes it."""
    blocks = []
    for paragraph in document.paragraphs:
        pieces = document.text[paragraph.start : paragraph.end]
        blocks.append(_unmarked(re.sub(r"\[\^(\w+)\]", r"[\1]", pieces)))
    blocks += [f"[{note.n}] {_unmarked(document.text[note.start : note.end])}" for note in document.notes]
    return "\n\n".join(_wrapped(block, width) for block in blocks)


def _wrapped(block: str, width: int) -> str:
    lines = [""]
    for word in block.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def _signature(document: Document) -> list[object]:
    return [
        len(document.paragraphs),
        [(sentence.id, digest(sentence.text), sentence.markers) for sentence in document.sentences],
        [(note.id, note.n, note.kind, digest(note.text)) for note in document.notes],
        [(marker.n, marker.note, marker.sentence) for marker in document.markers],
    ]


def test_four_formats_of_the_essay_are_one_text(data: Path) -> None:
    folder = data / "essay"
    tika = _essay(folder, "000_*.txt")
    markdown = _essay(folder, "seed.md")
    word = _essay(folder, "seed.docx")
    plain = [read(_as_plain(markdown, width).encode(), "essay.txt") for width in (50, 72, 100_000)]
    assert [document.info.format for document in (tika, markdown, word, *plain)] == ["tika", "markdown", "docx"] + [
        "text"
    ] * 3
    assert (len(tika.paragraphs), len(tika.notes), len(tika.markers)) == (29, 26, 26)
    assert [note.n for note in tika.notes] == [str(number) for number in range(1, 27)]
    for document in (markdown, word, *plain):
        assert _signature(document) == _signature(tika)
        holds(document)


def test_every_docx_answers_its_references(data: Path) -> None:
    files = sorted((data / "notes" / "docx-notes").glob("*.docx"))
    assert len(files) >= 27
    for path in files:
        document = read(path.read_bytes(), path.name)
        with zipfile.ZipFile(path) as archive:
            references = len(_REFERENCE.findall(archive.read("word/document.xml")))
        assert len(document.markers) == references, path.name
        assert all(marker.note for marker in document.markers), path.name
        if len(document.sentences) < 1000:
            holds(document)


def test_every_markdown_file_is_read(data: Path) -> None:
    files = sorted((data / "notes" / "pandoc-footnotes").iterdir())
    assert len(files) >= 45
    for path in files:
        holds(read(path.read_bytes(), path.name))


def _boundaries(sentences: list[str]) -> list[int]:
    """How many letters and digits stand before each boundary."""
    counts, total = [], 0
    for sentence in sentences:
        total += sum(char.isalnum() for char in sentence)
        counts.append(total)
    return counts


def _gold(path: Path) -> list[list[str]]:
    paragraphs: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, text = line.partition("\t")
        if text:
            paragraphs.setdefault(name.split(".")[0], []).append(re.sub(r"\{\{\d+\}\}", "", text).strip())
    return list(paragraphs.values())


def _broken_off(before: str, after: str) -> bool:
    """Whether the annotated cut lies inside a sentence, left by words that were taken out ("… 30s.," / "he paid …")."""
    return before.endswith((",", ";")) or after[:1].islower()


@pytest.mark.parametrize("book", ["engels", "gibbon", "keynes", "smithed", "tawney"])
def test_sentence_boundaries_of_annotated_books(data: Path, book: str) -> None:
    found = missed = spurious = 0
    for sentences in _gold(data / "gold" / book / "sentences.tsv"):
        text = " ".join(sentences)
        ends = _boundaries(sentences)
        inside = {
            ends[index]
            for index in range(len(sentences) - 1)
            if not _broken_off(sentences[index], sentences[index + 1])
        }
        mine = set(_boundaries([text[start:end] for start, end in split(text)])[:-1]) - {0, ends[-1]}
        inside -= {0, ends[-1]}
        found += len(inside & mine)
        missed += len(inside - mine)
        spurious += len(mine - set(ends))
    assert found > 80
    assert found / (found + missed) >= 0.97
    assert found / (found + spurious) >= 0.97
