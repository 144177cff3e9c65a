"""What many rejections change, each of them alone: all at once, in numpy.

Every rejection is a *case*: the map with some grounds of some nodes taken away. What that changes mostly is not far from
them, so that only pairs of a case and a node are looked at that something reaches. They are gone through level by level, in
the order of dependence, those of all cases together: each node is decided once in each case, by what is counted of it and
what changed of that; circles by `_copies`. What does not suit is left to `State`: claims with standards, large circles,
and what is left of long chains, where there is too little to do at once.
"""

from itertools import pairwise

import numpy as np

from argmap.evaluate._copies import DEAD, LIVE, OPEN, SURE, Circles, Decided, Touched, counted
from argmap.evaluate._graph import Flags, Ints, levels, rows_of
from argmap.evaluate._program import AGAINST, NEED, SUPPORT, Program
from argmap.evaluate._state import State

_LARGE = 64
"""Nodes of a circle that is not copied."""
_NARROW = 32
"""Pairs on a level that are not worth it; after `_PATIENCE` such levels the cases that go on are left."""
_PATIENCE = 300
_MOST = 5_000_000
"""Pairs looked at for one answer before the cases that go on are left."""


def _told() -> Ints:
    """What a node's change is for a node that an edge leads to: by kind, old and new value (each plus 1), a row."""
    table = np.zeros((4, 3, 3, 4), np.int64)
    for old in (-1, 0, 1):
        for new in (-1, 0, 1):
            stands, falls = (new == 1) - (old == 1), (new == -1) - (old == -1)
            changes = table[:, old + 1, new + 1]
            changes[SUPPORT, [SURE, LIVE]] = stands, -falls
            changes[NEED, [OPEN, DEAD]] = -stands, falls
            changes[AGAINST, [OPEN, DEAD]] = -falls, stands
    return table.reshape(-1, 4)


_TOLD = _told()


class Rejections:
    """The rejections that may be asked about in one state.

    Args:
        state: The state, all its changes kept.
    """

    def __init__(self, state: State) -> None:
        program = self._program = state.program
        value: Ints = np.array(state.value, np.int64)
        given: Ints = np.array(state.given, np.int64)
        self.value, self.given = value, given
        outward = np.flatnonzero(program.component[program.source] != program.component[program.target_of])
        self._edges = rows_of(program.source[outward], outward, program.size)
        self.counts = counted(program, value, given, outward)
        self.circles = Circles(program, value, self.counts, unfounded=state.reading.circular == "out")
        self.level = _level_of(program)
        self.round = program.cyclic[program.component]
        self.watched, self.copied = _suited(program)

    def of(self, case: Ints, node: Ints, lost: Ints, cases: int) -> tuple[Decided, Flags]:
        """What changes if, in each case, nodes lose so many of the grounds that are no nodes.

        Args:
            case: Of each loss: the case.
            node: The node; each pair of a case and a node once.
            lost: How many grounds it loses.
            cases: How many cases there are: 0 … cases - 1.

        Returns:
            What changes, in no order; and the cases that are left, of which it says nothing.
        """
        sweep = _Sweep(self, cases)
        found = sweep.run(case, node, lost)
        return found, sweep.left

    def told(self, decided: Decided) -> Touched:
        """Where the edges of changed nodes lead outside their components, and what that changes there; unsorted."""
        program = self._program
        edges = self._edges.of(decided.node)
        lengths = self._edges.lengths_of(decided.node)
        change = np.repeat(3 * (self.value[decided.node] + 1) + decided.value + 1, lengths)
        return Touched(
            np.repeat(decided.case, lengths), program.target_of[edges], _TOLD[9 * program.kind[edges] + change]
        )


