"""A note that names no source at all.

## What it does
Reports each note in which nothing refers to a source: no work, no document, no Ibid. or other back reference, no article, chapter or page.

## Why
A note of pure comment is good style in many fields, so this is information and no warning. But it supports no claim,
and where the sentence that calls it states a fact, the reader is left without evidence.

## Example
```markdown
The records were opened in 1991.[^1]

[^1]: Not all of them, as it later turned out.
```

## Use instead
```markdown
The records were opened in 1991.[^1]

[^1]: Not all of them, as it later turned out: see Anna Berg, *Open Shelves* (Oslo: Nord, 1999), p. 12.
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.references import refers
from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.check.wording import excerpt


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Notes without any mention of a source."""
    for entry in text.citations.notes:
        note = text.document.note_of.get(entry.note)
        if note is None or entry.cites or refers(note.text):
            continue
        sentence = text.caller(note.id)
        words = note.text.strip()
        yield Fault(
            message=f"note {note.n} names no source" if words else f"note {note.n} is empty",
            start=note.start,
            end=note.end,
            sentence=sentence,
            note=note.n,
            evidence=(excerpt(words),) if words else (),
            suggestion="If it supports the claim that calls it, add the source; if it is a comment only, leave it.",
        )


RULE = TextRule(code="SR001", name="note-without-source", severity="info", doc=__doc__, check=check)
