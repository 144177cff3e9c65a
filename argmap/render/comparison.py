"""Two maps on one drawing: what was added stands out, what was dropped is still there, faintly."""

from collections.abc import Iterator, Mapping

from argmap.diff import paired_relations
from argmap.model import ArgumentMap, ClaimChange, Difference, Locator, PlaceChange, Relation
from argmap.render import reference
from argmap.render.sheet import Mark, Marks
from argmap.render.text import clean
from argmap.render.words import VERBS


def united(first: ArgumentMap, second: ArgumentMap, difference: Difference) -> tuple[ArgumentMap, Marks]:
    """The second map with what only the first one has, and the marks that tell them apart.

    Args:
        first: The earlier map.
        second: The later map.
        difference: What `diff_maps` says of them.
    """
    now = dict(difference.pairs)
    dropped = tuple(claim for claim in first.claims if claim.id not in now)
    gone, relations = _relations(first, second, now)
    sources = (*second.sources, *(source for source in first.sources if source.id not in second.source_of))
    both = second.model_copy(
        update={
            "claims": (*second.claims, *dropped),
            "relations": (*second.relations, *gone),
            "sources": sources,
            "written": None,
        }
    )
    marks = Marks(
        claims={change.after or change.before or "": _badge(change, both) for change in difference.claims},
        before={c.after: c.text_before for c in difference.claims if c.after and "reworded" in c.changes},
        relations=relations,
        maps=dict.fromkeys(second.claim_of, second) | {claim.id: first for claim in dropped},
    )
    return both, marks


def _badge(change: ClaimChange, both: ArgumentMap) -> tuple[Mark, str]:
    if change.after is None:
        return "dropped", "dropped"
    if change.before is None:
        return "added", "added"
    return "changed", "; ".join(_told(change, both))


def _told(change: ClaimChange, both: ArgumentMap) -> Iterator[str]:
    words: Mapping[str, str] = {
        "reworded": "reworded",
        "renamed": f"was called “{clean(change.before or '')}”",
        "cited": "now cited",
        "uncited": f"no longer cited (was {_sources(change.lost, both)})",
        "sources": "; ".join(
            f"{verb} {_sources(keys, both)}"
            for verb, keys in (("now cites", change.gained), ("no longer cites", change.lost))
            if keys
        ),
        "places": "; ".join(_moved(place, both) for place in change.places),
        "kind": "another kind",
        "label": f"was {change.labels[0]}" if change.labels else "",
    }
    for kind in change.changes:
        if told := words.get(kind, kind):
            yield told


def _moved(place: PlaceChange, both: ArgumentMap) -> str:
    return f"cites {_sources((place.source,), both)} at {_places(place.after)}, before at {_places(place.before)}"


def _places(found: tuple[Locator, ...]) -> str:
    return ", ".join(clean(reference.at(place)) for place in found) or "no place"


def _sources(keys: tuple[str, ...], both: ArgumentMap) -> str:
    known = both.source_of
    return ", ".join(reference.short(known[key]) if key in known else clean(key) for key in keys)


def _relations(
    first: ArgumentMap, second: ArgumentMap, now: Mapping[str, str]
) -> tuple[tuple[Relation, ...], dict[str, tuple[Mark, str]]]:
    """The relations that only the first map has, in the second's words, and the marks of all that differ."""
    pairs = paired_relations(first, second, now)
    left = [relation for index, relation in enumerate(first.relations) if index not in pairs]
    renamed = {first.relations[index].id: second.relations[later].id for index, later in pairs.items()}
    renamed |= dict(zip((relation.id for relation in left), _fresh_names(second, len(left)), strict=True))
    gone = tuple(
        relation.model_copy(
            update={
                "id": renamed[relation.id],
                "premises": tuple(now.get(premise, premise) for premise in relation.premises),
                "target": renamed.get(relation.target) or now.get(relation.target, relation.target),
            }
        )
        for relation in left
    )
    marks: dict[str, tuple[Mark, str]] = {relation.id: ("dropped", "dropped") for relation in gone}
    before = {later: first.relations[index].kind for index, later in pairs.items()}
    for index, relation in enumerate(second.relations):
        if index not in before:
            marks[relation.id] = "added", "new"
        elif before[index] != relation.kind:
            marks[relation.id] = "changed", f"before: {VERBS[before[index]]}"
    return gone, marks


def _fresh_names(argument_map: ArgumentMap, count: int) -> list[str]:
    """Names that no relation of the map has, of the same form."""
    taken = {relation.id for relation in argument_map.relations}
    names: list[str] = []
    number = len(argument_map.relations)
    while len(names) < count:
        number += 1
        if f"r{number}" not in taken:
            names.append(f"r{number}")
    return names
