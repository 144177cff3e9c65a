"""Logistic regression over the signs of sentences: the weights of `argmap.extract.signs`.

The most probable weights under a normal prior (Hoerl and Kennard 1970; L-BFGS): each sign is pulled to what is held of it
beforehand, mostly nought. A text may have a constant of its own while the weights are learnt, where they are to tell the
sentences of a text apart and not the texts. Deterministic.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize  # type: ignore[import-untyped]  # it has no types of its own

from argmap.extract.signs import WEIGHTS, Signs, Weights

Floats = npt.NDArray[np.float64]
_SELDOM = 4
"""Sentences below which a sign is not learnt."""


class Row(NamedTuple):
    """A sentence: the name of its text, its signs, and whether it is what is to be told."""

    text: str
    signs: Signs
    meant: bool


def write(name: str, weights: Weights) -> None:
    """Write weights as `argmap.extract.signs.shipped` reads them."""
    text = json.dumps(weights._asdict(), ensure_ascii=False, indent=0, sort_keys=True)
    (WEIGHTS / f"{name}.json").write_text(f"{text}\n", "utf-8")


def fit(
    rows: Sequence[Row],
    pull: Callable[[str], float],
    *,
    pull_text: float | None = None,
    held: Mapping[str, float] | None = None,
) -> Weights:
    """The most probable weights.

    Args:
        rows: What is learnt from.
        pull: How strongly a sign is pulled: the inverse of its variance beforehand.
        pull_text: The same of the constants of the texts; None for none.
        held: The weights that are held beforehand, where they are not nought.
    """
    before = held or {}
    seen = Counter(name for row in rows for name in row.signs)
    names = sorted(name for name, count in seen.items() if count >= _SELDOM)
    texts = sorted({row.text for row in rows}) if pull_text is not None else []
    matrix = _matrix(rows, names, texts)
    pulls = np.array([pull(name) for name in names] + [pull_text or 0.0] * len(texts) + [0.0])
    centre = np.array([before.get(name, 0.0) for name in names] + [0.0] * (len(texts) + 1))
    meant = np.array([float(row.meant) for row in rows])

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds, away = matrix @ weights, weights - centre
        off = 1 / (1 + np.exp(-odds)) - meant
        total = float((np.logaddexp(0, odds) - meant * odds).sum() + pulls @ away**2 / 2)
        return total, matrix.T @ off + pulls * away

    found = minimize(loss, centre, jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x
    learnt = {name: round(float(weight), 3) for name, weight in zip(names, found[: len(names)], strict=True)}
    return Weights({name: weight for name, weight in learnt.items() if weight}, round(float(found[-1]), 3))


def _matrix(rows: Sequence[Row], names: Sequence[str], texts: Sequence[str]) -> Floats:
    """Rows × signs, constants of the texts, and the constant."""
    place = {name: index for index, name in enumerate(names)}
    own = {text: len(names) + index for index, text in enumerate(texts)}
    matrix = np.zeros((len(rows), len(names) + len(texts) + 1))
    matrix[:, -1] = 1
    for index, row in enumerate(rows):
        for name, size in row.signs.items():
            if name in place:
                matrix[index, place[name]] = size
        if row.text in own:
            matrix[index, own[row.text]] = 1
    return matrix
