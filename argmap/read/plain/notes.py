"""Finding the notes of a plain text: which blocks are note entries, and which marks in the text call them.

Plain text has no syntax for notes, only habits: `[7]`, a raised 7 or `(7)` in the text, and at the end, or at the foot of
a section, entries that begin with `[7]`, a raised 7, `(7)`, `7.` or `7)`; under a title also a bare 7, where it is the
next number and called. A mark is believed the more the other end of the habit is there too.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

Shape = Literal["bracket", "raised", "round", "dot", "bare"]
Line = tuple[int, int]

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_RAISED, "0123456789")
_ENTRY = re.compile(
    rf"[ \t]{{0,8}}(?:\[\^?(?P<bracket>\d{{1,4}})\]|(?P<raised>[{_RAISED}]{{1,4}})|\((?P<round>\d{{1,4}})\)|(?P<dot>\d{{1,4}})[.)](?=[ \t])"
    r"|(?P<bare>\d{1,3})(?=[ \t]+[^\s\d]))[ \t]*"
)
_CALL = re.compile(
    rf"(?:(?<=\S)[ \t]?|(?<=[\r\n]))\[(?P<bracket>\d{{1,4}})\]|(?<=[^\s\d{_RAISED}⁻⁺])(?P<raised>[{_RAISED}]{{1,4}})(?![{_RAISED}⁻⁺])"
    r"|(?:(?<=\S)[ \t]?|(?<=[\r\n]))\((?P<round>\d{1,4})\)"
)
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[kcdm]?m|ft|in|mi|yd|s|x|y|r|c|R|χ)\Z")
_TITLE = re.compile(
    r"[ \t#*=_\-]*(?:(?:foot|end)?notes?(?: and references)?|references|anmerkungen|fußnoten)[ \t:#*=_\-]*\Z",
    re.IGNORECASE,
)
_OTHER_TITLE = re.compile(
    r"[ \t#*=_\-]*(?:(?:selected |works |select )?bibliography|works cited|sources|index|appendix(?: [a-z\d])?|appendices"
    r"|ac?knowledge?ments|about the authors?|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|anhang|danksagung)[ \t:#*=_\-]*\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:[,:;]|\b(?:and|or|und|oder))[ \t]+\Z")
_GOES_ON = re.compile(r"[ \t]+[^\W\d_A-ZÄÖÜ]")
_STOPS = tuple(".!?)”\"'’")
_YEARS = 1000
_LOST = 3
_NONE: frozenset[str] = frozenset()


@dataclass(slots=True)
class Entry:
    """A note: its number, and its lines, of which the first begins behind the number."""

    n: str
    at: int
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """A text's blocks of lines, told apart: `body` blocks, `entries`, and the places `[start, end)` that call notes."""

    body: list[list[Line]]
    entries: list[Entry]
    calls: dict[int, tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Region:
    """Where the notes are: the first of their blocks, the one behind their last, and whether a title stands before."""

    first: int
    end: int
    titled: bool


def lay_out(
    text: str, blocks: list[list[Line]], sure: frozenset[int] = frozenset(), region: Region | None = None
) -> Layout:
    """Tell notes from text; the raised numbers at the places `sure` call notes even if no note answers.

    `region` is where the notes are, if that is known.
    """
    called = called_in(text, blocks)
    found = region or _region(text, blocks, called)
    bare = bare_numbers(called) if found.titled else _NONE
    body = list(blocks[: found.first - found.titled])
    entries: list[Entry] = []
    for block in blocks[found.first : found.end]:
        shape = _shape(text, block, bare)
        if shape is None and _is_title(text, block):
            continue
        if shape is not None or entries:
            _add_entries(text, block, entries, bare)
        else:
            body.append(block)
    body, feet = _feet(text, body, called)
    body += blocks[found.end :]
    entries = sorted([*feet, *entries], key=lambda entry: entry.at)
    return Layout(body, entries, _calls(text, body, entries, sure))


def _number(match: re.Match[str]) -> tuple[Shape, str]:
    shapes: tuple[Shape, ...] = ("bracket", "raised", "round", "dot", "bare")
    shape = next(shape for shape in shapes if match.groupdict().get(shape))
    return shape, str(int(match[shape].translate(_DIGITS)))


def bare_numbers(called: Iterable[tuple[Shape, str]]) -> frozenset[str]:
    """The numbers that may stand bare before a note: those called, and a few between them whose marks are lost."""
    numbers = sorted({int(number) for _, number in called})
    between = [n for low, high in pairwise(numbers) if high - low <= _LOST + 1 for n in range(low, high)]
    return frozenset(map(str, [*numbers, *between]))


def entry_of(text: str, line: Line, bare: frozenset[str] = _NONE) -> tuple[Shape, str, int] | None:
    """Shape and number of the entry that a line begins, and where its words begin; `bare` are the numbers that may be."""
    match = _ENTRY.match(text, *line)
    if match is None or match.end() >= line[1] or (match["bare"] and match["bare"].lstrip("0") not in bare):
        return None
    shape, number = _number(match)
    return shape, number, match.end()


def _shape(text: str, block: list[Line], bare: frozenset[str]) -> Shape | None:
    entry = entry_of(text, block[0], bare)
    return entry[0] if entry else None


def _is_title(text: str, block: list[Line]) -> bool:
    return len(text[block[0][0] : block[0][1]].strip()) < 40 and bool(_TITLE.match(text[slice(*block[0])].strip()))  # noqa: PLR2004


def ends_notes(text: str, block: list[Line]) -> bool:
    """Whether a block is the title of what stands behind notes."""
    return len(block) <= 2 and bool(_OTHER_TITLE.match(text[slice(*block[0])].strip()))  # noqa: PLR2004


def called_in(text: str, blocks: Iterable[list[Line]]) -> set[tuple[Shape, str]]:
    """Every mark in the text that might call a note, the beginnings of blocks left out."""
    called: set[tuple[Shape, str]] = set()
    for block in blocks:
        called.update(_number(match) for match in _marks(text, block))
    return called


def _marks(text: str, block: list[Line]) -> Iterator[re.Match[str]]:
    for index, (start, end) in enumerate(block):
        for match in _CALL.finditer(text, start, end):
            leads = index == 0 and match.start() == start  # calls nothing: there is no word before it
            unit = match["raised"] and _UNIT.search(text, max(start, match.start() - 4), match.start())
            if not (leads or unit or (match["round"] and _counts(text, match))):
                yield match


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether a number in round brackets counts what a sentence lists: "money, (2) water and (3) men"."""
    start = match.start("round") - 1
    return bool(_COUNTED.search(text, max(0, start - 8), start) and _GOES_ON.match(text, match.end()))


def _region(text: str, blocks: list[list[Line]], called: set[tuple[Shape, str]]) -> Region:
    first, titled = _notes_from(text, blocks, called)
    others = (index for index in range(first, len(blocks)) if ends_notes(text, blocks[index]))
    return Region(first, next(others, len(blocks)), bool(titled))


def _notes_from(text: str, blocks: list[list[Line]], called: set[tuple[Shape, str]]) -> tuple[int, int]:
    """The index of the first block of the notes at the end, and 1 if a title stands before them.

    With a title ("Notes") the entries behind it are notes. Without one they are if they rise from block to block up to
    the end and most of their numbers are called.
    """
    if titled := titled_from(text, blocks, called):
        return titled, 1
    if _interleaved(text, blocks, called):
        return len(blocks), 0
    first, expected, shape = len(blocks), None, None
    for index in range(len(blocks) - 1, -1, -1):
        entry = entry_of(text, blocks[index][0])
        if entry is None or (shape is not None and entry[0] != shape):
            continue
        last = _last_number(text, blocks[index])
        if expected is not None and last >= expected:
            break
        first, shape, expected = index, entry[0], int(entry[1])
    numbers = [entry[1] for block in blocks[first:] if (entry := entry_of(text, block[0])) and entry[0] == shape]
    hits = sum(_answers(shape, number, called) for number in numbers)
    return (first, 0) if numbers and 2 * hits >= len(numbers) else (len(blocks), 0)


def titled_from(text: str, blocks: list[list[Line]], called: set[tuple[Shape, str]]) -> int:
    """The index of the first block of the notes under the last title that has some; 0 if none has."""
    bare = bare_numbers(called)
    for index in range(len(blocks) - 1, 0, -1):
        if _is_title(text, blocks[index - 1]) and len(blocks[index - 1]) <= 2 and _first(text, blocks[index:], bare):  # noqa: PLR2004
            return index
    return 0


def _first(text: str, blocks: list[list[Line]], bare: frozenset[str]) -> bool:
    """Whether notes under a title may begin here: a bare number must be 1, and 2 must follow."""
    entry = entry_of(text, blocks[0][0], bare)
    if entry is None or entry[0] != "bare":
        return entry is not None
    lines = (line for block in blocks for line in block)
    return entry[1] == "1" and any((other := entry_of(text, line, bare)) and other[1] == "2" for line in lines)


def _interleaved(text: str, blocks: list[list[Line]], called: set[tuple[Shape, str]]) -> bool:
    """Whether text that calls notes goes on behind entries: then notes stand at the foot of pages or sections."""
    entries: set[str] = set()
    for block in blocks:
        entry = entry_of(text, block[0])
        if entry is not None and entry[0] in {"bracket", "raised"} and (entry[0], entry[1]) in called:
            entries.add(entry[1])
        elif entries and any(_number(match)[0] == "bracket" or match["raised"] for match in _marks(text, block)):
            return True
    return False


def _last_number(text: str, block: list[Line]) -> int:
    numbers = [int(entry[1]) for line in block if (entry := entry_of(text, line))]
    return numbers[-1]


def _answers(shape: Shape | None, number: str, called: set[tuple[Shape, str]]) -> bool:
    """Whether a mark in the text calls an entry of this shape."""
    marks: tuple[Shape, ...] = ("bracket", "raised") if shape != "round" else ("bracket", "raised", "round")
    return any((mark, number) in called for mark in marks)


def _add_entries(text: str, block: list[Line], entries: list[Entry], bare: frozenset[str] = _NONE) -> None:
    """Cut a block into entries; what begins none goes on with the one before."""
    for number, line in enumerate(block):
        entry = entry_of(text, line, bare)
        first = not entries or (number == 0 and entry is not None and entry[0] != "bare")
        follows = entry is not None and (first or int(entry[1]) == int(entries[-1].n) + 1)
        if number and entry is not None and entry[0] == "bare" and _wrapped(text, block[number - 1], entry[2]):
            follows = False
        if entry is not None and follows:
            entries.append(Entry(entry[1], line[0], [(entry[2], line[1])]))
        else:
            entries[-1].lines.append(line)


def _wrapped(text: str, before: Line, words: int) -> bool:
    """Whether a sentence goes on with a number: "in⏎2 volumes"."""
    return text[words].islower() and not text[slice(*before)].rstrip().endswith(_STOPS)


def _cut(text: str, block: list[Line]) -> list[Entry]:
    entries: list[Entry] = []
    _add_entries(text, block, entries)
    return entries


def _feet(text: str, body: list[list[Line]], called: set[tuple[Shape, str]]) -> tuple[list[list[Line]], list[Entry]]:
    """Entries in the midst of the text, at the foot of a page or section: only bracketed or raised, and called."""
    kept: list[list[Line]] = []
    entries: list[Entry] = []
    behind = False
    for block in body:
        entry = entry_of(text, block[0])
        if entry is not None and entry[0] in {"bracket", "raised"} and (entry[0], entry[1]) in called:
            entries.extend(_cut(text, block))
            behind = True
        elif behind and all(text[start] in " \t" for start, _ in block):
            entries[-1].lines.extend(block)
        else:
            kept.append(block)
            behind = False
    return kept, entries


def _calls(
    text: str, body: Iterable[list[Line]], entries: list[Entry], sure: frozenset[int]
) -> dict[int, tuple[int, str]]:
    """The marks that call notes. A bracketed or raised number is one by its looks.

    A round one must have its entry, and no mark of the other shapes that calls it: "(1)" counts points, too.
    """
    known = {entry.n for entry in entries}
    marks = [(match, *_number(match)) for block in body for match in _marks(text, block)]
    surer = {number for _, shape, number in marks if shape != "round"}
    calls: dict[int, tuple[int, str]] = {}
    for match, shape, number in marks:
        if shape == "round":
            believed = number in known and number not in surer
        else:
            believed = number in known or (int(number) < _YEARS if shape == "bracket" else bool(known))
        if believed or match.start(shape) in sure:
            start = match.start(shape) - (shape != "raised")
            calls[start] = (match.end(), number)
    return calls
