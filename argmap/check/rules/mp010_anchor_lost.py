"""A claim's anchor whose words are nowhere in the text any more.

## What it does
Reports each anchor whose sentence is found neither by the digest of its words nor by what is left of them. If none of several anchors is
found, this is said once: the text is then another one than the anchors were made for.

## Why
The sentence was rewritten or cut. The claim may no longer be what the text says, and the page cannot show its place.

## Example
```text
anchor of [Garrison starved]: p1.s2 "The garrison had no bread."
p1.s2 now reads "Hunger had long been at work within the walls."
```

## Use instead
```text
Read the new sentence, mend the claim if need be, and make the anchor again.
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.rule import Anchoring, AnchorRule, Fault
from argmap.check.wording import listing

_MOST_NAMED = 6


def check(anchoring: Anchoring) -> Iterator[Fault]:
    """Anchors without a place."""
    lost = list(dict.fromkeys(anchor.claim for anchor in anchoring.anchored if anchor.sentence is None))
    if len(anchoring.anchored) > 1 and all(anchor.sentence is None for anchor in anchoring.anchored):
        yield _all_lost(lost, len(anchoring.anchored))
        return
    for name in lost:
        others = [anchor for anchor in anchoring.anchored if anchor.claim == name and anchor.sentence]
        evidence = (f"it is still found in {listing(str(anchor.sentence) for anchor in others)}",) if others else ()
        yield Fault(
            message=f"the words of an anchor of [{name}] are not in the text any more",
            evidence=evidence,
            suggestion="Read the sentence as it now stands, mend the claim if need be, and make the anchor again.",
        )


def _all_lost(lost: list[str], number: int) -> Fault:
    named = [f"[{name}]" for name in lost[:_MOST_NAMED]]
    more = len(lost) - len(named)
    return Fault(
        message=f"none of the {number} anchors is in the text",
        evidence=(f"anchors of {listing([*named, f'{more} more'] if more else named)}",),
        suggestion="Check that this is the text for which the anchors were made.",
    )


RULE = AnchorRule(code="MP010", name="anchor-lost", severity="warning", doc=__doc__, check=check)
