"""Content words of sentences and what they weigh in one text: the measure behind suggested links."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from spacy.lang.en.stop_words import STOP_WORDS

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHELL = frozenset(
    [
        "evidence",
        "document",
        "documents",
        "archival",
        "archives",
        "record",
        "records",
        "source",
        "sources",
        "reveal",
        "reveals",
        "show",
        "shows",
        "clear",
        "clearly",
        "abundantly",
        "available",
        "makes",
        "detail",
        "discussed",
        "below",
        "above",
        "important",
        "importance",
        "scholars",
        "historians",
    ]
)
"""Words about the proof, not about the matter."""

_PROOF = frozenset(
    ["evidence", "document", "documents", "record", "records", "source", "sources", "archives", "archival"]
)

_EMPTY = _SHELL | STOP_WORDS

STEM = 6
"""Words are compared by their first letters, so that "decide" meets "decided" and "Korea" meets "Korean"."""


def content_words(text: str) -> frozenset[str]:
    """The stems of a text's content words. A name weighs like any word: what counts is how rare it is."""
    return _stems(match.group().casefold() for match in _WORD.finditer(text))


def matter_words(text: str) -> frozenset[str]:
    """Its content words without those that only describe the proof, such as "Spanish" in "Spanish documents"."""
    found = [match.group().casefold() for match in _WORD.finditer(text)]
    return _stems(word for word, following in zip(found, [*found[1:], ""], strict=True) if following not in _PROOF)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words if len(word) > 2 and word not in _EMPTY)  # noqa: PLR2004


class Weights:
    """Inverse paragraph frequency (Spärck Jones 1972) of each stem, and how central a stem is to the text."""

    def __init__(self, paragraphs: Iterable[frozenset[str]]) -> None:
        rows = list(paragraphs)
        self.total = len(rows)
        self.frequency: Mapping[str, int] = Counter(word for row in rows for word in row)

    def rarity(self, word: str) -> float:
        """0.3 for a word of every paragraph, more the rarer it is."""
        return 0.3 + math.log((1 + self.total) / (1 + self.frequency.get(word, 0)))

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Weighted overlap (Dice) of two sets of words, 0..1."""
        both = sum(self.rarity(word) for word in one & other)
        total = sum(self.rarity(word) for word in one) + sum(self.rarity(word) for word in other)
        return 2 * both / total if total else 0.0

    def centrality(self, words: frozenset[str]) -> float:
        """The mean share of paragraphs in which the words of a sentence return, 0..1; words of one place count 0."""
        if not words or not self.total:
            return 0.0
        return sum(self.frequency.get(word, 0) - 1 for word in words) / (len(words) * self.total)
