"""Anchors tie the claims of a map to sentences of a text without carrying its words.

After the text is edited a sentence is found again by the digest of its words; where these changed, by a sketch of them
and by its neighbours, as the robust selectors of web annotation do (quote, position, prefix and suffix: W3C Web
Annotation Data Model, 2017, section 4.2). What is not found so, or might be two sentences, is lost: never guessed.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from rapidfuzz.distance import LCSseq

from argmap.model.base import Value
from argmap.model.document import Document

_WORD = re.compile(r"[^\W_]+")

TextRole = Literal["brief", "essay"]

# How alike (0 … 1) a reworded sentence must be to its anchor: between none, one or two neighbours that are unchanged.
# Chosen on edited copies of our own cases; tests/bench/bench_anchors.py measures them on other texts.
_ALIKE = (0.72, 0.55, 0.4)
# By how much the best must exceed the next best.
_AHEAD = 0.12
_FEWEST_WORDS = 4
# A sentence that was joined to another is known by its words in order: at least so many, at least this part of them.
_JOINED_WORDS, _JOINED = 6, 0.85


def _words(sentence: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", sentence).casefold())


def digest(sentence: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the sentence's letters and digits, case and accents as NFKC.

    Quotation marks, dashes, white space and case do not count, so that every format of one text gives one digest.
    """
    return hashlib.sha256(" ".join(_words(sentence)).encode()).hexdigest()[:16]


def sketch(sentence: str) -> str:
    """Two hexadecimal digits a word, in order: enough to compare sentences, too little to read one.

    Each of the 256 values stands for some hundreds of English words.
    """
    return "".join(hashlib.sha256(word.encode()).hexdigest()[:2] for word in _words(sentence))


class Anchor(Value):
    """One place of one claim.

    Attributes:
        claim: The claim's id in the map.
        text: Which text it is in.
        sentence: The sentence's id when the anchor was made.
        digest: Of the sentence's words.
        sketch: Of the same words, to know the sentence again after some of them were changed.
        before, after: The digests of the sentences before and after it; empty at an end of the text.
    """

    claim: str
    text: TextRole
    sentence: str
    digest: str
    sketch: str = ""
    before: str = ""
    after: str = ""


class AnchorFile(Value):
    """The content of `anchors.json`."""

    anchors: tuple[Anchor, ...] = ()


class AnchoredClaim(Value):
    """Where an anchor was found: `sentence` is None if it is nowhere in the text any more.

    `moved` says that it has another number now, `reworded` that its words changed.
    """

    claim: str
    sentence: str | None
    moved: bool = False
    reworded: bool = False


class _Text:
    """The sentences of a document, ready to be compared."""

    def __init__(self, document: Document) -> None:
        self.ids = [sentence.id for sentence in document.sentences]
        self.digests = [digest(sentence.text) for sentence in document.sentences]
        self.sketches = [bytes.fromhex(sketch(sentence.text)) for sentence in document.sentences]
        self.order = {name: index for index, name in enumerate(self.ids)}
        self.places: dict[str, list[int]] = {}
        for index, value in enumerate(self.digests):
            self.places.setdefault(value, []).append(index)

    def neighbours(self, first: int, last: int) -> tuple[str, str]:
        before = self.digests[first - 1] if first else ""
        after = self.digests[last + 1] if last + 1 < len(self.digests) else ""
        return before, after

    def unchanged_neighbours(self, anchor: Anchor, first: int, last: int) -> int:
        before, after = self.neighbours(first, last)
        return sum(bool(known) and known == now for known, now in ((anchor.before, before), (anchor.after, after)))


def anchored(claim: str, text: TextRole, sentence: str, document: Document) -> Anchor:
    """A new anchor of a claim to a sentence of a document.

    Raises:
        KeyError: If the document has no sentence of that id.
    """
    return _anchor(claim, text, sentence, _Text(document))


def anchored_all(document: Document) -> tuple[Anchor, ...]:
    """An anchor to every sentence of a document, under the sentence's own id."""
    here = _Text(document)
    return tuple(_anchor(name, "essay", name, here) for name in here.ids)


