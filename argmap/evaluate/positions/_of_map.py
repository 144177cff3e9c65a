"""Maps as equations.

The program that the default status is computed from (`argmap.evaluate._program`) is taken as it is: an inference is the
conjunction of its premises and its negated undercuts; a claim the conjunction of its negated attacks and a disjunction
of its grounds, which falls away where one of them is given (a cited source that stands). A map's complete labellings are
the three-valued stable models of that program, its preferred ones the regular models (You and Yuan, J. Computer and
System Sciences 49, 1994), its stable ones the stable models, its semi-stable ones the L-stable models; see Caminada, Sa,
Alcantara and Dvorak, "On the equivalence between logic programming semantics and argumentation semantics", Int. J.
Approximate Reasoning 58 (2015). The least of them is the default status.
"""

import numpy as np

from argmap.evaluate._graph import rows_of
from argmap.evaluate._program import Program
from argmap.evaluate._standards import Bounds, is_met
from argmap.evaluate._state import State
from argmap.evaluate.positions._corroborated import Literal, lasting_support
from argmap.evaluate.positions._equations import Equations
from argmap.evaluate.positions._problem import Problem
from argmap.model import ArgumentMap, Standard


def problem_of_map(argument_map: ArgumentMap, state: State) -> Problem:
    """A map, prepared, given its default status.

    Raises:
        NoPositionsError: If a contested claim must be corroborated, and that is too much or its circles are left open.
    """
    builder = _Builder(argument_map, state)
    labels = np.array(state.value, np.int8)[: state.program.claims]
    nodes = [builder.node_of(claim) for claim in np.flatnonzero(labels == 0).tolist()]
    names = tuple(claim.id for claim in argument_map.claims)
    return Problem(names, labels, builder.equations(), np.array(nodes, np.int64))


class _Builder:
    """The equations of all undecided nodes of a program, while they are made."""

    def __init__(self, argument_map: ArgumentMap, state: State) -> None:
        self._state = state
        self._names = [claim.id for claim in argument_map.claims]
        undecided = [node for node, value in enumerate(state.value) if value == 0]
        self._local = {node: place for place, node in enumerate(undecided)}
        self._conjunction = [True] * len(undecided)
        self._children: list[list[Literal]] = [[] for _ in undecided]
        self._doubtful: int | None = None
        self._opposites: dict[int, int] = {}
        for node in undecided:
            self._define(node, state.program)

    def node_of(self, node: int) -> int:
        """The equation of an undecided node of the program."""
        return self._local[node]

    def equations(self) -> Equations:
        """All of them."""
        if self._state.reading.circular == "undecided":
            self._deny_twice()
        lengths = [len(children) for children in self._children]
        flat = [literal for children in self._children for literal in children]
        owners = np.repeat(np.arange(len(lengths)), lengths)
        items = np.array([node for node, _ in flat], np.int64)
        plain = np.array([is_plain for _, is_plain in flat], bool)
        counted = np.arange(len(lengths)) < len(self._local)
        return Equations(rows_of(owners, items, len(lengths)), plain, np.array(self._conjunction, bool), counted)

    def _define(self, node: int, program: Program) -> None:
        conditions = [(need, True) for need in program.needs[node]]
        place = self._local[node]
        standard = program.standards.get(node)
        if standard is None:
            grounds = [] if self._given(node) else [(ground, True) for ground in program.ground[node]]
            conditions += [(attack, False) for attack in program.against[node]]
            literals, ways = self._open(conditions), self._open(grounds)
        elif standard.name == "corroborated":
            conditions += [(attack, False) for attack in program.against[node]]
            literals, ways = self._open(conditions), []
            literals += lasting_support(self._state, node, self._names[node], self._local, self._new)
        else:
            literals, ways = self._open(conditions), self._weighed(node, standard)
        if literals and ways:
            literals.append((self._new(ways, conjunction=False), True))
        self._children[place] = literals or ways
        self._conjunction[place] = bool(literals)

    def _given(self, node: int) -> bool:
        state = self._state
        return state.given[node] > 0 or any(state.value[ground] == 1 for ground in state.program.ground[node])

    def _open(self, literals: list[tuple[int, bool]]) -> list[Literal]:
        """Those that are undecided, as literals of the equations."""
        return [(self._local[node], is_plain) for node, is_plain in literals if node in self._local]

    def _new(self, children: list[Literal], *, conjunction: bool) -> int:
        self._children.append(children)
        self._conjunction.append(conjunction)
        return len(self._children) - 1

    def _weighed(self, claim: int, standard: Standard) -> list[Literal]:
        """What meets a weighing standard: surely; or in doubt, where it hangs on a weight that is not given."""
        sure = self._ways(claim, standard, least=True)
        if not all(sure):
            return []
        doubtful = [[*way, (self._doubt(), True)] for way in self._ways(claim, standard, least=False)]
        return [self._link(way)[0] for way in (*sure, *doubtful)]

    def _doubt(self) -> int:
        """A node that is undecided whatever happens, for it denies itself."""
        if self._doubtful is None:
            self._doubtful = self._new([], conjunction=True)
            self._children[self._doubtful].append((self._doubtful, False))
        return self._doubtful

    def _ways(self, claim: int, standard: Standard, *, least: bool) -> list[list[Literal]]:
        """For every support what it takes: itself, and that nothing stands which outweighs it.

        The weaker a support, the more outweighs it, so that a chain of conjunctions keeps this linear.
        """
        state, program = self._state, self._state.program

        def weight(of: int, *, low: bool) -> float:
            bounds: Bounds = program.weights[of]
            return bounds[0 if low else 1]

        pros = [pro for pro in program.ground[claim] if state.value[pro] != -1] + [claim] * (state.given[claim] > 0)
        cons = [con for con in program.against[claim] if state.value[con] != -1]
        pros.sort(key=lambda pro: weight(pro, low=least), reverse=True)
        cons.sort(key=lambda con: weight(con, low=not least))
        unbeaten: list[Literal] = []
        ways: list[list[Literal]] = []
        for pro in pros:
            strength = weight(pro, low=least)
            while cons and not is_met(standard, strength, weight(cons[-1], low=not least)):
                con = cons.pop()
                if state.value[con] == 1:
                    return ways
                unbeaten = [*self._link(unbeaten), (self._local[con], False)]
            if is_met(standard, strength, 0.0):
                own = self._open([(pro, True)]) if pro != claim else []
                ways.append([*own, *self._link(unbeaten)])
        return ways

    def _link(self, literals: list[Literal]) -> list[Literal]:
        """A single literal for several."""
        return [(self._new(literals, conjunction=True), True)] if len(literals) > 1 else literals

    def _deny_twice(self) -> None:
        """Where circles need no foundation: every plain child by way of its opposite, so that nothing is derived."""
        for place in range(len(self._children)):
            self._children[place] = [
                (node, False) if not is_plain else (self._opposite(node), False)
                for node, is_plain in self._children[place]
            ]

    def _opposite(self, node: int) -> int:
        if node not in self._opposites:
            self._opposites[node] = self._new([(node, False)], conjunction=True)
        return self._opposites[node]
