"""Strengths: the public function."""

from collections.abc import Iterable

import numpy as np

from argmap.errors import UnknownNameError
from argmap.evaluate._origins import Origins
from argmap.evaluate._reading import DEFAULT, Reading
from argmap.evaluate.positions import Framework
from argmap.evaluate.strengths._graph import Floats
from argmap.evaluate.strengths._methods import RULES
from argmap.evaluate.strengths._of_map import graph_of_framework, graph_of_map
from argmap.evaluate.strengths._solve import Solution, solve
from argmap.model import ArgumentMap, Band, ClaimStrength, Method, Strengths

METHODS: tuple[Method, ...] = tuple(RULES)
"""What `strengths` knows; the first is the default."""

_BANDS: tuple[Band, ...] = ("very weak", "weak", "middling", "strong", "very strong")
_DIGITS = 8
"""Strengths are rounded to so many places, so that a rank does not hang on the last bit."""


def strengths(
    subject: Framework | ArgumentMap,
    method: Method = "quadratic-energy",
    *,
    reject: Iterable[str] = (),
    reading: Reading = DEFAULT,
) -> Strengths:
    """How strong every claim (argument) is under a gradual semantics.

    Args:
        subject: A map, see `argmap.evaluate.strengths._of_map`; or a framework, all of whose arguments start alike.
        method: One of `METHODS`.
        reject: Sources to leave out.
        reading: How the map is read.

    Returns:
        Claims in the order of the map, with base score, strength, rank and band. Where circles did not settle,
        `converged` is False, and `residual` says by how much the last step changed.

    Raises:
        UnknownNameError: If there is no such method or source.
    """
    if method not in RULES:
        raise UnknownNameError("method", method, RULES)
    rule = RULES[method]
    rejected = tuple(dict.fromkeys(reject))
    if isinstance(subject, Framework):
        Origins({}).checked(rejected)  # a framework has no sources
        graph, names = graph_of_framework(subject, rule.neutral), subject.names
    else:
        graph, names = graph_of_map(subject, rule.neutral, rejected, reading), tuple(c.id for c in subject.claims)
    solution = solve(graph, rule)
    ignored = not rule.supports and len(graph.supporters.items) > 0
    return Strengths(
        method=method,
        converged=solution.converged,
        residual=solution.residual,
        steps=solution.steps,
        note=_note(solution, ignored=ignored),
        rejected=rejected,
        claims=_claims(names, graph.base[: len(names)], solution.strength[: len(names)]),
    )


def _claims(names: tuple[str, ...], base: Floats, strength: Floats) -> tuple[ClaimStrength, ...]:
    rounded = np.round(np.clip(strength, 0.0, 1.0), _DIGITS)
    sorted_ = np.sort(-rounded)
    ranks = np.searchsorted(sorted_, -rounded) + 1
    fifths = np.minimum((rounded * len(_BANDS)).astype(np.int64), len(_BANDS) - 1)
    return tuple(
        ClaimStrength(id=name, base=start, strength=end, rank=rank, band=_BANDS[fifth])
        for name, start, end, rank, fifth in zip(
            names, base.tolist(), rounded.tolist(), ranks.tolist(), fifths.tolist(), strict=True
        )
    )


def _note(solution: Solution, *, ignored: bool) -> str | None:
    notes = []
    if not solution.converged:
        notes.append(f"not converged: after {solution.steps:,} steps strengths still change by {solution.residual:.2g}")
    if ignored:
        notes.append("this method counts attacks only: supports were left out")
    return "; ".join(notes) or None
