"""What holds for every document, whatever the bytes."""

from collections.abc import Iterator
from html import unescape
from itertools import accumulate, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.model import Document, Prose
from argmap.read import read
from tests.read.packing import call, docx, notes, paragraph

PIECES = st.lists(
    st.sampled_from(
        [
            "Mill closed. ", "“So?” ", "U.S. ", "word ", "*emph* ", "[^1]", "[^a]", "^[in. line] ", "\n\n", "\n", "> ", "- ", "# ",
            "[^1]: A note.\n", "[^a]: Other.\n\n    More.\n", "[footnoteRef:1]", "[endnoteRef:2]", " [1: note [x] y.] ", "[2: z", "]",
            "[1]", "(1)", "¹", "\n\n[1] Entry.\n", "\n\n1. Entry.\n", "Notes\n\n", "&amp; ", "\\[", "`", "| a | b |\n|---|---|\n| c[^1] | d |\n",
            "---\n", "title: x\n", "<!-- c -->", "<b>", "![i](u) ", "[l](u) ", "\r\n", "\t", "    ", ":::\n", "\u00a0", "\u00ad", "é", "{.x}",
        ]
    ),
    max_size=25,
)  # fmt: skip


def holds(document: Document) -> None:
    """The invariants of a document."""
    size = len(document.text)
    note_ids = [note.id for note in document.notes]
    assert len(set(note_ids)) == len(note_ids)
    assert [paragraph.id for paragraph in document.paragraphs] == [
        f"p{i}" for i in range(1, len(document.paragraphs) + 1)
    ]
    for places in (document.paragraphs, document.sentences, document.notes, document.markers, document.headings):
        assert all(0 <= place.start <= place.end <= size for place in places)
    assert all(loss.start is None or 0 <= loss.start <= size for loss in document.losses)
    assert all(marker.note is None or marker.note in document.note_of for marker in document.markers)
    sentence_ids = {sentence.id for sentence in document.sentences}
    assert all(marker.sentence is None or marker.sentence in sentence_ids for marker in document.markers)
    for item in document.paragraphs:
        _sentences_hold(document, item.id)
        _runs_hold(document, item.prose)
    for note in document.notes:
        assert note.text == note.prose.text
        _runs_hold(document, note.prose)
    _positions_hold(document)


def _runs_hold(document: Document, prose: Prose) -> None:
    """The runs cover the clean text without gaps, in order, and lie in the text as read."""
    at = start = 0
    for run in prose.runs:
        assert run.at == at
        assert start <= run.start <= run.end <= len(document.text)
        at, start = at + run.length, run.start
    assert at == len(prose.text)


def _positions_hold(document: Document) -> None:
    """Line and column lead back to the offset."""
    if not document.has_lines:
        return
    lines = document.text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    offsets = [
        *(s.start for s in document.sentences),
        *(m.start for m in document.markers),
        *(n.start for n in document.notes),
    ]
    for offset in offsets:
        position = document.position(offset)
        assert position is not None
        assert starts[position.line - 1] + position.column - 1 == offset


def _sentences_hold(document: Document, paragraph: str) -> None:
    sentences = document.sentences_of[paragraph]
    prose = document.paragraph_of[paragraph].prose
    assert [sentence.id for sentence in sentences] == [f"{paragraph}.s{i}" for i in range(1, len(sentences) + 1)]
    assert all(first.end <= second.start for first, second in pairwise(sentences))
    for sentence in sentences:
        assert (
            sentence.text == prose.text[sentence.at : sentence.at + len(sentence.text)] == sentence.text.strip() != ""
        )
        called = [marker for marker in document.markers if marker.sentence == sentence.id]
        assert sentence.markers == tuple(marker.n for marker in called)
        _letters_hold(document, sentence.text, sentence.start, sentence.end)


def _letters_hold(document: Document, clean: str, start: int, end: int) -> None:
    """Letters and digits of the clean text stand in the text as read, in order (entities are spelt otherwise)."""
    raw = document.text[start:end]
    assert any(_in_order(clean, iter(spelling)) for spelling in (raw, unescape(raw)))


def _in_order(clean: str, raw: Iterator[str]) -> bool:
    return all(char in raw for char in clean if char.isalnum())


@settings(deadline=None, max_examples=250)
@given(PIECES, st.sampled_from(["a.md", "a.txt", "-"]))
def test_any_text(pieces: list[str], path: str) -> None:
    try:
        document = read("".join(pieces).encode(), path)
    except ArgmapError:
        return
    holds(document)


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=300), st.sampled_from(["a.md", "a.txt", "a.docx", "-", "a"]))
def test_any_bytes(data: bytes, path: str) -> None:
    try:
        document = read(data, path)
    except ArgmapError:
        return
    holds(document)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200), st.sampled_from(["a.md", "a.txt", "-"]))
def test_any_characters(text: str, path: str) -> None:
    try:
        document = read(text.encode("utf-8", "replace"), path)
    except ArgmapError:
        return
    holds(document)


@settings(deadline=None, max_examples=100)
@given(st.binary(min_size=1, max_size=6), st.integers(0, 10_000))
def test_a_damaged_docx(noise: bytes, place: int) -> None:
    data = bytearray(docx(paragraph("One.", call(1)), {"footnotes": notes("footnote", {1: "A."})}))
    place %= len(data)
    data[place : place + len(noise)] = noise
    try:
        document = read(bytes(data), "a.docx")
    except ArgmapError:
        return
    holds(document)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.lists(st.sampled_from(["Mill closed. ", "“So?” ", "U.S. ", "x", "1", "2", "3", " "]), max_size=6), max_size=5
    )
)
def test_any_docx(content: list[list[str]]) -> None:
    body = "".join(paragraph(*(call(int(run)) if run.isdigit() else run for run in runs)) for runs in content)
    try:
        document = read(docx(body, {"footnotes": notes("footnote", {1: "A.", 2: "B. C."})}), "a.docx")
    except ArgmapError:
        return
    holds(document)


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.lists(st.sampled_from(["mill", "town", "closed", "River"]), min_size=1, max_size=8), min_size=1, max_size=5
    )
)
def test_plain_words_stand_where_they_say(content: list[list[str]]) -> None:
    text = "\n\n".join(" ".join(["The", *sentence]) + "." for sentence in content) + "\n"
    for path in ("a.md", "a.txt"):
        document = read(text.encode(), path)
        assert [text[sentence.start : sentence.end] for sentence in document.sentences] == [
            sentence.text for sentence in document.sentences
        ]
        assert len(document.paragraphs) == len(content)