def _anchor(claim: str, text: TextRole, sentence: str, here: _Text) -> Anchor:
    index = here.order[sentence]
    before, after = here.neighbours(index, index)
    return Anchor(
        claim=claim,
        text=text,
        sentence=sentence,
        digest=here.digests[index],
        sketch=here.sketches[index].hex(),
        before=before,
        after=after,
    )


def renewed(anchors: tuple[Anchor, ...], document: Document) -> tuple[Anchor | None, ...]:
    """Each anchor as it would be made today, at the place where it is found; None where it is lost.

    An anchor without a digest is new: it is tied to the sentence that it names.
    """
    here = _Text(document)
    found = iter(locate(tuple(anchor for anchor in anchors if anchor.digest), document))
    places = [next(found).sentence if anchor.digest else anchor.sentence for anchor in anchors]
    return tuple(
        _anchor(anchor.claim, anchor.text, place, here) if place in here.order else None
        for anchor, place in zip(anchors, places, strict=True)
        for place in (place or "",)
    )


def locate(anchors: tuple[Anchor, ...], document: Document) -> tuple[AnchoredClaim, ...]:
    """Find each anchor in a document: by its digest, or else by what is left of its words and by its neighbours.

    Of several equal sentences it is the one between the same neighbours, then the one nearest to the old place. An
    anchor that is not found is lost, never tied to the sentence that now has its number.
    """
    here = _Text(document)
    taken = {index for anchor in anchors for index in here.places.get(anchor.digest, ())}
    free = [index for index in range(len(here.ids)) if index not in taken]
    found = []
    for anchor in anchors:
        place = _same(anchor, here)
        reworded = place is None
        if place is None:
            place = _alike(anchor, here, free)
        name = here.ids[place] if place is not None else None
        found.append(
            AnchoredClaim(
                claim=anchor.claim,
                sentence=name,
                moved=name not in (None, anchor.sentence),
                reworded=reworded and name is not None,
            )
        )
    return tuple(found)


def _same(anchor: Anchor, here: _Text) -> int | None:
    old = here.order.get(anchor.sentence, 0)
    return min(
        here.places.get(anchor.digest, ()),
        key=lambda index: (-here.unchanged_neighbours(anchor, index, index), abs(index - old)),
        default=None,
    )


def _alike(anchor: Anchor, here: _Text, free: list[int]) -> int | None:
    """The one sentence that can be the anchor's in other words, if there is one; of two that it became, the longer."""
    words = bytes.fromhex(anchor.sketch)
    if len(words) < _FEWEST_WORDS:
        return None
    likely = list(_candidates(anchor, words, here, free))
    best, first, last = max(likely, default=(-1.0, 0, 0))
    rival = max((score for score, start, end in likely if end < first or start > last), default=-1.0)
    if best < 0 or best - rival < _AHEAD:
        return None
    return max(first, last, key=lambda index: len(here.sketches[index]))


def _candidates(anchor: Anchor, words: bytes, here: _Text, free: list[int]) -> Iterator[tuple[float, int, int]]:
    """Sentences, and pairs of one and the next, by first and last, and by how much each is more alike than it must be."""
    unused = set(free)
    for index in free:
        alike = likeness(words, here.sketches[index])
        if alike >= _ALIKE[-1]:
            yield alike - _ALIKE[here.unchanged_neighbours(anchor, index, index)], index, index
        if index + 1 in unused:
            both = here.sketches[index] + here.sketches[index + 1]
            halved = LCSseq.normalized_similarity(words, both)
            if halved >= _ALIKE[-1] and halved > alike:
                yield halved - _ALIKE[here.unchanged_neighbours(anchor, index, index + 1)], index, index + 1


def likeness(old: bytes, new: bytes) -> float:
    """The part of the words, 0 … 1, that stand in both in the same order; of the old ones only, if almost all do.

    Both are sketches as bytes, one a word.
    """
    common = LCSseq.similarity(old, new)
    if len(old) >= _JOINED_WORDS and common >= _JOINED * len(old):
        return common / len(old)
    return common / max(len(old), len(new))
