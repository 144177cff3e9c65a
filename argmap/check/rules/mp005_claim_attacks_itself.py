"""A claim that attacks itself.

## What it does
Reports each rebuttal whose premises include its own target.

## Why
Such a claim can neither stand nor fall. Almost always a title was mistaken for another.

## Example
```argdown
[Fortress fell]: The fortress fell for want of food.
  - [Fortress fell]
```

## Use instead
```argdown
[Fortress fell]: The fortress fell for want of food.
  - [Stores full]: The stores were found full after the siege. {cite: "@dahl2003 [40]"}
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.rule import Fault, MapRule
from argmap.model import ArgumentMap


def check(argument_map: ArgumentMap) -> Iterator[Fault]:
    """Attacks with the target among the premises."""
    for relation in argument_map.relations:
        if relation.kind != "attack" or relation.target not in relation.premises:
            continue
        claim = argument_map.claim_of.get(relation.target)
        yield Fault(
            message=f"[{relation.target}] attacks itself",
            line=relation.line or (claim.line if claim else None),
            suggestion="Name the claim that is meant to attack it.",
        )


RULE = MapRule(code="MP005", name="claim-attacks-itself", severity="warning", doc=__doc__, check=check)
