"""Premises that attack, undercut or support an argument together: Argdown wants a conclusion between, a map does not.

The writer puts a statement with the data `{joint: true}` there, the conclusion of the premises and the premise of the
relation; official tools show both steps, and the reader makes one relation of them again.
"""

from argmap.model import MapClaim, Relation

JOINT = "joint"


def merge_joint(
    claims: tuple[MapClaim, ...], relations: tuple[Relation, ...]
) -> tuple[tuple[MapClaim, ...], tuple[Relation, ...]]:
    """Claims and relations without the statements that stand between; relations numbered anew."""
    between = {claim.id for claim in claims if claim.data == {JOINT: True} and not claim.text}
    if not between:
        return claims, relations
    steps: dict[str, list[Relation]] = {title: [] for title in between}
    onward: dict[str, list[Relation]] = {title: [] for title in between}
    for relation in relations:
        steps.get(relation.target, []).append(relation)
        for premise in relation.premises:
            onward.get(premise, []).append(relation)
    gone: dict[str, Relation] = {}
    merged: dict[str, tuple[str, ...]] = {}
    for title in between:
        into, on = steps[title], onward[title]
        if len(into) == len(on) == 1 and into[0].kind == "support" and on[0].premises == (title,):
            gone[into[0].id], merged[on[0].id] = on[0], into[0].premises
    left = {on.premises[0] for on in gone.values()}
    return tuple(claim for claim in claims if claim.id not in left), _renumbered(relations, gone, merged)


def _renumbered(
    relations: tuple[Relation, ...], gone: dict[str, Relation], merged: dict[str, tuple[str, ...]]
) -> tuple[Relation, ...]:
    kept = [relation for relation in relations if relation.id not in gone]
    ids = {relation.id: f"r{number}" for number, relation in enumerate(kept, 1)}
    ids |= {old: ids[on.id] for old, on in gone.items() if on.id in ids}
    return tuple(
        relation.model_copy(
            update={
                "id": ids[relation.id],
                "target": ids.get(relation.target, relation.target) if relation.kind == "undercut" else relation.target,
                "premises": merged.get(relation.id, relation.premises),
            }
        )
        for relation in kept
    )
