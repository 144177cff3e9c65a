"""From lines to paragraphs and headings, and the words in them: hyphens at line ends undone."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from argmap.model import ParagraphKind
from argmap.read.pdf.lines import Line

_TERMINAL = re.compile(r"[.!?:…”’\"»][”’\"')\]\[»\d*†‡§¶‖\s]{0,12}\Z")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHEN = re.compile(r"([^\W\d_]+)-$")
_TITLE = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s|[IVX]{1,5}\.\s)?[“‘«]?[^\W\d_a-zà-ÿ]")
_CAPTION = re.compile(r"(?:fig(?:ure|\.)?|table|tab\.|map|plate|abb(?:ildung|\.)|tabelle)\s?\d", re.IGNORECASE)
_NO_TITLE_END = tuple(".?!:;,”’)-—")
_UNENDED = (",", "-", "—", "")
_ITEM = re.compile(r"(?:[-•–·◦▪]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
LARGER = 1.12
"""How many times as large as the text a heading is set."""

SMALL = 0.94
"""How many times as large as the text notes and quotations are at most, where their type is smaller."""

_RUNNING = 3
_INDENT = 0.8
_LOOSE = 1.3
_HEADING_LENGTH = 200
_PLAIN_HEADING = 90
_SHORT = 0.85
_BREAKING = 0.03
"""A text that does not break words has few compounds that happen to part at a line end."""

_FEW_LINES = 4
_FEWEST_ROWS = 3
_NEARBY = 8
_SAME_EDGE = 3.0
_SAME_MIDDLE = 1.0
_RESIZED = 0.08


@dataclass(slots=True)
class Stretch:
    """Lines that make one paragraph, or one heading where `level` is not 0."""

    lines: list[Line] = field(default_factory=list)
    kind: ParagraphKind = "prose"
    level: int = 0


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in a document: type size, whether text is bold, distance of lines, heading sizes.

    `parted` says whether paragraphs are parted by white space or a first line set in: then a short line says little.
    """

    size: float
    bold: bool
    leading: float
    headings: tuple[float, ...]
    parted: bool

    def level(self, line: Line) -> int:
        """1 and up for a heading, 0 for text."""
        if len(line.words) > _HEADING_LENGTH or not any(char.isalpha() for char in line.words):
            return 0
        if line.size >= LARGER * self.size:
            return min(sum(size > line.size + 0.5 for size in self.headings) + 1, 6)
        if (
            line.bold
            and not self.bold
            and line.size >= 0.95 * self.size
            and not line.words.rstrip().endswith((",", ".", ";"))
        ):
            return min(len(self.headings) + 1, 6)
        return 0


def measure(lines: Sequence[Line]) -> Measures:
    """The usual measures of a text."""
    sizes: Counter[float] = Counter()
    bold = 0
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.words)
        bold += len(line.words) * line.bold
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    steps: Counter[float] = Counter()
    for before, line in pairwise(lines):
        if before.page == line.page and 0 < line.y - before.y < 3 * size and abs(line.size - size) < 1:
            steps[round(line.y - before.y, 0)] += 1
    leading = float(steps.most_common(1)[0][0]) if steps else 1.2 * size
    headings = sorted({other for other in sizes if other >= LARGER * size}, reverse=True)
    plain = [line for line in lines if abs(line.size - size) < 1]
    return Measures(size, 2 * bold > sum(sizes.values()), leading, tuple(headings), _parted(plain, leading))


def _parted(lines: Sequence[Line], leading: float) -> bool:
    gaps = starts = pages = 0
    for index, (before, line) in enumerate(pairwise(lines)):
        if before.page != line.page or line.y <= before.y:
            pages += 1
            continue
        gaps += _LOOSE * leading < line.y - before.y < 4 * leading
        after = lines[index + 2] if index + 2 < len(lines) else line
        starts += line.x0 - before.x0 > _INDENT * line.size and abs(after.x0 - before.x0) < _SAME_EDGE
    return max(gaps, starts) >= max(2, pages)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line, and the edges of the column as they are around it."""

    line: Line
    left: float
    right: float
    quoted: bool
    centred: bool = False
    row: bool = False

    @property
    def indented(self) -> bool:
        return self.line.x0 > self.left + _INDENT * self.line.size

    def had_room_for(self, following: Line) -> bool:
        """Whether the next line's first word would have fitted: then the line was ended on purpose."""
        return self.line.x1 + 0.6 * self.line.size + following.first_word < self.right

    @property
    def ended(self) -> bool:
        """Whether a sentence may end here."""
        return bool(_TERMINAL.search(_unraised(self.line)[-16:]))


def paragraphs(columns: Sequence[Sequence[Line]], measures: Measures) -> list[Stretch]:
    """Paragraphs and headings of a text whose columns follow one another."""
    result: list[Stretch] = []
    previous: _Placed | None = None
    for placed in _placed(columns):
        for index, item in enumerate(placed):
            level = measures.level(item.line)
            if previous is None or _begins(previous, item, result[-1], level, below=index > 0, measures=measures):
                result.append(Stretch([item.line], _kind(item), level))
            else:
                result[-1].lines.append(item.line)
            previous = item
    for before, stretch, behind in zip([None, *result], result, result[1:], strict=False):
        if _is_plain_heading(before, stretch, behind, measures):
            stretch.level, stretch.kind = min(len(measures.headings) + 1, 6), "prose"
    _mark_small(result, measures)
    return result