class _Sweep:
    """One pass through the levels.

    Attributes:
        left: The cases that are left.
    """

    def __init__(self, given: Rejections, cases: int) -> None:
        self._given = given
        self.left: Flags = np.zeros(cases, np.bool_)
        self._waiting: dict[int, list[Touched]] = {}
        self._found: list[Decided] = []

    def run(self, case: Ints, node: Ints, lost: Ints) -> Decided:
        change = np.zeros((len(node), 4), np.int64)
        change[:, SURE] = change[:, LIVE] = -lost
        matters = (self._given.given[node] <= lost) | self._given.watched[node]
        self._wait(Touched(case, node, change).those(matters))
        looked, narrow = 0, 0
        while self._waiting:
            touched = self._next()
            looked += len(touched.node)
            narrow += len(touched.node) < _NARROW
            if narrow > _PATIENCE or looked > _MOST:
                self._leave(touched)
            else:
                self._decide(touched)
        none = np.zeros(0, np.int64)
        found = (
            Decided(*(np.concatenate(columns) for columns in zip(*self._found, strict=True)))
            if self._found
            else Decided(none, none, none)
        )
        return found.those(~self.left[found.case])

    def _wait(self, touched: Touched) -> None:
        """Put what is touched where its level is."""
        if not len(touched.node):
            return
        level = self._given.level[touched.node]
        order = np.argsort(level)
        level, touched = level[order], touched.those(order)
        starts = np.flatnonzero(np.diff(level, prepend=-1))
        for first, last in pairwise([*starts.tolist(), len(level)]):
            self._waiting.setdefault(int(level[first]), []).append(touched.those(slice(first, last)))

    def _next(self) -> Touched:
        """All that waits on the lowest level, each pair once."""
        some = self._waiting.pop(min(self._waiting))
        case, node, change = (np.concatenate(columns) for columns in zip(*some, strict=True))
        kept = ~self.left[case]
        key = case[kept] * len(self._given.value) + node[kept]
        order = np.argsort(key)
        starts = np.flatnonzero(np.diff(key[order], prepend=-1))
        case, node = np.divmod(key[order][starts], len(self._given.value))
        return Touched(case, node, np.add.reduceat(change[kept][order], starts, axis=0) if len(starts) else change[:0])

    def _leave(self, touched: Touched) -> None:
        self.left[touched.case] = True

    def _decide(self, touched: Touched) -> None:
        given = self._given
        self._leave(touched.those(given.watched[touched.node]))
        in_circle = given.round[touched.node]
        self._change(self._single(touched.those(~in_circle)))
        self._change(self._in_circles(touched.those(in_circle)))

    def _single(self, touched: Touched) -> Decided:
        given = self._given
        counts = given.counts[touched.node] + touched.change
        stands = (counts[:, SURE] > 0) & (counts[:, OPEN] == 0)
        falls = (counts[:, DEAD] > 0) | (counts[:, LIVE] == 0)
        decided = Decided(touched.case, touched.node, np.where(falls, -1, stands.astype(np.int64)))
        return decided.those(decided.value != given.value[touched.node])

    def _in_circles(self, touched: Touched) -> Decided:
        """A circle is solved anew where anything in it may change."""
        given = self._given
        moved = given.circles.moved(touched)
        self._leave(touched.those(moved & ~given.copied[touched.node]))
        circle = given.circles.of(touched)
        again = np.isin(circle, circle[moved]) & given.copied[touched.node]
        decided, unsolved = given.circles.solve(touched.those(again))
        self.left[unsolved] = True
        return decided

    def _change(self, decided: Decided) -> None:
        if len(decided.node):
            self._found.append(decided)
            self._wait(self._given.told(decided))


def _level_of(program: Program) -> Ints:
    """Of each node: the level of its component; edges between components lead to higher levels."""
    source, target = program.component[program.source], program.component[program.target_of]
    between = source != target
    source, target = source[between], target[between]
    order = np.argsort(source)
    count = len(program.cyclic)
    components, starts = levels(rows_of(source[order], target[order], count), np.bincount(target, minlength=count))
    level = np.empty(count, np.int64)
    level[components] = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    found: Ints = level[program.component]
    return found


def _suited(program: Program) -> tuple[Flags, Flags]:
    """Which nodes have a standard, or are looked at by one that has; which are in circles that may be copied."""
    watched = np.zeros(program.size, np.bool_)
    watched[list(program.standards)] = True
    watched[program.source[watched[program.target_of]]] = True
    small = np.bincount(program.component) <= _LARGE
    small[program.component[watched]] = False
    return watched, small[program.component]
