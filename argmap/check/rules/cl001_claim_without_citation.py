"""A claim that needs a citation and has none.

## What it does
Reports each sentence that states something specific, disputable or quantitative on which a copy-editor would ask for a
source, where no note with a source stands in the sentence and no later note of its passage covers it. What needs no
citation is left alone: general conclusions from what was cited before, common knowledge, the author's own reasoning,
announcements and questions. So are quotations (CL002), and sentences that cite in parentheses, by author and year or
by a place in a work. Where the note that might cover a claim is missing, or may hold a reference which argmap does not
know, the finding says "perhaps"; where nothing but names says that a fact needs a source, that it "may need one". Both are
for information.

Some claims may need a source or may be the author's own reasoning, and argmap cannot tell; nor can it of a clause behind
the note that covers the rest of its sentence. They are not reported one by one: a last finding, for information, says how
many were not checked, and which.

## Why
"How do you know?" is the first question a reader asks of a claim. A claim without a source cannot be checked, and
what rests on it stands on the author's word alone.

## Example
```markdown
The garrison lost 412 men in the first week of the siege.
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

from argmap.check import quoted
from argmap.check.references import doubtful
from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.check.wording import count, excerpt, listing
from argmap.model import Sentence, SentenceVerdict

DOUBT = "in doubt: the note that might cover it is missing, or may hold a reference that argmap does not recognise"


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Claims in need of a citation and without support, save those that hold an uncited quotation."""
    if text.notes_elsewhere:  # FN002 says so
        return
    quoting = {sentence.id for quotation in quoted.uncited(text) for sentence in quotation.sentences}
    bare = {claim.sentence for claim in text.extraction.claims if claim.support == "none"}
    unsure: list[Sentence] = []
    for sentence in text.document.sentences:
        verdict = text.verdict_of.get(sentence.id)
        if verdict is None or sentence.id in quoting or sentence.id in text.citing_in_text:
            continue
        if _may_want_source(verdict, sentence.id in bare):
            unsure.append(sentence)
        if not _wants_source(verdict):
            continue
        doubt = doubtful(text, sentence)
        yield Fault(
            severity="info" if doubt or verdict.unsure else None,
            message=_message(sentence, doubt=doubt, unsure=verdict.unsure),
            start=sentence.start,
            end=sentence.end,
            sentence=sentence.id,
            evidence=_evidence(text, sentence, verdict) + ((DOUBT,) if doubt else ()),
            suggestion=_suggestion(text, sentence),
        )

    if unsure:
        yield _not_checked(unsure)


def _message(sentence: Sentence, *, doubt: bool, unsure: bool) -> str:
    told = f"no citation for the claim {excerpt(sentence.text)}"
    return f"{'perhaps ' if doubt else ''}{told}{', which may need one' if unsure else ''}"


def _not_checked(unsure: list[Sentence]) -> Fault:
    return Fault(
        severity="info",
        message=f"not checked: {count(len(unsure), 'sentence')} without a citation that may need one",
        evidence=tuple(f"{sentence.id} {excerpt(sentence.text)}" for sentence in unsure[:_MOST])
        + ((f"and {len(unsure) - _MOST} more",) if len(unsure) > _MOST else ()),
        suggestion="Look at them yourself: argmap cannot tell these from the author's own reasoning.",
    )


_MOST = 40
"""Claims named in one finding."""


def _may_want_source(verdict: SentenceVerdict, partly_bare: bool) -> bool:  # noqa: FBT001 - of the same sentence
    """Whether nobody can tell, or a clause stands behind the note that covers the rest of the sentence."""
    if verdict.support == "none":
        return verdict.claim and verdict.unsure and not verdict.needs_citation
    return verdict.claim and verdict.needs_citation and partly_bare


def _wants_source(verdict: SentenceVerdict) -> bool:
    return verdict.claim and verdict.needs_citation and verdict.support == "none"


def _evidence(text: TextUnderCheck, sentence: Sentence, verdict: SentenceVerdict) -> tuple[str, ...]:
    if verdict.reason:
        return tuple(verdict.reason.split("; "))
    following = text.next_calling.get(sentence.id)
    if following is None:
        return ("no note is called in this sentence or after it in its paragraph",)
    if following is sentence:
        return (f"note {listing(sentence.markers)}, called here, names no source",)
    return (f"the next note of its paragraph, {following.markers[0]} in {following.id}, does not cover it",)


def _suggestion(text: TextUnderCheck, sentence: Sentence) -> str:
    earlier = text.last_calling.get(sentence.id)
    if earlier is None or earlier is sentence:
        return "Cite a source in a note here."
    note = earlier.markers[-1]
    return f"Cite a source in a note here; if that of note {note} covers it, move the marker behind this sentence."


RULE = TextRule(code="CL001", name="claim-without-citation", severity="warning", doc=__doc__, check=check)
