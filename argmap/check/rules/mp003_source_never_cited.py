"""A source that no claim of the map cites.

## What it does
Reports each item of sources.json that no claim cites, unless a cited source is derived from it (`derived-from`) or
printed in it (`printed-in`).

## Why
Either the map lacks the claim it was listed for, or the list has an item too many. It does no harm: this is
information.

## Example
```argdown
// sources.json lists berg1999 and dahl2003
[Garrison starved]: The garrison had no bread. {cite: "@berg1999 [12]"}
```

## Use instead
```argdown
[Garrison starved]: The garrison had no bread. {cite: "@berg1999 [12]; @dahl2003 [40]"}
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.rule import Fault, MapRule
from argmap.cite import short_form
from argmap.model import ArgumentMap


def check(argument_map: ArgumentMap) -> Iterator[Fault]:
    """Sources that have no part in what the claims cite."""
    used = _used(argument_map)
    for source in argument_map.sources:
        if source.id not in used:
            yield Fault(
                message=f"no claim cites @{source.id} ({short_form(source)})",
                suggestion="Cite it on the claim it bears on, or take it out of sources.json.",
            )


def _used(argument_map: ArgumentMap) -> set[str]:
    used: set[str] = set()
    waiting = [citation.source for claim in argument_map.claims for citation in claim.citations]
    while waiting:
        key = waiting.pop()
        if key in used:
            continue
        used.add(key)
        source = argument_map.source_of.get(key)
        waiting.extend(source.derived_from + source.printed_in if source else ())
    return used


RULE = MapRule(code="MP003", name="source-never-cited", severity="info", doc=__doc__, check=check)
