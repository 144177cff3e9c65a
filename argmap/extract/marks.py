"""How sure a sentence is, and how it is built: spaCy component `argmap_marks`.

Hedges and boosters (Hyland 2005) with what they bear on and how strong they are; words of cause, contrast and
conclusion and of what did not happen. All from lists of our own, outside of quoted words. A hedge or booster bears on
the clause it stands in: from the last break before it to the next one behind.
"""

import re
from typing import NamedTuple

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from argmap.extract.cuefinder import cues, is_may
from argmap.extract.layout import sentence_spans
from argmap.extract.markwords import DENIED, MARKS
from argmap.extract.quotations import muted
from argmap.model import MarkKind

_BREAKS = frozenset(".,;:—–?!()")
_NEGATIONS = frozenset(("not", "n't", "never", "hardly", "scarcely", "no", "nor", "cannot"))
_NEAR = 2
_LIST_KINDS: dict[str, MarkKind] = {"cause": "cause", "contrast": "contrast", "drawn": "conclusion", "sum": "conclusion",
                                    "counterfactual": "counterfactual"}  # fmt: skip


class Marked(NamedTuple):
    """A mark in a sentence; all places are characters of the sentence's text. `strength` as in `model.Mark`."""

    kind: MarkKind
    text: str
    start: int
    end: int
    scope_start: int
    scope_end: int
    strength: float = 0.0


class MarkFinder:
    """Sets `Doc.user_data["argmap_marks"]`, a tuple of `Marked` for each sentence."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for label, words in MARKS.items():
            self.matcher.add(label, [nlp.tokenizer(phrase) for phrase in words])

    def __call__(self, doc: Doc) -> Doc:
        """Find the marks of a Doc."""
        spans, silent = sentence_spans(doc), muted(doc)
        owner = [index for index, span in enumerate(spans) for _ in range(len(span))]
        rows: list[list[Marked]] = [[] for _ in spans]
        breaks = _breaks(doc)
        end = 0
        hits = sorted(self.matcher(doc), key=lambda hit: (hit[1], -hit[2]))
        for key, first, last in hits:
            if first < end or silent[first] or is_may(doc, first, spans[owner[first]].start):
                continue
            end = last
            span = spans[owner[first]]
            low, high = _scope(span, first, last, breaks)
            rows[owner[first]].append(_mark(span, doc.vocab.strings[key], doc[first:last], doc[low:high]))
        for row, span, cue in zip(rows, spans, cues(doc, self.nlp), strict=True):
            row.extend(_of_lists(cue.found, span.text))
            row.sort(key=lambda mark: (mark.start, mark.kind))
        doc.user_data["argmap_marks"] = tuple(map(tuple, rows))
        return doc


def _scope(span: Span, first: int, last: int, breaks: tuple[list[int], list[int]]) -> tuple[int, int]:
    """First and last token (exclusive) of the clause around a mark; around a mere insertion, of the clause that it divides."""
    low, high = max(span.start, breaks[0][first]), max(last, min(span.end, breaks[1][last - 1]))
    if (low, high) != (first, last):
        return low, high
    if low > span.start:
        low = max(span.start, breaks[0][low - 1])
    if high + 1 < span.end:
        high = max(high, min(span.end, breaks[1][high + 1]))
    return low, high


def _breaks(doc: Doc) -> tuple[list[int], list[int]]:
    """Of each token: behind which token its clause begins, and before which it ends."""
    before, after = [0] * len(doc), [len(doc)] * len(doc)
    last = 0
    for token in doc:
        before[token.i] = last
        if token.text in _BREAKS:
            last = token.i + 1
    following = len(doc)
    for token in reversed(doc):
        if token.text in _BREAKS:
            following = token.i
        after[token.i] = following
    return before, after


def _mark(span: Span, label: str, words: Span, scope: Span) -> Marked:
    name, _, degree = label.partition(":")
    kind: MarkKind = "hedge" if name == "hedge" else "booster"
    strength = float(degree)
    near = span.doc[max(span.start, words.start - _NEAR) : words.start]
    if kind == "booster" and any(token.lower_ in _NEGATIONS for token in near):
        kind, strength = "hedge", -DENIED
    at = span.start_char
    places = (words.start_char - at, words.end_char - at, scope.start_char - at, scope.end_char - at)
    return Marked(kind, words.text, *places, strength)


def _of_lists(found: dict[str, list[tuple[str, int]]], text: str) -> list[Marked]:
    """The marks that the kinds are judged by too: they bear on the whole sentence."""
    made = []
    whole = len(text.rstrip())
    for name, kind in _LIST_KINDS.items():
        at = 0
        for words, _ in found.get(name, ()):
            place = re.compile(rf"\b{re.escape(words)}\b").search(text, at)
            if place is not None:
                at = place.end()
                made.append(Marked(kind, words, place.start(), at, 0, whole))
    return made


def marks(doc: Doc, nlp: Language) -> tuple[tuple[Marked, ...], ...]:
    """The marks of each sentence; finds them if no component has."""
    if "argmap_marks" not in doc.user_data:
        MarkFinder(nlp)(doc)
    found: tuple[tuple[Marked, ...], ...] = doc.user_data["argmap_marks"]
    return found
