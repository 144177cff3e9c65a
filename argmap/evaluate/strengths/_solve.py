"""Strengths of a bipolar graph: a sweep over levels, and iteration on circles."""

from dataclasses import dataclass

import numpy as np

from argmap.evaluate._graph import Ints, Rows
from argmap.evaluate.strengths._graph import Bipolar, Floats
from argmap.evaluate.strengths._methods import Rule
from argmap.evaluate.strengths._order import Block, blocks

_ENOUGH = 1e-10
_MOST_STEPS = 2_000
_PATIENCE = 10
_LEAST_PACE = 1 / 64


@dataclass(slots=True)
class Solution:
    """Strengths by node; how iteration on circles ended."""

    strength: Floats
    residual: float = 0.0
    steps: int = 0

    @property
    def converged(self) -> bool:
        """Whether the last step changed next to nothing."""
        return self.residual <= _ENOUGH


def solve(graph: Bipolar, rule: Rule) -> Solution:
    """The strength of every node.

    Nodes on circles start at their base scores. If whole steps do not settle, smaller ones are tried, which follow the
    continuous model (Potyka 2018): more often convergent, with the same fixed points.
    """
    solution = Solution(graph.base.copy())
    sides = (
        (graph.supporters, graph.attackers, graph.conditions) if rule.supports else (graph.attackers, graph.conditions)
    )
    sources = np.concatenate([side.items for side in sides])
    targets = np.concatenate([side.owners for side in sides])
    for block in blocks(sources, targets, graph.size):
        part = graph.take(block.nodes)
        if block.circular:
            _settle(part, block, rule, solution)
        else:
            solution.strength[block.nodes] = _step(part, rule, solution.strength)
    return solution


def _step(part: Bipolar, rule: Rule, strength: Floats) -> Floats:
    """The strengths of a part's nodes, those of all others given."""
    base = part.base
    if len(part.conditions.items):
        base = base * _weakest(part.conditions, strength)
    support = _sum(part.supporters, rule, strength) if rule.supports else np.zeros(len(base))
    return rule.influence(base, support, _sum(part.attackers, rule, strength))


def _sum(side: Rows, rule: Rule, strength: Floats) -> Floats:
    if not len(side.items):
        return np.zeros(side.size)
    return np.bincount(side.owners, rule.term(strength[side.items]), minlength=side.size).astype(np.float64, copy=False)


def _weakest(conditions: Rows, strength: Floats) -> Floats:
    least = np.ones(conditions.size)
    some = np.flatnonzero(conditions.lengths)
    least[some] = np.minimum.reduceat(strength[conditions.items], conditions.start[some])
    return least


def _settle(part: Bipolar, block: Block, rule: Rule, solution: Solution) -> None:
    """Iterate on one block until its strengths stay as they are, or the steps are used up."""
    nodes: Ints = block.nodes
    pace, best, waited = 1.0, np.inf, 0
    residual, steps = np.inf, 0
    while steps < _MOST_STEPS:
        steps += 1
        change = _step(part, rule, solution.strength) - solution.strength[nodes]
        residual = float(np.abs(change).max())
        if residual <= _ENOUGH:
            break
        waited = 0 if residual < 0.9 * best else waited + 1
        best = min(best, residual)
        if waited > _PATIENCE and pace > _LEAST_PACE:
            pace, best, waited = pace / 2, residual, 0
        solution.strength[nodes] += pace * change
    solution.residual = max(solution.residual, residual)
    solution.steps = max(solution.steps, steps)
