"""What stands, and why."""

from functools import cached_property
from typing import Literal

from argmap.model.base import Value

Status = Literal["in", "out", "undecided"]
Label = Literal["stands", "refuted", "unsupported", "circular", "contested"]


class ClaimStatus(Value):
    """The status of one claim, its label for people, and a true reason in words."""

    id: str
    status: Status
    label: Label
    why: str


class SourceEffect(Value):
    """What becomes of the claims if this one source is rejected beside those rejected already.

    Attributes:
        id: The source.
        topples: Claims that stand now and would not.
        gains: Claims that do not stand now and would.
        contests: Claims that are not contested now and would be.
    """

    id: str
    topples: tuple[str, ...] = ()
    gains: tuple[str, ...] = ()
    contests: tuple[str, ...] = ()


class Evaluation(Value):
    """Statuses of all claims under one semantics; `exact` is False where the answer is partial, and `why` says why."""

    semantics: str = "grounded"
    exact: bool = True
    why: str = ""
    rejected: tuple[str, ...] = ()
    claims: tuple[ClaimStatus, ...] = ()
    sources: tuple[SourceEffect, ...] = ()

    @cached_property
    def status_of(self) -> dict[str, ClaimStatus]:
        """Statuses by claim id."""
        return {claim.id: claim for claim in self.claims}


class Proof(Value):
    """The part of a map that proves a claim's status, however the rest of the map turns out.

    Attributes:
        claim: The claim.
        status: What is proved of it.
        claims: Ids of claims, this one included.
        relations: Ids of relations.
        sources: Ids of sources, standing or fallen.
        minimal: Whether leaving any element out breaks the proof; False where the proof was too long to try them all.
    """

    claim: str
    status: Status
    claims: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    minimal: bool = True


Element = Literal["source", "note", "claim"]


class Effect(Value):
    """What becomes of the claims if one source, one note (a citation of a source) or one claim is rejected.

    Attributes:
        kind: What is rejected.
        claim: The claim, or the claim whose note it is; None for a source, and for the note of a relation.
        relation: The relation whose note it is.
        source: The source, or the one that the note cites; None for a claim.
        topples, gains, contests: As in `SourceEffect`; a rejected claim is among those that it topples.
    """

    kind: Element
    claim: str | None = None
    relation: str | None = None
    source: str | None = None
    topples: tuple[str, ...] = ()
    gains: tuple[str, ...] = ()
    contests: tuple[str, ...] = ()


class Sensitivity(Value):
    """The effects of all single rejections; `exact` is False, and `why` says why, where some were left out."""

    rejected: tuple[str, ...] = ()
    exact: bool = True
    why: str = ""
    effects: tuple[Effect, ...] = ()

    @cached_property
    def single_points(self) -> dict[str, tuple[str, ...]]:
        """For each claim that one source alone would topple: these sources."""
        found: dict[str, list[str]] = {}
        for effect in self.effects:
            if effect.kind == "source" and effect.source is not None:
                for claim in effect.topples:
                    found.setdefault(claim, []).append(effect.source)
        return {claim: tuple(sources) for claim, sources in found.items()}


class SourceSet(Value):
    """Sources whose joint rejection topples a claim, none of them idle.

    Attributes:
        sources: Their ids.
        brought_back_by: The fewest further rejections with which the claim stands again; None if none do.
    """

    sources: tuple[str, ...]
    brought_back_by: tuple[str, ...] | None = None


class Robustness(Value):
    """How many sources must fall for a claim to fall.

    Attributes:
        claim: The claim.
        robustness: The size of the smallest set that topples it; 0 if it does not stand now, None if nothing topples it
            (or, where not `exact`, none was found).
        toppled_by: The minimal sets that topple it, smaller ones first.
        held_by: The minimal sets of sources that hold it, whatever else is rejected, as long as they are kept.
        exact: Whether there are no others.
        why: Why not.
    """

    claim: str
    robustness: int | None = None
    toppled_by: tuple[SourceSet, ...] = ()
    held_by: tuple[tuple[str, ...], ...] = ()
    exact: bool = True
    why: str = ""
