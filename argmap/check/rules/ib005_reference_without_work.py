"""An op. cit. or loc. cit. whose work was never cited.

## What it does
Reports each op. cit., loc. cit. and supra that no note before it answers: its author was not cited, or nobody was, or
it gives the number of a note that the text does not have.

## Why
The note that gave the work in full was deleted or moved, or the name is misspelt. The reader cannot find the source.

## Example
```markdown
[^1]: Anna Berg, *The Siege* (Oslo: Nord, 1999), p. 12.
[^2]: Dahl, op. cit., p. 40.
```

## Use instead
```markdown
[^2]: Jan Dahl, *The Relief* (Bergen: Vest, 2003), p. 40.
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.back import back_references, fault, note_number
from argmap.check.rule import Fault, TextRule, TextUnderCheck


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Back references by name or number that lead to no source."""
    printed = {note.n for note in text.document.notes}
    for reference in back_references(text, ("opcit", "loccit", "supra")):
        if reference.mention.state != "unresolved":
            continue
        number = note_number(reference.mention)
        if number is None or number not in printed:
            yield fault(
                reference,
                message=f"“{reference.words}” refers to {f'note {number}, which is not there' if number else 'no work cited before'}",
                evidence=("no earlier note cites a work that it can mean",),
                suggestion="Cite the work in full here, or mend the name or number.",
            )


RULE = TextRule(code="IB005", name="reference-without-work", severity="warning", doc=__doc__, check=check)
