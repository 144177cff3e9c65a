"""Notes numbered by hand in a .docx: raised or bracketed numbers, and entries at the end."""

import re
from collections.abc import Sequence

from argmap.read.assemble import RawNote
from argmap.read.docx.flow import Paragraph, Reference
from argmap.read.plain.notes import Entry, Line, lay_out
from argmap.read.plain.worded import worded
from argmap.read.prose import ProseBuilder

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LINE = re.compile(r"[^\n]+")
_BELIEVED = 0.5
_MORE = 2


def notes_by_hand(
    text: str, raised: Sequence[Line], paragraphs: Sequence[Paragraph], others: int
) -> tuple[list[Paragraph], list[RawNote]] | None:
    """The paragraphs without the notes, with their calls, and the notes; None where there are none.

    Most of the entries must be called. Beside `others`, the true notes (an author's thanks), each must answer one number,
    and they must be more than twice as many. Raised digits are shown to the reader of plain text as raised characters,
    which are as long, so that every place stays what it is.
    """
    blocks = {paragraph.start: block for paragraph in paragraphs if (block := _lines(text, paragraph))}
    lines = list(blocks.values())
    layout = worded(text, lines) or lay_out(_with_raised(text, raised), lines)
    called = {number for _, number in layout.calls.values()}
    answered = sum(entry.n in called for entry in layout.entries)
    if not answered or answered < _BELIEVED * len(layout.entries):
        return None
    if others and not (answered == len(called) == len(layout.entries) > _MORE * others):
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


def _with_raised(text: str, raised: Sequence[Line]) -> str:
    chunks, at = [], 0
    for start, end in raised:
        chunks += [text[at:start], text[start:end].translate(_RAISED)]
        at = end
    return "".join([*chunks, text[at:]])


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
