"""A claim that nothing supports: no other claim, and no source.

## What it does
Reports each claim at the edge of the map that no claim supports and that cites no source of its own.

## Why
Whatever rests on it rests on nothing, and evaluation counts it as not standing. In a case of history the edge of the
map is where the sources are.

## Example
```argdown
[Fortress fell]: The fortress fell for want of food.
  + [Garrison starved]: The garrison had no bread.
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

from argmap.check.rule import Fault, MapRule
from argmap.check.wording import count
from argmap.model import ArgumentMap


def check(argument_map: ArgumentMap) -> Iterator[Fault]:
    """Leaf claims without a source."""
    resting: dict[str, int] = {}
    for relation in argument_map.relations:
        for premise in relation.premises:
            resting[premise] = resting.get(premise, 0) + 1
    supported = {relation.target for relation in argument_map.relations if relation.kind == "support"}
    for claim in argument_map.claims:
        if claim.citations or claim.id in supported:
            continue
        uses = resting.get(claim.id, 0)
        evidence = (f"{count(uses, 'relation')} {'starts' if uses == 1 else 'start'} from it",) if uses else ()
        yield Fault(
            message=f"[{claim.id}] has neither a supporting claim nor a source",
            line=claim.line,
            evidence=evidence,
            suggestion="Cite a source on it, or support it by a claim that cites one.",
        )


RULE = MapRule(code="MP002", name="claim-unsupported", severity="warning", doc=__doc__, check=check)
