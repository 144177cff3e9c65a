"""The columns of a page: they are parted by a stripe of white that hardly a line crosses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import inf, isfinite

from argmap.read.pdf.lines import GUTTER, Line, ends_of, full_rows, lines_of
from argmap.read.pdf.pages import Glyph, Page

_COLUMN_LINES = 8
_STRAY_ROWS = 2
"""Rows that may stand in the gutter: a page number, a line that juts out."""

_LINE_SHARE = 0.4
_SAME_SIZE = 0.25


@dataclass(slots=True)
class Frame:
    """A column of a page, or a whole page's width: its lines from the top, and the rules in it."""

    page: int
    lines: list[Line]
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    columns: int = 1


def frames_of(pages: Sequence[Page]) -> list[list[Frame]]:
    """The columns of every page in reading order.

    A page of short columns, such as the last one, is parted as the others are if its lines respect their gutter.
    """
    distinct = [_distinct(page.glyphs) for page in pages]
    gutters = [_gutter(glyphs) for glyphs in distinct]
    known = sorted(gutter for gutter in gutters if gutter)
    usual = known[len(known) // 2] if 2 * len(known) >= len(pages) else None
    return [
        _frames(page, glyphs, gutter or (usual if usual and _respects(glyphs, usual) else None))
        for page, glyphs, gutter in zip(pages, distinct, gutters, strict=True)
    ]


def _respects(glyphs: Sequence[Glyph], gutter: tuple[float, float]) -> bool:
    """Whether hardly a line of a page crosses a gutter, and some stand behind it."""
    middle = (gutter[0] + gutter[1]) / 2
    rows = [row for row, _ in full_rows(glyphs)]
    crossing = sum(_crosses(row, middle) for row in rows)
    return crossing <= _STRAY_ROWS and any(row[0].x0 >= middle or ends_of(row)[-1][0] >= middle for row in rows)


def _frames(page: Page, glyphs: Sequence[Glyph], gutter: tuple[float, float] | None) -> list[Frame]:
    if gutter is None:
        return [Frame(page.number, lines_of(glyphs, page.number), list(page.rules))]
    middle = (gutter[0] + gutter[1]) / 2
    frames: list[Frame] = []
    for band, whole in _bands(glyphs, middle):
        top, bottom = min(glyph.y - glyph.size for glyph in band), max(glyph.y for glyph in band)
        rules = [rule for rule in page.rules if top - GUTTER <= rule[2] <= bottom]
        sides = [band] if whole else [[g for g in band if g.x0 < middle], [g for g in band if g.x0 >= middle]]
        for index, side in enumerate(sides):
            here = [rule for rule in rules if whole or (rule[0] >= middle) == bool(index)]
            if side:
                frames.append(Frame(page.number, lines_of(side, page.number), here, 2))
    return frames


def _bands(glyphs: Iterable[Glyph], middle: float) -> list[tuple[list[Glyph], bool]]:
    """A page from the top: stretches over both columns (True), and stretches of two columns side by side.

    Rows on the left alone between or below rows over both columns are short lines of these.
    """
    bands: list[tuple[list[Glyph], bool]] = []
    for row, _ in full_rows(glyphs):
        across = _crosses(row, middle) or bool(bands and bands[-1][1] and _ends_above(row, bands[-1][0], middle))
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


def _ends_above(row: Sequence[Glyph], band: Sequence[Glyph], middle: float) -> bool:
    """Whether a row on the left is the short last line of what stands above it over both columns: in its size."""
    return all(glyph.x1 < middle for glyph in row) and abs(row[0].size - band[-1].size) < _SAME_SIZE


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

    Rows on both sides of it, or on one side alone, must be many; rows across it (heads, notes over the whole width) few,
    on the page or below the last row across: notes may stand in columns under a text that does not.
    """
    if not glyphs:
        return None
    rows = [row for row, _ in full_rows(glyphs)]
    edges = min(glyph.x0 for glyph in glyphs), max(glyph.x1 for glyph in glyphs)
    across = [index for index, row in enumerate(rows) if _crosses(row, sum(edges) / 2)]
    return _parting(rows, edges) or _parting(rows[across[-1] + 1 :] if across else [], edges)


def _parting(rows: Sequence[Sequence[Glyph]], edges: tuple[float, float]) -> tuple[float, float] | None:
    left, right = edges
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
    best = [index for index in good if counts[index][2] <= fewest + _STRAY_ROWS]
    return _stripe(rows, places[best[len(best) // 2]], edges)


def _stripe(rows: Sequence[Sequence[Glyph]], middle: float, edges: tuple[float, float]) -> tuple[float, float] | None:
    """The white around the middle, between stretches of words long enough to be lines: no page number, no mark."""
    before, behind = -inf, inf
    for x0, x1 in (run for row in rows for run in ends_of(row)):
        if x1 <= middle and x1 - x0 > _LINE_SHARE * (middle - edges[0]):
            before = max(before, x1)
        elif x0 >= middle and x1 - x0 > _LINE_SHARE * (edges[1] - middle):
            behind = min(behind, x0)
    both = isfinite(before) and isfinite(behind)
    return (before, behind) if both and behind - before >= GUTTER else None


def _sides(row: Sequence[Glyph], places: Sequence[float]) -> list[tuple[int, ...]]:
    """For each place whether a row stands left of it (0), right of it (1), or across it (2)."""
    runs = ends_of(row)
    return [_side(runs, place) for place in places]


def _side(runs: Sequence[tuple[float, float]], place: float) -> tuple[int, ...]:
    if any(x0 <= place <= x1 for x0, x1 in runs):
        return (2,)
    return (*((0,) if runs[0][0] < place else ()), *((1,) if runs[-1][1] > place else ()))


def _crosses(row: Sequence[Glyph], place: float) -> bool:
    """Whether a row runs over a place without a gap there."""
    return _sides(row, [place])[0] == (2,)
