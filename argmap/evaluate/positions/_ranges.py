"""The semi-stable labellings of a unit: those that leave least undecided."""

from collections.abc import Iterator

import numpy as np

from argmap.evaluate._budget import Budget
from argmap.evaluate._graph import Ints
from argmap.evaluate.positions._encode import false, true
from argmap.evaluate.positions._equations import Equations
from argmap.evaluate.positions._grounded import Labels
from argmap.evaluate.positions._unit import Unit


class Ranges:
    """The sets of decided nodes that are maximal, one after the other.

    Caminada, Carnielli and Dunne, "Semi-stable semantics", J. Logic and Computation 22 (2012); L-stable models (Eiter,
    Leone and Sacca, Annals of Mathematics and AI 19, 1997) on a map's equations. Algorithm: Dvorak et al.,
    "Complexity-sensitive decision procedures for abstract argumentation", AI 206 (2014).
    """

    def __init__(self, equations: Equations, budget: Budget) -> None:
        self.unit = Unit(equations, "maximal", budget)
        self._counted = equations.counted
        nodes = self.unit.nodes[self._counted]
        self._decided: Ints = self.unit.sat.more(len(nodes)) + np.arange(len(nodes))
        for clause in np.column_stack((-self._decided, true(nodes), false(nodes))).tolist():
            self.unit.sat.add(clause)

    def __iter__(self) -> Iterator[list[int]]:
        """For each set, literals that hold in exactly the labellings that decide it."""
        while (found := self.unit.find([])) is not None:
            while (better := self._better(found)) is not None:
                found = better
            known = found[self._counted] != 0
            yield self._decided[known].tolist()
            undecided = self._decided[~known].tolist()
            self.unit.sat.add(undecided)
            if not undecided:
                return

    def _better(self, found: Labels) -> Labels | None:
        """A labelling that decides all that this one does, and more."""
        known = found[self._counted] != 0
        undecided = self._decided[~known].tolist()
        if not undecided:
            return None
        switch = self.unit.sat.more()
        self.unit.sat.add([-switch, *undecided])
        better = self.unit.find([*self._decided[known].tolist(), switch])
        self.unit.sat.add([-switch])
        return better


def semi_stable(equations: Equations, budget: Budget) -> Iterator[Labels]:
    """Every labelling that decides a maximal set of nodes; the stable ones, if there are any."""
    stable = Unit(equations, "stable", budget).labellings()
    if (first := next(stable, None)) is not None:
        yield first
        yield from stable
        return
    ranges = Ranges(equations, budget)
    for assumptions in ranges:
        while (found := ranges.unit.find(assumptions)) is not None:
            yield found
            ranges.unit.sat.add(ranges.unit.other_than(found))
