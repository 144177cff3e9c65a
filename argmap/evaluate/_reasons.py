"""A short, true reason for every status, made from the facts that decide it."""

from dataclasses import dataclass
from typing import Literal

from argmap.evaluate._labels import ground_of, self_supporting
from argmap.evaluate._program import GIVEN
from argmap.evaluate._state import State
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
    "needs",  # out or undecided: a claim that it needs is
    "standard",  # out or undecided: it has support, and that does not meet its standard
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
        state: The state that it explains.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._program = state.program
        self._values = state.value
        self._circles = self_supporting(state)
        self._labels: dict[int, Label] = {}
        self._known: dict[int, Reason] = {}

    def label(self, claim: int) -> Label:
        """The claim's label."""
        if claim not in self._labels:
            self._labels[claim] = self._label(claim)
        return self._labels[claim]

    def reason(self, claim: int) -> Reason:
        """The facts that decide the claim's status."""
        if claim not in self._known:
            self._known[claim] = self._reason(claim)
        return self._known[claim]

    def vouching(self, relation: int) -> tuple[str, ...]:
        """The standing sources by which a relation stands; none if it needs none."""
        program, gone = self._program, self._state.gone
        return () if program.base[relation] else tuple(one for one in program.cites[relation] if one not in gone)

    def _label(self, claim: int) -> Label:
        if self._values[claim] != -1:
            return "stands" if self._values[claim] == 1 else "contested"
        if self._refuting(claim):
            return "refuted"
        return "circular" if claim in self._circles else "unsupported"

    def _reason(self, claim: int) -> Reason:
        label = self.label(claim)
        if label == "stands":
            return self._standing(claim)
        if label == "contested":
            return self._contested(claim)
        if label == "refuted":
            return Reason(label, "attacked", self._refuting(claim))
        return self._circular(claim) if label == "circular" else self._unsupported(claim)

    def _unsupported(self, claim: int) -> Reason:
        program = self._program
        failed = tuple(need for need in program.needs[claim] if self._values[need] == -1)
        if failed:
            return Reason("unsupported", "needs", failed)
        if self._state.sure[claim] or any(self._values[ground] != -1 for ground in program.ground[claim]):
            return Reason("unsupported", "standard")
        cause: Cause = "fell" if program.ground[claim] or program.cites[claim] else "nothing"
        return Reason("unsupported", cause, tuple(program.ground[claim]), program.cites[claim])

    def _refuting(self, claim: int) -> tuple[int, ...]:
        """The attacks that stand; one of a conflict refutes a claim only if that has something to stand on."""
        program, state = self._program, self._state
        standing = [attack for attack in program.against[claim] if state.value[attack] == 1]
        if not state.live[claim]:
            standing = [attack for attack in standing if attack not in program.conflicts]
        return tuple(standing)

    def _standing(self, claim: int) -> Reason:
        ground = ground_of(self._state, claim)
        if ground != GIVEN:
            return Reason("stands", "supported", (ground,))
        gone = self._state.gone
        return Reason("stands", "cites", sources=tuple(one for one in self._program.cites[claim] if one not in gone))

    def _contested(self, claim: int) -> Reason:
        open_ones = {
            cause: tuple(node for node in nodes if self._values[node] == 0)
            for cause, nodes in (
                ("open attack", self._program.against[claim]),
                ("needs", self._program.needs[claim]),
                ("open support", () if self._state.given[claim] else self._program.ground[claim]),
            )
        }
        weighed = claim in self._program.standards and not open_ones["open attack"]
        for cause, nodes in open_ones.items():
            if nodes and not (weighed and self._state.sure[claim]):
                return Reason("contested", cause, nodes)  # type: ignore[arg-type] # one of the keys above
        return Reason("contested", "standard")

    def _circular(self, claim: int) -> Reason:
        """The first support that closes the circle: one of its premises is on the same circle."""
        own = self._circles[claim]
        support, premise = next(
            (support, premise)
            for support in self._program.ground[claim]
            for premise in self._program.premises[support - self._program.claims]
            if self._circles.get(premise) is own
        )
        closed = len(own) <= 2 and all(self._inside(one, own) for one in own)  # noqa: PLR2004 - a pair
        return Reason("circular", "circle", (support,), circle=premise, closed=closed)

    def _inside(self, claim: int, circle: list[int]) -> bool:
        """Whether all that ever supported a claim is its circle."""
        premises = self._program.premises
        supports = self._program.ground[claim]
        inside = all(set(premises[support - self._program.claims]) <= set(circle) for support in supports)
        return inside and not self._program.cites[claim]
