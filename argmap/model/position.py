"""Positions: what can be held together; and strengths. Both are opt-in and never mixed with a claim's status."""

from typing import Literal

from argmap.model.base import Value
from argmap.model.evaluation import ClaimStatus

Semantics = Literal["grounded", "complete", "preferred", "stable", "semi-stable", "ideal"]
Mode = Literal["credulous", "sceptical"]


class Positions(Value):
    """The positions of a map or an abstract framework under one semantics.

    Attributes:
        semantics: Which.
        exact: Whether the answer is complete; if not, `note` says why.
        note: What one must know to read the answer.
        rejected: The sources left out.
        extensions: The positions: each the ids of the claims (arguments) that stand in it, in the order of the file. All
            of them if `enumerated`, else one; None where a question was asked instead.
        enumerated: Whether all positions were asked for.
        argument, mode, accepted: The question: whether this claim stands in some position (credulous) or in every one
            (sceptical); None where the time was up before that was known.
        statuses: The semantics that `claims` are judged by.
        claims: The status of every claim: `in` or `out` only where it is so in every position of `statuses`.
    """

    semantics: Semantics
    exact: bool = True
    note: str | None = None
    rejected: tuple[str, ...] = ()
    extensions: tuple[tuple[str, ...], ...] | None = None
    enumerated: bool = False
    argument: str | None = None
    mode: Mode | None = None
    accepted: bool | None = None
    statuses: Semantics = "grounded"
    claims: tuple[ClaimStatus, ...] = ()


Method = Literal["quadratic-energy", "df-quad", "euler-based", "h-categoriser"]
Band = Literal["very weak", "weak", "middling", "strong", "very strong"]


class ClaimStrength(Value):
    """How strong a claim is under one method, beside the score it came with.

    Attributes:
        base: Its score before anything speaks for or against it, 0 … 1: the map's weight, or the method's neutral score.
        strength: The score afterwards, 0 … 1. Comparable inside one result only.
        rank: 1 for the strongest; equal strengths share a rank.
        band: A fifth of the scale.
    """

    id: str
    base: float
    strength: float
    rank: int
    band: Band


class Strengths(Value):
    """Graded strengths of all claims. They are no statuses: a strong claim may be out, and the other way round.

    Attributes:
        converged: Whether strengths on circles settled; if not, `note` says so and the figures are the last ones.
        residual: The greatest change of the last step; 0 without circles.
        steps: Of the longest iteration; 0 without circles.
        note: What one must know to read the result.
    """

    method: Method
    converged: bool = True
    residual: float = 0.0
    steps: int = 0
    note: str | None = None
    rejected: tuple[str, ...] = ()
    claims: tuple[ClaimStrength, ...] = ()
