"""Claims as found in a text. `data/essay/ANNOTATION-GUIDE.md` of the project's data defines kind, need and support."""

from typing import Literal

from pydantic import Field

from argmap.model.base import Value

ClaimKind = Literal[
    "thesis",
    "interpretive",
    "counterfactual",
    "factual",
    "reported",
    "quotation",
    "signpost",
    "question",
    "other",
]
Support = Literal["direct", "passage", "none"]


class SentenceVerdict(Value):
    """What extraction says of one sentence.

    Attributes:
        id, text: As in `Document.sentences`.
        claim: Whether it asserts something of which one may ask "how do you know?".
        needs_citation: Whether a copy-editor would ask for a citation here.
        support: `direct` (a note with a source in the sentence), `passage` (a later note of its passage), `none`.
        notes: Numbers, as printed, of the notes that support it.
        attributed_to: Whose assertion it reports, or None for the author's own.
        quotes: Whether it holds, or continues, quoted words.
        reason: Why, in words: which cue or which note decided.
    """

    id: str
    text: str
    claim: bool
    kind: ClaimKind
    needs_citation: bool
    support: Support
    notes: tuple[str, ...] = ()
    attributed_to: str | None = None
    quotes: bool = False
    reason: str = ""


class Claim(Value):
    """A claim found in a text; `confidence` in 0..1 is how sure its kind is."""

    id: str
    sentence: str
    start: int
    end: int
    text: str
    kind: ClaimKind
    support: Support
    notes: tuple[str, ...] = ()
    confidence: float = Field(ge=0, le=1)


class Extraction(Value):
    """Every sentence judged, in order, and the claims among them."""

    sentences: tuple[SentenceVerdict, ...] = ()
    claims: tuple[Claim, ...] = ()
