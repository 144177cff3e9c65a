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
MarkKind = Literal["hedge", "booster", "counterfactual", "cause", "contrast", "conclusion"]


class DateMention(Value):
    """A date that a claim names.

    Attributes:
        text: The words; they stand at `[start, end)` of the text as read.
        edtf: The date by ISO 8601-2 (EDTF); None where the text does not tell it.
        reason: How it was read, and what was taken from where.
    """

    text: str
    start: int
    end: int
    edtf: str | None
    reason: str


class Mark(Value):
    """A word of a claim that says how sure or of what build it is.

    Attributes:
        text: The words; they stand at `[start, end)` of the text as read.
        scope_start, scope_end: What they bear on, in the text as read.
        strength: From -1 (a bare possibility) over 0 (no say on certainty) to 1 (beyond doubt).
    """

    kind: MarkKind
    text: str
    start: int
    end: int
    scope_start: int
    scope_end: int
    strength: float = Field(0, ge=-1, le=1)


class SentenceVerdict(Value):
    """What extraction says of one sentence.

    Attributes:
        id, text: As in `Document.sentences`.
        claim: Whether it asserts something of which one may ask "how do you know?".
        needs_citation: Whether a copy-editor would ask for a citation here.
        unsure: Whether argmap is no surer of that than of the toss of a coin.
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
    unsure: bool = False
    support: Support
    notes: tuple[str, ...] = ()
    attributed_to: str | None = None
    quotes: bool = False
    reason: str = ""


class Claim(Value):
    """A claim found in a text: a sentence, or a clause of one that asserts several things.

    Attributes:
        text: The claim's own words, equal to the clean text of `start` to `end`, without the shell before it.
        stance: That shell, where one was cut off: how the author stands to the claim ("the evidence makes it clear that").
        confidence: In 0..1, how sure its kind is.
        dates: The dates it names.
        marks: Its hedges and boosters, and its words of cause, contrast, conclusion and of what did not happen.
    """

    id: str
    sentence: str
    start: int
    end: int
    text: str
    kind: ClaimKind
    support: Support
    notes: tuple[str, ...] = ()
    stance: str = ""
    confidence: float = Field(ge=0, le=1)
    dates: tuple[DateMention, ...] = ()
    marks: tuple[Mark, ...] = ()


class Extraction(Value):
    """Every sentence judged, in order, and the claims among them."""

    sentences: tuple[SentenceVerdict, ...] = ()
    claims: tuple[Claim, ...] = ()
