"""Two maps: claims are paired by title, then by words."""

from argmap.diff._changes import Side, added, changed, cited, dropped, moved
from argmap.diff._pairs import pairs_by_words
from argmap.diff._relations import relation_changes
from argmap.model import ArgumentMap, Change, ClaimChange, Difference, Evaluation, Label, MapClaim
from argmap.model.anchor import sketch


def diff_maps(
    first: ArgumentMap, second: ArgumentMap, evaluations: tuple[Evaluation, Evaluation] | None = None
) -> Difference:
    """What the second map has otherwise than the first.

    With the `evaluations` of both it also tells which claims stand or fall otherwise.
    """
    same_title = {name: name for name in first.claim_of if name in second.claim_of}
    pairs = same_title | pairs_by_words(
        {claim.id: claim.text for claim in first.claims if claim.id not in same_title},
        {claim.id: claim.text for claim in second.claims if claim.id not in same_title},
    )
    before = {new: old for old, new in pairs.items()}
    labels = _labels(evaluations)
    changes = [
        _change(first.claim_of[before[claim.id]], claim, labels) if claim.id in before else added(_side(claim))
        for claim in second.claims
    ]
    changes += [dropped(_side(claim)) for claim in first.claims if claim.id not in pairs]
    known = {source.id for source in first.sources}, {source.id for source in second.sources}
    return Difference(
        of="maps",
        same=sum(change is None for change in changes),
        claims=tuple(change for change in changes if change),
        relations=tuple(relation_changes(first, second, pairs)),
        sources_gained=tuple(sorted(known[1] - known[0])),
        sources_lost=tuple(sorted(known[0] - known[1])),
        pairs=tuple(pairs.items()),
    )


def _labels(evaluations: tuple[Evaluation, Evaluation] | None) -> tuple[dict[str, Label], dict[str, Label]]:
    if evaluations is None:
        return {}, {}
    before, after = evaluations
    return {claim.id: claim.label for claim in before.claims}, {claim.id: claim.label for claim in after.claims}


def _side(claim: MapClaim) -> Side:
    return Side(claim.id, claim.text, cited((citation.source, citation.locator) for citation in claim.citations))


def _change(claim: MapClaim, later: MapClaim, labels: tuple[dict[str, Label], dict[str, Label]]) -> ClaimChange | None:
    old, new = _side(claim), _side(later)
    was, now = labels[0].get(old.name), labels[1].get(new.name)
    relabelled = (was, now) if was and now and was != now else None
    tests: tuple[tuple[Change, bool], ...] = (
        ("reworded", sketch(old.text) != sketch(new.text)),
        ("renamed", old.name != new.name),
        ("cited", bool(new.sources and not old.sources)),
        ("uncited", bool(old.sources and not new.sources)),
        ("sources", bool(old.sources and new.sources and old.sources != new.sources)),
        ("places", any(moved(old, new))),
        ("kind", claim.kind != later.kind),
        ("label", relabelled is not None),
    )
    return changed(old, new, tests, relabelled)
