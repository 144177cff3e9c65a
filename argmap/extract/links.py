"""Suggested links between two claims of a text, each with its reason and how sure it is.

Only what the text itself offers is used: markers of conclusion, reason, example and contrast between neighbours; the order
of a paragraph (its topic sentence, and what it then cites); the words and names that two claims share. The confidences
are the shares found right on relations judged by hand (CLAIMS.md), one for each way of linking.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from argmap.extract.candidates import Candidate, Material
from argmap.model import RelationKind

_CONCLUDES = re.compile(
    r"\W*(?:Thus(?! far\b)|Hence|Therefore|Consequently|Accordingly|As a result|It follows|In consequence"
    r"|So(?=,| (?:he|she|it|they|we|the|that|this)\b)|For (?:this|that|these|those|all)(?: \w+){0,2} reasons?)\b"
)
_CONCLUDES_INSIDE = re.compile(r"\b(?:thus|therefore|consequently|accordingly|hence)\b")
_GIVES_REASON = re.compile(
    r"\W*(?:After all|The reason is|For(?=,| (?:he|she|it|they|we|there|if|when|though|although|whether|nothing|no|this will|as)\b))"
)
_EXEMPLIFIES = re.compile(r"\W*(?:For example|For instance|In particular)\b")
_EXEMPLIFIES_INSIDE = re.compile(r", for (?:example|instance),")
_EXAMPLE = re.compile(r"\b(?:for (?:example|instance)|to (?:give|take) (?:one|an|but one))\b")
_RESTATES = re.compile(r"\W*(?:In other words|In short|In sum|In brief)\b")
_TURNS_INSIDE = re.compile(r", (?:however|on the other hand|on the contrary),")
_HEAD = 60
_FAR = 10
"""Sentences from its topic sentence within which a claim still speaks for it."""
_SHARED, _SHARE, _LIKENESS = 4, 0.25, 0.15
"""Words, share of the shorter one's words, and likeness from which a claim bears on a thesis in another paragraph."""


class Link(NamedTuple):
    """A suggested inference between two candidates, by their `order`."""

    kind: RelationKind
    premise: int
    target: int
    reason: str
    confidence: float


CONFIDENCE = {"marker": 0.9, "answer": 0.9, "opposed": 0.6, "evidence": 0.75, "thesis": 0.7}
"""How often a link of each sort is right (see the module)."""


def neighbours(rows: Sequence[Candidate]) -> Iterator[Link]:
    """Links between neighbouring claims of one paragraph, by the marker with which the second begins."""
    for before, here in pairwise(rows):
        if not (before.holds and here.holds) or here.order != before.order + 1 or here.turns:
            continue
        text = here.verdict.text
        for pattern, inside, backward in _MARKERS:
            found = pattern.match(text) or (inside.search(text, 0, _HEAD) if inside else None)
            if found and not (pattern is _CONCLUDES and _EXAMPLE.search(text, 0, 2 * _HEAD)):
                premise, target = (here, before) if backward else (before, here)
                yield Link(
                    "support",
                    premise.order,
                    target.order,
                    f"marker “{found.group().strip(' ,“”')}”",
                    CONFIDENCE["marker"],
                )
                break


_MARKERS: tuple[tuple[re.Pattern[str], re.Pattern[str] | None, bool], ...] = (
    (_EXEMPLIFIES, _EXEMPLIFIES_INSIDE, True),
    (_RESTATES, None, False),
    (_CONCLUDES, _CONCLUDES_INSIDE, False),
    (_GIVES_REASON, None, True),
)
"""What a sentence begins with, or holds near its beginning, and whether it is the reason (not the conclusion)."""


def topic(rows: Sequence[Candidate]) -> Candidate | None:
    """The topic sentence of a paragraph: its first claim, if the author judges or explains in it, and of no other thing."""
    first = next((row for row in rows if row.verdict.claim), None)
    judges = first is not None and first.own and first.verdict.kind in ("interpretive", "thesis", "counterfactual")
    return first if first is not None and first.holds and judges and not first.leans else None


def evidence(material: Material, lead: Candidate) -> Iterator[Link]:
    """The cited claims of a paragraph that bear on its topic sentence, best first."""
    rows = material.paragraphs[lead.paragraph]
    pool = [c for c in rows if c.holds and c.verdict.notes and 0 < c.order - lead.order <= _FAR and _goes_on(c)]
    likeness = material.weights.likeness
    for candidate in sorted(
        pool, key=lambda c: (c.verdict.support != "direct", -likeness(c.words, lead.words), c.order)
    ):
        shared = material.shared(candidate, lead)
        if shared:
            note = ", ".join(candidate.verdict.notes)
            why = f"follows its topic sentence and cites note {note}; shares {_listed(shared)}"
            yield Link("support", candidate.order, lead.order, why, CONFIDENCE["evidence"])


def _goes_on(candidate: Candidate) -> bool:
    """Whether it neither turns against what stands before it nor concludes from it."""
    text = candidate.verdict.text
    turns = candidate.turns or _TURNS_INSIDE.search(text, 0, 2 * _HEAD)
    return not (turns or _CONCLUDES.match(text) or _CONCLUDES_INSIDE.search(text, 0, _HEAD))


def on_thesis(material: Material, claim: Candidate, thesis: Candidate) -> Link | None:
    """The link of a claim to a thesis in another paragraph, by the words they share; None where these are too few."""
    both = claim.words & thesis.words
    fewer = max(1, min(len(claim.words), len(thesis.words)))
    alike = material.weights.likeness(claim.words, thesis.words)
    if len(both) < _SHARED or len(both) < _SHARE * fewer or alike < _LIKENESS or claim.turns:
        return None
    shared = material.shared(claim, thesis)
    if claim.paragraph == thesis.paragraph or claim.verdict.kind == "thesis" or not shared:
        return None
    return Link("support", claim.order, thesis.order, f"shares {_listed(shared)}", CONFIDENCE["thesis"])


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words[:4])
