"""The evaluation of a map."""

from collections.abc import Iterable
from functools import partial

from argmap.errors import UnknownNameError
from argmap.evaluate._effects import Effects
from argmap.evaluate._model import model
from argmap.evaluate._origins import origins_of
from argmap.evaluate._program import program_of
from argmap.evaluate._reasons import Reasons
from argmap.evaluate._words import Words
from argmap.model import ArgumentMap, ClaimStatus, Evaluation, SourceEffect, Status

_STATUS: dict[int, Status] = {1: "in", -1: "out", 0: "undecided"}


def evaluate(argument_map: ArgumentMap, reject: Iterable[str] = ()) -> Evaluation:
    """Say which claims stand, why, and what falls with each source.

    An inference stands if all its premises stand and nothing that undercuts it does. A claim stands if a support of
    it stands (a cited source is one) and nothing that attacks it does. A source stands unless it is rejected, or
    all that it is derived from has fallen. The statuses are the well-founded model of these rules, see
    `argmap.evaluate._model` for the literature.

    Args:
        argument_map: The map. Sources that it cites without knowing them count like the others.
        reject: Ids of the sources to leave out.

    Returns:
        Claims in the order of the map; sources in the order of the map, then those only cited. `sources` holds every
        source that is cited, or that a cited one is derived from, with the claims that stand now and would not if it
        were rejected too.

    Raises:
        UnknownNameError: If a rejected source is neither known to the map nor cited, or a relation leads nowhere.
    """
    cited = dict.fromkeys(citation.source for claim in argument_map.claims for citation in claim.citations)
    origins = origins_of(argument_map)
    bearing = origins.with_ancestors(cited)
    known = dict.fromkeys([*argument_map.source_of, *cited, *sorted(bearing)])
    rejected = tuple(dict.fromkeys(reject))
    for source in rejected:
        if source not in known:
            raise UnknownNameError("source", source, known)
    program = program_of(argument_map)
    without = origins.fallen(rejected)
    values = model(program, without)
    before = model(program, frozenset()) if without else values
    claims = argument_map.claims
    reasons = Reasons(program, values, without)
    words = Words(
        reasons,
        program,
        [claim.id for claim in claims],
        values,
        before,
        blame=partial(origins.blame, rejected=frozenset(rejected)),
    )
    effects = Effects(program, values, without, origins)
    return Evaluation(
        rejected=rejected,
        claims=tuple(
            ClaimStatus(id=claim.id, status=_STATUS[values[number]], label=reasons.label(number), why=words.why(number))
            for number, claim in enumerate(claims)
        ),
        sources=tuple(
            SourceEffect(id=source, topples=tuple(claims[number].id for number in effects.topples(source)))
            for source in known
            if source in bearing
        ),
    )
