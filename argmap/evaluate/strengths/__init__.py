"""Strengths: graded acceptability, opt-in, shown as rank or band beside the base scores, never as truth or status.

Quadratic energy (Potyka, KR 2018), DF-QuAD (Rago et al., KR 2016), Euler-based (Amgoud and Ben-Naim, 2018) and
h-categoriser (Besnard and Hunter, 2001); principles: Baroni, Rago and Toni, "From fine-grained properties to broad
principles for gradual argumentation" (2019).
"""

from argmap.evaluate.strengths._strengths import METHODS, strengths

__all__ = ["METHODS", "strengths"]
