"""What many rejections change, each of them alone: all at once, in numpy.

Every rejection is a *case*: the map with some grounds of some nodes taken away. What that changes mostly is not far from
them, so that only pairs of a case and a node are looked at that something reaches. They are gone through level by level, in
the order of dependence, those of all cases together: each node is decided once in each case, by what is counted of it and
what changed of that; circles by `_copies`. What does not suit is left to `State`: claims with standards, large circles,
and what is left of long chains, where there is too little to do at once.
"""

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from argmap.evaluate._copies import DEAD, LIVE, OPEN, SURE, Circles, Decided, Small, Touched, joined
from argmap.evaluate._graph import Flags, Ints, Kinds, levels, rows_from, runs
from argmap.evaluate._program import AGAINST, NEED, SUPPORT, Program
from argmap.evaluate._state import State

_LARGE = 64
"""Nodes of a circle that is not copied."""
_NARROW = 32
"""Pairs on a level that are not worth it; after `_PATIENCE` such levels the cases that go on are left."""
_PATIENCE = 300
MOST = 2_000_000
"""Changes, edges that lead from them, and nodes in copies of circles, in one sweep; then the cases that go on are left."""


FALLS, DENIED = 36, 37
"""What may happen to a node beside what edges tell it: it loses a ground that is no node; it must not stand."""
_BITS = 6
"""Of a number that says what happens."""


def _told() -> Small:
    """What changes of what is counted of a node: by kind of an edge, old and new value (each plus 1) where it comes from."""
    table = np.zeros((4, 3, 3, 4), np.int32)
    for old in (-1, 0, 1):
        for new in (-1, 0, 1):
            stands, falls = (new == 1) - (old == 1), (new == -1) - (old == -1)
            changes = table[:, old + 1, new + 1]
            changes[SUPPORT, [SURE, LIVE]] = stands, -falls
            changes[NEED, [OPEN, DEAD]] = -stands, falls
            changes[AGAINST, [OPEN, DEAD]] = -falls, stands
    found = np.zeros((38, 4), np.int32)
    found[:36] = table.reshape(-1, 4)
    found[FALLS, [SURE, LIVE]] = -1
    found[DENIED, DEAD] = 1
    return found


_TOLD = _told()


class News(NamedTuple):
    """What happens to nodes of some cases, as rows of `_TOLD`; several things may happen to one."""

    case: Ints
    node: Ints
    what: Kinds

    def those(self, chosen: Flags | Ints | slice) -> "News":
        """Some of them."""
        return News(self.case[chosen], self.node[chosen], self.what[chosen])


class Swept(NamedTuple):
    """What came of a sweep.

    Attributes:
        decided: What changes, in no order.
        left: The cases of which that says nothing.
        looked: How many changes there were, edges that lead from them, and nodes in copies of circles.
    """

    decided: Decided
    left: Ints
    looked: int


class Rejections:
    """The rejections that may be asked about in one state.

    Args:
        state: The state, all its changes kept.
    """

    def __init__(self, state: State) -> None:
        program = self._program = state.program
        self.value: Kinds = np.array(state.value, np.int8)
        columns = [state.sure, state.live, state.open, state.dead]
        self.counts: Small = np.stack(columns, axis=1, dtype=np.int32, casting="unsafe")
        source, target = program.component[program.source], program.component[program.target_of]
        self._outside: Flags = source != target
        inside = np.flatnonzero(~self._outside)
        unfounded = state.reading.circular == "out"
        self.circles = Circles(program, self.value, self.counts, inside, unfounded=unfounded)
        self.level = _levels_of(source[self._outside], target[self._outside], len(program.cyclic))[program.component]
        self.round = program.cyclic[program.component]
        self.standards = bool(program.standards)
        self.watched, self.copied = _suited(program)

    def of(self, news: News) -> Swept:
        """What changes if, in each of some cases, something happens to nodes.

        Args:
            news: In the order of the cases.
        """
        if not len(news.case):
            return Swept(joined([]), news.case, 0)
        return _Sweep(self, int(news.case[0]), int(news.case[-1]) + 1).run(news)

    def edges_from(self, decided: Decided) -> int:
        """How many edges lead from changed nodes."""
        return int(self._program.edges_of.lengths_of(decided.node).sum())

    def told(self, decided: Decided) -> News:
        """What changed nodes tell where their edges lead outside their components."""
        program = self._program
        lengths = program.edges_of.lengths_of(decided.node)
        edges = program.edges_of.places(decided.node)
        what = np.repeat(3 * self.value[decided.node] + decided.value + np.int8(4), lengths)
        what += 9 * program.kind[edges]
        told = News(np.repeat(decided.case, lengths), program.target_of[edges], what)
        outside = self._outside[edges]
        return told if outside.all() else told.those(outside)


