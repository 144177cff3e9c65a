"""Parts of a map: the neighbourhood of a claim, a section. A part keeps the names that its things have in the whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from argmap.errors import UnknownNameError
from argmap.model import ArgumentMap, MapClaim, Relation
from argmap.render.groups import groups
from argmap.render.names import Names

MOST_AROUND = 60
"""Claims of a neighbourhood that are drawn: the nearest ones."""
_JOIN = " › "


class Beyond(NamedTuple):
    """Relations of one claim that a drawing leaves out: those by which evidence supports it, and all others."""

    evidence: int = 0
    other: int = 0


@dataclass(frozen=True)
class Part:
    """Some claims of a map and the relations among them, as indexes into the whole.

    Attributes:
        whole: The map.
        claims, relations: Indexes of what is drawn, ascending.
        told: What part it is, in words; empty for the whole map.
        focus: The id of the claim that it is about, if it is about one.
    """

    whole: ArgumentMap
    claims: tuple[int, ...]
    relations: tuple[int, ...]
    told: str = ""
    focus: str | None = None

    @cached_property
    def map(self) -> ArgumentMap:
        """The part as a map of its own."""
        if len(self.claims) == len(self.whole.claims) and len(self.relations) == len(self.whole.relations):
            return self.whole
        claims = tuple(self.whole.claims[index] for index in self.claims)
        relations = tuple(self.whole.relations[index] for index in self.relations)
        return self.whole.model_copy(update={"claims": claims, "relations": relations, "written": None})

    @cached_property
    def names(self) -> Names:
        """The names of all things of the whole map."""
        return Names(self.whole)

    @cached_property
    def beyond(self) -> dict[str, Beyond]:
        """How many relations of each drawn claim are not drawn, by the claim's id."""
        if self.map is self.whole:
            return {}
        drawn, shown = set(self.relations), {claim.id for claim in self.map.claims}
        counted: dict[str, Beyond] = {}
        for index, relation in enumerate(self.whole.relations):
            if index not in drawn:
                for end in shown.intersection((*relation.premises, relation.target)):
                    evidence, other = counted.get(end, Beyond())
                    by_evidence = end == relation.target and self._by_evidence(relation)
                    counted[end] = Beyond(evidence + by_evidence, other + (not by_evidence))
        return counted

    def _by_evidence(self, relation: Relation) -> bool:
        claims = (self.whole.claim_of.get(premise) for premise in relation.premises)
        return relation.kind == "support" and all(claim and self.whole.role(claim) == "evidence" for claim in claims)


def whole(argument_map: ArgumentMap) -> Part:
    """All of it."""
    return Part(argument_map, tuple(range(len(argument_map.claims))), tuple(range(len(argument_map.relations))))


def around(argument_map: ArgumentMap, claim: str, depth: int) -> Part:
    """A claim and all that is at most `depth` relations away from it: the nearest MOST_AROUND.

    Raises:
        UnknownNameError: If the map has no such claim.
    """
    if claim not in argument_map.claim_of:
        raise UnknownNameError("claim", claim, argument_map.claim_of)
    near = list(_nearest(argument_map, claim, depth))
    steps = "one step" if depth == 1 else f"{depth} steps"
    told = f"“{claim}” and what is {steps} from it"
    if len(near) > MOST_AROUND:
        told += f": the nearest {MOST_AROUND} of {len(near):,} claims"
    return replace(_of(argument_map, set(near[:MOST_AROUND]), told), focus=claim)


def section(argument_map: ArgumentMap, name: str) -> Part:
    """The claims below a heading of any level, or of one box of the overview.

    A heading is named by its words, or with those above it ("Europe › The east").

    Raises:
        UnknownNameError: If there is no such heading.
    """
    wanted = _named(argument_map, name)
    return _of(argument_map, wanted, f"Section “{name}”")


def members(argument_map: ArgumentMap, claims: Iterable[int], told: str) -> Part:
    """The claims at these indexes, and the relations among them."""
    return _of(argument_map, {argument_map.claims[index].id for index in claims}, told)


def skeleton(argument_map: ArgumentMap) -> Part:
    """The claims without their evidence."""
    wanted = {claim.id for claim in argument_map.claims if argument_map.role(claim) == "claim"}
    return _of(argument_map, wanted, "the claims without their evidence")


def _named(argument_map: ArgumentMap, name: str) -> set[str]:
    below = {claim.id for claim in argument_map.claims if name in _headings(claim)}
    if below:
        return below
    boxes = {group.name: group.claims for group in groups(argument_map)}
    if name in boxes:
        return {argument_map.claims[index].id for index in boxes[name]}
    headings = {heading for claim in argument_map.claims for heading in _headings(claim)}
    raise UnknownNameError("section", name, headings | set(boxes))


def _headings(claim: MapClaim) -> Iterator[str]:
    for level, heading in enumerate(claim.section, start=1):
        yield heading
        yield _JOIN.join(claim.section[:level])


def _of(argument_map: ArgumentMap, wanted: set[str], told: str) -> Part:
    claims = tuple(index for index, claim in enumerate(argument_map.claims) if claim.id in wanted)
    return Part(argument_map, claims, tuple(sorted(_inside(argument_map, wanted))), told)


def _inside(argument_map: ArgumentMap, wanted: set[str]) -> set[int]:
    """Indexes of the relations all of whose ends are drawn; an undercut waits for the step that it undercuts."""
    relations = argument_map.relations
    known = {relation.id for relation in relations}
    inside: set[int] = set()
    onto: dict[str, list[int]] = {}
    for index, relation in enumerate(relations):
        if wanted.issuperset(relation.premises):
            if relation.target in wanted:
                inside.add(index)
            elif relation.target in known:
                onto.setdefault(relation.target, []).append(index)
    fresh = set(inside)
    while fresh:
        fresh = {cut for index in fresh for cut in onto.get(relations[index].id, ())} - inside
        inside |= fresh
    return inside


def _nearest(argument_map: ArgumentMap, claim: str, depth: int) -> Iterator[str]:
    """Ids of claims, nearer ones first, those of one distance in the order of the file's relations."""
    touching: dict[str, list[Relation]] = {}
    relation_of = {relation.id: relation for relation in argument_map.relations}
    for relation in argument_map.relations:
        for end in (*relation.premises, relation.target):
            touching.setdefault(end, []).append(relation)
    seen, edge = {claim}, [claim]
    yield claim
    for _ in range(depth):
        found = dict.fromkeys(
            end
            for name in edge
            for relation in touching.get(name, ())
            for end in _ends(relation, relation_of, touching)
        )
        edge = [end for end in found if end in argument_map.claim_of and end not in seen]
        seen.update(edge)
        yield from edge


def _ends(relation: Relation, relation_of: dict[str, Relation], touching: dict[str, list[Relation]]) -> list[str]:
    """The claims of a relation, of the step that it undercuts, and of what undercuts it."""
    ends = [*relation.premises, relation.target]
    for cut in touching.get(relation.id, ()):
        ends += cut.premises
    onto = relation_of.get(relation.target)
    return [*ends, *onto.premises, onto.target] if onto else ends
