"""An Ibid. after a note with several sources.

## What it does
Reports each Ibid. that follows a note citing more than one source. Where the page decides (it goes on with the pages
of the source cited last, and of no other), it is for information only. A document and the work that prints it ("A,
cited in B") count as one citation, of B.

## Why
Ibid. is the work cited immediately before. After several works a reader cannot tell whether the last of them or all
are meant; the style manuals therefore forbid it there. Notes move when a text is edited, and Ibid. does not complain.

## Example
```markdown
[^1]: Anna Berg, *The Siege* (Oslo: Nord, 1999); Jan Dahl, *The Relief* (Bergen: Vest, 2003).
[^2]: Ibid.
```

## Use instead
```markdown
[^1]: Anna Berg, *The Siege* (Oslo: Nord, 1999); Jan Dahl, *The Relief* (Bergen: Vest, 2003).
[^2]: Dahl, *The Relief*, p. 40.
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.back import BackReference, back_references, candidates, fault
from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.check.wording import all_called, called, count, first_pages
from argmap.model import Citations, Mention

_NEXT = 1
"""A page range goes on with another if it begins this many pages behind it at most."""


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Ibids after a note with several sources, save those whose page decides."""
    for reference in back_references(text, ("ibid",)):
        literal = reference.mention.literal
        if reference.before is None or reference.mention.state != "ambiguous" or not (literal and literal.source):
            continue  # where the rule leads to no source at all, IB003 says so
        could_be = candidates(reference.before)
        if len(could_be) < 2:  # noqa: PLR2004 - two are several
            continue
        decided = _page_decides(text.citations, reference, could_be)
        yield fault(
            reference,
            severity="info" if decided else None,
            message=f"“{reference.words}” follows note {reference.before.n}, which cites {count(len(could_be), 'source')}",
            evidence=tuple(_evidence(text.citations, reference, could_be, decided=decided)),
            suggestion="Name the source that is meant instead of Ibid.",
        )


def _evidence(
    citations: Citations, reference: BackReference, could_be: tuple[Mention, ...], *, decided: bool
) -> Iterator[str]:
    literal = reference.mention.literal
    yield f"candidates: {all_called(citations, [mention.source or '' for mention in could_be], 'or')}"
    if literal and literal.source:
        yield f"read literally, it is the last of them: {called(citations, literal.source)}"
    if decided:
        yield "its page goes on with the pages of that one, and of no other"
    elif reference.mention.locator is None:
        yield "it gives no page that could decide"


def _page_decides(citations: Citations, reference: BackReference, could_be: tuple[Mention, ...]) -> bool:
    """Whether its page goes on with the pages of the literal reading, and of no other candidate."""
    literal, page = reference.mention.literal, _pages(reference.mention)
    if literal is None or page is None or (reference.mention.locator and reference.mention.locator.inherited):
        return False
    fitting = [mention.source for mention in could_be if _fits(page, _known_pages(citations, mention))]
    return fitting == [literal.source]


def _fits(page: tuple[int, int], known: tuple[int, int] | None) -> bool:
    return known is not None and known[0] <= page[0] <= known[1] + _NEXT


def _known_pages(citations: Citations, mention: Mention) -> tuple[int, int] | None:
    source = citations.source_of.get(mention.source or "")
    return _pages(mention) or (first_pages(source.page) if source and source.page else None)


def _pages(mention: Mention) -> tuple[int, int] | None:
    locator = mention.locator
    return first_pages(locator.value) if locator and locator.label == "page" else None


RULE = TextRule(code="IB001", name="ibid-after-several-sources", severity="warning", doc=__doc__, check=check)
