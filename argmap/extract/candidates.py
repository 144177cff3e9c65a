"""What a draft map is made from: every claim with its words, its place, its voice and its weight as a thesis."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from argmap.extract.cues import SCHOLARS, WORKS
from argmap.extract.noting import scholars
from argmap.extract.words import Weights, content_words
from argmap.model import Citations, Document, Extraction, SentenceVerdict

_TURNS = re.compile(
    r"\W*(?:However|But|Nevertheless|Nonetheless|Yet|On the contrary|In fact|In reality|Instead|Rather|Still)\b"
)
TURN_INSIDE = re.compile(r"[,;] (?=(?:but|yet|although|whereas) )")
_FEW = 4
_HEAD = 6
_ASKS = re.compile(r"\W*(?:The|This) (?:\w+ )?(?:question|issue|problem)\b")


class Candidate(NamedTuple):
    """A sentence that a draft may hold: its verdict, its place (paragraph and sentence, from 0) and its words."""

    verdict: SentenceVerdict
    paragraph: int
    order: int
    words: frozenset[str]

    @property
    def own(self) -> bool:
        """Whether the author asserts it."""
        return self.verdict.attributed_to is None and self.verdict.kind not in ("quotation", "reported")

    @property
    def turns(self) -> bool:
        """Whether it begins with a word of contrast."""
        return bool(_TURNS.match(self.verdict.text))


class Material:
    """All sentences of a text as candidates, and what follows from the whole text."""

    def __init__(self, document: Document, citations: Citations, extraction: Extraction) -> None:
        order = {paragraph.id: number for number, paragraph in enumerate(document.paragraphs)}
        place = {sentence.id: order[sentence.paragraph] for sentence in document.sentences}
        self.citations = citations
        self.all = [
            Candidate(verdict, place[verdict.id], index, content_words(verdict.text))
            for index, verdict in enumerate(extraction.sentences)
            if verdict.id in place
        ]
        self.paragraphs: dict[int, list[Candidate]] = {}
        for candidate in self.all:
            self.paragraphs.setdefault(candidate.paragraph, []).append(candidate)
        self.words = {
            number: frozenset(word for row in rows for word in row.words) for number, rows in self.paragraphs.items()
        }
        self.weights = Weights(self.words.values())
        self._likeness: dict[tuple[int, int], float] = {}

    @property
    def claims(self) -> list[Candidate]:
        """The claims, in order."""
        return [candidate for candidate in self.all if candidate.verdict.claim]

    @cached_property
    def _numbers(self) -> list[int]:
        return sorted(number for number, rows in self.paragraphs.items() if any(row.verdict.claim for row in rows))

    @cached_property
    def opening(self) -> frozenset[int]:
        """The paragraphs of the introduction: the first twelfth, all of a text of few paragraphs."""
        numbers = self._numbers
        return frozenset(numbers if len(numbers) <= _FEW else numbers[: max(1, round(len(numbers) / 12))])

    @cached_property
    def closing(self) -> frozenset[int]:
        """The paragraphs of the conclusion: the last sixth, all of a text of few paragraphs."""
        numbers = self._numbers
        return frozenset(numbers if len(numbers) <= _FEW else numbers[-max(1, round(len(numbers) / 6)) :])

    def following(self, candidate: Candidate, count: int) -> Sequence[Candidate]:
        """The next sentences of its paragraph."""
        rows = self.all[candidate.order + 1 : candidate.order + 1 + count]
        return [row for row in rows if row.paragraph == candidate.paragraph]

    def paragraph_likeness(self, paragraph: int, thesis: Candidate) -> float:
        """How much a paragraph as a whole bears on a thesis; worked out once for each pair."""
        key = (paragraph, thesis.order)
        if key not in self._likeness:
            self._likeness[key] = self.weights.likeness(self.words[paragraph], thesis.words)
        return self._likeness[key]

    def thesis_weight(self, candidate: Candidate) -> float:
        """How much a claim looks like a thesis of the whole text."""
        kind = {"thesis": 0.9, "counterfactual": 0.7, "interpretive": 0.2}.get(candidate.verdict.kind, 0.0)
        place = 0.6 * (candidate.paragraph in self.closing) + 0.4 * (candidate.paragraph in self.opening)
        noted = {"none": 0.0, "passage": 0.5, "direct": 0.9}[candidate.verdict.support]
        short = 0.5 * (len(candidate.words) < _FEW)
        short += 0.7 * bool(_ASKS.match(candidate.verdict.text))
        return kind + place + 0.4 * candidate.turns + 2 * self.weights.centrality(candidate.words) - noted - short

    def is_scholarly(self, candidate: Candidate) -> bool:
        """Whether it reports a scholar: by the speaker's description, or because a note cites that author."""
        speaker = {word.strip(".,’'").casefold() for word in (candidate.verdict.attributed_to or "").split()}
        described = {word.strip(".,’'").casefold() for word in candidate.verdict.text.split()[:_HEAD]}
        return bool(speaker & (SCHOLARS | WORKS | self._authors)) or bool(speaker and described & SCHOLARS)

    @cached_property
    def _authors(self) -> frozenset[str]:
        return scholars(self.citations.sources)
