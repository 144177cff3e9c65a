"""Quoted words without a citation.

## What it does
Reports quotations of four words or more, in quotation marks or set off as a block, where no note with a source stands
in their sentences, covers them from later in the passage, or stands in the sentence that introduces them. A quotation
over several sentences is reported once, and one that is repeated where it first stands. Titles of works and shorter
phrases in quotation marks are left alone.

## Why
Quoted words are somebody's, and a reader must be able to find them. No style of citation excuses a quotation.

## Example
```markdown
The minister said that "nobody in this house expects a war before the spring".
```

## Use instead
```markdown
The minister said that "nobody in this house expects a war before the spring".[^1]

[^1]: Record of the debate of 4 November 1911, p. 310.
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check import quoted
from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.check.wording import excerpt


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Uncited quotations."""
    if text.notes_elsewhere:  # FN002 says so
        return
    for quotation in quoted.uncited(text):
        first, last = quotation.sentences[0], quotation.sentences[-1]
        where = first.id if first is last else f"{first.id} to {last.id}"
        yield Fault(
            message=f"no citation for the quotation {excerpt(quotation.text)}",
            start=quotation.start,
            end=quotation.end,
            sentence=first.id,
            evidence=(f"no note with a source is called in {where}, and no later note of the passage covers it",),
            suggestion="Say in a note where the quoted words stand.",
        )


RULE = TextRule(code="CL002", name="quotation-without-citation", severity="warning", doc=__doc__, check=check)
