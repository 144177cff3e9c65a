"""An Ibid. behind a single work that may mean another.

## What it does
Reports each Ibid. whose literal reading, the one work cited in the note before, is no surer than another: the words
around it, its page or the notes about it fit a work cited earlier as well. IB002 reports those that fit it far better.

## Why
A note that was put in between two others takes over the Ibid. that follows it, and nobody sees it in print.

## Example
```markdown
[^1]: Anna Berg, *The Siege of Karlsborg* (Oslo: Nord, 1999), p. 12.
[^2]: Jan Dahl, *Ships and Iron* (Bergen: Vest, 2003), p. 300.
[^3]: Ibid.
```

## Use instead
```markdown
[^3]: Berg, *Siege*, p. 13.
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.back import back_references, candidates, carried_on, fault
from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.check.wording import called, reading
from argmap.model import Citations, Mention, Reading


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Ibids in doubt between the one work of the note before and an earlier one."""
    for reference in back_references(text, ("ibid",)):
        mention, before = reference.mention, reference.before
        other = _other(mention)
        if mention.state != "ambiguous" or before is None or other is None or len(candidates(before)) > 1:
            continue  # after several works IB001 says so
        if carried_on(reference):
            continue  # said of the note before
        yield fault(
            reference,
            message=f"“{reference.words}” may mean {called(text.citations, other.source)}",
            evidence=tuple(_evidence(text.citations, mention, other)),
            suggestion="Look it up, and name the work if it is not the one of the note before.",
        )


def _other(mention: Mention) -> Reading | None:
    """The likeliest reading with another work than the literal one's."""
    literal = mention.literal.source if mention.literal else None
    if literal is None:
        return None
    readings = [one for one in (mention.best, *mention.rivals) if one and one.source and one.source != literal]
    return max(readings, key=lambda one: one.probability or 0, default=None)


def _evidence(citations: Citations, mention: Mention, other: Reading) -> Iterator[str]:
    if mention.literal:
        yield f"read literally, {reading(citations, mention.literal)}"
    yield f"it may be, {reading(citations, other)}"


RULE = TextRule(code="IB006", name="ibid-in-doubt", severity="info", doc=__doc__, check=check)
