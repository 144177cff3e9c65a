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
from argmap.extract.connectives import ADDS, ANNOUNCES, COUNTS, GRANTS, REBUTS, concludes, tie
from argmap.model import RelationKind

_TURNS_INSIDE = re.compile(r", (?:however|on the other hand|on the contrary),")
_HEAD = 60
_FAR = 10
"""Sentences from its topic sentence within which a claim still speaks for it."""
_SHARED, _SHARE, _LIKENESS = 4, 0.25, 0.15
"""Words, share of the shorter one's words, and likeness from which a claim bears on a thesis in another paragraph."""
_PLAIN = 1.45
"""Weight (`Material.thesis_weight`) from which a conclusion is plainly a thesis of the text: likeness to others says little."""


class Link(NamedTuple):
    """A suggested inference between two candidates, by their `order`."""

    kind: RelationKind
    premise: int
    target: int
    reason: str
    confidence: float


CONFIDENCE = {
    "marker": 0.85,
    "answer": 0.8,
    "granted": 0.8,
    "adds": 0.8,
    "counted": 0.8,
    "evidence": 0.75,
    "thesis": 0.7,
    "opposed": 0.5,
}
"""How often a link of each sort is right (see the module)."""

LIKELY = 0.8
"""Confidence from which a link is told as it is; of one below, the reason begins with "perhaps"."""


def neighbours(rows: Sequence[Candidate]) -> Iterator[Link]:
    """Links between neighbouring claims of one paragraph, by the words with which the second begins."""
    last: Link | None = None
    for before, here in pairwise(rows):
        if not (before.holds and here.holds) or here.order != before.order + 1:
            last = None
            continue
        last = _rebutted(before, here) if here.turns else _tied(before, here) or _added(before, here, last)
        if last is not None:
            yield last


def _tied(before: Candidate, here: Candidate) -> Link | None:
    found = tie(here.verdict.text)
    if found is None:
        return None
    connective, words = found
    premise, target = (here, before) if connective.direction == "to" else (before, here)
    return Link("support", premise.order, target.order, f"marker “{words}”", CONFIDENCE["marker"])


def _added(before: Candidate, here: Candidate, last: Link | None) -> Link | None:
    """Another reason for what the claim before was a reason for."""
    found = ADDS.match(here.verdict.text)
    if found is None or last is None or last.kind != "support" or last.premise != before.order:
        return None
    words = found.group().strip(" ,“”")
    return Link("support", here.order, last.target, f"marker “{words}” behind another reason", CONFIDENCE["adds"])


def _rebutted(before: Candidate, here: Candidate) -> Link | None:
    """What is granted ("It is true that …"), and what is held against it ("But …")."""
    granted, turn = GRANTS.match(before.verdict.text), REBUTS.match(here.verdict.text)
    if not (granted and turn and here.own):
        return None
    words = f"“{granted.group().strip(' ,“”')}” and “{turn.group().strip(' ,“”')}”"
    return Link("attack", here.order, before.order, f"markers {words}", CONFIDENCE["granted"])


def counted(rows: Sequence[Candidate]) -> Iterator[Link]:
    """The reasons that a claim announces by their number, and that the next ones of its paragraph count."""
    announced: Candidate | None = None
    for row in rows:
        if announced is not None and row.holds and row.order - announced.order <= _FAR:
            found = COUNTS.match(row.verdict.text)
            if found:
                why = f"counted by “{found.group().strip(' ,“”')}” among the announced reasons"
                yield Link("support", row.order, announced.order, why, CONFIDENCE["counted"])
                continue
        if row.holds and ANNOUNCES.search(row.verdict.text):
            announced = row


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
    return not (turns or concludes(text))


def on_thesis(material: Material, claim: Candidate, thesis: Candidate) -> Link | None:
    """The link of a claim to a thesis in another paragraph, by the words they share; None where these are too few."""
    both = claim.words & thesis.words
    fewer = max(1, min(len(claim.words), len(thesis.words)))
    alike = material.weights.likeness(claim.words, thesis.words)
    if len(both) < _SHARED or len(both) < _SHARE * fewer or alike < _LIKENESS or claim.turns:
        return None
    shared = material.shared(claim, thesis)
    plain = thesis.verdict.kind == "thesis" and material.thesis_weight(thesis) >= _PLAIN
    if claim.paragraph == thesis.paragraph or claim.verdict.kind == "thesis" or not (shared and plain):
        return None
    return Link("support", claim.order, thesis.order, f"shares {_listed(shared)}", CONFIDENCE["thesis"])


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words[:4])
