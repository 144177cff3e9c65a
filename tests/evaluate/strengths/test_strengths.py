"""Strengths against their definitions, and the principles of gradual argumentation."""

import math
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import UnknownNameError
from argmap.evaluate._graph import Ints
from argmap.evaluate.positions import framework_of
from argmap.evaluate.strengths import METHODS, _solve, strengths
from argmap.evaluate.strengths._graph import Bipolar, rows
from argmap.evaluate.strengths._methods import RULES
from argmap.evaluate.strengths._solve import Solution, solve
from argmap.model import ArgumentMap, Citation, MapClaim, Method, Relation, Source

PROPERTY = settings(max_examples=40, deadline=None)
NONE: Ints = np.zeros(0, np.int64)
Edges = list[tuple[int, int]]


def made(base: list[float], supports: Edges, attacks: Edges) -> Bipolar:
    size = len(base)

    def side(edges: Edges) -> tuple[Ints, Ints]:
        return np.array([one for one, _ in edges], np.int64), np.array([other for _, other in edges], np.int64)

    return Bipolar(np.array(base), rows(*side(supports), size), rows(*side(attacks), size), rows(NONE, NONE, size))


def solved(base: list[float], supports: Edges, attacks: Edges, method: Method) -> list[float]:
    found: list[float] = solve(made(base, supports, attacks), RULES[method]).strength.tolist()
    return found


def by_definition(base: list[float], supports: Edges, attacks: Edges, method: Method) -> list[float]:
    """The published formulas, node after node; edges lead from lower to higher numbers."""
    found: list[float] = []
    for node, w in enumerate(base):
        pro = [found[one] for one, other in set(supports) if other == node]
        con = [found[one] for one, other in set(attacks) if other == node]
        if method == "h-categoriser":
            found.append(w / (1 + sum(con)))
        elif method == "euler-based":
            found.append(1 - (1 - w * w) / (1 + w * math.exp(sum(pro) - sum(con))))
        elif method == "quadratic-energy":
            energy = sum(pro) - sum(con)
            up, down = max(energy, 0) ** 2, max(-energy, 0) ** 2
            found.append(w - w * down / (1 + down) + (1 - w) * up / (1 + up))
        else:
            va, vs = 1 - math.prod(1 - s for s in con), 1 - math.prod(1 - s for s in pro)
            found.append(w - w * abs(vs - va) if va >= vs else w + (1 - w) * abs(vs - va))
    return found


@st.composite
def graphs(draw: st.DrawFn, *, acyclic: bool = True) -> tuple[list[float], Edges, Edges]:
    size = draw(st.integers(2, 8))
    base = draw(st.lists(st.sampled_from([0.0, 0.2, 0.5, 0.9, 1.0]), min_size=size, max_size=size))
    ends = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1))
    if acyclic:
        ends = ends.filter(lambda edge: edge[0] != edge[1]).map(lambda edge: (min(edge), max(edge)))
    return base, draw(st.lists(ends, max_size=12)), draw(st.lists(ends, max_size=12))


@pytest.mark.parametrize("method", METHODS)
@PROPERTY
@given(graph=graphs())
def test_acyclic_graphs_by_definition(method: Method, graph: tuple[list[float], Edges, Edges]) -> None:
    assert solved(*graph, method) == pytest.approx(by_definition(*graph, method), abs=1e-12)


@pytest.mark.parametrize("method", METHODS)
@PROPERTY
@given(graph=graphs(acyclic=False))
def test_on_circles_a_converged_result_is_a_fixed_point(
    method: Method, graph: tuple[list[float], Edges, Edges]
) -> None:
    base, supports, attacks = graph
    solution: Solution = solve(made(*graph), RULES[method])
    assert np.all((solution.strength >= -1e-12) & (solution.strength <= 1 + 1e-12))
    if solution.converged:
        size = len(base)
        doubled = [*solution.strength.tolist(), *base]
        again = by_definition(
            doubled[:size] + base,
            [(one, other + size) for one, other in supports],
            [(one, other + size) for one, other in attacks],
            method,
        )
        # the first half is given; with neither side its strength is its base score
        assert again[size:] == pytest.approx(solution.strength.tolist(), abs=1e-8)


@pytest.mark.parametrize("method", METHODS)
@PROPERTY
@given(graph=graphs(acyclic=False))
def test_anonymity(method: Method, graph: tuple[list[float], Edges, Edges]) -> None:
    base, supports, attacks = graph
    last = len(base) - 1
    turned = [[(last - one, last - other) for one, other in edges] for edges in (supports, attacks)]
    assert solved(base[::-1], turned[0], turned[1], method)[::-1] == pytest.approx(solved(*graph, method), abs=1e-7)


@pytest.mark.parametrize("method", METHODS)
@PROPERTY
@given(graph=graphs(), data=st.data())
def test_balance_monotony_and_direction(
    method: Method, graph: tuple[list[float], Edges, Edges], data: st.DataObject
) -> None:
    base, supports, attacks = graph
    before = solved(*graph, method)
    for node, score in enumerate(base):
        pro, con = (any(other == node for _, other in edges) for edges in (supports, attacks))
        if not pro and not con:
            assert before[node] == pytest.approx(score)  # stability
        elif not con:
            assert before[node] >= score - 1e-12  # strengthening
        elif not pro:
            assert before[node] <= score + 1e-12  # weakening
    target = data.draw(st.integers(0, len(base) - 1))
    new = len(base)
    for kind in ("support", "attack"):
        more = [(new, target)]
        after = solved(
            [*base, 0.7],
            supports + (more if kind == "support" else []),
            attacks + (more if kind == "attack" else []),
            method,
        )
        change = after[target] - before[target]
        assert change >= -1e-12 if kind == "support" else change <= 1e-12
        touched = reached(target, supports + attacks)
        assert all(after[node] == before[node] for node in range(new) if node not in touched)


