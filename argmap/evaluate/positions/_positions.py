"""Positions of a framework or a map: the public functions."""

from collections.abc import Iterable
from typing import get_args

import numpy as np

from argmap.errors import UnknownNameError
from argmap.evaluate._budget import Budget, SpentError
from argmap.evaluate._origins import Origins
from argmap.evaluate._reading import DEFAULT, Reading
from argmap.evaluate._what_if import WhatIf
from argmap.evaluate.positions._accept import accepted
from argmap.evaluate.positions._of_map import problem_of_map
from argmap.evaluate.positions._problem import Problem, problem_of
from argmap.evaluate.positions._solve import labellings, one_labelling
from argmap.evaluate.positions._tally import Tally
from argmap.evaluate.positions._words import statuses_of, statuses_of_framework
from argmap.evaluate.positions.framework import Framework
from argmap.model import ArgumentMap, Mode, Positions, Semantics

SEMANTICS: tuple[Semantics, ...] = get_args(Semantics)
"""What `find_positions` and `accepts` know."""

_MOST = 20_000_000
"""Names in all positions together, before enumeration stops."""
_NO_STABLE = "there is no stable position"


def find_positions(
    subject: Framework | ArgumentMap,
    semantics: Semantics = "preferred",
    *,
    enumerate_all: bool = False,
    budget: float | None = None,
    reject: Iterable[str] = (),
    reading: Reading = DEFAULT,
) -> Positions:
    """One position, or all of them.

    Args:
        subject: A framework, or a map (what its positions are says `argmap.evaluate.positions._of_map`).
        semantics: One of `SEMANTICS`.
        enumerate_all: Whether all positions are wanted.
        budget: Seconds. When they are over, the answer is what was found until then, `exact` is False and `note` says so.
        reject: Sources to leave out; a framework has none.
        reading: How a map is read.

    Returns:
        Positions in lexicographic order of the claims' numbers. `claims` are judged under the semantics asked for where
        it has one position only (grounded, ideal) or all were found; else under grounded, whose `in` and `out` hold in
        every position of every semantics. Labellings of a map that differ in inferences only are one position.

    Raises:
        UnknownNameError: If there is no such semantics or source.
        SatMissingError: If a SAT solver is needed and not installed.
        NoPositionsError: If a standard of proof cannot be computed with.
    """
    case = _Case(subject, semantics, reject, reading)
    tally = Tally(case.problem)
    note = _collect(case.problem, semantics, Budget(budget), tally, enumerate_all=enumerate_all)
    exact = note is None
    if exact and not tally.positions:
        note = _NO_STABLE
    own = exact and tally.positions > 0 and (enumerate_all or semantics == "ideal")
    return Positions(
        semantics=semantics,
        exact=exact,
        note=note,
        rejected=case.rejected,
        extensions=tally.extensions(),
        enumerated=enumerate_all,
        statuses=semantics if own else "grounded",
        claims=statuses_of(case.problem.names, semantics, tally, case.grounded) if own else case.grounded,
    )


def accepts(
    subject: Framework | ArgumentMap,
    argument: str,
    semantics: Semantics = "preferred",
    mode: Mode = "sceptical",
    *,
    budget: float | None = None,
    reject: Iterable[str] = (),
    reading: Reading = DEFAULT,
) -> Positions:
    """Whether a claim (argument) stands in some position (`credulous`) or in every one (`sceptical`).

    Where there is no stable position, every claim stands in all of them and none in some; `note` says so.

    Args, Raises: As `find_positions`; also UnknownNameError if there is no such claim.

    Returns:
        `accepted`, which is None (and `exact` False) if the time was up before the answer was known; `claims` under the
        grounded semantics.
    """
    case = _Case(subject, semantics, reject, reading)
    if mode not in get_args(Mode):
        raise UnknownNameError("mode", mode, get_args(Mode))
    answer, note = None, None
    try:
        answer, note = _answer(case.problem, case.find(argument), semantics, mode, Budget(budget))
    except SpentError:
        note = "the time was up before the answer was known"
    return Positions(
        semantics=semantics,
        exact=answer is not None,
        note=note,
        rejected=case.rejected,
        argument=argument,
        mode=mode,
        accepted=answer,
        claims=case.grounded,
    )


class _Case:
    """What is asked about, checked and prepared.

    Attributes:
        rejected: The rejected sources, each once.
        problem: The equations.
        grounded: The status of every claim (argument) under the grounded semantics.
    """

    def __init__(
        self, subject: Framework | ArgumentMap, semantics: Semantics, reject: Iterable[str], reading: Reading
    ) -> None:
        if semantics not in SEMANTICS:
            raise UnknownNameError("semantics", semantics, SEMANTICS)
        self._subject = subject
        if isinstance(subject, Framework):
            self.rejected = Origins({}).checked(reject)  # a framework has no sources
            self.problem = problem_of(subject)
            self.grounded = statuses_of_framework(subject, self.problem.labels)
        else:
            what_if = WhatIf(subject, reject, reading=reading)
            self.rejected = what_if.rejected
            self.problem = problem_of_map(subject, what_if.state)
            self.grounded = what_if.claim_statuses()

    def find(self, name: str) -> int:
        """The number of a claim or argument."""
        if isinstance(self._subject, Framework):
            return self._subject.find(name)
        if name not in self._subject.claim_of:
            raise UnknownNameError("claim", name, self._subject.claim_of)
        return self.problem.names.index(name)


def _collect(
    problem: Problem, semantics: Semantics, budget: Budget, tally: Tally, *, enumerate_all: bool
) -> str | None:
    """Count the positions that are wanted; why some of them are missing, if they are."""
    try:
        if semantics == "grounded":
            tally.count(np.zeros(problem.equations.size, np.int8))
        elif not enumerate_all:
            found = one_labelling(problem.equations, semantics, budget)
            if found is not None:
                tally.count(found)
        else:
            for labelling in labellings(problem.equations, semantics, budget):
                tally.count(labelling)
                if tally.names > _MOST:
                    return f"stopped at {tally.positions:,} positions: more would not fit into memory"
    except SpentError:
        if semantics == "ideal":
            tally.count(np.zeros(problem.equations.size, np.int8))
            return "the time was up: what is listed is in the ideal position, which may hold more"
        found_so_far = f"; {tally.positions:,} positions were found until then" if enumerate_all else ""
        return f"the time was up{found_so_far}"
    return None


def _answer(problem: Problem, number: int, semantics: Semantics, mode: Mode, budget: Budget) -> tuple[bool, str | None]:
    """Whether a claim is accepted, and what one must know to read that."""
    if semantics == "stable" and one_labelling(problem.equations, semantics, budget) is None:
        return mode == "sceptical", _NO_STABLE
    label = problem.labels[number]
    if label != 0:
        return bool(label == 1), None
    return accepted(problem.equations, problem.place(number), semantics, mode, budget), None
