"""In which order strengths can be computed: blocks of nodes, each after all that it depends on."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from argmap.evaluate._graph import Ints, Rows, is_cyclic, members_of, strong_components
from argmap.evaluate.strengths._graph import rows

_FEW = 50
_MANY_KNOTS = 100
"""Blocks with circles that are settled one after the other; if there are more, all that is left is settled at once."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Nodes that are computed together; `circular` if they may depend on one another."""

    nodes: Ints
    circular: bool


def blocks(sources: Ints, targets: Ints, size: int) -> Iterator[Block]:
    """Blocks that cover all nodes: levels of what is free of circles, then what is in or behind circles."""
    order, starts = _levels(rows(targets, sources, size), np.bincount(targets, minlength=size))
    for first, last in pairwise(starts):
        yield Block(order[first:last], circular=False)
    if len(order) < size:
        left = np.ones(size, bool)
        left[order] = False
        yield from _knots(sources, targets, np.flatnonzero(left))


def _levels(out: Rows, pending: Ints) -> tuple[Ints, list[int]]:
    """Kahn's order in waves (Communications of the ACM 5, 1962): the nodes, and where each wave starts."""
    waves = []
    wave = np.flatnonzero(pending == 0)
    while len(wave):
        waves.append(wave)
        wave = _narrow(out, pending, wave) if len(wave) < _FEW else _wide(out, pending, wave)
    starts = np.cumsum([0, *map(len, waves)]).tolist()
    return np.concatenate(waves) if waves else np.zeros(0, np.int64), starts


def _wide(out: Rows, pending: Ints, wave: Ints) -> Ints:
    reached = out.of(wave)
    if len(reached) * 20 < len(pending):
        nodes, counts = np.unique(reached, return_counts=True)
        pending[nodes] -= counts
        freed: Ints = nodes[pending[nodes] == 0]
        return freed
    counts = np.bincount(reached, minlength=len(pending))
    pending -= counts
    return np.flatnonzero((pending == 0) & (counts > 0))


def _narrow(out: Rows, pending: Ints, wave: Ints) -> Ints:
    start, items, left = out.start.data, out.items.data, pending.data
    found = []
    for node in wave.tolist():
        for reached in items[start[node] : start[node + 1]]:
            left[reached] -= 1
            if left[reached] == 0:
                found.append(reached)
    return np.array(found, np.int64)


def _knots(sources: Ints, targets: Ints, nodes: Ints) -> Iterator[Block]:
    """Levels of strongly connected components."""
    inside = np.isin(sources, nodes) & np.isin(targets, nodes)
    ends = np.searchsorted(nodes, sources[inside]), np.searchsorted(nodes, targets[inside])
    count, label = strong_components(ends[1], ends[0], len(nodes))
    circular = is_cyclic(ends[1], ends[0], label, count)
    between = label[ends[0]] != label[ends[1]]
    after = rows(label[ends[1]][between], label[ends[0]][between], count)
    order, starts = _levels(after, np.bincount(after.items, minlength=count))
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
