"""The well-founded model inside one circle: a strongly connected component that depends on itself.

What changed before it first takes back the values that may rest on what they decide themselves: a value stays only if
something justifies it that was decided earlier. What is left is part of the new model, and grows to the whole of it: by
unit propagation, and where that stops by making false what has no foundation (the operator of Van Gelder, Ross and Schlipf
reaches its least fixpoint from any such part). Every undecided node keeps a ground that founds it, so that only those
that lose theirs are looked at again. For a claim with a standard no single ground does: it is founded if its standard may
be met without the nodes in doubt, which is asked whenever something about it changed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

from argmap.evaluate._program import GIVEN, NEED, SUPPORT, UNKNOWN, WATCH

if TYPE_CHECKING:
    from argmap.evaluate._state import State


def settle(state: State, number: int, touched: list[int]) -> None:
    """Bring one component up to date.

    Args:
        state: The state, up to date in all components before this one.
        number: The component's.
        touched: Those of its nodes for which something changed.
    """
    _Knot(state, number).settle(touched)


class _Knot:
    def __init__(self, state: State, number: int) -> None:
        self._state = state
        self._program = state.program
        self._number = number
        self._old: dict[int, int] = {}
        self._lost: list[int] = []
        self._homeless: list[int] = []  # taken back, and nothing is known to found them

    def settle(self, touched: list[int]) -> None:
        reset = self._take_back(touched)
        state = self._state
        self._lost += [node for node in touched if state.value[node] == 0 and not self._is_founded(node)]
        self._spread([*touched, *reset])
        if state.reading.circular == "out":
            while unfounded := self._without_foundation():
                self._spread(self._make_false(unfounded))
        for node, old in self._old.items():
            if state.value[node] != old:
                state.tell(node, old, state.value[node], self._number, inside=False)

    def _set(self, node: int, value: int) -> list[int]:
        """Set a node; the nodes inside that it leads to."""
        state = self._state
        old = state.value[node]
        self._old.setdefault(node, old)
        state.write(node, value)
        return state.tell(node, old, value, self._number, inside=True)

    # Taking back

    def _take_back(self, touched: Iterable[int]) -> list[int]:
        state = self._state
        queue, reset = deque(dict.fromkeys(touched)), []
        waiting = set(queue)  # once each: a node of many links waits until all that it looks at is through
        while queue:
            node = queue.popleft()
            waiting.discard(node)
            value = state.value[node]
            if value == 0 or self._is_justified(node, value):
                continue
            reset.append(node)
            if value == -1 or state.found[node] == UNKNOWN:
                self._homeless.append(node)
            reached = [one for one in self._set(node, 0) if one not in waiting]
            waiting.update(reached)
            queue.extend(dict.fromkeys(reached))
        return reset

    def _is_justified(self, node: int, value: int) -> bool:
        if node in self._program.standards:
            return False
        return self._may_stand(node) if value == 1 else self._may_fall(node)

    def _earlier(self, node: int, than: int) -> bool:
        state = self._state
        return state.component[node] != self._number or state.rank[node] < state.rank[than]

    def _may_stand(self, node: int) -> bool:
        state, program = self._state, self._program
        if state.open[node] or state.dead[node] or not state.sure[node]:
            return False
        if any(not self._earlier(other, node) for other in (*program.needs[node], *program.against[node])):
            return False
        if state.given[node] > 0:
            self._found_on(node, GIVEN)
            return True
        for ground in program.ground[node]:
            if state.value[ground] == 1 and self._earlier(ground, node):
                self._found_on(node, ground)
                return True
        return False

    def _may_fall(self, node: int) -> bool:
        state, program = self._state, self._program
        value, rank = state.value, state.rank
        bad = [need for need in program.needs[node] if value[need] == -1]
        worse = [other for other in program.against[node] if value[other] == 1]
        if state.dead[node] > len(bad) + len(worse):  # denied
            return True
        if any(self._earlier(one, node) for one in worse):
            return True
        if any(self._earlier(one, node) or rank[one] == rank[node] for one in bad):
            return True
        return not state.live[node] and all(
            self._earlier(one, node) or rank[one] == rank[node] for one in program.ground[node]
        )

    def _found_on(self, node: int, ground: int) -> None:
        state = self._state
        if state.found[node] != ground:
            state.trail.append((state.found, node, state.found[node]))
            state.found[node] = ground

    # Going on

    def _spread(self, waiting: list[int]) -> None:
        """Unit propagation from some nodes on."""
        state = self._state
        while waiting:
            node = waiting.pop()
            if state.value[node] != 0:
                continue
            value = state.decide(node)
            if value:
                waiting += self._decided(node, value)

    def _decided(self, node: int, value: int) -> list[int]:
        state, program = self._state, self._program
        reached = self._set(node, value)
        if value == -1:
            self._lost += [one for one in reached if state.value[one] == 0 and state.found[one] in (node, UNKNOWN)]
            return reached
        self._lost += [one for one in reached if one in program.standards]
        if node in program.standards:
            return reached
        if state.given[node] > 0:
            self._found_on(node, GIVEN)
        elif program.ground[node]:
            self._found_on(node, next(one for one in program.ground[node] if state.value[one] == 1))
        return reached

    # Foundations

    def _is_founded(self, node: int) -> bool:
        state = self._state
        found = state.found[node]
        if found == UNKNOWN:
            return False
        if found == GIVEN:
            return state.given[node] > 0
        return state.value[found] != -1

    def _doubtful(self) -> set[int]:
        """Undecided nodes that may have no foundation: those that lost theirs, and all that was founded on them."""
        state, program = self._state, self._program
        waiting = [*self._lost, *self._homeless]
        self._lost, self._homeless = [], []
        doubtful: set[int] = set()
        while waiting:
            node = waiting.pop()
            if node in doubtful or state.value[node] != 0:
                continue
            doubtful.add(node)
            for target, kind in zip(program.out[node], program.out_kind[node], strict=True):
                if state.component[target] != self._number or state.value[target] != 0:
                    continue
                if kind == NEED or (kind in (SUPPORT, WATCH) and state.found[target] in (node, UNKNOWN)):
                    waiting.append(target)
        return doubtful

    def _without_foundation(self) -> set[int]:
        """Found anew what can be founded outside the doubtful nodes; what remains has no foundation."""
        program, standards = self._program, self._program.standards
        doubtful = self._doubtful()
        missing = {node: sum(need in doubtful for need in program.needs[node]) for node in doubtful}
        ground = {node: self._ground(node, doubtful) for node in doubtful}
        ready = [node for node in doubtful if not missing[node] and ground[node] != UNKNOWN]
        asked = [node for node in doubtful if node in standards]
        while ready or (ready := self._may_be_met(asked, missing, doubtful)):
            node = ready.pop()
            if node not in doubtful:
                continue
            doubtful.discard(node)
            self._found_on(node, ground[node])
            for target, kind in zip(program.out[node], program.out_kind[node], strict=True):
                if target not in doubtful:
                    continue
                if kind == NEED:
                    missing[target] -= 1
                if target in standards:
                    asked.append(target)
                elif kind == SUPPORT and ground[target] == UNKNOWN:
                    ground[target] = node
                if not missing[target] and ground[target] != UNKNOWN:
                    ready.append(target)
        return doubtful

    def _may_be_met(self, asked: list[int], missing: dict[int, int], doubtful: set[int]) -> list[int]:
        """The claims asked about whose standards may be met without the doubtful nodes; `asked` is emptied."""
        claims = [claim for claim in dict.fromkeys(asked) if claim in doubtful and not missing[claim]]
        asked.clear()
        return [claim for claim in claims if self._state.by_standard(claim, without=doubtful) != -1]

    def _ground(self, node: int, doubtful: set[int]) -> int:
        state = self._state
        if node in self._program.standards:
            return UNKNOWN
        if state.given[node] > 0:
            return GIVEN
        for one in self._program.ground[node]:
            if state.value[one] != -1 and one not in doubtful:
                return one
        return UNKNOWN

    def _make_false(self, unfounded: set[int]) -> list[int]:
        """All at once: they are false together or not at all."""
        state = self._state
        reached: list[int] = []
        clock = state.clock
        for node in unfounded:
            state.clock = clock
            reached += self._decided(node, -1)
        return reached
