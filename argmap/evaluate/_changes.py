"""What rejections change: of each the claims, in columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from argmap.evaluate._copies import Decided, joined
from argmap.evaluate._graph import Flags, Ints, Kinds, Lists, Rows, rows_of


class Effect(NamedTuple):
    """Claims, by number and in order, that one rejection changes.

    Attributes:
        lost: They stand now, and would not.
        gained: They do not stand now, and would.
        contested: They are not contested now, and would be.
    """

    lost: list[int]
    gained: list[int]
    contested: list[int]


_NONE = Effect([], [], [])


@dataclass(frozen=True, eq=False)
class Changes:
    """The effects of rejections 0 … n-1, as rows of claims; read as an `Effect` one by one.

    Attributes:
        lost, gained, contested: As in `Effect`, a row a rejection.
    """

    lost: Rows
    gained: Rows
    contested: Rows

    def __len__(self) -> int:
        return self.lost.size

    def __getitem__(self, number: int) -> Effect:
        lost, gained, contested = self._lists
        return Effect(lost[number], gained[number], contested[number])

    def __iter__(self) -> Iterator[Effect]:
        return (self[number] if names else _NONE for number, names in enumerate(self.names.tolist()))

    @cached_property
    def _lists(self) -> tuple[Lists, Lists, Lists]:
        return self.lost.lists, self.gained.lists, self.contested.lists

    @property
    def names(self) -> Ints:
        """How many claims each of them names."""
        return self.lost.lengths + self.gained.lengths + self.contested.lengths

    @property
    def telling(self) -> list[int]:
        """The numbers of those that change anything."""
        return np.flatnonzero(self.names).tolist()

    def first(self, count: int) -> "Changes":
        """The effects of the first so many."""
        return Changes(*(rows.first(count) for rows in (self.lost, self.gained, self.contested)))


def changes_of(decided: Sequence[Decided], value: Kinds, count: int) -> Changes:
    """The changes of rejections.

    Args:
        decided: The claims that are decided otherwise in each, in any order.
        value: The nodes' values now.
        count: How many rejections there are; others are left out.
    """
    case, node, new = joined(decided)
    order = np.argsort(case * len(value) + node)
    case, node, new = case[order], node[order], new[order]
    inside = case < count

    def rows(chosen: Flags) -> Rows:
        chosen &= inside
        return rows_of(case[chosen], node[chosen], count)

    return Changes(rows(value[node] == 1), rows(new == 1), rows(new == 0))
