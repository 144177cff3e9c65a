"""Notes numbered by hand in a text whose format has notes of its own, and that uses none."""

import re
from collections.abc import Callable

from argmap.model import Prose
from argmap.read.assemble import Block, Parts, RawNote, joined
from argmap.read.plain.notes import Entry, Line
from argmap.read.plain.typed import typed_layout
from argmap.read.prose import ProseBuilder

_BLANK = re.compile(" ")
_SPACE = re.compile(r"\s")


def with_notes_by_hand(text: str, parts: Parts) -> None:
    """Find such notes in what a reader found, where it found no notes and nothing that calls any.

    Args:
        text: The text as read.
        parts: What was found; its blocks and notes are changed.
    """
    if parts.notes or any(block.calls for block in parts.blocks):
        return
    shown = _Shown(text, parts)
    layout = typed_layout(
        shown.text,
        shown.lines,
        shown.raised,
        headings=shown.places(lambda block: block.level > 0),
        quotations=shown.places(lambda block: block.kind == "quote"),
    )
    if layout is None:
        return
    kept = {block[0][0] for block in layout.body}
    calls: dict[int, list[tuple[int, int, str]]] = {}
    for start, (end, number) in sorted(layout.calls.items()):
        index = shown.block_at(start)
        first = shown.firsts[index]
        calls.setdefault(index, []).append((start - first, end - first, number))
    parts.notes = [shown.note(entry) for entry in layout.entries]
    parts.blocks = [
        _with_calls(text, block, calls.get(index, []))
        for index, block in enumerate(parts.blocks)
        if index not in shown.starts or shown.starts[index] in kept
    ]


class _Shown:
    """The blocks as lines of a plain text, the numbers of lists before them."""

    def __init__(self, text: str, parts: Parts) -> None:
        self._text = text
        self._blocks = parts.blocks
        self.lines: list[list[Line]] = []
        self.raised: list[Line] = []
        self.firsts: dict[int, int] = {}
        """Where the words of a block begin."""
        self.starts: dict[int, int] = {}
        """Where a block begins, with its number."""
        self._owners: dict[int, int] = {}
        raised = joined(parts.raised)
        chunks, length = [], 0
        for index, block in enumerate(parts.blocks):
            if block.kind == "code" or not block.prose.text:
                continue
            label = f"{block.number} " if block.number else ""
            self.starts[index], self.firsts[index] = length, length + len(label)
            self.raised += [(length + len(label) + a, length + len(label) + b) for a, b in block.prose.within(raised)]
            breaks = _breaks(text, block.prose)
            chunks.append(f"{label}{_broken(block.prose.text, breaks)}\n\n")
            ends = [length + len(label) + place for place in breaks] + [length + len(chunks[-1]) - 2]
            self.lines.append(list(zip([length, *(end + 1 for end in ends)], ends, strict=False)))
            length += len(chunks[-1])
        self.text = "".join(chunks)
        self._ends = sorted((start, index) for index, start in self.starts.items())

    def block_at(self, place: int) -> int:
        """The block in which a place of the shown text is."""
        low, high = 0, len(self._ends)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._ends[middle][0] <= place else (low, middle)
        return self._ends[low][1]

    def places(self, wanted: Callable[[Block], bool]) -> frozenset[int]:
        """Where the blocks begin that are wanted."""
        return frozenset(start for index, start in self.starts.items() if wanted(self._blocks[index]))

    def note(self, entry: Entry) -> RawNote:
        """A note by its lines."""
        builder = ProseBuilder(self._text)
        at = 0
        for number, (start, end) in enumerate(entry.lines):
            index = self.block_at(start)
            prose, first = self._blocks[index].prose, self.firsts[index]
            if number:
                place = prose.span(max(start - first, 0), end - first).start
                builder.blank(max(place - 1, 0), place)
            else:
                at = prose.runs[0].start
            _copy(self._text, prose, max(start - first, 0), end - first, builder)
        return RawNote(entry.n, entry.n, builder.finish(), at)


def _breaks(text: str, prose: Prose) -> list[int]:
    """The blanks of some prose that are line breaks in the text as read."""
    found = []
    for run in prose.runs:
        exact = run.length == run.end - run.start
        for blank in _BLANK.finditer(prose.text, run.at, run.at + run.length):
            start = run.start + blank.start() - run.at if exact else run.start
            if "\n" in text[start : start + 1 if exact else run.end]:
                found.append(blank.start())
    return found


def _broken(words: str, breaks: list[int]) -> str:
    chunks = [words[start:end] for start, end in zip([0, *(end + 1 for end in breaks)], [*breaks, None], strict=True)]
    return "\n".join(chunks)


def _with_calls(text: str, block: Block, calls: list[tuple[int, int, str]]) -> Block:
    """A block with its calls in the place of their signs."""
    if not calls:
        return block
    builder = ProseBuilder(text)
    at = 0
    for start, end, number in calls:
        _copy(text, block.prose, at, start, builder)
        span = block.prose.span(start, end)
        builder.mark(number, number, span.start, span.end)
        at = end
    _copy(text, block.prose, at, len(block.prose.text), builder)
    return Block(builder.finish(), tuple(builder.calls), block.kind, block.level)


def _copy(text: str, prose: Prose, low: int, high: int, builder: ProseBuilder) -> None:
    """Tell a builder what stands in a stretch of prose."""
    for run in prose.runs:
        first, last = max(run.at, low), min(run.at + run.length, high)
        if first >= last:
            continue
        clean = prose.text[first:last]
        if run.length != run.end - run.start:
            builder.put(clean, run.start, run.end)
            continue
        start, end = run.start + first - run.at, run.start + last - run.at
        if _SPACE.sub(" ", text[start:end]) == clean:
            builder.copy(start, end)
        else:
            builder.put(clean, start, end)
