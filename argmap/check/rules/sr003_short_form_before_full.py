"""A work in short form where the reader has not yet seen it in full.

## What it does
Reports works whose first mention is a short form while a later note cites them in full, each of them; and, in one line
for the whole text, those that no note cites in full. A text with a bibliography of its own is passed over.

## Why
Whoever reads from the beginning cannot look the work up. Mostly a note was moved or put in before the full citation.

## Example
```markdown
[^1]: Berg, *The Siege*, p. 12.
[^2]: Anna Berg, *The Siege* (Oslo: Nord, 1999), p. 14.
```

## Use instead
```markdown
[^1]: Anna Berg, *The Siege* (Oslo: Nord, 1999), p. 12.
[^2]: Berg, *The Siege*, p. 14.
```

## Options
None.
"""

import re
from collections.abc import Iterator

from argmap.check.cited import Cited, first_full
from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.check.wording import all_called, called, count

_LISTED = re.compile(
    r"\W*(?:\d+\W+)?(?:select(?:ed)? |works? )?(?:bibliograph|references|works cited|literature|sources|cited)",
    re.IGNORECASE,
)
_MOST_NAMED = 8


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Short forms before their full citation, then the works that are never cited in full."""
    if any(_LISTED.match(heading.text) for heading in text.document.headings):
        return
    never: list[str] = []
    for identity, mentions in text.cited.items():
        if mentions[0].mention.kind != "short" or not text.citations.source_of[identity].author:
            continue  # what has no author (newspapers, collections) has often no other form
        full = first_full(mentions)
        if full:
            yield _early(text, identity, mentions[0], full)
        else:
            never.append(identity)
    if never:
        yield _never(text, never)


def _early(text: TextUnderCheck, source: str, short: Cited, full: Cited) -> Fault:
    return Fault(
        message=f"{called(text.citations, source)} stands in short form before it is cited in full",
        start=short.mention.start,
        end=short.mention.end,
        sentence=text.caller(short.entry.note),
        note=short.entry.n,
        evidence=(f"note {full.entry.n} is the first to cite it in full",),
        suggestion=f"Cite it in full here, and in short form in note {full.entry.n}.",
    )


def _never(text: TextUnderCheck, sources: list[str]) -> Fault:
    more = f", and {count(len(sources) - _MOST_NAMED, 'other')}" if len(sources) > _MOST_NAMED else ""
    return Fault(
        message=f"{count(len(sources), 'work')} in short form only",
        evidence=(all_called(text.citations, sources[:_MOST_NAMED]) + more,),
        suggestion="Cite each in full where it is first mentioned, unless a bibliography outside of this text does.",
        severity="info",
    )


RULE = TextRule(code="SR003", name="short-form-before-full", severity="warning", doc=__doc__, check=check)
