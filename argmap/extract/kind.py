"""What kind of sentence it is, whether it is a claim, and how sure that is: spaCy component `argmap_kind`."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from argmap.extract.announcements import announcement
from argmap.extract.assertions import Kind, Stated, assertion
from argmap.extract.cuefinder import Cues, cues
from argmap.extract.cues import FINITE, STRONG_VERBS, WEAK_VERBS
from argmap.extract.layout import sentence_spans
from argmap.extract.place import SIGNPOST_WITHIN, Place, places
from argmap.extract.quotations import QuotedPart, quoted
from argmap.extract.voice import Voice, voices
from argmap.model import ClaimKind, Support


class KindFinder:
    """Sets `Doc.user_data["argmap_kind"]`, a `Kind` for each sentence.

    `Doc.user_data["argmap_noted"]`, where it is given, says of each sentence whether it or a later one has a note.
    """

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """Judge the sentences of a Doc."""
        spans = sentence_spans(doc)
        noted: Sequence[Support] = doc.user_data.get("argmap_noted", ["none"] * len(spans))
        spoken, cue = voices(doc, self.nlp), cues(doc, self.nlp)
        where = places(doc, spans, spoken, cue, noted)
        rows = zip(spans, quoted(doc), spoken, cue, where, noted, strict=True)
        doc.user_data["argmap_kind"] = tuple(judge(Seen(*row)) for row in rows)
        doc.user_data["argmap_places"] = tuple(where)
        return doc


class Seen(NamedTuple):
    """All that is known of a sentence when its kind is judged."""

    span: Span
    part: QuotedPart
    voice: Voice
    cue: Cues
    place: Place
    noted: Support = "none"


def judge(seen: Seen) -> Kind:
    """The kind of one sentence, by the first rule that fits."""
    found = (rule(seen) for rule in _RULES)
    return next((kind for kind in found if kind is not None), None) or assertion(
        Stated(seen.span.text, seen.cue, seen.place, seen.noted)
    )


def _quotation(seen: Seen) -> Kind | None:
    if seen.voice.kind != "quoted":
        return None
    if seen.part.continued or seen.place.series:
        return Kind("quotation", claim=False, confidence=0.95, reason="continues a quotation opened before")
    return Kind("quotation", claim=True, confidence=0.9, reason="only quoted words")


def _question(seen: Seen) -> Kind | None:
    if not seen.span.text.rstrip(" ”’\"'»)(“").endswith("?") or _ends_quoted(seen.span, seen.part):
        return None
    return Kind("question", claim=False, confidence=0.95, reason="a question")


def _publication(seen: Seen) -> Kind | None:
    return _by_cue(seen, "publication", "other", "about the publication", 0.9)


def _by_cue(seen: Seen, cue: str, kind: ClaimKind, why: str, confidence: float) -> Kind | None:
    """No claim, if a cue of this class is there."""
    if not seen.cue.has(cue):
        return None
    return Kind(kind, claim=False, confidence=confidence, reason=f"{why} (“{seen.cue.first(cue)}”)")


def _own_thesis(seen: Seen) -> Kind | None:
    """What the text says that it argues."""
    name = "argues" if seen.cue.has("argues") else "it_argues"
    if seen.voice.kind != "own" or not (name == "argues" or (seen.place.of_itself and seen.cue.has(name, within=1))):
        return None
    return Kind("thesis", claim=True, confidence=0.9, reason=f"says what is argued here (“{seen.cue.first(name)}”)")


def _plan(seen: Seen) -> Kind | None:
    if seen.voice.kind != "own" or _asserts_too(seen.cue):
        return None
    return _by_cue(seen, "plan", "signpost", "says where the text goes", 0.85)


def _leading(seen: Seen) -> Kind | None:
    """Only leads the reader: Part II turns to the critics; by a heriot I mean."""
    found = announcement(seen.span.text)
    if found is None or seen.part.words > _TERM or _asserts_too(seen.cue):
        return None
    return Kind(found[0], claim=False, confidence=0.75, reason=found[1])


_TERM = 4
"""Quoted words of a term that is defined."""


def _left(seen: Seen) -> Kind | None:
    """There remains the mill."""
    if seen.cue.counts["words"] > _SHORT_LEFT or seen.cue.counts["digits"]:
        return None
    return _by_cue(seen, "left", "signpost", "only names what comes next", 0.7)


def _signpost(seen: Seen) -> Kind | None:
    if not seen.cue.has("signpost", within=SIGNPOST_WITHIN) or _asserts_too(seen.cue):
        return None
    return _by_cue(seen, "signpost", "signpost", "says where the text goes", 0.8)


def _exhortation(seen: Seen) -> Kind | None:
    return _by_cue(seen, "exhortation", "other", "exhorts", 0.7)


def _reference(seen: Seen) -> Kind | None:
    if seen.cue.counts["words"] > _SHORT_REFERENCE:
        return None
    return _by_cue(seen, "back_reference", "signpost", "refers to another place", 0.7)


def _announcement(seen: Seen) -> Kind | None:
    if not _points_forward(seen.span):
        return None
    return Kind("signpost", claim=False, confidence=0.75, reason="only announces what follows")


def _definition(seen: Seen) -> Kind | None:
    if seen.cue.counts["words"] >= _SHORT_DEFINITION:
        return None
    return _by_cue(seen, "definition", "other", "a definition", 0.6)


def _fragmentary(seen: Seen) -> Kind | None:
    if not _fragment(seen.span, seen.cue):
        return None
    return Kind("other", claim=False, confidence=0.7, reason="a fragment")


def _report(seen: Seen) -> Kind | None:
    voice = seen.voice
    if voice.kind != "reported":
        return None
    return Kind("reported", claim=True, confidence=0.85, reason=f"reports {voice.speaker or 'others'} ({voice.cue})")


_RULES = (
    _quotation,
    _question,
    _publication,
    _announcement,
    _own_thesis,
    _leading,
    _report,
    _plan,
    _left,
    _signpost,
    _exhortation,
    _reference,
    _definition,
    _fragmentary,
)
_SHORT_DEFINITION = 16
_SHORT_REFERENCE = 30
_SHORT_LEFT = 9
_SHORT = 3
_FRAGMENT = 9
_COLON = 12


def _asserts_too(cue: Cues) -> bool:
    """A long sentence with figures that only mentions its plan in passing."""
    return cue.counts["words"] > _SHORT_REFERENCE and cue.counts["digits"] > 0


def _ends_quoted(span: Span, part: QuotedPart) -> bool:
    return bool(part.pieces) and part.pieces[-1][1] >= span.end_char - 1


def _fragment(span: Span, cue: Cues) -> bool:
    """Too short to assert: an entry of a list, a heading, an exclamation without a verb."""
    words = cue.counts["words"]
    if words <= _SHORT:
        return not any(_verbal(token) for token in span)
    return words <= _FRAGMENT and not any(_verbal(token) for token in span)


def _verbal(token: Token) -> bool:
    lower = token.lower_
    if lower in FINITE or lower in STRONG_VERBS or lower in WEAK_VERBS:
        return True
    return token.is_lower and len(lower) > _SHORT and lower.endswith(("ed", "s"))


def _points_forward(span: Span) -> bool:
    text = span.text.rstrip("—–- ")
    return text.endswith(":") and len(span) <= _COLON


def kinds(doc: Doc, nlp: Language) -> tuple[Kind, ...]:
    """The kind of each sentence; finds them if no component has."""
    if "argmap_kind" not in doc.user_data:
        KindFinder(nlp)(doc)
    found: tuple[Kind, ...] = doc.user_data["argmap_kind"]
    return found
