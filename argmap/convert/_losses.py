"""What a format cannot carry of a map, claim by claim and relation by relation."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pydantic import JsonValue

from argmap.convert._locator import write_citations
from argmap.convert._parse import shown
from argmap.model import ArgumentMap, Loss, MapClaim, Relation

KEPT = "kept aside"
"""`Loss.what` of what a reader keeps in a map's data, written back in its own format, that is no part of the map."""


class Carried(NamedTuple):
    """The fields of the model that a format has a place for.

    Attributes:
        claim: Of `MapClaim`, besides id and text.
        relation: Of `Relation`, besides kind, premises and target; `id` if relations keep their names.
        whole: Of `ArgumentMap`: `title`, `sources`.
        own: The names under which the format finds its own data again.
    """

    claim: frozenset[str] = frozenset()
    relation: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()


def carried(*, claim: str = "", relation: str = "", whole: str = "", own: str = "") -> Carried:
    """`Carried`, from words with blanks between."""
    return Carried(*(frozenset(words.split()) for words in (claim, relation, whole, own)))


def lost(argument_map: ArgumentMap, kept: Carried) -> list[Loss]:
    """Everything that a map says and a format with such places does not."""
    losses = list(_of_whole(argument_map, kept))
    for claim in argument_map.claims:
        losses += (
            Loss(what=what, detail=f"claim '{claim.id}': {value}")
            for what, value in _of_claim(claim, kept.own)
            if what not in kept.claim
        )
    for number, relation in enumerate(argument_map.relations, 1):
        losses += (
            Loss(what=what, detail=f"relation '{relation.id}': {value}")
            for what, value in _of_relation(relation, number, kept.own)
            if what not in kept.relation
        )
    return losses


def lost_in_drawing(argument_map: ArgumentMap) -> tuple[Loss, ...]:
    """What a picture (DOT and what Graphviz makes of it) does not say of a map."""
    kept = carried(
        claim="form kind citations section standard weight",
        relation="id scheme citations weight",
        whole="title sources",
    )
    return tuple(lost(argument_map, kept))


def text_lost(claim: MapClaim) -> Loss:
    """That a claim's title stands for the text it does not have."""
    return Loss(what="text", detail=f"claim '{claim.id}': has none; its title is written in its place")


def renamed(old: str, new: str) -> Loss:
    """That a claim's title is written as another name."""
    return Loss(what="title", detail=f"claim '{old}': written as '{new}'")


def relation_lost(relation: Relation, what: str, why: str) -> Loss:
    """What happened to a relation that a format cannot say as it is."""
    return Loss(what=what, detail=f"relation '{relation.id}': {why}")


def _of_claim(claim: MapClaim, own: frozenset[str]) -> Iterator[tuple[str, str]]:
    if claim.form != "statement":
        yield "form", f"written as an {claim.form} in the map"
    if claim.kind:
        yield "kind", claim.kind
    for citation in claim.citations:
        yield "citations", write_citations((citation,))
    if claim.tags:
        yield "tags", ", ".join(claim.tags)
    if claim.section:
        yield "section", " / ".join(claim.section)
    if claim.standard is not None:
        yield "standard", claim.standard
    if claim.weight is not None:
        yield "weight", f"{claim.weight:g}"
    yield from _of_data(claim.data, own)


def _of_relation(relation: Relation, number: int, own: frozenset[str]) -> Iterator[tuple[str, str]]:
    if relation.id != f"r{number}":
        yield "id", f"read back as 'r{number}'"
    for what in ("title", "scheme", "reason"):
        if getattr(relation, what) is not None:
            yield what, getattr(relation, what)
    for citation in relation.citations:
        yield "citations", write_citations((citation,))
    for what in ("confidence", "weight"):
        if getattr(relation, what) is not None:
            yield what, f"{getattr(relation, what):g}"
    yield from _of_data(relation.data, own)


def _of_data(data: Mapping[str, JsonValue], own: frozenset[str]) -> Iterator[tuple[str, str]]:
    for name, value in data.items():
        if name not in own:
            yield "data", f"{name}: {shown(value)}"


def _of_whole(argument_map: ArgumentMap, kept: Carried) -> Iterator[Loss]:
    if argument_map.title is not None and "title" not in kept.whole:
        yield Loss(what="title", detail=f"of the map: {argument_map.title}")
    if "sources" not in kept.whole:
        for source in argument_map.sources:
            yield Loss(what="sources", detail=f"source '{source.id}': {shown(source.title or source.type)}")
    for name, value in argument_map.data.items():
        if name not in kept.own:
            yield from _foreign(name, value)


def _foreign(name: str, value: JsonValue) -> Iterator[Loss]:
    """Foreign data, node by node where it has nodes (or edges, or any other list)."""
    if not isinstance(value, dict):
        yield Loss(what="data", detail=f"{name}: {shown(value)}")
        return
    for key, part in value.items():
        if isinstance(part, list):
            for one in part:
                yield Loss(what=f"{name} {key}", detail=shown(one))
        else:
            yield Loss(what=f"{name} {key}", detail=shown(part))
