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
}

_FITTED: Mapping[str, float] = {
    "beside": -1.76,
    "two back": -0.79,
    "three back": -3.12,
    "further back": -3.87,
    "aside": -1.71,
    "page on": 1.78,
    "page close": 1.28,
    "page near": 0.46,
    "page far": -0.59,
    "page off": -0.94,
    "page again": 0.12,
    "cited close": 0.31,
    "cited near": -0.05,
    "cited far": -0.57,
    "same kind": 0.07,
    "part kind": 0.05,
    "other kind": -0.69,
    "volume new": -1.33,
    "volume same": 1.23,
    "volume other": 0.29,
    "volume gone": -0.59,
    "no place": -0.48,
    "copied": -1.27,
    "full again": -0.38,
    "distant": -1.02,
    "outside": -2.61,
    "inside": 1.82,
    "named": 1.50,
    "title word": 0.26,
    "affinity": 0.66,
    "often": 0.41,
    "among notes": 0.75,
    "in text": 0.63,
    "in passage": 1.12,
    "passages": 0.84,
    "spoken of": 1.03,
    "talk": 0.86,
    "kin": 0.12,
    "run page on": 0.96,
    "run page close": 0.71,
    "run page near": 0.20,
    "run page far": -0.21,
    "run page off": -0.51,
    "run page again": 0.15,
    "run same kind": 0.31,
    "run part kind": 0.10,
    "run other kind": -0.61,
    "run volume new": -0.60,
    "run volume same": 0.50,
    "run volume other": 0.20,
    "run volume gone": -0.30,
}

WEIGHTS: Mapping[str, float] = {**_BY_HAND, **_FITTED}

ELSEWHERE = -3.73
"""That the antecedent is none of those weighed."""
