"""A claim cites a source that the case does not know.

## What it does
Reports each citation key in a map that is the id of no item in sources.json. Of a map without any list of sources
it says so once, for information.

## Why
Nobody can follow the citation, and the claim loses its support when the map is evaluated. Mostly the key is misspelt.

## Example
```argdown
[Garrison starved]: The garrison had no bread. {cite: "@breg1999 [12]"}
```

## Use instead
```argdown
[Garrison starved]: The garrison had no bread. {cite: "@berg1999 [12]"}
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.rule import Fault, MapRule
from argmap.check.wording import count, listing, nearest
from argmap.model import ArgumentMap, Citation


def check(argument_map: ArgumentMap) -> Iterator[Fault]:
    """Citations of unknown ids, each once a claim."""
    known = argument_map.source_of
    if not known:
        yield from _without_sources(argument_map)
        return
    for name, line, citations in _citing(argument_map):
        for key in dict.fromkeys(citation.source for citation in citations):
            if key in known:
                continue
            near = nearest(key, known)
            yield Fault(
                message=f"{name} cites @{key}, which is not among the sources",
                line=line,
                evidence=(f"{len(known)} sources are known",),
                suggestion=f"Did you mean {listing(('@' + name for name in near), 'or')}?"
                if near
                else "Add it to sources.json, or correct the key.",
            )


def _citing(argument_map: ArgumentMap) -> Iterator[tuple[str, int | None, tuple[Citation, ...]]]:
    """Whatever cites: claims, and steps from premises to a conclusion."""
    for claim in argument_map.claims:
        yield f"[{claim.id}]", claim.line, claim.citations
    for relation in argument_map.relations:
        yield f"the step to [{relation.target}]", relation.line, relation.citations


def _without_sources(argument_map: ArgumentMap) -> Iterator[Fault]:
    """A map by itself: nothing is known of any key, which is worth one remark."""
    citing = [(line, citations) for _, line, citations in _citing(argument_map) if citations]
    if citing:
        cited = {citation.source for _, citations in citing for citation in citations}
        yield Fault(
            message=f"the map cites {count(len(cited), 'source')}, and no list says what they are",
            line=citing[0][0],
            suggestion="Put a sources.json beside the map: a list of CSL-JSON items with these ids.",
            severity="info",
        )


RULE = MapRule(code="MP001", name="unknown-source", severity="warning", doc=__doc__, check=check)
