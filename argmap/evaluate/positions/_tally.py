"""Positions as they are found."""

import numpy as np

from argmap.evaluate.positions._grounded import Labels
from argmap.evaluate.positions._problem import Problem


class Tally:
    """Keeps each position once, and counts where each claim stands and falls.

    Attributes:
        labellings: How many labellings were counted.
        stands, falls: In how many of them each claim is in, and out.
        names: How many names the positions hold together.
    """

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._found: dict[bytes, None] = {}
        self.labellings = 0
        self.names = 0
        self.stands = np.zeros(len(problem.names), np.int64)
        self.falls = np.zeros(len(problem.names), np.int64)

    @property
    def positions(self) -> int:
        """How many different positions there are."""
        return len(self._found)

    def count(self, labelling: Labels) -> None:
        """One labelling of the problem's equations more."""
        labels = self._problem.full(labelling)
        standing = labels == 1
        self.labellings += 1
        self.stands += standing
        self.falls += labels == -1
        key = np.packbits(standing).tobytes()
        if key not in self._found:
            self._found[key] = None
            self.names += int(np.count_nonzero(standing))

    def extensions(self) -> tuple[tuple[str, ...], ...]:
        """The positions, in lexicographic order of their claims' numbers."""
        names = self._problem.names
        return tuple(tuple(names[number] for number in members) for members in sorted(map(_members, self._found)))


def _members(key: bytes) -> list[int]:
    return np.flatnonzero(np.unpackbits(np.frombuffer(key, np.uint8))).tolist()
