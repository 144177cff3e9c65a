"""Which attacks are answered: the reading of claim against claim.

An attack says that its target is false. Where the attacker is a claim that only argues, it is then as true that the
attacker is false if the target is true, and nothing in the drawing tells which of the two to believe: rebuttal is mutual
(Pollock, "Defeasible Reasoning", Cognitive Science 11, 1987; Prakken, "An Abstract Framework for Argumentation with
Structured Arguments", Argument & Computation 1, 2010, where conclusions rebut each other unless one is preferred). In
Argdown, too, `-` between two statements says that they are contrary, which is symmetric.

Three attacks stay directed, as they are drawn:

- By a claim that cites a source itself. Evidence answers a claim; the claim, however well argued, is no evidence against
  the witness (a "firm" premise, which nothing that is only inferred defeats, in Prakken's terms). Two pieces of evidence
  against each other are mutual if the map says so, by two attacks.
- By or against an argument (`<Title>` in Argdown): it says that the argument's conclusion denies the target, or that the
  attacker denies one of its premises; nothing follows in the other direction.
- Undercuts: they deny no claim.

Where several premises together attack, the target answers the inference, not any one of them.

Weights decide: if both sides have one (the attack its own, or else the attacker's; the target its own) the heavier side's
attack alone works (Amgoud and Cayrol, "A Reasoning Model Based on the Production of Acceptable Arguments", Annals of
Mathematics and AI 34, 2002). A side without a weight is not compared. A target with a proof standard weighs what stands
against it by that standard, see `_standards`.
"""

from collections.abc import Sequence
from typing import Literal

from argmap.model import MapClaim, Relation

Conflict = Literal["drawn", "mutual", "answer"]
"""Whether an attack works as drawn, in both directions, or only the other way round."""


def conflict_of(attack: Relation, premises: Sequence[MapClaim], target: MapClaim) -> Conflict:
    """How an attack works."""
    argued = bool(premises) and any(not premise.citations for premise in premises)
    if not argued or any(claim.form == "argument" for claim in (*premises, target)):
        return "drawn"
    weights = [premise.weight for premise in premises if premise.weight is not None]
    weight = attack.weight
    if weight is None and len(weights) == len(premises):
        weight = min(weights)
    if weight is None or target.weight is None or weight == target.weight:
        return "mutual"
    return "drawn" if weight > target.weight else "answer"
