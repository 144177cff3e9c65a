"""Running heads and page numbers: what comes again at the head or foot of the pages."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from argmap.model import Loss
from argmap.read.pdf.lines import Frame, Line
from argmap.read.pdf.notes import called_on, note_start

_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,7}\b")
_LEADING = re.compile(r"\s{0,3}(\d{1,4})\b")
_PAGE_NUMBER = re.compile(
    r"[\[(\-–—\s]{0,4}(?:p(?:age|\.)?|seite)?\s?(\d{1,4}|[ivxlc]{1,7})(?:\s?(?:of|/|von)\s?\d{1,4})?[\])\-–—\s]{0,4}",
    re.IGNORECASE,
)
_NEAR = 6.0
_FEWEST = 3
_SHARE = 0.3
_ENOUGH = 5
_OUTER = 2
_APART = 1.6


def drop_furniture(pages: Sequence[list[Frame]]) -> list[Loss]:
    """Take running heads and page numbers out of the frames; returns what was taken, each wording once."""
    groups: dict[tuple[bool, str], list[tuple[int, Line]]] = defaultdict(list)
    alone: list[tuple[int, Line, bool]] = []
    for index, frames in enumerate(pages):
        called = called_on(frames)
        for line, top, apart in _outer(frames):
            if (top or apart) and not _is_note(line, called):
                groups[top, _shape(line)].append((index, line))
            if apart and _PAGE_NUMBER.fullmatch(line.words.strip()):
                alone.append((index, line, top))
    gone = {**_repeated(groups, len(pages)), **_page_numbers(alone, len(pages))}
    for frames in pages:
        for frame in frames:
            frame.lines = [line for line in frame.lines if id(line) not in gone]
    words: Counter[tuple[str, str]] = Counter()
    for line, top in gone.values():
        if any(char.isalpha() for char in _DIGITS.sub("", line.words)):
            words["page header" if top else "page footer", _DIGITS.sub("#", line.words.strip())] += 1
    return [Loss(what=what, detail=f"{detail} ({count} times)") for (what, detail), count in words.items()]


def _repeated(groups: Mapping[tuple[bool, str], list[tuple[int, Line]]], count: int) -> dict[int, tuple[Line, bool]]:
    """Lines that come again at one height; a number at the beginning of a foot must count with the pages."""
    gone: dict[int, tuple[Line, bool]] = {}
    for (top, _), found in groups.items():
        for group in _same_height(found):
            many = len({index for index, _ in group}) >= max(_FEWEST, min(_SHARE * count, _ENOUGH))
            if many and (top or _counts_with_pages(group)):
                gone.update({id(line): (line, top) for _, line in group})
    return gone


def _counts_with_pages(group: Sequence[tuple[int, Line]]) -> bool:
    numbers = [(index, _LEADING.match(line.words)) for index, line in group]
    return len({int(match.group(1)) - index if match else None for index, match in numbers}) == 1


def _is_note(line: Line, called: set[str]) -> bool:
    """Whether a line begins as a note does that the page calls: "7 Ibid." may stand at the foot of many pages."""
    start = note_start(line)
    return start is not None and (start[2] or start[0] in called)


def _shape(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.words.lower().split()))


def _outer(frames: Iterable[Frame]) -> list[tuple[Line, bool, bool]]:
    """The first and last lines of a page: whether at the top, and whether they stand apart from the text."""
    lines = sorted((line for frame in frames for line in frame.lines), key=lambda line: line.y)
    result = []
    for lines_here, top in ((lines, True), (lines[::-1], False)):
        for index, line in enumerate(lines_here[:_OUTER]):
            following = [other for other in lines_here[index + 1 :] if abs(other.y - line.y) > _NEAR][:1]
            apart = not following or abs(following[0].y - line.y) > _APART * max(line.size, following[0].size * 0.9)
            result.append((line, top, apart))
    return result


def _same_height(found: list[tuple[int, Line]]) -> Iterable[list[tuple[int, Line]]]:
    found.sort(key=lambda item: item[1].y)
    group: list[tuple[int, Line]] = []
    for item in found:
        if group and item[1].y - group[-1][1].y > _NEAR:
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _page_numbers(alone: Iterable[tuple[int, Line, bool]], count: int) -> dict[int, tuple[Line, bool]]:
    """Numbers that stand alone and count with the pages; on a single page one that stands alone is enough."""
    steps: dict[int, list[tuple[Line, bool]]] = defaultdict(list)
    for index, line, top in alone:
        match = _PAGE_NUMBER.fullmatch(line.words.strip())
        number = match.group(1) if match else ""
        steps[int(number) - index if number.isdecimal() else -10_000].append((line, top))
    needed = 1 if count <= _OUTER else _OUTER
    return {id(line): (line, top) for found in steps.values() if len(found) >= needed for line, top in found}
