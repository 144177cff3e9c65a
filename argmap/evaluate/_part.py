"""What a part of a map proves, however all the rest of it turns out.

A node outside the part may stand or not, and so may a source; nodes inside are decided by what is inside alone. This is
the checker of proofs: it knows the map's links and the part, and no status.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from argmap.evaluate._corroborate import survives
from argmap.evaluate._program import NEED, SUPPORT
from argmap.evaluate._standards import weigh
from argmap.evaluate._state import State

OPEN, UNDECIDED = 0, 2
"""Not proved; proved to be undecided. (1 and -1: proved to stand, and not to.)"""


class Part(NamedTuple):
    """Claims by number, relations by number, sources by id."""

    claims: frozenset[int]
    relations: frozenset[int]
    sources: frozenset[str]

    @property
    def elements(self) -> int:
        """How many there are."""
        return sum(map(len, self))


class Parts:
    """Says what parts of one map prove.

    Args:
        state: Whose program, reading and fallen sources count; its values do not.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._program = state.program
        self._made_of: dict[int, list[int]] = {}
        for node, relation in enumerate(state.program.relation, state.program.claims):
            self._made_of.setdefault(relation, []).append(node)

    def proves(self, part: Part, claim: int) -> int:
        """What the part proves of a claim: 1, -1, UNDECIDED, or OPEN."""
        nodes = set(part.claims)
        for relation in part.relations:
            nodes.update(self._made_of[relation])
        return _Proof(self._state, nodes, part.sources).of(claim)