def reached(start: int, edges: Edges) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        node = waiting.pop()
        for one, other in edges:
            if one == node and other not in found:
                found.add(other)
                waiting.append(other)
    return found


@pytest.mark.parametrize("method", [method for method in METHODS if method != "h-categoriser"])
@pytest.mark.parametrize("strength", [0.3, 1.0])
def test_equal_support_and_attack_balance(method: Method, strength: float) -> None:
    assert solved([strength, strength, 0.4], [(0, 2)], [(1, 2)], method)[2] == pytest.approx(0.4)


@pytest.mark.parametrize("method", METHODS)
def test_what_does_not_settle_is_said(method: Method, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = framework_of(["a", "b", "c"], [0, 1, 2, 0], [1, 2, 0, 0])
    settled = strengths(ring, method)
    assert (settled.converged, settled.note) == (True, None)
    assert settled.steps > 3
    monkeypatch.setattr(_solve, "_MOST_STEPS", 3)
    stopped = strengths(ring, method)
    assert (stopped.converged, stopped.steps) == (False, 3)
    assert stopped.residual > 0
    assert (stopped.note or "").startswith("not converged")


def the_map(**more: object) -> ArgumentMap:
    claims = (
        MapClaim(id="Mill sold", citations=(Citation(source="deed"),)),
        MapClaim(id="Drought", weight=0.6),
        MapClaim(id="Flood", citations=(Citation(source="copy"), Citation(source="deed"))),
    )
    relations = (
        Relation(id="r1", kind="support", premises=("Mill sold",), target="Drought"),
        Relation(id="r2", kind="attack", premises=("Flood",), target="Drought"),
        Relation(id="r3", kind="undercut", premises=("Mill sold",), target="r2"),
    )
    deed = Source.model_validate({"id": "deed", "type": "manuscript"})
    copy = Source.model_validate({"id": "copy", "type": "book", "custom": {"derived-from": ["deed"]}})
    return ArgumentMap(claims=claims, relations=relations, sources=(deed, copy)).model_copy(update=more)


def test_a_map() -> None:
    found = {claim.id: claim for claim in strengths(the_map()).claims}
    assert found["Drought"].base == 0.6
    assert found["Mill sold"].base == 0.5
    assert found["Mill sold"].strength == found["Flood"].strength > 0.5
    without = {claim.id: claim for claim in strengths(the_map(), reject=["deed"]).claims}
    assert without["Mill sold"].strength == 0.5
    uncut = the_map(relations=the_map().relations[:2])
    assert (
        next(claim.strength for claim in strengths(uncut).claims if claim.id == "Drought") < found["Drought"].strength
    )
    assert sorted(claim.rank for claim in found.values()) == [1, 1, 3] or found["Drought"].rank == 1


def test_an_inference_is_as_strong_as_its_weakest_premise() -> None:
    claims = (MapClaim(id="a", weight=0.9), MapClaim(id="b", weight=0.2), MapClaim(id="c", weight=0.5))
    joint = Relation(id="r1", kind="support", premises=("a", "b"), target="c")
    alone = Relation(id="r1", kind="support", premises=("b",), target="c")
    both = [strengths(ArgumentMap(claims=claims, relations=(one,))).claims[2].strength for one in (joint, alone)]
    assert both[0] == both[1]
    weighed = strengths(ArgumentMap(claims=claims, relations=(alone.model_copy(update={"weight": 0.5}),)))
    assert weighed.claims[2].strength < both[0]


def test_a_method_that_ignores_supports_says_so() -> None:
    note = strengths(the_map(), "h-categoriser").note
    assert note is not None
    assert "supports were left out" in note


def test_a_framework() -> None:
    found = strengths(framework_of(["a", "b", "c"], [0, 1], [1, 2]), "h-categoriser").claims
    assert [claim.strength for claim in found] == pytest.approx([1, 1 / 2, 2 / 3], abs=1e-8)
    assert [claim.rank for claim in found] == [1, 3, 2]
    assert [claim.band for claim in found] == ["very strong", "middling", "strong"]
    assert not strengths(ArgumentMap()).claims


def test_names_that_are_not_there() -> None:
    with pytest.raises(UnknownNameError, match="df-quad"):
        strengths(the_map(), "dfquad")  # type: ignore[arg-type]  # that is the test
    with pytest.raises(UnknownNameError, match="deed"):
        strengths(the_map(), reject=["deeds"])


def test_deep_chains_and_many_circles() -> None:
    size = 20_000
    chain = Bipolar(
        np.full(size, 0.5),
        rows(NONE, NONE, size),
        rows(np.arange(size - 1), np.arange(1, size), size),
        rows(NONE, NONE, size),
    )
    assert solve(chain, RULES["df-quad"]).strength[1] == 0.25
    one, other = np.arange(size - 1), np.arange(1, size)
    ladder = rows(np.concatenate((one, other)), np.concatenate((other, one)), size)
    assert solve(
        Bipolar(np.full(size, 0.5), rows(NONE, NONE, size), ladder, rows(NONE, NONE, size)), RULES["df-quad"]
    ).converged


def test_cost_is_linear() -> None:
    def spent(size: int) -> float:
        random = np.random.default_rng(3)
        parents = (random.random(size - 1) * np.arange(1, size)).astype(np.int64)
        tree = Bipolar(
            random.random(size), rows(NONE, NONE, size), rows(np.arange(1, size), parents, size), rows(NONE, NONE, size)
        )
        start = time.process_time()
        solve(tree, RULES["df-quad"])
        return time.process_time() - start

    small = min(spent(30_000) for _ in range(3))
    assert spent(300_000) < 40 * small
