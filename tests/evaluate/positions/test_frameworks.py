"""Positions of abstract frameworks against their definitions."""

from itertools import permutations
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evaluate.positions import SEMANTICS, Framework, _accept, _solve, accepts, find_positions, framework_of
from argmap.model import Semantics
from tests.evaluate.positions.oracle import Pairs, extensions

PROPERTY = settings(max_examples=35, deadline=None)


def made(size: int, attacks: Pairs) -> Framework:
    pairs = sorted(attacks)
    return framework_of([str(n) for n in range(size)], [one for one, _ in pairs], [other for _, other in pairs])


def sets(found: tuple[tuple[str, ...], ...] | None) -> set[frozenset[int]]:
    assert found is not None
    assert len(set(found)) == len(found)
    return {frozenset(map(int, some)) for some in found}


@st.composite
def frameworks(draw: st.DrawFn, least: int = 0, most: int = 8) -> tuple[int, Pairs]:
    size = draw(st.integers(least, most))
    ends = st.integers(0, max(size - 1, 0))
    return size, frozenset(draw(st.lists(st.tuples(ends, ends), max_size=3 * size)) if size else ())


def small_frameworks(size: int) -> list[Pairs]:
    """All frameworks of so many arguments, one of each shape."""
    pairs = [(one, other) for one in range(size) for other in range(size)]
    codes = np.arange(2 ** len(pairs))
    bits = (codes[:, None] >> np.arange(len(pairs))) & 1
    least = codes.copy()
    for order in permutations(range(size)):
        moved = [pairs.index((order[one], order[other])) for one, other in pairs]
        np.minimum(least, bits @ (1 << np.array(moved)), out=least)
    return [
        frozenset(pair for place, pair in enumerate(pairs) if code >> place & 1)
        for code in np.flatnonzero(least == codes).tolist()
    ]


@pytest.mark.parametrize("cases", [True, False], ids=["cases", "sat"])
@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_all_small_frameworks(monkeypatch: pytest.MonkeyPatch, size: int, *, cases: bool) -> None:
    monkeypatch.setattr(_solve, "few_cases", lambda _: cases)
    shapes = small_frameworks(size)
    assert len(shapes) == {1: 2, 2: 10, 3: 104, 4: 3044}[size]
    for attacks in shapes[:: 17 if size == 4 else 1]:
        framework = made(size, attacks)
        for semantics in SEMANTICS:
            found = find_positions(framework, semantics, enumerate_all=True)
            assert found.exact
            assert sets(found.extensions) == extensions(size, attacks, semantics), (attacks, semantics)


@pytest.mark.parametrize("semantics", SEMANTICS)
@PROPERTY
@given(frameworks())
def test_enumeration_is_the_definition(semantics: Semantics, shape: tuple[int, Pairs]) -> None:
    size, attacks = shape
    every = extensions(size, attacks, semantics)
    framework = made(size, attacks)
    found = find_positions(framework, semantics, enumerate_all=True)
    assert sets(found.extensions) == every
    assert list(found.extensions or ()) == sorted(found.extensions or (), key=lambda some: [int(one) for one in some])
    one = find_positions(framework, semantics)
    assert sets(one.extensions) <= every
    assert bool(one.extensions) == bool(every)
    for status in found.claims:
        inside = [int(status.id) in some for some in every]
        if every:
            assert (status.status == "in") == all(inside)
        if status.status == "out":
            assert not any(inside)


@pytest.mark.parametrize("semantics", SEMANTICS)
@PROPERTY
@given(frameworks(least=1), st.data())
def test_acceptance_is_the_definition(semantics: Semantics, shape: tuple[int, Pairs], data: st.DataObject) -> None:
    size, attacks = shape
    argument = data.draw(st.integers(0, size - 1))
    every = extensions(size, attacks, semantics)
    framework = made(size, attacks)
    some = accepts(framework, str(argument), semantics, "credulous")
    assert some.accepted == any(argument in one for one in every)
    each = accepts(framework, str(argument), semantics, "sceptical")
    assert each.accepted == all(argument in one for one in every)
    assert (each.note is not None) == (not every)


@PROPERTY
@given(frameworks(), st.randoms(use_true_random=False))
def test_names_and_order_do_not_matter(shape: tuple[int, Pairs], random: Random) -> None:
    size, attacks = shape
    order = list(range(size))
    random.shuffle(order)
    moved = frozenset((order[one], order[other]) for one, other in attacks)
    for semantics in SEMANTICS:
        plain = sets(find_positions(made(size, attacks), semantics, enumerate_all=True).extensions)
        other = sets(find_positions(made(size, moved), semantics, enumerate_all=True).extensions)
        assert {frozenset(order[one] for one in some) for some in plain} == other


@PROPERTY
@given(frameworks(most=9))
def test_without_sat_solver_small_frameworks_are_solved_alike(shape: tuple[int, Pairs]) -> None:
    size, attacks = shape
    framework = made(size, attacks)
    with pytest.MonkeyPatch.context() as patch:
        for module in (_solve, _accept):
            patch.setattr(module, "sat_installed", lambda: False)
        for semantics in SEMANTICS:
            found = find_positions(framework, semantics, enumerate_all=True)
            assert sets(found.extensions) == extensions(size, attacks, semantics)


CLINGO = """
{in(X)} :- arg(X).
:- in(X), in(Y), att(X,Y).
out(X) :- in(Y), att(Y,X).
:- in(X), att(Y,X), not out(Y).
open(X) :- att(Y,X), not out(Y).
"""
"""After Egly, Gaggl and Woltran, "Answer-set programming encodings for argumentation frameworks" (2010)."""
CLOSED: dict[Semantics, str] = {
    "complete": ":- arg(X), not open(X), not in(X).",
    "stable": ":- arg(X), not in(X), not out(X).",
}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("semantics", CLOSED)
def test_larger_random_frameworks_by_answer_sets(semantics: Semantics, seed: int) -> None:
    clingo = pytest.importorskip("clingo")
    random = Random(seed)  # noqa: S311 - test data
    size = 40
    pairs = {(random.randrange(size), random.randrange(size)) for _ in range(70)}
    control = clingo.Control(["0", "--warn=none"])
    facts = [f"arg({n})." for n in range(size)] + [f"att({one},{other})." for one, other in pairs]
    control.add("base", [], CLINGO + CLOSED[semantics] + "\n".join(facts))
    control.ground([("base", [])])
    known: set[frozenset[int]] = set()
    with control.solve(yield_=True) as models:
        for model in models:
            known.add(frozenset(s.arguments[0].number for s in model.symbols(atoms=True) if s.name == "in"))
    framework = made(size, frozenset(pairs))
    assert sets(find_positions(framework, semantics, enumerate_all=True).extensions) == known
    if semantics == "complete":
        best = {one for one in known if not any(one < other for other in known)}
        assert sets(find_positions(framework, "preferred", enumerate_all=True).extensions) == best
