"""A claim that has a title and says nothing.

## What it does
Reports each claim of a map without text: the title is used, but nowhere is it said what is claimed.

## Why
A title like [Logistics] can be neither supported nor rebutted. Or it is a misspelt reference to another claim, and
the relation now hangs on nothing. In a map of titles only, a sketch, nothing is reported.

## Example
```argdown
[Fortress fell]: The fortress fell for want of food.
  + [Garison starved]

[Garrison starved]: The garrison had no bread. {cite: "@berg1999 [12]"}
```

## Use instead
```argdown
[Fortress fell]: The fortress fell for want of food.
  + [Garrison starved]

[Garrison starved]: The garrison had no bread. {cite: "@berg1999 [12]"}
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.rule import Fault, MapRule
from argmap.check.wording import nearest
from argmap.model import ArgumentMap


def check(argument_map: ArgumentMap) -> Iterator[Fault]:
    """Claims with an empty text, unless all are."""
    told = [claim.id for claim in argument_map.claims if claim.text.strip()]
    if not told:
        return
    for claim in argument_map.claims:
        if claim.text.strip():
            continue
        near = nearest(claim.id, told)
        yield Fault(
            message=f"[{claim.id}] has no text",
            line=claim.line,
            suggestion=f"Did you mean [{near[0]}]?" if near else "Say in a sentence what is claimed.",
        )


RULE = MapRule(code="MP006", name="claim-without-text", severity="warning", doc=__doc__, check=check)
