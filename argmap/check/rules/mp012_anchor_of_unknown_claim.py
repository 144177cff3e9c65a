"""An anchor for a claim that the map does not have.

## What it does
Reports each claim id in anchors.json that is the title of no claim in the map.

## Why
The claim was renamed or deleted, and the page cannot show the place of a claim that is not there.

## Example
```text
map:    [Garrison starved]: The garrison had no bread.
anchor: [Garrison hungry]
```

## Use instead
```text
map:    [Garrison starved]: The garrison had no bread.
anchor: [Garrison starved]
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.rule import Anchoring, AnchorRule, Fault
from argmap.check.wording import nearest


def check(anchoring: Anchoring) -> Iterator[Fault]:
    """Anchored claim ids unknown to the map, each once."""
    known = anchoring.map.claim_of
    for name in dict.fromkeys(anchor.claim for anchor in anchoring.anchored):
        if name in known:
            continue
        near = nearest(name, known)
        yield Fault(
            message=f"the map has no claim [{name}], for which there is an anchor",
            suggestion=f"Did you mean [{near[0]}]?"
            if near
            else "Correct the title in anchors.json, or delete the anchor.",
        )


RULE = AnchorRule(code="MP012", name="anchor-of-unknown-claim", severity="warning", doc=__doc__, check=check)
