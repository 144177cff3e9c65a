"""The order of a draft: the text's, but each claim before what supports or attacks it, so that the file can nest them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.model import RelationKind


class Tie(NamedTuple):
    """A relation of a draft between two claims, by their ids."""

    kind: RelationKind
    premise: str
    target: str
    reason: str
    confidence: float


def arranged(places: Mapping[str, tuple[str, ...]], ties: Sequence[Tie]) -> tuple[list[str], list[Tie]]:
    """Claims and relations in the order in which they are written.

    Args:
        places: The section of each claim, in the order of the text.
        ties: The relations; they may run in circles.
    """
    leading, below = _within_sections(places, ties)
    order: dict[str, None] = {}
    for name in places:
        for claim in _downward(_top(name, leading, order), below, order):
            order[claim] = None
    turn = {name: number for number, name in enumerate(order)}
    return list(order), sorted(ties, key=lambda tie: max(turn[tie.premise], turn[tie.target]))


def _within_sections(
    places: Mapping[str, tuple[str, ...]], ties: Sequence[Tie]
) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Of each claim the one it leads to, and those that lead to it; only within a section, and each to one."""
    leading: dict[str, str] = {}
    below: dict[str, list[str]] = {}
    for tie in ties:
        if tie.premise not in leading and places[tie.premise] == places[tie.target]:
            leading[tie.premise] = tie.target
            below.setdefault(tie.target, []).append(tie.premise)
    return leading, below


def _top(name: str, leading: Mapping[str, str], done: Mapping[str, None]) -> str:
    """Where a claim leads in the end, among those that are not yet placed; itself in a circle."""
    seen = {name}
    top = name
    while leading.get(top) is not None and leading[top] not in seen and leading[top] not in done:
        top = leading[top]
        seen.add(top)
    return top


def _downward(top: str, below: Mapping[str, Sequence[str]], done: Mapping[str, None]) -> Iterator[str]:
    """A claim and all that lead to it, each before what leads to it."""
    waiting, seen = [top], set(done)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            yield name
            waiting.extend(reversed(below.get(name, ())))
