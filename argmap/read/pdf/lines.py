"""From characters to lines: by baseline, with raised signs on the line they belong to."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from math import inf
from statistics import median

from argmap.read.pdf.pages import Glyph
from argmap.read.written import Italic

_SAME_BASELINE = 0.12
_SUPERIOR = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = (0.12, 0.75)
_SMALLER = 0.86
_WORD_GAP = 0.18
_SPACE = 0.02
"""What is left at least, in type sizes, of a space in a line set tight."""

_LEANT_OVER = -0.06
"""What is left of it where a slanted letter leans over it."""

_CELL_GAP = 1.5
_ITEM = re.compile(r"(?:[-•–·◦▪]|\(?\d{1,3}[.)]|\(?[a-z][.)]) ")
"""What begins an item of a list: the white behind it makes no row of a table."""

_ITEM_LENGTH = 7
_FEW_LETTERS = 8
_SURE_LETTERS = 20
_MOST_SPACED = 0.5
GUTTER = 8.0
"""White, in points, that parts columns."""

_INITIAL = 1.8
_CAPITAL = 0.85
_MOST_INITIALS = 4


@dataclass(slots=True)
class Line:
    """A line of one column.

    `words` is its text; `raised` are stretches of it that stand above the baseline, `italics` those in italics.
    """

    page: int
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    words: str
    raised: tuple[tuple[int, int], ...] = ()
    italics: tuple[tuple[int, int], ...] = ()
    first_word: float = 0.0
    """Width of the first word, in points."""

    gaps: int = 0
    """How often there is more white in it than words are parted by, as in the row of a table."""


def runs_of(row: Iterable[Glyph]) -> list[list[Glyph]]:
    """The stretches of a row between wide gaps, from the left."""
    runs: list[list[Glyph]] = []
    end = -inf
    for glyph in sorted(row, key=lambda item: item.x0):
        if glyph.x0 - end < GUTTER:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
        end = max(end, glyph.x1) if runs[-1][0] is not glyph else glyph.x1
    return runs


def ends_of(row: Iterable[Glyph]) -> list[tuple[float, float]]:
    """The left and right ends of such stretches."""
    return [(run[0].x0, max(glyph.x1 for glyph in run)) for run in runs_of(row)]


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Characters of one baseline, rows from the top."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda item: item.y):
        if (
            rows
            and glyph.y - rows[-1][-1].y <= _SAME_BASELINE * glyph.size
            and glyph.y - rows[-1][0].y < glyph.size / 2
        ):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return rows


def lines_of(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """The lines of a column from the top."""
    initials = _initials(glyphs)
    set_in = [initials.get(glyph, glyph) for glyph in glyphs]
    rows = full_rows(set_in)
    lines = [
        _line(row, baseline, page, spacing) for (row, baseline), spacing in zip(rows, _spacings(rows), strict=True)
    ]
    for initial, first in initials.items():
        edge = inf
        for line in lines:
            beside = first.y < line.y <= initial.y + line.size / 2 and 0 < line.x0 - initial.x0 < 2 * initial.size
            under = initial.y < line.y < initial.y + 2 * line.size and abs(line.x0 - edge) < line.size / 2
            if beside or under:  # its paragraph is set in there
                edge, line.x0 = line.x0, initial.x0
    return lines


def _initials(glyphs: Sequence[Glyph]) -> dict[Glyph, Glyph]:
    """Big initials that hang over several lines, and each as a letter of the first of them."""
    if not glyphs:
        return {}
    usual = _usual_size(glyphs)
    big = [glyph for glyph in glyphs if glyph.size >= _INITIAL * usual]
    on_line = Counter(round(glyph.y) for glyph in big)
    alone = [glyph for glyph in big if on_line[round(glyph.y)] == 1 and glyph.text.isupper()]
    moved: dict[Glyph, Glyph] = {}
    for glyph in alone if len(alone) <= _MOST_INITIALS else ():
        beside = [
            other
            for other in glyphs
            if glyph.y - _CAPITAL * glyph.size < other.y <= glyph.y and 0 < other.x0 - glyph.x0 < 2 * glyph.size
        ]
        first = min((other for other in beside if other.size < glyph.size), key=lambda o: (o.y, o.x0), default=None)
        if first is not None and glyph.y - first.y > usual / 2:
            moved[glyph] = replace(glyph, y=first.y, size=first.size, x1=max(glyph.x0, first.x0 - 0.01))
    return moved


def full_rows(glyphs: Iterable[Glyph]) -> list[tuple[list[Glyph], float]]:
    """Rows with the raised signs that belong to them, and their baselines."""
    rows = _rows(glyphs)
    baselines = [float(median(glyph.y for glyph in row)) for row in rows]
    sizes = [max(glyph.size for glyph in row) for row in rows]
    bases = [_base_of(index, row, rows, baselines, sizes) for index, row in enumerate(rows)]
    added: dict[int, list[Glyph]] = {}
    for row, nearest in zip(rows, bases, strict=True):
        base = nearest
        while base is not None and (further := bases[base]) is not None:  # a base is longer: this ends
            base = further
        if base is not None:
            added.setdefault(base, []).extend(row)
    return [
        ([*row, *added.get(index, [])], baselines[index])
        for index, (row, base) in enumerate(zip(rows, bases, strict=True))
        if base is None
    ]


def _base_of(
    index: int, row: Sequence[Glyph], rows: list[list[Glyph]], baselines: list[float], sizes: list[float]
) -> int | None:
    """The row that a row of small raised (or lowered) signs belongs to."""
    for other in chain(range(index + 1, min(index + 4, len(rows))), range(index - 1, max(index - 4, -1), -1)):
        shift = baselines[other] - baselines[index]
        small = sizes[index] <= _SMALLER * sizes[other] or len(row) <= 4  # noqa: PLR2004 - a note's number
        near = -0.3 * sizes[other] < shift < _RAISED[1] * sizes[other] and len(row) < len(rows[other])
        if small and near and _beside(row, rows[other]):
            return other
    return None


def _beside(row: Sequence[Glyph], base: Sequence[Glyph]) -> bool:
    """Whether signs stand where the row has no characters of its own."""
    taken = sorted((glyph.x0, glyph.x1) for glyph in base)
    starts = [start for start, _ in taken]
    for glyph in row:
        middle = (glyph.x0 + glyph.x1) / 2
        at = bisect_left(starts, middle) - 1
        if at >= 0 and taken[at][0] + 0.3 < middle < taken[at][1] - 0.3:
            return False
    return True


def _line(glyphs: list[Glyph], baseline: float, page: int, spacing: float) -> Line:
    glyphs.sort(key=lambda glyph: glyph.x0)
    size = _usual_size(glyphs)
    words, raised, italics, at, first_word, gaps = [], [], [], 0, 0.0, 0
    for index, glyph in enumerate(glyphs):
        if index:
            gap = glyph.x0 - glyphs[index - 1].x1 - spacing * size
            if gap > (_LEANT_OVER if glyph.spaced else _SPACE if glyph.guessed else _WORD_GAP) * size:
                words.append(" ")
                at += 1
                first_word = first_word or glyphs[index - 1].x1 - glyphs[0].x0
                gaps += gap > _CELL_GAP * size and not _ITEM.fullmatch("".join(words[:_ITEM_LENGTH]))
        up = baseline - glyph.y
        superior = glyph.superior or glyph.text in _SUPERIOR
        if superior or (up > _RAISED[0] * size and (glyph.size <= _SMALLER * size or up > 2 * _RAISED[0] * size)):
            raised.append((at, at + len(glyph.text)))
        if glyph.italic:
            italics.append((at, at + len(glyph.text)))
        words.append(glyph.text.translate(_DIGITS))
        at += len(glyph.text)
    x0, x1 = glyphs[0].x0, glyphs[-1].x1
    bold = sum(glyph.bold for glyph in glyphs) > 0.8 * len(glyphs)
    text, first_word = "".join(words), first_word or x1 - x0
    return Line(page, x0, x1, baseline, size, bold, text, _merged(raised), _merged(italics), first_word, gaps)


def _spacings(rows: Sequence[tuple[Sequence[Glyph], float]]) -> list[float]:
    """The white between the letters of every row, in type sizes; 0 unless they are spaced out.

    A row of few letters is spaced as the longer ones of its size are.
    """
    letters = [sorted((g for g in row if g.text.isalpha()), key=lambda glyph: glyph.x0) for row, _ in rows]
    sizes = [_usual_size(row) for row, _ in rows]
    known: dict[float, list[float]] = {}
    for row, size in zip(letters, sizes, strict=True):
        if len(row) >= _FEW_LETTERS:
            known.setdefault(size, []).append(_spacing(row))
    return [
        median(known[size]) if len(row) < _SURE_LETTERS and size in known else _spacing(row)
        for row, size in zip(letters, sizes, strict=True)
    ]


def _spacing(letters: Sequence[Glyph]) -> float:
    if len(letters) < _FEW_LETTERS:
        return 0.0
    gap = median((after.x0 - glyph.x1) / glyph.size for glyph, after in pairwise(letters))
    return gap if _SPACE < gap < _MOST_SPACED else 0.0


def _usual_size(glyphs: Sequence[Glyph]) -> float:
    """The size of most of a line's characters."""
    counts: dict[float, int] = {}
    for glyph in glyphs:
        key = round(glyph.size * 4) / 4
        counts[key] = counts.get(key, 0) + len(glyph.text)
    return max(counts.items(), key=lambda item: (item[1], item[0]))[0]


def _merged(stretches: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    result: list[tuple[int, int]] = []
    for start, end in stretches:
        if result and result[-1][1] == start:
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return tuple(result)


def cut(line: Line, start: int) -> Line:
    """A line without its first characters."""
    rest = line.words[start:]
    skipped = start + len(rest) - len(rest.lstrip())
    raised = tuple((a - skipped, b - skipped) for a, b in line.raised if a >= skipped)
    italics = tuple((max(a - skipped, 0), b - skipped) for a, b in line.italics if b > skipped)
    return replace(line, words=line.words[skipped:], raised=raised, italics=italics)


def styled(line: Line, start: int, end: int) -> list[str]:
    """The words `[start, end)` of a line, divided where italics begin and end."""
    edges = sorted({start, end, *(edge for edge in chain.from_iterable(line.italics) if start < edge < end)})
    pieces = [(line.words[one:two], one) for one, two in pairwise(edges)]
    return [Italic(words) if any(a <= at < b for a, b in line.italics) else words for words, at in pieces]
