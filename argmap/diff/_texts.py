"""Two drafts of an essay: sentences are paired as anchors are found again."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.diff._changes import Side, added, changed, cited, dropped, moved
from argmap.diff._relations import relation_changes
from argmap.model import (
    AnchoredClaim,
    ArgumentMap,
    Change,
    Citations,
    ClaimChange,
    Difference,
    Document,
    Extraction,
    RelationChange,
    SentenceVerdict,
    locate,
)
from argmap.model.anchor import anchored_all, sketch


@dataclass(frozen=True)
class TextDraft:
    """One draft after all stages: `map` is the draft map, `places` ties its claims to sentences."""

    document: Document
    citations: Citations
    extraction: Extraction
    map: ArgumentMap
    places: tuple[AnchoredClaim, ...]


def diff_texts(first: TextDraft, second: TextDraft) -> Difference:
    """What the second draft of an essay claims and cites otherwise than the first.

    Only sentences that make a claim in one of the drafts count. Relations are those of the draft maps, and are told
    only where their claims are in both of these, or are new, or gone: what a draft map leaves out is no change.
    """
    pairs = _pairs(first.document, second.document)
    before = {new: old for old, new in pairs.items()}
    old = {verdict.id: verdict for verdict in first.extraction.sentences}
    changes: list[ClaimChange | None] = []
    for verdict in second.extraction.sentences:
        was = old.get(before.get(verdict.id, ""))
        if was is None and verdict.claim:
            changes.append(added(_side(second, verdict)))
        elif was is not None and (verdict.claim or was.claim):
            sides = _side(first, was), _side(second, verdict)
            tests = _tests(was, verdict, sides)
            changes.append(changed(*sides, tests))
    changes += [dropped(_side(first, v)) for v in first.extraction.sentences if v.claim and v.id not in pairs]
    known = {source.id for source in first.citations.sources}, {source.id for source in second.citations.sources}
    return Difference(
        of="texts",
        same=sum(change is None for change in changes),
        claims=tuple(change for change in changes if change),
        relations=_relations(first, second, pairs),
        sources_gained=tuple(sorted(known[1] - known[0])),
        sources_lost=tuple(sorted(known[0] - known[1])),
        pairs=tuple((a, b) for a, b in pairs.items() if old[a].claim),
    )


def _pairs(first: Document, second: Document) -> dict[str, str]:
    """Sentences of the first draft to sentences of the second, each once; unchanged ones come before reworded ones."""
    found = locate(anchored_all(first), second)
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for place in sorted(found, key=lambda place: place.reworded):
        if place.sentence is not None and place.sentence not in taken:
            pairs[place.claim] = place.sentence
            taken.add(place.sentence)
    return pairs


def _side(draft: TextDraft, verdict: SentenceVerdict) -> Side:
    wanted = set(verdict.notes)
    mentions = (mention for entry in draft.citations.notes if entry.n in wanted for mention in entry.mentions)
    return Side(verdict.id, verdict.text, cited((each.source, each.locator) for each in mentions if each.source))


def _tests(old: SentenceVerdict, new: SentenceVerdict, sides: tuple[Side, Side]) -> Iterator[tuple[Change, bool]]:
    reworded = sketch(old.text) != sketch(new.text)
    yield "reworded", reworded
    yield "cited", old.support == "none" != new.support
    yield "uncited", old.support != "none" == new.support
    both_cited = "none" not in (old.support, new.support)
    yield "sources", both_cited and sides[0].sources != sides[1].sources
    yield "places", both_cited and any(moved(*sides))
    yield "kind", reworded and old.kind != new.kind  # the kind of unchanged words may hang on what stands around them


def _relations(first: TextDraft, second: TextDraft, pairs: dict[str, str]) -> tuple[RelationChange, ...]:
    old, new = _by_sentence(first), _by_sentence(second)
    drawn = {pairs.get(claim.id, claim.id) for claim in old.claims}, {claim.id for claim in new.claims}
    in_both_texts = set(pairs.values())
    told = [
        change
        for change in relation_changes(old, new, pairs)
        if all(
            (end in drawn[0] and end in drawn[1]) or end not in in_both_texts
            for end in (*change.premises, change.target, *change.onto)
        )
    ]
    return tuple(told)


def _by_sentence(draft: TextDraft) -> ArgumentMap:
    """The draft map with sentences' ids for its claims' titles."""
    place = {anchor.claim: anchor.sentence or anchor.claim for anchor in draft.places}
    return draft.map.model_copy(
        update={
            "claims": tuple(claim.model_copy(update={"id": place[claim.id]}) for claim in draft.map.claims),
            "relations": tuple(
                relation.model_copy(
                    update={
                        "premises": tuple(place[premise] for premise in relation.premises),
                        "target": place.get(relation.target, relation.target),
                    }
                )
                for relation in draft.map.relations
            ),
        }
    )
