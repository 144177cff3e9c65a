"""Minimal sets of sources, against every combination."""

import sys
from itertools import chain, combinations
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.errors import SatMissingError, UnknownNameError
from argmap.evaluate import WhatIf, minimal_sets, robustness_table
from argmap.evaluate._minimal import Solver
from argmap.model import ArgumentMap, Citation, MapClaim, Relation, Source
from tests.evaluate.oracle import SOURCES, random_maps, sources_of, statuses

PROPERTY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MORE = (*SOURCES, "s4", "s5")


def subsets(sources: tuple[str, ...]) -> list[frozenset[str]]:
    return [frozenset(some) for some in chain(*(combinations(sources, n) for n in range(len(sources) + 1)))]


def smallest(sets: list[frozenset[str]]) -> set[frozenset[str]]:
    return {one for one in sets if not any(other < one for other in sets)}


@PROPERTY
@given(random_maps(sources=MORE), st.sampled_from(["tree", "sat"]))
def test_all_minimal_sets_and_no_others(argument_map: ArgumentMap, solver: Solver) -> None:
    cited = sources_of(argument_map)
    outcomes = {some: statuses(argument_map, tuple(some)) for some in subsets(tuple(s for s in MORE if s in cited))}
    for found in minimal_sets(argument_map, [claim.id for claim in argument_map.claims], solver=solver):
        stands = {some for some, status in outcomes.items() if status[found.claim] == "in"}
        assert found.exact
        if frozenset() not in stands:
            assert (found.robustness, found.toppled_by, found.held_by) == (0, (), ())
            continue
        expected = smallest([some for some in outcomes if some not in stands])
        assert {frozenset(one.sources) for one in found.toppled_by} == expected
        assert found.robustness == min(map(len, expected), default=None)
        for one in found.toppled_by:
            again = [some for some in stands if some > frozenset(one.sources)]
            assert (one.brought_back_by is None) == (not again)
            if one.brought_back_by is not None:
                assert frozenset(one.sources + one.brought_back_by) in again
                assert len(one.sources + one.brought_back_by) == min(map(len, again))
        keeping = [kept for kept in outcomes if all(some & kept for some in outcomes if some not in stands)]
        assert {frozenset(kept) for kept in found.held_by} == (smallest(keeping) if expected else set())


def cited(*sources: str, more: tuple[Source, ...] = ()) -> ArgumentMap:
    return ArgumentMap(
        claims=(MapClaim(id="A", citations=tuple(Citation(source=one) for one in sources)),), sources=more
    )


def test_roots_count_and_copies_do_not() -> None:
    copies = tuple(Source(id=one, type="book", custom={"derived-from": ("ms",)}) for one in ("p", "q"))
    (found,) = minimal_sets(cited("p", "q", more=copies))
    assert found.robustness == 1
    assert [one.sources for one in found.toppled_by] == [("ms",), ("p", "q")]
    assert {frozenset(one) for one in found.held_by} == {frozenset({"ms", "p"}), frozenset({"ms", "q"})}


def answered_objection() -> ArgumentMap:
    """T rests on t; the objection X, resting on x, is answered by Y, resting on y and on x."""
    cites = {"T": ("t",), "X": ("x",), "Y": ("y",)}
    return ArgumentMap(
        claims=tuple(MapClaim(id=n, citations=tuple(Citation(source=s) for s in some)) for n, some in cites.items()),
        relations=(
            Relation(id="r1", kind="attack", premises=("X",), target="T"),
            Relation(id="r2", kind="attack", premises=("Y",), target="X"),
        ),
    )


def test_a_further_rejection_brings_it_back() -> None:
    (found,) = minimal_sets(answered_objection(), ["T"])
    assert [(one.sources, one.brought_back_by) for one in found.toppled_by] == [(("t",), None), (("y",), ("x",))]
    assert found.held_by == (("t", "y"),)
    table = robustness_table([found])
    assert "T: 1 source must fall" in table
    assert "falls without  y (stands again without x too)" in table
    (without,) = minimal_sets(answered_objection(), ["T"], reject=["x"])
    assert [one.sources for one in without.toppled_by] == [("t",)]


def test_many_witnesses() -> None:
    many = tuple(f"s{number:02}" for number in range(40))
    (found,) = minimal_sets(cited(*many))
    assert found.robustness == len(many)
    assert found.held_by[0] == ("s00",)


def layers(wide: int, deep: int) -> ArgumentMap:
    """Joint support by `deep` claims, each with `wide` witnesses: wide ** … sets hold it, `deep` topple it."""
    names = [f"c{number}" for number in range(deep)]
    return ArgumentMap(
        claims=(
            MapClaim(id="T"),
            *(
                MapClaim(id=name, citations=tuple(Citation(source=f"{name}-{n}") for n in range(wide)))
                for name in names
            ),
        ),
        relations=(Relation(id="r", kind="support", premises=tuple(names), target="T"),),
    )


def test_a_spent_budget_is_said() -> None:
    (found,) = minimal_sets(layers(6, 6), ["T"], budget=0)
    assert not found.exact
    assert "time" in found.why
    assert "partial" in robustness_table([found])
    (whole,) = minimal_sets(layers(3, 4), ["T"])
    assert len(whole.toppled_by) == 4
    assert len(whole.held_by) == 81


def test_when_the_time_is_spent_the_claims_that_are_left_cost_little() -> None:
    def cost(size: int) -> float:
        what_if = WhatIf(joint_chain(size))
        start = process_time()
        found = what_if.minimal_sets(budget=0)
        assert len(found) == 2 * size
        assert not any(one.exact for one in found)
        return process_time() - start

    small, large = (min(cost(size) for _ in range(3)) for size in (500, 4_000))
    assert large < 24 * small  # eight times the claims; going through the map for each would make it sixty-four


def joint_chain(size: int) -> ArgumentMap:
    """Each claim follows from the one before and a witness."""
    claims = [
        MapClaim(id="c0", citations=(Citation(source="s0"),)),
        MapClaim(id="w0", citations=(Citation(source="t"),)),
    ]
    relations = []
    for number in range(1, size):
        claims.append(MapClaim(id=f"c{number}"))
        claims.append(MapClaim(id=f"w{number}", citations=(Citation(source=f"s{number}"),)))
        premises = f"c{number - 1}", f"w{number}"
        relations.append(Relation(id=f"r{number}", kind="support", premises=premises, target=f"c{number}"))
    return ArgumentMap(claims=tuple(claims), relations=tuple(relations))


def test_without_the_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pysat", None)
    monkeypatch.setattr("argmap.evaluate._minimal.sat_installed", lambda: False)
    with pytest.raises(SatMissingError, match=r"argmap\[sat\]"):
        minimal_sets(layers(2, 2), ["T"], solver="sat")
    (found,) = minimal_sets(layers(9, 9), ["T"])
    assert not found.exact
    assert "argmap[sat]" in found.why


def test_unknown_claim() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean Tee"):
        WhatIf(ArgumentMap(claims=(MapClaim(id="Tee"),))).minimal_sets(["Te"])
