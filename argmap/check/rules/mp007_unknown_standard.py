"""A claim asks for a proof standard that does not exist.

## What it does
Reports each claim whose `standard` is none of *any*, *corroborated*, *preponderance*, *clear-and-convincing* and
*beyond-reasonable-doubt*, or has numbers in brackets that make no sense.

## Why
The map cannot be evaluated: what the claim must meet to stand is not known, and nothing is assumed instead.

## Example
```argdown
[Garrison starved]: The garrison had no bread. {standard: "preponderence"}
```

## Use instead
```argdown
[Garrison starved]: The garrison had no bread. {standard: "preponderance"}
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.rule import Fault, MapRule
from argmap.check.wording import listing, nearest
from argmap.model import STANDARD_NAMES, ArgumentMap, NoStandard, read_standard


def check(argument_map: ArgumentMap) -> Iterator[Fault]:
    """Standards that cannot be used."""
    for claim in argument_map.claims:
        found = read_standard(claim.standard)
        if not isinstance(found, NoStandard):
            continue
        near = nearest((claim.standard or "").casefold(), STANDARD_NAMES)
        yield Fault(
            message=f"[{claim.id}] asks for the proof standard '{_shown(claim.standard)}', which cannot be used",
            line=claim.line,
            evidence=(found.why,) if found.why else (),
            suggestion="Example: corroborated(2), clear-and-convincing(0.5, 0.3)."
            if found.why
            else f"Did you mean {near[0]}?"
            if near
            else f"Known: {listing(STANDARD_NAMES)}.",
        )


def _shown(text: str | None) -> str:
    return " ".join((text or "")[:60].split())


RULE = MapRule(code="MP007", name="unknown-standard", severity="warning", doc=__doc__, check=check)
