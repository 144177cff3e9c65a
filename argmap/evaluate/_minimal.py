"""Minimal sets of sources: those whose joint rejection topples a claim, and those that hold it.

Whatever proves that the claim stands under one rejection proves it under every other that spares the sources the proof
uses and rejects those it needs rejected; a further rejection can only topple the claim by hitting the proof. So the
search grows rejections by the sources of proofs (the hitting-set tree of Reiter, "A Theory of Diagnosis from First
Principles", Artificial Intelligence 32, 1987), smallest first, and what it finds is minimal. It needs no monotony: where a
further rejection brings the claim back, it goes on from there. Beyond `_TREE` rejections the same proofs become clauses,
and a MaxSAT solver chooses the next rejection (implicit hitting sets: Ignatiev, Morgado and Marques-Silva, "RC2: an
Efficient MaxSAT Solver", JSAT 11, 2019).

Every source may be rejected, and copies fall with what they are derived from: two publications of one manuscript count as
one, since the manuscript topples both.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from argmap.errors import SatMissingError
from argmap.evaluate._budget import Budget
from argmap.evaluate._proof import Proofs
from argmap.evaluate._sat import Chooser, sat_installed
from argmap.evaluate._state import State

Solver = Literal["auto", "tree", "sat"]
Sources = frozenset[str]
_TREE = 3_000
_MOST_HELD = 200
NONE: Sources = frozenset()


@dataclass(slots=True)
class Found:
    """What a search found.

    Attributes:
        sets: Minimal sets, smaller ones first.
        complete: Whether there are no others.
        why: Why not.
    """

    sets: list[Sources] = field(default_factory=list)
    complete: bool = True
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Proof:
    """It holds under every rejection that spares `spared` and includes `rejected`."""

    spared: Sources
    rejected: Sources

    def holds(self, rejection: Sources) -> bool:
        return self.rejected <= rejection and not self.spared & rejection


class Toppling:
    """The rejections that change whether one claim stands.

    Args:
        state: The state, all its changes kept; it is left as it was.
        claim: The claim.
        rejected: What is rejected in it already.
        budget: When to stop.
    """

    def __init__(self, state: State, claim: int, rejected: Sources, budget: Budget) -> None:
        self._state = state
        self._claim = claim
        self._rejected = rejected
        self._budget = budget
        self._proofs = Proofs(state)
        self._kept: dict[bool, list[_Proof]] = {True: [], False: []}

    def all(self, solver: Solver = "auto") -> Found:
        """All minimal sets that topple it; none if it does not stand.

        Raises:
            SatMissingError: If the solver is "sat" and not installed.
        """
        if solver == "sat" and not sat_installed():
            raise SatMissingError("Minimal sets by MaxSAT")
        if self._state.value[self._claim] != 1:
            return Found()
        if solver == "sat":
            return self._by_sat(Found())
        found = Found()
        limit = None if solver == "tree" else _TREE
        for rejection in self._grow(NONE, stands=True, limit=limit, skip=found.sets, found=found):
            found.sets.append(rejection)
        if found.complete or self._budget.is_over() or solver == "tree":
            return found
        if sat_installed():
            return self._by_sat(Found(found.sets))
        found.why = "more combinations than are tried one by one; the extra 'sat' goes on: pip install 'argmap[sat]'"
        return found

    def brought_back(self, toppling: Sources) -> Sources | None:
        """The fewest further rejections with which the claim stands again; None if there are none, or none was found."""
        found = Found()
        found_sets: list[Sources] = []
        for rejection in self._grow(toppling, stands=False, limit=_TREE, skip=found_sets, found=found):
            return rejection - toppling
        return None

    def _grow(
        self, start: Sources, *, stands: bool, limit: int | None, skip: list[Sources], found: Found
    ) -> Iterator[Sources]:
        """The smallest rejections from `start` on under which it is no longer so that the claim stands (or does not)."""
        level, tried = {start}, 0
        while level:
            following: set[Sources] = set()
            for rejection in sorted(level, key=sorted):
                if any(known <= rejection for known in skip):
                    continue
                tried += 1
                if self._budget.is_over() or (limit is not None and tried > limit):
                    found.complete = False
                    found.why = "the time for it was spent"
                    return
                proof = self._proof(rejection, stands=stands)
                if proof is None:
                    yield rejection
                else:
                    following.update(rejection | {root} for root in proof.spared)
            level = following

    def _proof(self, rejection: Sources, *, stands: bool) -> _Proof | None:
        """A proof that the claim stands (or does not) under a rejection; None if that is not so."""
        kept = self._kept[stands]
        known = next((proof for proof in kept if proof.holds(rejection)), None)
        if known is not None:
            return known
        state = self._state
        state.reject(self._rejected | rejection)
        proof = self._make(rejection) if (state.value[self._claim] == 1) == stands else None
        state.undo()
        if proof is not None:
            kept.append(proof)
        return proof

    def _make(self, rejection: Sources) -> _Proof:
        origins, gone = self._state.origins, self._state.gone
        counted = bool(self._state.program.standards)  # a standard may count every root, not only whether one is left
        spared: set[str] = set()
        needed: set[str] = set()
        for source in self._proofs.whole(self._claim).sources:
            if counted or source in gone:
                needed |= origins.with_ancestors((source,)) & rejection
            if source not in gone:
                spared.update(origins.with_ancestors((source,)) - gone if counted else origins.holds(source, gone))
        return _Proof(frozenset(spared), frozenset(needed))

    def _by_sat(self, found: Found) -> Found:
        """The same search with a MaxSAT solver that chooses the rejections, from what is found already."""
        with Chooser() as chooser:
            for kept in self._kept[True]:
                chooser.exclude(kept.spared, kept.rejected)
            for known in found.sets:
                chooser.exclude(NONE, known)
            while (rejection := chooser.next()) is not None:
                if self._budget.is_over():
                    return Found(found.sets, complete=False, why="the time for it was spent")
                proof = self._proof(rejection, stands=True)
                if proof is None:
                    found.sets.append(rejection)
                    chooser.exclude(NONE, rejection)
                else:
                    chooser.exclude(proof.spared, proof.rejected)
        return found


def holding(sets: list[Sources], is_over: Callable[[], bool]) -> list[Sources] | None:
    """The minimal sets of sources that meet every one of some sets (Berge's algorithm); None if there are too many."""
    found: list[Sources] = [NONE]
    for one in sets:
        wider = {held if held & one else held | {root} for held in found for root in one}
        smallest: list[Sources] = []
        for held in sorted(wider, key=lambda roots: (len(roots), sorted(roots))):
            if not any(known <= held for known in smallest):
                smallest.append(held)
        if len(smallest) > _MOST_HELD or is_over():
            return None
        found = smallest
    return found
