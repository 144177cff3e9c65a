"""Whether the support of a claim outlives the rejection of any few roots."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.evaluate._program import Program
    from argmap.evaluate._state import State

_MOST = 2_000
"""Proofs looked for before giving up."""


def survives(
    state: State, claim: int, roots: int, counts: Callable[[int], bool], cited: Collection[str] | None = None
) -> bool | None:
    """Whether a support of a claim is left however any `roots` - 1 roots are rejected.

    Only the nodes that `counts` names support anything: those that stand, or those that may; and only the sources that
    are `cited`, if they are given. A claim below counts as soon as something supports it,
    whatever its own standard. Where one proof holds, only rejections that hit it can matter, so that the search branches
    over its roots alone.

    Returns:
        None if it was too hard to find out.
    """
    return _Search(state, claim, counts, cited).survives(roots)


class _Search:
    def __init__(self, state: State, claim: int, counts: Callable[[int], bool], cited: Collection[str] | None) -> None:
        self._cited = cited
        self._state = state
        self._claim = claim
        self._order = above(state.program, claim, counts)
        self._seen: set[frozenset[str]] = set()

    def survives(self, roots: int) -> bool | None:
        if self._disjoint(roots):
            return True
        waiting = [(frozenset[str](), roots - 1)]
        while waiting:
            rejected, left = waiting.pop()
            if rejected in self._seen:
                continue
            self._seen.add(rejected)
            if len(self._seen) > _MOST:
                return None
            proof = self._proof(rejected)
            if proof is None:
                return False
            if left:
                waiting += [(rejected | {root}, left - 1) for root in proof]
        return True

    def _disjoint(self, roots: int) -> bool:
        """Whether so many proofs without a common root are found at once."""
        rejected: frozenset[str] = frozenset()
        for _ in range(roots):
            proof = self._proof(rejected)
            if proof is None:
                return False
            rejected |= proof
        return True

    def _proof(self, rejected: frozenset[str]) -> frozenset[str] | None:
        """The roots of one proof of the claim without these; None if there is none."""
        state = self._state
        gone = state.origins.fallen(rejected, state.gone)
        roots: dict[int, frozenset[str]] = {}
        grown = True
        while grown:
            grown = False
            state.searched += len(self._order)
            for node in self._order:
                if node not in roots and (found := self._step(node, roots, gone)) is not None:
                    roots[node] = found
                    grown = True
        return roots.get(self._claim)

    def _step(self, node: int, roots: dict[int, frozenset[str]], gone: frozenset[str]) -> frozenset[str] | None:
        program, origins = self._state.program, self._state.origins
        proofs = [roots[ground] for ground in program.ground[node] if ground in roots]
        struck = self._state.struck
        standing = [
            one for one in program.cites[node] if one not in gone and self._may_cite(one) and (node, one) not in struck
        ]
        proofs += [frozenset(origins.holds(source, gone)[-1:]) for source in standing]
        proofs += [frozenset[str]()] if program.base[node] > 0 else []
        needs = program.needs[node] if node >= program.claims and not program.ground[node] else []
        if not proofs or any(need not in roots for need in needs):
            return None
        return min(proofs, key=len).union(*(roots[need] for need in needs))

    def _may_cite(self, source: str) -> bool:
        return self._cited is None or source in self._cited


def above(program: Program, claim: int, counts: Callable[[int], bool]) -> list[int]:
    """The claim and what its support rests on, as far as it counts; what is nearer to the sources mostly first."""
    seen = {claim}
    order = [claim]
    for node in order:
        others = program.ground[node] if node < program.claims or program.ground[node] else program.needs[node]
        for other in others:
            if other not in seen and counts(other):
                seen.add(other)
                order.append(other)
    order.reverse()
    return order
