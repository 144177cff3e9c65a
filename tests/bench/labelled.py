"""Sentences that were labelled by the guide of the gold, beside it: chapters of three of its books (`labels/`), by id.

Labels come without the texts: those are read from the books in the data folder, and a checksum of each sentence tells
whether it is still divided as it was when it was labelled.
"""

import csv
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from argmap.model import Citations, Document
from argmap.read import read
from tests.extract.gold import Builder, Label, gold_citations, gold_document, gold_labels

LABELS = Path(__file__).parent / "labels"
GOLD = ("engels", "gibbon", "keynes", "smithed", "tawney")
_BOOKS = {"engels": "friedrich-engels", "keynes": "john-maynard-keynes", "tawney": "r-h-tawney"}
_NOTE = re.compile(r'<li id="note-(\d+)"[^>]*>(.*?)</li>', re.DOTALL)
_CALL = re.compile(r'href="#note-(\d+)"')


class Labelled(NamedTuple):
    """A labelled text: its name, its author, and its notes as the annotators read them."""

    name: str
    author: str
    document: Document
    citations: Citations
    labels: dict[str, Label]


def labelled(data: Path) -> Iterator[Labelled]:
    """The gold, then the chapters."""
    for name in GOLD:
        document, labels = gold_document(data / "gold" / name), gold_labels(data / "gold" / name)
        yield Labelled(name, name, document, gold_citations(document, labels), labels)
    for path in sorted(LABELS.glob("*.tsv")):
        author, _, chapter = path.stem.partition("-")
        document, labels = _part(_chapter(data, author, chapter), path)
        yield Labelled(path.stem, author, document, gold_citations(document, labels), labels)


def _chapter(data: Path, author: str, chapter: str) -> Document:
    """A chapter of a book, its notes behind it."""
    (book,) = (data / "books").glob(f"{_BOOKS[author]}*")
    text = (book / f"{chapter}.xhtml").read_text("utf-8").replace("endnotes.xhtml#", "#")
    notes = dict(_NOTE.findall((book / "endnotes.xhtml").read_text("utf-8")))
    called = dict.fromkeys(_CALL.findall(text))
    listed = "".join(f'<li id="note-{n}" epub:type="endnote">{notes[n]}</li>' for n in called if n in notes)
    behind = f'<section epub:type="endnotes"><ol>{listed}</ol></section></body>'
    return read(text.replace("</body>", behind).encode(), "chapter.xhtml")


def _part(chapter: Document, path: Path) -> tuple[Document, dict[str, Label]]:
    """The labelled paragraphs of a chapter, as a document, and their labels."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file, delimiter="\t")}
    texts = {sentence.id: sentence.text for sentence in chapter.sentences}
    for key, row in rows.items():
        found = hashlib.sha256(texts.get(key, "").encode()).hexdigest()[:8]
        assert found == row["sha256"], f"{path.stem} {key} is divided otherwise than when it was labelled"
    calls: dict[str | None, list[tuple[int, str]]] = {}
    for marker in chapter.markers:
        calls.setdefault(marker.sentence, []).append((marker.at, marker.n))
    builder = Builder()
    grouped: dict[str, list[tuple[str, str]]] = {}
    for key in rows:
        paragraph, serial = key.removeprefix("p").split(".s")
        marks = "".join(f"{{{{{n}}}}}" for _, n in sorted(calls.get(key, [])))
        grouped.setdefault(paragraph, []).append((serial, texts[key] + marks))
    for paragraph, sentences in grouped.items():
        builder.add(paragraph, sentences)
    used = {n for found in calls.values() for _, n in found}
    notes = [(note.n, " ".join(note.text.split())) for note in chapter.notes if note.n in used]
    return builder.document(notes), {key: _label(row) for key, row in rows.items()}


def _label(row: dict[str, str]) -> Label:
    notes = () if row["notes"] == "-" else tuple(row["notes"].split(","))
    speaker = "somebody" if row["attributed"] == "1" else None
    return Label(row["claim"] == "1", row["kind"], speaker, row["needs"] == "1", row["support"], notes)
