"""Numbers in the margins: of lines, or of the pages of another edition. They are no words of the text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import inf

from argmap.read.pdf.lines import full_rows, runs_of
from argmap.read.pdf.pages import Glyph, Page

_WIDE_LINE = 0.25
"""A stretch of words this wide, as a share of the page, shows where the text's edges are."""

_SHARE = 0.15
_ROUND = 3.0
_LONGEST = 5
_FEWEST_LINES = 8


def without_margins(pages: Sequence[Page]) -> tuple[list[Page], int]:
    """The pages without numbers outside of the edges of their text, and how many such numbers there were."""
    edges = [_edges(pages[side::2]) for side in (0, 1)]  # left and right pages may have other margins
    result: list[Page] = []
    count = 0
    for index, page in enumerate(pages):
        left, right = edges[index % 2]
        numbers = [run for run in _runs(page) if _is_number(run)]
        beside = [run for run in numbers if run[-1].x1 < left or run[0].x0 > right]
        gone = {id(glyph) for run in beside for glyph in run}
        count += len(beside)
        result.append(replace(page, glyphs=tuple(g for g in page.glyphs if id(g) not in gone)) if gone else page)
    return result, count


def _edges(pages: Iterable[Page]) -> tuple[float, float]:
    """The left and the right edge of the text: the outermost ones at which many lines begin or end."""
    lefts: Counter[int] = Counter()
    rights: Counter[int] = Counter()
    for page in pages:
        for run in _runs(page):
            if run[-1].x1 - run[0].x0 > _WIDE_LINE * page.width:
                lefts[round(run[0].x0 / _ROUND)] += 1
                rights[round(run[-1].x1 / _ROUND)] += 1
    if sum(lefts.values()) < _FEWEST_LINES:
        return -inf, inf
    fewest = _SHARE * sum(lefts.values())
    left = min((edge for edge, count in lefts.items() if count >= fewest), default=-inf)
    right = max((edge for edge, count in rights.items() if count >= fewest), default=inf)
    return (left - 1) * _ROUND, (right + 1) * _ROUND


def _runs(page: Page) -> list[list[Glyph]]:
    """The stretches of characters of a line without a gap between them; a raised sign is part of its line."""
    return [run for row, _ in full_rows(page.glyphs) for run in runs_of(row)]


def _is_number(run: Sequence[Glyph]) -> bool:
    return len(run) <= _LONGEST and "".join(glyph.text for glyph in run).strip("[]|").isdecimal()
