"""The part of a map that a claim's status rests on: a proof, and none of it idle."""

from collections.abc import Iterable
from functools import cached_property
from typing import Never

from argmap.evaluate._part import UNDECIDED, Part, Parts
from argmap.evaluate._program import GIVEN
from argmap.evaluate._state import State

_MOST = 600
"""Elements of a proof that are tried one by one for being idle."""


class Proofs:
    """Proofs of the statuses of one state.

    Args:
        state: The state; a proof is of its values as they are when it is asked for.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    @cached_property
    def _parts(self) -> Parts:
        return Parts(self._state)  # goes through the whole map, and only `least` needs it

    def whole(self, claim: int) -> Part:
        """What the status was found by, going back from the claim; some of it may be idle."""
        program = self._state.program
        claims, relations, sources = {claim}, set[int](), set[str]()
        waiting, seen = [claim], {claim}
        while waiting:
            node = waiting.pop()
            if node < program.claims:
                claims.add(node)
            else:
                relations.add(program.relation[node - program.claims])
            before, cited = self._because(node, seen)
            sources.update(cited)
            new = [one for one in before if one not in seen]
            seen.update(new)
            waiting += new
        return Part(frozenset(claims), frozenset(relations), frozenset(sources))

    def least(self, claim: int) -> tuple[Part, bool]:
        """A proof from which nothing can be left out; and whether that was tried, or there was too much of it."""
        part = self.whole(claim)
        aim = self._state.value[claim] or UNDECIDED
        if part.elements > _MOST:
            return part, False
        for smaller in self._without(part, claim):
            left = Part(
                part.claims - smaller.claims, part.relations - smaller.relations, part.sources - smaller.sources
            )
            if self._parts.proves(left, claim) == aim:
                part = left
        return part, True

    def _without(self, part: Part, claim: int) -> Iterable[Part]:
        """Each element of a part, alone."""
        none: frozenset[Never] = frozenset()
        yield from (Part(none, frozenset((one,)), none) for one in sorted(part.relations))
        yield from (Part(frozenset((one,)), none, none) for one in sorted(part.claims - {claim}))
        yield from (Part(none, none, frozenset((one,))) for one in sorted(part.sources))

    def _because(self, node: int, seen: set[int]) -> tuple[list[int], list[str]]:
        """The nodes and sources that a node's value follows from."""
        state, program = self._state, self._state.program
        needs, against = program.needs[node], program.against[node]
        value = state.value[node]
        if node in program.standards:
            return self._weighed(node)
        if value == -1:
            killer = self._killer(node, seen)
            return ([killer], []) if killer is not None else (program.ground[node], self._cited(node))
        ground, sources = self._ground(node)
        stopped = value == 1 or any(state.value[one] == 0 for one in (*needs, *against))
        if not stopped:
            ground, sources = program.ground[node], self._cited(node)
        return [*needs, *against, *ground], sources

    def _weighed(self, claim: int) -> tuple[list[int], list[str]]:
        program = self._state.program
        around = [*program.ground[claim], *program.against[claim], *program.needs[claim], *program.watched[claim]]
        below = (claim, *program.watched[claim])
        return around, [source for node in below for source in program.cites[node]]

    def _cited(self, node: int) -> list[str]:
        return list(self._state.program.cites[node])

    def _killer(self, node: int, seen: set[int]) -> int | None:
        """What makes a node false, decided before it; one that the proof has already, if there is one."""
        state, program = self._state, self._state.program
        bad = [one for one in program.against[node] if state.value[one] == 1 and self._earlier(one, node)]
        bad += [
            one
            for one in program.needs[node]
            if state.value[one] == -1 and (self._earlier(one, node) or state.rank[one] == state.rank[node])
        ]
        return next((one for one in bad if one in seen), bad[0] if bad else None)

    def _earlier(self, one: int, than: int) -> bool:
        state = self._state
        return state.component[one] != state.component[than] or state.rank[one] < state.rank[than]

    def _ground(self, node: int) -> tuple[list[int], list[str]]:
        """One ground that founds a node which is not false."""
        state, program = self._state, self._state.program
        if program.base[node] > 0:
            return [], []
        standing = [source for source in self._cited(node) if source not in state.gone]
        if standing:
            return [], standing[:1]
        live = [one for one in program.ground[node] if state.value[one] >= state.value[node]]
        found = state.found[node]
        if state.value[node] == 0 and found >= 0 and found in live:
            return [found], []
        outside = [one for one in live if self._earlier(one, node)]
        sure = [one for one in outside if state.value[one] == 1]
        if found == GIVEN or sure or outside:
            return (sure or outside)[:1], []
        return live, []
