"""From the pieces that a format's reader found to a `Document`: numbers, ids, sentences, and which marker calls what."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from argmap.model import (
    Document,
    DocumentInfo,
    Format,
    Heading,
    Loss,
    Marker,
    Note,
    Paragraph,
    ParagraphKind,
    Prose,
    Sentence,
    Span,
)
from argmap.read.prose import Call, ProseBuilder, Series
from argmap.read.sentences import split


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a heading where `level` is not 0, with the notes called in it; `number` is a list's ("7.")."""

    prose: Prose
    calls: tuple[Call, ...] = ()
    kind: ParagraphKind = "prose"
    level: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class RawNote:
    """A note's words. `n` is its number as printed; `at` its place in the text, for notes without words."""

    key: str
    n: str
    prose: Prose
    at: int
    series: Series = "footnote"
    label: str | None = None
    calls: tuple[Call, ...] = ()


@dataclass(slots=True)
class Parts:
    """All that a reader found, in order."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[RawNote] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    title: str | None = None
    italics: list[tuple[int, int]] = field(default_factory=list)
    """What stands in italics: stretches of the text as read, in any order; those of what is not read as well."""

    raised: list[tuple[int, int]] = field(default_factory=list)
    """What stands above the line, likewise; of use only where notes were numbered by hand."""

    def close(self, builder: ProseBuilder, kind: ParagraphKind = "prose", level: int = 0, number: str = "") -> None:
        """Add what a builder collected as a block, unless there is nothing in it."""
        prose = builder.finish()
        if prose.text or builder.calls:
            self.blocks.append(Block(prose, tuple(builder.calls), kind, level, number))


def assemble(form: Format, text: str, parts: Parts) -> Document:
    """Number paragraphs, split sentences, name notes and tie every marker to its note and its sentence."""
    notes, names = _named(parts.notes)
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    headings: list[Heading] = []
    markers: list[Marker] = []
    waiting: list[Heading] = []
    for block in parts.blocks:
        here: Sequence[Sentence] = ()
        if block.level and block.prose.text:
            waiting.append(_heading(block))
        elif block.prose.text:
            paragraph = _paragraph(block, f"p{len(paragraphs) + 1}")
            paragraphs.append(paragraph)
            headings.extend(heading.model_copy(update={"before": paragraph.id}) for heading in waiting)
            waiting.clear()
            here = _sentences(paragraph, block.calls, names) if block.kind != "code" else ()
            sentences.extend(here)
        markers.extend(_markers(block.calls, here, names))
    for note in parts.notes:
        markers.extend(_markers(note.calls, (), names))
    return Document(
        info=DocumentInfo(format=form, title=parts.title, text=text),
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        notes=notes,
        markers=tuple(sorted(markers, key=lambda marker: marker.start)),
        headings=(*headings, *waiting),
        losses=tuple(parts.losses),
        italics=joined(parts.italics),
    )


def joined(stretches: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Stretches in order, those that touch or overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            first, last = found.pop()
            found.append((first, max(last, end)))
        else:
            found.append((start, end))
    return tuple(Span(start=start, end=end) for start, end in found)


_Names = dict[tuple[Series, str], tuple[list[int], list[Note]]]


def _named(raw: Iterable[RawNote]) -> tuple[tuple[Note, ...], _Names]:
    """Notes with unique ids, and for every key the notes that bear it, by place."""
    seen: Counter[str] = Counter()
    taken: set[str] = set()
    notes: list[Note] = []
    places: dict[tuple[Series, str], list[tuple[int, Note]]] = {}
    for item in raw:
        seen[item.n] += 1
        name = item.n if seen[item.n] == 1 else f"{item.n}#{seen[item.n]}"
        while name in taken:  # an author may have named a note "7#2" himself
            name += "#"
        taken.add(name)
        note = _note(item, name)
        notes.append(note)
        places.setdefault((item.series, item.key), []).append((note.start, note))
    names: _Names = {}
    for key, found in places.items():
        found.sort(key=lambda pair: pair[0])
        names[key] = ([place for place, _ in found], [note for _, note in found])
    return tuple(notes), names


def _note(raw: RawNote, name: str) -> Note:
    prose = raw.prose
    start, end = _extent(prose, ()) if prose.text else (raw.at, raw.at)
    label = raw.label if raw.label != raw.n else None
    return Note(id=name, n=raw.n, kind=raw.series, label=label, text=prose.text, start=start, end=end, prose=prose)


def _answer(call: Call, names: _Names) -> Note | None:
    """The note a marker calls; of several with one number the next one behind it, else the last one before it."""
    places, notes = names.get((call.series, call.key), ([], []))
    if not notes:
        return None
    return notes[min(bisect_left(places, call.start), len(notes) - 1)]


def _extent(prose: Prose, calls: Iterable[Call]) -> tuple[int, int]:
    span = prose.span(0, len(prose.text))
    starts = [call.start for call in calls]
    ends = [call.end for call in calls]
    return min([span.start, *starts]), max([span.end, *ends])


def _heading(block: Block) -> Heading:
    start, end = _extent(block.prose, block.calls)
    return Heading(level=block.level, text=block.prose.text, start=start, end=end)


def _paragraph(block: Block, name: str) -> Paragraph:
    start, end = _extent(block.prose, block.calls)
    return Paragraph(id=name, start=start, end=end, kind=block.kind, prose=block.prose)


def _sentences(paragraph: Paragraph, calls: Iterable[Call], names: _Names) -> list[Sentence]:
    prose = paragraph.prose
    stretches = split(prose.text)
    called: list[list[str]] = [[] for _ in stretches]
    firsts = [start for start, _ in stretches]
    for call in calls:
        note = _answer(call, names)
        called[_owner(call, firsts)].append(note.n if note else call.n)
    result = []
    for number, ((start, end), markers) in enumerate(zip(stretches, called, strict=True), 1):
        span = prose.span(start, end)
        result.append(
            Sentence(
                id=f"{paragraph.id}.s{number}",
                paragraph=paragraph.id,
                start=span.start,
                end=span.end,
                text=prose.text[start:end],
                markers=tuple(markers),
                at=start,
            )
        )
    return result


def _owner(call: Call, firsts: Sequence[int]) -> int:
    """Index of the sentence that a marker belongs to: the last one that begins before it."""
    return max(bisect_right(firsts, call.at - 1) - 1, 0)


def _markers(calls: Iterable[Call], sentences: Sequence[Sentence], names: _Names) -> list[Marker]:
    firsts = [sentence.at for sentence in sentences]
    markers = []
    for call in calls:
        note = _answer(call, names)
        owner = sentences[_owner(call, firsts)].id if sentences else None
        markers.append(
            Marker(
                n=note.n if note else call.n,
                note=note.id if note else None,
                sentence=owner,
                start=call.start,
                end=call.end,
                at=call.at,
            )
        )
    return markers
