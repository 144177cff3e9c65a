"""Stretches of a note's text, such as its titles in italics: in order and disjoint, so that those of a part are found fast."""

from bisect import bisect_left
from collections.abc import Sequence

Stretch = tuple[int, int]
"""Where one begins and ends."""


def within(stretches: Sequence[Stretch], start: int, end: int) -> Sequence[Stretch]:
    """Those that lie in a part of the text as a whole."""
    first = bisect_left(stretches, (start, start))
    stop = bisect_left(stretches, (end, end), first)
    if stop > first and stretches[stop - 1][1] > end:
        stop -= 1
    return stretches[first:stop]


def spans(stretches: Sequence[Stretch], place: int) -> bool:
    """Whether a place is inside of one, not at its edge."""
    before = bisect_left(stretches, (place, place)) - 1
    return before >= 0 and stretches[before][0] < place < stretches[before][1]
