"""What kind of sentence it is, whether it is a claim, and how sure that is: spaCy component `argmap_kind`."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from argmap.extract.announcements import announcement
from argmap.extract.cuefinder import Cues, cues
from argmap.extract.cues import FINITE, STRONG_VERBS, WEAK_VERBS
from argmap.extract.layout import sentence_spans
from argmap.extract.place import SIGNPOST_WITHIN, Place, places
from argmap.extract.quotations import QuotedPart, quoted
from argmap.extract.voice import Voice, voices
from argmap.model import ClaimKind, Support


class Kind(NamedTuple):
    """A sentence's kind, whether it is a claim, the confidence (0..1) of the kind, and the reason."""

    kind: ClaimKind
    claim: bool
    confidence: float
    reason: str


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
    return next((kind for kind in found if kind is not None), None) or _assertion(seen.cue, seen.place, seen.noted)


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


def _assertion(cue: Cues, place: Place, support: Support) -> Kind:
    if _is_counterfactual(cue):
        told = next(cue.first(name) for name in ("counterfactual", "might_have", "supposed") if cue.has(name))
        reason = f"says what would have been (“{told}”)"
        return Kind("counterfactual", claim=True, confidence=0.7, reason=reason)
    general = _thesis_score(cue, place, support)
    if general >= _THESIS:
        reason = f"a general conclusion ({_because(cue, 'sum', 'start_sum', 'cause', 'evaluation')})"
        return Kind("thesis", claim=True, confidence=0.5, reason=reason)
    score = _fact_score(cue, place, support)
    if score > 0:
        return _doubted(Kind("factual", claim=True, confidence=_sure("factual", score), reason=_facts(cue)))
    reason = f"judges or explains ({_because(cue, 'cause', 'motive', 'evaluation', 'modal', 'contrast')})"
    return _doubted(Kind("interpretive", claim=True, confidence=_sure("interpretive", -score), reason=reason))


def _doubted(kind: Kind) -> Kind:
    """Say so where a kind is more likely wrong than right."""
    return kind if kind.confidence >= _EVEN else kind._replace(reason=f"{kind.reason}, in doubt")


_EVEN = 0.5


def _is_counterfactual(cue: Cues) -> bool:
    supposed = cue.has("inverted") and cue.has("supposed")
    return supposed or cue.has("counterfactual") or (cue.has("might_have") and cue.has("unreal"))


_THESIS = 1.5
_THESIS_CUES = {"sum": 1.0, "cause": 0.2, "evaluation": 0.25, "modal": -0.4}
_FACT_CUES = {
    "cause": -0.5,
    "motive": -0.7,
    "evaluation": -0.75,
    "modal": -0.35,
    "first_person": -0.2,
    "sum": -0.5,
    "inference": -2,
}
_NOTED = {"direct": 1.2, "passage": 0.4, "none": 0.0}


def _thesis_score(cue: Cues, place: Place, support: Support) -> float:
    score = sum(weight * min(2, cue.number(name)) for name, weight in _THESIS_CUES.items())
    score += (
        0.8 * cue.has("start_sum", within=1)
        + 0.8 * (place.first or place.last)
        + 0.4 * (place.opening or place.closing)
    )
    score += (
        1.5 * (place.answers and place.opening)
        + 1.2 * (place.concludes and (place.first or place.last or cue.has("sum") or cue.has("start_sum", within=1)))
        + 0.6 * (place.final and not (cue.counts["fresh"] + cue.counts["quantities"]))
    )
    return score - 0.25 * min(2, cue.counts["digits"]) - 0.01 * cue.counts["words"] - 0.6 * (support != "none")


def _fact_score(cue: Cues, place: Place, support: Support) -> float:
    counts = cue.counts
    score = 0.3 + 0.9 * min(2, counts["digits"]) + 0.15 * min(4, counts["names"]) + 0.1 * min(3, counts["past"])
    score += _NOTED[support] - 0.3 * place.first - 0.4 * place.last - 0.4 * cue.has("points_back", within=1)
    return score + sum(weight * min(3, cue.number(name)) for name, weight in _FACT_CUES.items())


_CALIBRATION = {"factual": (-0.8, 1.0), "interpretive": (-0.2, 0.5)}
"""Intercept and slope of a logistic curve (Platt 1999) from the score of a kind to how often it is right.

Fitted on five annotated books; with any one of them left out, the intercepts stay in -1.2 … -0.6 and -0.3 … 0, the slopes
in 0.9 … 1.3 and 0.4 … 0.6.
"""


def _sure(kind: str, score: float) -> float:
    """How often a kind with such a score is right."""
    intercept, slope = _CALIBRATION[kind]
    return round(1 / (1 + math.exp(-intercept - slope * score)), 2)


def _because(cue: Cues, *names: str) -> str:
    found = [f"“{cue.first(name)}”" for name in names if cue.has(name)]
    return ", ".join(found) if found else "no date, figure or event"


def _facts(cue: Cues) -> str:
    kinds = [name for name in ("dates", "digits", "names", "past") if cue.counts[name]]
    words = {"dates": "a date", "digits": "figures", "names": "names", "past": "an event"}
    return f"a specific fact ({', '.join(words[kind] for kind in kinds) or 'no word of judgement'})"


def kinds(doc: Doc, nlp: Language) -> tuple[Kind, ...]:
    """The kind of each sentence; finds them if no component has."""
    if "argmap_kind" not in doc.user_data:
        KindFinder(nlp)(doc)
    found: tuple[Kind, ...] = doc.user_data["argmap_kind"]
    return found
