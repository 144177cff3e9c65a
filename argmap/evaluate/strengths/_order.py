"""In which order strengths can be computed: blocks of nodes, each after all that it depends on."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from argmap.evaluate._graph import Ints, is_cyclic, levels, members_of, strong_components
from argmap.evaluate.strengths._graph import rows

_MANY_KNOTS = 100
"""Blocks with circles that are settled one after the other; if there are more, all that is left is settled at once."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Nodes that are computed together; `circular` if they may depend on one another."""

    nodes: Ints
    circular: bool


def blocks(sources: Ints, targets: Ints, size: int) -> Iterator[Block]:
    """Blocks that cover all nodes: levels of what is free of circles, then what is in or behind circles."""
    order, starts = levels(rows(targets, sources, size), np.bincount(targets, minlength=size))
    for first, last in pairwise(starts):
        yield Block(order[first:last], circular=False)
    if len(order) < size:
        left = np.ones(size, bool)
        left[order] = False
        yield from _knots(sources, targets, np.flatnonzero(left))


def _knots(sources: Ints, targets: Ints, nodes: Ints) -> Iterator[Block]:
    """Levels of strongly connected components."""
    inside = np.isin(sources, nodes) & np.isin(targets, nodes)
    ends = np.searchsorted(nodes, sources[inside]), np.searchsorted(nodes, targets[inside])
    count, label = strong_components(ends[1], ends[0], len(nodes))
    circular = is_cyclic(ends[1], ends[0], label, count)
    between = label[ends[0]] != label[ends[1]]
    after = rows(label[ends[1]][between], label[ends[0]][between], count)
    order, starts = levels(after, np.bincount(after.items, minlength=count))
    spans = list(pairwise(starts))
    if sum(bool(circular[order[first:last]].any()) for first, last in spans) > _MANY_KNOTS:
        yield Block(nodes, circular=True)
        return
    members = members_of(label, count)
    for first, last in spans:
        level = order[first:last]
        for kind in (False, True):
            chosen = level[circular[level] == kind]
            if len(chosen):
                yield Block(nodes[members.of(chosen)], circular=kind)
