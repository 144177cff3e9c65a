"""Corroboration as equations: that a support is left however a few roots are rejected.

Each choice of roots makes a copy of what the claim's support rests on, without what falls with these roots: a node of it
is supported if it stands and a ground of it is supported, all the way down to sources. The claim needs its support in
every copy. Copies hold what is undecided only, and where support goes in a circle it must be founded, as everywhere.
"""

from collections.abc import Iterator
from itertools import combinations
from math import comb
from typing import Protocol

from argmap.errors import NoPositionsError
from argmap.evaluate._corroborate import above
from argmap.evaluate._program import NEED, SUPPORT
from argmap.evaluate._state import State

Literal = tuple[int, bool]
"""A node of the equations, and whether it is meant plainly."""


class New(Protocol):
    """Makes a node of literals; they may still be added to."""

    def __call__(self, children: list[Literal], *, conjunction: bool) -> int:
        """Its number."""


_MOST = 20_000
"""Nodes of all copies for one claim."""


def lasting_support(state: State, claim: int, name: str, local: dict[int, int], new: New) -> list[Literal]:
    """What must hold for a claim's support to be corroborated, in one literal for each choice of roots.

    Args:
        state: The model.
        claim: A contested claim that asks for corroboration.
        name: Its name.
        local: The equations of the program's undecided nodes.
        new: Makes more.

    Raises:
        NoPositionsError: If there are too many choices; and where circles are left open, which no copy must use.
    """
    roots = int(state.program.standards[claim].numbers[0])
    nodes = above(state.program, claim, lambda node: state.value[node] != -1)
    every = _roots(state, nodes)
    few = min(roots - 1, len(every))
    if not state.exact or state.reading.circular == "undecided" or comb(len(every), few) * len(nodes) > _MOST:
        raise NoPositionsError(name, "corroborated")
    copies = (_Copy(state, claim, nodes, state.origins.fallen(some, state.gone)) for some in combinations(every, few))
    return [literal for copy in copies for literal in copy.literals(local, new)]


def _roots(state: State, nodes: list[int]) -> list[str]:
    cited = {source for node in nodes for source in state.program.cites[node]} - state.gone
    return sorted({root for source in cited for root in state.origins.roots(source)} - state.gone)


class _Copy:
    """What a claim's support rests on, if some sources are gone."""

    def __init__(self, state: State, claim: int, nodes: list[int], gone: frozenset[str]) -> None:
        self._state = state
        self._program = state.program
        self._claim = claim
        self._nodes = nodes
        self._gone = gone
        self._sure = self._supported(1)
        self._possible = self._supported(0)

    def _supported(self, least: int) -> set[int]:
        """The nodes that are supported by those whose value is at least this."""
        program, value = self._program, self._state.value
        missing = {node: len(self._needs(node)) for node in self._nodes if node == self._claim or value[node] >= least}
        found = set[int]()
        waiting = list(missing)
        while waiting:
            node = waiting.pop()
            if node in found or missing[node] or not self._is_grounded(node, found):
                continue
            found.add(node)
            for target, kind in zip(program.out[node], program.out_kind[node], strict=True):
                if target in missing and kind in (SUPPORT, NEED):
                    missing[target] -= kind == NEED and bool(self._needs(target))
                    waiting.append(target)
        return found

    def _is_grounded(self, node: int, found: set[int]) -> bool:
        return self._is_vouched(node) or any(ground in found for ground in self._program.ground[node])

    def _is_vouched(self, node: int) -> bool:
        return bool(self._program.base[node] > 0) or any(one not in self._gone for one in self._program.cites[node])

    def _needs(self, node: int) -> list[int]:
        """What it needs beside a ground; what claims need is the business of their own equations."""
        return self._program.needs[node] if node >= self._program.claims and not self._program.ground[node] else []

    def literals(self, local: dict[int, int], new: New) -> Iterator[Literal]:
        """The literal that says that the claim is supported; none if it surely is."""
        open_nodes = [node for node in self._nodes if node in self._possible and node not in self._sure]
        children: dict[int, list[Literal]] = {node: [] for node in open_nodes}
        place = {node: new(children[node], conjunction=True) for node in open_nodes}
        for node in open_nodes:
            if node != self._claim and node in local:
                children[node].append((local[node], True))
            children[node] += [(place[need], True) for need in self._needs(node) if need in place]
            grounds = self._program.ground[node]
            if not self._is_vouched(node) and self._sure.isdisjoint(grounds):
                ways = [(place[ground], True) for ground in grounds if ground in place]
                children[node].append((new(ways, conjunction=False), True))
        if self._claim in place:
            yield place[self._claim], True
