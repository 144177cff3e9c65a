"""Strengths of small maps, computed by hand from the papers' definitions; the arithmetic stands beside each value.

A map's step is as strong as its premise and hands that on, so that the formulas apply to the claims.
"""

from math import e, sqrt

import pytest

from argmap.evaluate import Reading
from argmap.evaluate.positions import framework_of
from argmap.evaluate.strengths import strengths
from argmap.model import ArgumentMap, MapClaim, Method, Relation


def strength_of(method: Method, weights: dict[str, float], *links: str) -> dict[str, float]:
    """Strengths of claims with these weights; `a+b` is a support, `a-b` an attack, as drawn."""
    claims = tuple(MapClaim(id=name, weight=weight) for name, weight in weights.items())
    relations = tuple(
        Relation(id=link, kind="support" if link[1] == "+" else "attack", premises=(link[0],), target=link[2])
        for link in links
    )
    made = ArgumentMap(claims=claims, relations=relations)
    return {claim.id: claim.strength for claim in strengths(made, method, reading=Reading(conflict="directed")).claims}


@pytest.mark.parametrize(
    ("weights", "links", "expected"),
    [
        # energy E = .8 - .6 = .2, pull E^2 / (1 + E^2) = .04 / 1.04 = 1 / 26: .5 + .5 * 1 / 26
        ({"a": 0.8, "b": 0.6, "c": 0.5}, ["a+c", "b-c"], 27 / 52),
        # E = -1.4, pull 1.96 / 2.96 = 49 / 74: .5 - .5 * 49 / 74
        ({"a": 0.8, "b": 0.6, "c": 0.5}, ["a-c", "b-c"], 25 / 148),
        # b: E = -1, pull 1 / 2: .8 / 2 = .4; c: E = -.4, pull .16 / 1.16 = 4 / 29: .9 * 25 / 29
        ({"a": 1.0, "b": 0.8, "c": 0.9}, ["a-b", "b-c"], 22.5 / 29),
        # E = 2, pull 4 / 5: .2 + .8 * 4 / 5
        ({"a": 1.0, "b": 1.0, "c": 0.2}, ["a+c", "b+c"], 0.84),
    ],
)
def test_quadratic_energy(weights: dict[str, float], links: list[str], expected: float) -> None:
    """Potyka, KR 2018: s = w - w h(-E) + (1 - w) h(E), h(x) = max(x, 0)^2 / (1 + max(x, 0)^2)."""
    assert strength_of("quadratic-energy", weights, *links)["c"] == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize(
    ("weights", "links", "expected"),
    [
        # supports 1 - .2 * .4 = .92, attacks .5: .5 + .5 * (.92 - .5)
        ({"a": 0.8, "b": 0.6, "d": 0.5, "c": 0.5}, ["a+c", "b+c", "d-c"], 0.71),
        # attacks .92: .5 - .5 * .92
        ({"a": 0.8, "b": 0.6, "c": 0.5}, ["a-c", "b-c"], 0.04),
        # b comes to .6 - .6 * .5 = .3, and c to .4 + .6 * .3
        ({"a": 0.5, "b": 0.6, "c": 0.4}, ["a-b", "b+c"], 0.58),
        # as much on either side: the base score
        ({"a": 0.7, "b": 0.7, "c": 0.35}, ["a+c", "b-c"], 0.35),
    ],
)
def test_df_quad(weights: dict[str, float], links: list[str], expected: float) -> None:
    """Rago et al., KR 2016: sides are combined by 1 - prod(1 - s), and move the base score by their difference."""
    assert strength_of("df-quad", weights, *links)["c"] == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize(
    ("weights", "links", "expected"),
    [
        # 1 - (1 - 1/4) / (1 + e / 2) = 1 - 3 / (4 + 2 e)
        ({"a": 1.0, "c": 0.5}, ["a+c"], 1 - 3 / (4 + 2 * e)),
        # 1 - (1 - 1/4) / (1 + 1 / (2 e)) = 1 - 3 e / (4 e + 2)
        ({"a": 1.0, "c": 0.5}, ["a-c"], 1 - 3 * e / (4 * e + 2)),
        # E = .8 - .6 = .2, e^.2 = 1.22140276: 1 - .75 / 1.61070138 = 1 - .46563566
        ({"a": 0.8, "b": 0.6, "c": 0.5}, ["a+c", "b-c"], 0.53436434),
        # nothing moves a base score of 0 or 1: 1 - 1 / 1, 1 - 0
        ({"a": 1.0, "c": 0.0}, ["a+c"], 0.0),
        ({"a": 1.0, "c": 1.0}, ["a-c"], 1.0),
    ],
)
def test_euler_based(weights: dict[str, float], links: list[str], expected: float) -> None:
    """Amgoud and Ben-Naim, IJAR 99 (2018): s = 1 - (1 - w^2) / (1 + w e^E)."""
    assert strength_of("euler-based", weights, *links)["c"] == pytest.approx(expected, abs=1e-8)


def test_h_categoriser() -> None:
    """Besnard and Hunter, AI 128 (2001): s = 1 / (1 + sum of attackers'); weighted, Amgoud et al., IJCAI 2017: w / (…)."""
    # a 1; b 1 / (1 + 1); c 1 / (1 + 1/2); d by b and c: 1 / (1 + 1/2 + 2/3)
    chain = strengths(framework_of(["a", "b", "c", "d"], [0, 1, 1, 2], [1, 2, 3, 3]), "h-categoriser").claims
    assert [claim.strength for claim in chain] == pytest.approx([1, 1 / 2, 2 / 3, 6 / 13], abs=1e-8)
    # here .6 / (1 + .5)
    assert strength_of("h-categoriser", {"a": 0.5, "c": 0.6}, "a-c")["c"] == pytest.approx(0.4, abs=1e-8)


def test_h_categoriser_on_circles() -> None:
    """Pu, Luo, Zhang and Luo, KSEM 2014: the equations have one solution."""
    golden = (sqrt(5) - 1) / 2  # s = 1 / (1 + s), s^2 + s - 1 = 0: of each that attacks itself, a pair, a ring of three
    circles = framework_of(list("abcdef"), [0, 1, 2, 3, 4, 5], [0, 2, 1, 4, 5, 3])
    found = strengths(circles, "h-categoriser").claims
    assert [claim.strength for claim in found] == pytest.approx([golden] * 6, abs=1e-8)
    # a attacks b, which attacks itself: s = 1 / (2 + s), s^2 + 2 s - 1 = 0, s = sqrt 2 - 1
    (_, beaten) = strengths(framework_of(["a", "b"], [0, 1], [1, 1]), "h-categoriser").claims
    assert beaten.strength == pytest.approx(sqrt(2) - 1, abs=1e-8)
