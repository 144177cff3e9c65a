"""Two maps on one drawing: what was added stands out, what was dropped is still there, faintly."""

from collections.abc import Iterator, Mapping

from argmap.model import ArgumentMap, ClaimChange, Difference, Relation
from argmap.render import reference
from argmap.render.sheet import Mark, Marks
from argmap.render.text import clean

_Key = tuple[str, tuple[str, ...], object]


def united(first: ArgumentMap, second: ArgumentMap, difference: Difference) -> tuple[ArgumentMap, Marks]:
    """The second map with what only the first one has, and the marks that tell them apart.

    Args:
        first: The earlier map.
        second: The later map.
        difference: What `diff_maps` says of them.
    """
    now = dict(difference.pairs)
    dropped = tuple(claim for claim in first.claims if claim.id not in now)
    gone, fresh = _relations(first, second, now)
    sources = (*second.sources, *(source for source in first.sources if source.id not in second.source_of))
    both = second.model_copy(
        update={
            "claims": (*second.claims, *dropped),
            "relations": (*second.relations, *gone),
            "sources": sources,
            "written": None,
        }
    )
    relations: dict[str, Mark] = dict.fromkeys((relation.id for relation in gone), "dropped")
    relations |= dict.fromkeys(fresh, "added")
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
        "kind": "another kind",
        "label": f"was {change.labels[0]}" if change.labels else "",
    }
    for kind in change.changes:
        if told := words.get(kind, kind):
            yield told


def _sources(keys: tuple[str, ...], both: ArgumentMap) -> str:
    known = both.source_of
    return ", ".join(reference.short(known[key]) if key in known else clean(key) for key in keys)


def _relations(
    first: ArgumentMap, second: ArgumentMap, now: Mapping[str, str]
) -> tuple[tuple[Relation, ...], tuple[str, ...]]:
    """The relations that only the first map has, in the second's words, and the ids of those that only it has."""
    by_key: dict[_Key, list[str]] = {}
    for name, key in _keys(second, {}).items():
        by_key.setdefault(key, []).append(name)
    renamed: dict[str, str] = {}
    for name, key in _keys(first, now).items():
        if same := by_key.get(key):
            renamed[name] = same.pop(0)
    kept = set(renamed.values())
    left = [relation for relation in first.relations if relation.id not in renamed]
    fresh_names = _fresh_names(second, len(left))
    renamed |= {relation.id: name for relation, name in zip(left, fresh_names, strict=True)}
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
    return gone, tuple(relation.id for relation in second.relations if relation.id not in kept)


def _keys(argument_map: ArgumentMap, now: Mapping[str, str]) -> dict[str, _Key]:
    """What each relation says, whatever it is called: its kind, its premises, and its end (of an undercut, a relation's)."""
    relation_of = {relation.id: relation for relation in argument_map.relations}

    def ends(relation: Relation) -> tuple[tuple[str, ...], str]:
        return tuple(sorted(now.get(premise, premise) for premise in relation.premises)), now.get(
            relation.target, relation.target
        )

    keys: dict[str, _Key] = {}
    for relation in argument_map.relations:
        onto = relation_of.get(relation.target) if relation.kind == "undercut" else None
        premises, target = ends(relation)
        keys[relation.id] = (relation.kind, premises, (onto.kind, *ends(onto)) if onto else target)
    return keys


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
