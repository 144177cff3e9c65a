"""A short, true reason for every status, made from the facts that decide it."""

from dataclasses import dataclass
from typing import Literal

from argmap.evaluate._labels import grounds, label_of, self_supporting
from argmap.evaluate._program import Program
from argmap.model import Label

Cause = Literal[
    "cites",  # it stands: by a source of its own
    "supported",  # it stands: by a support
    "attacked",  # it is out: an attack stands
    "nothing",  # it is out: neither support nor source
    "fell",  # it is out: nothing that supports it stands
    "circle",  # it is out: it supports itself only
    "open attack",  # undecided: an attack is
    "open support",  # undecided: no attack is, its support is
]


@dataclass(frozen=True, slots=True)
class Reason:
    """The facts behind one status: nodes of the program by number.

    Attributes:
        label: The claim's label.
        cause: Which kind of fact decides.
        relations: The supports or attacks that decide, in order of the map; for a circle the one that closes it.
        sources: The cited sources that decide: those that stand, or those that are rejected.
        circle: A premise of that support which rests on the claim in turn; the claim itself if it supports itself.
        closed: Whether the two claims of a circle have no other support.
    """

    label: Label
    cause: Cause
    relations: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    circle: int | None = None
    closed: bool = False


class Reasons:
    """The reasons of one evaluation.

    Args:
        program: The map's program.
        values: Its model.
        rejected: The rejected sources.
    """

    def __init__(self, program: Program, values: list[int], rejected: frozenset[str]) -> None:
        self._program = program
        self._values = values
        self._rejected = rejected
        self._grounds = grounds(program, values, rejected)
        self._circles = self_supporting(program, values)

    def label(self, claim: int) -> Label:
        """The claim's label."""
        return label_of(
            self._values[claim],
            refuted=any(self._values[attack] == 1 for attack in self._program.against[claim]),
            circular=claim in self._circles,
        )

    def reason(self, claim: int) -> Reason:
        """The facts that decide the claim's status."""
        program, values = self._program, self._values
        label = self.label(claim)
        if label == "stands":
            ground = self._grounds[claim]
            standing = tuple(source for source in program.cites[claim] if source not in self._rejected)
            return Reason(label, "cites", sources=standing) if ground < 0 else Reason(label, "supported", (ground,))
        if label == "refuted":
            return Reason(label, "attacked", tuple(a for a in program.against[claim] if values[a] == 1))
        if label == "contested":
            attacks = tuple(attack for attack in program.against[claim] if values[attack] == 0)
            supports = tuple(support for support in program.supports[claim] if values[support] == 0)
            return Reason(label, "open attack", attacks) if attacks else Reason(label, "open support", supports)
        if label == "circular":
            return self._circular(claim)
        cause: Cause = "fell" if program.supports[claim] or program.cites[claim] else "nothing"
        return Reason(label, cause, tuple(program.supports[claim]), program.cites[claim])

    def _circular(self, claim: int) -> Reason:
        """The first support that closes the circle: one of its premises is on the same circle."""
        own = self._circles[claim]
        support, premise = next(
            (support, premise)
            for support in self._program.supports[claim]
            for premise in self._program.premises[support - self._program.claims]
            if self._circles.get(premise) is own
        )
        closed = len(own) <= 2 and all(self._inside(one, own) for one in own)  # noqa: PLR2004 - a pair
        return Reason("circular", "circle", (support,), circle=premise, closed=closed)

    def _inside(self, claim: int, circle: list[int]) -> bool:
        """Whether all that ever supported a claim is its circle."""
        premises = self._program.premises
        supports = self._program.supports[claim]
        inside = all(set(premises[support - self._program.claims]) <= set(circle) for support in supports)
        return inside and not self._program.cites[claim]
