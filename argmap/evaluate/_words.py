"""Reasons in words: one sentence, names of claims in brackets, names of sources as they are cited."""

from collections.abc import Callable, Sequence

from argmap.evaluate._reasons import Reason, Reasons
from argmap.evaluate._state import State
from argmap.evaluate.balancing import WAY_OF
from argmap.model import Relation

_MOST = 3
"""Names in one list; the others are counted."""
_TWO = 2
_BUT = ", and no other support of it stands"


class Words:
    """Puts the reasons of one evaluation into words.

    Args:
        reasons: The reasons.
        relations: The map's; those made of one argument (`balancing`) count as one.
        names: The claims' ids.
        state: The model.
        before: The model without any rejection: it tells what fell from what never stood.
        blame: For a source that fell: the rejected ones it is derived from; none if it is rejected itself.
    """

    def __init__(
        self,
        reasons: Reasons,
        relations: Sequence[Relation],
        names: Sequence[str],
        state: State,
        before: list[int],
        *,
        blame: Callable[[str], Sequence[str]],
    ) -> None:
        self._reasons = reasons
        self._relations = relations
        self._program = state.program
        self._names = names
        self._values = state.value
        self._before = before
        self._blame = blame
        self._attackers: dict[int, set[int]] = {}

    def why(self, claim: int) -> str:
        """The reason for one claim's status."""
        reason = self._reasons.reason(claim)
        say = {
            "cites": self._stands,
            "supported": self._stands,
            "attacked": self._refuted,
            "open attack": self._contested_attack,
            "open support": self._contested_support,
            "circle": self._circular,
            "fell": self._fell,
            "nothing": self._nothing,
            "needs": self._needs,
            "standard": self._standard,
        }
        return say[reason.cause](claim, reason)

    def _stands(self, claim: int, reason: Reason) -> str:
        if reason.cause == "cites":
            support = f"it cites {_list(reason.sources)}" if reason.sources else "it is granted"
        else:
            support = f"supported by {self._support(reason.relations[0])}"
        against = "nothing that attacks it stands" if self._program.against[claim] else "nothing attacks it"
        return f"stands: {support}, and {against}"

    def _needs(self, _claim: int, reason: Reason) -> str:
        premise = self._of(reason.relations[0])[0]
        if reason.label == "contested":
            return f"contested: it needs {self._name(premise)}, and nothing decides whether that stands"
        return f"{reason.label}: it needs {self._name(premise)}, which {self._state(premise)}"

    def _standard(self, claim: int, reason: Reason) -> str:
        standard = self._program.standard(claim)
        if standard.name == "corroborated":
            asked = f"support that goes back to {int(standard.numbers[0])} independent roots"
        else:
            asked = f"the standard of {standard.name.replace('-', ' ')}"
        if reason.label == "contested":
            return f"contested: it has support, and nothing decides whether that meets {asked}"
        return f"{reason.label}: it has support, but not what it must have: {asked}"

    def _support(self, relation: int) -> str:
        """The premises of a standing support, a single one with what it rests on."""
        premises = self._of(relation)
        vouching = self._reasons.vouching(relation)
        step = f", by a step that cites {_list(vouching)}" if vouching else ""
        if len(premises) != 1:
            return f"{self._all(premises)}{' together' if premises else ''}{step}"
        reason = self._reasons.reason(premises[0])
        rests = f"cites {_list(reason.sources)}" if reason.sources else "stands"
        return f"{self._name(premises[0])}, which {rests}{step}"

    def _refuted(self, _claim: int, reason: Reason) -> str:
        attackers = self._of(reason.relations[0])
        if not attackers and not self._program.is_drawn(reason.relations[0]):
            return f"refuted: {self._entailed(reason.relations[0])} is attacked by what stands"
        others = len(self._ways(reason.relations)) - 1
        more = f", and {_count(others, 'other attack')} too" if others else ""
        if len(attackers) <= 1:
            return f"refuted: {self._all(attackers)} attacks it and stands{more}"
        return f"refuted: {self._all(attackers)} together attack it and all stand{more}"

    def _contested_attack(self, claim: int, reason: Reason) -> str:
        for attack in reason.relations:
            attackers = self._of(attack)
            if attackers == (claim,):
                return "contested: it attacks itself"
            if len(attackers) == 1 and self._attacks(claim, attackers[0]):
                return f"contested: it and {self._name(attackers[0])} attack each other and nothing decides"
        attackers = self._of(reason.relations[0])
        if not attackers and not self._program.is_drawn(reason.relations[0]):
            return f"contested: {self._entailed(reason.relations[0])} is attacked, and nothing decides that attack"
        verb = "attacks" if len(attackers) <= 1 else "together attack"
        return f"contested: {self._all(attackers)} {verb} it, and {self._undecided(reason.relations[0])}"

    def _entailed(self, attack: int) -> str:
        """The claim whose attackers this attack passes on."""
        program = self._program
        node = program.relation[attack - program.claims] + program.claims
        return f"{self._name(program.target[node - program.claims])}, which it entails,"

    def _attacks(self, claim: int, other: int) -> bool:
        """Whether the claim alone, in an attack that is open, attacks the other."""
        if other not in self._attackers:
            found = (self._of(attack) for attack in self._program.against[other] if self._values[attack] == 0)
            self._attackers[other] = {premises[0] for premises in found if len(premises) == 1}
        return claim in self._attackers[other]

    def _contested_support(self, _claim: int, reason: Reason) -> str:
        support = reason.relations[0]
        return f"contested: supported by {self._all(self._of(support))}, and {self._undecided(support)}"

    def _undecided(self, relation: int) -> str:
        """What leaves a relation undecided."""
        premises = [premise for premise in self._of(relation) if self._values[premise] == 0]
        if premises:
            return f"nothing decides whether {self._name(premises[0])} stands"
        cut = next(cut for cut in self._program.against[relation] if self._values[cut] == 0)
        return f"nothing decides whether {self._all(self._of(cut))} undercuts that"

    def _circular(self, claim: int, reason: Reason) -> str:
        other = reason.circle if reason.circle is not None else claim
        if other == claim:
            return f"circular: it supports {'only ' if reason.closed else ''}itself{_BUT * (not reason.closed)}"
        if reason.closed:
            return f"circular: {self._all((claim, other))} only support each other"
        if len(self._program.ground[claim]) == 1 and not self._program.cites[claim]:
            return f"circular: its only support is {self._name(other)}, which rests on it in turn"
        return f"circular: {self._name(other)} supports it and rests on it in turn{_BUT}"

    def _nothing(self, _claim: int, _reason: Reason) -> str:
        return "unsupported: it has neither support nor source"

    def _fell(self, claim: int, reason: Reason) -> str:
        start = "falls" if self._before[claim] == 1 else "unsupported"
        if not reason.relations:
            return f"{start}: it cites only {self._gone(reason.sources)}"
        supports = self._ways(reason.relations)
        if len(supports) == 1 and not reason.sources:
            return f"{start}: its only support is {self._failure(supports[0])}"
        parts = [f"{source} {self._fate((source,), 'is')}" for source in reason.sources[:_MOST]]
        parts += [self._short_failure(support) for support in supports[: max(_MOST - len(parts), 1)]]
        total = len(supports) + len(reason.sources)
        more = f", and {total - len(parts)} more" if total > len(parts) else ""
        none = "neither" if total == _TWO else "none"
        return f"{start}: {none} of its {total} supports stands: {', '.join(parts)}{more}"

    def _ways(self, relations: Sequence[int]) -> list[list[int]]:
        """Relations by the arguments that they are ways of."""
        ways: dict[object, list[int]] = {}
        for node in relations:
            relation = self._relations[self._program.relation[node - self._program.claims]]
            ways.setdefault(relation.data.get(WAY_OF, node), []).append(node)
        return list(ways.values())

    def _gone(self, sources: Sequence[str]) -> str:
        return f"{_list(sources)}, {self._fate(sources, 'which is', 'both' if len(sources) == _TWO else 'all')}"

    def _fate(self, sources: Sequence[str], one: str, many: str = "") -> str:
        """What became of sources that do not stand: rejected, or fallen with those they are derived from."""
        verb = one if len(sources) == 1 else many
        blamed = {source: self._blame(source) for source in sources}
        roots = list(dict.fromkeys(root for some in blamed.values() for root in some))
        if not roots:
            return f"{verb} rejected"
        either = "" if all(blamed.values()) else "rejected or "
        return f"{verb} {either}derived from {_list(roots)}, which {'is' if len(roots) == 1 else 'are'} rejected"

    def _failure(self, ways: list[int]) -> str:
        """Why the only support of a claim does not stand."""
        if len(ways) > 1:
            return self._failed_ways(ways, "an argument by any of {}, none of which stands", self._broken_step)
        return self._failed_step(ways[0])

    def _short_failure(self, ways: list[int]) -> str:
        if len(ways) > 1:
            return self._failed_ways(ways, "none of {} stands", self._broken)
        failed = self._failed(ways[0])
        return f"{self._name(failed[0])} {self._state(failed[0])}" if failed else self._broken(ways[0])

    def _failed_ways(self, ways: list[int], none: str, broken: Callable[[int], str]) -> str:
        """Why no way of an argument stands."""
        whole = next((way for way in ways if not self._failed(way)), None)
        if whole is not None:
            return broken(whole)
        premises = dict.fromkeys(premise for way in ways for premise in self._of(way))
        if all(self._values[premise] == -1 for premise in premises):
            return none.format(self._all(tuple(premises)))
        return none.format(f"{len(ways)} combinations of premises")

    def _failed(self, relation: int) -> list[int]:
        return [premise for premise in self._of(relation) if self._values[premise] == -1]

    def _failed_step(self, support: int) -> str:
        premises, failed = self._of(support), self._failed(support)
        if failed and len(premises) == 1:
            return self._failed_premise(failed[0])
        if failed:
            return f"{self._all(premises)} together, and {self._name(failed[0])} {self._state(failed[0])}"
        return self._broken_step(support)

    def _broken_step(self, support: int) -> str:
        return f"{self._all(self._of(support))}, and {self._broken(support)}"

    def _failed_premise(self, premise: int) -> str:
        reason = self._reasons.reason(premise)
        name = self._name(premise)
        if reason.cause == "nothing":
            return f"{name}, which has neither support nor source"
        if reason.cause == "fell" and not reason.relations:
            cited = _list(reason.sources)
            return f"{name}, which cites {cited}; {cited} {self._fate(reason.sources, 'is', 'are')}"
        return f"{name}, which {self._state(premise)}"

    def _broken(self, support: int) -> str:
        """Why a support does not stand although its premises do."""
        cut = next((cut for cut in self._program.against[support] if self._values[cut] == 1), None)
        if cut is None:
            cited = self._program.cites[support]
            return f"the step from {self._all(self._of(support))} cites only {self._gone(cited)}"
        verb = "undercuts" if len(self._of(cut)) <= 1 else "together undercut"
        return f"{self._all(self._of(cut))} {verb} the inference from {self._all(self._of(support))}"

    def _state(self, claim: int) -> str:
        label = self._reasons.label(claim)
        return "does not stand" if label == "unsupported" else f"is {label}"

    def _of(self, relation: int) -> tuple[int, ...]:
        return self._program.premises[relation - self._program.claims]

    def _name(self, claim: int) -> str:
        return f"[{self._names[claim]}]"

    def _all(self, claims: Sequence[int]) -> str:
        return _list([self._name(claim) for claim in claims]) if claims else "an inference without premises"


def _list(names: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and 3 more`."""
    if len(names) > _MOST:
        return f"{', '.join(names[: _MOST - 1])} and {len(names) - _MOST + 1} more"
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else "nothing"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
