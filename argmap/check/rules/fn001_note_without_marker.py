"""A note that is called nowhere in the text.

## What it does
Reports each footnote or endnote whose number stands nowhere in the text.

## Why
A reader cannot know what the note is meant to support. Most often the marker was lost when a passage was cut or
moved, and the claim it belonged to now stands without its source.

## Example
```markdown
The treaty was signed in March.

[^1]: Foreign Office, minute of 3 March 1911, FO 371/1142.
```

## Use instead
```markdown
The treaty was signed in March.[^1]

[^1]: Foreign Office, minute of 3 March 1911, FO 371/1142.
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.check.wording import excerpt


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Notes that no marker calls."""
    document = text.document
    called = {marker.note for marker in document.markers}
    twice = {note.n for note in document.notes if note.id != note.n}
    for note in document.notes:
        if note.id in called:
            continue
        evidence = [excerpt(note.text)] if note.text.strip() else ["the note is empty"]
        if note.n in twice:
            evidence.append(f"more than one note is numbered {note.n}; this one is not called")
        yield Fault(
            message=f"note {note.label or note.n} is called nowhere in the text",
            start=note.start,
            end=note.end,
            note=note.n,
            evidence=tuple(evidence),
            suggestion="Put its marker behind the claim it supports, or delete the note.",
        )


RULE = TextRule(code="FN001", name="note-without-marker", severity="warning", doc=__doc__, check=check)
