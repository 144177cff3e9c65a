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
    """The claims that no longer stand if this one source is rejected beside those rejected already."""

    id: str
    topples: tuple[str, ...] = ()


class Evaluation(Value):
    """Statuses of all claims under one semantics; `exact` is False where the answer is partial."""

    semantics: str = "grounded"
    exact: bool = True
    rejected: tuple[str, ...] = ()
    claims: tuple[ClaimStatus, ...] = ()
    sources: tuple[SourceEffect, ...] = ()

    @cached_property
    def status_of(self) -> dict[str, ClaimStatus]:
        """Statuses by claim id."""
        return {claim.id: claim for claim in self.claims}
