"""Random maps with everything the model has, and the proof that what a format changed was said."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from hypothesis import strategies as st

from argmap.model import ArgumentMap, Citation, Loss, MapClaim, Relation, Source
from tests.convert.maps import CITATIONS, SECTIONS, TAGS, TEXT, TITLES

ODD_TEXTS = st.sampled_from(
    ["two\nlines", " blank ", "Pro: x", "1. x", "a\n1.1. Con: b", "-> See 1.", "Sources:", "a [1]", "[w](https://x.y)",
     "\\[a\\", "¬", "yes", "null", "1.10", "- a: b", "{", "#", "\x85", "a\r\nb", "Default Inference", "=1+1", "😀 \ufffe"]
)  # fmt: skip
WEIGHTS = st.none() | st.sampled_from([0.0, 0.25, 1.0])
NAMES = st.none() | st.sampled_from(["a1", "r1", "r9", "conflict", "RA", "expert opinion", "", "x y"])
SOURCES = (
    Source(id="s1", type="book", title="Mills"),
    Source(id="s2", type="webpage", URL="https://example.org/a"),
    Source(id="example-org-b", type="webpage", URL="https://example.org/b"),
)


def sorted_lists(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """JSON with every list in one order, for graphs whose order says nothing."""
    if isinstance(value, dict):
        return {key: sorted_lists(part) for key, part in value.items()}
    if isinstance(value, list):
        return sorted((sorted_lists(part) for part in value), key=lambda part: json.dumps(part, sort_keys=True))
    return value


@st.composite
def rich_maps(draw: st.DrawFn, *, most: int = 6) -> ArgumentMap:
    """A map that uses every field; undercuts may target undercuts and attacks, circles occur."""
    titles = draw(st.lists(TITLES, min_size=1, max_size=most, unique=True))
    claims = tuple(
        MapClaim(
            id=title,
            text=draw(TEXT | ODD_TEXTS),
            form=draw(st.sampled_from(["statement", "argument"])),
            kind=draw(st.none() | st.just("thesis")),
            citations=draw(CITATIONS),
            tags=draw(TAGS),
            section=draw(SECTIONS),
            standard=draw(st.none() | st.sampled_from(["preponderance", "corroborated(2)"])),
            weight=draw(WEIGHTS),
            data=draw(st.sampled_from([{}, {"mood": "sad"}])),
        )
        for title in titles
    )
    relations: list[Relation] = []
    for number in range(1, draw(st.integers(0, most)) + 1):
        kind = draw(st.sampled_from(["support", "attack", "attack", "undercut"])) if relations else "support"
        target = draw(st.sampled_from([one.id for one in relations] if kind == "undercut" else titles))
        premises = draw(
            st.lists(st.sampled_from(titles), min_size=1, max_size=draw(st.sampled_from([1, 1, 3])), unique=True)
        )
        plain = draw(st.booleans())
        relations.append(
            Relation(
                id=f"r{number}",
                kind=kind,
                premises=tuple(premises),
                target=target,
                title=None if plain else draw(NAMES),
                scheme=None if plain else draw(NAMES),
                weight=None if plain else draw(WEIGHTS),
                reason=None if plain else "a cue",
                citations=() if plain else (Citation(source="s1"),),
            )
        )
    return ArgumentMap(
        title=draw(st.sampled_from([None, "A map", "", "two\nlines"])),
        claims=claims,
        relations=tuple(relations),
        sources=draw(st.sampled_from([(), SOURCES])),
        data=draw(
            st.sampled_from([{}, {"author": "x"}, {"aif": {"nodes": [{"nodeID": "9", "type": "L", "text": "t"}]}}])
        ),
    )


def unsaid(before: ArgumentMap, after: ArgumentMap, losses: Sequence[Loss], own: Sequence[str]) -> list[str]:
    """Every difference between two maps that no loss tells; what a format adds under its own names does not count."""
    return list(_Comparison(before, after, losses, own).differences())


class _Comparison:
    """Claims are the same under the names that losses say they got, relations by what they connect."""

    CLAIM = ("text", "form", "kind", "tags", "section", "standard", "weight")
    RELATION = ("title", "scheme", "citations", "reason", "confidence", "weight")

    def __init__(self, before: ArgumentMap, after: ArgumentMap, losses: Sequence[Loss], own: Sequence[str]) -> None:
        self.before, self.after, self.losses, self.own = before, after, losses, own
        self.names = {}
        for loss in losses:
            found = re.fullmatch(r"claim '(.*)': written as '(.*)'", loss.detail)
            if loss.what == "title" and found:
                self.names[found[1]] = found[2]

    def said(self, what: str | None, owner: str) -> bool:
        return any((what is None or loss.what == what) and loss.detail.startswith(owner) for loss in self.losses)

    def differences(self) -> Iterator[str]:
        if self.before.title != self.after.title and not self.said("title", "of the map"):
            yield f"title {self.before.title!r} {self.after.title!r}"
        for claim in self.before.claims:
            yield from self.claim(claim)
        for source in self.before.sources:
            if source not in self.after.sources and not self.said("sources", f"source '{source.id}'"):
                yield f"source {source.id}"
        for name in self.before.data.keys() - self.after.data.keys() - set(self.own):
            if not any(loss.detail.startswith(f"{name}: ") or loss.what.startswith(f"{name} ") for loss in self.losses):
                yield f"data {name}"
        new = {claim.id for claim in self.after.claims} - {self.names.get(c.id, c.id) for c in self.before.claims}
        for name in new:
            if not any(f"'{name}'" in loss.detail for loss in self.losses):
                yield f"new claim {name}"
        yield from self.relations()

    def claim(self, claim: MapClaim) -> Iterator[str]:
        owner = f"claim '{claim.id}': "
        found = self.after.claim_of.get(self.names.get(claim.id, claim.id))
        if found is None:
            if not self.said("claim", owner):
                yield f"{owner} gone"
            return
        for field in self.CLAIM:
            if getattr(claim, field) != getattr(found, field) and not self.said(field, owner):
                yield f"{owner}{field} {getattr(claim, field)!r} {getattr(found, field)!r}"
        for citation in claim.citations:
            of_source = self.said("sources", f"source '{citation.source}'")
            if (
                citation not in found.citations
                and not of_source
                and not self.said("citations", f"{owner}@{citation.source}")
            ):
                yield f"{owner}citation {citation}"
        for name in claim.data.keys() - found.data.keys():
            if not self.said("data", f"{owner}{name}"):
                yield f"{owner}data {name}"

    def relations(self) -> Iterator[str]:
        rest = list(self.after.relations)
        into = {one.id: one for one in self.after.relations}
        mine = {one.id: one for one in self.before.relations}
        for one in self.before.relations:
            signature = self.signature(one, mine, self.names)
            alike = [other for other in rest if self.signature(other, into, {}) == signature]
            if not alike:
                if not self.changed(one, mine):
                    yield f"relation {one} gone"
                continue
            best = min(alike, key=lambda other: sum(getattr(one, f) != getattr(other, f) for f in self.RELATION))
            rest.remove(best)
            for field in self.RELATION:
                if getattr(one, field) != getattr(best, field) and not self.said(field, f"relation '{one.id}': "):
                    yield f"relation '{one.id}': {field} {getattr(one, field)!r} {getattr(best, field)!r}"
        for other in rest:
            if not any(self.changed(one, mine) for one in self.before.relations):
                yield f"new relation {other}"

    def signature(self, one: Relation, known: dict[str, Relation], names: dict[str, str]) -> tuple[object, ...]:
        premises = tuple(names.get(premise, premise) for premise in one.premises)
        target: object = names.get(one.target, one.target)
        if one.kind == "undercut":
            target = self.signature(known[one.target], known, names)
        return one.kind, premises, target

    def changed(self, one: Relation, known: dict[str, Relation]) -> bool:
        """Whether a loss tells that the relation, or one that it targets, is written as something else."""
        while True:
            if any(self.said(what, f"relation '{one.id}': ") for what in ("support", "attack", "undercut", "premises")):
                return True
            if one.kind != "undercut":
                return False
            one = known[one.target]
