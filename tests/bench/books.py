"""Books in the Standard Ebooks shape as documents: endnotes in one XHTML file, their calls in the chapters.

Only for the benches and opt-in tests; the reader for users is `argmap.read`.
"""

import lzma
import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path

from argmap.model import Document, DocumentInfo, Heading, Marker, Note, Paragraph, Prose, Run, Sentence, Span

Body = list[list[tuple[str, list[int]]]]
"""Chapters of sentences, each with the indexes (from 0) of the notes called in it."""
_NOTE = re.compile(r'<li id="note-(\d+)"[^>]*>(.*?)</li>', re.DOTALL)
_BACKLINK = re.compile(r"<a [^>]*backlink.*?</a>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_ITALIC = re.compile(r"<(/?)(?:i|em)\b[^>]*>")
_BLOCK = re.compile(r"<(p|h2)\b[^>]*>(.*?)</\1>", re.DOTALL)
_CALL = re.compile(r'<a [^>]*id="noteref-(\d+)"[^>]*>.*?</a>', re.DOTALL)
_STOP = re.compile(r"[.?!][”’)]*\s+(?=[A-Z“‘])")
_CLOSING = re.compile(r"\s+([.,;:)»])")
_OPENING = re.compile(r"([(«])\s+")
_PAGED = re.compile(r"(?:ivi|ibid\w*\.?|id\.)[,.]*\s*pp?\.\s*\d", re.IGNORECASE)
_CALLED = re.compile("\x01(\\d+)\x02")


def clean(markup: str) -> str:
    """The words of a stretch of XHTML."""
    text = unescape(_TAG.sub("", _BACKLINK.sub("", markup))).replace("\u2060", "").replace("\xa0", " ")
    return " ".join(text.split())


class Slanted(str):
    """A note's clean text; `italics` are the stretches of it in italics."""

    __slots__ = ("italics",)
    italics: tuple[tuple[int, int], ...]


def endnotes(path: Path) -> list[str]:
    """The clean texts of the notes of an `endnotes.xhtml`, in order; they are `Slanted`."""
    return [_slanted(body) for _, body in _NOTE.findall(path.read_text(encoding="utf-8"))]


def _slanted(markup: str) -> Slanted:
    signed = clean(_ITALIC.sub(lambda tag: "\x04" if tag.group(1) else "\x03", markup))
    found: list[tuple[int, int]] = []
    at = start = 0
    for char in signed:
        if char == "\x03":
            start = at
        elif char == "\x04":
            found.append((start, at))
        else:
            at += 1
    note = Slanted(signed.replace("\x03", "").replace("\x04", ""))
    note.italics = tuple(found)
    return note


def chapters(folder: Path) -> Body:
    """The sentences of each chapter file with the indexes of the notes called in them, a list a file."""
    files = sorted(folder.glob("chapter-*.xhtml"), key=lambda path: int(re.findall(r"\d+", path.stem)[-1]))
    return [_sentences(path.read_text(encoding="utf-8")) for path in files]


def _sentences(markup: str) -> list[tuple[str, list[int]]]:
    found: Body = [[]]
    for _, block in _BLOCK.findall(markup):
        text = clean(_CALL.sub("\x01\\1\x02", block))
        pieces = _STOP.sub(lambda match: match.group() + "\0", text).split("\0")
        worded = ((_CALLED.sub("", piece).strip(), piece) for piece in pieces)
        found[0].extend((words, [int(n) - 1 for n in _CALLED.findall(piece)]) for words, piece in worded if words)
    return found[0]


def document(notes: Iterable[str], body: Body | None = None) -> Document:
    """A document of these notes, numbered from 1, and of a body: chapters of sentences, each a paragraph of its own."""
    made, text = [], ""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    markers: list[Marker] = []
    headings: list[Heading] = []
    for number, chapter in enumerate(body or [], 1):
        title = f"Chapter {number}"
        start = len(text)
        text += title + "\n"
        following = f"p{len(paragraphs) + 1}"
        headings.append(Heading(level=2, text=title, start=start, end=start + len(title), before=following))
        for words, calls in chapter:
            identity = f"p{len(paragraphs) + 1}"
            start, end = len(text), len(text) + len(words)
            text += words + "\n"
            runs = (Run(at=0, length=len(words), start=start, end=end),)
            paragraphs.append(Paragraph(id=identity, start=start, end=end, prose=Prose(text=words, runs=runs)))
            named = tuple(str(call + 1) for call in calls)
            sentences.append(Sentence(id=f"{identity}.s1", paragraph=identity, start=start, end=end, text=words,
                                      markers=named, at=0))  # fmt: skip
            markers.extend(
                Marker(n=n, note=n, sentence=f"{identity}.s1", start=end, end=end, at=len(words)) for n in named
            )
    italics: list[Span] = []
    for index, note in enumerate(notes, 1):
        start, end = len(text), len(text) + len(note)
        slanted = note.italics if isinstance(note, Slanted) else ()
        italics.extend(Span(start=start + one, end=start + other) for one, other in slanted if one < other)
        text += note + "\n"
        around = (Run(at=0, length=len(note), start=start, end=end),) if note else ()
        made.append(
            Note(id=str(index), n=str(index), text=note, start=start, end=end, prose=Prose(text=note, runs=around))
        )
    return Document(info=DocumentInfo(format="text", text=text), notes=tuple(made), paragraphs=tuple(paragraphs),
                    sentences=tuple(sentences), markers=tuple(markers), headings=tuple(headings), italics=tuple(italics))  # fmt: skip


def references(path: Path) -> list[str]:
    """The references of a LinkedBooks file (CoNLL, perhaps xz-compressed), in order, their tokens joined again."""
    raw = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    found: list[list[str]] = []
    for line in raw.decode("utf-8").replace("\r", "\n").split("\n"):
        parts = line.split(" ")
        if len(parts) < 4 or parts[0] == "-DOCSTART-":
            continue
        if parts[2].startswith("b-"):
            found.append([])
        if parts[2] != "o" and found:
            found[-1].append(parts[0])
    return [_CLOSING.sub(r"\1", _OPENING.sub(r"\1", " ".join(tokens))) for tokens in found]


def around_ibids(found: list[str], before: int = 6, behind: int = 3) -> list[str]:
    """Of such references those around each Ibid. that gives a page, in order: notes of one reference each."""
    keep: dict[int, None] = {}
    for index, words in enumerate(found):
        if _PAGED.match(words):
            keep |= dict.fromkeys(range(max(0, index - before), min(len(found), index + behind)))
    return [found[index] for index in keep]
