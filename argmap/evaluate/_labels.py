"""What labels and reasons need: what standing claims rest on, which circles support themselves."""

import numpy as np

from argmap.evaluate._graph import Ints, is_cyclic, strong_components
from argmap.evaluate._program import GIVEN, Program
from argmap.evaluate._state import State


def ground_of(state: State, claim: int) -> int:
    """What a standing claim rests on: the first support decided before it, GIVEN if a source of its own stands."""
    if state.given[claim] > 0:
        return GIVEN
    component, rank = state.component, state.rank
    standing = [ground for ground in state.program.ground[claim] if state.value[ground] == 1]
    return next((one for one in standing if component[one] != component[claim] or rank[one] < rank[claim]), standing[0])


def self_supporting(state: State) -> dict[int, list[int]]:
    """The claims that would stand, or be contested, only by supporting themselves; each with its whole circle.

    Among the claims that are out and not refuted, the greatest set whose members each have a support that nothing but
    the set itself withholds; of these, the ones that lie on a circle.
    """
    program, values = state.program, state.value
    count = program.claims
    out = (claim for claim in range(count) if values[claim] == -1 and program.ground[claim])
    inside = {claim for claim in out if not state.dead[claim] and not state.sure[claim]}
    usable = {
        relation
        for claim in inside
        for relation in program.ground[claim]
        if state.given[relation] > 0
        and all(values[cut] != 1 for cut in program.against[relation])
        and all(values[p] != -1 or p in inside for p in program.premises[relation - count])
    }
    left = {claim: sum(relation in usable for relation in program.ground[claim]) for claim in inside}
    fallen = [claim for claim, supports in left.items() if not supports]
    while fallen:
        claim = fallen.pop()
        inside.discard(claim)
        for relation in program.uses[claim]:
            if relation in usable:
                usable.discard(relation)
                target = program.target[relation - count]
                left[target] -= 1
                if left[target] == 0:
                    fallen.append(target)
    return _circles(program, inside, usable)


def _circles(program: Program, inside: set[int], usable: set[int]) -> dict[int, list[int]]:
    """The circles of the supports that are usable, by each of the claims on it."""
    claims = sorted(inside)
    number = {claim: place for place, claim in enumerate(claims)}
    steps = [
        (number[claim], number[target])
        for claim in claims
        for relation in program.uses[claim]
        if relation in usable and (target := program.target[relation - program.claims]) in number
    ]
    edges: Ints = np.array(steps, np.int64).reshape(-1, 2)
    count, label = strong_components(edges[:, 1], edges[:, 0], len(claims))
    cyclic = is_cyclic(edges[:, 1], edges[:, 0], label, count)
    members: dict[int, list[int]] = {}
    for claim, circle in zip(claims, label.tolist(), strict=True):
        if cyclic[circle]:
            members.setdefault(circle, []).append(claim)
    return {claim: circle for circle in members.values() for claim in circle}
