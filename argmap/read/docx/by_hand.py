"""Notes numbered by hand in a .docx: raised or bracketed numbers, and entries at the end."""

import re
from collections.abc import Sequence

from argmap.read.assemble import RawNote
from argmap.read.docx.flow import Paragraph, Reference
from argmap.read.plain.notes import Entry, Line
from argmap.read.plain.typed import typed_layout
from argmap.read.prose import ProseBuilder

_LINE = re.compile(r"[^\n]+")


def notes_by_hand(
    text: str, raised: Sequence[Line], paragraphs: Sequence[Paragraph], others: int
) -> tuple[list[Paragraph], list[RawNote]] | None:
    """The paragraphs without the notes, with their calls, and the notes; None where there are none.

    `raised` is what stands above the line; `others` counts Word's own notes.
    """
    blocks = {paragraph.start: block for paragraph in paragraphs if (block := _lines(text, paragraph))}
    headings = frozenset(paragraph.start for paragraph in paragraphs if paragraph.style.level or paragraph.style.title)
    quotations = frozenset(paragraph.start for paragraph in paragraphs if paragraph.style.kind == "quote")
    layout = typed_layout(text, list(blocks.values()), raised, others, headings=headings, quotations=quotations)
    if layout is None:
        return None
    kept = {block[0][0] for block in layout.body}
    body = [paragraph for paragraph in paragraphs if paragraph.start in kept]
    for paragraph in body:
        _put_calls(paragraph, layout.calls)
    return body, [_note(text, entry) for entry in layout.entries]


def _lines(text: str, paragraph: Paragraph) -> list[Line]:
    """The lines of a paragraph; its first begins where the paragraph does."""
    places = [piece for piece in paragraph.pieces if not isinstance(piece, Reference)]
    if not places or not text[places[0][0] : places[-1][1]].strip():
        return []
    return [match.span() for match in _LINE.finditer(text, paragraph.start, places[-1][1])]


def _put_calls(paragraph: Paragraph, calls: dict[int, tuple[int, str]]) -> None:
    """Part the pieces of a paragraph where notes are called."""
    pieces: list[tuple[int, int] | Reference] = []
    skipped = 0
    for piece in paragraph.pieces:
        if isinstance(piece, Reference):
            pieces.append(piece)
            continue
        start = max(piece[0], skipped)
        for at in range(start, piece[1]):
            if at in calls and at >= skipped:
                skipped, number = calls[at]
                pieces += [(start, at), Reference(_key(number), number, "footnote", at)]
                start = skipped
        pieces.append((min(start, piece[1]), piece[1]))
    paragraph.pieces = [piece for piece in pieces if isinstance(piece, Reference) or piece[0] < piece[1]]


def _note(text: str, entry: Entry) -> RawNote:
    builder = ProseBuilder(text)
    for start, end in entry.lines:
        builder.blank(max(start - 1, 0), start)
        builder.copy(start, end)
    return RawNote(_key(entry.n), entry.n, builder.finish(), entry.at)


def _key(number: str) -> str:
    """A name that no note of Word's has."""
    return f"by hand {number}"
