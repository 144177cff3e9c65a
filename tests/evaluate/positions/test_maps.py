"""Positions of maps against all three-valued stable models of the program that gives the default status."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from argmap.errors import NoPositionsError
from argmap.evaluate import Reading, WhatIf, evaluate
from argmap.evaluate._budget import Budget
from argmap.evaluate.positions import SEMANTICS, _corroborated, _solve, accepts, find_positions
from argmap.evaluate.positions._of_map import problem_of_map
from argmap.model import ArgumentMap, Citation, MapClaim, Relation, Semantics
from tests.evaluate.oracle import random_maps
from tests.evaluate.positions.oracle import labellings, of_semantics

PROPERTY = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WEIGHTS = st.sampled_from([None, 0.2, 0.5, 0.8])


@st.composite
def maps(draw: st.DrawFn, *, standards: bool = False) -> ArgumentMap:
    """Maps of few claims with circles of attack and of support, joint premises, undercuts and weights."""
    names = [f"c{number}" for number in range(draw(st.integers(1, 5)))]
    norms = ["any", "preponderance", "beyond-reasonable-doubt"] if standards else ["any"]
    claims = tuple(
        MapClaim(
            id=name,
            citations=tuple(Citation(source=source) for source in draw(st.sampled_from([(), ("s1",), ("s1", "s2")]))),
            weight=draw(WEIGHTS) if standards else None,
            standard=draw(st.sampled_from(norms)),
        )
        for name in names
    )
    count = draw(st.integers(0, 7))
    relations = []
    for number in range(1, count + 1):
        kind = draw(st.sampled_from(["support", "attack", "attack", "undercut"]))
        targets = [f"r{other}" for other in range(1, count + 1)] if kind == "undercut" else names
        premises = tuple(draw(st.lists(st.sampled_from(names), min_size=1, max_size=2)))
        target = draw(st.sampled_from(targets))
        if standards and kind == "support" and target <= max(premises):
            kind = "attack"  # what circular support weighs is the business of the default status's own tests
        relations.append(
            Relation(
                id=f"r{number}",
                kind=kind,
                premises=premises,
                target=target,
                weight=draw(WEIGHTS) if standards else None,
            )
        )
    return ArgumentMap(claims=claims, relations=tuple(relations))


def stands(argument_map: ArgumentMap, every: set[tuple[int, ...]]) -> set[tuple[str, ...]]:
    return {
        tuple(claim.id for claim, label in zip(argument_map.claims, one, strict=False) if label == 1) for one in every
    }


def check(argument_map: ArgumentMap, semantics: Semantics) -> None:
    models = labellings(argument_map)
    assume(models is not None)
    every = of_semantics(models or set(), semantics)
    found = find_positions(argument_map, semantics, enumerate_all=True)
    assert found.exact
    assert set(found.extensions or ()) == stands(argument_map, every)
    one = find_positions(argument_map, semantics)
    assert set(one.extensions or ()) <= stands(argument_map, every)
    for place, status in enumerate(found.claims):
        if every and found.statuses == semantics:
            labels = {labelling[place] for labelling in every}
            assert {"in": {1}, "out": {-1}}.get(status.status, labels) == labels
            assert status.status != "undecided" or labels not in ({1}, {-1})
    name = argument_map.claims[-1].id
    for mode, rule in (("credulous", any), ("sceptical", all)):
        expected = rule(name in some for some in stands(argument_map, every))
        assert accepts(argument_map, name, semantics, mode).accepted == expected  # type: ignore[arg-type]  # a Mode


@pytest.mark.parametrize("sat", [True, False])
@pytest.mark.parametrize("semantics", SEMANTICS)
@PROPERTY
@given(argument_map=maps())
def test_positions_are_those_of_the_program(semantics: Semantics, argument_map: ArgumentMap, *, sat: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if sat:
            patch.setattr(_solve, "few_cases", lambda _: False)
        check(argument_map, semantics)


@PROPERTY
@given(argument_map=maps(standards=True), semantics=st.sampled_from(SEMANTICS))
def test_standards_of_proof(argument_map: ArgumentMap, semantics: Semantics) -> None:
    models = labellings(argument_map)
    assume(models is not None)
    assume(semantics != "grounded")
    problem = problem_of_map(argument_map, WhatIf(argument_map).state)
    count = len(argument_map.claims)
    found = {tuple(problem.full(one).tolist()) for one in _solve.labellings(problem.equations, semantics, Budget())}
    assert found == {one[:count] for one in of_semantics(models or set(), semantics)}


@PROPERTY
@given(argument_map=maps())
def test_the_least_position_is_the_default_status(argument_map: ArgumentMap) -> None:
    """By what all complete positions have in common, which nothing here computes from the default status alone."""
    statuses = {claim.id: claim.status for claim in evaluate(argument_map).claims}
    every = find_positions(argument_map, "complete", enumerate_all=True)
    assert {claim.id: claim.status for claim in every.claims} == statuses
    assert find_positions(argument_map, "grounded").extensions == (
        tuple(name for name, status in statuses.items() if status == "in"),
    )


@st.composite
def corroborated_maps(draw: st.DrawFn) -> ArgumentMap:
    """Maps full of circles, some of whose claims ask for several roots; steps cite sources, too."""
    drawn = draw(random_maps(most=5))
    asked = st.sampled_from([None, "corroborated(1)", "corroborated(2)", "corroborated(3)"])
    claims = tuple(claim.model_copy(update={"standard": draw(asked)}) for claim in drawn.claims)
    return drawn.model_copy(update={"claims": claims})


@settings(PROPERTY, max_examples=100, suppress_health_check=list(HealthCheck))
@given(argument_map=corroborated_maps(), semantics=st.sampled_from(SEMANTICS), few=st.booleans())
def test_corroboration(argument_map: ArgumentMap, semantics: Semantics, *, few: bool) -> None:
    state = WhatIf(argument_map).state
    assume(state.exact and 0 in state.value)
    models = labellings(argument_map)
    assume(models is not None)
    assume(semantics != "grounded")
    problem = problem_of_map(argument_map, state)
    count = len(argument_map.claims)
    with pytest.MonkeyPatch.context() as patch:
        if not few:
            patch.setattr(_solve, "few_cases", lambda _: False)
        found = {tuple(problem.full(one).tolist()) for one in _solve.labellings(problem.equations, semantics, Budget())}
    assert found == {one[:count] for one in of_semantics(models or set(), semantics)}


TWICE = (
    MapClaim(id="a", citations=(Citation(source="s"),)),
    MapClaim(id="b", citations=(Citation(source="s"), Citation(source="t")), standard="corroborated(2)"),
    MapClaim(id="c", standard="corroborated(2)"),
    MapClaim(id="d", citations=(Citation(source="t"),)),
)
MUTUAL = tuple(
    Relation(id=f"r{number}", kind=kind, premises=(one,), target=other)
    for number, (kind, one, other) in enumerate(
        [("attack", "a", "b"), ("attack", "b", "a"), ("support", "a", "c"), ("support", "d", "c")]
    )
)


def test_a_claim_is_corroborated_in_the_positions_that_hold_enough_of_its_roots() -> None:
    """Either the corroborated claim stands, or its attacker, which is one of the two roots of another one."""
    found = find_positions(ArgumentMap(claims=TWICE, relations=MUTUAL), "preferred", enumerate_all=True)
    assert found.extensions == (("a", "c", "d"), ("b", "d"))


def test_what_positions_do_not_cover_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    made = ArgumentMap(claims=TWICE, relations=MUTUAL)
    with pytest.raises(NoPositionsError, match="corroborated"):
        find_positions(made, "preferred", reading=Reading(circular="undecided"))
    monkeypatch.setattr(_corroborated, "_MOST", 3)
    with pytest.raises(NoPositionsError, match="corroborated"):
        find_positions(made, "preferred")
    assert find_positions(ArgumentMap(claims=TWICE[:2]), "preferred").extensions == (("a", "b"),)


def test_circles_that_need_no_foundation() -> None:
    """Two claims that only support each other: out as argmap reads them, a choice where circles are left open."""
    circle = ArgumentMap(
        claims=(MapClaim(id="a"), MapClaim(id="b")),
        relations=(
            Relation(id="r1", kind="support", premises=("a",), target="b"),
            Relation(id="r2", kind="support", premises=("b",), target="a"),
        ),
    )
    assert find_positions(circle, "stable", enumerate_all=True).extensions == ((),)
    left_open = find_positions(circle, "stable", enumerate_all=True, reading=Reading(circular="undecided"))
    assert left_open.extensions == ((), ("a", "b"))
