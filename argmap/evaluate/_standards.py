"""Proof standards: what a claim must meet to stand.

Gordon, Prakken and Walton, "The Carneades Model of Argument and Burden of Proof", Artificial Intelligence 171 (2007), and
Gordon and Walton, "Proof Burdens and Standards", in Argumentation in Artificial Intelligence (2009). With `pro` and `con`
the greatest weights among the standing supports and attacks (0 if there are none):

    any                        a support stands and no attack does ("dialectical validity")
    preponderance              pro > con
    clear-and-convincing       … and pro > 0.5 and pro - con > 0.3
    beyond-reasonable-doubt    … and pro - con > 0.5 and con < 0.2

The paper leaves the thresholds open; these are those of the authors' own Carneades 3, and `clear-and-convincing(0.6, 0.2)`,
`beyond-reasonable-doubt(0.6, 0.5, 0.1)` set others. The weight of a support or attack is the relation's, or else the
least of its premises'; of a cited source, the claim's own. One that is not given may be anything above 0: a claim whose
standing hangs on it is contested.

`corroborated(k)` is ours: however any k - 1 roots were rejected, a support would be left; and no attack stands. Roots are
counted, not copies. Below the claim only the ways of support count, not the standards met on them.
"""

from collections.abc import Sequence
from typing import Literal

from argmap.errors import WrongStandardError
from argmap.model import STANDARD_NAMES, MapClaim, NoStandard, Standard, read_standard

_LEAST = 1e-9
Bounds = tuple[float, float]
"""The least and the greatest that a weight may be."""
ANY = Standard("any")


def standard_of(claim: MapClaim) -> Standard:
    """The standard that a claim asks for.

    Raises:
        WrongStandardError: If there is no such standard, or its numbers make no sense.
    """
    found = read_standard(claim.standard)
    if isinstance(found, NoStandard):
        raise WrongStandardError(claim.id, claim.standard or "", found.why, STANDARD_NAMES)
    return found


def is_met(standard: Standard, pro: float, con: float) -> bool:
    """Whether these greatest weights for and against a claim meet a weighing standard."""
    if pro <= con:
        return False
    if standard.name == "preponderance":
        return True
    alpha, beta, *gamma = standard.numbers
    return pro > alpha and pro - con > beta and (not gamma or con < gamma[0])


def bounds(weight: float | None) -> Bounds:
    """What a weight that may not be given can be."""
    return (_LEAST, 1.0) if weight is None else (weight, weight)


def weigh(
    standard: Standard, pros: Sequence[tuple[int, Bounds]], cons: Sequence[tuple[int, Bounds]]
) -> Literal[-1, 0, 1]:
    """Whether a weighing standard is met: surely, surely not, or undecided.

    Args:
        standard: The standard.
        pros: The value of each support and what it may weigh.
        cons: The same of each attack.
    """
    least = max((low for value, (low, _) in pros if value == 1), default=0.0)
    most = max((high for value, (_, high) in pros if value != -1), default=0.0)
    most_against = max((high for value, (_, high) in cons if value != -1), default=0.0)
    least_against = max((low for value, (low, _) in cons if value == 1), default=0.0)
    if is_met(standard, least, most_against):
        return 1
    return 0 if is_met(standard, most, least_against) else -1
