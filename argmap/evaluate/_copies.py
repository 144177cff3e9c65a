"""Circles solved anew under changed conditions, many at once.

What a circle's values are hangs on what reaches it from outside: on whether a node has a ground there, and whether what it
asks of other nodes there is met; each surely, surely not, or undecided. While these stay as they are, or change only
for the worse at nodes that do not stand and for the better at nodes that do, no value inside changes: by induction over the
stages of the well-founded model. Else a copy of the circle is solved from the start (`_start`), all such copies together.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from argmap.evaluate._graph import Flags, Ints, Kinds, rows_from
from argmap.evaluate._program import AGAINST, NEED, SUPPORT, Links, Program
from argmap.evaluate._start import Counts, Waves

Small = npt.NDArray[np.int32]
SURE, LIVE, OPEN, DEAD = range(4)
"""Columns of counts: see `Counts`."""


def _counted(place: Ints, kind: Kinds, origin: Kinds, size: int) -> Small:
    """What edges add to the counts of so many places, given where they lead and the value where they start."""
    needs, against, grounds = kind == NEED, kind == AGAINST, kind == SUPPORT
    found = np.empty((size, 4), np.int32)
    found[:, SURE] = np.bincount(place[grounds & (origin == 1)], minlength=size)
    found[:, LIVE] = np.bincount(place[grounds & (origin != -1)], minlength=size)
    found[:, OPEN] = np.bincount(place[(needs & (origin != 1)) | (against & (origin != -1))], minlength=size)
    found[:, DEAD] = np.bincount(place[(needs & (origin == -1)) | (against & (origin == 1))], minlength=size)
    return found


class Touched(NamedTuple):
    """Nodes of some cases: those for which something outside their component changed.

    Attributes:
        case, node: Pairs, each once.
        change: By how much what is counted changed; shape (pairs, 4).
    """

    case: Ints
    node: Ints
    change: Small

    def those(self, chosen: Flags) -> "Touched":
        """Some of them."""
        places = np.flatnonzero(chosen)
        return Touched(self.case[places], self.node[places], self.change.take(places, axis=0))


class Decided(NamedTuple):
    """Nodes of some cases whose values are not those of the map, with their values."""

    case: Ints
    node: Ints
    value: Kinds

    def those(self, chosen: Flags) -> "Decided":
        """Some of them."""
        return Decided(self.case[chosen], self.node[chosen], self.value[chosen])


def joined(pieces: Sequence[Decided]) -> Decided:
    """All of some, one after the other."""
    none = np.zeros(0, np.int64)
    pieces = [Decided(none, none, none.astype(np.int8)), *pieces]
    return Decided(*(np.concatenate(columns) for columns in zip(*pieces, strict=True)))


class Circles:
    """The circles of a program in a state.

    Args:
        program: The program.
        value: The nodes' values.
        counts: What is counted of each node; what edges inside circles add to that is taken out here.
        inside: The edges inside circles, by number.
        unfounded: Whether what has no foundation is made false.
    """

    def __init__(self, program: Program, value: Kinds, counts: Small, inside: Ints, *, unfounded: bool) -> None:
        self._program = program
        self._value = value
        self._unfounded = unfounded
        component, count = program.component, len(program.cyclic)
        nodes = np.flatnonzero(program.cyclic[component])
        self._members = rows_from(component[nodes], nodes, count)
        nodes = self._members.items
        self._place = np.zeros(program.size, np.int64)
        self._place[nodes] = np.arange(len(nodes)) - self._members.start[component[nodes]]
        self._edges = rows_from(component[program.source[inside]], inside, count)
        edges = self._edges.items
        place = self._members.start[component[program.target_of[edges]]] + self._place[program.target_of[edges]]
        kind = program.kind[edges]
        self._inner = _counted(place, kind, np.zeros(len(edges), np.int8), len(nodes))
        counts[nodes] -= _counted(place, kind, value[program.source[edges]], len(nodes))
        self._outer = counts

    def moved(self, touched: Touched) -> Flags:
        """Which of the nodes are touched so that anything inside their circles may change."""
        outer, value = self._outer.take(touched.node, axis=0), self._value[touched.node]
        before, after = _outside(outer), _outside(outer + touched.change)
        worse = (after <= before).all(axis=0) & (value == -1)
        better = (after >= before).all(axis=0) & (value == 1)
        found: Flags = ~((after == before).all(axis=0) | worse | better)
        return found

    def of(self, touched: Touched) -> Ints:
        """The circle of each node and its case, as one number."""
        found: Ints = touched.case * len(self._program.cyclic) + self._program.component[touched.node]
        return found

    def nodes_in(self, circles: Ints) -> int:
        """How many nodes these have together, one that counts in several cases each time."""
        return int(self._members.lengths_of(circles % len(self._program.cyclic)).sum())

    def solve(self, touched: Touched) -> tuple[Decided, Ints]:
        """The circles of these nodes, solved anew in each case.

        Returns:
            What changed in them, and the cases that could not be solved.
        """
        copies, copy_of = np.unique(self.of(touched), return_inverse=True)
        case, circle = np.divmod(copies, len(self._program.cyclic))
        lengths = self._members.lengths_of(circle)
        first = np.cumsum(lengths) - lengths
        places = self._members.places(circle)
        nodes = self._members.items[places]
        counts = self._outer.take(nodes, axis=0) + self._inner.take(places, axis=0)
        counts[first[copy_of] + self._place[touched.node]] += touched.change
        values, done = self._run(circle, first, counts)
        owner = np.repeat(case, lengths)
        left = owner[:0] if done else np.unique(owner[values == 0])
        changed = values != self._value[nodes]
        return Decided(owner[changed], nodes[changed], values[changed]), left

    def _run(self, circle: Ints, first: Ints, counts: Ints) -> tuple[Ints, bool]:
        """The values in copies of these circles, whose first nodes have these numbers; whether all are decided."""
        program, size = self._program, len(counts)
        edges = self._edges.of(circle)
        offset = np.repeat(first, self._edges.lengths_of(circle))
        source = self._place[program.source[edges]] + offset
        target = self._place[program.target_of[edges]] + offset
        links = Links(size, source, target, program.kind[edges])
        sure, live, unsettled, dead = counts.T.copy()
        zero = np.zeros((3, size), np.int64)
        known = Counts(zero[0], sure, live, unsettled, dead, zero[1], zero[2])
        done = Waves(links, known, unfounded=self._unfounded).run()
        return known.value, done


def _outside(counts: Small) -> Ints:
    """What reaches nodes from outside: their grounds, and what they ask of others; each 1, 0 or -1."""
    grounds = np.where(counts[:, SURE] > 0, 1, np.where(counts[:, LIVE] > 0, 0, -1))
    conditions = np.where(counts[:, DEAD] > 0, -1, np.where(counts[:, OPEN] == 0, 1, 0))
    return np.stack((grounds, conditions))
