"""Small units without a SAT solver: all cases at once, as rows of an array."""

from itertools import product

import numpy as np

from argmap.errors import SatMissingError
from argmap.evaluate._graph import Flags, Ints
from argmap.evaluate.positions._equations import Equations
from argmap.evaluate.positions._grounded import Labels
from argmap.model import Semantics

_FEW, _MOST = 3, 9
"""Nodes whose labels are guessed: so few are tried even where there is a solver; with more there must be one."""


def few_cases(equations: Equations) -> bool:
    """Whether trying all cases costs less than setting up a solver."""
    return equations.size <= 2 * _FEW and len(_guessed(equations)) <= _FEW


def by_cases(equations: Equations, inputs: tuple[int, ...], semantics: Semantics) -> list[Labels]:
    """The labellings of a unit in a fixed order, by trying every label of every node that is negated somewhere.

    Raises:
        SatMissingError: If there are too many such nodes.
    """
    guessed = _guessed(equations)
    if len(guessed) > _MOST:
        what = f"positions of {equations.size:,} claims that hang on one another"
        raise SatMissingError(what)
    guesses = np.array(list(product((1, -1, 0), repeat=len(guessed))), np.int8).reshape(3 ** len(guessed), len(guessed))
    known = np.tile(np.array(inputs, np.int8), (len(guesses), 1))
    assumed = np.concatenate((np.zeros((len(guesses), equations.size), np.int8), known), axis=1)
    assumed[:, guessed] = guesses
    sure, possible = _least(equations, assumed == -1, known == 1), _least(equations, assumed != 1, known != -1)
    labels = sure.astype(np.int8) - ~possible
    return _chosen(labels[(labels[:, guessed] == guesses).all(axis=1)], equations.counted, semantics)


def _guessed(equations: Equations) -> Ints:
    negated = np.unique(equations.children.items[~equations.plain])
    return negated[negated < equations.size]


def _least(equations: Equations, negated: Flags, given: Flags) -> Flags:
    """The least model of every row: what follows if these negations and these inputs hold."""
    holds = np.concatenate((np.zeros((len(negated), equations.size), bool), given), axis=1)
    children, starts = equations.children, equations.children.start[:-1]
    for _ in range(equations.size):
        bodies = np.where(equations.plain, holds[:, children.items], negated[:, children.items])
        every, some = (op.reduceat(bodies, starts, axis=1) for op in (np.logical_and, np.logical_or))
        holds[:, : equations.size] = np.where(equations.conjunction, every, some)
    return holds[:, : equations.size]


def _chosen(labels: Labels, counted: Flags, semantics: Semantics) -> list[Labels]:
    """Those complete labellings that the semantics wants."""
    if semantics in ("complete", "grounded"):
        return list(labels)
    if semantics == "stable":
        return list(labels[(labels[:, counted] != 0).all(axis=1)])
    maximal = labels[[not _some_above(labels == 1, row) for row in labels == 1]]
    if semantics == "preferred":
        return list(maximal)
    if semantics == "semi-stable":
        decided = maximal[:, counted] != 0
        return list(maximal[[not _some_above(decided, row) for row in decided]])
    below = labels[[bool(np.all((row == 0) | (row == maximal))) for row in labels]]
    return [max(below, key=np.count_nonzero)]


def _some_above(rows: Flags, row: Flags) -> bool:
    """Whether any of the rows is a proper superset."""
    return bool(np.any((rows >= row).all(axis=1) & (rows != row).any(axis=1)))
