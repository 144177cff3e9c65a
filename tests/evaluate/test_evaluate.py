"""What stands and what falls, against a naive well-founded model and against principles."""

import gc
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.convert import load_map
from argmap.evaluate import Reading, evaluate
from argmap.model import ArgumentMap, Citation, MapClaim, Relation, RelationKind
from tests.evaluate.oracle import SOURCES, answered, random_maps, sources_of, statuses

PROPERTY = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
RANK = {"out": 0, "undecided": 1, "in": 2}


def known(argument_map: ArgumentMap, sources: tuple[str, ...]) -> tuple[str, ...]:
    cited = sources_of(argument_map)
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
@given(random_maps(), st.data())
def test_one_more_support_never_hurts_its_target_and_one_more_attack_never_helps_it(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    """Whoever supports or attacks. The one exception: a claim that only argues is answered where conflicts are mutual."""
    names = st.sampled_from([claim.id for claim in argument_map.claims])
    kind: RelationKind = data.draw(st.sampled_from(["support", "attack"]))
    premises, target = data.draw(st.lists(names, min_size=1, max_size=2, unique=True)), data.draw(names)
    relation = Relation(id="new", kind=kind, premises=tuple(premises), target=target)
    more = argument_map.model_copy(update={"relations": (*argument_map.relations, relation)})
    for reading in (Reading(conflict="directed"), Reading()):
        argues = any(not argument_map.claim_of[premise].citations for premise in premises)
        if kind == "attack" and argues and reading.conflict == "mutual":
            continue
        before, after = (RANK[evaluate(one, reading=reading).status_of[target].status] for one in (argument_map, more))
        assert after >= before if kind == "support" else after <= before


def test_an_attack_that_is_answered_may_help_its_target() -> None:
    """The exception, as documented: x and y together refute t; t attacked by x alone answers x, and both are contested."""
    joint = Relation(id="r1", kind="attack", premises=("x", "y"), target="t", data={"conflict": "directed"})
    alone = Relation(id="r2", kind="attack", premises=("x",), target="t")
    backing = tuple(support(n, "doc", name) for n, name in enumerate("xyt", 3))
    claims = (MapClaim(id="doc", citations=(Citation(source="s"),)), *(MapClaim(id=name) for name in "xyt"))
    drawn = ArgumentMap(claims=claims, relations=(joint, *backing))
    assert evaluate(drawn).status_of["t"].status == "out"
    more = drawn.model_copy(update={"relations": (joint, alone, *backing)})
    assert evaluate(more).status_of["t"].status == "undecided"


@PROPERTY
@given(random_maps(), st.sampled_from(SOURCES))
def test_rejection_stays_downstream(argument_map: ArgumentMap, source: str) -> None:
    if not known(argument_map, (source,)):
        return
    citing = {claim.id for claim in argument_map.claims if any(c.source == source for c in claim.citations)}
    citing |= {one.id for one in answered(argument_map).relations if any(c.source == source for c in one.citations)}
    reached = citing | {other for one in citing for other in _reached(argument_map, one)}
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


def chain(count: int) -> ArgumentMap:
    claims = (MapClaim(id="c0", citations=(Citation(source="s"),)), *(MapClaim(id=f"c{n}") for n in range(1, count)))
    return ArgumentMap(claims=claims, relations=tuple(support(n, f"c{n - 1}", f"c{n}") for n in range(1, count)))


def circle(count: int) -> ArgumentMap:
    relations = tuple(support(n, f"c{n - 1}", f"c{n % count}") for n in range(1, count + 1))
    return ArgumentMap(claims=tuple(MapClaim(id=f"c{n}") for n in range(count)), relations=relations)


def loops(count: int) -> ArgumentMap:
    """Each pair of claims supports itself, and is what attacks the next witness; all in one component."""
    claims: list[MapClaim] = []
    relations: list[Relation] = []
    for n in range(count // 10):
        claims += [MapClaim(id=f"a{n}"), MapClaim(id=f"b{n}"), MapClaim(id=f"d{n}", citations=(Citation(source="s"),))]
        for kind, premise, target in (
            ("support", f"a{n}", f"b{n}"),
            ("support", f"b{n}", f"a{n}"),
            ("attack", f"a{n}", f"d{n}"),
            ("support", f"d{n}", f"a{(n + 1) % (count // 10)}"),
        ):
            relations.append(
                Relation.model_validate(
                    {"id": f"r{len(relations)}", "kind": kind, "premises": (premise,), "target": target}
                )
            )
    return ArgumentMap(claims=tuple(claims), relations=tuple(relations))


def parallel(count: int) -> ArgumentMap:
    relations = tuple(Relation(id=f"r{n}", kind="attack", premises=("a",), target="b") for n in range(count))
    return ArgumentMap(
        claims=(MapClaim(id="a", citations=(Citation(source="s"),)), MapClaim(id="b")), relations=relations
    )


SHAPES: dict[Callable[[int], ArgumentMap], str] = {
    chain: "stands",
    circle: "circular",
    loops: "contested",
    parallel: "refuted",
}


@pytest.mark.parametrize("count", [5_000, pytest.param(100_000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("made", SHAPES)
def test_long_and_wide_maps(made: Callable[[int], ArgumentMap], count: int) -> None:
    found = evaluate(made(count))
    assert found.exact
    assert found.claims[-1].label == SHAPES[made]
    if made is chain:
        assert len(found.sources[0].topples) == count


@pytest.mark.parametrize("made", SHAPES)
def test_cost_is_linear(made: Callable[[int], ArgumentMap]) -> None:
    def spent(count: int) -> float:
        argument_map = made(count)
        gc.disable()  # a collection would walk all that other tests left behind
        try:
            start = process_time()
            evaluate(argument_map)
            return process_time() - start
        finally:
            gc.enable()

    small, large = (min(spent(count) for _ in range(3)) for count in (2_000, 20_000))
    assert large < 40 * small


def test_what_falls_with_sources_is_left_out_where_nobody_asks() -> None:
    made = load_map(b'[T]\n  + [X] {cite: "@a"}\n', "map.argdown")
    whole, bare = evaluate(made), evaluate(made, effects=False)
    assert [effect.id for effect in whole.sources] == ["a"]
    assert bare.sources == ()
    assert bare.claims == whole.claims
