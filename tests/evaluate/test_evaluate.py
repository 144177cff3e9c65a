"""What stands and what falls, against a naive well-founded model and against principles."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.evaluate import evaluate
from argmap.model import ArgumentMap, Citation, MapClaim, Relation, RelationKind
from tests.evaluate.oracle import SOURCES, answered, random_maps, statuses

PROPERTY = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
RANK = {"out": 0, "undecided": 1, "in": 2}


def known(argument_map: ArgumentMap, sources: tuple[str, ...]) -> tuple[str, ...]:
    cited = {citation.source for claim in argument_map.claims for citation in claim.citations}
    return tuple(source for source in sources if source in cited)


REJECTED = st.lists(st.sampled_from(SOURCES), unique=True).map(tuple)


@PROPERTY
@given(random_maps(), REJECTED)
def test_statuses_are_the_well_founded_model(argument_map: ArgumentMap, wanted: tuple[str, ...]) -> None:
    rejected = known(argument_map, wanted)
    found = evaluate(argument_map, rejected)
    assert {claim.id: claim.status for claim in found.claims} == statuses(argument_map, rejected)
    assert found.rejected == rejected
    assert found.exact


@PROPERTY
@given(random_maps(most=11))
def test_statuses_of_larger_circles(argument_map: ArgumentMap) -> None:
    assert {claim.id: claim.status for claim in evaluate(argument_map).claims} == statuses(argument_map)


@PROPERTY
@given(random_maps(), REJECTED)
def test_what_a_source_topples_is_what_rejecting_it_topples(argument_map: ArgumentMap, wanted: tuple[str, ...]) -> None:
    rejected = known(argument_map, wanted)
    now = statuses(argument_map, rejected)
    found = evaluate(argument_map, rejected)
    assert {effect.id for effect in found.sources} == set(known(argument_map, SOURCES))
    for effect in found.sources:
        then = statuses(argument_map, (*rejected, effect.id))
        assert effect.topples == tuple(claim for claim in now if now[claim] == "in" != then[claim])


@PROPERTY
@given(random_maps(), st.data())
def test_a_witness_for_a_claim_never_hurts_it_and_one_against_it_never_helps(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    target = data.draw(st.sampled_from([claim.id for claim in argument_map.claims]))
    kind: RelationKind = data.draw(st.sampled_from(["support", "attack"]))
    witness = MapClaim(id="witness", citations=(Citation(source="new"),))
    relation = Relation(id="new", kind=kind, premises=("witness",), target=target)
    more = ArgumentMap(claims=(*argument_map.claims, witness), relations=(*argument_map.relations, relation))
    before, after = (evaluate(one).status_of[target].status for one in (argument_map, more))
    if kind == "support":
        assert RANK[after] >= RANK[before]
    else:
        assert after == "out"


@PROPERTY
@given(random_maps(), st.sampled_from(SOURCES))
def test_rejection_stays_downstream(argument_map: ArgumentMap, source: str) -> None:
    if not known(argument_map, (source,)):
        return
    citing = {claim.id for claim in argument_map.claims if any(c.source == source for c in claim.citations)}
    reached = citing | {other for claim in citing for other in _reached(argument_map, claim)}
    before, after = evaluate(argument_map), evaluate(argument_map, [source])
    for claim in argument_map.claims:
        if claim.id not in reached:
            assert before.status_of[claim.id].status == after.status_of[claim.id].status
    for effect in before.sources:
        if effect.id == source:
            assert set(effect.topples) <= reached


@PROPERTY
@given(random_maps(), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(argument_map: ArgumentMap, random: object) -> None:
    claims, relations = list(argument_map.claims), list(argument_map.relations)
    random.shuffle(claims)  # type: ignore[attr-defined] # hypothesis types its Random as object
    random.shuffle(relations)  # type: ignore[attr-defined]
    undercut = {relation.target for relation in relations}
    twins = [one.model_copy(update={"id": f"twin-{one.id}"}) for one in relations if one.id not in undercut]
    other = ArgumentMap(claims=tuple(claims), relations=(*relations, *twins))
    before, after = evaluate(argument_map), evaluate(other)
    assert {claim.id: claim.label for claim in before.claims} == {claim.id: claim.label for claim in after.claims}
    assert {effect.id: set(effect.topples) for effect in before.sources} == {
        effect.id: set(effect.topples) for effect in after.sources
    }


@PROPERTY
@given(random_maps())
def test_names_mean_nothing(argument_map: ArgumentMap) -> None:
    new = {claim.id: f"z{number}" for number, claim in enumerate(reversed(argument_map.claims))}
    new |= {relation.id: f"y{number}" for number, relation in enumerate(argument_map.relations)}
    other = ArgumentMap(
        claims=tuple(claim.model_copy(update={"id": new[claim.id]}) for claim in argument_map.claims),
        relations=tuple(
            one.model_copy(
                update={
                    "id": new[one.id],
                    "premises": tuple(new[premise] for premise in one.premises),
                    "target": new[one.target],
                }
            )
            for one in argument_map.relations
        ),
    )
    before, after = evaluate(argument_map), evaluate(other)
    assert [claim.label for claim in before.claims] == [claim.label for claim in after.claims]


def _edges(argument_map: ArgumentMap) -> dict[str, set[str]]:
    """From each claim or relation to what it bears on directly, answers included."""
    edges: dict[str, set[str]] = {}
    for relation in answered(argument_map).relations:
        for premise in relation.premises:
            edges.setdefault(premise, set()).add(relation.id)
        edges.setdefault(relation.id, set()).add(relation.target)
    return edges


def _reached(argument_map: ArgumentMap, start: str) -> set[str]:
    edges = _edges(argument_map)
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for following in edges.get(waiting.pop(), ()):
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return seen


def support(number: int, premise: str, target: str) -> Relation:
    return Relation(id=f"r{number}", kind="support", premises=(premise,), target=target)


def test_a_hundred_thousand_claims_in_a_chain() -> None:
    count = 100_000
    claims = (MapClaim(id="c0", citations=(Citation(source="s"),)), *(MapClaim(id=f"c{n}") for n in range(1, count)))
    chain = ArgumentMap(claims=claims, relations=tuple(support(n, f"c{n - 1}", f"c{n}") for n in range(1, count)))
    found = evaluate(chain)
    assert found.claims[-1].status == "in"
    assert len(found.sources[0].topples) == count


def test_a_hundred_thousand_claims_in_a_circle() -> None:
    count = 100_000
    claims = tuple(MapClaim(id=f"c{n}") for n in range(count))
    circle = ArgumentMap(
        claims=claims, relations=tuple(support(n, f"c{n - 1}", f"c{n % count}") for n in range(1, count + 1))
    )
    assert {claim.label for claim in evaluate(circle).claims} == {"circular"}


def test_many_loops_that_fall_one_after_the_other() -> None:
    """Each pair of claims supports itself, and is what attacks the next witness; all in one component."""
    count = 10_000
    claims: list[MapClaim] = []
    relations: list[Relation] = []
    for n in range(count):
        claims += [MapClaim(id=f"a{n}"), MapClaim(id=f"b{n}"), MapClaim(id=f"d{n}", citations=(Citation(source="s"),))]
        for kind, premise, target in (
            ("support", f"a{n}", f"b{n}"),
            ("support", f"b{n}", f"a{n}"),
            ("attack", f"a{n}", f"d{n}"),
            ("support", f"d{n}", f"a{(n + 1) % count}"),
        ):
            relations.append(
                Relation.model_validate(
                    {"id": f"r{len(relations)}", "kind": kind, "premises": (premise,), "target": target}
                )
            )
    found = evaluate(ArgumentMap(claims=tuple(claims), relations=tuple(relations)))
    assert {claim.status for claim in found.claims} == {"undecided"}


def test_a_hundred_thousand_parallel_attacks() -> None:
    relations = tuple(Relation(id=f"r{n}", kind="attack", premises=("a",), target="b") for n in range(100_000))
    claims = (MapClaim(id="a", citations=(Citation(source="s"),)), MapClaim(id="b"))
    assert evaluate(ArgumentMap(claims=claims, relations=relations)).status_of["b"].label == "refuted"
