"""The well-founded model computed as it is defined: by the alternating fixpoint (Van Gelder 1989), naively."""

from itertools import combinations

from hypothesis import strategies as st

from argmap.evaluate._standards import is_met, standard_of
from argmap.model import ArgumentMap, Citation, MapClaim, Relation, Status

_Facts = set[tuple[str, str]]


def _least_model(argument_map: ArgumentMap, rejected: set[str], assumed: _Facts) -> _Facts:
    """What follows if "not x" is taken to hold for exactly the x that are not assumed."""
    found: _Facts = set()
    grown = True
    while grown:
        before = len(found)
        for relation in argument_map.relations:
            cut = any(
                other.kind == "undercut" and other.target == relation.id and ("r", other.id) in assumed
                for other in argument_map.relations
            )
            if (
                not cut
                and _is_vouched(relation, rejected)
                and all(("c", premise) in found for premise in relation.premises)
            ):
                found.add(("r", relation.id))
        for claim in argument_map.claims:
            attacked = any(
                other.kind == "attack" and other.target == claim.id and ("r", other.id) in assumed
                for other in argument_map.relations
            )
            supported = any(citation.source not in rejected for citation in claim.citations) or any(
                other.kind == "support" and other.target == claim.id and ("r", other.id) in found
                for other in argument_map.relations
            )
            standard = standard_of(claim)
            if standard.name == "any":
                met = supported and not attacked
            elif standard.name == "corroborated":
                met = not attacked and _corroborated(argument_map, claim, found, rejected)
            else:
                pros, cons = _weights(argument_map, claim, found, assumed)
                cited = [claim.weight or 0.0] * any(citation.source not in rejected for citation in claim.citations)
                met = is_met(standard, max(pros + cited, default=0.0), max(cons, default=0.0))
            if met:
                found.add(("c", claim.id))
        grown = len(found) > before
    return found


def sources_of(argument_map: ArgumentMap) -> set[str]:
    """The sources that a map's claims and steps cite."""
    citing: tuple[MapClaim | Relation, ...] = (*argument_map.claims, *argument_map.relations)
    return {citation.source for one in citing for citation in one.citations}


def _is_vouched(relation: Relation, gone: set[str]) -> bool:
    return not relation.citations or any(citation.source not in gone for citation in relation.citations)


def _weights(
    argument_map: ArgumentMap, claim: MapClaim, found: _Facts, assumed: _Facts
) -> tuple[list[float], list[float]]:
    """Of the supports that are found, and of the attacks that are assumed; all are given."""
    into = argument_map.into.get(claim.id, ())
    pros = [one.weight or 0.0 for one in into if one.kind == "support" and ("r", one.id) in found]
    return pros, [one.weight or 0.0 for one in into if one.kind == "attack" and ("r", one.id) in assumed]


def _corroborated(argument_map: ArgumentMap, claim: MapClaim, found: _Facts, gone: set[str]) -> bool:
    """Whether what is found supports a claim without any k - 1 sources."""
    cited = sorted(sources_of(argument_map) - gone)
    fewer = min(int(standard_of(claim).numbers[0]) - 1, len(cited))
    return all(_is_supported(argument_map, claim, found, gone.union(lost)) for lost in combinations(cited, fewer))


def _is_supported(argument_map: ArgumentMap, claim: MapClaim, found: _Facts, gone: set[str]) -> bool:
    reached: set[str] = set()
    grown = True
    while grown:
        grown = False
        for one in argument_map.claims:
            if one.id in reached or (("c", one.id) not in found and one.id != claim.id):
                continue
            if any(citation.source not in gone for citation in one.citations) or any(
                ("r", relation.id) in found
                and relation.kind == "support"
                and _is_vouched(relation, gone)
                and reached.issuperset(relation.premises)
                for relation in argument_map.into.get(one.id, ())
            ):
                reached.add(one.id)
                grown = True
    return claim.id in reached


def answered(argument_map: ArgumentMap) -> ArgumentMap:
    """The map with the attacks drawn that its conflicts imply: what a claim without sources attacks answers."""
    relations = list(argument_map.relations)
    for relation in argument_map.relations:
        premises = set(relation.premises)
        cited = all(argument_map.claim_of[premise].citations for premise in premises)
        if relation.kind != "attack" or cited or relation.target in premises:
            continue
        answer = {"id": f"{relation.id}-answer", "premises": (relation.target,), "kind": "attack", "data": {}}
        if len(premises) == 1:
            relations.append(relation.model_copy(update={**answer, "target": relation.premises[0]}))
        else:
            relations.append(relation.model_copy(update={**answer, "kind": "undercut", "target": relation.id}))
        relations += [
            cut.model_copy(update={"id": f"{cut.id}-too", "target": f"{relation.id}-answer"})
            for cut in argument_map.relations
            if cut.kind == "undercut" and cut.target == relation.id
        ]
    return argument_map.model_copy(update={"relations": tuple(relations)})


def statuses(argument_map: ArgumentMap, reject: tuple[str, ...] = ()) -> dict[str, Status]:
    """The status of every claim, conflicts mutual."""
    return statuses_as_drawn(answered(argument_map), reject)


def statuses_as_drawn(argument_map: ArgumentMap, reject: tuple[str, ...] = ()) -> dict[str, Status]:
    """The status of every claim, every attack as it is drawn."""
    true: _Facts = set()
    while True:
        possible = _least_model(argument_map, set(reject), true)
        sure = _least_model(argument_map, set(reject), possible)
        if sure == true:
            break
        true = sure
    return {
        claim.id: "in" if ("c", claim.id) in true else "undecided" if ("c", claim.id) in possible else "out"
        for claim in argument_map.claims
    }


SOURCES = ("s1", "s2", "s3")


@st.composite
def random_maps(draw: st.DrawFn, *, most: int = 7, sources: tuple[str, ...] = SOURCES) -> ArgumentMap:
    """Small maps full of circles, joint premises, self-attacks, undercuts of undercuts, and steps that cite sources."""
    names = [f"c{number}" for number in range(draw(st.integers(1, most)))]
    citing = st.lists(st.sampled_from(sources), max_size=2, unique=True)
    claims = tuple(
        MapClaim(id=name, citations=tuple(Citation(source=source) for source in draw(citing))) for name in names
    )
    count = draw(st.integers(0, 2 * most))
    relations = []
    for number in range(1, count + 1):
        kind = draw(st.sampled_from(["support", "support", "attack", "attack", "undercut"]))
        targets = [f"r{other}" for other in range(1, count + 1)] if kind == "undercut" else names
        premises = draw(st.lists(st.sampled_from(names), min_size=1, max_size=2))
        cited = tuple(Citation(source=source) for source in draw(st.one_of(st.just([]), st.just([]), citing)))
        target = draw(st.sampled_from(targets))
        relations.append(Relation(id=f"r{number}", kind=kind, premises=tuple(premises), target=target, citations=cited))
    return ArgumentMap(claims=claims, relations=tuple(relations))
