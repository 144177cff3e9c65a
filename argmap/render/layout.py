"""Hints that keep a drawing in the shape of a page, where `dot` alone would make one long column (or row) of it."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil, sqrt

from argmap.model import ArgumentMap, Relation
from argmap.render.quote import attributes

_SPREAD_FROM = 3
_LOOSE_FROM = 4
# A claim is about three times as wide as high: so many loose ones stand side by side in a field a third wider than high.
_ACROSS = 0.45


def spread(argument_map: ArgumentMap) -> dict[str, int]:
    """Lengths in ranks, by relation id, that stand the many pieces of evidence of one claim in two or three columns.

    All in one column would make the map many times higher than wide (or wider than high, drawn upwards).
    """
    lengths: dict[str, int] = {}
    for target in argument_map.claim_of:
        leaves = [relation for relation in argument_map.into.get(target, ()) if _from_evidence(argument_map, relation)]
        columns = 1 if len(leaves) < _SPREAD_FROM else 2 if len(leaves) <= 2 * _SPREAD_FROM else 3
        lengths |= {relation.id: 1 + number % columns for number, relation in enumerate(leaves)}
    return lengths


def _from_evidence(argument_map: ArgumentMap, relation: Relation) -> bool:
    known = argument_map.claim_of
    single = known.get(relation.premises[0]) if len(relation.premises) == 1 else None
    return single is not None and argument_map.role(single) == "evidence" and single.id not in argument_map.into


def rows(argument_map: ArgumentMap, *, upright: bool) -> Iterator[str]:
    """Invisible edges that set the claims of a section that nothing relates to another in rows.

    `upright` says that ranks run from top to bottom, so that a chain of edges is a column and not a row.
    """
    related = {end for relation in argument_map.relations for end in (*relation.premises, relation.target)}
    sections: dict[tuple[str, ...], list[str]] = {}
    for index, claim in enumerate(argument_map.claims):
        if claim.id not in related:
            sections.setdefault(claim.section, []).append(f"claim-{index}")
    for loose in sections.values():
        across = max(1, ceil(sqrt(len(loose) * _ACROSS)))
        chain = ceil(len(loose) / across) if upright else across
        if len(loose) >= _LOOSE_FROM:
            yield from _chains(loose, chain)


def _chains(names: list[str], length: int) -> Iterator[str]:
    for place, (name, following) in enumerate(pairwise(names), start=1):
        if place % length:
            yield f'"{following}" -> "{name}"{attributes({"style": "invis", "weight": "0"})}'
