"""Gradual semantics: what makes of a base score, supports and attacks a strength.

Each is modular (Mossakowski and Neuhaus, "Modular semantics and characteristics for bipolar weighted argumentation graphs",
2018): an aggregation of all supporters' and all attackers' strengths, which is a sum of one-argument terms here, and an
influence of the two sums on the base score.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from argmap.evaluate.strengths._graph import Floats
from argmap.model import Method

Influence = Callable[[Floats, Floats, Floats], Floats]


@dataclass(frozen=True, slots=True)
class Rule:
    """One gradual semantics.

    Attributes:
        term: What each supporter or attacker adds to its side's sum.
        influence: Base score, sum of supports, sum of attacks -> strength.
        neutral: The base score of what has none.
        supports: Whether supports count at all.
    """

    term: Callable[[Floats], Floats]
    influence: Influence
    neutral: float
    supports: bool = True


def _same(strength: Floats) -> Floats:
    return strength


def _complement(strength: Floats) -> Floats:
    """The logarithm of 1 - s: a sum of these is a product's."""
    with np.errstate(divide="ignore"):
        return np.log1p(-np.minimum(strength, 1.0))


def _quadratic_energy(base: Floats, support: Floats, attack: Floats) -> Floats:
    """Potyka, "Continuous dynamical systems for weighted bipolar argumentation", KR 2018."""
    energy = support - attack
    square = energy * energy
    pull = square / (1.0 + square)
    return np.where(energy < 0, base - base * pull, base + (1.0 - base) * pull)


def _df_quad(base: Floats, support: Floats, attack: Floats) -> Floats:
    """Rago, Toni, Aurisicchio and Baroni, "Discontinuity-free decision support with QuAD debates", KR 2016."""
    pull: Floats = np.exp(attack) - np.exp(support)  # the sides' strengths are 1 - exp(sum)
    return np.where(pull < 0, base + base * pull, base + (1.0 - base) * pull)


def _euler_based(base: Floats, support: Floats, attack: Floats) -> Floats:
    """Amgoud and Ben-Naim, "Weighted bipolar argumentation graphs", Int. J. Approximate Reasoning 99 (2018)."""
    grown = np.exp(np.minimum(support - attack, 700.0))  # e^700 is the last that a float holds
    return 1.0 - (1.0 - base * base) / (1.0 + base * grown)


def _h_categoriser(base: Floats, _support: Floats, attack: Floats) -> Floats:
    """Besnard and Hunter, "A logic-based theory of deductive arguments", AI 128 (2001); with weights Amgoud et al., IJCAI 2017."""
    strength: Floats = base / (1.0 + attack)
    return strength


RULES: dict[Method, Rule] = {
    "quadratic-energy": Rule(_same, _quadratic_energy, 0.5),
    "df-quad": Rule(_complement, _df_quad, 0.5),
    "euler-based": Rule(_same, _euler_based, 0.5),
    "h-categoriser": Rule(_same, _h_categoriser, 1.0, supports=False),
}
"""By name; the first is the default."""
