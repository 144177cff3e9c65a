"""Document and citations -> a verdict on every sentence, and the claims."""

from typing import NamedTuple

from argmap.extract.claims import claims
from argmap.extract.cuefinder import Cues, cues
from argmap.extract.details import detailed
from argmap.extract.kind import Kind, kinds
from argmap.extract.layout import to_doc
from argmap.extract.need import need
from argmap.extract.nlp import pipeline
from argmap.extract.passage import limit, narrates
from argmap.extract.place import Place
from argmap.extract.quotations import QuotedPart, quoted
from argmap.extract.support import Ground, grounds, noted
from argmap.extract.voice import Voice, voices
from argmap.model import Citations, Document, Extraction, Sentence, SentenceVerdict


def extract(document: Document, citations: Citations) -> Extraction:
    """Judge every sentence of a document and give its claims.

    A sentence that asserts several things gives several claims ("p3.s2.c1", "p3.s2.c2"). Linear in the length of the text.

    Args:
        document: The text as read; its sentences are taken as they are.
        citations: What its notes cite; a note not in it, or without a source, supports nothing.
    """
    nlp = pipeline()
    doc, held = to_doc(nlp, document)
    doc.user_data["argmap_noted"] = noted(document, citations, held)
    doc = nlp(doc)
    parts, spoken, found = quoted(doc), voices(doc, nlp), kinds(doc, nlp)
    cued = cues(doc, nlp)
    known = zip(held, spoken, found, cued, doc.user_data["argmap_places"], strict=True)
    narrative = narrates(held)
    support = grounds(
        document,
        citations,
        held,
        parts=parts,
        spoken=spoken,
        claims=[kind.claim for kind in found],
        limits=[limit(*row, narrative=narrative) for row in known],
    )
    rows = (
        _Row(*row)
        for row in zip(held, parts, spoken, cued, found, doc.user_data["argmap_places"], support, strict=True)
    )
    judged = {row.sentence.id: (_verdict(row), row.kind.confidence) for row in rows}
    verdicts = [
        judged[sentence.id][0] if sentence.id in judged else _empty(sentence) for sentence in document.sentences
    ]
    found_claims = detailed(claims(document, doc, held, judged), document, doc, held, nlp)
    return Extraction(sentences=tuple(verdicts), claims=tuple(found_claims))


def _empty(sentence: Sentence) -> SentenceVerdict:
    return SentenceVerdict(
        id=sentence.id,
        text=sentence.text,
        claim=False,
        kind="other",
        needs_citation=False,
        support="none",
        reason="no words",
    )


class _Row(NamedTuple):
    sentence: Sentence
    part: QuotedPart
    voice: Voice
    cue: Cues
    kind: Kind
    place: Place
    ground: Ground


def _verdict(row: _Row) -> SentenceVerdict:
    sentence, part, voice, cue, kind, place, ground = row
    covered = ground if kind.claim or kind.kind == "quotation" or ground.support == "direct" else _NOTHING
    needs = need(kind, cue, place, ground, quotes=part.words >= _QUOTE)
    wish = "citation needed" if needs.needed else _IN_DOUBT if needs.doubtful else "no citation needed"
    wish = _PERHAPS if needs.needed and needs.doubtful else wish
    return SentenceVerdict(
        id=sentence.id,
        text=sentence.text,
        claim=kind.claim,
        kind=kind.kind,
        needs_citation=needs.needed,
        unsure=needs.doubtful,
        support=covered.support,
        notes=covered.notes,
        attributed_to=voice.speaker,
        quotes=bool(part.pieces),
        reason=f"{kind.kind}: {kind.reason}; {wish}: {needs.reason}; support {covered.support}: {covered.reason}",
    )


_IN_DOUBT = "citation need in doubt"
_PERHAPS = "citation perhaps needed"
_NOTHING = Ground("none", (), "it claims nothing that a later note could cover")
_QUOTE = 4
"""Quoted words that make more than a term or an ironical word."""
