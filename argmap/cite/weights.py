"""Weights of the clues for back references, in natural logarithms of odds.

Fitted by `python tests/bench/fit_back_references.py` on one book and on half a list of Italian references, whose Ibids
stand as printed and behind intruders put there on purpose. The probabilities hold for texts in which four Ibids of
ten stand behind an intruder; they are too low for texts in which nobody has moved a note. The clues of `_BY_HAND` do not
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
    "beside": -2.79,
    "two back": -0.51,
    "three back": -3.50,
    "further back": -4.84,
    "aside": -2.52,
    "page on": 1.63,
    "page close": 0.94,
    "page near": 0.71,
    "page far": -0.74,
    "page off": -1.22,
    "page again": 0.43,
    "same kind": 1.03,
    "part kind": -0.60,
    "other kind": -1.68,
    "volume new": -1.78,
    "volume same": 1.54,
    "volume other": 0.76,
    "volume gone": -0.22,
    "no place": -0.59,
    "copied": -0.83,
    "full again": 0.01,
    "distant": -1.74,
    "outside": -2.83,
    "inside": 2.37,
    "named": 1.50,
    "title word": 0.29,
    "affinity": 1.16,
    "often": 0.29,
    "run page on": 0.98,
    "run page close": 0.49,
    "run page near": -0.52,
    "run page far": -0.41,
    "run page off": -0.23,
    "run page again": 0.11,
    "run same kind": 0.30,
    "run part kind": 0.10,
    "run other kind": -0.68,
    "run volume new": -0.60,
    "run volume same": 0.50,
    "run volume other": 0.20,
    "run volume gone": -0.30,
}

WEIGHTS: Mapping[str, float] = {**_BY_HAND, **_FITTED}

ELSEWHERE = -3.18
"""That the antecedent is none of those weighed."""
