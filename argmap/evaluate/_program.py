"""A map as a logic program over numbers: nodes, and edges of three kinds between them.

Claims are the nodes 0 … n-1, relations the nodes n … n+m-1; behind them come the answers that a conflict makes (see
`_conflicts`) and the helpers of necessary and deductive support. A node stands if one of its grounds does, all that it
needs stands, and nothing that speaks against it does:

    SUPPORT   a ground of the node that it points to
    NEED      that node cannot stand unless this one does
    AGAINST   that node cannot stand unless this one does not
    WATCH     no dependence of its own: that node's standard looks at this one

Sources are no nodes: a node has as many grounds more as it cites sources that stand. A relation that cites none has one
that nothing takes away; one that does cite stands by these only (see the package).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

import numpy as np

from argmap.evaluate._graph import Flags, Ints, Kinds, Lists, Rows, is_cyclic, rows_from, rows_of, strong_components
from argmap.evaluate._standards import ANY, Bounds
from argmap.model import Standard

SUPPORT, NEED, AGAINST, WATCH = 0, 1, 2, 3
GIVEN, UNKNOWN = -1, -2
"""As what founds a node: a ground that is no node; nothing known."""


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


class Links:
    """Nodes, and edges of the kinds above between them.

    Attributes:
        size: How many nodes there are.
        source, target_of, kind: The edges, as arrays of equal length, in the order of the node they leave.
        edges_of: Of each node: the nodes its edges lead to, as rows of `target_of`.
    """

    def __init__(self, size: int, source: Ints, target_of: Ints, kind: Kinds) -> None:
        self.size = size
        self.source = source
        self.target_of = target_of
        self.kind = kind
        self.edges_of = rows_of(source, target_of, size)


class Program(Links):
    """The dependencies of a map.

    Attributes:
        claims: How many nodes are claims.
        conflicts: The nodes of attacks that are answered, and of the answers.
        relation: Of each node from `claims` on: the number of the relation it was made of.
        premises: Of each such node: the claims that it argues from. Index: node minus `claims`.
        target: Of each such node: the node it bears on. Index as above.
        cites: Of each node: the sources it cites, each once.
        base: Of each node: how many grounds it has that nothing takes away.
        standards: The standards of the claims that have one of their own.
        weights: What each support and attack of such a claim weighs, by node; of its sources, by claim.
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
        self.conflicts = conflicts
        self.relation = relation
        self.premises = premises
        self.target = target
        self.cites = cites
        self.base: Ints = np.array(base, np.int64)
        self.standards = standards
        self.weights = weights
        source: Ints = np.array(edges.source, np.int64)
        order = np.argsort(source, kind="stable")
        ends, kinds = np.array(edges.target, np.int64), np.array(edges.kind, np.int8)
        super().__init__(len(base), source[order], ends[order], kinds[order])
        count, self.component = strong_components(self.target_of, self.source, self.size)
        self.cyclic = is_cyclic(self.target_of, self.source, self.component, count)

    @cached_property
    def sources(self) -> dict[str, int]:
        """The sources that are cited, with their numbers."""
        return {source: number for number, source in enumerate(dict.fromkeys(chain.from_iterable(self.cites)))}

    @cached_property
    def citations(self) -> tuple[Ints, Ints]:
        """Every citation: the node, and the number of the source; in the order of the nodes."""
        node = np.repeat(np.arange(self.size), np.fromiter(map(len, self.cites), np.int64, self.size))
        sources = map(self.sources.__getitem__, chain.from_iterable(self.cites))
        return node, np.fromiter(sources, np.int64, len(node))

    @cached_property
    def citing(self) -> Rows:
        """Of each cited source, by number: the nodes that cite it."""
        node, source = self.citations
        return rows_from(source, node, len(self.sources))

    def stand(self, gone: Iterable[str]) -> Flags:
        """Of each cited source, by number: whether it is not among those that are gone."""
        found = np.ones(len(self.sources), np.bool_)
        found[[self.sources[source] for source in gone if source in self.sources]] = False
        return found

    @cached_property
    def _citing(self) -> Lists:
        return self.citing.lists

    def that_cite(self, source: str) -> list[int]:
        """The nodes that cite a source."""
        number = self.sources.get(source)
        return [] if number is None else self._citing[number]

    @cached_property
    def out(self) -> Lists:
        """Of each node: the nodes its edges lead to."""
        return Lists(self.edges_of.start, self.target_of)

    @cached_property
    def out_kind(self) -> Lists:
        """Of each node: the kinds of these edges."""
        return Lists(self.edges_of.start, self.kind)

    @cached_property
    def _into(self) -> Ints:
        return np.argsort(self.target_of, kind="stable")

    @cached_property
    def ground(self) -> Lists:
        """Of each node: the nodes that are grounds of it."""
        return self._of_kind(SUPPORT)

    @cached_property
    def needs(self) -> Lists:
        """Of each node: the nodes that it needs."""
        return self._of_kind(NEED)

    @cached_property
    def against(self) -> Lists:
        """Of each node: the nodes that speak against it."""
        return self._of_kind(AGAINST)

    @cached_property
    def watched(self) -> Lists:
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

    def _of_kind(self, kind: int) -> Lists:
        chosen = self._into[self.kind[self._into] == kind]
        return rows_of(self.target_of[chosen], self.source[chosen], self.size).lists

    def is_drawn(self, node: int) -> bool:
        """Whether a node behind the claims is a relation as the map draws it."""
        return self.relation[node - self.claims] == node - self.claims

    def standard(self, claim: int) -> Standard:
        """The standard of a claim."""
        return self.standards.get(claim, ANY)
