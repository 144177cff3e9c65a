"""A note number that no longer leads where it should.

## What it does
Reports each "see note 12" and "Smith (note 12 above)" whose note does not cite the work that is named, while another
note does, and each number without a name where the numbers around it are off. The finding proposes the right note.

## Why
Numbers written by hand do not follow when notes are put in or taken out, or when a text that was numbered by chapter
is numbered throughout. The reader who follows them finds another work, or none.

## Example
```markdown
[^1]: Anna Berg, *The Siege* (Oslo: Nord, 1999), p. 12.
[^2]: Jan Dahl, *The Relief* (Bergen: Vest, 2003), p. 40.
[^3]: Berg (note 2 above), p. 14.
```

## Use instead
```markdown
[^3]: Berg (note 1 above), p. 14.
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.back import back_references, fault, numbered
from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.check.wording import called


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Back references whose note number is contradicted by the name beside it or by the numbers around it."""
    for reference in back_references(text):
        mention = reference.mention
        best = mention.best
        if not numbered(mention) or mention.state != "contradicted" or best is None or best.source is None:
            continue
        yield fault(
            reference,
            message=f"“{reference.words}” gives a note number that seems stale",
            evidence=(*(mention.literal.evidence if mention.literal else ()), *best.evidence),
            suggestion=f"If {called(text.citations, best.source)} is meant, give note {best.note}.",
        )


RULE = TextRule(code="IB004", name="stale-note-number", severity="warning", doc=__doc__, check=check)
