"""One work, cited in full with two different years, volumes or issues.

## What it does
Reports works with the same author and title that are cited in full in two ways: articles and chapters with another
year, volume or issue, books with another year. Of books it says so as information, for there may be two editions.

## Why
One of the two is a slip of the pen, and the reader may look in the wrong volume.

## Example
```markdown
[^1]: Anna Berg, 'The Siege', *Nordic Past*, 12 (1999), 61-92.
[^2]: Anna Berg, 'The Siege', *Nordic Past*, 12 (1998), 61-92.
```

## Use instead
```markdown
[^2]: Berg, 'The Siege', 82.
```

## Options
None.
"""

from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz.utils import default_process

from argmap.check.cited import Cited, first_full
from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.check.wording import listing
from argmap.model import Source

_PARTS = frozenset({"article-journal", "article-magazine", "chapter"})
_NUMBERS = ("year", "volume", "issue")


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Each work that is cited in full in another way than by an earlier note."""
    groups: dict[tuple[str, str], list[tuple[Source, Cited]]] = {}
    for identity, mentions in text.cited.items():
        source = text.citations.source_of[identity]
        full = first_full(mentions)
        if full and source.author and source.title:
            first = default_process(source.author[0].family or source.author[0].literal or "")
            groups.setdefault((first, default_process(source.title)), []).append((source, full))
    for group in groups.values():
        for (before, earlier), (after, later) in pairwise(sorted(group, key=lambda pair: pair[1].order)):
            differing = _differing(before, after)
            if differing:
                yield _fault(text, differing, (before, earlier), (after, later))


def _differing(one: Source, other: Source) -> tuple[str, ...]:
    """The numbers that the two give differently; none where they are two works that share a title."""
    if one.type != other.type or one.container_title != other.container_title:
        return ()
    pairs = {name: (_number(one, name), _number(other, name)) for name in _NUMBERS}
    differing = tuple(name for name, (a, b) in pairs.items() if a and b and a != b)
    if one.type in _PARTS:  # all numbers differ: a series of articles under one title
        return differing if len(differing) < sum(all(pair) for pair in pairs.values()) else ()
    volumes = one.volume != other.volume or one.edition != other.edition
    return differing if one.type == "book" and not volumes else ()


def _number(source: Source, name: str) -> str:
    if name != "year":
        return str(getattr(source, name) or "")
    issued = source.issued
    return str(issued.date_parts[0][0]) if issued and issued.date_parts else ""


def _fault(
    text: TextUnderCheck, differing: tuple[str, ...], one: tuple[Source, Cited], other: tuple[Source, Cited]
) -> Fault:
    before, after = one[0], other[0]
    said = listing(f"the {name}s {_number(before, name)} and {_number(after, name)}" for name in differing)
    return Fault(
        message=f"“{after.title}” is cited in two ways: with {said}",
        start=other[1].mention.start,
        end=other[1].mention.end,
        sentence=text.caller(other[1].entry.note),
        note=other[1].entry.n,
        evidence=(
            f"note {one[1].entry.n} gives the {listing(f'{name} {_number(before, name)}' for name in differing)}",
        ),
        suggestion="Make them one, or say that these are two editions.",
        severity=None if after.type in _PARTS else "info",
    )


RULE = TextRule(code="SR002", name="work-cited-two-ways", severity="warning", doc=__doc__, check=check)
