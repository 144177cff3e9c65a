"""Bad input, deep input, time budgets, missing solver."""

import time

import numpy as np
import pytest

from argmap.errors import SatMissingError, UnknownNameError
from argmap.evaluate.positions import SEMANTICS, Framework, _accept, _solve, accepts, find_positions, framework_of
from argmap.model import Semantics


def numbered(size: int, attackers: object, targets: object) -> Framework:
    return framework_of([str(n) for n in range(size)], np.asarray(attackers, np.int64), np.asarray(targets, np.int64))


@pytest.mark.parametrize("semantics", SEMANTICS)
def test_empty_framework(semantics: Semantics) -> None:
    found = find_positions(framework_of((), (), ()), semantics, enumerate_all=True)
    assert found.extensions == ((),)


@pytest.mark.parametrize("semantics", SEMANTICS)
def test_all_attack_themselves(semantics: Semantics) -> None:
    framework = numbered(3000, range(3000), range(3000))
    found = find_positions(framework, semantics, enumerate_all=True)
    assert found.extensions == (() if semantics == "stable" else ((),))


def test_parallel_attacks_count_once() -> None:
    framework = numbered(2, np.zeros(100_000), np.ones(100_000))
    assert len(framework.attacks.items) == 1
    assert find_positions(framework, "grounded").extensions == (("0",),)


def test_deep_chains() -> None:
    size = 50_000
    chain = numbered(size, range(size - 1), range(1, size))
    (grounded,) = find_positions(chain, "grounded").extensions or ((),)
    assert len(grounded) == size // 2
    ring = numbered(size, range(size), [*range(1, size), 0])
    (preferred,) = find_positions(ring, "preferred").extensions or ((),)
    assert len(preferred) == size // 2
    assert accepts(ring, "0", "preferred", "credulous").accepted


def test_behind_a_pair_a_deep_chain_is_solved_component_by_component() -> None:
    size = 20_000
    found = find_positions(numbered(size, [1, *range(size - 1)], [0, *range(1, size)]), "preferred", enumerate_all=True)
    assert [len(one) for one in found.extensions or ()] == [size // 2, size // 2]


def test_a_hub_does_not_break_the_solver() -> None:
    """A node in conflict with 20,000 others gives the solver's clauses of that length."""
    others = np.arange(1, 20_001)
    framework = numbered(20_001, np.concatenate((np.zeros(20_000), others)), np.concatenate((others, np.zeros(20_000))))
    found = find_positions(framework, "preferred", enumerate_all=True)
    assert sorted(len(one) for one in found.extensions or ()) == [1, 20_000]
    assert find_positions(framework, "ideal").extensions == ((),)


def pairs_in_conflict(count: int) -> Framework:
    left, right = np.arange(0, 2 * count, 2), np.arange(1, 2 * count, 2)
    return numbered(2 * count, np.concatenate((left, right)), np.concatenate((right, left)))


def test_a_spent_budget_is_said() -> None:
    found = find_positions(pairs_in_conflict(40), "preferred", enumerate_all=True, budget=0.2)
    assert not found.exact
    assert found.note is not None
    assert found.note.startswith("the time was up")
    assert found.extensions
    assert found.statuses == "grounded"
    asked = accepts(pairs_in_conflict(40), "0", "semi-stable", budget=0.0)
    assert (asked.accepted, asked.exact) == (None, False)


def test_a_component_without_stable_position_ends_the_search_at_once() -> None:
    framework = pairs_in_conflict(500)
    odd = numbered(
        1003,
        np.concatenate((framework.attacks.owners, [1000, 1001, 1002])),
        np.concatenate((framework.attacks.items, [1001, 1002, 1000])),
    )
    found = find_positions(odd, "stable", enumerate_all=True, budget=20)
    assert (found.extensions, found.exact, found.note) == ((), True, "there is no stable position")
    assert accepts(odd, "0", "stable", "sceptical").note == "there is no stable position"


def test_without_solver_large_circles_are_an_error_that_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (_solve, _accept):
        monkeypatch.setattr(module, "sat_installed", lambda: False)
    ring = numbered(20, range(20), [*range(1, 20), 0])
    with pytest.raises(SatMissingError, match=r"argmap\[sat\]"):
        find_positions(ring, "preferred")
    assert find_positions(ring, "grounded").extensions == ((),)


def test_names_that_are_not_there() -> None:
    framework = pairs_in_conflict(2)
    with pytest.raises(UnknownNameError):
        accepts(framework, "7", "preferred")
    with pytest.raises(UnknownNameError, match="preferred"):
        find_positions(framework, "prefered")  # type: ignore[arg-type]  # that is the test
    with pytest.raises(UnknownNameError):
        accepts(framework, "1", mode="maybe")  # type: ignore[arg-type]  # that is the test
    with pytest.raises(UnknownNameError):
        find_positions(framework, reject=["s"])


def test_cost_grows_with_the_framework() -> None:
    def spent(size: int, semantics: Semantics) -> float:
        random = np.random.default_rng(5)
        one, other = random.integers(0, size, (2, 2 * size))
        mutual = random.random(2 * size) < 0.4
        attackers, targets = np.concatenate((one, other[mutual])), np.concatenate((other, one[mutual]))
        framework = numbered(size, attackers, targets)
        start = time.process_time()
        find_positions(framework, semantics)
        return time.process_time() - start

    for semantics in ("grounded", "preferred"):
        small, large = (min(spent(size, semantics) for _ in range(3)) for size in (3_000, 30_000))
        assert large < 40 * small


def test_ideal_out_of_time_gives_what_is_certain() -> None:
    framework = pairs_in_conflict(40)
    more = numbered(81, framework.attacks.owners, framework.attacks.items)
    found = find_positions(more, "ideal", budget=0.0)
    assert (found.extensions, found.exact, found.statuses) == ((("80",),), False, "grounded")
    assert found.note == "the time was up: what is listed is in the ideal position, which may hold more"
    assert find_positions(more, "ideal").exact
