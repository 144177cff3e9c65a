"""Maps and frameworks as bipolar graphs."""

from collections.abc import Iterable

import numpy as np

from argmap.evaluate._compile import program_of
from argmap.evaluate._graph import Ints
from argmap.evaluate._origins import Origins, origins_of
from argmap.evaluate._program import AGAINST, NEED, SUPPORT, Program
from argmap.evaluate._reading import DEFAULT, Reading
from argmap.evaluate.positions import Framework
from argmap.evaluate.strengths._graph import Bipolar, rows
from argmap.model import ArgumentMap


def graph_of_framework(framework: Framework, neutral: float) -> Bipolar:
    """A framework: every argument with the neutral score, and attacks."""
    none = np.zeros(0, np.int64)
    size = framework.size
    attackers = rows(framework.attacks.owners, framework.attacks.items, size)
    return Bipolar(np.full(size, neutral), rows(none, none, size), attackers, rows(none, none, size))


def graph_of_map(
    argument_map: ArgumentMap, neutral: float, reject: Iterable[str], reading: Reading = DEFAULT
) -> Bipolar:
    """A map's program as a graph: its nodes, and one node more for every root that a source goes back to.

    A claim has its weight, or the neutral score. An inference has the strength of its weakest premise times its weight
    (1 if it has none), lowered by what undercuts it; none at all if every source that vouches for it is gone. The roots of the sources that a claim cites support it, each once,
    with the neutral score: a copy adds nothing to its original. Rejected sources are left out.

    Raises:
        UnknownNameError: If a rejected source is neither known to the map nor cited.
    """
    program, origins = program_of(argument_map, reading), origins_of(argument_map)
    gone = origins.fallen(origins.checked(reject))
    roots, citing = _citations(program, origins, gone)
    size = program.size + (int(roots.max()) + 1 if len(roots) else 0)
    base = np.full(size, neutral)
    weights = [claim.weight for claim in argument_map.claims]
    base[: program.claims] = [neutral if weight is None else weight for weight in weights]
    relations = argument_map.relations
    own = [relations[relation].weight for relation in program.relation]
    base[program.claims : program.size] = [1.0 if weight is None else weight for weight in own]
    base[_unvouched(program, gone)] = 0.0
    kinds = [(program.source[program.kind == kind], program.target_of[program.kind == kind]) for kind in range(3)]
    supporters = (
        np.concatenate((kinds[SUPPORT][0], roots + program.size)),
        np.concatenate((kinds[SUPPORT][1], citing)),
    )
    return Bipolar(base, rows(*supporters, size), rows(*kinds[AGAINST], size), rows(*kinds[NEED], size))


def _unvouched(program: Program, gone: frozenset[str]) -> list[int]:
    """The inferences that stand by cited sources only, all of which are gone."""
    behind = range(program.claims, program.size)
    return [
        node for node in behind if program.cites[node] and not program.base[node] and gone >= {*program.cites[node]}
    ]


def _citations(program: Program, origins: Origins, gone: frozenset[str]) -> tuple[Ints, Ints]:
    """Pairs of a standing root's number and a claim that goes back to it."""
    number: dict[str, int] = {}
    roots: list[int] = []
    claims: list[int] = []
    for claim, cited in enumerate(program.cites[: program.claims]):
        found = {root for source in cited if source not in gone for root in origins.roots(source) if root not in gone}
        for root in sorted(found):
            roots.append(number.setdefault(root, len(number)))
            claims.append(claim)
    return np.array(roots, np.int64), np.array(claims, np.int64)
