"""A claim's anchor whose words now stand elsewhere.

## What it does
Reports each anchor whose sentence was found under another number than the one written down.

## Why
Nothing is wrong: sentences were put in or taken out before it, and the anchor was found by its words. It is said so
that the numbers can be brought up to date.

## Example
```text
anchor of [Garrison starved]: p1.s2 "The garrison had no bread."
the same words are now p1.s3
```

## Use instead
```text
anchor of [Garrison starved]: p1.s3 "The garrison had no bread."
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.rule import Anchoring, AnchorRule, Fault


def check(anchoring: Anchoring) -> Iterator[Fault]:
    """Anchors found at another place."""
    for anchor in anchoring.anchored:
        if anchor.moved and anchor.sentence is not None and not anchor.reworded:
            yield Fault(
                message=f"the words of an anchor of [{anchor.claim}] now stand in {anchor.sentence}",
                sentence=anchor.sentence,
                suggestion="Bring anchors.json up to date.",
            )


RULE = AnchorRule(code="MP011", name="anchor-moved", severity="info", doc=__doc__, check=check)
