"""What the arguments of a Carneades graph weigh, by the weighing functions of their schemes.

Gordon and Walton, "Formalizing Balancing Arguments" (COMMA 2016); names and keys as Carneades 4 has them. Where a function
looks at which premises stand, an argument counts in several *ways*: each is a set of premises that stand together and what
the argument then weighs, and the weightiest way that stands is what the argument weighs.

    linked (the default)    1 if all premises stand
    convergent              1 if one does
    cumulative              the share of the premises that stand
    constant                the number it gives, if all premises stand; so with all that follow
    even                    one over the number of arguments of the issue
    factorized              the premises of the argument over all premises of the issue's arguments
    preference              by the order of properties of the schemes, the weightiest property first
    criteria                if the hard premises stand: of each property, a premise `property(thing, value)`, what its
                            value is worth; the mean of these by factor. If another position of the issue of that premise
                            stands, its value counts; if none does, the argument weighs nothing

Other functions leave the weight open. So do more than `MOST_WAYS` ways: then a cumulative argument is known to weigh 1 with
all its premises and something with any; one by criteria counts with all its premises only.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from math import prod
from typing import Any

from argmap.model import Relation

Issue = tuple[str, ...]
"""The positions of an issue; of a claim that is not at issue, the claim."""
Way = tuple[tuple[str, ...], float | None]
"""Premises that stand, and what the argument then weighs; None if that is open."""
MOST_WAYS = 255
"""Of one argument: a cumulative one of eight premises has as many."""
MOST_OF_ALL = 20_000
"""Of all cumulative arguments and those by criteria together."""

_BUILT_IN = frozenset({"linked", "convergent", "cumulative", "even", "factorized"})
_HUGE = 1e100
_Place = tuple[tuple[int, str], ...]


class Weighing:
    """The weighing of one graph.

    Args:
        own: What the converter kept of the graph.
        issue_of: The issue of each claim that is at issue.
        arguments: The arguments.
    """

    def __init__(self, own: Mapping[str, Any], issue_of: Mapping[str, Issue], arguments: Iterable[Relation]) -> None:
        self._schemes = {str(one.get("id")): one for one in map(mapping, listed(own.get("argument_schemes"))) if one}
        self._functions = mapping(own.get("weighing_functions"))
        self._issue_of = issue_of
        self._for: dict[str, list[Relation]] = {}
        for argument in arguments:
            self._for.setdefault(argument.target, []).append(argument)
        self._premises: dict[Issue, int] = {}
        self._orders: dict[tuple[Issue, int], dict[_Place, int]] = {}
        self._left = MOST_OF_ALL

    def ways(self, argument: Relation) -> list[Way]:
        """The ways in which an argument counts; none if it weighs nothing whatever stands."""
        function = self._function(argument)
        if function == "convergent":
            return [((one,), 1.0 if argument.weight is None else argument.weight) for one in argument.premises]
        if argument.weight is not None:
            return [(argument.premises, argument.weight)]
        if function == "cumulative":
            return self._cumulative(argument)
        if isinstance(function, dict) and isinstance(function.get("criteria"), dict):
            return self._by_criteria(argument, function["criteria"])
        return [(argument.premises, self._weight(argument, function))]

    def _function(self, argument: Relation) -> object:
        """A built-in one by name, one of the graph's own by what it says; None where nothing is said."""
        scheme = self._schemes.get(argument.scheme or "")
        named = argument.scheme if scheme is None else scheme.get("weight")
        known = self._functions.get(named, named) if isinstance(named, str) else named
        if scheme is None and not isinstance(known, dict) and known not in _BUILT_IN:
            return None
        return known

    def _weight(self, argument: Relation, function: object) -> float | None:
        """What an argument weighs if all its premises stand."""
        issue = self._issue(argument.target)
        if function == "even":
            return 1 / sum(len(self._for.get(position, ())) for position in issue)
        if function == "factorized":
            if issue not in self._premises:
                self._premises[issue] = len({premise for one in self._arguments(issue) for premise in one.premises})
            return len(argument.premises) / self._premises[issue]
        if isinstance(function, dict) and isinstance(constant := function.get("constant"), int | float):
            return min(max(float(constant), 0.0), 1.0)
        if isinstance(function, dict) and isinstance(function.get("preference"), list):
            return self._preference(argument, issue, function)
        return 1.0 if function in (None, "linked") else None

    def _issue(self, claim: str) -> Issue:
        return self._issue_of.get(claim, (claim,))

    def _arguments(self, issue: Issue) -> Iterator[Relation]:
        return (argument for position in issue for argument in self._for.get(position, ()))

    def _may_have(self, ways: int) -> bool:
        """Whether an argument may have so many ways, which are then taken from those that are left."""
        fits = ways <= min(MOST_WAYS, self._left)
        self._left -= ways if fits else 0
        return fits

    def _cumulative(self, argument: Relation) -> list[Way]:
        """Any premises; one is enough where nothing is weighed."""
        premises = argument.premises
        count = len(premises)
        if argument.target not in self._issue_of:
            return [((one,), 1.0) for one in premises]
        if not self._may_have(2**count - 1):
            return [*(((one,), None) for one in premises), (premises, 1.0)]
        sizes = range(count, 0, -1)  # a reason names the first way that stands, which so is the weightiest
        return [(some, size / count) for size in sizes for some in combinations(premises, size)]

    def _by_criteria(self, argument: Relation, criteria: Mapping[str, Any]) -> list[Way]:
        """A way for each choice of what may stand of each property."""
        soft = mapping(criteria.get("soft"))
        if len(soft) > len(argument.premises):
            return []  # a property without a premise
        stated = {one.partition("(")[0].strip(): one for one in reversed(argument.premises)}
        choices = [self._issue(stated[name]) if name in stated else () for name in map(str, soft)]
        if not self._may_have(prod(map(len, choices))):
            return [(argument.premises, None)]
        numbers = {one for one in listed(criteria.get("hard")) if isinstance(one, int)}
        hard = [one for number, one in enumerate(argument.premises) if number in numbers]
        properties = [mapping(one) for one in soft.values()]
        found = [(tuple(dict.fromkeys((*hard, *some))), _mean(properties, some)) for some in product(*choices)]
        return [(premises, weight) for premises, weight in found if weight > 0]

    def _preference(self, argument: Relation, issue: Issue, function: Mapping[str, Any]) -> float:
        """One for the most preferred arguments of the issue, the others evenly below."""
        key = issue, id(function)
        if key not in self._orders:
            places = {self._place(one, function["preference"]) for one in self._arguments(issue)}
            self._orders[key] = {place: number for number, place in enumerate(sorted(places), 1)}
        order = self._orders[key]
        return order[self._place(argument, function["preference"])] / len(order)

    def _place(self, argument: Relation, properties: Sequence[object]) -> _Place:
        """Where an argument stands by each property; nowhere, before all others, if it has none."""
        meta = mapping(self._schemes.get(argument.scheme or "", {}).get("meta"))
        return tuple(
            _rank(str(meta.get(str(one.get("property")), "")), one.get("order")) for one in map(mapping, properties)
        )


def _rank(value: str, order: object) -> tuple[int, str]:
    written = [str(one) for one in listed(order)]
    if written:
        return (written.index(value) + 1 if value in written else 0), ""
    if order == "descending":
        return 0, "".join(chr(0x10FFFF - ord(letter)) for letter in value)
    return 0, value


def _mean(properties: Sequence[Mapping[str, Any]], standing: Sequence[str]) -> float:
    """What the values of the properties in these statements, one of each, are worth."""
    factors = [_number(one.get("factor")) for one in properties]
    worth = [
        _number(mapping(one.get("values")).get(_value(statement)))
        for one, statement in zip(properties, standing, strict=True)
    ]
    total = sum(factor * value for factor, value in zip(factors, worth, strict=True))
    return min(total / sum(factors), 1.0) if total else 0.0


def _value(statement: str) -> str:
    """The value in `property(thing, value)`."""
    return statement.rpartition(",")[2].strip(" )")


def _number(value: object) -> float:
    """A finite number from 0 up; 0 for anything else."""
    return float(value) if isinstance(value, int | float) and 0 <= value <= _HUGE else 0.0


def mapping(value: object) -> dict[str, Any]:
    """A value if it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def listed(value: object) -> list[Any]:
    """A value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []
