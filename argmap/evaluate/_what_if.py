"""A map that stays compiled while sources are rejected and taken back."""

from collections.abc import Callable, Iterable
from functools import cached_property, partial
from typing import Any

from argmap.errors import UnknownNameError
from argmap.evaluate._budget import Budget
from argmap.evaluate._changes import Changes
from argmap.evaluate._changes import Effect as Numbered
from argmap.evaluate._compile import program_of
from argmap.evaluate._effects import Effects, Limits
from argmap.evaluate._minimal import Solver, Toppling, holding
from argmap.evaluate._origins import origins_of
from argmap.evaluate._proof import Proofs
from argmap.evaluate._reading import DEFAULT, Reading
from argmap.evaluate._reasons import Reasons
from argmap.evaluate._state import STATUS, State
from argmap.evaluate._words import Words
from argmap.model import (
    ArgumentMap,
    ClaimStatus,
    Effect,
    Element,
    Evaluation,
    Label,
    Proof,
    Robustness,
    Sensitivity,
    SourceEffect,
    SourceSet,
    Status,
)

_MOST_NAMES = 2_000_000
"""Names in all effects of one answer together."""
_MOST_WORK = 3_000_000
"""Changes looked at for all effects of one answer together, beside 40 for each claim and relation: some seconds."""

_Told = tuple[Changes, Callable[[int], dict[str, Any]], bool]
"""The changes of rejections, what says which rejection one is, and whether all of them are there."""
_Ask = Callable[[Effects], _Told]


