"""All labellings of a semantics, component by component.

Complete and preferred labellings can be put together along the strongly connected components, each with the labels of
the components before it given (Baroni, Giacomin and Guida, "SCC-recursiveness", Artificial Intelligence 168, 2005); the
other semantics can along the weakly connected components of what the grounded labelling leaves undecided.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import count, pairwise

import numpy as np

from argmap.evaluate._budget import Budget
from argmap.evaluate._graph import Ints, Rows, members_of, strong_components, weak_components
from argmap.evaluate._sat import sat_installed
from argmap.evaluate.positions._cases import by_cases, few_cases
from argmap.evaluate.positions._equations import Equations
from argmap.evaluate.positions._grounded import Labels
from argmap.evaluate.positions._ideal import ideal
from argmap.evaluate.positions._ranges import semi_stable
from argmap.evaluate.positions._unit import Unit
from argmap.model import Semantics

Answers = Callable[[tuple[int, ...]], Iterable[Labels]]
"""The labellings of one unit, given the labels of its inputs."""

_NONE = object()


def labellings(equations: Equations, semantics: Semantics, budget: Budget) -> Iterator[Labels]:
    """Every labelling of the equations, each once; the same array, which is written over, again and again.

    Raises:
        SatMissingError: If a component is too large for trying all cases, and there is no SAT solver.
        SpentError: If the time is up.
    """
    recursive = semantics in ("complete", "preferred")
    split = strong_components if recursive else weak_components
    number, label = split(equations.children.owners, equations.children.items, equations.size)
    members = members_of(label, number)
    values = np.zeros(equations.size, np.int8)
    units = list(_units(equations, members, semantics, budget, recursive=recursive))
    if not recursive and any(next(unit.ask(values), _NONE) is _NONE for unit in units):
        return  # found before the combinations of the other components are gone through
    yield from _combine(units, values, budget)


def one_labelling(equations: Equations, semantics: Semantics, budget: Budget) -> Labels | None:
    """Some labelling, always the same one; None if there is none (stable only)."""
    if semantics == "complete":
        return np.zeros(equations.size, np.int8)  # the grounded one
    if equations.size and sat_installed():
        return next(iter(answers_of(equations, semantics, budget)(())), None)
    return next(labellings(equations, semantics, budget), None)


def answers_of(equations: Equations, semantics: Semantics, budget: Budget) -> Answers:
    """What labels one unit: trying all cases where these are few or there is no SAT solver, else SAT."""
    if few_cases(equations) or not sat_installed():
        return lambda inputs: by_cases(equations, inputs, semantics)
    if semantics == "ideal":
        return lambda _: (ideal(equations, budget),)
    if semantics == "semi-stable":
        return lambda _: semi_stable(equations, budget)
    if semantics in ("complete", "stable"):
        return Unit(equations, semantics, budget).labellings
    return Unit(equations, "maximal", budget).labellings


class _Component:
    """A unit that is set up when it is first asked, and remembers its answers."""

    def __init__(self, equations: Equations, nodes: Ints, semantics: Semantics, budget: Budget) -> None:
        self.nodes = nodes
        self._whole = equations
        self._semantics = semantics
        self._budget = budget
        self._known: dict[tuple[int, ...], _Remembered] = {}

    @cached_property
    def _part(self) -> tuple[Answers, Ints]:
        equations, outside = self._whole.part(self.nodes)
        return answers_of(equations, self._semantics, self._budget), outside

    def ask(self, values: Labels) -> Iterator[None]:
        """Write one labelling after the other into `values`, which hold what the unit depends on."""
        answers, outside = self._part
        inputs = tuple(values[outside].tolist())
        if inputs not in self._known:
            self._known[inputs] = _Remembered(answers(inputs))
        for labels in self._known[inputs]:
            values[self.nodes] = labels
            yield


class _Remembered:
    """An iterable that is drawn from once, however often it is gone through."""

    def __init__(self, source: Iterable[Labels]) -> None:
        self._source = iter(source)
        self._drawn: list[Labels] = []

    def __iter__(self) -> Iterator[Labels]:
        for place in count():
            if place == len(self._drawn):
                drawn = next(self._source, None)
                if drawn is None:
                    return
                self._drawn.append(drawn)
            yield self._drawn[place]


class _Run:
    """Nodes one after the other that are components of their own: there is no choice."""

    def __init__(self, equations: Equations, nodes: Ints) -> None:
        self._nodes = nodes
        self._equations = equations

    def ask(self, values: Labels) -> Iterator[None]:
        """Evaluate the nodes in order, in Kleene's strong three-valued logic; one that negates itself starts as 0."""
        start, items = self._equations.children.start.data, self._equations.children.items.data
        plain, conjunction = self._equations.plain.data, self._equations.conjunction.data
        labels = values.data
        for node in self._nodes.tolist():
            labels[node] = 0
            places = range(start[node], start[node + 1])
            found = [labels[items[place]] if plain[place] else -labels[items[place]] for place in places]
            labels[node] = min(found) if conjunction[node] else max(found)
        yield


def _units(
    equations: Equations, members: Rows, semantics: Semantics, budget: Budget, *, recursive: bool
) -> Iterator[_Component | _Run]:
    """The components in order, with single nodes that have no choice gathered into runs."""
    children = equations.children
    own = children.owners[(children.owners == children.items) & equations.plain]
    lone = (members.lengths == 1) & recursive
    lone[np.isin(members.items[members.start[:-1]], own)] = False
    breaks = np.flatnonzero(~lone[1:] | ~lone[:-1]) + 1 if len(lone) else ()
    starts = [0, *breaks, len(lone)] if len(lone) else []
    for first, last in pairwise(starts):
        nodes = members.items[members.start[first] : members.start[last]]
        yield _Run(equations, nodes) if lone[first] else _Component(equations, nodes, semantics, budget)


def _combine(units: Sequence[_Component | _Run], values: Labels, budget: Budget) -> Iterator[Labels]:
    """Go through all combinations, depth first; `values` hold one more with every step."""
    asked: list[Iterator[None]] = []
    while True:
        if len(asked) == len(units):
            budget.check()
            yield values
            if not units:
                return
        else:
            asked.append(units[len(asked)].ask(values))
        while next(asked[-1], _NONE) is _NONE:
            asked.pop()
            if not asked:
                return
