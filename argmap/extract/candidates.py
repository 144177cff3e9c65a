"""What a draft map is made from: every claim with its words, its place, its voice and its weight as a thesis."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from argmap.extract.cues import FINITE, SCHOLARS, STRONG_VERBS, WEAK_VERBS, WORKS
from argmap.extract.noting import NoteFinder, scholars
from argmap.extract.words import STEM, Weights, content_words
from argmap.model import Citations, Document, Extraction, SentenceVerdict

_TURNS = re.compile(
    r"\W*(?:However|But|Nevertheless|Nonetheless|Yet|On the contrary|In fact|In reality|Instead|Rather|Still)\b"
)
TURN_INSIDE = re.compile(
    r"[,;] (?=(?:but|yet|although|whereas) (?!to |not |of |in |as |by |on |at |with |from |also |only |rather ))"
)
_FEW = 4
_HEAD = 6
_LEAST = 5
"""Words of the shortest sentence that can stand in a map on its own."""
_LONG = 20
"""Words of a sentence that has a verb, even if it is none that we know."""
_VERBS = FINITE | STRONG_VERBS | WEAK_VERBS
_LEANS = re.compile(
    r"\W*(?:It(?! (?:\w+ )?(?:argues|contends|maintains|holds))|This(?! (?:\w+ )?(?:essay|paper|article|chapter|book|study))|That|These|Those|They|He|She|Such|Its|Their|His|Her|The latter|The former|Here|There|Nor|And|Both|Neither)\b"
)
_CUT = re.compile(r"[a-zà-öø-ÿ]|\d+\)")
"""How the end of a sentence begins that was cut in two."""
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SUMS = re.compile(
    r"\b(?:makes? it (?:abundantly )?clear|in short|in sum|in conclusion|in other words|it is clear|thus|therefore|as we have seen"
    r"|the key factor|was the product of|in fact|ultimately|above all|not only)\b",
    re.IGNORECASE,
)
_PRIMARY = re.compile(r"\W*(?:Book|Part|Chapter|Section|Article) (?:[IVXLC]+|\d+)\b")
"""What a work says that is itself the matter of the text."""
_AND = re.compile(r"\W*(?:And|But|For|Yet|Nor|Or|So)\b")
_ASKS = re.compile(r"\W*(?:The|This) (?:\w+ )?(?:question|issue|problem)\b")


class Candidate(NamedTuple):
    """A sentence that a draft may hold: its verdict, its place (paragraph and sentence, from 0) and its words."""

    verdict: SentenceVerdict
    paragraph: int
    order: int
    words: frozenset[str]
    listed: bool = False

    @property
    def own(self) -> bool:
        """Whether the author asserts it."""
        return self.verdict.attributed_to is None and self.verdict.kind not in ("quotation", "reported")

    @property
    def holds(self) -> bool:
        """Whether it is a claim that can stand in a map: no entry of a list, no end of a sentence cut in two."""
        text = self.verdict.text.strip()
        whole = not _CUT.match(text) and text.rstrip("”’\"') ")[-1:] not in (";", ",", ":")
        words = [word.casefold() for word in _LETTERS.findall(text)]
        verbal = len(words) > _LONG or any(word in _VERBS or word.endswith("ed") for word in words)
        return self.verdict.claim and not self.listed and whole and verbal and len(words) >= _LEAST

    @property
    def leans(self) -> bool:
        """Whether its subject is told by the sentence before it only ("It was not so")."""
        return bool(_LEANS.match(self.verdict.text))

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
        set_off = {number for number, row in enumerate(document.paragraphs) if row.kind in ("list", "table", "code")}
        self.notes = NoteFinder(document, citations)
        self.heads = content_words(" ".join([document.info.title or "", *(row.text for row in document.headings)]))
        self.all = [
            Candidate(verdict, place[verdict.id], index, content_words(verdict.text), place[verdict.id] in set_off)
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

    @property
    def claims(self) -> list[Candidate]:
        """The claims that can stand in a map, in order."""
        return [candidate for candidate in self.all if candidate.holds]

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

    def shared(self, one: Candidate, other: Candidate, *, common: bool = False) -> list[str]:
        """Words of one claim that the other shares, as written, rarest first; without those of most paragraphs if not `common`."""
        most = self.weights.total if common else max(2, self.weights.total / 2)
        both = {stem for stem in one.words & other.words if self.weights.frequency[stem] <= most}
        written: dict[str, str] = {}
        for word in _LETTERS.findall(one.verdict.text):
            written.setdefault(word.casefold()[:STEM], word)
        return [written.get(stem, stem) for stem in sorted(both, key=lambda s: (self.weights.frequency[s], s))]

    def thesis_weight(self, candidate: Candidate) -> float:
        """How much a claim looks like a thesis of the whole text: by kind, place, and how much of the text it is about."""
        verdict, words = candidate.verdict, candidate.words
        kind = {"thesis": 0.7, "counterfactual": 0.5, "interpretive": 0.3}.get(verdict.kind, 0.0)
        place = 0.5 * (candidate.paragraph in self.closing) + 0.4 * (candidate.paragraph in self.opening)
        about = 2 * self.weights.centrality(words) + 0.6 * self.weights.likeness(words, self.heads)
        told = 0.4 * self._answers(candidate) + 0.25 * bool(_SUMS.search(verdict.text))
        noted = {"none": 0.0, "passage": 0.4, "direct": 0.8}[verdict.support]
        narrow = 0.15 * min(2, sum(any(char.isdigit() for char in word) for word in verdict.text.split()))
        short = 0.5 * (len(words) < _FEW) + 0.7 * bool(_ASKS.match(verdict.text)) + 0.5 * candidate.leans
        return kind + place + about + told - noted - narrow - short - 0.3 * bool(_AND.match(verdict.text))

    def _answers(self, candidate: Candidate) -> bool:
        """Whether it turns against what others say, or answers a question, in one of the two sentences before it."""
        rows = [
            row
            for row in self.all[max(0, candidate.order - 2) : candidate.order]
            if row.paragraph == candidate.paragraph
        ]
        asked = any(row.verdict.kind == "question" for row in rows)
        return asked or (candidate.turns and any(self.is_scholarly(row) for row in rows))

    def is_scholarly(self, candidate: Candidate) -> bool:
        """Whether it reports a scholar: by the speaker's description, or because a note cites that author."""
        if _PRIMARY.match(candidate.verdict.text):
            return False
        speaker = {word.strip(".,’'").casefold() for word in (candidate.verdict.attributed_to or "").split()}
        described = {word.strip(".,’'").casefold() for word in candidate.verdict.text.split()[:_HEAD]}
        if speaker & (SCHOLARS | WORKS) or (speaker and described & (SCHOLARS | WORKS)):
            return True
        cited = (self.citations.source_of[row.source] for row in self.notes.citations(candidate.verdict))
        return bool(speaker & scholars(cited))
