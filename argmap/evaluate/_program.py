"""A map as a logic program over numbers: nodes, and edges of three kinds between them.

Claims are the nodes 0 … n-1, relations the nodes n … n+m-1; behind them come the answers that a conflict makes (see
`_conflicts`) and the helpers of necessary and deductive support. A node stands if one of its grounds does, all that it
needs stands, and nothing that speaks against it does:

    SUPPORT   a ground of the node that it points to
    NEED      that node cannot stand unless this one does
    AGAINST   that node cannot stand unless this one does not
    WATCH     no dependence of its own: that node's standard looks at this one

Sources are no nodes: a claim has as many grounds more as it cites sources that stand.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from argmap.evaluate._components import components
from argmap.evaluate._standards import ANY, Bounds, Standard

SUPPORT, NEED, AGAINST, WATCH = 0, 1, 2, 3
GIVEN, UNKNOWN = -1, -2
"""As what founds a node: a ground that is no node; nothing known."""
Numbers = NDArray[np.int64]


class Rows:
    """A list of numbers for each node, kept as one: two lists for the memory's sake, not a million.

    Args:
        values: The numbers of all rows, one row after the other.
        first: Where each row begins; one number more than there are rows.
    """

    __slots__ = ("_first", "_values")

    def __init__(self, values: Numbers, first: Numbers) -> None:
        self._values: list[int] = values.tolist()
        self._first: list[int] = first.tolist()

    def __getitem__(self, row: int) -> list[int]:
        return self._values[self._first[row] : self._first[row + 1]]


@dataclass(slots=True)
class Edges:
    """Edges while they are collected: where from, where to, and their kind."""

    source: list[int] = field(default_factory=list)
    target: list[int] = field(default_factory=list)
    kind: list[int] = field(default_factory=list)

    def add(self, source: int, target: int, kind: int) -> None:
        """One edge more."""
        self.source.append(source)
        self.target.append(target)
        self.kind.append(kind)


class Program:
    """The dependencies of a map.

    Attributes:
        claims: How many nodes are claims.
        conflicts: The nodes of attacks that are answered, and of the answers.
        size: How many nodes there are.
        relation: Of each node from `claims` on: the number of the relation it was made of.
        premises: Of each such node: the claims that it argues from. Index: node minus `claims`.
        target: Of each such node: the node it bears on. Index as above.
        cites: Of each claim: the sources it cites, each once.
        base: Of each node: how many grounds it has that nothing takes away.
        standards: The standards of the claims that have one of their own.
        weights: What each support and attack of such a claim weighs, by node; of its sources, by claim.
        source, target_of, kind: The edges, as arrays of equal length, in the order of the node they leave.
        first: Where each node's edges begin; one number more than there are nodes.
        component: Of each node: the number of its component; edges lead to the same or higher numbers.
        cyclic: Of each component: whether its nodes depend on themselves.
    """

    def __init__(
        self,
        *,
        claims: int,
        conflicts: frozenset[int],
        relation: list[int],
        premises: list[tuple[int, ...]],
        target: list[int],
        cites: list[tuple[str, ...]],
        base: list[int],
        edges: Edges,
        standards: dict[int, Standard],
        weights: dict[int, Bounds],
    ) -> None:
        self.claims = claims
        self.size = len(base)
        self.conflicts = conflicts
        self.relation = relation
        self.premises = premises
        self.target = target
        self.cites = cites
        self.base: Numbers = np.array(base, np.int64)
        self.standards = standards
        self.weights = weights
        source: Numbers = np.array(edges.source, np.int64)
        order = np.argsort(source, kind="stable")
        self.source: Numbers = source[order]
        self.target_of: Numbers = np.array(edges.target, np.int64)[order]
        self.kind: Numbers = np.array(edges.kind, np.int64)[order]
        self.first: Numbers = np.searchsorted(self.source, np.arange(self.size + 1))
        self.component, self.cyclic = components(self.source, self.target_of, self.size)

    @cached_property
    def out(self) -> Rows:
        """Of each node: the nodes its edges lead to."""
        return Rows(self.target_of, self.first)

    @cached_property
    def out_kind(self) -> Rows:
        """Of each node: the kinds of these edges."""
        return Rows(self.kind, self.first)

    @cached_property
    def _into(self) -> Numbers:
        return np.argsort(self.target_of, kind="stable")

    @cached_property
    def ground(self) -> Rows:
        """Of each node: the nodes that are grounds of it."""
        return self._of_kind(SUPPORT)

    @cached_property
    def needs(self) -> Rows:
        """Of each node: the nodes that it needs."""
        return self._of_kind(NEED)

    @cached_property
    def against(self) -> Rows:
        """Of each node: the nodes that speak against it."""
        return self._of_kind(AGAINST)

    @cached_property
    def watched(self) -> Rows:
        """Of each node: the nodes that its standard looks at."""
        return self._of_kind(WATCH)

    @cached_property
    def uses(self) -> list[list[int]]:
        """Of each claim: the nodes that argue from it."""
        found: list[list[int]] = [[] for _ in range(self.claims)]
        for node, premises in enumerate(self.premises, self.claims):
            for premise in premises:
                found[premise].append(node)
        return found

    def _of_kind(self, kind: int) -> Rows:
        chosen = self._into[self.kind[self._into] == kind]
        first = np.searchsorted(self.target_of[chosen], np.arange(self.size + 1))
        return Rows(self.source[chosen], first)

    def is_drawn(self, node: int) -> bool:
        """Whether a node behind the claims is a relation as the map draws it."""
        return self.relation[node - self.claims] == node - self.claims

    def standard(self, claim: int) -> Standard:
        """The standard of a claim."""
        return self.standards.get(claim, ANY)
