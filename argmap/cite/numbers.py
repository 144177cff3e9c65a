"""Note numbers in back references ("note 76 above"): which note is meant where the number has gone stale.

A number goes stale when notes are put in or taken out before the note it names, or when a text numbered by chapter is
numbered throughout. Numbers that name an author show by how much; the others are mended by their neighbours' offset.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_FEW = 2


@dataclass(frozen=True, slots=True)
class Number:
    """A note number as a back reference gives it.

    Attributes:
        chapter: The chapter of the note that gives it.
        offsets: By how much it may be off, 0 if not at all: the notes before it that cite the work of the author it names.
    """

    chapter: int
    n: int
    offsets: tuple[int, ...]


@dataclass(slots=True)
class Offsets:
    """By how much the numbers of each chapter are off, as far as those with an author show."""

    _points: Mapping[int, list[tuple[int, int]]] = field(default_factory=dict)

    def at(self, chapter: int, n: int) -> tuple[int, int] | None:
        """The offset of a number and how many others show it; None if nothing does, or its neighbours disagree."""
        points = self._points.get(chapter)
        if not points:
            return None
        place = bisect_left(points, (n, -(10**9)))
        near = [points[index][1] for index in (place - 1, place) if 0 <= index < len(points)]
        if len(set(near)) != 1:
            return None
        return near[0], sum(offset == near[0] for _, offset in points)


def measured(numbers: Iterable[Number]) -> Offsets:
    """Read the offsets off the numbers that name an author: of several possible ones that which fits most of the others."""
    grouped: dict[int, list[Number]] = defaultdict(list)
    for number in numbers:
        if number.offsets:
            grouped[number.chapter].append(number)
    points: dict[int, list[tuple[int, int]]] = {}
    for chapter, group in grouped.items():
        votes = Counter(offset for number in group for offset in set(number.offsets))
        chosen = ((number.n, _fitting(number, votes)) for number in group)
        points[chapter] = sorted(chosen)
    return Offsets(points)


def _fitting(number: Number, votes: Counter[int]) -> int:
    if 0 in number.offsets:
        return 0
    return max(number.offsets, key=lambda offset: (votes[offset], -abs(offset)))


def enough(votes: int) -> bool:
    """Whether so many numbers suffice to mend another that names no author."""
    return votes >= _FEW