def _mark_small(stretches: Sequence[Stretch], measures: Measures) -> None:
    """Paragraphs in smaller type are quotations inside the text: an abstract stands before it, references behind it."""
    begun = False
    smalls = [max(line.size for line in stretch.lines) <= SMALL * measures.size for stretch in stretches]
    last = max((i for i, stretch in enumerate(stretches) if not smalls[i] and not stretch.level), default=0)
    for stretch, small in zip(stretches[:last], smalls, strict=False):
        begun = begun or (not small and not stretch.level and len(stretch.lines) >= _RUNNING)
        running = len(stretch.lines) > 1 and not _CAPTION.match(stretch.lines[0].words)
        if begun and small and running and stretch.kind == "prose" and not stretch.level:
            stretch.kind = "quote"


def _rows(lines: Sequence[Line]) -> set[int]:
    """The rows of tables (their ids): lines with wide gaps, several in a row."""
    found: set[int] = set()
    start = 0
    for end in range(len(lines) + 1):
        if end == len(lines) or not lines[end].gaps:
            found |= {id(line) for line in lines[start:end]} if end - start >= _FEWEST_ROWS else set()
            start = end + 1
    return found


def _unraised(line: Line) -> str:
    """The words of a line without a raised sign at its end."""
    words, raised = line.words.rstrip(), line.raised
    return words[: raised[-1][0]] if raised and raised[-1][1] == len(words) else words


def _is_plain_heading(before: Stretch | None, stretch: Stretch, behind: Stretch, measures: Measures) -> bool:
    """Whether a short line in the type of the text is a heading: set apart on both sides, and no end of a sentence."""
    line, below = stretch.lines[0], behind.lines[0]
    words = _unraised(line).strip()
    if stretch.level or len(stretch.lines) > 1 or len(words) > _PLAIN_HEADING or not _TITLE.match(words):
        return False
    if words.endswith(_NO_TITLE_END) or _CAPTION.match(words):
        return False
    loose = _LOOSE * measures.leading
    above = before.lines[-1] if before else None
    over = above is None or above.page != line.page or not 0 < line.y - above.y < loose
    under = below.page == line.page and below.y - line.y >= loose
    short = line.x1 - line.x0 < _SHORT * (below.x1 - min(below.x0, line.x0))
    running = len(behind.lines) > 1 or len(below.words) > _PLAIN_HEADING or behind.level
    ended = before is None or bool(before.level) or _unraised(before.lines[-1])[-1:] not in _UNENDED
    return over and under and short and ended and bool(running)


def _kind(item: _Placed) -> ParagraphKind:
    if item.row:
        return "table"
    if _ITEM.match(item.line.words):
        return "list"
    return "quote" if item.quoted else "prose"


def _begins(before: _Placed, item: _Placed, stretch: Stretch, level: int, *, below: bool, measures: Measures) -> bool:
    """Whether a paragraph or heading begins with a line; `below` if it stands under the one before in one column."""
    line = item.line
    step = (line.y - before.line.y) / max(measures.leading * line.size / measures.size, 1)
    resized = abs(line.size - before.line.size) / line.size
    named = before.centred and not line.words[:1].islower() and not (level and stretch.level)
    if item.row or before.row or named:
        return True
    if level or stretch.level:
        return level != stretch.level or not below or step > 1.5 * _LOOSE or resized > _RESIZED / 2
    ended = before.ended and before.had_room_for(line) and not (below and measures.parted)
    if _ITEM.match(line.words) and (ended or item.indented != before.indented or stretch.kind == "list"):
        return True
    if not below:
        return ended or (item.indented and not item.quoted and before.ended)
    return step > _LOOSE or resized > _RESIZED or _by_indent(before, item, stretch, ended=ended)


def _by_indent(before: _Placed, item: _Placed, stretch: Stretch, *, ended: bool) -> bool:
    """Whether the left edges of two lines, one under the other, part paragraphs."""
    line = item.line
    if item.indented and not before.indented:
        return before.ended or before.had_room_for(line)
    if item.indented and not (item.quoted and before.quoted):  # first lines, one behind the other
        return before.had_room_for(line)
    if before.indented and not item.indented:
        return ended or (len(stretch.lines) > 1 and stretch.kind != "list")
    return ended or (item.indented and abs(line.x0 - before.line.x0) > line.size and before.ended)


def _placed(columns: Sequence[Sequence[Line]]) -> list[list[_Placed]]:
    """Lines with the edges around them."""
    lefts = [_usual_left(lines) for lines in columns]
    quoted = [_quoted(lines, left) for lines, left in zip(columns, lefts, strict=True)]
    rights = _rights(columns, lefts, quoted)
    result: list[list[_Placed]] = []
    for lines, left, right, marks in zip(columns, lefts, rights, quoted, strict=True):
        centred, rows = _centred(lines), _rows(lines)
        result.append(
            [
                _Placed(
                    line, left, right if mark is None else mark, mark is not None, id(line) in centred, id(line) in rows
                )
                for line, mark in zip(lines, marks, strict=True)
            ]
        )
    return result


