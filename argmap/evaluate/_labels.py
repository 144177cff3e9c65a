"""The label of every claim, and what its reason needs: how standing claims are grounded, which circles support themselves."""

from collections import deque

from argmap.evaluate._components import strong_components
from argmap.evaluate._program import Program
from argmap.model import Label


def grounds(program: Program, values: list[int], rejected: frozenset[str]) -> dict[int, int]:
    """For each standing claim the support that grounds it, -1 if a source of its own does; never in a circle."""
    count = program.claims
    grounded = {
        claim: -1
        for claim in range(count)
        if values[claim] == 1 and any(source not in rejected for source in program.cites[claim])
    }
    wants = {count + number: len(premises) for number, premises in enumerate(program.premises)}
    waiting = deque(grounded)
    for relation, number in wants.items():
        if number == 0:
            _ground(program, values, relation, grounded, waiting)
    while waiting:
        for relation in program.uses[waiting.popleft()]:
            wants[relation] -= 1
            if wants[relation] == 0:
                _ground(program, values, relation, grounded, waiting)
    return grounded


def _ground(program: Program, values: list[int], relation: int, grounded: dict[int, int], waiting: deque[int]) -> None:
    target = program.target[relation - program.claims]
    stands = values[relation] == 1 and program.is_support[relation - program.claims] and values[target] == 1
    if stands and target not in grounded:
        grounded[target] = relation
        waiting.append(target)


def self_supporting(program: Program, values: list[int]) -> dict[int, list[int]]:
    """The claims that would stand, or be contested, only by supporting themselves; each with its whole circle.

    Among the claims that are out and not refuted, the greatest set whose members each have a support that nothing but
    the set itself withholds; of these, the ones that lie on a circle.
    """
    count = program.claims
    inside = {
        claim
        for claim in range(count)
        if values[claim] == -1 and not any(values[attack] == 1 for attack in program.against[claim])
    }
    usable = {
        relation
        for claim in inside
        for relation in program.supports[claim]
        if all(values[cut] != 1 for cut in program.against[relation])
        and all(values[p] != -1 or p in inside for p in program.premises[relation - count])
    }
    left = {claim: sum(relation in usable for relation in program.supports[claim]) for claim in inside}
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
    def follow(claim: int) -> list[int]:
        return [program.target[relation - program.claims] for relation in program.uses[claim] if relation in usable]

    found: dict[int, list[int]] = {}
    for component in strong_components(sorted(inside), follow, program.claims):
        if len(component) > 1 or component[0] in follow(component[0]):
            found.update(dict.fromkeys(component, component))
    return found


def label_of(value: int, *, refuted: bool, circular: bool) -> Label:
    """The word for people."""
    if value == 1:
        return "stands"
    if value == 0:
        return "contested"
    if refuted:
        return "refuted"
    return "circular" if circular else "unsupported"
