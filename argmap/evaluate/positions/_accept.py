"""Whether one node is true in some labelling, or in every one."""

import numpy as np
from scipy.sparse import csr_array  # type: ignore[import-untyped]  # it has no types
from scipy.sparse.csgraph import breadth_first_order  # type: ignore[import-untyped]

from argmap.evaluate._budget import Budget
from argmap.evaluate._graph import Ints, weak_components
from argmap.evaluate._sat import sat_installed
from argmap.evaluate.positions._encode import false, true
from argmap.evaluate.positions._equations import Equations
from argmap.evaluate.positions._ranges import Ranges
from argmap.evaluate.positions._solve import labellings, one_labelling
from argmap.evaluate.positions._unit import Unit
from argmap.model import Mode, Semantics


def accepted(equations: Equations, node: int, semantics: Semantics, mode: Mode, budget: Budget) -> bool:
    """The answer for a node that the grounded labelling leaves undecided.

    Where a semantics has no labelling at all (stable), every node is in all of them and none in some.

    Raises:
        SatMissingError: If a SAT solver is needed and not there.
        SpentError: If the time is up.
    """
    if semantics == "grounded" or (semantics == "complete" and mode == "sceptical"):
        return False
    if semantics == "ideal":
        found = one_labelling(equations, semantics, budget)
        return found is not None and bool(found[node] == 1)
    part, own = _bearing(equations, node, semantics)
    if not sat_installed():
        answers = (labels[own] == 1 for labels in labellings(part, semantics, budget))
        return any(answers) if mode == "credulous" else all(answers)
    if semantics == "stable":
        return _stable(Unit(part, "stable", budget), own, mode)
    if semantics == "semi-stable":
        return _semi_stable(part, own, mode, budget)
    unit = Unit(part, "maximal", budget)
    return unit.find([_is_true(own)]) is not None if mode == "credulous" else _in_every_preferred(unit, own)


def _is_true(node: int) -> int:
    return 2 * node + 1


def _bearing(equations: Equations, node: int, semantics: Semantics) -> tuple[Equations, int]:
    """The part of the equations that the answer hangs on, and the node's number in it.

    Complete and preferred labellings are directional: only what a node depends on counts. Semi-stable ones are not, but
    separate components do not bear on one another; for stable ones they do, for one of them may have none.
    """
    if semantics == "stable":
        return equations, node
    children = equations.children
    if semantics == "semi-stable":
        _, label = weak_components(children.owners, children.items, equations.size)
        nodes: Ints = np.flatnonzero(label == label[node])
    else:
        ones = np.ones(len(children.items), np.int8)
        graph = csr_array((ones, children.items, children.start), shape=(equations.size, equations.size))
        nodes = np.sort(breadth_first_order(graph, node, return_predecessors=False)).astype(np.int64)
    part, _ = equations.part(nodes)
    return part, int(np.searchsorted(nodes, node))


def _stable(unit: Unit, node: int, mode: Mode) -> bool:
    if mode == "credulous":
        return unit.find([_is_true(node)]) is not None
    return unit.find([-_is_true(node)]) is None


def _semi_stable(part: Equations, node: int, mode: Mode, budget: Budget) -> bool:
    stable = Unit(part, "stable", budget)
    if stable.find([]) is not None:
        return _stable(stable, node, mode)
    ranges = Ranges(part, budget)
    wanted = _is_true(node) if mode == "credulous" else -_is_true(node)
    found = any(ranges.unit.find([*assumptions, wanted]) is not None for assumptions in ranges)
    return found == (mode == "credulous")


def _in_every_preferred(unit: Unit, node: int) -> bool:
    """Look for a preferred labelling in which the node is not true.

    Dvorak, Jarvisalo, Wallner and Woltran, "Complexity-sensitive decision procedures", AI 206 (2014): a labelling
    without the node that is maximal among such is a counterexample unless one with the node lies above it; then all
    below that one are ruled out.
    """
    while (without := unit.find([-_is_true(node)])) is not None:
        if without[node] == -1:
            return False
        known = (true(unit.nodes[without == 1]), false(unit.nodes[without == -1]))
        above = unit.find([_is_true(node), *np.concatenate(known).tolist()])
        if above is None:
            return False
        unit.sat.add(unit.other_than(above))
    return True
