"""What a rule is, what it looks at, and what it says."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from argmap.check.cited import Cited, cited
from argmap.check.days import Day, days
from argmap.check.in_text import citing_in_text
from argmap.model import (
    NOTES_ELSEWHERE,
    AnchoredClaim,
    ArgumentMap,
    Citations,
    Document,
    Extraction,
    Loss,
    Sentence,
    SentenceVerdict,
    Severity,
)

SECTIONS = ("What it does", "Why", "Example", "Use instead", "Options")


@dataclass(frozen=True)
class TextUnderCheck:
    """A text and all that the earlier stages found in it: what text rules look at."""

    document: Document
    citations: Citations
    extraction: Extraction

    @cached_property
    def notes_elsewhere(self) -> tuple[Loss, ...]:
        """The notes of a text that came without any of them, as the reader tells it: nothing cited can be judged then."""
        document = self.document
        return () if document.notes else tuple(loss for loss in document.losses if loss.what == NOTES_ELSEWHERE)

    @cached_property
    def verdict_of(self) -> dict[str, SentenceVerdict]:
        """Verdicts by sentence id."""
        return {verdict.id: verdict for verdict in self.extraction.sentences}

    @cached_property
    def sentence_index(self) -> dict[str, int]:
        """The index of each sentence in `document.sentences`, by id."""
        return {sentence.id: index for index, sentence in enumerate(self.document.sentences)}

    @cached_property
    def openings(self) -> frozenset[str | None]:
        """Ids of the paragraphs that open the text, or stand behind a heading."""
        first = [paragraph.id for paragraph in self.document.paragraphs[:1]]
        return frozenset([*first, *(heading.before for heading in self.document.headings)])

    @cached_property
    def called_from(self) -> dict[str, tuple[str, ...]]:
        """Ids of the sentences in which each note is called, by note id."""
        return _grouped((marker.note, marker.sentence) for marker in self.document.markers)

    @cached_property
    def cited(self) -> Mapping[str, tuple[Cited, ...]]:
        """The mentions of every source that is known, in the order of the notes, by its id."""
        return cited(self.citations)

    @cached_property
    def citing_in_text(self) -> frozenset[str]:
        """Ids of the sentences that cite in parentheses."""
        return citing_in_text(self.document)

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """Every day of the text and its notes that is given with its month."""
        return tuple(days(self.document))

    def caller(self, note: str) -> str | None:
        """Id of the first sentence that calls a note, by the note's id."""
        return next(iter(self.called_from.get(note, ())), None)

    @cached_property
    def calls(self) -> dict[str, tuple[str, ...]]:
        """Ids of the notes that each sentence calls, by sentence id."""
        return _grouped((marker.sentence, marker.note) for marker in self.document.markers)

    @cached_property
    def next_calling(self) -> dict[str, Sentence]:
        """Of each sentence: itself if it calls a note, else the next one of its paragraph that does, if one does."""
        return self._nearest(reversed(self.document.sentences))

    @cached_property
    def last_calling(self) -> dict[str, Sentence]:
        """Of each sentence: itself if it calls a note, else the last one of its paragraph before it that does."""
        return self._nearest(self.document.sentences)

    def _nearest(self, sentences: Iterable[Sentence]) -> dict[str, Sentence]:
        found: dict[str, Sentence] = {}
        calling: Sentence | None = None
        for sentence in sentences:
            if sentence.markers:
                calling = sentence
            if calling is not None and calling.paragraph == sentence.paragraph:
                found[sentence.id] = calling
        return found


def _grouped(pairs: Iterable[tuple[str | None, str | None]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for key, value in pairs:
        if key is not None and value is not None:
            groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


@dataclass(frozen=True)
class Anchoring:
    """A map and where its anchors were found in a text: what anchor rules look at."""

    map: ArgumentMap
    anchored: tuple[AnchoredClaim, ...]


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What a rule says of one place. `check_text` and its like make it a `Finding`.

    Attributes:
        start, end: Offsets in the text as read, half-open; None where it is about no single place.
        line: 1-based line of a map's file; text rules leave it to the document.
        severity: Where this fault weighs less than the rule's others.
    """

    message: str
    start: int | None = None
    end: int | None = None
    line: int | None = None
    sentence: str | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()
    suggestion: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One thing to look for.

    Attributes:
        code: Two letters and three digits, never used again for another rule.
        name: States the fault, in kebab-case.
        severity: `error` only where the rule was measured right 95 times in 100 on texts it was not tuned on.
        doc: The docstring of the rule's module: a first line, then the sections of `SECTIONS` as `## ` headings.
    """

    code: str
    name: str
    severity: Severity
    doc: str

    @property
    def summary(self) -> str:
        """The first line of the doc."""
        return self.doc.partition("\n")[0].strip()

    @property
    def sections(self) -> dict[str, str]:
        """The doc's sections by heading, in order."""
        parts = self.doc.split("\n## ")[1:]
        return {head.strip(): body.strip() for head, _, body in (part.partition("\n") for part in parts)}


@dataclass(frozen=True, kw_only=True)
class TextRule(Rule):
    """A rule about texts; `check` gives the faults in one, in any order."""

    check: Callable[[TextUnderCheck], Iterable[Fault]]


@dataclass(frozen=True, kw_only=True)
class MapRule(Rule):
    """A rule about maps; `check` gives the faults in one, in any order."""

    check: Callable[[ArgumentMap], Iterable[Fault]]


@dataclass(frozen=True, kw_only=True)
class AnchorRule(Rule):
    """A rule about the anchors of a map in a text; `check` gives the faults, in any order."""

    check: Callable[[Anchoring], Iterable[Fault]]
