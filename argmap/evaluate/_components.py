"""Strongly connected components, in an order that dependence follows."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array  # type: ignore[import-untyped] # it has no types
from scipy.sparse.csgraph import connected_components  # type: ignore[import-untyped]

Numbers = NDArray[np.int64]


def components(source: Numbers, target: Numbers, size: int) -> tuple[Numbers, NDArray[np.bool_]]:
    """The component of each node, and whether each component is cyclic.

    Components are numbered so that every edge leads to the same or a higher number. scipy's algorithm (Pearce, "A
    Space-Efficient Algorithm for Finding Strongly Connected Components", Inf. Proc. Letters 116, 2016) gives them in
    reverse; that it does is checked here, since its documentation does not promise it.
    """
    if size == 0:
        return np.zeros(0, np.int64), np.zeros(0, np.bool_)
    graph = csr_array((np.ones(len(source), np.int8), (source, target)), shape=(size, size))
    count, labels = connected_components(graph, directed=True, connection="strong")
    component = count - 1 - labels.astype(np.int64)
    if (component[source] > component[target]).any():
        component = _by_hand(source, target, size)
    cyclic = np.bincount(component, minlength=count) > 1
    cyclic[component[source[source == target]]] = True
    return component, cyclic


def _by_hand(source: Numbers, target: Numbers, size: int) -> Numbers:
    follow: list[list[int]] = [[] for _ in range(size)]
    for one, other in zip(source.tolist(), target.tolist(), strict=True):
        follow[one].append(other)
    found = strong_components(range(size), follow.__getitem__, size)
    component = np.zeros(size, np.int64)
    for number, members in enumerate(reversed(found)):
        component[members] = number
    return component


def strong_components(nodes: Iterable[int], follow: Callable[[int], Sequence[int]], size: int) -> list[list[int]]:
    """Tarjan's strongly connected components (SIAM J. Comput. 1, 1972), linear, without recursion.

    Args:
        nodes: The nodes of the graph.
        follow: The nodes that a node's edges lead to; those not among `nodes` must be left out.
        size: More than any node's number.

    Returns:
        The components, each after all those that its edges lead to.
    """
    order, low = [0] * size, [0] * size
    on_path = bytearray(size)
    path: list[int] = []
    found: list[list[int]] = []
    clock = 0
    for root in nodes:
        if order[root]:
            continue
        clock += 1
        order[root] = low[root] = clock
        path.append(root)
        on_path[root] = 1
        work = [(root, iter(follow(root)))]
        while work:
            node, ahead = work[-1]
            for following in ahead:
                if not order[following]:
                    clock += 1
                    order[following] = low[following] = clock
                    path.append(following)
                    on_path[following] = 1
                    work.append((following, iter(follow(following))))
                    break
                if on_path[following]:
                    low[node] = min(low[node], order[following])
            else:
                work.pop()
                if work:
                    before = work[-1][0]
                    low[before] = min(low[before], low[node])
                if low[node] == order[node]:
                    found.append(_unwind(path, on_path, node))
    return found


def _unwind(path: list[int], on_path: bytearray, root: int) -> list[int]:
    """Take the component of `root` off the path."""
    members = []
    node = -1
    while node != root:
        node = path.pop()
        on_path[node] = 0
        members.append(node)
    return members
