"""An Ibid. that its own words contradict.

## What it does
Reports each Ibid. where the work cited immediately before cannot be, or is hardly, the work meant: the place it gives
lies outside of that work, or its other words fit an earlier source. The finding gives both readings and the evidence.

## Why
A note was put in, taken out or moved between the Ibid. and its work. Whoever follows the note now opens the wrong book.

## Example
```markdown
[^1]: Anna Berg, "The Siege", *Nordic Review* 12 (1999): 61-92.
[^2]: Jan Dahl, "The Relief", *Nordic Review* 14 (2003): 5-9.
[^3]: Ibid., p. 75.
```

## Use instead
```markdown
[^3]: Berg, "The Siege", p. 75.
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.back import BackReference, back_references, carried_on, fault, numbered
from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.check.wording import called, reading
from argmap.model import Citations, Reading


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Back references whose literal reading is contradicted."""
    for reference in back_references(text):
        mention = reference.mention
        if mention.state != "contradicted" or mention.literal is None or mention.literal.source is None:
            continue
        if numbered(mention):
            continue  # IB004 says so
        best = mention.best if mention.best and mention.best.source != mention.literal.source else None
        yield fault(
            reference,
            message=f"“{reference.words}” can hardly mean {called(text.citations, mention.literal.source)}",
            evidence=tuple(_evidence(text.citations, reference, mention.literal, best)),
            suggestion=_suggestion(text.citations, reference, best),
        )


def _evidence(citations: Citations, reference: BackReference, literal: Reading, best: Reading | None) -> Iterator[str]:
    earlier = carried_on(reference)
    if earlier:
        yield f"it repeats note {earlier}, and with it that note's fault"
        likely = f"; more likely {called(citations, best.source)}" if best else ""
        yield f"read literally, {called(citations, literal.source)}{likely}"
        return
    yield f"read literally, {reading(citations, literal)}"
    if best:
        yield f"more likely, {reading(citations, best)}"


def _suggestion(citations: Citations, reference: BackReference, best: Reading | None) -> str:
    earlier = carried_on(reference)
    if earlier:
        return f"Mend note {earlier} first; then this one may be right as it stands."
    return f"If {called(citations, best.source)} is meant, name it here." if best else "Name the source that is meant."


RULE = TextRule(code="IB002", name="ibid-contradicted", severity="warning", doc=__doc__, check=check)
