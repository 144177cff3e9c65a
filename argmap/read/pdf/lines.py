"""From characters to lines: by baseline, with raised signs on the line they belong to, column by column."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from statistics import median

from argmap.read.pdf.pages import Glyph, Page

_SAME_BASELINE = 0.12
_RAISED = (0.12, 0.75)
_SMALLER = 0.86
_WORD_GAP = 0.18
_GUTTER = 8.0
_COLUMN_LINES = 8


@dataclass(slots=True)
class Line:
    """A line of one column. `words` is its text; `raised` are stretches of it that stand above the baseline."""

    page: int
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    words: str
    raised: tuple[tuple[int, int], ...] = ()
    first_word: float = 0.0
    """Width of the first word, in points."""


@dataclass(slots=True)
class Frame:
    """A column of a page, or a whole page's width: its lines from the top, and the rules in it."""

    page: int
    lines: list[Line]
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    columns: int = 1


def frames_of(page: Page) -> list[Frame]:
    """The columns of a page in reading order."""
    glyphs = _distinct(page.glyphs)
    gutter = _gutter(glyphs)
    if gutter is None:
        return [Frame(page.number, _lines(glyphs, page.number), list(page.rules))]
    middle = (gutter[0] + gutter[1]) / 2
    frames: list[Frame] = []
    for band, whole in _bands(glyphs, middle):
        top, bottom = min(glyph.y - glyph.size for glyph in band), max(glyph.y for glyph in band)
        rules = [rule for rule in page.rules if top - _GUTTER <= rule[2] <= bottom]
        sides = [band] if whole else [[g for g in band if g.x0 < middle], [g for g in band if g.x0 >= middle]]
        for index, side in enumerate(sides):
            here = [rule for rule in rules if whole or (rule[0] >= middle) == bool(index)]
            if side:
                frames.append(Frame(page.number, _lines(side, page.number), here, 2))
    return frames


def _bands(glyphs: Iterable[Glyph], middle: float) -> list[tuple[list[Glyph], bool]]:
    """A page from the top: stretches over both columns (True), and stretches of two columns side by side.

    Rows on the left alone between or below rows over both columns are short lines of these.
    """
    bands: list[tuple[list[Glyph], bool]] = []
    for row, _ in _full_rows(glyphs):
        across = _crosses(row, middle)
        if bands and bands[-1][1] is across:
            bands[-1][0].extend(row)
        else:
            bands.append((list(row), across))
    merged: list[tuple[list[Glyph], bool]] = []
    for index, (band, across) in enumerate(bands):
        whole = across or (index > 0 and not any(glyph.x0 >= middle for glyph in band))
        if merged and merged[-1][1] and whole:
            merged[-1][0].extend(band)
        else:
            merged.append((band, whole))
    return merged


def _distinct(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Each character once: some programs print bold type by printing twice. The letters of a ligature share a place."""
    seen: set[tuple[str, int, int]] = set()
    last: tuple[str, int, int] | None = None
    result = []
    for glyph in glyphs:
        place = (glyph.text, round(glyph.x0), round(glyph.y))
        if place not in seen or place == last:
            seen.add(place)
            result.append(glyph)
        last = place
    return result


def _gutter(glyphs: Sequence[Glyph]) -> tuple[float, float] | None:
    """The white stripe between two columns; None on a page of one column.

    Rows on both sides of it, or on one side alone, must be many; rows across it (heads, notes over the whole width) few.
    """
    rows = [row for row, _ in _full_rows(glyphs)]
    if len(rows) < _COLUMN_LINES:
        return None
    left, right = min(glyph.x0 for glyph in glyphs), max(glyph.x1 for glyph in glyphs)
    places = [left + (right - left) * share / 100 for share in range(35, 66)]
    counts = [[0, 0, 0] for _ in places]
    for row in rows:
        for count, side in zip(counts, _sides(row, places), strict=True):
            for index in side:
                count[index] += 1
    good = [
        index for index, count in enumerate(counts) if min(count[:2]) >= _COLUMN_LINES and count[2] <= min(count[:2])
    ]
    if not good:
        return None
    fewest = min(counts[index][2] for index in good)
    best = [index for index in good if counts[index][2] == fewest]
    middle = places[best[len(best) // 2]]
    beside = [glyph for row in rows if not _crosses(row, middle) for glyph in row]
    before = max((glyph.x1 for glyph in beside if glyph.x1 <= middle), default=left)
    behind = min((glyph.x0 for glyph in beside if glyph.x0 >= middle), default=right)
    return (before, behind) if behind - before >= _GUTTER else None


def _sides(row: Sequence[Glyph], places: Sequence[float]) -> list[tuple[int, ...]]:
    """For each place whether a row stands left of it (0), right of it (1), or across it (2)."""
    edges = sorted((glyph.x0, glyph.x1) for glyph in row)
    runs = [list(edges[0])]
    for x0, x1 in edges[1:]:
        if x0 - runs[-1][1] < _GUTTER:
            runs[-1][1] = max(runs[-1][1], x1)
        else:
            runs.append([x0, x1])
    return [_side(runs, place) for place in places]


def _side(runs: Sequence[Sequence[float]], place: float) -> tuple[int, ...]:
    if any(x0 <= place <= x1 for x0, x1 in runs):
        return (2,)
    return (*((0,) if runs[0][0] < place else ()), *((1,) if runs[-1][1] > place else ()))


def _crosses(row: Sequence[Glyph], place: float) -> bool:
    """Whether a row runs over a place without a gap there."""
    return _sides(row, [place])[0] == (2,)


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


def _lines(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    return [_line(row, baseline, page) for row, baseline in _full_rows(glyphs)]


def _full_rows(glyphs: Iterable[Glyph]) -> list[tuple[list[Glyph], float]]:
    """Rows with the raised signs that belong to them, and their baselines."""
    rows = _rows(glyphs)
    baselines = [float(median(glyph.y for glyph in row)) for row in rows]
    sizes = [max(glyph.size for glyph in row) for row in rows]
    added: dict[int, list[Glyph]] = {}
    moved: set[int] = set()
    for index, row in enumerate(rows):
        target = _base_of(index, row, rows, baselines, sizes)
        if target is not None:
            added.setdefault(target, []).extend(row)
            moved.add(index)
    return [([*row, *added.get(index, [])], baselines[index]) for index, row in enumerate(rows) if index not in moved]


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


def _line(glyphs: list[Glyph], baseline: float, page: int) -> Line:
    glyphs.sort(key=lambda glyph: glyph.x0)
    size = _usual_size(glyphs)
    words, raised, at, first_word = [], [], 0, 0.0
    for index, glyph in enumerate(glyphs):
        if index:
            gap = glyph.x0 - glyphs[index - 1].x1
            if gap > _WORD_GAP * size or (glyph.spaced and gap > 0.05 * size):
                words.append(" ")
                at += 1
                first_word = first_word or glyphs[index - 1].x1 - glyphs[0].x0
        up = baseline - glyph.y
        if up > _RAISED[0] * size and (glyph.size <= _SMALLER * size or up > 2 * _RAISED[0] * size):
            raised.append((at, at + len(glyph.text)))
        words.append(glyph.text)
        at += len(glyph.text)
    x0, x1 = glyphs[0].x0, glyphs[-1].x1
    bold = sum(glyph.bold for glyph in glyphs) > 0.8 * len(glyphs)
    return Line(page, x0, x1, baseline, size, bold, "".join(words), _merged(raised), first_word or x1 - x0)


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
    return replace(line, words=line.words[skipped:], raised=raised)
