"""The labellings of one unit of equations, one after the other, by SAT."""

from collections.abc import Iterator, Sequence
from typing import Literal

import numpy as np

from argmap.evaluate._budget import Budget
from argmap.evaluate._graph import Flags, Ints
from argmap.evaluate.positions._encode import child_literals, clauses_of, decided, false, labelling, true
from argmap.evaluate.positions._equations import Equations
from argmap.evaluate.positions._grounded import Labels
from argmap.evaluate.positions._sat import Sat

Kind = Literal["complete", "maximal", "stable"]
"""All complete labellings; the preferred ones; the two-valued ones."""


class Unit:
    """One unit with its solver, which is kept from question to question.

    Args:
        equations: The unit. Inputs are given with each question.
        kind: Which labellings its clauses admit.
        budget: Time.
    """

    def __init__(self, equations: Equations, kind: Kind, budget: Budget) -> None:
        self.equations = equations
        self._kind = kind
        self.nodes = np.arange(equations.size)
        clauses = clauses_of(equations, complete=kind == "complete")
        if kind == "stable":
            clauses += decided(self.nodes[equations.counted])
        self.variables = 2 * (equations.size + equations.inputs)
        self.sat = Sat(self.variables, clauses, budget)

    def labellings(self, inputs: Sequence[int] = ()) -> Iterator[Labels]:
        """Every labelling of the kind, given the labels of the inputs."""
        given, off = self.assume(inputs), []
        if inputs:  # what is found with these must not be kept from other inputs
            switch = self.sat.more()
            given, off = [*given, switch], [-switch]
        while (found := self.find(given)) is not None:
            self.sat.add([*off, *self.other_than(found)])
            yield found
        if off:
            self.sat.add(off)

    def other_than(self, found: Labels) -> list[int]:
        """A clause against this labelling; where labellings are maximal, against all below it too."""
        untrue = true(self.nodes[found != 1])
        if self._kind == "complete":
            return [*untrue.tolist(), *(-true(self.nodes[found == 1])).tolist()]
        return untrue.tolist()  # type: ignore[no-any-return]  # numpy cannot say

    def assume(self, inputs: Sequence[int]) -> list[int]:
        """The inputs' labels as literals."""
        labels = np.array(inputs, np.int8)
        nodes = np.arange(self.equations.size, self.equations.size + len(labels))
        yes, no = np.where(labels == 1, 1, -1) * true(nodes), np.where(labels == -1, 1, -1) * false(nodes)
        return np.concatenate((yes, no)).tolist()  # type: ignore[no-any-return]  # numpy cannot say

    def find(self, assumptions: list[int]) -> Labels | None:
        """A labelling under assumptions; if the kind is not `complete`, a maximal one under these assumptions.

        Circles of plain children are founded as answer set solvers do it, by loop formulas where they are violated
        (Lin and Zhao, "ASSAT", Artificial Intelligence 157, 2004; three-valued: both for true and for possible).
        """
        keep = None if self._kind == "complete" else self.variables
        while (model := self.sat.model(assumptions, keep)) is not None:
            if not self.equations.circular or self._founded(model):
                return labelling(model, self.equations.size)
        return None

    def _founded(self, model: Flags) -> bool:
        """Whether nothing is true, or possible, by a circle only; if something is, clauses forbid that from now on."""
        equations = self.equations
        every = np.arange(equations.size + equations.inputs)
        is_true, is_false = model[true(every)], model[false(every)]
        baseless = is_true[: equations.size] & ~equations.least(is_false, is_true[equations.size :])
        self._forbid(baseless, true(self.nodes), child_literals(equations, good=True))
        if self._kind != "complete" or baseless.any():
            return not baseless.any()
        baseless = ~is_false[: equations.size] & ~equations.least(~is_true, ~is_false[equations.size :])
        self._forbid(baseless, -false(self.nodes), -child_literals(equations, good=False))
        return not baseless.any()

    def _forbid(self, baseless: Flags, heads: Ints, bodies: Ints) -> None:
        """Any of these nodes needs a disjunction among them with a child outside."""
        if not baseless.any():
            return
        equations = self.equations
        owners, items = equations.children.owners, equations.children.items
        among = np.append(baseless, np.zeros(equations.inputs, bool))
        outside = baseless[owners] & ~equations.conjunction[owners] & ~(among[items] & equations.plain)
        founded = self.sat.more()
        self.sat.add([-founded, *bodies[outside].tolist()])
        for head in heads[baseless].tolist():
            self.sat.add([-head, founded])
