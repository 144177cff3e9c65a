"""The boxes of an overview: sections, large ones in parts, very many small ones together. Linear in the map."""

from collections.abc import Iterable
from typing import NamedTuple

from argmap.model import ArgumentMap

MOST_CLAIMS = 50
"""Claims of one box, so that it can be read when it is opened."""
MOST_GROUPS = 200
_NO_SECTION = "Claims"


class Group(NamedTuple):
    """A box: its name, unique in its overview, and the indexes of its claims."""

    name: str
    claims: tuple[int, ...]


def groups(argument_map: ArgumentMap) -> tuple[Group, ...]:
    """Every claim in one group; in the order of the file."""
    sections: dict[tuple[str, ...], list[int]] = {}
    for index, claim in enumerate(argument_map.claims):
        sections.setdefault(claim.section, []).append(index)
    most = max(MOST_CLAIMS, -(-len(argument_map.claims) // MOST_GROUPS))
    following = _followers(argument_map)
    found = [
        part
        for path, claims in sections.items()
        for part in _split(" › ".join(path) or _NO_SECTION, claims, most, following)
    ]
    return _unique(_packed(found, most) if len(found) > MOST_GROUPS + MOST_GROUPS // 2 else found)


def _split(name: str, claims: list[int], most: int, following: dict[int, list[int]]) -> list[Group]:
    if len(claims) <= most:
        return [Group(name, tuple(claims))]
    ordered = _along(claims, following)
    count = -(-len(ordered) // most)
    size = -(-len(ordered) // count)
    pieces = [ordered[start : start + size] for start in range(0, len(ordered), size)]
    return [Group(f"{name}, part {number} of {len(pieces)}", tuple(piece)) for number, piece in enumerate(pieces, 1)]


def _packed(found: list[Group], most: int) -> list[Group]:
    """Neighbouring small groups as one: "First … Last"."""
    bins: list[list[Group]] = []
    for group in found:
        if bins and sum(len(one.claims) for one in bins[-1]) + len(group.claims) <= most:
            bins[-1].append(group)
        else:
            bins.append([group])
    return [
        Group(
            one[0].name if len(one) == 1 else f"{one[0].name} … {one[-1].name}",
            tuple(index for group in one for index in group.claims),
        )
        for one in bins
    ]


def _unique(found: Iterable[Group]) -> tuple[Group, ...]:
    seen: dict[str, int] = {}
    named = []
    for group in found:
        seen[group.name] = seen.get(group.name, 0) + 1
        again = f" ({seen[group.name]})" if seen[group.name] > 1 else ""
        named.append(Group(group.name + again, group.claims))
    return tuple(named)


def _followers(argument_map: ArgumentMap) -> dict[int, list[int]]:
    """The claims from which one infers to each claim."""
    index_of = {claim.id: index for index, claim in enumerate(argument_map.claims)}
    found: dict[int, list[int]] = {}
    for relation in argument_map.relations:
        target = index_of.get(relation.target)
        if target is not None:
            found.setdefault(target, []).extend(index_of[end] for end in relation.premises if end in index_of)
    return found


def _along(claims: list[int], following: dict[int, list[int]]) -> list[int]:
    """The claims depth first from conclusions to premises, so that what belongs together stands together."""
    inside = set(claims)
    premises = {index for claim in claims for index in following.get(claim, ()) if index != claim}
    ordered: dict[int, None] = {}
    for start in [*(claim for claim in claims if claim not in premises), *claims]:
        waiting = [start]
        while waiting:
            claim = waiting.pop()
            if claim in inside and claim not in ordered:
                ordered[claim] = None
                waiting += reversed(following.get(claim, ()))
    return list(ordered)
