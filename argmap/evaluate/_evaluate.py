"""The evaluation of a map, as one call."""

from collections.abc import Iterable

from argmap.evaluate._minimal import Solver
from argmap.evaluate._reading import DEFAULT, Reading
from argmap.evaluate._what_if import WhatIf
from argmap.model import ArgumentMap, Element, Evaluation, Proof, Robustness, Sensitivity


def evaluate(
    argument_map: ArgumentMap, reject: Iterable[str] = (), *, reading: Reading = DEFAULT, effects: bool = True
) -> Evaluation:
    """Say which claims stand, why, and what falls with each source.

    Args:
        argument_map: The map. Sources that it cites without knowing them count like the others.
        reject: Ids of the sources to leave out.
        reading: How the map is read; see the package.
        effects: Whether what falls with each source is wanted; it costs more than all the rest. Without it `sources` is
            empty.

    Returns:
        Claims in the order of the map; sources in the order of the map, then those only cited. `sources` holds every
        source that is cited, or that a cited one is derived from, with the claims that stand now and would not if it
        were rejected too.

    Raises:
        UnknownNameError: If a rejected source is neither known to the map nor cited, or a relation leads nowhere.
        WrongStandardError: If a claim's standard does not exist, or its numbers make no sense.
    """
    return WhatIf(argument_map, reject, reading=reading).evaluation(effects=effects)


def sensitivity(
    argument_map: ArgumentMap,
    reject: Iterable[str] = (),
    *,
    of: Iterable[Element] = ("source", "note", "claim"),
    reading: Reading = DEFAULT,
    budget: float | None = None,
) -> Sensitivity:
    """What becomes of the claims if any one source, note or claim is rejected; only effects that are any are listed.

    Args:
        argument_map: The map.
        reject: Sources that are rejected already.
        of: What to reject.
        reading: How the map is read.
        budget: Seconds; None for no limit. What is not done by then is left out, and the answer says so.

    Raises:
        UnknownNameError, WrongStandardError: As `evaluate`.
    """
    return WhatIf(argument_map, reject, reading=reading).sensitivity(of, budget=budget)


def minimal_sets(
    argument_map: ArgumentMap,
    claims: Iterable[str] | None = None,
    reject: Iterable[str] = (),
    *,
    reading: Reading = DEFAULT,
    budget: float | None = 30.0,
    solver: Solver = "auto",
) -> tuple[Robustness, ...]:
    """The minimal sets of sources that topple each claim, and those that hold it.

    Args:
        argument_map: The map.
        claims: Ids of the claims; None for all that stand.
        reject: Sources that are rejected already.
        reading: How the map is read.
        budget: Seconds for all of them together; None for no limit.
        solver: "tree" tries combinations one by one, "sat" asks a MaxSAT solver, "auto" does the second if the first
            takes too many and the solver is installed.

    Raises:
        UnknownNameError, WrongStandardError: As `evaluate`, and if a claim is not in the map.
        SatMissingError: If the solver "sat" is wanted and not installed.
    """
    return WhatIf(argument_map, reject, reading=reading).minimal_sets(claims, budget=budget, solver=solver)


def prove(argument_map: ArgumentMap, claim: str, reject: Iterable[str] = (), *, reading: Reading = DEFAULT) -> Proof:
    """The part of the map that a claim's status rests on.

    Raises:
        UnknownNameError, WrongStandardError: As `minimal_sets`.
    """
    return WhatIf(argument_map, reject, reading=reading).proof(claim)
