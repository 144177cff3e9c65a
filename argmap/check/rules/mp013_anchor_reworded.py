"""A claim's anchor whose sentence was reworded.

## What it does
Reports each anchor whose sentence no longer has the digest written down, and was known by what is left of its words
and by its neighbours.

## Why
The claim was made from other words. It may say what the text no longer says.

## Example
```text
anchor of [Garrison starved]: p1.s2 "The garrison had no bread and no hope of relief."
p1.s2 now reads "The garrison had little bread and no hope of relief."
```

## Use instead
```text
Read the sentence, mend the claim if need be, and renew the anchor: argmap anchor CASE
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.rule import Anchoring, AnchorRule, Fault


def check(anchoring: Anchoring) -> Iterator[Fault]:
    """Anchors found in other words."""
    for anchor in anchoring.anchored:
        if anchor.reworded and anchor.sentence is not None:
            yield Fault(
                message=f"the sentence of an anchor of [{anchor.claim}], {anchor.sentence}, was reworded",
                sentence=anchor.sentence,
                suggestion="Read it as it now stands, mend the claim if need be, then renew the anchor.",
            )


RULE = AnchorRule(code="MP013", name="anchor-reworded", severity="warning", doc=__doc__, check=check)
