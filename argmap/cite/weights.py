"""Weights of the clues for back references, in natural logarithms of odds.

Fitted by `python -m tests.bench.fit_back_references` on two books and a list of Italian references, whose Ibids stand as
printed and behind intruders put there on purpose: `prevalence.FITTED` says in what share. The clues of `_BY_HAND` do not
occur at the Ibids of those texts: their weights are set by hand.
"""

from collections.abc import Mapping

_BY_HAND: Mapping[str, float] = {
    "same form": 2.0,
    "some form": 1.5,
    "dates": 1.0,
    "persons": 1.0,
    "called so": 2.0,
    "only beside": -1.5,
    "cited earlier": -1.0,
    "heard": 1.0,
    "not heard": -1.0,
}

_FITTED: Mapping[str, float] = {
    "beside": -1.69,
    "two back": -0.84,
    "three back": -3.11,
    "further back": -3.85,
    "aside": -1.65,
    "page on": 1.79,
    "page close": 1.26,
    "page near": 0.45,
    "page far": -0.56,
    "page off": -0.93,
    "page again": -0.01,
    "cited close": 0.27,
    "cited near": -0.10,
    "cited far": -0.67,
    "same kind": 0.11,
    "part kind": 0.15,
    "other kind": -0.74,
    "volume new": -1.33,
    "volume same": 1.22,
    "volume other": 0.30,
    "volume gone": -0.48,
    "no place": -0.50,
    "copied": -1.32,
    "full again": -0.37,
    "distant": -1.03,
    "outside": -2.45,
    "inside": 1.83,
    "named": 1.50,
    "title word": 0.25,
    "affinity": 0.65,
    "often": 0.38,
    "among notes": 0.82,
    "in text": 0.61,
    "in passage": 1.11,
    "passages": 0.80,
    "spoken of": 1.02,
    "talk": 0.76,
    "kin": 0.09,
    "run page on": 0.98,
    "run page close": 0.73,
    "run page near": 0.23,
    "run page far": -0.07,
    "run page off": -0.54,
    "run page again": 0.14,
    "run same kind": 0.30,
    "run part kind": 0.10,
    "run other kind": -0.60,
    "run volume new": -0.60,
    "run volume same": 0.50,
    "run volume other": 0.20,
    "run volume gone": -0.30,
}

WEIGHTS: Mapping[str, float] = {**_BY_HAND, **_FITTED}

ELSEWHERE = -3.81
"""That the antecedent is none of those weighed."""
