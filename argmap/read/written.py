"""Text written anew, for formats whose own text has no lines: blocks and notes as pieces, laid out one behind the other.

The text as read is then what is written here: paragraphs with a blank line between them, then the notes. Markers have no
width.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from argmap.model import Document, Format, Loss, ParagraphKind
from argmap.read.assemble import Parts, RawNote, assemble
from argmap.read.by_hand import with_notes_by_hand
from argmap.read.prose import ProseBuilder, Series


class Italic(str):
    """Words in italics."""

    __slots__ = ()


class Raised(str):
    """Words above the line."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Called:
    """A note called here: `n` is the number as printed."""

    key: str
    n: str
    series: Series = "footnote"


Item = str | Called | Loss
"""What stands in a line: words, a marker, or something that could not be taken along (its place is filled in)."""


@dataclass(slots=True)
class WrittenBlock:
    """A paragraph, or a heading where `level` is not 0; `number` is what a list prints before it."""

    items: list[Item] = field(default_factory=list)
    kind: ParagraphKind = "prose"
    level: int = 0
    number: str = ""


@dataclass(slots=True)
class WrittenNote:
    """A note of one or more paragraphs."""

    key: str
    n: str
    paragraphs: list[list[Item]]
    series: Series = "footnote"
    label: str | None = None


class _Writer:
    def __init__(self) -> None:
        self.chunks: list[str] = []
        self.length = 0
        self.losses: list[Loss] = []
        self.italics: list[tuple[int, int]] = []
        self.raised: list[tuple[int, int]] = []

    def write(self, words: str) -> tuple[int, int]:
        start = self.length
        self.chunks.append(words)
        self.length += len(words)
        return start, self.length

    def separate(self, gap: str) -> None:
        if self.length:
            self.write(gap)

    def items(self, items: Sequence[Item]) -> list[tuple[int, int] | tuple[Called, int]]:
        """Write what stands in a line; returns its pieces with their places."""
        placed: list[tuple[int, int] | tuple[Called, int]] = []
        for item in items:
            if isinstance(item, str):
                placed.append(place := self.write(item))
                if isinstance(item, Italic):
                    self.italics.append(place)
                elif isinstance(item, Raised):
                    self.raised.append(place)
            elif isinstance(item, Called):
                placed.append((item, self.length))
            else:
                self.losses.append(item.model_copy(update={"start": self.length}))
        return placed


_Placed = list[tuple[int, int] | tuple[Called, int]]


def compose(
    form: Format,
    blocks: Sequence[WrittenBlock],
    notes: Sequence[WrittenNote],
    losses: Sequence[Loss] = (),
    title: str | None = None,
) -> Document:
    """Write blocks and notes one behind the other and make the document of them."""
    writer = _Writer()
    placed_blocks: list[_Placed] = []
    for block in blocks:
        if any(not isinstance(item, Loss) for item in block.items):
            writer.separate("\n\n")
        placed_blocks.append(writer.items(block.items))
    placed_notes: list[tuple[int, list[_Placed]]] = []
    for note in notes:
        writer.separate("\n\n")
        start, paragraphs = writer.length, []
        for number, items in enumerate(note.paragraphs):
            if number:
                writer.write("\n")
            paragraphs.append(writer.items(items))
        placed_notes.append((start, paragraphs))
    text = "".join(writer.chunks)
    parts = Parts([], [], [*losses, *writer.losses], title, writer.italics, writer.raised)
    for block, placed in zip(blocks, placed_blocks, strict=True):
        builder = ProseBuilder(text)
        _replay(placed, builder)
        parts.close(builder, block.kind, block.level, block.number)
    for note, (start, paragraphs) in zip(notes, placed_notes, strict=True):
        parts.notes.append(_note(note, start, paragraphs, ProseBuilder(text)))
    with_notes_by_hand(text, parts)
    return assemble(form, text, parts)


def _note(note: WrittenNote, start: int, paragraphs: list[_Placed], builder: ProseBuilder) -> RawNote:
    for placed in paragraphs:
        if placed:
            first = placed[0][1] if isinstance(placed[0][0], Called) else placed[0][0]
            builder.blank(max(first - 1, 0), first)
        _replay(placed, builder)
    calls = tuple(builder.calls)
    return RawNote(note.key, note.n, builder.finish(), start, note.series, note.label, calls)


def _replay(placed: _Placed, builder: ProseBuilder) -> None:
    for first, second in placed:
        if isinstance(first, Called):
            builder.mark(first.key, first.n, second, second, first.series)
        else:
            builder.copy(first, second)