class _Proof:
    def __init__(self, state: State, nodes: set[int], sources: frozenset[str]) -> None:
        self._state = state
        self._program = state.program
        self._sources = sources
        self._value = dict.fromkeys(nodes, OPEN)

    def of(self, claim: int) -> int:
        if claim not in self._value:
            return OPEN
        self._spread(self._value)
        while self._state.reading.circular == "out" and (loose := self._loose(self._undecided())):
            for node in loose:
                self._value[node] = -1
            self._spread([target for node in loose for target in self._program.out[node]])
        if self._value[claim] == OPEN and claim in self._stuck():
            return UNDECIDED
        return self._value[claim]

    def _undecided(self) -> set[int]:
        return {node for node, value in self._value.items() if value == OPEN}

    def _spread(self, nodes: Iterable[int]) -> None:
        waiting = list(nodes)
        while waiting:
            node = waiting.pop()
            if self._value.get(node) == OPEN and (value := self._decide(node)):
                self._value[node] = value
                waiting += self._program.out[node]

    def _given(self, node: int) -> list[int]:
        """The node's grounds that are no nodes."""
        if self._program.base[node] > 0:
            return [1]
        gone = self._state.gone
        return [OPEN if one not in self._sources else -1 if one in gone else 1 for one in self._program.cites[node]]

    def _of(self, nodes: Iterable[int]) -> list[int]:
        return [self._value.get(node, OPEN) for node in nodes]

    def _decide(self, node: int) -> int:
        program = self._program
        if node in program.standards:
            return self._by_standard(node, self._value)
        needs, against = self._of(program.needs[node]), self._of(program.against[node])
        grounds = self._of(program.ground[node]) + self._given(node)
        if -1 in needs or 1 in against or all(ground == -1 for ground in grounds):
            return -1
        settled = all(need == 1 for need in needs) and all(other == -1 for other in against)
        return 1 if settled and 1 in grounds else OPEN

    def _by_standard(self, claim: int, value: Mapping[int, int]) -> int:
        program = self._program
        standard = program.standards[claim]
        if standard.name == "corroborated":
            return self._by_corroboration(claim)
        pros = [(value.get(one, OPEN), program.weights[one]) for one in program.ground[claim]]
        pros += [(given, program.weights[claim]) for given in self._given(claim)]
        cons = [(value.get(one, OPEN), program.weights[one]) for one in program.against[claim]]
        met = weigh(standard, pros, cons)
        needs = [value.get(need, OPEN) for need in program.needs[claim]]
        if -1 in needs:
            return -1
        return met if all(need == 1 for need in needs) else min(met, OPEN)

    def _by_corroboration(self, claim: int) -> int:
        needs, against = self._of(self._program.needs[claim]), self._of(self._program.against[claim])
        if (
            -1 in needs
            or 1 in against
            or not self._outlives(claim, lambda node: self._value.get(node) != -1, sure=False)
        ):
            return -1
        settled = all(need == 1 for need in needs) and all(other == -1 for other in against)
        stands = settled and self._outlives(claim, lambda node: self._value.get(node) == 1, sure=True)
        return 1 if stands else OPEN

    def _outlives(self, claim: int, counts: Callable[[int], bool], *, sure: bool) -> bool:
        """Whether the support of a corroborated claim by some nodes surely survives, or may."""
        program = self._program
        roots = int(program.standards[claim].numbers[0])
        if sure:
            return survives(self._state, claim, roots, counts, self._sources) is True
        above = (claim, *program.watched[claim])
        cited = {source for node in above for source in program.cites[node]}
        return not self._sources >= cited or survives(self._state, claim, roots, counts) is not False

    def _loose(self, nodes: set[int], *, sure: bool = False) -> set[int]:
        """Those of the nodes that nothing outside them founds: nothing that may stand, or if `sure` that does."""
        program = self._program
        missing = {node: sum(need in nodes for need in program.needs[node]) for node in nodes}
        loose = set(nodes)
        founded = {node for node in nodes if self._has_ground(node, loose, nodes, sure=sure)}
        waiting = [node for node in founded if not missing[node]]
        while waiting:
            node = waiting.pop()
            if node not in loose:
                continue
            loose.discard(node)
            for target, kind in zip(program.out[node], program.out_kind[node], strict=True):
                if target not in loose:
                    continue
                if kind == NEED:
                    missing[target] -= 1
                if target in program.standards:
                    grown = self._has_ground(target, loose, nodes, sure=sure)
                else:
                    grown = kind == SUPPORT
                if grown:
                    founded.add(target)
                if target in founded and not missing[target]:
                    waiting.append(target)
        return loose

    def _has_ground(self, node: int, loose: set[int], nodes: set[int], *, sure: bool) -> bool:
        """Whether a node has grounds enough outside the loose ones; those among `nodes` that are not loose do."""
        program, worst = self._program, -1 if sure else OPEN

        def may(one: int) -> int:
            if one in nodes:
                return -1 if one in loose else OPEN
            return self._value.get(one, OPEN) or worst

        given = [one or worst for one in self._given(node)]
        standard = program.standards.get(node)
        if standard is None:
            return any(one != -1 for one in (*given, *map(may, program.ground[node])))
        if standard.name == "corroborated":
            return self._outlives(node, lambda one: may(one) != -1, sure=sure)
        pros = [(may(one), program.weights[one]) for one in program.ground[node]]
        pros += [(one, program.weights[node]) for one in given]
        cons = [
            (OPEN if one in nodes else self._value.get(one, OPEN) or -worst, program.weights[one])
            for one in program.against[node]
        ]
        return weigh(standard, pros, cons) != -1

    def _stuck(self) -> set[int]:
        """The greatest set of nodes that, undecided together, keep one another from standing and from falling."""
        stuck = self._undecided()
        while True:
            loose = self._loose(stuck, sure=True) if self._state.reading.circular == "out" else set()
            left = {node for node in stuck if node not in loose and self._holds_on(node, stuck)}
            if left == stuck:
                return stuck
            stuck = left

    def _holds_on(self, node: int, stuck: set[int]) -> bool:
        program, value = self._program, self._value
        if node in program.standards:
            return self._holds_by_standard(node, stuck)
        needs, against = program.needs[node], program.against[node]
        grounds, given = program.ground[node], self._given(node)
        cannot_fall = (
            all(need in stuck or value.get(need) == 1 for need in needs)
            and all(other in stuck or value.get(other) == -1 for other in against)
            and (1 in given or any(ground in stuck or value.get(ground) == 1 for ground in grounds))
        )
        return cannot_fall and (
            any(node in stuck for node in (*needs, *against))
            or (all(one == -1 for one in given) and all(one in stuck or value.get(one) == -1 for one in grounds))
        )

    def _holds_by_standard(self, claim: int, stuck: set[int]) -> bool:
        program, value = self._program, self._value
        needs, against = program.needs[claim], program.against[claim]
        if program.standards[claim].name == "corroborated":
            cannot_fall = (
                all(need in stuck or value.get(need) == 1 for need in needs)
                and all(other in stuck or value.get(other) == -1 for other in against)
                and self._outlives(claim, lambda node: node in stuck or value.get(node) == 1, sure=True)
            )
            return cannot_fall and (
                any(node in stuck for node in (*needs, *against))
                or not self._outlives(claim, lambda node: node not in stuck and value.get(node) != -1, sure=False)
            )
        known = stuck.union(node for node, settled in value.items() if settled != OPEN)
        return known.issuperset((*program.ground[claim], *against, *needs)) and self._by_standard(claim, value) == OPEN