class _Sweep:
    """One pass through the levels, over the cases from `first` on that come before `end`."""

    def __init__(self, given: Rejections, first: int, end: int) -> None:
        self._given = given
        self._first = first
        self._left: Flags = np.zeros(end - first, np.bool_)
        self._waiting: dict[int, list[News]] = {}
        self._found: list[Decided] = []
        self._looked = 0

    def run(self, news: News) -> Swept:
        self._looked = len(news.case)
        self._wait(news)
        narrow = 0
        while self._waiting:
            touched = self._next()
            narrow += len(touched.node) < _NARROW
            if narrow > _PATIENCE or self._looked > MOST:
                self._leave(touched.case)
            else:
                self._decide(touched)
        found = joined(self._found)
        return Swept(found.those(~self._is_left(found.case)), np.flatnonzero(self._left) + self._first, self._looked)

    def _is_left(self, case: Ints) -> Flags:
        found: Flags = self._left[case - self._first]
        return found

    def _leave(self, case: Ints) -> None:
        self._left[case - self._first] = True

    def _wait(self, news: News) -> None:
        """Put what happens where its level is."""
        if not len(news.node):
            return
        level = self._given.level[news.node]
        order = np.argsort(level, kind="stable")
        level, news = level[order], news.those(order)
        starts = runs(level)
        for first, last in pairwise([*starts.tolist(), len(level)]):
            self._waiting.setdefault(int(level[first]), []).append(news.those(slice(first, last)))

    def _next(self) -> Touched:
        """All that waits on the lowest level, each pair once."""
        some = self._waiting.pop(min(self._waiting))
        news = News(*(np.concatenate(columns) for columns in zip(*some, strict=True)))
        if self._left.any():
            news = news.those(~self._is_left(news.case))
        size = len(self._given.value)
        key = np.sort(((news.case * size + news.node) << _BITS) + news.what)
        pair = key >> _BITS
        starts = runs(pair)
        change = _TOLD.take(key & (1 << _BITS) - 1, axis=0)
        if len(starts) < len(key):
            change, pair = np.add.reduceat(change, starts, axis=0), pair[starts]
        return Touched(*np.divmod(pair, size), change)

    def _decide(self, touched: Touched) -> None:
        given = self._given
        if given.standards:
            self._leave(touched.case[given.watched[touched.node]])
        circular = given.round[touched.node]
        if circular.any():
            self._change(self._in_circles(touched.those(circular)))
            touched = touched.those(~circular)
        self._change(self._single(touched))

    def _single(self, touched: Touched) -> Decided:
        given = self._given
        counts = given.counts.take(touched.node, axis=0)
        counts += touched.change
        stands = (counts[:, SURE] > 0) & (counts[:, OPEN] == 0)
        falls = (counts[:, DEAD] > 0) | (counts[:, LIVE] == 0)
        value = np.where(falls, np.int8(-1), stands.view(np.int8))
        return Decided(touched.case, touched.node, value).those(value != given.value[touched.node])

    def _in_circles(self, touched: Touched) -> Decided:
        """A circle is solved anew where anything in it may change."""
        given = self._given
        moved = given.circles.moved(touched)
        copied = given.copied[touched.node]
        self._leave(touched.case[moved & ~copied])
        circles, circle = np.unique(given.circles.of(touched), return_inverse=True)
        again = np.zeros(len(circles), np.bool_)
        again[circle[moved & copied]] = True
        self._looked += given.circles.nodes_in(circles[again])
        if self._looked > MOST:
            self._leave(touched.case)
            return joined([])
        decided, unsolved = given.circles.solve(touched.those(again[circle]))
        self._leave(unsolved)
        return decided

    def _change(self, decided: Decided) -> None:
        """Note what changed, and tell of it, if there is not too much to tell."""
        self._looked += len(decided.node) + self._given.edges_from(decided)
        if self._looked > MOST:
            self._leave(decided.case)
        elif len(decided.node):
            self._found.append(decided)
            self._wait(self._given.told(decided))


def _levels_of(source: Ints, target: Ints, count: int) -> Ints:
    """Of each component: its level; edges between components lead to higher levels."""
    components, starts = levels(rows_from(source, target, count), np.bincount(target, minlength=count))
    level = np.empty(count, np.int64)
    level[components] = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    return level.astype(np.min_scalar_type(len(starts)))  # numpy sorts 16 bits in linear time


def _suited(program: Program) -> tuple[Flags, Flags]:
    """Which nodes have a standard, or are looked at by one that has; which are in circles that may be copied."""
    watched = np.zeros(program.size, np.bool_)
    watched[list(program.standards)] = True
    watched[program.source[watched[program.target_of]]] = True
    small = np.bincount(program.component) <= _LARGE
    small[program.component[watched]] = False
    return watched, small[program.component]
