"""Strongly connected components."""

from collections.abc import Callable, Iterable, Sequence


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
