"""Anchors tie the claims of a map to sentences of a text without carrying its words."""

import hashlib
import re
import unicodedata
from typing import Literal

from argmap.model.base import Value
from argmap.model.document import Document

_WORD = re.compile(r"[^\W_]+")

TextRole = Literal["brief", "essay"]


def digest(sentence: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the sentence's letters and digits, case and accents as NFKC.

    Quotation marks, dashes, white space and case do not count, so that every format of one text gives one digest.
    """
    words = _WORD.findall(unicodedata.normalize("NFKC", sentence).casefold())
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]


class Anchor(Value):
    """One place of one claim: the sentence's id when the anchor was made, and the digest of its words."""

    claim: str
    text: TextRole
    sentence: str
    digest: str


class AnchorFile(Value):
    """The content of `anchors.json`."""

    anchors: tuple[Anchor, ...] = ()


class AnchoredClaim(Value):
    """Where an anchor was found: `sentence` is None if the words are nowhere in the text any more."""

    claim: str
    sentence: str | None
    moved: bool = False


def locate(anchors: tuple[Anchor, ...], document: Document) -> tuple[AnchoredClaim, ...]:
    """Find each anchor in a document by its digest; of several equal sentences the one nearest to the old place.

    An anchor whose words are gone is lost, never tied to the sentence that now has its number.
    """
    order = {sentence.id: index for index, sentence in enumerate(document.sentences)}
    places: dict[str, list[str]] = {}
    for sentence in document.sentences:
        places.setdefault(digest(sentence.text), []).append(sentence.id)
    found = []
    for anchor in anchors:
        candidates = places.get(anchor.digest, [])
        old = order.get(anchor.sentence, 0)
        place = min(candidates, key=lambda candidate: abs(order[candidate] - old), default=None)
        found.append(AnchoredClaim(claim=anchor.claim, sentence=place, moved=place not in (None, anchor.sentence)))
    return tuple(found)
