"""The first values of a program: whole waves of nodes at once, in numpy.

A wave sets all nodes that the last one decided, and counts for their neighbours what that changes (Dowling and Gallier,
J. Logic Programming 1, 1984). On maps without circles this ends with everything decided; where it stops, what has no
foundation is made false and the waves go on.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from argmap.evaluate._graph import Flags, Ints
from argmap.evaluate._program import AGAINST, NEED, SUPPORT, Links, Program

_NARROW = 64
"""Waves with fewer edges are left to the loop over single nodes, if there are many of them."""
_PATIENCE = 200
_ROUNDS = 20
"""How often all that is undecided is searched for foundations; what is left then is left to the loop, too."""


@dataclass(slots=True)
class Counts:
    """What is known of each node.

    Attributes:
        value: 1 stands, -1 does not, 0 undecided.
        sure: How many of its grounds stand.
        live: How many of them may still stand.
        open: How many of its conditions are not yet settled well: needs that do not stand, attacks that may.
        dead: How many of them are settled badly.
        rank: When it was set: each value follows from earlier ones.
        founded: When it was found to have a foundation, if it is undecided.
    """

    value: Ints
    sure: Ints
    live: Ints
    open: Ints
    dead: Ints
    rank: Ints
    founded: Ints
    clock: int = 1


def first_counts(program: Program, grounds: Ints) -> Counts:
    """The counts while nothing is decided. `grounds` are the nodes' grounds that are no nodes."""
    into = [np.bincount(program.target_of[program.kind == kind], minlength=program.size) for kind in range(3)]
    return Counts(
        value=np.zeros(program.size, np.int64),
        sure=grounds.copy(),
        live=grounds + into[SUPPORT],
        open=into[NEED] + into[AGAINST],
        dead=np.zeros(program.size, np.int64),
        rank=np.zeros(program.size, np.int64),
        founded=np.zeros(program.size, np.int64),
    )


class Waves:
    """Decides in waves.

    Args:
        links: The nodes and edges.
        counts: Their counts; changed in place.
        unfounded: Whether what has no foundation is made false.
        others: Nodes that counting does not decide.
    """

    def __init__(self, links: Links, counts: Counts, *, unfounded: bool, others: Collection[int] = ()) -> None:
        self._links = links
        self._counts = counts
        self._unfounded = unfounded
        self._plain = np.ones(links.size, np.bool_)
        self._plain[list(others)] = False
        self._narrow = 0

    def run(self) -> bool:
        """Go on until nothing more is decided; False if single nodes are left to be looked at."""
        wave = self._ready(np.arange(self._links.size))
        rounds = 0
        while self._spread(wave):
            if not self._unfounded or self._counts.value.all():
                break
            wave = self._without_foundation()
            if not wave.size:
                break
            rounds += 1
            if rounds > _ROUNDS:
                return False
            self._set(wave, -1)
        else:
            return False
        return bool(self._plain.all())

    def _ready(self, nodes: Ints) -> Ints:
        """Those of some nodes that can be decided; they get their values."""
        counts = self._counts
        nodes = nodes[(counts.value[nodes] == 0) & self._plain[nodes]]
        falls = (counts.dead[nodes] > 0) | (counts.live[nodes] == 0)
        stands = ~falls & (counts.sure[nodes] > 0) & (counts.open[nodes] == 0)
        counts.value[nodes] = stands.astype(np.int64) - falls
        decided: Ints = nodes[stands | falls]
        counts.rank[decided] = counts.clock
        counts.clock += 1
        return decided

    def _set(self, nodes: Ints, value: int) -> None:
        self._counts.value[nodes] = value
        self._counts.rank[nodes] = self._counts.clock
        self._counts.clock += 1

    def _spread(self, wave: Ints) -> bool:
        """Waves until one is empty; False if they became too narrow to be worth it."""
        while wave.size:
            edges = self._links.edges_of.places(wave)
            self._narrow += edges.size < _NARROW
            touched = self._tell(edges)
            wave = self._ready(touched)
            if self._narrow > _PATIENCE and wave.size:
                self._tell(self._links.edges_of.places(wave))
                return False
        return True

    def _tell(self, edges: Ints) -> Ints:
        """Count the decided nodes' values where their edges lead; the nodes there."""
        counts, links = self._counts, self._links
        target, kind = links.target_of[edges], links.kind[edges]
        stands = counts.value[links.source[edges]] == 1
        for chosen, into, change in (
            ((kind == SUPPORT) & stands, counts.sure, 1),
            ((kind == SUPPORT) & ~stands, counts.live, -1),
            (((kind == NEED) & stands) | ((kind == AGAINST) & ~stands), counts.open, -1),
            (((kind == NEED) & ~stands) | ((kind == AGAINST) & stands), counts.dead, 1),
        ):
            _count(into, target[chosen], change)
        return _distinct(target, links.size)

    def _without_foundation(self) -> Ints:
        """The undecided nodes that have no foundation. The others get their place in `founded`."""
        counts, links = self._counts, self._links
        counts.founded[:] = 0
        inside = counts.value == 0
        between = np.flatnonzero(inside[links.source] & inside[links.target_of])
        needs = links.kind == NEED
        grounds = links.kind == SUPPORT
        missing = np.bincount(links.target_of[between[needs[between]]], minlength=links.size)
        given = counts.live - np.bincount(links.target_of[between[grounds[between]]], minlength=links.size) > 0
        wave = np.flatnonzero(inside & (missing == 0) & given)
        place = 0
        while wave.size:
            place += 1
            counts.founded[wave] = place
            edges = self._links.edges_of.places(wave)
            target = links.target_of[edges]
            _count(missing, target[needs[edges]], -1)
            given[target[grounds[edges]]] = True
            found = _distinct(target[inside[target]], links.size)
            wave = found[(counts.founded[found] == 0) & (missing[found] == 0) & given[found]]
        return np.flatnonzero(inside & (counts.founded == 0))


def _count(into: Ints, nodes: Ints, change: int) -> None:
    if nodes.size * 20 > into.size:
        into += change * np.bincount(nodes, minlength=into.size)
    else:
        np.add.at(into, nodes, change)


def _distinct(nodes: Ints, size: int) -> Ints:
    if nodes.size * 20 < size:
        return np.unique(nodes)
    seen: Flags = np.zeros(size, np.bool_)
    seen[nodes] = True
    return np.flatnonzero(seen)
