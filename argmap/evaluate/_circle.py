"""The well-founded model inside one circle: a strongly connected component with more than one node."""

from collections.abc import Callable, Iterable

from argmap.evaluate._program import Program

_OUTSIDE = -1
"""As a foundation: a source, or a support from another component."""


class Circle:
    """One component while it is solved.

    Args:
        program: The whole program.
        number: The component's.
        value: The value of every node before this component (1 stands, -1 does not, 0 undecided).
        rejected: The rejected sources.
    """

    def __init__(self, program: Program, number: int, value: Callable[[int], int], rejected: frozenset[str]) -> None:
        self._program = program
        self._number = number
        self._outer = value
        self._rejected = rejected
        self._values = dict.fromkeys(program.members[number], 0)
        self._claims = [node for node in self._values if node < program.claims]
        self._news: list[tuple[int, int]] = []
        self._open: dict[
            int, int
        ] = {}  # conditions of a relation, or attacks on a claim, that are not yet settled well
        self._live: dict[int, int] = {}  # supports of a claim that may still stand
        self._supported: set[int] = set()
        self._foundation: dict[int, int] = {}
        self._lost: list[int] = []

    def solve(self) -> Iterable[tuple[int, int]]:
        """Every node of the component with its value."""
        for node in self._values:
            self._begin(node)
        self._propagate()
        self._make_unfounded_false(set(self._values))
        while self._news:
            self._propagate()
            self._make_unfounded_false(self._shaken())
        return self._values.items()

    def _value(self, node: int) -> int:
        """The value before the component was begun: undecided inside, given outside."""
        return 0 if node in self._values else self._outer(node)

    def _set(self, node: int, value: int) -> None:
        if self._values[node] == 0:
            self._values[node] = value
            self._news.append((node, value))

    def _begin(self, node: int) -> None:
        """Count what is open, and settle what the outside decides."""
        against = [self._value(other) for other in self._program.against[node]]
        self._open[node] = sum(value != -1 for value in against)
        good: list[int]
        if node < self._program.claims:
            good = [self._value(support) for support in self._program.supports[node]]
            good += [1 for source in self._program.cites[node] if source not in self._rejected]
            self._live[node] = sum(value != -1 for value in good)
            if 1 in good:
                self._supported.add(node)
            dead = not self._live[node]
        else:
            good = [self._value(premise) for premise in self._program.premises[node - self._program.claims]]
            self._open[node] += sum(value != 1 for value in good)
            dead = -1 in good
        if dead or 1 in against:
            self._set(node, -1)
        else:
            self._stand_if_settled(node)

    def _stand_if_settled(self, node: int) -> None:
        if self._open[node] == 0 and (node >= self._program.claims or node in self._supported):
            self._set(node, 1)

    def _propagate(self) -> None:
        """Unit propagation: carry every new value on to what depends on it."""
        while self._news:
            node, value = self._news.pop()
            if node < self._program.claims:
                for relation in self._program.uses[node]:
                    if relation in self._values:
                        self._premise(relation, value)
            else:
                self._relation(node, value)

    def _premise(self, relation: int, value: int) -> None:
        if value == -1:
            self._set(relation, -1)
        else:
            self._open[relation] -= 1
            self._stand_if_settled(relation)

    def _relation(self, relation: int, value: int) -> None:
        """A relation stands or falls: tell its target."""
        target = self._program.target[relation - self._program.claims]
        if target not in self._values:
            return
        if not self._program.is_support[relation - self._program.claims]:
            if value == 1:
                self._set(target, -1)
            else:
                self._open[target] -= 1
                self._stand_if_settled(target)
        elif value == 1:
            self._supported.add(target)
            self._stand_if_settled(target)
        else:
            self._live[target] -= 1
            if not self._live[target]:
                self._set(target, -1)
            elif self._foundation.get(target) == relation:
                self._lost.append(target)

    def _shaken(self) -> set[int]:
        """Undecided nodes that may have lost their foundation: those whose support fell, and what is founded on them."""
        shaken: set[int] = set()
        while self._lost:
            claim = self._lost.pop()
            if claim in shaken or self._values[claim] != 0:
                continue
            shaken.add(claim)
            for relation in self._program.uses[claim]:
                if relation in self._values and relation not in shaken and self._values[relation] == 0:
                    shaken.add(relation)
                    target = self._program.target[relation - self._program.claims]
                    if self._foundation.get(target) == relation:
                        self._lost.append(target)
        return shaken

    def _make_unfounded_false(self, doubtful: set[int]) -> None:
        """Found anew what can be founded from outside the doubtful set; what remains is unfounded, hence false."""
        count = self._program.claims
        missing = {
            node: sum(premise in doubtful for premise in self._program.premises[node - count])
            for node in doubtful
            if node >= count
        }
        ready = [relation for relation, wants in missing.items() if not wants]
        doubtful.difference_update(ready)
        founded = [claim for claim in doubtful if claim < count and self._found(claim, doubtful)]
        doubtful.difference_update(founded)
        while founded:
            for relation in self._program.uses[founded.pop()]:
                if relation not in doubtful:
                    continue
                missing[relation] -= 1
                if not missing[relation] and self._values[relation] != -1:
                    doubtful.discard(relation)
                    target = self._program.target[relation - count]
                    if target in doubtful and self._program.is_support[relation - count]:
                        self._foundation[target] = relation
                        doubtful.discard(target)
                        founded.append(target)
        for node in doubtful:
            if node < count:
                self._set(node, -1)

    def _found(self, claim: int, doubtful: set[int]) -> bool:
        """Whether a claim has a foundation outside the doubtful set; it is noted."""
        if any(source not in self._rejected for source in self._program.cites[claim]):
            self._foundation[claim] = _OUTSIDE
            return True
        for support in self._program.supports[claim]:
            inside = support in self._values
            value = self._values[support] if inside else self._outer(support)
            if value != -1 and support not in doubtful:
                self._foundation[claim] = support if inside else _OUTSIDE
                return True
        return False
