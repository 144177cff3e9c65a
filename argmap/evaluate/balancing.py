"""Argument graphs of Carneades, as a map that this package evaluates.

Gordon and Walton, "Formalizing Balancing Arguments" (COMMA 2016). In such a graph the positions of an issue compete by the
weights of the arguments for them, each of which is computed by a weighing function; assumptions stand as they are. The
converter keeps issues, assumptions and functions in `data["carneades"]` and does not interpret them. Here an argument for
a position attacks its rivals with its weight; positions must meet the standard of their issue, preponderance if it names
none; what is assumed is granted.

Weighing functions that are known, as an argument's scheme or by the scheme's `weight`:

    linked (the default), convergent    1; a convergent argument is one for every premise
    constant                            the number it gives
    even                                one over the number of arguments of the issue
    factorized                          the premises of the argument over all premises of the issue's arguments
    preference                          by the order of properties of the schemes, the weightiest property first

Others (criteria, cumulative, and whatever is written in Prolog) leave a weight open: where a claim's standing hangs on it,
it is contested. Arguments that Carneades itself would generate from schemes are not there.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from argmap.model import ArgumentMap, MapClaim, Relation

_NEGATION = "negation"
_Place = tuple[tuple[int, str], ...]
_MOST_POSITIONS = 20
"""Of an issue whose positions compete, as the converter has it, which tells of others."""


def is_argument_graph(argument_map: ArgumentMap) -> bool:
    """Whether a map was read from an argument graph that says anything of its evaluation."""
    own = argument_map.data.get("carneades")
    return isinstance(own, dict) and any(own.get(key) for key in ("assumptions", "issues", "issue_schemes"))


def balanced(argument_map: ArgumentMap) -> ArgumentMap:
    """The same claims, with the relations, weights and standards that the graph means."""
    return _Graph(argument_map).balanced()


class _Graph:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._own = _mapping(argument_map.data.get("carneades"))
        self._assumed = {one for one in _listed(self._own.get("assumptions")) if isinstance(one, str)}
        self._assumed |= {one.id for one in argument_map.claims if _mapping(one.data.get("carneades")).get("assumed")}
        self._issues = [issue for issue in self._positions() if len(issue) <= _MOST_POSITIONS]
        self._issue_of = {claim: issue for issue in self._issues for claim in issue}
        self._arguments = [one for one in argument_map.relations if one.kind == "support"]
        self._for: dict[str, list[Relation]] = {}
        for argument in self._arguments:
            self._for.setdefault(argument.target, []).append(argument)
        self._premises: dict[tuple[str, ...], set[str]] = {}
        self._orders: dict[tuple[tuple[str, ...], int], dict[_Place, int]] = {}
        self._schemes = {
            str(one.get("id")): one for one in map(_mapping, _listed(self._own.get("argument_schemes"))) if one
        }
        self._functions = _mapping(self._own.get("weighing_functions"))

    def _positions(self) -> Iterator[tuple[str, ...]]:
        known = self._map.claim_of
        for issue in _mapping(self._own.get("issues")).values():
            yield tuple(one for one in _listed(_mapping(issue).get("positions")) if one in known)
        if _NEGATION in _mapping(self._own.get("issue_schemes")):
            yield from ((claim, f"¬{claim}") for claim in known if f"¬{claim}" in known)

    def balanced(self) -> ArgumentMap:
        relations: list[Relation] = []
        for argument in self._arguments:
            weight = self._weight(argument)
            convergent = argument.scheme == "convergent" and len(argument.premises) > 1
            for premises in [(one,) for one in argument.premises] if convergent else [argument.premises]:
                self._argue(argument, premises, weight, relations)
        issued = {pair for issue in self._issues for pair in ((a, b) for a in issue for b in issue)}
        relations += [
            one
            for one in self._map.relations
            if one.kind == "attack" and not (len(one.premises) == 1 and (one.premises[0], one.target) in issued)
        ]
        return self._map.model_copy(
            update={"claims": tuple(map(self._claim, self._map.claims)), "relations": tuple(relations)}
        )

    def _claim(self, claim: MapClaim) -> MapClaim:
        bare = claim.form == "argument" and "argument" in _mapping(claim.data.get("carneades"))
        if claim.id in self._assumed or bare:
            return claim.model_copy(update={"standard": None, "data": {**claim.data, "granted": True}})
        if claim.id in self._issue_of:
            return claim.model_copy(update={"standard": claim.standard or "preponderance"})
        return claim

    def _argue(
        self, argument: Relation, premises: tuple[str, ...], weight: float | None, found: list[Relation]
    ) -> None:
        """One argument: for its conclusion, and against the rivals of it; what undercuts it undercuts all of these."""
        rivals = [one for one in self._issue_of.get(argument.target, ()) if one != argument.target]
        steps = [("support", argument.target), *(("attack", one) for one in rivals if one not in self._assumed)]
        for kind, target in steps:
            update = {
                "id": f"{argument.id}.{len(found)}",
                "kind": kind,
                "premises": premises,
                "target": target,
                "weight": weight,
                "data": {**argument.data, "conflict": "directed"},
            }
            step = argument.model_copy(update=update)
            found.append(step)
            found += [
                cut.model_copy(update={"id": f"{cut.id}.{len(found)}", "target": step.id})
                for cut in self._map.into.get(argument.id, ())
            ]

    # Weights

    def _weight(self, argument: Relation) -> float | None:
        if argument.weight is not None:
            return argument.weight
        issue = self._issue_of.get(argument.target, (argument.target,))
        function = self._function(argument)
        if function == "even":
            return 1 / sum(len(self._for.get(position, ())) for position in issue)
        if function == "factorized":
            if issue not in self._premises:
                self._premises[issue] = {premise for one in self._arguments_of(issue) for premise in one.premises}
            return len(argument.premises) / len(self._premises[issue])
        if isinstance(function, dict) and isinstance(constant := function.get("constant"), int | float):
            return min(max(float(constant), 0.0), 1.0)
        if isinstance(function, dict) and isinstance(function.get("preference"), list):
            return self._preference(argument, issue, function)
        return 1.0 if function in (None, "linked", "convergent") else None

    def _function(self, argument: Relation) -> object:
        """A built-in one by name, one of the graph's own by what it says; None where nothing is said."""
        scheme = self._schemes.get(argument.scheme or "")
        named = argument.scheme if scheme is None else scheme.get("weight")
        known = self._functions.get(named, named) if isinstance(named, str) else named
        unknown_scheme = scheme is None and known not in {"linked", "convergent", "even", "factorized", "cumulative"}
        return None if unknown_scheme and not isinstance(known, dict) else known

    def _arguments_of(self, issue: tuple[str, ...]) -> Iterator[Relation]:
        return (argument for position in issue for argument in self._for.get(position, ()))

    def _preference(self, argument: Relation, issue: tuple[str, ...], function: Mapping[str, Any]) -> float:
        """One for the most preferred arguments of the issue, the others evenly below."""
        key = issue, id(function)
        if key not in self._orders:
            places = {self._place(one, function["preference"]) for one in self._arguments_of(issue)}
            self._orders[key] = {place: number for number, place in enumerate(sorted(places), 1)}
        order = self._orders[key]
        return order[self._place(argument, function["preference"])] / len(order)

    def _place(self, argument: Relation, properties: Sequence[object]) -> _Place:
        """Where an argument stands by each property; nowhere, before all others, if it has none."""
        meta = _mapping(self._schemes.get(argument.scheme or "", {}).get("meta"))
        return tuple(
            _rank(str(meta.get(str(one.get("property")), "")), one.get("order")) for one in map(_mapping, properties)
        )


def _rank(value: str, order: object) -> tuple[int, str]:
    listed = [str(one) for one in _listed(order)]
    if listed:
        return (listed.index(value) + 1 if value in listed else 0), ""
    if order == "descending":
        return 0, "".join(chr(0x10FFFF - ord(letter)) for letter in value)
    return 0, value


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
