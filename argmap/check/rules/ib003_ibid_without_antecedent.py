"""An Ibid. with nothing before it to point to.

## What it does
Reports each Ibid. that no cited work precedes: in the first note, or after notes that name no source.

## Why
The note it pointed to was deleted or moved. The claim it supports has lost its source.

## Example
```markdown
[^1]: Ibid., p. 12.
```

## Use instead
```markdown
[^1]: Anna Berg, *The Siege* (Oslo: Nord, 1999), p. 12.
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.back import BackReference, back_references, fault
from argmap.check.references import refers
from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.check.wording import called
from argmap.model import Citations


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Ibids whose rule leads to no source."""
    for reference in back_references(text, ("ibid", "idem")):
        mention = reference.mention
        nowhere = mention.literal is None or mention.literal.source is None
        if _may_be_known(text, reference):
            continue
        if mention.state == "unresolved" or (mention.state == "ambiguous" and nowhere):
            yield fault(
                reference,
                message=f"“{reference.words}” has no source before it",
                evidence=tuple(_evidence(text.citations, reference)),
                suggestion="Name the source.",
            )


def _may_be_known(text: TextUnderCheck, reference: BackReference) -> bool:
    """Whether the note before may hold a source that argmap did not recognise."""
    note = text.document.note_of.get(reference.before.note) if reference.before else None
    return note is not None and refers(note.text)


def _evidence(citations: Citations, reference: BackReference) -> Iterator[str]:
    if reference.before is None:
        yield "no note precedes its own"
    else:
        yield f"note {reference.before.n}, the one before, names no source"
    best = reference.mention.best
    if best and best.source:
        yield f"it may mean {called(citations, best.source)}, cited in note {best.note}"


RULE = TextRule(code="IB003", name="ibid-without-antecedent", severity="warning", doc=__doc__, check=check)
