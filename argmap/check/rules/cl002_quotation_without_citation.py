"""Quoted words without a citation.

## What it does
Reports quotations of four words or more, in quotation marks or set off as a block, where no note with a source stands
in their sentences, covers them from later in the passage, or stands in the sentence that introduces them. A quotation
over several sentences is reported once, and one that is repeated where it first stands; those of one passage, which one
note might cover, are one finding that names them all. Titles of works, mottoes with their author's name, and shorter
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
from argmap.check.wording import count, excerpt


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Uncited quotations."""
    if text.notes_elsewhere:  # FN002 says so
        return
    for first, *more in quoted.uncited_passages(text):
        words = excerpt(first.text)
        behind = f" and {count(len(more), 'quotation')} behind it" if more else ""
        yield Fault(
            message=f"no citation for the quotation {words}{behind}",
            start=first.start,
            end=first.end,
            sentence=first.sentences[0].id,
            evidence=(
                f"no note with a source is called in {_where(first)}, and no later note of the passage covers it",
                *(f"nor for {excerpt(quotation.text)} in {_where(quotation)}" for quotation in more),
            ),
            suggestion="Say in a note where the quoted words stand.",
        )


def _where(quotation: quoted.Quoted) -> str:
    first, last = quotation.sentences[0], quotation.sentences[-1]
    return first.id if first is last else f"{first.id} to {last.id}"


RULE = TextRule(code="CL002", name="quotation-without-citation", severity="warning", doc=__doc__, check=check)