class WhatIf:
    """What stands in a map, for one rejection after another: only what a change reaches is computed again.

    Not safe to use from several threads at once.

    Args:
        argument_map: The map.
        reject: Ids of the sources to leave out at first.
        reading: How the map is read.

    Attributes:
        rejected: The rejected sources, in the order given.
        known: The sources of the map, those only cited, and those only derived from, as keys.
        state: The model behind it, for this package only.

    Raises:
        UnknownNameError, WrongStandardError: As `evaluate`.
    """

    def __init__(self, argument_map: ArgumentMap, reject: Iterable[str] = (), *, reading: Reading = DEFAULT) -> None:
        self._map = argument_map
        self._reading = reading
        self._ids = [claim.id for claim in argument_map.claims]
        self._origins = origins_of(argument_map)
        self.known = self._origins.known
        self.rejected = self._origins.checked(reject)
        self.state = State(program_of(argument_map, reading), self._origins, self.rejected, reading)
        self._numbers: dict[str, int] | None = None
        self._first: list[int] | None = None if self.rejected else list(self.state.value)
        self._fresh: State | None = self.state

    def reject(self, sources: Iterable[str]) -> dict[str, Status]:
        """Let exactly these sources be rejected.

        Returns:
            The claims whose status changed, with the new one.

        Raises:
            UnknownNameError: If one is not known.
        """
        self.rejected = self._origins.checked(sources)
        self._fresh = None
        changed = self.state.reject(self.rejected)
        value = self.state.value
        news = {
            self._ids[node]: STATUS[value[node]]
            for node, old in sorted(changed.items())
            if node < len(self._ids) and old != value[node]
        }
        self.state.keep()
        return news

    def toggle(self, source: str) -> dict[str, Status]:
        """Reject a source, or take its rejection back; as `reject`."""
        others = tuple(one for one in self.rejected if one != source)
        return self.reject(others if len(others) < len(self.rejected) else (*others, source))

    @property
    def statuses(self) -> dict[str, Status]:
        """The status of every claim."""
        return {name: STATUS[value] for name, value in zip(self._ids, self.state.value, strict=False)}

    @property
    def labels(self) -> dict[str, Label]:
        """The label of every claim."""
        reasons = Reasons(self.state)
        return {name: reasons.label(number) for number, name in enumerate(self._ids)}

    @property
    def exact(self) -> bool:
        """Whether the statuses are decided; False once a corroborated claim was too hard to decide."""
        return self.state.exact

    def claim_statuses(self, claims: Iterable[str] | None = None) -> tuple[ClaimStatus, ...]:
        """The statuses of some claims, or of all, with their labels and reasons.

        Raises:
            UnknownNameError: If one of them is not in the map.
        """
        state = self._anew()
        numbers = range(len(self._ids)) if claims is None else [self._claim(name) for name in claims]
        reasons = Reasons(state)
        blame = partial(self._origins.blame, rejected=frozenset(self.rejected))
        words = Words(reasons, self._map.relations, self._ids, state, self._before(), blame=blame)
        return tuple(
            ClaimStatus(
                id=self._ids[number],
                status=STATUS[state.value[number]],
                label=reasons.label(number),
                why=words.why(number),
            )
            for number in numbers
        )

    def holds_otherwise(self) -> tuple[str, ...]:
        """The claims that still stand although a source that they cite, or a support of theirs, has fallen."""
        state, program = self.state, self.state.program
        before, now = self._before(), state.value
        return tuple(
            name
            for claim, name in enumerate(self._ids)
            if before[claim] == now[claim] == 1
            and (
                any(source in state.gone for source in program.cites[claim])
                or any(before[ground] == 1 != now[ground] for ground in program.ground[claim])
            )
        )

    def evaluation(self, *, effects: bool = True) -> Evaluation:
        """All statuses with their labels and reasons, and what falls with each source if that is wanted."""
        sources, complete = self._source_effects() if effects else ((), True)
        why = "" if self.exact else "some corroborated claims were too hard to decide"
        if not complete:
            why = f"what falls is listed for {len(sources):,} of {len(self._origins.bearing):,} sources: there is too much"
        return Evaluation(
            exact=self.exact and complete,
            why=why,
            rejected=self.rejected,
            claims=self.claim_statuses(),
            sources=sources,
        )

    def _anew(self) -> State:
        """The state as found in one go, so that which of several reasons is told does not hang on what was rejected before."""
        if self._fresh is None:
            self._fresh = State(self.state.program, self._origins, self.rejected, self._reading)
        return self._fresh

    def _before(self) -> list[int]:
        """The values without any rejection."""
        if self._first is None:
            self._first = list(State(self.state.program, self._origins, (), self._reading).value)
        return self._first

    def _source_effects(self) -> tuple[tuple[SourceEffect, ...], bool]:
        bearing = self._bearing()
        changes = Effects(self.state, self._limits(Budget())).of_sources(bearing)
        found = (
            SourceEffect(id=source, **self._named(effect)) for source, effect in zip(bearing, changes, strict=False)
        )
        return tuple(found), len(changes) == len(bearing)

    def _bearing(self) -> list[str]:
        """The sources whose rejection can change anything, in order."""
        return [source for source in self.known if source in self._origins.bearing]

    def _limits(self, clock: Budget) -> Limits:
        return Limits(names=_MOST_NAMES, work=_MOST_WORK + 40 * self.state.program.size, clock=clock)

    def _named(self, effect: Numbered) -> dict[str, tuple[str, ...]]:
        return {
            "topples": self._names(effect.lost),
            "gains": self._names(effect.gained),
            "contests": self._names(effect.contested),
        }

    def _names(self, claims: Iterable[int]) -> tuple[str, ...]:
        return tuple(map(self._ids.__getitem__, claims))

    # Sensitivity

    def sensitivity(
        self, of: Iterable[Element] = ("source", "note", "claim"), *, budget: float | None = None
    ) -> Sensitivity:
        """What any single rejection more would do; see `argmap.evaluate.sensitivity`."""
        clock, wanted = Budget(budget), tuple(of)
        effects = Effects(self.state, self._limits(clock))
        asked: dict[Element, _Ask] = {"source": self._of_sources, "note": self._of_notes, "claim": self._of_claims}
        found: list[Effect] = []
        for ask in (ask for kind, ask in asked.items() if kind in wanted):
            changes, made, complete = ask(effects)
            found += (Effect(**made(number), **self._named(changes[number])) for number in changes.telling)
            if not complete:
                why = "the time for it was spent" if clock.is_over() else "there are too many effects to list"
                return Sensitivity(rejected=self.rejected, exact=False, why=why, effects=tuple(found))
        return Sensitivity(rejected=self.rejected, exact=self.state.exact, effects=tuple(found))

    def _of_sources(self, effects: Effects) -> _Told:
        bearing = self._bearing()
        changes = effects.of_sources(bearing)
        return changes, lambda number: {"kind": "source", "source": bearing[number]}, len(changes) == len(bearing)

    def _of_notes(self, effects: Effects) -> _Told:
        changes, notes = effects.of_notes()
        sources, program = list(self.state.program.sources), self.state.program

        def made(number: int) -> dict[str, Any]:
            node, note = int(notes.node[number]), {"kind": "note", "source": sources[notes.source[number]]}
            if node < program.claims:
                return {**note, "claim": self._ids[node]}
            return {**note, "relation": self._map.relations[program.relation[node - program.claims]].id}

        return changes, made, len(changes) == len(notes.node)

    def _of_claims(self, effects: Effects) -> _Told:
        changes = effects.of_claims()
        return changes, lambda number: {"kind": "claim", "claim": self._ids[number]}, len(changes) == len(self._ids)

    # Proofs and minimal sets

    def _claim(self, name: str) -> int:
        if self._numbers is None:
            self._numbers = {one: number for number, one in enumerate(self._ids)}
        if name not in self._numbers:
            raise UnknownNameError("claim", name, self._numbers)
        return self._numbers[name]

    def proof(self, claim: str) -> Proof:
        """The part of the map that a claim's status rests on.

        Raises:
            UnknownNameError: If there is no such claim.
        """
        number = self._claim(claim)
        part, minimal = Proofs(self._anew()).least(number)
        return Proof(
            claim=claim,
            status=STATUS[self.state.value[number]],
            claims=self._names(sorted(part.claims)),
            relations=tuple(self._map.relations[relation].id for relation in sorted(part.relations)),
            sources=tuple(source for source in self.known if source in part.sources),
            minimal=minimal,
        )

    def minimal_sets(
        self, claims: Iterable[str] | None = None, *, budget: float | None = 30.0, solver: Solver = "auto"
    ) -> tuple[Robustness, ...]:
        """What topples claims, and what holds them; see `argmap.evaluate.minimal_sets`."""
        clock = Budget(budget)
        if claims is None:
            numbers = [number for number in range(len(self._ids)) if self.state.value[number] == 1]
        else:
            numbers = [self._claim(name) for name in claims]
        return tuple(self._robustness(number, clock, solver) for number in numbers)

    @cached_property
    def _place_of(self) -> dict[str, int]:
        """Of each source: its place among all."""
        return {source: place for place, source in enumerate(self.known)}

    def _robustness(self, claim: int, clock: Budget, solver: Solver) -> Robustness:
        name = self._ids[claim]
        toppling = Toppling(self.state, claim, frozenset(self.rejected), clock)
        found = toppling.all(solver)
        if self.state.value[claim] != 1:
            return Robustness(claim=name, robustness=0)
        held = holding(found.sets, clock.is_over) if found.complete else None
        order = self._place_of
        sets = []
        for roots in found.sets:
            back = toppling.brought_back(roots)
            sets.append(
                SourceSet(
                    sources=tuple(sorted(roots, key=order.__getitem__)),
                    brought_back_by=None if back is None else tuple(sorted(back, key=order.__getitem__)),
                )
            )
        return Robustness(
            claim=name,
            robustness=len(found.sets[0]) if found.sets else None,
            toppled_by=tuple(sets),
            held_by=tuple(tuple(sorted(roots, key=order.__getitem__)) for roots in held or () if found.sets),
            exact=found.complete and held is not None,
            why=found.why or ("" if held is not None else "more sets hold it than can be listed"),
        )
