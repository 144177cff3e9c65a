"""Relations that one draft has and the other has not."""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.model import ArgumentMap, Relation, RelationChange


class Ends(NamedTuple):
    """What a relation joins: premises in alphabetical order, and a claim.

    Of an undercut the claim is the target of the step that it undercuts (as far as that is a claim), and `onto` are the
    premises of that step.
    """

    premises: tuple[str, ...]
    target: str
    onto: tuple[str, ...] = ()


def paired_relations(first: ArgumentMap, second: ArgumentMap, now: Mapping[str, str]) -> dict[int, int]:
    """Indexes of the first map's relations to those of the second that join the same, each once.

    Those of the same kind are paired before those that changed it. `now` gives the second map's name of each claim of
    the first that is in both.
    """
    old, new = _ends(first, now), _ends(second, {})
    pairs: dict[int, int] = {}
    for by_kind in (True, False):
        taken = set(pairs.values())
        waiting: dict[tuple[Ends, str], deque[int]] = {}
        for index, ends in enumerate(new):
            if index not in taken:
                waiting.setdefault((ends, second.relations[index].kind if by_kind else ""), deque()).append(index)
        for index, ends in enumerate(old):
            same = waiting.get((ends, first.relations[index].kind if by_kind else ""))
            if same and index not in pairs:
                pairs[index] = same.popleft()
    return pairs


def relation_changes(first: ArgumentMap, second: ArgumentMap, now: Mapping[str, str]) -> Iterator[RelationChange]:
    """The changes between two maps, in the order of the second; what was dropped comes last. `now` as above."""
    old, new = _ends(first, now), _ends(second, {})
    pairs = paired_relations(first, second, now)
    before = {later: first.relations[earlier].kind for earlier, later in pairs.items()}
    for index, relation in enumerate(second.relations):
        if index not in before:
            yield RelationChange(change="added", kind_after=relation.kind, **new[index]._asdict())
        elif before[index] != relation.kind:
            yield RelationChange(
                change="kind", kind_before=before[index], kind_after=relation.kind, **new[index]._asdict()
            )
    for index, relation in enumerate(first.relations):
        if index not in pairs:
            yield RelationChange(change="dropped", kind_before=relation.kind, **old[index]._asdict())


def _ends(argument_map: ArgumentMap, now: Mapping[str, str]) -> list[Ends]:
    relation_of = {relation.id: relation for relation in argument_map.relations}

    def premises(relation: Relation) -> tuple[str, ...]:
        return tuple(sorted(now.get(premise, premise) for premise in relation.premises))

    found = []
    for relation in argument_map.relations:
        step = relation_of.get(relation.target) if relation.kind == "undercut" else None
        target = step.target if step else relation.target
        # A relation's id is a number in its file, and says nothing in another.
        target = "" if step and target in relation_of else now.get(target, target)
        found.append(Ends(premises(relation), target, premises(step) if step else ()))
    return found
