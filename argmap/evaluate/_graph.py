"""Graphs as numpy arrays: rows of neighbours, and components in order."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Kinds = npt.NDArray[np.int8]
"""Small numbers: kinds of edges, values of nodes."""

_FEW = 50
"""Below so many nodes at once, numpy's overhead exceeds that of a plain loop."""


class Lists:
    """Rows for loops, each as a plain list: read from the memory itself, much faster than array by array.

    Args:
        start: Where the rows start, and the end as last.
        items: What is in them.
    """

    __slots__ = ("_first", "_values")

    def __init__(self, start: Ints, items: Ints | Kinds) -> None:
        self._first = start.data
        self._values = items.data

    def __getitem__(self, row: int) -> list[int]:
        return self._values[self._first[row] : self._first[row + 1]].tolist()


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Neighbour lists of nodes 0 … n-1: those of node i are `items[start[i] : start[i + 1]]`.

    Attributes:
        start: n + 1 offsets.
        items: The neighbours, row by row.
    """

    start: Ints
    items: Ints

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.start) - 1

    @property
    def lengths(self) -> Ints:
        """How many neighbours each node has."""
        return np.diff(self.start)

    @property
    def lists(self) -> Lists:
        """The same for loops."""
        return Lists(self.start, self.items)

    @property
    def owners(self) -> Ints:
        """For every item the row it stands in."""
        return np.repeat(np.arange(self.size), self.lengths)

    def lengths_of(self, rows: Ints) -> Ints:
        """How many neighbours these nodes have."""
        found: Ints = self.start[rows + 1] - self.start[rows]
        return found

    def places(self, rows: Ints) -> Ints:
        """Where the items of these rows stand, row after row."""
        first = self.start[rows]
        lengths = self.start[rows + 1] - first
        ends = np.cumsum(lengths)
        found = np.repeat(first - ends + lengths, lengths)
        found += np.arange(len(found))
        return found

    def of(self, rows: Ints) -> Ints:
        """The items of these rows, row after row."""
        found: Ints = self.items[self.places(rows)]
        return found

    def first(self, count: int) -> "Rows":
        """The first so many rows."""
        return Rows(self.start[: count + 1], self.items[: self.start[count]])


def runs(values: npt.NDArray[np.integer]) -> Ints:
    """Where the runs of equal values start."""
    changes = np.empty(len(values), np.bool_)
    changes[:1] = True
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return np.flatnonzero(changes)


def rows_of(owners: Ints, items: Ints, size: int) -> Rows:
    """Rows from items in the order of their owners; the owners may be in any order."""
    start = np.zeros(size + 1, np.int64)
    np.cumsum(np.bincount(owners, minlength=size), out=start[1:])
    return Rows(start, items)


def rows_from(owners: Ints, items: Ints, size: int) -> Rows:
    """Rows from pairs in any order; in a row the items ascend.

    Each pair is one number: numpy sorts numbers several times faster than it finds their order.
    """
    width = int(items.max(initial=0)) + 1
    return rows_of(owners, np.sort(owners * width + items) % width, size)


def strong_components(owners: Ints, items: Ints, size: int) -> tuple[int, Ints]:
    """Strongly connected components of the edges item → owner: their number, and each node's.

    Every edge leads from a lower or equal number to a higher or equal one. scipy's algorithm (Pearce, "A
    space-efficient algorithm for finding strongly connected components", Information Processing Letters 116, 2016) is
    linear, without recursion, and closes components in such an order or its reverse; its documentation does not promise
    which, so that it is looked at.
    """
    count, label = _connected(owners, items, size, "strong")
    if np.any(label[items] > label[owners]):
        label = count - 1 - label
    return count, label


def is_cyclic(owners: Ints, items: Ints, label: Ints, count: int) -> Flags:
    """Of each strongly connected component: whether it has an edge inside."""
    cyclic = np.bincount(label, minlength=count) > 1
    cyclic[label[owners[owners == items]]] = True
    return cyclic


def weak_components(owners: Ints, items: Ints, size: int) -> tuple[int, Ints]:
    """Weakly connected components: their number, and each node's, in order of their first nodes."""
    count, label = _connected(owners, items, size, "weak")
    first = np.full(count, size)
    np.minimum.at(first, label, np.arange(size))
    rank = np.empty(count, np.int64)
    rank[np.argsort(first)] = np.arange(count)
    return count, rank[label]


def members_of(label: Ints, count: int) -> Rows:
    """The nodes of every component, in order."""
    return rows_from(label, np.arange(len(label)), count)


def levels(out: Rows, pending: Ints) -> tuple[Ints, list[int]]:
    """Kahn's order in waves (Communications of the ACM 5, 1962).

    Args:
        out: Where the edges of each node lead.
        pending: How many edges lead to each node; used up.

    Returns:
        The nodes, without those in circles and behind them; and where each level starts, the end as last.
    """
    waves = []
    wave = np.flatnonzero(pending == 0)
    while len(wave):
        waves.append(wave)
        wave = _narrow(out, pending, wave) if len(wave) < _FEW else _wide(out, pending, wave)
    starts = np.cumsum([0, *map(len, waves)]).tolist()
    return np.concatenate(waves) if waves else np.zeros(0, np.int64), starts


def _wide(out: Rows, pending: Ints, wave: Ints) -> Ints:
    reached = np.sort(out.of(wave))
    starts = runs(reached)
    nodes = reached[starts]
    pending[nodes] -= np.diff(starts, append=len(reached))
    freed: Ints = nodes[pending[nodes] == 0]
    return freed


def _narrow(out: Rows, pending: Ints, wave: Ints) -> Ints:
    start, items, left = out.start.data, out.items.data, pending.data
    found = []
    for node in wave.tolist():
        for reached in items[start[node] : start[node + 1]]:
            left[reached] -= 1
            if left[reached] == 0:
                found.append(reached)
    return np.array(found, np.int64)


def _connected(owners: Ints, items: Ints, size: int, connection: str) -> tuple[int, Ints]:
    if size == 0:
        return 0, np.zeros(0, np.int64)
    from scipy.sparse import csr_array  # type: ignore[import-untyped] # noqa: PLC0415 - slow to import; it has no types
    from scipy.sparse.csgraph import connected_components  # type: ignore[import-untyped] # noqa: PLC0415

    graph = csr_array((np.ones(len(items), np.int8), (owners, items)), shape=(size, size))
    count, label = connected_components(graph, directed=True, connection=connection)
    return int(count), label.astype(np.int64)
