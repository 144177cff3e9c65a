"""The ideal labelling of a unit."""

import numpy as np

from argmap.evaluate._budget import Budget
from argmap.evaluate.positions._encode import false, true
from argmap.evaluate.positions._equations import Equations
from argmap.evaluate.positions._grounded import Labels
from argmap.evaluate.positions._unit import Unit


def ideal(equations: Equations, budget: Budget) -> Labels:
    """The greatest complete labelling that no preferred one contradicts (Dung, Mancarella and Toni, AI 171, 2007).

    Bounds that begin with some preferred labelling are lowered in turn to their greatest admissible part (there is one,
    for what does not contradict can be joined) and to what a preferred labelling that contradicts them has in common
    with them, until there is no such labelling.
    """
    unit = Unit(equations, "maximal", budget)
    bound = unit.find([])
    while bound is not None and bound.any():
        inside = _inside(unit, bound)
        if np.any(inside != bound):
            bound = inside
            continue
        other = _against(unit, bound)
        if other is None:
            return bound
        bound = np.where(bound == other, bound, np.int8(0))
    return np.zeros(equations.size, np.int8)


def _inside(unit: Unit, bound: Labels) -> Labels:
    """The greatest labelling with no label beyond the bound."""
    beyond = [-true(unit.nodes[bound != 1]), -false(unit.nodes[bound != -1])]
    found = unit.find(np.concatenate(beyond).tolist())
    return np.zeros(len(bound), np.int8) if found is None else found


def _against(unit: Unit, bound: Labels) -> Labels | None:
    """A preferred labelling that contradicts the bound somewhere."""
    switch = unit.sat.more()
    contrary = np.concatenate((false(unit.nodes[bound == 1]), true(unit.nodes[bound == -1])))
    unit.sat.add([-switch, *contrary.tolist()])
    found = unit.find([switch])
    unit.sat.add([-switch])
    return found
