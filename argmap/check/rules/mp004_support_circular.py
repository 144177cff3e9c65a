"""Claims that support one another in a circle.

## What it does
Reports each set of claims in which every claim rests, by way of others, on itself. Each circle is reported once.

## Why
A circle carries no weight: each of its claims is as doubtful as before. If it also rests on sources, the sources carry
it and the circle only hides that.

## Example
```argdown
[Fortress fell]: The fortress fell for want of food.
  + [Garrison starved]: The garrison had no bread.
    + [Fortress fell]
```

## Use instead
```argdown
[Fortress fell]: The fortress fell for want of food.
  + [Garrison starved]: The garrison had no bread. {cite: "@berg1999 [12]"}
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.circles import circles
from argmap.check.rule import Fault, MapRule
from argmap.check.wording import listing
from argmap.model import ArgumentMap

_MOST_NAMED = 6


def check(argument_map: ArgumentMap) -> Iterator[Fault]:
    """Strongly connected sets of the support relation."""
    rests_on: dict[str, list[str]] = {claim.id: [] for claim in argument_map.claims}
    for relation in argument_map.relations:
        if relation.kind == "support":
            rests_on.setdefault(relation.target, []).extend(relation.premises)
    order = {claim.id: index for index, claim in enumerate(argument_map.claims)}
    for circle in circles(rests_on):
        members = sorted(circle, key=lambda name: order.get(name, len(order)))
        first = argument_map.claim_of.get(members[0])
        yield Fault(
            message=_message(members),
            line=first.line if first else None,
            evidence=tuple(_cited(argument_map, members)),
            suggestion="Take out the relation that assumes what it should prove, and cite a source instead.",
        )


def _message(members: list[str]) -> str:
    if len(members) == 1:
        return f"[{members[0]}] supports itself"
    named = [f"[{name}]" for name in members[:_MOST_NAMED]]
    more = len(members) - len(named)
    return f"{listing([*named, f'{more} more'] if more else named)} support one another in a circle"


def _cited(argument_map: ArgumentMap, members: list[str]) -> Iterator[str]:
    citing = [name for name in members if (claim := argument_map.claim_of.get(name)) and claim.citations]
    if citing:
        yield f"{listing(f'[{name}]' for name in citing[:_MOST_NAMED])} also cites sources"
    else:
        yield "no claim in the circle cites a source"


RULE = MapRule(code="MP004", name="support-circular", severity="warning", doc=__doc__, check=check)
