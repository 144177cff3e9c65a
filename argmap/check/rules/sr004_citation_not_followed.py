"""A text that cites in parentheses, by author and year.

## What it does
Says once a text how many sentences cite by author and year in the text itself, where it has no notes, or where three
sentences do so. What stands in such a sentence counts as cited, but argmap follows notes alone: it has not looked
whether the list of works names these sources.

## Why
A check that says nothing of what it did not look at would be taken for a clean one.

## Example
```markdown
The garrison lost 412 men in the first week of the siege (Berg 1999, 12).
```

## Use instead
```markdown
The garrison lost 412 men in the first week of the siege.[^1]

[^1]: Anna Berg, *The Siege* (Oslo: Nord, 1999), p. 12.
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.in_text import by_author_and_year, has_habit
from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.check.wording import count, excerpt

_FEWEST = 3
_MOST = 5


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """One fault for the whole text."""
    citing = by_author_and_year(text.document)
    if not citing or (text.document.notes and not (len(citing) >= _FEWEST and has_habit(text.document, len(citing)))):
        return
    sentences = [sentence for sentence in text.document.sentences if sentence.id in citing]
    more = (f"and {len(sentences) - _MOST} more",) if len(sentences) > _MOST else ()
    cites = "cites" if len(sentences) == 1 else "cite"
    yield Fault(
        message=f"not followed: {count(len(sentences), 'sentence')} that {cites} in the text itself, by author and year",
        evidence=tuple(f"{sentence.id} {excerpt(sentence.text)}" for sentence in sentences[:_MOST]) + more,
        suggestion="argmap follows notes alone: look these sources up in the list of works yourself.",
    )


RULE = TextRule(code="SR004", name="citation-not-followed", severity="info", doc=__doc__, check=check)
