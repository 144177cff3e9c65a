"""Relations that one draft has and the other has not."""

from collections import Counter
from collections.abc import Iterator, Mapping

from argmap.model import ArgumentMap, RelationChange

Ends = tuple[tuple[str, ...], str]


def relation_changes(first: ArgumentMap, second: ArgumentMap, now: Mapping[str, str]) -> Iterator[RelationChange]:
    """The changes between two maps; `now` gives the second draft's name of each claim of the first that is in both."""
    old, new = _kinds(first, now), _kinds(second, {})
    for ends in [*new, *(ends for ends in old if ends not in new)]:
        before, after = old.get(ends, Counter()), new.get(ends, Counter())
        gone, come = sorted((before - after).elements()), sorted((after - before).elements())
        both = min(len(gone), len(come))
        for was, is_now in zip(gone[:both], come[:both], strict=True):
            yield RelationChange(change="kind", kind_before=was, kind_after=is_now, premises=ends[0], target=ends[1])
        for was in gone[both:]:
            yield RelationChange(change="dropped", kind_before=was, premises=ends[0], target=ends[1])
        for is_now in come[both:]:
            yield RelationChange(change="added", kind_after=is_now, premises=ends[0], target=ends[1])


def _kinds(argument_map: ArgumentMap, now: Mapping[str, str]) -> dict[Ends, Counter[str]]:
    """The kinds of the relations between the same claims."""
    target_of = {relation.id: relation.target for relation in argument_map.relations}
    found: dict[Ends, Counter[str]] = {}
    for relation in argument_map.relations:
        target = target_of[relation.target] if relation.kind == "undercut" else relation.target
        premises = tuple(sorted(now.get(premise, premise) for premise in relation.premises))
        found.setdefault((premises, now.get(target, target)), Counter())[relation.kind] += 1
    return found
