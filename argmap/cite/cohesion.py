"""Lexical cohesion: whether a note, and the sentence that calls it, share words with what stands around them.

What belongs together repeats words; see Halliday and Hasan, "Cohesion in English" (1976), and Hearst, "TextTiling"
(1997). Words are weighted by their rarity, and each measure is the logarithm of a ratio: the likeness found against the
one that the average note or sentence elsewhere in the same text has there. So 0 is what chance gives, in any text; where
too little of the text lies elsewhere, there is no measure.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import log, sqrt

from argmap.model import Document

Vector = Mapping[str, float]

_WORD = re.compile(r"[^\W\d_]{3,40}")
_STEM = 6
_SAMPLE = 500
_COMMON = 0.2
_LONGEST = 2000
_FEWEST_WORDS = 3
_FEWEST_TEXTS = 10
_NOTES, _SENTENCES, _AROUND, _PASSAGE, _KIN = 12, 4, 3, 2, 8
_CHANCE = 0.02
_FADES = 0.18


@dataclass(frozen=True, slots=True)
class Home:
    """How well a note fits where it stands, as logarithms of ratios; None where there is nothing to compare.

    Attributes:
        notes: The note among the notes around it.
        text: The sentence that calls it among the sentences around that.
        passage: The note among those sentences.
    """

    notes: float | None = None
    text: float | None = None
    passage: float | None = None


@dataclass(slots=True)
class _Texts:
    """Texts as vectors of unit length, made when they are asked for, and the sum of a sample of them."""

    words: Sequence[str]
    rarity: Mapping[str, float]
    unseen: float
    made: dict[int, Vector] = field(default_factory=dict)
    sample: range = field(init=False)
    total: Vector = field(init=False)

    def __post_init__(self) -> None:
        self.sample = _sample(len(self.words))
        self.total = _sum(self.at(index) for index in self.sample)

    def at(self, index: int) -> Vector:
        """The vector of one text."""
        if index not in self.made:
            counts = Counter(_words(self.words[index]))
            weighed = ((word, 1 + log(count), self.rarity.get(word, self.unseen)) for word, count in counts.items())
            self.made[index] = _unit({word: often * rare for word, often, rare in weighed if rare})
        return self.made[index]

    def union(self, indexes: Iterable[int]) -> Vector:
        """The vector of several texts."""
        return _unit(_sum(self.at(index) for index in indexes))

    def near(self, first: int, last: int) -> list[int]:
        """The texts from one to another, as far as there are any."""
        return list(range(max(0, first), min(len(self.words), last + 1)))

    def ratio(self, one: Vector, around: Vector, of: Collection[int]) -> float | None:
        """How much liker a vector is to its surroundings than the average text elsewhere is, as a logarithm.

        `of` are the texts that the two vectors are made of: they would be like themselves.
        """
        own = [index for index in set(of) if index in self.sample]
        others = len(self.sample) - len(own)
        if len(one) < _FEWEST_WORDS or not around or others < _FEWEST_TEXTS:
            return None
        chance = (_dot(self.total, around) - sum(_dot(self.at(index), around) for index in own)) / others
        return log((_dot(one, around) + _CHANCE) / (max(0.0, chance) + _CHANCE))


class Cohesion:
    """The words of a document's notes and sentences. Costs nothing until it is asked, and little after the first time."""

    def __init__(self, document: Document) -> None:
        """Of this document."""
        self._document = document
        self._known: dict[int, Home] = {}

    def home(self, order: int) -> Home:
        """How well the note of this index fits where it stands."""
        if order not in self._known:
            self._known[order] = self._home(order)
        return self._known[order]

    def passages(self, one: int, earlier: int) -> float | None:
        """How alike the passage that one note's call begins is to the sentence that calls an earlier note.

        Likeness fades with the distance between any two sentences; what it loses so is given back.
        """
        here, there = self._called.get(one), self._called.get(earlier)
        if here is None or there is None or here == there:
            return None
        texts = self._sentences
        passage = texts.near(here, here + _PASSAGE)
        alike = texts.ratio(texts.union(passage), texts.at(there), [*passage, there])
        return None if alike is None else alike + _FADES * log(abs(here - there))

    def named(self, notes: Sequence[int], one: int) -> float | None:
        """How much the sentence that calls one note speaks of what these notes speak of."""
        place = self._called.get(one)
        if place is None:
            return None
        return self._notes.ratio(self._notes.union(notes), self._sentences.at(place), [*notes, one])

    def talk(self, one: int, notes: Sequence[int]) -> float | None:
        """How much one note speaks of what these notes speak of."""
        return self._notes.ratio(self._notes.at(one), self._notes.union(notes), [*notes, one])

    def kin(self, notes: Sequence[int], one: int, but: int) -> float | None:
        """How alike these notes, which stand elsewhere, are to those around one note, without a certain one."""
        near = [note for note in self._notes.near(one - _KIN, one + _KIN - 1) if note != but]
        return self._notes.ratio(self._notes.union(notes), self._notes.union(near), [*notes, *near])

    def _home(self, order: int) -> Home:
        notes, sentences = self._notes, self._sentences
        note, place = notes.at(order), self._called.get(order)
        among = notes.near(order - _NOTES, order + _NOTES)
        unlike = notes.ratio(note, notes.union(one for one in among if one != order), among)
        if place is None:
            return Home(unlike)
        wide = sentences.near(place - _SENTENCES, place + _SENTENCES)
        close = sentences.near(place - _AROUND, place + _AROUND)
        return Home(
            unlike,
            sentences.ratio(sentences.at(place), sentences.union(one for one in wide if one != place), wide),
            notes.ratio(note, sentences.union(one for one in close if one != place), [order]),
        )

    @cached_property
    def _notes(self) -> _Texts:
        return _Texts([note.text[:_LONGEST] for note in self._document.notes], *self._rarity)

    @cached_property
    def _sentences(self) -> _Texts:
        return _Texts([sentence.text[:_LONGEST] for sentence in self._document.sentences], *self._rarity)

    @cached_property
    def _rarity(self) -> tuple[Mapping[str, float], float]:
        """The weight of each word in a sample of the texts, 0 for those too common to tell anything; and of any other."""
        groups = (self._document.notes, self._document.sentences)
        texts = [group[index].text[:_LONGEST] for group in groups for index in _sample(len(group))]
        counts = Counter(word for text in texts for word in set(_words(text)))
        many = len(texts) + 1
        weights = {word: log(many / count) if count < _COMMON * many else 0.0 for word, count in counts.items()}
        return weights, log(many)

    @cached_property
    def _called(self) -> Mapping[int, int]:
        """The sentence that calls each note first."""
        sentences = {sentence.id: index for index, sentence in enumerate(self._document.sentences)}
        notes = {note.id: index for index, note in enumerate(self._document.notes)}
        found: dict[int, int] = {}
        for marker in self._document.markers:
            if marker.note in notes and marker.sentence in sentences:
                found.setdefault(notes[marker.note], sentences[marker.sentence])
        return found


def _words(text: str) -> list[str]:
    return [word[:_STEM] for word in _WORD.findall(text.casefold())]


def _sample(count: int) -> range:
    return range(0, count, max(1, -(-count // _SAMPLE)))


def _sum(vectors: Iterable[Vector]) -> dict[str, float]:
    total: dict[str, float] = {}
    for vector in vectors:
        for word, size in vector.items():
            total[word] = total.get(word, 0.0) + size
    return total


def _unit(vector: Mapping[str, float]) -> Vector:
    length = sqrt(sum(size * size for size in vector.values()))
    return {word: size / length for word, size in vector.items()} if length else {}


def _dot(one: Vector, other: Vector) -> float:
    small, large = (one, other) if len(one) < len(other) else (other, one)
    return sum(size * large[word] for word, size in small.items() if word in large)
