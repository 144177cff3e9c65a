"""A SAT solver that decides every variable true first, so that its models are maximal."""

from collections.abc import Iterable

import numpy as np

from argmap.evaluate._budget import Budget
from argmap.evaluate._graph import Flags, Ints

Clauses = list[list[int]]

_SLICE = 2000
"""Conflicts between two looks at the clock."""

_LONG = 1000


class Sat:
    """Clauses over variables 1, 2, …; an incremental solver, MiniSat by way of python-sat.

    If all decisions are "true", the set of true variables of the first model found is subset-maximal among all models
    (Rosa, Giunchiglia and Maratea, "Solving satisfiability problems with preferences", Constraints 15, 2010).
    `model` checks this by unit propagation and, where that does not show it, by further calls.
    """

    def __init__(self, variables: int, clauses: Iterable[list[int]], budget: Budget) -> None:
        from pysat.solvers import Solver  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra

        self._solver: Solver = Solver(name="minisat-gh", bootstrap_with=map(_sorted, clauses))
        self._count = 0
        self._budget = budget
        self.more(variables)

    def more(self, count: int = 1) -> int:
        """New variables; the first of them."""
        first = self._count + 1
        self._count += count
        self._solver.set_phases(list(range(first, self._count + 1)))
        return first

    def add(self, clause: list[int]) -> None:
        """One more clause."""
        self._solver.add_clause(_sorted(clause))

    def solve(self, assumptions: list[int]) -> bool:
        """Whether there is a model under these assumptions.

        Raises:
            SpentError: If the time is up before that is known.
        """
        self._budget.check()
        if not self._budget.limited:
            return bool(self._solver.solve(assumptions))
        while True:
            self._solver.conf_budget(_SLICE)
            found = self._solver.solve_limited(assumptions)
            if found is not None:
                return bool(found)
            self._budget.check()

    def model(self, assumptions: list[int], keep: int | None = None) -> Flags | None:
        """A model, by variable (index 0 means nothing); None if there is none.

        Args:
            assumptions: Literals that must hold.
            keep: If given, the true variables among the first so many are a subset-maximal set.
        """
        if not self.solve(assumptions):
            return None
        found = self._read()
        while keep is not None and (better := self._better(assumptions, found, keep)) is not None:
            found = better
        return found

    def _read(self) -> Flags:
        true = np.zeros(self._count + 1, bool)
        literals = np.array(self._solver.get_model(), np.int64)
        true[literals[literals > 0]] = True
        return true

    def _better(self, assumptions: list[int], found: Flags, keep: int) -> Flags | None:
        """A model with all these true variables and one more."""
        false = np.flatnonzero(~found[1 : keep + 1]) + 1
        fine, implied = self._solver.propagate(_unique(assumptions, np.flatnonzero(found)))
        if fine and np.isin(-false, implied).all():
            return None
        switch = self.more()
        self.add([-switch, *false.tolist()])
        given = _unique(assumptions, np.flatnonzero(found[: keep + 1]))
        improved = self._read() if self.solve([*given, switch]) else None
        self.add([-switch])
        return improved


def _unique(literals: list[int], more: Ints) -> list[int]:
    return list(dict.fromkeys([*literals, *more.tolist()]))


def _sorted(clause: list[int]) -> list[int]:
    """Long clauses in order: MiniSat's own quicksort recurses once per literal on unlucky ones, and dies of it."""
    return sorted(clause, key=abs) if len(clause) > _LONG else clause
