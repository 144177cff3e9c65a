"""A page that the article or chapter does not have.

## What it does
Reports pages that lie outside of those that a note gives for the whole article or chapter. Only ranges of six pages
and more count, and only where no other mention leaves them too: a shorter range, or one that nobody keeps to, is itself
but a place in the work.

## Why
One of the two numbers is a slip of the pen, or the page belongs to another work.

## Example
```markdown
[^1]: Anna Berg, 'The Siege', *Nordic Past*, 12 (1999), 61-92.
[^2]: Berg, 'The Siege', 112.
```

## Use instead
```markdown
[^2]: Berg, 'The Siege', 82.
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.cited import Cited, first_full
from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.check.wording import called, first_pages
from argmap.model import Source

_SEVERAL = frozenset(",;:&")  # more than one range, or a volume
_PART = frozenset({"article-journal", "article-magazine", "chapter", "paper-conference", "review"})
_LEAST_PAGES = 6
_TOLD = frozenset({None, "resolved"})


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """The one mention of a part of a larger work whose page lies outside of that part."""
    for identity, mentions in text.cited.items():
        source = text.citations.source_of[identity]
        whole = _whole(source)
        outside = [one for one in mentions if whole and _outside(one, whole)]
        if whole is None or len(outside) != 1:
            continue
        full = first_full(mentions) or mentions[0]
        yield _fault(text, source, outside[0], full.entry.n)


def _whole(source: Source) -> tuple[int, int] | None:
    """The pages that a part of a larger work fills, where they are given and can be no mere place in it."""
    whole = first_pages(source.page or "")
    if whole is None or source.type not in _PART or _SEVERAL & set(source.page or ""):
        return None
    return whole if whole[1] - whole[0] + 1 >= _LEAST_PAGES else None


def _outside(one: Cited, whole: tuple[int, int]) -> bool:
    """Whether a mention's own page lies before the whole or behind it, and the mention is no doubtful back reference."""
    locator = one.mention.locator
    if locator is None or locator.label != "page" or locator.inherited or one.mention.state not in _TOLD:
        return False
    pages = None if ":" in locator.value else first_pages(locator.value)
    return pages is not None and (pages[1] < whole[0] or pages[0] > whole[1])


def _fault(text: TextUnderCheck, source: Source, one: Cited, first: str) -> Fault:
    page = one.mention.locator.value if one.mention.locator else ""
    return Fault(
        message=f"p. {page} lies outside of {called(text.citations, source.id)}, which has pp. {source.page}",
        start=one.mention.start,
        end=one.mention.end,
        sentence=text.caller(one.entry.note),
        note=one.entry.n,
        evidence=(f"note {first} cites it in full",),
        suggestion="Look up the page, and whether this is the work that is meant.",
    )


RULE = TextRule(code="LO002", name="page-outside-work", severity="warning", doc=__doc__, check=check)
