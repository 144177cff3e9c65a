"""Running heads and page numbers: what comes again at the head or foot of the pages."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from argmap.model import Loss
from argmap.read.pdf.columns import Frame
from argmap.read.pdf.lines import Line
from argmap.read.pdf.notes import called_on, note_start
from argmap.read.pdf.paragraphs import LARGER, Measures

_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,7}\b")
_LEADING = re.compile(r"\A\s{0,3}(\d{1,4})\b")
_TRAILING = re.compile(r"\b(\d{1,4})(?:\s?(?:of|/|von)\s?\d{1,4})?\s{0,3}\Z")
_PAGE_NUMBER = re.compile(
    r"[\[(\-–—\s]{0,4}(?:p(?:age|\.)?|seite)?\s?(\d{1,4}|[ivxlc]{1,7})(?:\s?(?:of|/|von)\s?\d{1,4})?[\])\-–—\s]{0,4}",
    re.IGNORECASE,
)
_NEAR = 6.0
_FEWEST = 3
_FEW_PAGES = 4
_SHARE = 0.3
_ENOUGH = 5
_OUTER = 2
_BESIDE = 4
"""As many lines tell how far apart lines are there."""

_APART = 1.6
_LOOSE = 1.25
_MOST = 0.4
_SURE = 0.6
_TERMINAL = tuple(".?!:;,”")
_SAME_SIZE = 0.5


@dataclass(frozen=True, slots=True)
class _Outer:
    """A line at the top or the bottom of a page; `page` counts from 0, `apart` says whether white parts it from the text."""

    page: int
    line: Line
    top: bool
    apart: bool


def drop_furniture(pages: Sequence[list[Frame]], usual: Measures) -> list[Loss]:
    """Take running heads and page numbers out of the frames; returns what was taken, each wording once."""
    groups: dict[tuple[bool, str], list[_Outer]] = defaultdict(list)
    apart: list[_Outer] = []
    for index, frames in enumerate(pages):
        called = called_on(frames)
        for outer in _outer(frames, index, usual.leading):
            if not _is_note(outer, called) and outer.line.size < LARGER * usual.size:
                groups[outer.top, _shape(outer.line)].append(outer)
                apart += [outer] if outer.apart else []
    gone = {**_repeated(groups, len(pages)), **_page_numbers(apart, len(pages)), **_numbered(apart, len(pages))}
    gone.update(_at_their_place(apart, gone))
    gone.update(_always_there(apart, len(pages)))
    gone.update(_as_elsewhere(groups, gone))
    for frames in pages:
        for frame in frames:
            frame.lines = [line for line in frame.lines if id(line) not in gone]
    words: Counter[tuple[str, str]] = Counter()
    for outer in gone.values():
        if any(char.isalpha() for char in _DIGITS.sub("", outer.line.words)):
            what = "page header" if outer.top else "page footer"
            words[what, _DIGITS.sub("#", outer.line.words.strip())] += 1
    return [Loss(what=what, detail=f"{detail} ({count} times)") for (what, detail), count in words.items()]


def _repeated(groups: Mapping[tuple[bool, str], list[_Outer]], count: int) -> dict[int, _Outer]:
    """Lines that come again at one height; a number at the beginning of a foot must count with the pages."""
    gone: dict[int, _Outer] = {}
    for (top, _), found in groups.items():
        for group in _same_height(found):
            many = len({outer.page for outer in group if top or outer.apart}) >= max(
                _FEWEST, min(_SHARE * count, _ENOUGH)
            )
            if many and (top or _counts_with_pages(group)):
                gone.update({id(outer.line): outer for outer in group})
    return gone


def _counts_with_pages(group: Sequence[_Outer]) -> bool:
    numbers = [(outer.page, _LEADING.match(outer.line.words)) for outer in group]
    return len({int(match.group(1)) - index if match else None for index, match in numbers}) == 1


def _numbered(apart: Sequence[_Outer], count: int) -> dict[int, _Outer]:
    """Lines that begin or end with the number of their page: numbers that count with the pages, on many of them."""
    steps: dict[int, list[_Outer]] = defaultdict(list)
    for outer in apart:
        found = (pattern.search(outer.line.words) for pattern in (_LEADING, _TRAILING))
        for number in {int(match.group(1)) for match in found if match}:
            steps[number - outer.page].append(outer)
    best = max(steps.values(), key=lambda found: len({outer.page for outer in found}), default=[])
    if len({outer.page for outer in best}) < max(_FEWEST, _MOST * count) and not _two_of_few(best, count):
        return {}
    size = LARGER * median(outer.line.size for outer in best)  # "Chapter 3" on page 3 is a heading
    return {id(outer.line): outer for outer in best if outer.line.size < size or _is_page_number(outer)}


def _two_of_few(found: Sequence[_Outer], count: int) -> bool:
    """Whether two lines of a short text are its heads or feet: at one height, or a number alone, and no headings."""
    return (
        len({outer.page for outer in found}) == len(found) == _FEWEST - 1
        and count <= _FEW_PAGES
        and (len(list(_same_height(found))) == 1 or any(map(_is_page_number, found)))
        and not any(outer.line.bold for outer in found)
        and any(_TRAILING.search(outer.line.words) for outer in found)
    )


def _is_page_number(outer: _Outer) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(outer.line.words.strip()))


def _at_their_place(apart: Sequence[_Outer], known: Mapping[int, _Outer]) -> dict[int, _Outer]:
    """Lines at a height where most are known for running heads, in type no larger than theirs: heads that come once."""
    gone: dict[int, _Outer] = {}
    for top in (True, False):
        for group in _same_height([outer for outer in apart if outer.top is top]):
            heads = [outer.line.size for outer in group if id(outer.line) in known]
            if len(heads) >= _FEWEST and len(heads) >= _SURE * len(group):
                gone.update({id(o.line): o for o in group if o.line.size <= max(heads) + _SAME_SIZE})
    return gone


def _always_there(apart: Sequence[_Outer], count: int) -> dict[int, _Outer]:
    """Lines above the text at one height of many pages that are no sentences: heads with the title of the section."""
    gone: dict[int, _Outer] = {}
    for group in _same_height([outer for outer in apart if outer.top]):
        whole = sum(outer.line.words.rstrip().endswith(_TERMINAL) for outer in group)
        many = len({outer.page for outer in group}) >= max(_FEWEST, _MOST * count)
        if many and whole <= (1 - _SURE) / 2 * len(group):
            gone.update({id(outer.line): outer for outer in group})
    return gone


def _as_elsewhere(groups: Mapping[tuple[bool, str], list[_Outer]], known: Mapping[int, _Outer]) -> dict[int, _Outer]:
    """Lines that are known to be heads or feet on other pages, at the same height: one may stand close to the text."""
    alike = [group for found in groups.values() for group in _same_height(found)]
    return {id(o.line): o for group in alike if any(id(o.line) in known for o in group) for o in group}


def _is_note(outer: _Outer, called: set[str]) -> bool:
    """Whether a line begins as a note does that the page calls: "7 Ibid." may stand at the foot of many pages."""
    start = note_start(outer.line)
    return start is not None and (start[2] or (start[0] in called and not outer.top))


def _shape(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.words.lower().split()))


def _outer(frames: Iterable[Frame], page: int, leading: float) -> Iterable[_Outer]:
    """The first and last lines of a page."""
    lines = sorted((line for frame in frames for line in frame.lines), key=lambda line: line.y)
    for lines_here, top in ((lines, True), (lines[::-1], False)):
        for index, line in enumerate(lines_here[:_OUTER]):
            following = [other for other in lines_here[index + 1 :] if abs(other.y - line.y) > _NEAR][:_BESIDE]
            apart = not following or abs(following[0].y - line.y) > _far(line, following, leading)
            yield _Outer(page, line, top, apart)


def _far(line: Line, following: Sequence[Line], leading: float) -> float:
    """How far the next lines must be for a line to stand apart; notes may be set closer than the text."""
    steps = [abs(below.y - above.y) for above, below in pairwise(following)]
    here = min([leading, *steps])
    return max(_APART * line.size, _APART * 0.9 * following[0].size, _LOOSE * here)


def _same_height(found: Sequence[_Outer]) -> Iterable[list[_Outer]]:
    group: list[_Outer] = []
    for outer in sorted(found, key=lambda item: item.line.y):
        if group and outer.line.y - group[-1].line.y > _NEAR:
            yield group
            group = []
        group.append(outer)
    if group:
        yield group


def _page_numbers(apart: Iterable[_Outer], count: int) -> dict[int, _Outer]:
    """Numbers that stand alone and count with the pages; on a single page one that stands alone is enough."""
    steps: dict[int, list[_Outer]] = defaultdict(list)
    for outer in apart:
        if match := _PAGE_NUMBER.fullmatch(outer.line.words.strip()):
            number = match.group(1)
            steps[int(number) - outer.page if number.isdecimal() else -10_000].append(outer)
    needed = 1 if count <= _OUTER else _OUTER
    return {id(outer.line): outer for found in steps.values() if len(found) >= needed for outer in found}
