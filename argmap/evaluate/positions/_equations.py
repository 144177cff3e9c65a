"""Boolean equations: what frameworks and maps have in common once their grounded part is taken out.

Node n is either a conjunction or a disjunction of children, each plain or negated. A framework's argument is the
conjunction of its negated attackers; the inferences and claims of a map follow in `_of_map`. Every node of `Equations`
is undecided in the grounded labelling, so constants have been simplified away.

A *complete labelling* is a three-valued stable model (Przymusinski, Fundamenta Informaticae 13, 1990): the pair (T, P) of
what is true and what is possible with T = least model if exactly P's complement is negated, P = least model if exactly
T's complement is. On frameworks these are Dung's complete labellings (Wu, Caminada and Gabbay, Studia Logica 93, 2009).
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from argmap.evaluate._graph import Flags, Ints, Rows, rows_of, strong_components
from argmap.evaluate.positions._grounded import Labels
from argmap.evaluate.positions.framework import Framework


@dataclass(frozen=True, eq=False)
class Equations:
    """Nodes 0 … n-1, and behind them, if the equations are part of greater ones, inputs n, n+1, ….

    Attributes:
        children: Rows of children by node.
        plain: For each item of `children`, whether it is not negated.
        conjunction: By node.
        counted: By node, whether it counts that it is undecided: not for what only helps to write others' equations.
        inputs: How many inputs there are.
    """

    children: Rows
    plain: Flags
    conjunction: Flags
    counted: Flags
    inputs: int = 0

    @property
    def size(self) -> int:
        """How many nodes there are, inputs not counted."""
        return self.children.size

    @cached_property
    def circular(self) -> bool:
        """Whether plain children lead in a circle anywhere."""
        inside = self.plain & (self.children.items < self.size)
        owners, items = self.children.owners[inside], self.children.items[inside]
        count, _ = strong_components(owners, items, self.size) if len(items) else (self.size, None)
        return count < self.size or bool(np.any(owners == items))

    def part(self, nodes: Ints) -> tuple["Equations", Ints]:
        """The equations of some nodes; children that are not among them become inputs, given as second value."""
        places = self.children.places(nodes)
        items = self.children.items[places]
        lengths = self.children.lengths[nodes]
        outside = np.setdiff1d(items, nodes)
        known = np.concatenate((nodes, outside))
        order = np.argsort(known, kind="stable")
        local = order[np.searchsorted(known[order], items)]
        rows = rows_of(np.repeat(np.arange(len(nodes)), lengths), local, len(nodes))
        return Equations(rows, self.plain[places], self.conjunction[nodes], self.counted[nodes], len(outside)), outside

    def least(self, negated: Flags, given: Flags) -> Flags:
        """The least model: which nodes follow if exactly the `negated` nodes' negations hold.

        Args:
            negated: By node and input.
            given: By input, whether it holds plainly.
        """
        plain = self.plain
        items, owners = self.children.items, self.children.owners
        holds = np.zeros(len(items), bool)
        holds[~plain] = negated[items[~plain]]
        outer = plain & (items >= self.size)
        holds[outer] = given[items[outer] - self.size]
        missing = np.where(self.conjunction, self.children.lengths, 1) - np.bincount(owners[holds], minlength=self.size)
        true = missing <= 0
        if plain.any():
            self._spread(true, missing)
        return true

    def _spread(self, true: Flags, missing: Ints) -> None:
        """Unit propagation over plain children (Dowling and Gallier, J. Logic Programming 1, 1984)."""
        start, parents = self._parents.start.data, self._parents.items.data
        flags, left = true.data, missing.data
        stack = np.flatnonzero(true).tolist()
        while stack:
            node = stack.pop()
            for parent in parents[start[node] : start[node + 1]]:
                left[parent] -= 1
                if left[parent] == 0:
                    flags[parent] = True
                    stack.append(parent)

    @cached_property
    def _parents(self) -> Rows:
        """For every node those that have it as a plain child."""
        inside = self.plain & (self.children.items < self.size)
        items, owners = self.children.items[inside], self.children.owners[inside]
        order = np.argsort(items, kind="stable")
        return rows_of(items[order], owners[order], self.size)


def equations_of(framework: Framework, labels: Labels) -> tuple[Equations, Ints]:
    """The equations of the arguments that the grounded labelling leaves undecided, and their numbers."""
    nodes = np.flatnonzero(labels == 0)
    local = np.full(framework.size, -1)
    local[nodes] = np.arange(len(nodes))
    attackers = framework.attackers
    owners, items = local[attackers.owners], local[attackers.items]
    kept = (owners >= 0) & (items >= 0)
    rows = rows_of(owners[kept], items[kept], len(nodes))
    return Equations(rows, np.zeros(len(rows.items), bool), np.ones(len(nodes), bool), np.ones(len(nodes), bool)), nodes