def _rights(
    columns: Sequence[Sequence[Line]], lefts: Sequence[float], quoted: Sequence[Sequence[float | None]]
) -> list[float]:
    """The right edges of the columns; one of few lines takes its from others like it nearby."""
    rights = [
        max((line.x1 for line, mark in zip(lines, marks, strict=True) if mark is None), default=0.0)
        for lines, marks in zip(columns, quoted, strict=True)
    ]
    result = []
    for index, lines in enumerate(columns):
        near = range(max(index - _NEARBY, 0), min(index + _NEARBY + 1, len(columns)))
        like = [rights[k] for k in near if abs(lefts[k] - lefts[index]) < _SAME_EDGE * 3]
        result.append(max(like) if len(lines) < _FEW_LINES else rights[index])
    return result


def _usual_left(lines: Sequence[Line]) -> float:
    counts = Counter(round(line.x0 / 2) for line in lines)
    if not counts:
        return 0.0
    most = max(counts.values())
    edge = min(key for key, count in counts.items() if count >= most / 2)
    return float(min(line.x0 for line in lines if round(line.x0 / 2) == edge))


def _centred(lines: Sequence[Line]) -> set[int]:
    """The lines (their ids) whose middle is that of the line above or below: those of a title page, an author's name."""
    edges = Counter(round(line.x0 / 2) for line in lines)
    free = [edges[round(line.x0 / 2)] < _FEW_LINES - 1 for line in lines]
    found: set[int] = set()
    for (above, one), (below, other) in pairwise(zip(lines, free, strict=True)):
        middle = abs(above.x0 + above.x1 - below.x0 - below.x1) < 2 * _SAME_MIDDLE
        if one and other and middle and 2 * abs(above.x0 - below.x0) > below.size:
            found |= {id(above), id(below)}
    return found


def _quoted(lines: Sequence[Line], left: float) -> list[float | None]:
    """For every line of a block set in from the left its own right edge; None for other lines."""
    marks: list[float | None] = [None] * len(lines)
    start = 0
    while start < len(lines):
        end = start + 1
        while (
            end < len(lines) and abs(lines[end].x0 - lines[start].x0) < _SAME_EDGE and lines[end].y > lines[end - 1].y
        ):
            end += 1
        if end - start > 1 and lines[start].x0 > left + _INDENT * lines[start].size:
            _mark(lines, start, end, marks)
        start = end
    return marks


def _mark(lines: Sequence[Line], start: int, end: int, marks: list[float | None]) -> None:
    """Mark a block set in, except for lines that are first lines of paragraphs one behind the other."""
    right = max(line.x1 for line in lines[start:end])
    first = start
    for index in range(start, end):
        alone = index + 1 == end or _Placed(lines[index], 0, right, quoted=True).had_room_for(lines[index + 1])
        if alone:
            if index > first:
                marks[first : index + 1] = [right] * (index + 1 - first)
            first = index + 1


@dataclass(frozen=True, slots=True)
class Hyphens:
    """What a text tells about the hyphens at its line ends: the words it knows, and whether it breaks words at all."""

    known: frozenset[str]
    breaks: bool

    def joint(self, before: str, following: str) -> tuple[int, str]:
        """How two lines join: how many characters to take off the first, and what to put between them."""
        match = _HYPHEN.search(before)
        if match is None:
            dash = following[:1] == "—" and not following[1:2].isspace()
            glued = dash or before.endswith(("—", "/")) or (before[-1:] in "-–" and following[:1].isdigit())
            return 0, "" if glued else " "
        second = _WORD.match(following)
        if second is None or not following[:1].islower():
            return 0, "" if following[:1].isalnum() else " "
        first, rest = match.group(1).lower(), second.group().lower()
        if first + rest in self.known:
            return 1, ""
        kept = not self.breaks or f"{first}-{rest}" in self.known or (first in self.known and rest in self.known)
        return (0, "") if kept else (1, "")


def hyphens(lines: Sequence[Line]) -> Hyphens:
    """The words that stand unbroken in a text, and whether it breaks words.

    It does if hyphens at its line ends are more than chance would have, or part one of those words.
    """
    words: set[str] = set()
    joined: list[str] = []
    half = ""
    for line in lines:
        found = [match.group().lower() for match in _WORD.finditer(line.words)]
        if half and found:
            joined.append(half + found[0])
        broken = _HYPHEN.search(line.words)
        whole = found[bool(half) : len(found) - bool(broken)]
        half = broken.group(1).lower() if broken else ""
        words.update(whole)
        words.update(part for word in whole for part in word.split("-"))
    breaks = len(joined) >= _BREAKING * len(lines) or not words.isdisjoint(joined)
    return Hyphens(frozenset(words), breaks)
