"""Two maps: claims are paired by title, then by words."""

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
        _change(first.claim_of[before[claim.id]], claim, labels) if claim.id in before else _added(claim)
        for claim in second.claims
    ]
    changes += [_dropped(claim) for claim in first.claims if claim.id not in pairs]
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


def _added(claim: MapClaim) -> ClaimChange:
    return ClaimChange(
        before=None, after=claim.id, text_after=claim.text, changes=("added",), gained=tuple(sorted(_cited(claim)))
    )


def _dropped(claim: MapClaim) -> ClaimChange:
    return ClaimChange(
        before=claim.id, after=None, text_before=claim.text, changes=("dropped",), lost=tuple(sorted(_cited(claim)))
    )


def _cited(claim: MapClaim) -> set[str]:
    return {citation.source for citation in claim.citations}


def _change(old: MapClaim, new: MapClaim, labels: tuple[dict[str, Label], dict[str, Label]]) -> ClaimChange | None:
    gained, lost = _cited(new) - _cited(old), _cited(old) - _cited(new)
    was, now = labels[0].get(old.id), labels[1].get(new.id)
    relabelled = (was, now) if was and now and was != now else None
    tests: tuple[tuple[Change, bool], ...] = (
        ("reworded", sketch(old.text) != sketch(new.text)),
        ("renamed", old.id != new.id),
        ("cited", bool(new.citations) and not old.citations),
        ("uncited", bool(old.citations) and not new.citations),
        ("sources", bool(gained or lost) and bool(old.citations) and bool(new.citations)),
        ("kind", old.kind != new.kind),
        ("label", relabelled is not None),
    )
    changes = tuple(name for name, true in tests if true)
    if not changes:
        return None
    return ClaimChange(
        before=old.id,
        after=new.id,
        text_before=old.text,
        text_after=new.text,
        changes=changes,
        gained=tuple(sorted(gained)),
        lost=tuple(sorted(lost)),
        labels=relabelled,
    )
