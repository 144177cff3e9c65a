"""Hints that keep a drawing in the shape of a page, where `dot` alone would make one long column (or row) of it."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil, sqrt

from argmap.model import ArgumentMap, Relation
from argmap.render.names import Names
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


def rows(argument_map: ArgumentMap, names: Names, *, upright: bool, most: int | None = None) -> Iterator[str]:
    """Invisible edges that set the claims of a section that nothing relates to another in rows of `most` at most.

    `upright` says that ranks run from top to bottom, so that a chain of edges is a column and not a row.
    """
    related = {end for relation in argument_map.relations for end in (*relation.premises, relation.target)}
    sections: dict[tuple[str, ...], list[str]] = {}
    for claim in argument_map.claims:
        if claim.id not in related:
            sections.setdefault(claim.section, []).append(names.claim(claim.id))
    for apart in sections.values():
        across = min(max(1, ceil(sqrt(len(apart) * _ACROSS))), most or len(apart))
        chain = ceil(len(apart) / across) if upright else across
        if len(apart) >= _LOOSE_FROM:
            yield from _chains(apart, chain)


def loose(argument_map: ArgumentMap, columns: int) -> frozenset[int]:
    """The relations, by index, that must not order their ends if no more than `columns` claims stand side by side.

    A chain of reasons longer than that goes on in a row below, as lines of text do.
    """
    rank = _ranks(argument_map)
    ends = _ends(argument_map)
    free = set()
    for index, relation in enumerate(argument_map.relations):
        target = rank.get(ends[index])
        steps = [rank[premise] for premise in relation.premises if premise in rank]
        if target is None or any(step <= target or step // columns != target // columns for step in steps):
            free.add(index)
    return frozenset(free)


def _ends(argument_map: ArgumentMap) -> list[str]:
    """The claim at which each relation ends; of an undercut, that of the step which it undercuts."""
    target_of = {relation.id: relation.target for relation in argument_map.relations if relation.kind != "undercut"}
    return [target_of.get(relation.target, relation.target) for relation in argument_map.relations]


def _ranks(argument_map: ArgumentMap) -> dict[str, int]:
    """The most inferences from each claim to a claim that is no premise; a circle is cut at its first claim."""
    known = argument_map.claim_of
    targets: dict[str, set[str]] = {name: set() for name in known}
    premises: dict[str, set[str]] = {name: set() for name in known}
    for relation, end in zip(argument_map.relations, _ends(argument_map), strict=True):
        for premise in relation.premises:
            if premise in known and end in known and premise != end:
                targets[premise].add(end)
                premises[end].add(premise)
    waiting = {name: len(found) for name, found in targets.items()}
    rank: dict[str, int] = {}
    for start in [*(name for name in known if not waiting[name]), *known]:
        ready = [start] if start not in rank else []
        while ready:
            name = ready.pop()
            rank[name] = 1 + max((rank[end] for end in targets[name] if end in rank), default=-1)
            for premise in sorted(premises[name]):
                waiting[premise] -= 1
                if not waiting[premise] and premise not in rank:
                    ready.append(premise)
    return rank


def _chains(names: list[str], length: int) -> Iterator[str]:
    for place, (name, following) in enumerate(pairwise(names), start=1):
        if place % length:
            yield f'"{following}" -> "{name}"{attributes({"style": "invis", "weight": "0"})}'
